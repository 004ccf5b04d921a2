// A semaphore for coroutines.
#ifndef COIO_SYNC_SEMAPHORE_HPP
#define COIO_SYNC_SEMAPHORE_HPP

#include <chrono>
#include <cstddef>
#include <mutex>
#include <optional>

#include "coio/asio.hpp"
#include "coio/awaitable.hpp"
#include "coio/detail/export.hpp"
#include "coio/detail/sync/waiter.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace sync {

/// A counting semaphore whose waiters are suspended coroutines, served in the order in which they
/// came.
/**
 * Thread safety: Distinct objects: Safe. Shared objects: Safe.
 */
class semaphore {
 public:
  /// @param count The number of permits.
  explicit semaphore(std::size_t count) noexcept : count_(count) {}
  semaphore(const semaphore&) = delete;
  semaphore& operator=(const semaphore&) = delete;

  /// Takes a permit; waits for one if there is none.
  /** @throws asio::system_error The wait was cancelled (asio::error::operation_aborted). */
  COIO_API awaitable<void> acquire();

  /// As acquire(), but waits no longer than the given time.
  /** @return Whether it took a permit. */
  template <typename Rep, typename Period>
  awaitable<bool> acquire_for(std::chrono::duration<Rep, Period> d) {
    return acquire_until(std::chrono::steady_clock::now() + d);
  }
  COIO_API awaitable<bool> acquire_until(std::chrono::steady_clock::time_point t);

  /// Takes a permit if there is one.
  COIO_API bool try_acquire() noexcept;

  /// Gives back permits, or adds new ones.
  COIO_API void release(std::size_t n = 1);

  /// The number of permits that are free.
  COIO_API std::size_t available() const noexcept;

 private:
  template <typename Object>
  friend awaitable<void> detail::suspend(Object&, detail::coroutine_waiter&);
  template <typename Object>
  friend awaitable<asio::error_code> detail::suspend_until(Object&, detail::coroutine_waiter&,
                                                           std::chrono::steady_clock::time_point);

  detail::wait_queue& queue() noexcept { return waiters_; }
  std::optional<asio::error_code> enter(detail::waiter& w) noexcept;
  void cancel(detail::waiter& w, const asio::error_code& result);

  mutable std::mutex lock_;
  std::size_t count_;  // not zero only while nobody waits
  detail::wait_queue waiters_{lock_};
};

}  // namespace sync
}  // namespace COIO_ABI
}  // namespace coio

#endif
