// Timers of coroutines: they lie in the coroutine's frame, and hang in a wheel of a worker's.
#ifndef COIO_DETAIL_CORO_TIMER_HPP
#define COIO_DETAIL_CORO_TIMER_HPP

#include <algorithm>
#include <chrono>
#include <coroutine>
#include <cstddef>

#include "coio/asio.hpp"
#include "coio/detail/core/timer_node.hpp"
#include "coio/detail/coro/awaiter.hpp"
#include "coio/detail/coro/fiber.hpp"
#include "coio/detail/export.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

class timers;

using steady = std::chrono::steady_clock;

// The time at which a duration from now is over; the end of all time if that is too far.
template <typename Rep, typename Period>
steady::time_point time_after(std::chrono::duration<Rep, Period> d) noexcept {
  const auto now = steady::now();
  using seconds = std::chrono::duration<double>;
  if (seconds(d) >= seconds((steady::time_point::max)() - now)) return (steady::time_point::max)();
  if (d <= d.zero()) return now;
  return now + std::chrono::ceil<steady::duration>(d);
}

// A duration as the clock has them, rounded up; the longest if it is longer than all.
template <typename Rep, typename Period>
steady::duration clamp_duration(std::chrono::duration<Rep, Period> d) noexcept {
  using seconds = std::chrono::duration<double>;
  if (seconds(d) >= seconds((steady::duration::max)())) return (steady::duration::max)();
  if (d <= d.zero()) return steady::duration::zero();
  return std::chrono::ceil<steady::duration>(d);
}

// One that wakes a fiber, or cancels a part of what it runs.
class COIO_API fiber_timer : public timer_node {
 public:
  fiber_timer() = default;
  fiber_timer(const fiber_timer&) = delete;
  fiber_timer& operator=(const fiber_timer&) = delete;

 protected:
  struct calls {
    // With the lock of the wheel. Returns whether the caller has the fiber's turn from now on, and
    // calls in_turn() without the lock.
    bool (*expire)(fiber_timer&) noexcept;
    void (*in_turn)(fiber_timer&) noexcept;
  };

  // Sets it, on the calling worker, of whose scheduler the fiber is. Throws std::bad_alloc, or
  // asio::system_error if the worker's shard has no descriptors for its first timer.
  void set(fiber& f, steady::time_point t, const calls& c);
  // Unsets it. False if it has expired; then expire() has been called.
  bool unset() noexcept;
  ~fiber_timer() = default;

  fiber* fiber_ = nullptr;

 private:
  friend class timers;
  const calls* calls_ = nullptr;
  timers* where_ = nullptr;
};

// One that does something in the fiber's turn: `run` of the request, which Derived sets.
class COIO_API turn_timer : private fiber_timer, protected request {
 protected:
  void set(fiber& f, steady::time_point t);
  // Afterwards it is not set, and what it had to do has been done. In the turn.
  void unset() noexcept;
  ~turn_timer() = default;
  using fiber_timer::fiber_;

 private:
  static bool expire(fiber_timer& t) noexcept;
  static void run_now(fiber_timer& t) noexcept;
};

// sleep_until().
class COIO_API sleep_operation final : public operation_base<sleep_operation, void>,
                                       private suspension,
                                       private fiber_timer {
 public:
  explicit sleep_operation(steady::time_point t) noexcept
      : until_((std::max)(t, cancelled + steady::duration(1))) {}
  sleep_operation(sleep_operation&& other) noexcept : until_(other.until_) {}

  bool await_ready() const noexcept { return false; }
  template <typename Promise>
  void await_suspend(std::coroutine_handle<Promise> h) {
    begin(*h.promise().its, frame_of(h));
  }
  void await_resume() const;

  steady::time_point until() const noexcept { return until_; }

 private:
  void begin(fiber& f, frame at);
  static bool cancel_sleep(suspension& s) noexcept;
  static bool remove_sleep(suspension& s) noexcept;
  static bool expire(fiber_timer& t) noexcept;
  static void wake(fiber_timer& t) noexcept;

  static constexpr steady::time_point cancelled = (steady::time_point::min)();

  steady::time_point until_;
};

// Limits the time of what a coroutine does while it lives: by cancelling it.
class COIO_API time_limit final : private turn_timer, private cancel_scope {
 public:
  time_limit(fiber& f, steady::time_point t);
  ~time_limit();

  static void* operator new(std::size_t size) { return allocate_task(size); }
  static void operator delete(void* p, std::size_t size) noexcept { deallocate_task(p, size); }

  // Whether the time is over, and what was awaited has been cancelled.
  bool expired() const noexcept { return cancel_scope::cancelled; }

 private:
  static void cancel_part(request& r);
};

// Gives the fiber of who awaits it.
struct current_fiber : awaiter_base {
  static constexpr bool uninterrupted = true;
  void attach(fiber& f) noexcept { its = &f; }
  bool await_ready() const noexcept { return true; }
  template <typename Handle>
  void await_suspend(Handle) const noexcept {}
  fiber& await_resume() const noexcept { return *its; }
  fiber* its = nullptr;
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
