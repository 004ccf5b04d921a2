// Giving way, and waiting for a time.
#ifndef COIO_SCHED_HPP
#define COIO_SCHED_HPP

#include <chrono>
#include <coroutine>
#include <type_traits>
#include <utility>

#include "coio/asio.hpp"
#include "coio/awaitable.hpp"
#include "coio/detail/coro/current.hpp"
#include "coio/detail/coro/timer.hpp"

namespace coio {
inline namespace COIO_ABI {

namespace detail {

class sched_operation final : public operation_base<sched_operation, void> {
 public:
  bool await_ready() const noexcept { return false; }
  template <typename Promise>
  void await_suspend(std::coroutine_handle<Promise> h) const noexcept {
    h.promise().its->give_way(frame_of(h));
  }
  void await_resume() const noexcept {}
};

}  // namespace detail

/// Gives way: the coroutine goes to the back of the run queue.
/**
 * I/O is served from time to time however many coroutines do nothing but give way.
 *
 * @param token A completion token with the signature `void()`; by default coio::use_awaitable.
 * @throws std::logic_error The calling thread does not run a coroutine of a scheduler.
 */
template <typename CompletionToken = use_awaitable_t>
[[nodiscard]] auto sched(CompletionToken&& token = CompletionToken()) {
  if (!detail::top_frame()) detail::current_context("coio::sched");  // throws
  if constexpr (std::is_same_v<std::decay_t<CompletionToken>, use_awaitable_t>)
    return detail::sched_operation();
  else
    return asio::post(std::forward<CompletionToken>(token));
}

/// Suspends the coroutine up to a time.
/**
 * It goes on at that time or up to a sixteenth of a millisecond later, never before, when a worker
 * is free. If the time has passed already, it gives way.
 *
 * @throws asio::system_error operation_aborted: the coroutine was cancelled.
 */
template <typename Duration>
[[nodiscard]] auto sleep_until(std::chrono::time_point<std::chrono::steady_clock, Duration> time) {
  return detail::sleep_operation(
      std::chrono::steady_clock::time_point(detail::clamp_duration(time.time_since_epoch())));
}

/// As above, of another clock, which may be set meanwhile.
template <typename Clock, typename Duration>
[[nodiscard]] awaitable<void> sleep_until(std::chrono::time_point<Clock, Duration> time) {
  asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, io_context::executor_type> timer(
      detail::executor_access::local(co_await asio::this_coro::executor),
      std::chrono::ceil<typename Clock::duration>(time));
  co_await timer.async_wait(use_awaitable);
}

/// Suspends the coroutine for a time.
/** As sleep_until(). */
template <typename Rep, typename Period>
[[nodiscard]] auto sleep(std::chrono::duration<Rep, Period> duration) {
  return detail::sleep_operation(detail::time_after(duration));
}

/// Suspends the coroutine for a number of milliseconds.
/** As sleep_until(). */
[[nodiscard]] inline auto sleep_ms(long milliseconds) {
  return sleep(std::chrono::milliseconds(milliseconds));
}

}  // namespace COIO_ABI
}  // namespace coio

#endif
