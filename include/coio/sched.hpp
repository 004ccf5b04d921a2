// Giving way, and waiting for a time.
#ifndef COIO_SCHED_HPP
#define COIO_SCHED_HPP

#include <chrono>
#include <type_traits>
#include <utility>

#include "coio/asio.hpp"
#include "coio/awaitable.hpp"
#include "coio/detail/coro/registry.hpp"

namespace coio {
inline namespace COIO_ABI {

namespace detail {

// As asio::post(token), without what that does for handlers of other kinds.
inline auto post_coroutine(const use_awaitable_t& token) {
  return asio::async_initiate<const use_awaitable_t, void()>(
      [](auto handler) {
        const auto executor =
            asio::require(asio::get_associated_executor(handler), asio::execution::blocking.never);
        executor.execute(std::move(handler));
      },
      token);
}

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
    return detail::post_coroutine(token);
  else
    return asio::post(std::forward<CompletionToken>(token));
}

namespace detail {

template <typename Clock>
awaitable<void> sleep_until(typename Clock::time_point time) {
  asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, io_context::executor_type> timer(
      executor_access::local(co_await asio::this_coro::executor), time);
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
