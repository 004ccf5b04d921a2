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
 * A wait that is cancelled or takes too long has taken no permit.
 *
 * Thread safety: Distinct objects: Safe. Shared objects: Safe.
 */
class semaphore {
 public:
  /// What acquire() and acquire_for() return, to be awaited.
  class [[nodiscard]] acquire_operation;
  class [[nodiscard]] timed_acquire_operation;

  /// @param count The number of permits.
  explicit semaphore(std::size_t count) noexcept : count_(count) {}
  semaphore(const semaphore&) = delete;
  semaphore& operator=(const semaphore&) = delete;

  /// Takes a permit; waits for one if there is none.
  /** @throws asio::system_error The wait was cancelled (asio::error::operation_aborted). */
  acquire_operation acquire() noexcept;

  /// As acquire(), but waits no longer than the given time.
  /** @return Whether it took a permit. */
  template <typename Rep, typename Period>
  timed_acquire_operation acquire_for(std::chrono::duration<Rep, Period> d) noexcept;
  timed_acquire_operation acquire_until(std::chrono::steady_clock::time_point t) noexcept;

  /// Takes a permit if there is one.
  [[nodiscard]] COIO_API bool try_acquire() noexcept;

  /// Gives back permits, or adds new ones. By any thread.
  COIO_API void release(std::size_t n = 1);

  /// The number of permits that are free.
  [[nodiscard]] COIO_API std::size_t available() const noexcept;

 private:
  friend struct detail::wait_access;

  COIO_API std::optional<asio::error_code> attempt(detail::waiter&, detail::waiter*&) noexcept;
  detail::wait_queue& queue() noexcept { return waiters_; }

  mutable std::mutex lock_;
  std::size_t count_;  // not zero only while nobody waits
  detail::wait_queue waiters_{lock_};
};

class semaphore::acquire_operation final : public detail::wait_operation<acquire_operation, void> {
 public:
  explicit acquire_operation(semaphore& s) noexcept : semaphore_(s) {}
  acquire_operation(acquire_operation&&) = default;

 private:
  friend class detail::wait_operation<acquire_operation, void>;
  static constexpr const char* waits_for = "sync::semaphore::acquire";
  void look(coio::detail::wait_view& v) const { v.object = &semaphore_; }
  bool at_once() noexcept { return semaphore_.try_acquire(); }
  semaphore& object() noexcept { return semaphore_; }
  void finish(const asio::error_code& ec) const {
    if (ec) throw asio::system_error(ec, "acquire");
  }

  semaphore& semaphore_;
};

class semaphore::timed_acquire_operation final
    : public detail::wait_operation<timed_acquire_operation, bool> {
 public:
  timed_acquire_operation(semaphore& s, std::chrono::steady_clock::time_point t) noexcept
      : wait_operation(t), semaphore_(s) {}
  timed_acquire_operation(timed_acquire_operation&&) = default;

 private:
  friend class detail::wait_operation<timed_acquire_operation, bool>;
  static constexpr const char* waits_for = "sync::semaphore::acquire";
  void look(coio::detail::wait_view& v) const { v.object = &semaphore_; }
  bool at_once() noexcept { return semaphore_.try_acquire(); }
  semaphore& object() noexcept { return semaphore_; }
  bool finish(const asio::error_code& ec) const {
    if (ec && ec != asio::error::timed_out) throw asio::system_error(ec, "acquire");
    return !ec;
  }

  semaphore& semaphore_;
};

inline semaphore::acquire_operation semaphore::acquire() noexcept {
  return acquire_operation(*this);
}

template <typename Rep, typename Period>
semaphore::timed_acquire_operation semaphore::acquire_for(
    std::chrono::duration<Rep, Period> d) noexcept {
  return timed_acquire_operation(*this, coio::detail::time_after(d));
}

inline semaphore::timed_acquire_operation semaphore::acquire_until(
    std::chrono::steady_clock::time_point t) noexcept {
  return timed_acquire_operation(*this, t);
}

}  // namespace sync
}  // namespace COIO_ABI
}  // namespace coio

#endif
