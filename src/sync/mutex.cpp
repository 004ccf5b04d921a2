#include "coio/sync/mutex.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace sync {

// Waiters are only queued while the state is `contended`, and that state is only left with lock_
// held. So an unlock() that finds `held` has nobody to hand the mutex to.

std::optional<asio::error_code> mutex::enter(detail::waiter& w) noexcept {
  const std::lock_guard lock(lock_);
  // acquire: see acquire(). The exchange also takes a mutex that has become free; it is then
  // `contended` without a waiter, which costs its unlock() a look at the empty queue.
  if (state_.exchange(contended, std::memory_order_acquire) == free) return asio::error_code();
  return waiters_.push(w);
}

void mutex::pass_to(detail::waiter& w) {
  {
    const std::lock_guard lock(lock_);
    // acquire: see acquire().
    if (state_.exchange(contended, std::memory_order_acquire) != free) {
      waiters_.append(w);
      return;
    }
  }
  w.resume();
}

void mutex::hand_over() noexcept {
  detail::waiter* next = nullptr;
  {
    const std::lock_guard lock(lock_);
    next = waiters_.pop();
    // release: see acquire(). With a next holder the mutex stays held, and lock_ and the run queue
    // carry what this one wrote.
    if (waiters_.empty()) state_.store(next ? held : free, std::memory_order_release);
  }
  if (next) next->resume();
}

void mutex::cancel(detail::waiter& w, const asio::error_code& result) {
  {
    const std::lock_guard lock(lock_);
    if (!waiters_.take(w)) return;
  }
  w.resume(result);
}

}  // namespace sync
}  // namespace COIO_ABI
}  // namespace coio
