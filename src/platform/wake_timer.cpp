#include "platform/wake_timer.hpp"

#include <cerrno>
#include <cstdint>
#include <thread>

#if defined(__linux__)
#include <sys/timerfd.h>
#include <unistd.h>
#endif

namespace coio {
inline namespace COIO_ABI {
namespace detail {

#if defined(__linux__)

void wake_timer::open() noexcept {
  timer_ = ::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC);
}

void wake_timer::close() noexcept {
  if (timer_ >= 0) ::close(timer_);
}

#else

void wake_timer::open() noexcept {}
void wake_timer::close() noexcept {}

#endif

void wake_timer::set(std::chrono::microseconds delay) noexcept {
#if defined(__linux__)
  if (timer_ >= 0) {
    const auto s = std::chrono::duration_cast<std::chrono::seconds>(delay);
    ::itimerspec time{};
    time.it_value.tv_sec = static_cast<time_t>(s.count());
    // A time of 0 would disarm the timer.
    time.it_value.tv_nsec = static_cast<long>(std::chrono::nanoseconds(delay - s).count()) + 1;
    ::timerfd_settime(timer_, 0, &time, nullptr);
    return;
  }
#endif
  {
    const std::lock_guard lock(mutex_);
    due_ = clock::now() + delay;
  }
  changed_.notify_one();
}

void wake_timer::cancel() noexcept {
#if defined(__linux__)
  if (timer_ >= 0) {
    const ::itimerspec never{};
    ::timerfd_settime(timer_, 0, &never, nullptr);
    return;
  }
#endif
  const std::lock_guard lock(mutex_);
  due_.reset();
}

void wake_timer::wait() noexcept {
#if defined(__linux__)
  if (timer_ >= 0) {
    std::uint64_t times;
    while (::read(timer_, &times, sizeof times) < 0)
      if (errno != EINTR) {
        // The program has closed this descriptor.
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return;
      }
    return;
  }
#endif
  std::unique_lock lock(mutex_);
  for (;;) {
    if (!due_) {
      changed_.wait(lock);
    } else if (const auto due = *due_; clock::now() < due) {
      changed_.wait_until(lock, due);
    } else {
      due_.reset();
      return;
    }
  }
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
