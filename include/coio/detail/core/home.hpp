// Where an executor points: one shard of a scheduler.
#ifndef COIO_DETAIL_CORE_HOME_HPP
#define COIO_DETAIL_CORE_HOME_HPP

#include "coio/asio.hpp"

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

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
