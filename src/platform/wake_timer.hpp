// A timer for which one thread waits, and which any thread sets.
//
// On Linux it is a timerfd: setting it is one system call, and wakes no thread before the time. On
// other platforms, and if the process has no descriptor left, it is a condition variable. Then each
// thread that sets the timer also wakes the waiting thread, which waits for the new time.
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

  // Makes the timer expire once, after this time. Replaces an earlier setting.
  void set(std::chrono::microseconds delay) noexcept;

  // Makes the timer not expire. If it has expired and no thread has waited since, undoes that, too.
  void cancel() noexcept;

  // Returns when the timer expires, or at once if it has expired since the last wait() and has not
  // been set again.
  void wait() noexcept;

  // Called in the child of a fork, which shares the timer with its parent until then. No other
  // thread may use the timer.
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
