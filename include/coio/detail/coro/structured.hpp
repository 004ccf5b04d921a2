// What join_all(), when_any(), timeout() and task_group have in common.
#ifndef COIO_DETAIL_CORO_STRUCTURED_HPP
#define COIO_DETAIL_CORO_STRUCTURED_HPP

#include <exception>
#include <stdexcept>
#include <type_traits>
#include <utility>
#include <variant>

#include "coio/asio.hpp"
#include "coio/awaitable.hpp"
#include "coio/detail/coro/join.hpp"
#include "coio/detail/coro/spawned.hpp"
#include "coio/join_handle.hpp"
#include "coio/spawn.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// The type of the value that a callable returns, or that the coroutine returned by it returns.
template <typename F, typename... Args>
using call_result_t = awaited_t<std::invoke_result_t<F, Args...>>;

template <typename F, typename... Args>
awaitable<call_result_t<F, Args...>> call(F& f, Args... args) {
  if constexpr (awaited<std::invoke_result_t<F&, Args...>>::coroutine)
    co_return co_await std::invoke(f, std::move(args)...);
  else
    co_return std::invoke(f, std::move(args)...);
}

// Waits for the end and keeps the result in the handle. If the caller is cancelled, the function is
// called, and the wait goes on.
template <typename T, typename OnCancel>
auto settle_or(const join_handle<T>& h, OnCancel c, bool& told) {
  if (!h.valid()) throw std::logic_error("coio::join_all: an empty join_handle");
  return settle_operation<OnCancel>(*spawn_access::state(h), std::move(c), told);
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
