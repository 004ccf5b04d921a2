// A mutex for coroutines.
#ifndef COIO_SYNC_MUTEX_HPP
#define COIO_SYNC_MUTEX_HPP

#include <atomic>
#include <mutex>
#include <optional>
#include <utility>

#include "coio/asio.hpp"
#include "coio/awaitable.hpp"
#include "coio/detail/export.hpp"
#include "coio/detail/sync/waiter.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace sync {

/// A mutex whose waiters are suspended coroutines, served in the order in which they came.
/**
 * It may be held across `co_await`, and unlocked by another thread than locked it. unlock() hands
 * the mutex to the first waiter.
 *
 * Thread safety: Distinct objects: Safe. Shared objects: Safe.
 */
class mutex {
 public:
  /// Holds the mutex until it is destroyed.
  class guard {
   public:
    /// Holds nothing.
    guard() noexcept = default;
    guard(guard&& other) noexcept : mutex_(std::exchange(other.mutex_, nullptr)) {}
    guard& operator=(guard&& other) noexcept {
      guard(std::move(other)).swap(*this);
      return *this;
    }
    ~guard() { unlock(); }

    /// Whether it holds the mutex.
    explicit operator bool() const noexcept { return mutex_ != nullptr; }

    /// Unlocks the mutex, if it is held.
    void unlock() noexcept {
      if (mutex_) std::exchange(mutex_, nullptr)->unlock();
    }

    void swap(guard& other) noexcept { std::swap(mutex_, other.mutex_); }

   private:
    friend class mutex;
    friend class condvar;
    explicit guard(mutex& m) noexcept : mutex_(&m) {}
    mutex* mutex_ = nullptr;
  };

  mutex() noexcept = default;
  mutex(const mutex&) = delete;
  mutex& operator=(const mutex&) = delete;

  /// Waits for the mutex.
  /**
   * A mutex that is free is held from this call on, before it is awaited.
   *
   * @return The guard that unlocks it.
   * @throws asio::system_error The wait was cancelled (asio::error::operation_aborted).
   */
  awaitable<guard> lock() { return acquire() ? locked(guard(*this)) : wait(); }

  /// Takes the mutex if it is free.
  /** @return A guard, which holds nothing if the mutex is not free. */
  guard try_lock() noexcept { return acquire() ? guard(*this) : guard(); }

 private:
  static awaitable<guard> locked(guard g) { co_return std::move(g); }

  awaitable<guard> wait() {
    detail::coroutine_waiter w;
    co_await detail::suspend(*this, w);
    if (w.error()) throw asio::system_error(w.error(), "lock");
    co_return guard(*this);
  }

  template <typename Object>
  friend awaitable<void> detail::suspend(Object&, detail::coroutine_waiter&);
  friend class condvar;

  enum state : int { free, held, contended };  // contended: held, and there may be waiters

  bool acquire() noexcept {
    int expected = free;
    // acquire pairs with the release in unlock(): what the last holder wrote is visible.
    return state_.compare_exchange_strong(expected, held, std::memory_order_acquire,
                                          std::memory_order_relaxed);
  }

  void unlock() noexcept {
    int expected = held;
    // release: see acquire().
    if (!state_.compare_exchange_strong(expected, free, std::memory_order_release,
                                        std::memory_order_relaxed))
      hand_over();
  }

  COIO_API void hand_over() noexcept;
  // Resumes a waiter of a condvar as the holder, now or in its turn.
  COIO_API void pass_to(detail::waiter& w);
  detail::wait_queue& queue() noexcept { return waiters_; }
  COIO_API std::optional<asio::error_code> enter(detail::waiter& w) noexcept;
  COIO_API void cancel(detail::waiter& w, const asio::error_code& result);

  std::atomic<int> state_{free};
  std::mutex lock_;
  detail::wait_queue waiters_{lock_};
};

}  // namespace sync
}  // namespace COIO_ABI
}  // namespace coio

#endif
