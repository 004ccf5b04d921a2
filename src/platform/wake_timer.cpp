#include "platform/wake_timer.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

void wake_timer::set(std::chrono::microseconds delay) noexcept {
  if (timer_) return timer_.set(delay);
  {
    const std::lock_guard lock(mutex_);
    due_ = clock::now() + delay;
    // The waiting thread looks at that time again.
    if (due_ >= waits_until_) return;
  }
  changed_.notify_one();
}

void wake_timer::cancel() noexcept {
  if (timer_) return timer_.cancel();
  const std::lock_guard lock(mutex_);
  due_ = never;
}

void wake_timer::wait() noexcept {
  if (timer_) return timer_.wait();
  std::unique_lock lock(mutex_);
  while (clock::now() < due_) {
    waits_until_ = due_;
    if (due_ == never)
      changed_.wait(lock);
    else
      changed_.wait_until(lock, waits_until_);
  }
  due_ = never;
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
