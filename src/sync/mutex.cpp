#include "coio/sync/mutex.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace sync {

// Waiters are queued only while the state is `contended`, and that state changes only with lock_
// locked. So an unlock() that finds `held` has no waiter to pass the mutex to.

// acquire: see acquire(). The exchange also acquires a mutex that has become free. The state is
// then `contended` without a waiter, and the unlock() looks at the empty queue.
std::optional<asio::error_code> mutex::attempt(detail::waiter& w, detail::waiter*&) noexcept {
  if (state_.exchange(contended, std::memory_order_acquire) != free) return std::nullopt;
  give(*static_cast<place*>(w.data()));
  return asio::error_code();
}

bool mutex::wait_instead(detail::waiter& w) noexcept {
  return !detail::wait_access::enter(*this, w);
}

void mutex::hand_over() noexcept {
  detail::waiter* next = nullptr;
  {
    const std::lock_guard lock(lock_);
    next = waiters_.pop();
    // release: see acquire(). If there is a next holder, the mutex stays held, and lock_ and the
    // run queue order this holder's writes before it.
    if (waiters_.empty()) state_.store(next ? held : free, std::memory_order_release);
  }
  if (!next) return;
  give(*static_cast<place*>(next->data()));
  next->resume();
}

}  // namespace sync
}  // namespace COIO_ABI
}  // namespace coio
