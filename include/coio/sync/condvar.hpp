// A condition variable for coroutines.
#ifndef COIO_SYNC_CONDVAR_HPP
#define COIO_SYNC_CONDVAR_HPP

#include <chrono>
#include <mutex>
#include <optional>
#include <stdexcept>
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
  /// What wait() and wait_for() return, to be awaited.
  class [[nodiscard]] wait_operation;
  class [[nodiscard]] timed_wait_operation;

  condvar() noexcept = default;
  condvar(const condvar&) = delete;
  condvar& operator=(const condvar&) = delete;

  /// Unlocks the mutex, waits for a notification, and locks the mutex again.
  /**
   * @param g Must hold the mutex.
   * @throws std::logic_error It holds none.
   * @throws asio::system_error The wait was cancelled (asio::error::operation_aborted).
   */
  wait_operation wait(mutex::guard& g);

  /// Waits until the predicate is true.
  template <typename Predicate>
  awaitable<void> wait(mutex::guard& g, Predicate predicate);

  /// As wait(), but no longer than the given time.
  /** @return Whether it was notified. */
  template <typename Rep, typename Period>
  timed_wait_operation wait_for(mutex::guard& g, std::chrono::duration<Rep, Period> d);
  timed_wait_operation wait_until(mutex::guard& g, std::chrono::steady_clock::time_point t);

  /// Waits until the predicate is true, but no longer than the given time.
  /** @return What the predicate says at the end. */
  template <typename Rep, typename Period, typename Predicate>
  awaitable<bool> wait_for(mutex::guard& g, std::chrono::duration<Rep, Period> d,
                           Predicate predicate);
  template <typename Predicate>
  awaitable<bool> wait_until(mutex::guard& g, std::chrono::steady_clock::time_point t,
                             Predicate predicate);

  /// Wakes the coroutine that has waited longest.
  COIO_API void notify_one();

  /// Wakes all that wait.
  COIO_API void notify_all();

 private:
  friend struct detail::wait_access;

  static mutex& mutex_of(const mutex::guard& g) {
    if (!g)
      throw std::logic_error(
          "coio::sync::condvar::wait: expected a guard that holds a mutex, found one that holds "
          "none");
    return *g.mutex_;
  }

  // The data of a waiter: where it gets its mutex, which its guard does not hold meanwhile.
  struct place : mutex::place {
    explicit place(mutex::guard& g) : mutex::place(mutex_of(g)), its_guard(g) {}
    mutex::guard& its_guard;
  };

  static mutex& its_mutex(const detail::waiter& w) noexcept;
  COIO_API std::optional<asio::error_code> enter(detail::waiter& w) noexcept;
  COIO_API detail::withdrawal withdraw(detail::waiter& w) noexcept;

  std::mutex lock_;
  detail::wait_queue waiters_{lock_};
};

class condvar::wait_operation final : public detail::wait_operation<wait_operation, void> {
 public:
  static constexpr bool not_selectable = true;  // it holds the mutex at its end, always

  wait_operation(condvar& c, mutex::guard& g) : condvar_(c), place_(g) {}
  wait_operation(wait_operation&&) = default;

 private:
  friend class detail::wait_operation<wait_operation, void>;
  static constexpr const char* waits_for = "sync::condvar::wait";
  void look(coio::detail::wait_view& v) const { v.object = &condvar_; }
  bool at_once() const noexcept { return false; }
  condvar& object() noexcept {
    this->data_ = static_cast<mutex::place*>(&place_);
    return condvar_;
  }
  void finish(const asio::error_code& ec) {
    place_.its_guard = place_.take();
    if (ec) throw asio::system_error(ec, "wait");
  }

  condvar& condvar_;
  place place_;
};

class condvar::timed_wait_operation final
    : public detail::wait_operation<timed_wait_operation, bool> {
 public:
  static constexpr bool not_selectable = true;  // it holds the mutex at its end, always

  timed_wait_operation(condvar& c, mutex::guard& g, std::chrono::steady_clock::time_point t)
      : detail::wait_operation<timed_wait_operation, bool>(t), condvar_(c), place_(g) {}
  timed_wait_operation(timed_wait_operation&&) = default;

 private:
  friend class detail::wait_operation<timed_wait_operation, bool>;
  static constexpr const char* waits_for = "sync::condvar::wait";
  void look(coio::detail::wait_view& v) const { v.object = &condvar_; }
  bool at_once() const noexcept { return false; }
  condvar& object() noexcept {
    this->data_ = static_cast<mutex::place*>(&place_);
    return condvar_;
  }
  bool finish(const asio::error_code& ec) {
    place_.its_guard = place_.take();
    if (ec && ec != asio::error::timed_out) throw asio::system_error(ec, "wait");
    return !ec;
  }

  condvar& condvar_;
  place place_;
};

inline condvar::wait_operation condvar::wait(mutex::guard& g) {
  return wait_operation(*this, g);
}

template <typename Predicate>
awaitable<void> condvar::wait(mutex::guard& g, Predicate predicate) {
  while (!predicate())
    co_await wait(g);
}

template <typename Rep, typename Period>
condvar::timed_wait_operation condvar::wait_for(mutex::guard& g,
                                                std::chrono::duration<Rep, Period> d) {
  return timed_wait_operation(*this, g, coio::detail::time_after(d));
}

inline condvar::timed_wait_operation condvar::wait_until(mutex::guard& g,
                                                         std::chrono::steady_clock::time_point t) {
  return timed_wait_operation(*this, g, t);
}

template <typename Rep, typename Period, typename Predicate>
awaitable<bool> condvar::wait_for(mutex::guard& g, std::chrono::duration<Rep, Period> d,
                                  Predicate predicate) {
  return wait_until(g, coio::detail::time_after(d), std::move(predicate));
}

template <typename Predicate>
awaitable<bool> condvar::wait_until(mutex::guard& g, std::chrono::steady_clock::time_point t,
                                    Predicate predicate) {
  for (bool notified = true; notified; notified = co_await wait_until(g, t))
    if (predicate()) co_return true;
  co_return predicate();
}

}  // namespace sync
}  // namespace COIO_ABI
}  // namespace coio

#endif
