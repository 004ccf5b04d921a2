// A barrier that opens once.
#ifndef COIO_SYNC_MONO_BARRIER_HPP
#define COIO_SYNC_MONO_BARRIER_HPP

#include <chrono>
#include <mutex>
#include <optional>

#include "coio/asio.hpp"
#include "coio/awaitable.hpp"
#include "coio/detail/export.hpp"
#include "coio/detail/sync/waiter.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace sync {

/// A barrier at which coroutines wait until notify() opens it for good.
/**
 * Thread safety: Distinct objects: Safe. Shared objects: Safe.
 */
class mono_barrier {
 public:
  mono_barrier() noexcept = default;
  mono_barrier(const mono_barrier&) = delete;
  mono_barrier& operator=(const mono_barrier&) = delete;

  /// Waits until the barrier is open.
  /** @throws asio::system_error The wait was cancelled (asio::error::operation_aborted). */
  COIO_API awaitable<void> wait();

  /// As wait(), but no longer than the given time.
  /** @return Whether the barrier is open. */
  template <typename Rep, typename Period>
  awaitable<bool> wait_for(std::chrono::duration<Rep, Period> d) {
    return wait_until(std::chrono::steady_clock::now() + d);
  }
  COIO_API awaitable<bool> wait_until(std::chrono::steady_clock::time_point t);

  /// As wait(), for plain threads: blocks the calling thread.
  COIO_API void blocking_wait();

  /// Opens the barrier.
  COIO_API void notify();

 private:
  template <typename Object>
  friend awaitable<void> detail::suspend(Object&, detail::coroutine_waiter&);
  template <typename Object>
  friend awaitable<asio::error_code> detail::suspend_until(Object&, detail::coroutine_waiter&,
                                                           std::chrono::steady_clock::time_point);
  template <typename Object>
  friend asio::error_code detail::block(Object&, detail::thread_waiter&);

  detail::wait_queue& queue() noexcept { return waiters_; }
  std::optional<asio::error_code> enter(detail::waiter& w) noexcept;
  void cancel(detail::waiter& w, const asio::error_code& result);

  std::mutex lock_;
  bool open_ = false;
  detail::wait_queue waiters_{lock_};
};

}  // namespace sync
}  // namespace COIO_ABI
}  // namespace coio

#endif
