// The completion token of coroutines.
#ifndef COIO_USE_AWAITABLE_HPP
#define COIO_USE_AWAITABLE_HPP

#include <type_traits>
#include <utility>

#include "coio/asio.hpp"
#include "coio/coroutine_executor.hpp"
#include "coio/detail/coro/operation.hpp"

namespace coio {
inline namespace COIO_ABI {

/// The completion token for operations that are awaited in a coio::awaitable:
/// `co_await socket.async_read_some(buffer, coio::use_awaitable)`.
/**
 * The operation begins when it is awaited. What it returns until then converts to a
 * coio::awaitable. An error is thrown as asio::system_error; asio::redirect_error and
 * asio::as_tuple, around the token, keep it from that.
 */
class use_awaitable_t {
 public:
  constexpr use_awaitable_t() noexcept = default;

  /// An executor whose objects have this token as their default.
  template <typename InnerExecutor>
  struct executor_with_default : InnerExecutor {
    using default_completion_token_type = use_awaitable_t;

    executor_with_default(const InnerExecutor& ex) noexcept : InnerExecutor(ex) {}
    template <typename Other>
      requires(std::is_convertible_v<const Other&, InnerExecutor> &&
               !std::is_same_v<Other, executor_with_default>)
    executor_with_default(const Other& ex) noexcept : InnerExecutor(ex) {}
  };

  /// The type of an object with this token as its default.
  template <typename T>
  using as_default_on_t =
      typename T::template rebind_executor<executor_with_default<typename T::executor_type>>::other;

  /// An object with this token as its default.
  template <typename T>
  static typename std::decay_t<T>::template rebind_executor<
      executor_with_default<typename std::decay_t<T>::executor_type>>::other
  as_default_on(T&& object) {
    return typename std::decay_t<T>::template rebind_executor<executor_with_default<
        typename std::decay_t<T>::executor_type>>::other(std::forward<T>(object));
  }
};

/// The completion token for operations that are awaited in a coio::awaitable.
inline constexpr use_awaitable_t use_awaitable;

}  // namespace COIO_ABI
}  // namespace coio

namespace COIO_ASIO {

template <typename R, typename... Args>
class async_result<coio::use_awaitable_t, R(Args...)> {
 public:
  // What adapters of Asio 1.22 around the token return.
  using return_type =
      coio::awaitable<typename coio::detail::completion<std::decay_t<Args>...>::type>;

  template <typename Initiation, typename... InitArgs>
  using operation =
      coio::detail::operation<typename coio::detail::completion<std::decay_t<Args>...>::type,
                              std::decay_t<Initiation>, std::decay_t<InitArgs>...>;

  // The type is spelled out, because overload resolution asks for it also where the function could
  // not be called.
  template <typename Initiation, typename... InitArgs>
  static operation<Initiation, InitArgs...> initiate(Initiation&& initiation, coio::use_awaitable_t,
                                                     InitArgs&&... args) {
    return operation<Initiation, InitArgs...>(std::forward<Initiation>(initiation),
                                              std::forward<InitArgs>(args)...);
  }
};

}  // namespace COIO_ASIO

#endif
