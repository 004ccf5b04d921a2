// Awaiting one of several operations.
#ifndef COIO_SELECT_HPP
#define COIO_SELECT_HPP

#include <array>
#include <concepts>
#include <coroutine>
#include <cstddef>
#include <mutex>
#include <optional>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>

#include "coio/asio.hpp"
#include "coio/awaitable.hpp"
#include "coio/detail/coro/awaiter.hpp"
#include "coio/detail/coro/result.hpp"
#include "coio/detail/sync/selection.hpp"

namespace coio {
inline namespace COIO_ABI {

/// What select() takes: an operation of a channel, mutex, semaphore, barrier or future, or a sleep.
/**
 * Such an operation can be given up without a trace as long as it has not taken effect. Those of
 * sockets, of condition variables and coroutines cannot.
 */
template <typename A>
concept selectable =
    (std::is_base_of_v<sync::detail::coroutine_wait, A> && !requires { A::not_selectable; }) ||
    std::same_as<A, detail::sleep_operation>;

namespace detail {

template <typename... Operations>
class select_operation final
    : public operation_base<select_operation<Operations...>,
                            std::variant<non_void<typename Operations::value_type>...>>,
      private sync::detail::selection {
  using access = sync::detail::selection_access;
  using value = std::variant<non_void<typename Operations::value_type>...>;
  static constexpr std::size_t count = sizeof...(Operations);

 public:
  explicit select_operation(Operations... o) : operations_(std::move(o)...) {}
  select_operation(select_operation&& other) : operations_(std::move(other.operations_)) {}
  ~select_operation() { this->end(); }

  void attach(fiber& f) noexcept {
    me_ = &f;
    std::apply([&](auto&... o) { (o.attach(f), ...); }, operations_);
  }
  bool await_ready() {
    // The first that is there at once is taken, and the coroutine gives way now and then.
    at_once_ = find([](auto& o) { return access::try_now(o); });
    return at_once_ < count && me_->may_step();
  }
  template <typename Promise>
  void await_suspend(std::coroutine_handle<Promise> h) {
    if (at_once_ < count) return me_->give_way(frame_of(h));
    options_ =
        std::apply([](auto&... o) { return std::array{access::option_of(o)...}; }, operations_);
    std::array<std::mutex*, count> locks;
    this->begin(*me_, frame_of(h), options_, locks);
  }
  value await_resume() {
    if (at_once_ < count) return give(at_once_);
    this->end();
    const auto* const chosen = this->chosen();
    if (!chosen) throw_aborted();
    return give(find([&](auto& o) { return access::is(o, chosen); }));
  }

 private:
  // The first for which the predicate holds.
  template <typename Predicate>
  std::size_t find(Predicate p) {
    std::size_t i = 0;
    std::apply([&](auto&... o) { static_cast<void>(((p(o) || (++i, false)) || ...)); },
               operations_);
    return i;
  }

  template <std::size_t I = 0>
  value give(std::size_t i) {
    if constexpr (I + 1 < count)
      if (i != I) return give<I + 1>(i);
    auto& o = std::get<I>(operations_);
    if constexpr (std::is_void_v<typename std::remove_reference_t<decltype(o)>::value_type>) {
      access::give(o);
      return value(std::in_place_index<I>);
    } else {
      return value(std::in_place_index<I>, access::give(o));
    }
  }

  std::tuple<typename sync::detail::as_option<Operations>::type...> operations_;
  std::array<sync::detail::selection::option, count> options_;
  fiber* me_ = nullptr;
  std::size_t at_once_ = count;
};

}  // namespace detail

/// Waits until one of several operations can take effect, and does that one alone.
/**
 * Nothing is lost: no value, permit or lock is taken for an operation that is not chosen, and what
 * it was to send has not been sent. If several can take effect at once, the first of the arguments
 * does. Usual forms:
 *
 *     auto got = co_await coio::select(commands.recv(), coio::sleep(1s));
 *     if (got.index() == 0) ...
 *
 * An operation with a time limit of its own (recv_for) is chosen when that is over.
 *
 * @return Awaited, a variant whose index says which operation it was; std::monostate stands for
 * void. It throws what that operation throws, and asio::error::operation_aborted if the wait was
 * cancelled; nothing has been taken then.
 */
template <selectable... Operations>
  requires(sizeof...(Operations) > 0)
[[nodiscard]] auto select(Operations... operations) {
  return detail::select_operation<Operations...>(std::move(operations)...);
}

}  // namespace COIO_ABI
}  // namespace coio

#endif
