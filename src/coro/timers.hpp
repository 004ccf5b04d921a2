// The timers of a worker's coroutines.
#ifndef COIO_SRC_CORO_TIMERS_HPP
#define COIO_SRC_CORO_TIMERS_HPP

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>

#include "coio/asio.hpp"
#include "coio/detail/coro/timer.hpp"
#include "core/handler_memory.hpp"
#include "core/timer_wheel.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// A wheel, and one timer of Asio's on the worker's shard that drives it. That one is set to a later
// time only when it has expired, so a coroutine that sets its timer and unsets it again, as one
// with a time limit does, asks the system for nothing. The timer of Asio's is no work that keeps
// run() from returning: whoever sleeps is counted as that, and release_if_idle() is called when
// nothing is counted any more.
class timers {
 public:
  timers(scheduler& s, std::size_t worker);

  void add(fiber_timer& t, steady::time_point at);
  bool remove(fiber_timer& t) noexcept;
  bool release_if_idle() noexcept;  // true if the driver was set

  // For the first worker's: look for a deadlock now and then, as long as coroutines are left.
  void watch() noexcept;
  // By a worker that has nothing to do: the one that has these timers, or another one, which may
  // have removed the last of them.
  void rest(bool mine) noexcept {
    if (watch_due_.load(std::memory_order_relaxed)) set_watch(mine);
  }

 private:
  using driver = asio::basic_waitable_timer<steady, asio::wait_traits<steady>,
                                            asio::io_context::executor_type>;

  struct on_time;

  steady::time_point with_slack(steady::time_point t) const noexcept;
  void arm(steady::time_point at);
  void arm_next();
  void expire();
  void set_watch(bool mine) noexcept;
  void look() noexcept;

  scheduler& scheduler_;
  const std::size_t worker_;
  std::mutex mutex_;
  timer_wheel wheel_;
  // Made when it is needed: with it the shard opens descriptors.
  std::optional<driver> driver_;
  handler_memory memory_;
  // When the driver expires; max() if it is not set.
  steady::time_point armed_ = steady::time_point::max();

  // ---- Deadlocks ----
  bool watching_ = false;
  bool judged_ = false;      // nothing has run since it was found that there is none
  std::uint64_t ticks_ = 0;  // the workers' signs of life at the last look
  steady::duration watch_interval_{};
  // Whether the driver is to be set for the next look. relaxed: the mutex orders the rest.
  std::atomic<bool> watch_due_{false};
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
