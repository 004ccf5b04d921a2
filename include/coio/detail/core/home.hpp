// Where an executor points: one shard of a scheduler.
#ifndef COIO_DETAIL_CORE_HOME_HPP
#define COIO_DETAIL_CORE_HOME_HPP

#include "coio/asio.hpp"
#include "coio/detail/export.hpp"

namespace coio {
inline namespace COIO_ABI {

class io_context;

namespace detail {

class scheduler;

// One for each shard, owned by the scheduler. It outlives the shards, because what they destroy may
// still hold executors. Aligned so that an executor can keep property bits in the address.
struct alignas(64) home {
  scheduler* owner = nullptr;
  io_context* shard = nullptr;
};

// Every shard has this service, and no other context: so they are told apart.
class context_mark : public asio::execution_context::service {
 public:
  using key_type = context_mark;
  COIO_API static asio::execution_context::id id;

  explicit context_mark(asio::execution_context& c) : service(c) {}

 private:
  void shutdown() noexcept override {}
};

// The context as what it is, or null if it is not one of coio's.
COIO_API io_context* own_context(asio::execution_context& c) noexcept;

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
