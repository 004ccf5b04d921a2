// A computation and what follows from it.
#ifndef COIO_PROMISE_HPP
#define COIO_PROMISE_HPP

#include <concepts>
#include <exception>
#include <functional>
#include <optional>
#include <type_traits>
#include <utility>

#include "coio/awaitable.hpp"
#include "coio/detail/coro/structured.hpp"
#include "coio/join_handle.hpp"
#include "coio/spawn.hpp"

namespace coio {
inline namespace COIO_ABI {

/// What a computation gave: a value, or an exception.
/**
 * Thread safety: Distinct objects: Safe. Shared objects: Unsafe.
 */
template <typename T>
class outcome {
 public:
  explicit outcome(std::exception_ptr e) noexcept : exception_(std::move(e)) {}
  explicit outcome(detail::non_void<T> value) : value_(std::move(value)) {}

  /// Whether there is a value.
  explicit operator bool() const noexcept { return value_.has_value(); }

  /// Moves the value out, or throws the exception.
  T get() {
    if (!value_) std::rethrow_exception(exception_);
    if constexpr (!std::is_void_v<T>) return std::move(*value_);
  }

  /// The exception, or null.
  const std::exception_ptr& error() const noexcept { return exception_; }

 private:
  std::optional<detail::non_void<T>> value_;
  std::exception_ptr exception_;
};

/// A coroutine whose end starts others: coio-rs's "asynchronous computing API".
/**
 * The functions that take a callable use up the promise, run the callable in a coroutine of its own
 * when this one has ended, and give the promise of that. A callable may be a plain function, or
 * return a coio::awaitable. An exception is passed on along the chain up to the first callable that
 * takes it; at the end of the chain it is unhandled, as in a coroutine that nobody joins.
 *
 * A promise that has been used up is empty; to use it again ends in std::logic_error.
 *
 * Thread safety: Distinct objects: Safe. Shared objects: Unsafe.
 */
template <typename T>
class [[nodiscard]] promise {
 public:
  using value_type = T;

  /// Starts a coroutine or a function that returns a T, as coio::spawn() with these arguments does.
  template <typename... Args>
    requires requires(Args&&... args) {
      { coio::spawn(std::forward<Args>(args)...) } -> std::same_as<join_handle<T>>;
    }
  static promise spawn(Args&&... args) {
    return promise(coio::spawn(std::forward<Args>(args)...));
  }

  /// The promise of a coroutine that has been started.
  explicit promise(join_handle<T> h) noexcept : handle_(std::move(h)) {}

  promise(promise&&) noexcept = default;
  promise& operator=(promise&&) noexcept = default;
  ~promise() = default;

  /// Calls `ok` with the value, or `err` with the exception (std::exception_ptr); both return the
  /// same type.
  template <typename Ok, typename Err>
  auto then(Ok ok, Err err) {
    using result = detail::call_result_t<Err&, std::exception_ptr>;
    return coio::promise<result>::spawn(
        [h = take(), ok = std::move(ok), err = std::move(err)]() mutable -> awaitable<result> {
          outcome<T> o = co_await outcome_of(h);
          if (!o) co_return co_await detail::call(err, o.error());
          if constexpr (std::is_void_v<T>)
            co_return co_await detail::call(ok);
          else
            co_return co_await detail::call(ok, o.get());
        });
  }

  /// Calls `f` with the outcome<T>.
  template <typename F>
  auto chain(F f) {
    using result = detail::call_result_t<F&, outcome<T>>;
    return coio::promise<result>::spawn(
        [h = take(), f = std::move(f)]() mutable -> awaitable<result> {
          co_return co_await detail::call(f, co_await outcome_of(h));
        });
  }

  /// Calls `f` with the value; an exception is passed on.
  template <typename F>
  auto success(F f) {
    return chain(
        [f = std::move(f)](outcome<T> o) mutable { return succeed(std::move(f), std::move(o)); });
  }

  /// Calls `f`, which returns a T too, with the exception; a value is passed on.
  template <typename F>
  promise fail(F f) {
    return chain([f = std::move(f)](outcome<T> o) mutable -> awaitable<T> {
      return recover(std::move(f), std::move(o));
    });
  }

  /// Calls `f` with the outcome<T>, in a coroutine that nobody awaits.
  template <typename F>
  void finally(F f) {
    static_cast<void>(chain(std::move(f)));
  }

  /// Waits for the end, and calls `f` with the outcome<T> in the calling coroutine.
  template <typename F>
  [[nodiscard]] awaitable<void> finally_sync(F f) {
    return finish(take(), std::move(f));
  }

  /// Waits for the end, and gives the value or throws the exception.
  [[nodiscard]] awaitable<T> sync() { return wait_for(take()); }

 private:
  join_handle<T> take() { return std::exchange(handle_, {}); }

  // Coroutines that do not need the promise, which may be gone when they are awaited.
  static awaitable<T> wait_for(join_handle<T> h) { co_return co_await h.join(); }
  template <typename F>
  static awaitable<void> finish(join_handle<T> h, F f) {
    co_await detail::call(f, co_await outcome_of(h));
  }

  static awaitable<outcome<T>> outcome_of(join_handle<T>& h) {
    try {
      if constexpr (std::is_void_v<T>) {
        co_await h.join();
        co_return outcome<T>(std::monostate());
      } else {
        co_return outcome<T>(co_await h.join());
      }
    } catch (...) {
      co_return outcome<T>(std::current_exception());
    }
  }

  template <typename F>
  static auto succeed(F f, outcome<T> o) {
    if constexpr (std::is_void_v<T>)
      return succeed_with<detail::call_result_t<F&>>(std::move(f), std::move(o));
    else
      return succeed_with<detail::call_result_t<F&, T>>(std::move(f), std::move(o));
  }

  template <typename U, typename F>
  static awaitable<U> succeed_with(F f, outcome<T> o) {
    if constexpr (std::is_void_v<T>) {
      o.get();
      co_return co_await detail::call(f);
    } else {
      co_return co_await detail::call(f, o.get());
    }
  }

  template <typename F>
  static awaitable<T> recover(F f, outcome<T> o) {
    if (o) co_return o.get();
    co_return co_await detail::call(f, o.error());
  }

  join_handle<T> handle_;
};

}  // namespace COIO_ABI
}  // namespace coio

#endif
