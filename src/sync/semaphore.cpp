#include "coio/sync/semaphore.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace sync {

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

std::optional<asio::error_code> semaphore::attempt(detail::waiter&, detail::waiter*&) noexcept {
  if (count_ == 0) return std::nullopt;
  --count_;
  return asio::error_code();
}

}  // namespace sync
}  // namespace COIO_ABI
}  // namespace coio
