#include "coio/sync/mutex.hpp"

#include "core/seam.hpp"

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
  do {
    detail::waiter* next = nullptr;
    {
      const std::lock_guard lock(lock_);
      next = waiters_.pop();
      // relaxed: it is not free yet. If there is a next holder, lock_ and the run queue order this
      // holder's writes before it.
      if (waiters_.empty()) state_.store(held, std::memory_order_relaxed);
      COIO_SEAM();
    }
    if (next) {
      give(*static_cast<place*>(next->data()));
      return next->resume();
    }
    // Not with lock_: whoever has a free mutex may destroy it.
  } while (!release());
}

}  // namespace sync
}  // namespace COIO_ABI
}  // namespace coio
