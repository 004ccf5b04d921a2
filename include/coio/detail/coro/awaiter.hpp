// What functions of the facade return that can be awaited without a coroutine of its own.
#ifndef COIO_DETAIL_CORO_AWAITER_HPP
#define COIO_DETAIL_CORO_AWAITER_HPP

#include <type_traits>

#include "coio/asio.hpp"

namespace coio {
inline namespace COIO_ABI {

template <typename T>
class awaitable;

namespace detail {

class fiber;

// Of such a class: await_suspend() is given the handle of a coroutine whose promise is derived from
// promise_base. If it has attach(fiber&), that is called first.
struct awaiter_base {};

// An awaiter that converts to a coroutine, for functions that take or keep one.
template <typename Derived, typename T>
class operation_base : public awaiter_base {
 public:
  using value_type = T;
  operator awaitable<T>() &&;

 private:
  static awaitable<T> run(Derived d);
};

template <typename A>
concept awaiter = std::is_base_of_v<awaiter_base, std::remove_cvref_t<A>>;

// What is there already.
template <typename T>
struct immediate : awaiter_base {
  T value;

  explicit immediate(T v) : value(std::move(v)) {}
  bool await_ready() const noexcept { return true; }
  template <typename Handle>
  void await_suspend(Handle) const noexcept {}
  T await_resume() { return std::move(value); }
};

template <>
struct immediate<void> : awaiter_base {
  bool await_ready() const noexcept { return true; }
  template <typename Handle>
  void await_suspend(Handle) const noexcept {}
  void await_resume() const noexcept {}
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
