#include "coio/sync/condvar.hpp"

#include "core/seam.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace sync {

// A waiter that is notified, or that ends its wait before its time, is not resumed but passed to
// its mutex, which resumes it when it holds that. From then on this object must not use the waiter.

mutex& condvar::its_mutex(const detail::waiter& w) noexcept {
  return static_cast<mutex::place*>(w.data())->its;
}

void condvar::notify_one() {
  detail::waiter* w = nullptr;
  {
    const std::lock_guard lock(lock_);
    w = waiters_.pop();
  }
  COIO_SEAM();
  if (w && !its_mutex(*w).wait_instead(*w)) w->resume();
}

void condvar::notify_all() {
  // Takes all at once, because a waiter that is woken may wait again at once.
  detail::waiter* all = nullptr;
  {
    const std::lock_guard lock(lock_);
    all = waiters_.take_all();
  }
  detail::wait_queue::for_each(all, [](detail::waiter& w) {
    COIO_SEAM();
    if (!its_mutex(w).wait_instead(w)) w.resume();
  });
}

std::optional<asio::error_code> condvar::enter(detail::waiter& w) noexcept {
  mutex::guard& g = static_cast<place*>(static_cast<mutex::place*>(w.data()))->its_guard;
  {
    const std::lock_guard lock(lock_);
    waiters_.push(w);
  }
  // The waiter may have been notified already, but it does not continue before the mutex is
  // unlocked.
  g.unlock();
  return std::nullopt;
}

detail::withdrawal condvar::withdraw(detail::waiter& w) noexcept {
  {
    const std::lock_guard lock(lock_);
    if (!waiters_.take(w)) return detail::withdrawal::over;
  }
  return its_mutex(w).wait_instead(w) ? detail::withdrawal::passed_on
                                      : detail::withdrawal::withdrawn;
}

}  // namespace sync
}  // namespace COIO_ABI
}  // namespace coio
