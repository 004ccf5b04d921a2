// A shard: an asio::io_context with a reactor of its own, and what the session keeps about it.
#ifndef COIO_SRC_CORE_SHARD_HPP
#define COIO_SRC_CORE_SHARD_HPP

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>

#include "coio/asio.hpp"
#include "coio/detail/core/home.hpp"
#include "coio/io_context.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

struct shard {
  home its;                           // what executors point at
  std::unique_ptr<io_context> owned;  // none for the first shard, which is the context itself

  asio::io_context& context() const noexcept { return *its.shard; }

  // ---- With the session's lock ----

  // Keeps the shard's run functions from returning for want of work.
  std::optional<asio::executor_work_guard<asio::io_context::executor_type>> guard;
  // The guard was taken away in order to ask whether the shard has work; the shard stops if not.
  // relaxed: written with the lock; read without it as a hint.
  std::atomic<bool> asked{false};
  // Workers within the shard's run functions.
  unsigned servers = 0;

  // ---- Any thread ----

  // I/O objects may live here, because this home has been handed out, or the timer of coroutines
  // that sleep. Until then the shard's worker may serve another shard. seq_cst: see
  // scheduler::home_at().
  std::atomic<bool> used{false};
  // How often next_executor() has handed out this home. relaxed: for information.
  std::atomic<std::uint64_t> handed_out{0};
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
