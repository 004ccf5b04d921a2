#include "coio/sync/mono_barrier.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace sync {

awaitable<void> mono_barrier::wait() {
  detail::coroutine_waiter w;
  co_await detail::suspend(*this, w);
  if (w.error()) throw asio::system_error(w.error(), "wait");
}

awaitable<bool> mono_barrier::wait_until(std::chrono::steady_clock::time_point t) {
  detail::coroutine_waiter w;
  const auto e = co_await detail::suspend_until(*this, w, t);
  if (e && e != asio::error::timed_out) throw asio::system_error(e, "wait");
  co_return !e;
}

void mono_barrier::blocking_wait() {
  detail::thread_waiter w;
  detail::block(*this, w);
}

void mono_barrier::notify() {
  detail::waiter* waiting = nullptr;
  {
    const std::lock_guard lock(lock_);
    open_ = true;
    waiting = waiters_.take_all();
  }
  detail::waiter_list::for_each(waiting, [](detail::waiter& w) { w.resume(); });
}

std::optional<asio::error_code> mono_barrier::enter(detail::waiter& w) noexcept {
  const std::lock_guard lock(lock_);
  if (open_) return asio::error_code();
  return waiters_.push(w);
}

void mono_barrier::cancel(detail::waiter& w, const asio::error_code& result) {
  {
    const std::lock_guard lock(lock_);
    if (!waiters_.take(w)) return;
  }
  w.resume(result);
}

}  // namespace sync
}  // namespace COIO_ABI
}  // namespace coio
