// A timer for which one thread waits, and which any thread sets.
//
// It is one of the system's, if there is one. Otherwise it is a condition variable, and a thread
// that sets a time before the one for which the waiting thread waits also wakes that thread.
#ifndef COIO_SRC_PLATFORM_WAKE_TIMER_HPP
#define COIO_SRC_PLATFORM_WAKE_TIMER_HPP

#include <chrono>
#include <condition_variable>
#include <mutex>

#include "coio/asio.hpp"
#include "platform/system.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

class wake_timer {
 public:
  wake_timer() = default;
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
  void renew() noexcept { timer_.renew(); }

 private:
  using clock = std::chrono::steady_clock;
  static constexpr clock::time_point never = clock::time_point::max();

  system_timer timer_;
  std::mutex mutex_;
  std::condition_variable changed_;
  // ---- With the lock ----
  clock::time_point due_ = never;
  clock::time_point waits_until_ = never;
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
