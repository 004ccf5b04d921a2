// An alarm clock: one thread waits until it rings, any thread sets it.
//
// On Linux it is a timerfd: to set it costs one system call and wakes nobody before it is time.
// Elsewhere, and where no descriptor is left, a condition variable does the same, but whoever sets
// the alarm wakes the waiting thread, for it to wait for the new time.
#ifndef COIO_SRC_PLATFORM_WAKE_TIMER_HPP
#define COIO_SRC_PLATFORM_WAKE_TIMER_HPP

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>

#include "coio/asio.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

class wake_timer {
 public:
  wake_timer() noexcept { open(); }
  ~wake_timer() { close(); }
  wake_timer(const wake_timer&) = delete;
  wake_timer& operator=(const wake_timer&) = delete;

  // Rings after this time, once, in place of what was set before.
  void set(std::chrono::microseconds delay) noexcept;

  // Takes back what was set: it does not ring, not even if it has rung already and nobody has
  // waited since.
  void cancel() noexcept;

  // Until it rings, or has rung since the last wait and has not been set again.
  void wait() noexcept;

  // In the child of a fork, which shares its parent's timer until now. No other thread may use it.
  void renew() noexcept {
    close();
    open();
  }

 private:
  using clock = std::chrono::steady_clock;

  void open() noexcept;
  void close() noexcept;

  int timer_ = -1;  // the timerfd, or -1
  std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<clock::time_point> due_;
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
