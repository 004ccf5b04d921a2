// What join_all(), when_any(), timeout() and task_group have in common.
#ifndef COIO_DETAIL_CORO_STRUCTURED_HPP
#define COIO_DETAIL_CORO_STRUCTURED_HPP

#include <exception>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

#include "coio/asio.hpp"
#include "coio/awaitable.hpp"
#include "coio/join_handle.hpp"
#include "coio/spawn.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// T, or a type with one value in the place of void.
template <typename T>
using non_void = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

// The type of the value that a callable returns, or that the coroutine returned by it returns.
template <typename F, typename... Args>
using call_result_t = typename awaited<std::invoke_result_t<F, Args...>>::type;

template <typename F, typename... Args>
awaitable<call_result_t<F, Args...>> call(F& f, Args... args) {
  if constexpr (is_awaitable<std::invoke_result_t<F&, Args...>>::value)
    co_return co_await std::invoke(f, std::move(args)...);
  else
    co_return std::invoke(f, std::move(args)...);
}

template <typename T>
join_handle<T> spawn_awaitable(awaitable<T> a) {
  return spawn([a = std::move(a)]() mutable { return std::move(a); });
}

// Waits for the end and keeps the result in the handle, even if the caller is cancelled meanwhile.
template <typename T>
awaitable<void> settle(const join_handle<T>& h) {
  const bool throws = co_await asio::this_coro::throw_if_cancelled();
  co_await asio::this_coro::throw_if_cancelled(false);
  while (!h.done())
    co_await spawn_access::async_end(h, use_awaitable);
  co_await asio::this_coro::throw_if_cancelled(throws);
}

template <typename... Ts>
awaitable<void> settle_all(join_handle<Ts>&... handles) {
  (co_await settle(handles), ...);
}

// Waits for the end, or until the caller is cancelled, which does not throw.
template <typename T>
awaitable<void> end_or_cancelled(join_handle<T>& h) {
  const bool throws = co_await asio::this_coro::throw_if_cancelled();
  co_await asio::this_coro::throw_if_cancelled(false);
  const asio::cancellation_state state = co_await asio::this_coro::cancellation_state;
  if (state.cancelled() == asio::cancellation_type::none)
    co_await spawn_access::async_end(h, use_awaitable);
  co_await asio::this_coro::throw_if_cancelled(throws);
}

// Waits for the end. When the caller is cancelled, calls a function and continues to wait.
template <typename T, typename Cancel>
awaitable<void> settle_or(const join_handle<T>& h, Cancel cancel) {
  const bool throws = co_await asio::this_coro::throw_if_cancelled();
  co_await asio::this_coro::throw_if_cancelled(false);
  while (!h.done()) {
    const asio::cancellation_state state = co_await asio::this_coro::cancellation_state;
    if (state.cancelled() != asio::cancellation_type::none) cancel();
    co_await spawn_access::async_end(h, use_awaitable);
  }
  co_await asio::this_coro::throw_if_cancelled(throws);
}

template <typename T>
awaitable<void> settle_or_cancel(join_handle<T>& h) {
  return settle_or(h, [&h] { h.cancel(); });
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
