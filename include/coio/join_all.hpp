// Awaiting several coroutines.
#ifndef COIO_JOIN_ALL_HPP
#define COIO_JOIN_ALL_HPP

#include <array>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "coio/awaitable.hpp"
#include "coio/detail/coro/structured.hpp"
#include "coio/join_handle.hpp"

namespace coio {
inline namespace COIO_ABI {

namespace detail {

// What a coroutine gave that has ended. Not awaited: who has been cancelled meanwhile gets it, too.
template <typename T>
non_void<T> result_of(const join_handle<T>& h) {
  const state_ref<T>& state = spawn_access::state(h);
  if (!state->done()) throw_aborted();  // somebody else waits for it, too
  if constexpr (std::is_void_v<T>) {
    state->take();
    return {};
  } else {
    return state->take();
  }
}

// All at once: one of them may wait for another's end.
template <typename T>
struct cancels_all {
  std::vector<join_handle<T>>& handles;
  void operator()() const noexcept {
    for (auto& h : handles)
      h.cancel();
  }
};

}  // namespace detail

/// Awaits all the coroutines, which run concurrently, and gives what they returned, in their order.
/**
 * If some fail, the exception of the first of them (in their order) is thrown, after all have
 * ended; those of the others go to the handler that set_unhandled_exception_handler() has set. If
 * the caller is cancelled, so are all of them, at once. If they return nevertheless, that is the
 * result.
 *
 * @throws std::logic_error A handle is empty, or its coroutine has been joined.
 */
template <typename T>
[[nodiscard]] awaitable<std::vector<T>> join_all(std::vector<join_handle<T>> handles) {
  bool told = false;
  for (const auto& h : handles)
    co_await detail::settle_or(h, detail::cancels_all<T>{handles}, told);
  std::vector<T> values;
  values.reserve(handles.size());
  for (auto& h : handles)
    values.push_back(detail::result_of(h));
  co_return values;
}

[[nodiscard]] inline awaitable<void> join_all(std::vector<join_handle<void>> handles) {
  bool told = false;
  for (const auto& h : handles)
    co_await detail::settle_or(h, detail::cancels_all<void>{handles}, told);
  for (auto& h : handles)
    detail::result_of(h);
}

/// As above, of different types: gives a tuple, with std::monostate in the place of void.
template <typename... Ts>
  requires(sizeof...(Ts) > 0)
[[nodiscard]] awaitable<std::tuple<detail::non_void<Ts>...>> join_all(join_handle<Ts>... handles) {
  const std::array<detail::fiber*, sizeof...(Ts)> all{
      detail::spawn_access::state(handles).get()...};
  const auto cancel_all = [&all] {
    for (detail::fiber* const f : all)
      if (f) f->cancel();
  };
  bool told = false;
  (co_await detail::settle_or(handles, cancel_all, told), ...);
  co_return std::tuple<detail::non_void<Ts>...>{detail::result_of(handles)...};
}

/// Starts the coroutines, and awaits them as above.
template <typename... As>
  requires(sizeof...(As) > 0 && (detail::awaited_once<As> && ...))
[[nodiscard]] auto join_all(As&&... coroutines) {
  return join_all(spawn(std::forward<As>(coroutines))...);
}

}  // namespace COIO_ABI
}  // namespace coio

#endif
