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
  /// What wait() and wait_for() return, to be awaited.
  class [[nodiscard]] wait_operation;
  class [[nodiscard]] timed_wait_operation;

  mono_barrier() noexcept = default;
  mono_barrier(const mono_barrier&) = delete;
  mono_barrier& operator=(const mono_barrier&) = delete;

  /// Waits until the barrier is open.
  /** @throws asio::system_error The wait was cancelled (asio::error::operation_aborted). */
  wait_operation wait() noexcept;

  /// As wait(), but no longer than the given time.
  /** @return Whether the barrier is open. */
  template <typename Rep, typename Period>
  timed_wait_operation wait_for(std::chrono::duration<Rep, Period> d) noexcept;
  timed_wait_operation wait_until(std::chrono::steady_clock::time_point t) noexcept;

  /// As wait(), for plain threads: blocks the calling thread.
  COIO_API void blocking_wait();

  /// Opens the barrier.
  COIO_API void notify();

 private:
  friend struct detail::wait_access;

  COIO_API bool is_open() noexcept;
  COIO_API std::optional<asio::error_code> attempt(detail::waiter&, detail::waiter*&) noexcept;
  detail::wait_queue& queue() noexcept { return waiters_; }

  std::mutex lock_;
  bool open_ = false;
  detail::wait_queue waiters_{lock_};
};

class mono_barrier::wait_operation final : public detail::wait_operation<wait_operation, void> {
 public:
  explicit wait_operation(mono_barrier& b) noexcept : barrier_(b) {}
  wait_operation(wait_operation&&) = default;

 private:
  friend class detail::wait_operation<wait_operation, void>;
  static constexpr const char* waits_for = "sync::mono_barrier::wait";
  void look(coio::detail::wait_view& v) const { v.object = &barrier_; }
  bool at_once() noexcept { return barrier_.is_open(); }
  mono_barrier& object() noexcept { return barrier_; }
  void finish(const asio::error_code& ec) const {
    if (ec) throw asio::system_error(ec, "wait");
  }

  mono_barrier& barrier_;
};

class mono_barrier::timed_wait_operation final
    : public detail::wait_operation<timed_wait_operation, bool> {
 public:
  timed_wait_operation(mono_barrier& b, std::chrono::steady_clock::time_point t) noexcept
      : detail::wait_operation<timed_wait_operation, bool>(t), barrier_(b) {}
  timed_wait_operation(timed_wait_operation&&) = default;

 private:
  friend class detail::wait_operation<timed_wait_operation, bool>;
  static constexpr const char* waits_for = "sync::mono_barrier::wait";
  void look(coio::detail::wait_view& v) const { v.object = &barrier_; }
  bool at_once() noexcept { return barrier_.is_open(); }
  mono_barrier& object() noexcept { return barrier_; }
  bool finish(const asio::error_code& ec) const {
    if (ec && ec != asio::error::timed_out) throw asio::system_error(ec, "wait");
    return !ec;
  }

  mono_barrier& barrier_;
};

inline mono_barrier::wait_operation mono_barrier::wait() noexcept {
  return wait_operation(*this);
}

template <typename Rep, typename Period>
mono_barrier::timed_wait_operation mono_barrier::wait_for(
    std::chrono::duration<Rep, Period> d) noexcept {
  return timed_wait_operation(*this, coio::detail::time_after(d));
}

inline mono_barrier::timed_wait_operation mono_barrier::wait_until(
    std::chrono::steady_clock::time_point t) noexcept {
  return timed_wait_operation(*this, t);
}

}  // namespace sync
}  // namespace COIO_ABI
}  // namespace coio

#endif
