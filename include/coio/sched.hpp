// Giving way, and waiting for a time.
#ifndef COIO_SCHED_HPP
#define COIO_SCHED_HPP

#include <chrono>
#include <utility>

#include "coio/asio.hpp"
#include "coio/awaitable.hpp"
#include "coio/detail/current.hpp"

namespace coio {
inline namespace COIO_ABI {

/// Gives way: the coroutine goes to the back of the run queue.
/**
 * I/O is served from time to time however many coroutines do nothing but give way.
 *
 * @param token A completion token with the signature `void()`; by default coio::use_awaitable.
 * @throws std::logic_error The calling thread does not run a coroutine of a scheduler.
 */
template <typename CompletionToken = use_awaitable_t>
[[nodiscard]] auto sched(CompletionToken&& token = CompletionToken()) {
  detail::current_context("coio::sched");
  return asio::post(std::forward<CompletionToken>(token));
}

namespace detail {

template <typename Clock>
awaitable<void> sleep_until(typename Clock::time_point time) {
  asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, io_context::executor_type> timer(
      co_await asio::this_coro::executor, time);
  co_await timer.async_wait(use_awaitable);
}

}  // namespace detail

/// Suspends the coroutine up to a time.
/**
 * @throws asio::system_error operation_aborted: the coroutine was cancelled.
 */
template <typename Clock, typename Duration>
[[nodiscard]] awaitable<void> sleep_until(std::chrono::time_point<Clock, Duration> time) {
  return detail::sleep_until<Clock>(std::chrono::ceil<typename Clock::duration>(time));
}

/// Suspends the coroutine for a time.
/** As sleep_until(). */
template <typename Rep, typename Period>
[[nodiscard]] awaitable<void> sleep(std::chrono::duration<Rep, Period> duration) {
  return sleep_until(std::chrono::steady_clock::now() + duration);
}

/// Suspends the coroutine for a number of milliseconds.
/** As sleep_until(). */
[[nodiscard]] inline awaitable<void> sleep_ms(long milliseconds) {
  return sleep(std::chrono::milliseconds(milliseconds));
}

}  // namespace COIO_ABI
}  // namespace coio

#endif
