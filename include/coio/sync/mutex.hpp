// A mutex for coroutines.
#ifndef COIO_SYNC_MUTEX_HPP
#define COIO_SYNC_MUTEX_HPP

#include <atomic>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
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
  class [[nodiscard]] guard {
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

  /// What lock() returns, to be awaited.
  class [[nodiscard]] lock_operation;

  mutex() noexcept = default;
  mutex(const mutex&) = delete;
  mutex& operator=(const mutex&) = delete;
  ~mutex() {
    if (given_to_) given_to_->held_ = false;
  }

  /// Waits for the mutex.
  /**
   * @return The guard that unlocks it.
   * @throws asio::system_error The wait was cancelled (asio::error::operation_aborted); the mutex
   * is not held then.
   */
  lock_operation lock() noexcept;

  /// Takes the mutex if it is free.
  /** @return A guard, which holds nothing if the mutex is not free. */
  [[nodiscard]] guard try_lock() noexcept { return acquire() ? guard(*this) : guard(); }

 private:
  friend struct detail::wait_access;
  friend class condvar;

  enum state : int { free, held, contended };  // contended: held, and there may be waiters

  // Where a coroutine gets the mutex that it waits for: the data of its waiter. If the coroutine is
  // destroyed before it goes on, the mutex is unlocked.
  class place {
   public:
    explicit place(mutex& m) noexcept : its(m) {}
    place(place&& other) noexcept : its(other.its) {}  // before it waits
    ~place() {
      if (held_) take().unlock();
    }
    // By the coroutine, which has it now.
    guard take() noexcept {
      held_ = false;
      its.given_to_ = nullptr;
      return guard(its);
    }

    mutex& its;

   private:
    friend class mutex;
    bool held_ = false;
  };

  bool acquire() noexcept {
    int expected = free;
    // acquire pairs with the release in unlock(): what the last holder wrote is visible (orders:
    // mutex).
    return state_.compare_exchange_strong(expected, held, std::memory_order_acquire,
                                          std::memory_order_relaxed);
  }

  // False if there may be waiters.
  bool release() noexcept {
    int expected = held;
    // release: see acquire().
    return state_.compare_exchange_strong(expected, free, std::memory_order_release,
                                          std::memory_order_relaxed);
  }

  void unlock() noexcept {
    if (!release()) hand_over();
  }

  // The caller holds it. Coroutines are destroyed in any order: it may go before the place.
  void give(place& p) noexcept {
    p.held_ = true;
    given_to_ = &p;
  }

  COIO_API void hand_over() noexcept;
  // Makes a waiter of a condvar wait here; false if it holds the mutex now.
  COIO_API bool wait_instead(detail::waiter& w) noexcept;
  COIO_API std::optional<asio::error_code> attempt(detail::waiter& w, detail::waiter*&) noexcept;
  detail::wait_queue& queue() noexcept { return waiters_; }

  std::atomic<int> state_{free};
  // Which coroutine has locked it last by lock(). relaxed: for people who look for a deadlock.
  std::atomic<std::uint64_t> holder_{0};
  // Whose coroutine has got it and has not gone on yet. Who holds the mutex uses it.
  place* given_to_ = nullptr;
  std::mutex lock_;
  detail::wait_queue waiters_{lock_};
};

class mutex::lock_operation final : public detail::wait_operation<lock_operation, guard> {
 public:
  static constexpr bool looks_first = true;

  explicit lock_operation(mutex& m) noexcept : place_(m) {}
  lock_operation(lock_operation&&) = default;

 private:
  friend class detail::wait_operation<lock_operation, guard>;
  static constexpr const char* waits_for = "sync::mutex::lock";
  void look(coio::detail::wait_view& v) const {
    v.object = &place_.its;
    if (const std::uint64_t id = place_.its.holder_.load(std::memory_order_relaxed))
      v.more = "last locked by coroutine " + std::to_string(id);
  }
  bool at_once() noexcept {
    if (!place_.its.acquire()) return false;
    place_.its.give(place_);
    return true;
  }
  mutex& object() noexcept {
    this->data_ = &place_;
    return place_.its;
  }
  guard finish(const asio::error_code& ec) {
    if (ec) throw asio::system_error(ec, "lock");
    place_.its.holder_.store(this->me_->id(), std::memory_order_relaxed);
    return place_.take();
  }

  place place_;
};

inline mutex::lock_operation mutex::lock() noexcept {
  return lock_operation(*this);
}

}  // namespace sync
}  // namespace COIO_ABI
}  // namespace coio

#endif
