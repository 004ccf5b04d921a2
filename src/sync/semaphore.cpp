#include "coio/sync/semaphore.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace sync {

awaitable<void> semaphore::acquire() {
  if (try_acquire()) co_return;
  detail::coroutine_waiter w;
  co_await detail::suspend(*this, w);
  if (w.error()) throw asio::system_error(w.error(), "acquire");
}

awaitable<bool> semaphore::acquire_until(std::chrono::steady_clock::time_point t) {
  if (try_acquire()) co_return true;
  detail::coroutine_waiter w;
  const auto e = co_await detail::suspend_until(*this, w, t);
  if (e && e != asio::error::timed_out) throw asio::system_error(e, "acquire");
  co_return !e;
}

bool semaphore::try_acquire() noexcept {
  const std::lock_guard lock(lock_);
  if (count_ == 0) return false;
  --count_;
  return true;
}

void semaphore::release(std::size_t n) {
  for (; n > 0; --n) {
    detail::waiter* next = nullptr;
    {
      const std::lock_guard lock(lock_);
      next = waiters_.pop();
      if (!next) {
        count_ += n;
        return;
      }
    }
    next->resume();
  }
}

std::size_t semaphore::available() const noexcept {
  const std::lock_guard lock(lock_);
  return count_;
}

std::optional<asio::error_code> semaphore::enter(detail::waiter& w) noexcept {
  const std::lock_guard lock(lock_);
  if (count_ == 0) return waiters_.push(w);
  --count_;
  return asio::error_code();
}

void semaphore::cancel(detail::waiter& w, const asio::error_code& result) {
  {
    const std::lock_guard lock(lock_);
    if (!waiters_.take(w)) return;
  }
  w.resume(result);
}

}  // namespace sync
}  // namespace COIO_ABI
}  // namespace coio
