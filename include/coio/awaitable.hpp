// Coroutines.
#ifndef COIO_AWAITABLE_HPP
#define COIO_AWAITABLE_HPP

#include <coroutine>
#include <exception>
#include <stdexcept>
#include <type_traits>
#include <utility>

#include "coio/asio.hpp"
#include "coio/coroutine_executor.hpp"
#include "coio/detail/coro/awaiter.hpp"
#include "coio/detail/coro/fiber.hpp"
#include "coio/detail/coro/result.hpp"
#include "coio/detail/coro/transform.hpp"
#include "coio/use_awaitable.hpp"

namespace coio {
inline namespace COIO_ABI {

template <typename T = void>
class awaitable;

namespace detail {

template <typename T>
class awaiter_of;
struct awaitable_access;

// The coroutine's frame is destroyed at its end, before the one goes on that awaits it.
struct final_awaiter {
  bool await_ready() const noexcept { return false; }
  template <typename Promise>
  std::coroutine_handle<> await_suspend(std::coroutine_handle<Promise> h) const noexcept {
    fiber& f = *h.promise().its;
    const frame outer = h.promise().outer;
    f.return_to(outer);
    h.destroy();
    if (outer) return f.step(outer);
    f.ended();
    return std::noop_coroutine();
  }
  void await_resume() const noexcept {}
};

template <typename T>
struct promise_of;

template <typename T>
struct promise_common : promise_base, transform<promise_common<T>> {
  fiber& its_fiber() noexcept { return *its; }
  std::suspend_always initial_suspend() const noexcept { return {}; }
  final_awaiter final_suspend() const noexcept { return {}; }
  void unhandled_exception() noexcept { fail(std::current_exception()); }

 protected:
  value_of<T>& value() noexcept { return *static_cast<value_of<T>*>(this->result); }
  void fail(std::exception_ptr e) noexcept {
    if (this->outer)
      static_cast<detail::result<T>&>(value()).fail(std::move(e));
    else
      its->fail(std::move(e));
  }
};

template <typename T>
struct promise_of final : promise_common<T> {
  awaitable<T> get_return_object() noexcept;
  template <typename U>
    requires std::is_convertible_v<U&&, T>
  void return_value(U&& value) {
    this->value().keep(std::forward<U>(value));
  }
  // As asio::awaitable does it: the exception, or the error, as the coroutine's end.
  void return_value(std::exception_ptr e)
    requires(!std::is_convertible_v<std::exception_ptr, T>)
  {
    this->fail(std::move(e));
  }
};

template <>
struct promise_of<void> final : promise_common<void> {
  awaitable<void> get_return_object() noexcept;
  void return_void() const noexcept {}
};

}  // namespace detail

/// A coroutine that has not begun, and that a coroutine of the facade awaits, once.
/**
 * It begins when it is awaited or spawned. While a coroutine of the facade runs, it can await:
 * other coio::awaitables; operations of Asio, with coio::use_awaitable, with no token on objects
 * whose default that is, and deferred ones; any asio::awaitable; what this library's functions
 * return; join handles and futures; and types with an `operator co_await` of their own. Asio's
 * `asio::this_coro` names work in it.
 *
 * What a coroutine awaits completes to it one at a time, on however many workers; its executor that
 * operations see is a strand.
 *
 * Thread safety: Distinct objects: Safe. Shared objects: Unsafe.
 *
 * @tparam T What it returns.
 */
template <typename T>
class [[nodiscard]] awaitable {
 public:
  using value_type = T;
  using executor_type = coroutine_executor;
  using promise_type = detail::promise_of<T>;

  /// None.
  constexpr awaitable() noexcept = default;
  awaitable(awaitable&& other) noexcept : frame_(std::exchange(other.frame_, nullptr)) {}
  awaitable& operator=(awaitable&& other) noexcept {
    awaitable moved(std::move(other));
    std::swap(frame_, moved.frame_);
    return *this;
  }
  ~awaitable() {
    if (frame_) frame_.destroy();
  }

  /// Whether there is a coroutine.
  bool valid() const noexcept { return static_cast<bool>(frame_); }

 private:
  friend detail::promise_of<T>;
  friend detail::awaitable_access;
  using handle = std::coroutine_handle<promise_type>;

  explicit awaitable(handle h) noexcept : frame_(h) {}

  handle frame_{};
};

namespace detail {

template <typename T>
awaitable<T> promise_of<T>::get_return_object() noexcept {
  return awaitable<T>(std::coroutine_handle<promise_of>::from_promise(*this));
}
inline awaitable<void> promise_of<void>::get_return_object() noexcept {
  return awaitable<void>(std::coroutine_handle<promise_of>::from_promise(*this));
}

// Awaits a coroutine. Once that has begun, it is no more the awaiter's but the fiber's, which
// destroys frames from the innermost outwards.
template <typename T>
class awaiter_of : public awaiter_base {
 public:
  explicit awaiter_of(awaitable<T>&& a) noexcept : awaited_(std::move(a)) {}

  bool await_ready() const noexcept { return false; }
  template <typename Promise>
  std::coroutine_handle<> await_suspend(std::coroutine_handle<Promise> h) noexcept;
  T await_resume() { return result_.take(); }

 private:
  awaitable<T> awaited_;
  result<T> result_;
};

struct awaitable_access {
  template <typename T>
  static frame begin(awaitable<T>& a, fiber& f, frame outer, value_of<T>& r) noexcept {
    promise_of<T>& p = a.frame_.promise();
    p.its = &f;
    p.outer = outer;
    p.result = &r;
    return frame_of(std::exchange(a.frame_, nullptr));
  }
  template <typename T>
  static awaiter_of<T> awaiter(awaitable<T>&& a) {
    if (!a.valid())
      throw std::logic_error(
          "coio::awaitable: expected a coroutine to await, found none: it has been awaited, or "
          "moved from");
    return awaiter_of<T>(std::move(a));
  }
};

template <typename T>
template <typename Promise>
std::coroutine_handle<> awaiter_of<T>::await_suspend(std::coroutine_handle<Promise> h) noexcept {
  fiber& f = *h.promise().its;
  return f.step(awaitable_access::begin(awaited_, f, frame_of(h), result_));
}

template <typename T>
awaiter_of<T> as_awaiter(awaitable<T>&& a) {
  return awaitable_access::awaiter(std::move(a));
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#include "coio/detail/coro/operation_base.hpp"

#endif
