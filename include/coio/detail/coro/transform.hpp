// What a coroutine can await, and how.
#ifndef COIO_DETAIL_CORO_TRANSFORM_HPP
#define COIO_DETAIL_CORO_TRANSFORM_HPP

#include <coroutine>
#include <optional>
#include <source_location>
#include <type_traits>
#include <utility>

#include "coio/asio.hpp"
#include "coio/coroutine_executor.hpp"
#include "coio/detail/coro/awaiter.hpp"
#include "coio/detail/coro/fiber.hpp"
#include "coio/detail/coro/foreign.hpp"
#include "coio/detail/coro/turn_executor.hpp"
#include "coio/use_awaitable.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

template <typename T>
class awaiter_of;
template <typename T>
awaiter_of<T> as_awaiter(awaitable<T>&& a);

template <typename T>
struct is_own : std::false_type {};
template <typename T>
struct is_own<awaitable<T>> : std::true_type {};

template <typename T>
struct is_asios : std::false_type {};
template <typename T, typename Executor>
struct is_asios<asio::awaitable<T, Executor>> : std::true_type {};

// The types of what asio::this_coro has, by way of its documented functions and constants.
using throw_if_cancelled_query = decltype(asio::this_coro::throw_if_cancelled());
using throw_if_cancelled_set = decltype(asio::this_coro::throw_if_cancelled(true));
using reset_cancellation = decltype(asio::this_coro::reset_cancellation_state());

template <typename T>
struct resets_cancellation : std::false_type {};
template <typename Filter>
struct resets_cancellation<asio::this_coro::reset_cancellation_state_1_t<Filter>> : std::true_type {
};
template <typename In, typename Out>
struct resets_cancellation<asio::this_coro::reset_cancellation_state_2_t<In, Out>>
    : std::true_type {};

template <typename Filter>
void reset(fiber& f, asio::this_coro::reset_cancellation_state_1_t<Filter>&& r) {
  f.forget_cancellation();
  asio_cancellation& c = f.for_asio();
  c.state = asio::cancellation_state(c.signal.slot(), std::move(r.filter));
}
template <typename In, typename Out>
void reset(fiber& f, asio::this_coro::reset_cancellation_state_2_t<In, Out>&& r) {
  f.forget_cancellation();
  asio_cancellation& c = f.for_asio();
  c.state =
      asio::cancellation_state(c.signal.slot(), std::move(r.in_filter), std::move(r.out_filter));
}

// An operation that is begun by being called with a completion token.
template <typename T>
concept deferred_operation =
    std::is_invocable_v<T, use_awaitable_t> && awaiter<std::invoke_result_t<T, use_awaitable_t>>;

// asio::co_spawn needs a T that has a default constructor.
template <typename T, typename Executor>
asio::awaitable<void, Executor> store(asio::awaitable<T, Executor> a, std::optional<T>& value) {
  value.emplace(co_await std::move(a));
}

template <typename Operation, typename T>
class stored_operation : public operation_base<stored_operation<Operation, T>, T> {
 public:
  stored_operation(Operation o, std::unique_ptr<std::optional<T>> value)
      : operation_(std::move(o)), value_(std::move(value)) {}
  bool await_ready() const noexcept { return false; }
  template <typename Promise>
  void await_suspend(std::coroutine_handle<Promise> h) {
    operation_.await_suspend(h);
  }
  T await_resume() {
    operation_.await_resume();
    return std::move(**value_);
  }

 private:
  Operation operation_;
  std::unique_ptr<std::optional<T>> value_;
};

// Runs a coroutine of Asio's on the strand of this one, if its executor type can be that, or
// otherwise on the context.
template <typename T, typename Executor>
auto spawn_asios(fiber& f, asio::awaitable<T, Executor>&& a) {
  const auto executor = [&f] {
    if constexpr (std::is_convertible_v<turn_executor, Executor>)
      return Executor(turn_executor_of(f));
    else if constexpr (std::is_constructible_v<Executor, coroutine_executor>)
      return Executor(executor_of(f));
    else
      static_assert(!std::is_void_v<Executor>,
                    "coio cannot make this executor: asio::co_spawn the coroutine where you have "
                    "it, with coio::use_awaitable");
  }();
  if constexpr (std::is_void_v<T>) {
    return asio::co_spawn(executor, std::move(a), use_awaitable);
  } else if constexpr (std::is_default_constructible_v<T>) {
    return asio::co_spawn(executor, std::move(a), use_awaitable);
  } else {
    auto value = std::make_unique<std::optional<T>>();
    auto stored = store(std::move(a), *value);
    auto o = asio::co_spawn(executor, std::move(stored), use_awaitable);
    return stored_operation<decltype(o), T>(std::move(o), std::move(value));
  }
}

