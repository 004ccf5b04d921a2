#include "coio/sync/mono_barrier.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace sync {

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
  detail::wait_queue::for_each(waiting, [](detail::waiter& w) { w.resume(); });
}

bool mono_barrier::is_open() noexcept {
  const std::lock_guard lock(lock_);
  return open_;
}

std::optional<asio::error_code> mono_barrier::attempt(detail::waiter&, detail::waiter*&) noexcept {
  if (open_) return asio::error_code();
  return std::nullopt;
}

}  // namespace sync
}  // namespace COIO_ABI
}  // namespace coio
