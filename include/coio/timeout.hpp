// A limit on the time that a coroutine takes.
#ifndef COIO_TIMEOUT_HPP
#define COIO_TIMEOUT_HPP

#include <chrono>
#include <type_traits>
#include <utility>

#include "coio/asio.hpp"
#include "coio/awaitable.hpp"
#include "coio/detail/coro/structured.hpp"
#include "coio/detail/coro/timer.hpp"

namespace coio {
inline namespace COIO_ABI {

namespace detail {

template <typename T>
awaitable<T> limited(steady::duration limit, awaitable<T> coroutine) {
  fiber& f = co_await current_fiber();
  {
    const time_limit over(f, time_after(limit));
    try {
      co_return co_await std::move(coroutine);
    } catch (const asio::system_error& e) {
      if (!over.expired() || e.code() != asio::error::operation_aborted) throw;
    }
  }
  throw asio::system_error(asio::error::timed_out, "timeout");
}

}  // namespace detail

/// Runs a coroutine for at most some time, and gives what it returned or throws what it threw.
/**
 * When the time is over, the coroutine is cancelled; it has ended when this returns. If it returned
 * something nevertheless, because what it awaited had just taken effect, that is the result: what
 * has been received, accepted or acquired is not lost.
 *
 * The coroutine runs as a part of the one that awaits this, with a cancellation state of its own.
 *
 * @param limit From the time when this is awaited.
 * @throws asio::system_error asio::error::timed_out: the time was over before the coroutine ended,
 * and the coroutine ended with operation_aborted; operation_aborted: the caller was cancelled.
 */
template <typename Rep, typename Period, typename A>
  requires detail::awaited_once<A>
[[nodiscard]] awaitable<detail::awaited_t<A>> timeout(std::chrono::duration<Rep, Period> limit,
                                                      A&& coroutine) {
  return detail::limited(detail::clamp_duration(limit), detail::as_coroutine(std::move(coroutine)));
}

}  // namespace COIO_ABI
}  // namespace coio

#endif