// An awaiter that stays where it is: g++ 12 would copy or move what it gets by reference.
template <typename A>
struct referred {
  A& a;
  bool await_ready() { return a.await_ready(); }
  template <typename Promise>
  auto await_suspend(std::coroutine_handle<Promise> h) {
    return a.await_suspend(h);
  }
  decltype(auto) await_resume() { return a.await_resume(); }
};

// An awaiter that is made where it is awaited.
template <typename A>
struct attached {
  fiber& f;
  A a;
  bool await_ready() {
    if constexpr (requires { a.attach(f); }) a.attach(f);
    return a.await_ready();
  }
  template <typename Promise>
  auto await_suspend(std::coroutine_handle<Promise> h) {
    return a.await_suspend(h);
  }
  decltype(auto) await_resume() { return a.await_resume(); }
};

// The awaiter of whatever can be awaited; `f` is the fiber that does.
template <typename A>
decltype(auto) awaiter_for(fiber& f, A&& a) {
  using type = std::remove_cvref_t<A>;
  if constexpr (is_own<type>::value) {
    static_assert(!std::is_lvalue_reference_v<A>,
                  "a coroutine is awaited once: co_await std::move(coroutine)");
    return as_awaiter(std::move(a));
  } else if constexpr (awaiter<A>) {
    if constexpr (requires { a.attach(f); }) a.attach(f);
    return referred<type>{a};
  } else if constexpr (is_asios<type>::value) {
    static_assert(!std::is_lvalue_reference_v<A>,
                  "a coroutine is awaited once: co_await std::move(coroutine)");
    return spawn_asios(f, std::move(a));
  } else if constexpr (requires { std::forward<A>(a).operator co_await(); }) {
    using inner = decltype(std::forward<A>(a).operator co_await());
    if constexpr (awaiter<inner>) {
      // Not where the other awaiters are: this one moves once more, before it is awaited.
      return attached<std::remove_cvref_t<inner>>{f, std::forward<A>(a).operator co_await()};
    } else {
      return foreign<A>(std::forward<A>(a));
    }
  } else if constexpr (deferred_operation<A>) {
    return std::forward<A>(a)(use_awaitable);
  } else {
    return foreign<A>(std::forward<A>(a));
  }
}

template <typename Promise>
struct transform {
  // The line of the program is stored each time, for the pictures that coio::dump() makes.
  template <typename A>
  decltype(auto) await_transform(A&& a, std::source_location at = std::source_location::current()) {
    static_cast<Promise*>(this)->at = at;
    fiber& f = static_cast<Promise*>(this)->its_fiber();
    using type = std::remove_cvref_t<A>;
    if constexpr (std::is_same_v<type, std::remove_cv_t<decltype(asio::this_coro::executor)>>) {
      return immediate<coroutine_executor>(executor_of(f));
    } else if constexpr (std::is_same_v<type, std::remove_cv_t<
                                                  decltype(asio::this_coro::cancellation_state)>>) {
      f.cancelled();
      return immediate<asio::cancellation_state>(f.for_asio().state);
    } else if constexpr (std::is_same_v<type, throw_if_cancelled_query>) {
      return immediate<bool>(f.throws_if_cancelled());
    } else if constexpr (std::is_same_v<type, throw_if_cancelled_set>) {
      f.throw_if_cancelled(a.value);
      return immediate<void>();
    } else if constexpr (std::is_same_v<type, reset_cancellation>) {
      reset(f, asio::this_coro::reset_cancellation_state(asio::enable_terminal_cancellation()));
      return immediate<void>();
    } else if constexpr (resets_cancellation<type>::value) {
      reset(f, type(std::forward<A>(a)));
      return immediate<void>();
    } else {
      // What a coroutine awaits is interrupted, but not the coroutine itself: it may have begun
      // what it has to end.
      if constexpr (!is_own<type>::value && !requires { type::uninterrupted; })
        if (f.interrupted()) throw_aborted();
      return awaiter_for(f, std::forward<A>(a));
    }
  }
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
