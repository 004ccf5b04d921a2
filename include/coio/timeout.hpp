// A limit on the time that a coroutine takes.
#ifndef COIO_TIMEOUT_HPP
#define COIO_TIMEOUT_HPP

#include <chrono>
#include <type_traits>
#include <utility>
#include <variant>

#include "coio/asio.hpp"
#include "coio/awaitable.hpp"
#include "coio/detail/coro/structured.hpp"
#include "coio/sched.hpp"
#include "coio/when_any.hpp"

namespace coio {
inline namespace COIO_ABI {

/// Runs a coroutine for at most some time, and gives what it returned or throws what it threw.
/**
 * When the time is over, the coroutine is cancelled; it has ended when this returns.
 *
 * @throws asio::system_error asio::error::timed_out: the time was over before the coroutine ended.
 */
template <typename Rep, typename Period, typename T>
[[nodiscard]] awaitable<T> timeout(std::chrono::duration<Rep, Period> limit,
                                   awaitable<T> coroutine) {
  auto first = co_await when_any(std::move(coroutine), sleep(limit));
  if (first.index() == 1) throw asio::system_error(asio::error::timed_out);
  if constexpr (!std::is_void_v<T>) co_return std::get<0>(std::move(first));
}

}  // namespace COIO_ABI
}  // namespace coio

#endif
