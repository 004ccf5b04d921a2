// Awaiting the first of several coroutines.
#ifndef COIO_WHEN_ANY_HPP
#define COIO_WHEN_ANY_HPP

#include <atomic>
#include <cstddef>
#include <memory>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "coio/awaitable.hpp"
#include "coio/detail/coro/structured.hpp"
#include "coio/join_all.hpp"
#include "coio/join_handle.hpp"

namespace coio {
inline namespace COIO_ABI {

namespace detail {

// Shared by several coroutines and the one who waits for the first of them to end.
class race {
 public:
  // The two references with which a state begins.
  race()
      : over_(new spawn_state_of<void>),
        first_(spawn_access::handle(state_ref<void>(over_.get()))) {}

  void arrive(std::size_t i) noexcept {
    // relaxed: the exchange alone decides who is the first; over_ publishes the winner.
    if (decided_.exchange(true, std::memory_order_relaxed)) return;
    winner_ = i;
    over_->finish();
  }

  join_handle<void>& first() noexcept { return first_; }
  // After first() is done.
  std::size_t winner() const noexcept { return winner_; }

 private:
  std::atomic<bool> decided_{false};
  std::size_t winner_ = 0;
  state_ref<void> over_;
  join_handle<void> first_;
};

template <typename T>
awaitable<T> racer(awaitable<T> a, std::shared_ptr<race> r, std::size_t i) {
  struct at_end {
    race& r;
    std::size_t i;
    ~at_end() { r.arrive(i); }
  } arrival{*r, i};
  co_return co_await std::move(a);
}

template <std::size_t... Is, typename... Ts>
std::tuple<join_handle<Ts>...> start_race(const std::shared_ptr<race>& r,
                                          std::index_sequence<Is...>, awaitable<Ts>&... as) {
  // Braces: in their order.
  return std::tuple<join_handle<Ts>...>{spawn_awaitable(racer(std::move(as), r, Is))...};
}

template <typename Result, std::size_t I = 0, typename Handles>
awaitable<Result> winning(std::size_t winner, Handles& handles) {
  if constexpr (I < std::tuple_size_v<Handles>) {
    if (I == winner)
      co_return Result(std::in_place_index<I>, co_await join_value(std::get<I>(handles)));
    co_return co_await winning<Result, I + 1>(winner, handles);
  } else {
    throw std::logic_error("coio::when_any: no winner");
  }
}

}  // namespace detail

/// Runs the coroutines concurrently until the first of them ends, and gives what it returned or
/// throws what it threw.
/**
 * The others are cancelled, and have ended when this returns; what they return or throw is lost. If
 * the caller is cancelled, all are.
 *
 * @return A variant whose index says which coroutine it was; std::monostate stands for void.
 */
template <typename... Ts>
  requires(sizeof...(Ts) > 0)
[[nodiscard]] awaitable<std::variant<detail::non_void<Ts>...>> when_any(
    awaitable<Ts>... coroutines) {
  const auto race = std::make_shared<detail::race>();
  // What is left must end before this does.
  const bool throws = co_await asio::this_coro::throw_if_cancelled();
  co_await asio::this_coro::throw_if_cancelled(false);
  auto handles = detail::start_race(race, std::index_sequence_for<Ts...>(), coroutines...);
  // If the caller is cancelled, there may be no winner yet: then all have to go.
  co_await detail::end_or_cancelled(race->first());
  std::size_t i = 0;
  const std::size_t winner =
      race->first().done() ? race->winner() : std::tuple_size_v<decltype(handles)>;
  std::apply([&](auto&... h) { ((i++ != winner ? h.cancel() : void()), ...); }, handles);
  co_await std::apply([](auto&... h) { return detail::settle_all(h...); }, handles);
  co_await asio::this_coro::throw_if_cancelled(throws);
  co_return co_await detail::winning<std::variant<detail::non_void<Ts>...>>(race->winner(),
                                                                            handles);
}

}  // namespace COIO_ABI
}  // namespace coio

#endif
