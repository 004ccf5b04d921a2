// A condition variable for coroutines.
#ifndef COIO_SYNC_CONDVAR_HPP
#define COIO_SYNC_CONDVAR_HPP

#include <chrono>
#include <mutex>
#include <optional>
#include <utility>

#include "coio/asio.hpp"
#include "coio/awaitable.hpp"
#include "coio/detail/export.hpp"
#include "coio/detail/sync/waiter.hpp"
#include "coio/sync/mutex.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace sync {

/// A condition variable that goes with sync::mutex.
/**
 * Every wait ends with the mutex held, also one that was cancelled or took too long. There are no
 * spurious wake-ups, but another coroutine may have changed the condition before the waiter gets
 * the mutex: use a predicate.
 *
 * Thread safety: Distinct objects: Safe. Shared objects: Safe.
 */
class condvar {
 public:
  condvar() noexcept = default;
  condvar(const condvar&) = delete;
  condvar& operator=(const condvar&) = delete;

  /// Unlocks the mutex, waits for a notification, and locks the mutex again.
  /**
   * @param g Must hold the mutex.
   * @throws asio::system_error The wait was cancelled (asio::error::operation_aborted).
   */
  COIO_API awaitable<void> wait(mutex::guard& g);

  /// Waits until the predicate is true.
  template <typename Predicate>
  awaitable<void> wait(mutex::guard& g, Predicate predicate) {
    while (!predicate())
      co_await wait(g);
  }

  /// As wait(), but no longer than the given time.
  /** @return Whether it was notified. */
  template <typename Rep, typename Period>
  awaitable<bool> wait_for(mutex::guard& g, std::chrono::duration<Rep, Period> d) {
    return wait_until(g, std::chrono::steady_clock::now() + d);
  }
  COIO_API awaitable<bool> wait_until(mutex::guard& g, std::chrono::steady_clock::time_point t);

  /// Waits until the predicate is true, but no longer than the given time.
  /** @return What the predicate says at the end. */
  template <typename Rep, typename Period, typename Predicate>
  awaitable<bool> wait_for(mutex::guard& g, std::chrono::duration<Rep, Period> d,
                           Predicate predicate) {
    const auto end = std::chrono::steady_clock::now() + d;
    while (!predicate())
      if (!co_await wait_until(g, end)) co_return predicate();
    co_return true;
  }

  /// Wakes the coroutine that has waited longest.
  COIO_API void notify_one();

  /// Wakes all that wait.
  COIO_API void notify_all();

 private:
  // The data of a waiter.
  struct entry {
    mutex& m;
    enum { fresh, waiting, gone } state = fresh;  // with lock_ held
  };

  template <typename Object>
  friend awaitable<void> detail::suspend(Object&, detail::coroutine_waiter&);
  template <typename Object>
  friend awaitable<asio::error_code> detail::suspend_until(Object&, detail::coroutine_waiter&,
                                                           std::chrono::steady_clock::time_point);

  bool notify();
  detail::wait_queue& queue() noexcept { return waiters_; }
  std::optional<asio::error_code> enter(detail::waiter& w) noexcept;
  void cancel(detail::waiter& w, const asio::error_code& result);

  std::mutex lock_;
  detail::wait_queue waiters_{lock_};
};

}  // namespace sync
}  // namespace COIO_ABI
}  // namespace coio

#endif
