#include "coio/sync/condvar.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace sync {

// A notified waiter is not resumed but passed to the mutex, which resumes the waiter when it holds
// the mutex. From then on this object must not use the waiter; entry::state is `gone`.

awaitable<void> condvar::wait(mutex::guard& g) {
  entry e{*g.mutex_};
  detail::coroutine_waiter w(&e);
  e.m.waiters_.attach();  // the queue in which it waits last
  co_await detail::suspend(*this, w);
  if (w.error()) throw asio::system_error(w.error(), "wait");
}

awaitable<bool> condvar::wait_until(mutex::guard& g, std::chrono::steady_clock::time_point t) {
  entry e{*g.mutex_};
  detail::coroutine_waiter w(&e);
  e.m.waiters_.attach();  // the queue in which it waits last
  const auto result = co_await detail::suspend_until(*this, w, t);
  if (result && result != asio::error::timed_out) throw asio::system_error(result, "wait");
  co_return !result;
}

bool condvar::notify() {
  detail::waiter* w = nullptr;
  mutex* m = nullptr;
  {
    const std::lock_guard lock(lock_);
    w = waiters_.pop();
    if (!w) return false;
    auto& e = *static_cast<entry*>(w->data());
    e.state = entry::gone;
    m = &e.m;
  }
  m->pass_to(*w);
  return true;
}

void condvar::notify_one() {
  notify();
}

void condvar::notify_all() {
  // Takes all at once, because a waiter that is woken may wait again at once.
  detail::waiter* all = nullptr;
  {
    const std::lock_guard lock(lock_);
    all = waiters_.take_all();
    for (detail::waiter* w = all; w; w = detail::waiter_list::after(*w))
      static_cast<entry*>(w->data())->state = entry::gone;
  }
  detail::waiter_list::for_each(
      all, [](detail::waiter& w) { static_cast<entry*>(w.data())->m.pass_to(w); });
}

std::optional<asio::error_code> condvar::enter(detail::waiter& w) noexcept {
  auto& e = *static_cast<entry*>(w.data());
  mutex& m = e.m;
  {
    const std::lock_guard lock(lock_);
    if (e.state == entry::gone) return asio::error::operation_aborted;
    e.state = entry::waiting;
    waiters_.append(w);
  }
  // The waiter may have been notified already, but it does not continue before the mutex is
  // unlocked.
  m.unlock();
  return std::nullopt;
}

void condvar::cancel(detail::waiter& w, const asio::error_code& result) {
  auto& e = *static_cast<entry*>(w.data());
  {
    const std::lock_guard lock(lock_);
    const bool waiting = e.state == entry::waiting;
    e.state = entry::gone;
    if (!waiting) return;
    waiters_.take(w);
  }
  w.set_error(result);
  e.m.pass_to(w);
}

}  // namespace sync
}  // namespace COIO_ABI
}  // namespace coio
