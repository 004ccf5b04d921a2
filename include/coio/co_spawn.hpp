// Coroutines of the facade for those who start coroutines by asio::co_spawn.
#ifndef COIO_CO_SPAWN_HPP
#define COIO_CO_SPAWN_HPP

#include <exception>
#include <stdexcept>
#include <type_traits>
#include <typeinfo>
#include <utility>

#include "coio/asio.hpp"
#include "coio/awaitable.hpp"
#include "coio/detail/core/home.hpp"
#include "coio/detail/coro/join.hpp"
#include "coio/detail/coro/spawned.hpp"
#include "coio/io_context.hpp"
#include "coio/io_executor.hpp"
#include "coio/join_handle.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

template <typename Executor>
inline constexpr bool is_strand = false;
template <typename Inner>
inline constexpr bool is_strand<asio::strand<Inner>> = true;

template <typename... Inner, typename Erased>
bool holds_strand(const Erased& ex) noexcept {
  return ((ex.target_type() == typeid(asio::strand<Inner>)) || ...);
}

// The coio::io_context that an executor is of.
template <typename Executor>
io_context& context_of(const Executor& ex) {
  static_assert(!is_strand<Executor>,
                "a coio::awaitable does not run within a strand: use a coio::sync::mutex, or an "
                "asio::awaitable");
  if constexpr (requires { ex.target_type(); })
    if (holds_strand<asio::any_io_executor, io_context::executor_type, io_executor,
                     asio::io_context::executor_type>(ex))
      throw std::logic_error(
          "asio::co_spawn: expected an executor of coio's for a coio::awaitable, found a strand, "
          "within which it would not run");
  if (io_context* const c = own_context(asio::query(ex, asio::execution::context))) return *c;
  throw std::logic_error(
      "asio::co_spawn: expected the executor of a coio::io_context for a coio::awaitable, found "
      "one of another context");
}

template <typename T>
struct initiate_spawn {
  template <typename Handler, typename F>
  void operator()(Handler&& handler, io_context* c, F f) const {
    const auto h = spawn_access::spawn(c, nullptr, std::move(f));
    const state_ref<T> state = spawn_access::state(h);
    wait_for_end(state, c->get_executor(), std::forward<Handler>(handler),
                 [state](task*) { state->cancel(); });
  }
};

template <typename T, typename F, typename CompletionToken>
auto co_spawn_on(io_context& c, F&& f, CompletionToken&& token) {
  using initiation = initiate_spawn<T>;
  if constexpr (std::is_void_v<T>)
    return asio::async_initiate<CompletionToken, void(std::exception_ptr)>(initiation(), token, &c,
                                                                           std::forward<F>(f));
  else
    return asio::async_initiate<CompletionToken, void(std::exception_ptr, T)>(
        initiation(), token, &c, std::forward<F>(f));
}

template <typename E>
concept executor_type = asio::execution::is_executor<E>::value || asio::is_executor<E>::value;

template <typename F>
concept returns_own =
    std::is_invocable_v<std::decay_t<F>&> && is_own<std::invoke_result_t<std::decay_t<F>&>>::value;

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

namespace COIO_ASIO {

/// Starts a coio::awaitable on the context of an executor, as asio::co_spawn starts others.
/**
 * So an asio::awaitable awaits one: `co_await asio::co_spawn(executor, f(), asio::use_awaitable)`.
 *
 * The coroutine runs on the workers of that context, and never within a strand, so a strand is
 * refused: as a type where it is compiled, in an erased executor by an exception, if it is one over
 * an executor of coio's, of its base, or an erased one.
 *
 * @throws std::logic_error The executor is of another context than coio's, or holds a strand.
 */
template <typename Executor, typename T,
          typename CompletionToken = default_completion_token_t<Executor>>
  requires coio::detail::executor_type<Executor>
auto co_spawn(const Executor& ex, coio::awaitable<T> a,
              CompletionToken&& token = CompletionToken()) {
  return coio::detail::co_spawn_on<T>(
      coio::detail::context_of(ex), [a = std::move(a)]() mutable { return std::move(a); },
      std::forward<CompletionToken>(token));
}

/// As above, of what a function returns.
template <typename Executor, typename F,
          typename CompletionToken = default_completion_token_t<Executor>>
  requires coio::detail::executor_type<Executor> && coio::detail::returns_own<F>
auto co_spawn(const Executor& ex, F&& f, CompletionToken&& token = CompletionToken()) {
  using value = typename std::invoke_result_t<std::decay_t<F>&>::value_type;
  return coio::detail::co_spawn_on<value>(coio::detail::context_of(ex), std::forward<F>(f),
                                          std::forward<CompletionToken>(token));
}

/// As above, on a context.
template <typename A,
          typename CompletionToken = default_completion_token_t<coio::io_context::executor_type>>
  requires coio::detail::is_own<std::remove_cvref_t<A>>::value || coio::detail::returns_own<A>
auto co_spawn(coio::io_context& c, A&& a, CompletionToken&& token = CompletionToken()) {
  return co_spawn(c.get_executor(), std::forward<A>(a), std::forward<CompletionToken>(token));
}

}  // namespace COIO_ASIO

#endif
