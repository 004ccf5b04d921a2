// Asio up to 1.30 cannot tell a completion token from a completion condition where the object has a
// default token: asio::async_read(socket, buffers, x) is ambiguous, whichever x is, and so are
// async_read_at, async_write_at, and up to 1.22 async_connect. These overloads are better matches
// for objects whose default is coio::use_awaitable, and pass both.
#ifndef COIO_DETAIL_IO_COMPOSED_HPP
#define COIO_DETAIL_IO_COMPOSED_HPP

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

#include "coio/asio.hpp"
#include "coio/use_awaitable.hpp"

#if COIO_ASIO_VERSION < 103400

namespace coio {
inline namespace COIO_ABI {

class stream_file;
class random_access_file;

namespace detail {

template <typename Object>
concept awaited_by_default =
    std::same_as<typename Object::executor_type::default_completion_token_type, use_awaitable_t>;

// A condition returns how much is to be transferred next; calls f(condition, token).
template <typename Last, typename Function>
decltype(auto) with_transfer_condition(Last&& last, Function f) {
  if constexpr (std::is_invocable_r_v<std::size_t, std::decay_t<Last>&, const asio::error_code&,
                                      std::size_t>)
    return f(std::forward<Last>(last), use_awaitable_t());
  else
    return f(asio::transfer_all(), std::forward<Last>(last));
}

// A condition returns whether an endpoint is to be tried.
template <typename Endpoint, typename Last, typename Function>
decltype(auto) with_connect_condition(Last&& last, Function f) {
  if constexpr (std::is_invocable_r_v<bool, std::decay_t<Last>&, const asio::error_code&,
                                      const Endpoint&>)
    return f(std::forward<Last>(last), use_awaitable_t());
  else
    return f([](const asio::error_code&, const Endpoint&) { return true; },
             std::forward<Last>(last));
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

namespace COIO_ASIO {

template <template <typename...> typename Object, typename... Parameters, typename Buffers,
          typename Last>
  requires coio::detail::awaited_by_default<Object<Parameters...>> &&
           is_mutable_buffer_sequence<Buffers>::value
decltype(auto) async_read(Object<Parameters...>& o, const Buffers& b, Last&& last) {
  return coio::detail::with_transfer_condition(
      std::forward<Last>(last), [&](auto&& condition, auto&& token) -> decltype(auto) {
        return async_read(o, b, std::forward<decltype(condition)>(condition),
                          std::forward<decltype(token)>(token));
      });
}

template <typename Buffers, typename Last>
  requires is_mutable_buffer_sequence<Buffers>::value
decltype(auto) async_read(coio::stream_file& o, const Buffers& b, Last&& last) {
  return coio::detail::with_transfer_condition(
      std::forward<Last>(last), [&](auto&& condition, auto&& token) -> decltype(auto) {
        return async_read(o, b, std::forward<decltype(condition)>(condition),
                          std::forward<decltype(token)>(token));
      });
}

template <template <typename...> typename Object, typename... Parameters, typename Buffers,
          typename Last>
  requires coio::detail::awaited_by_default<Object<Parameters...>> &&
           (!is_mutable_buffer_sequence<std::decay_t<Buffers>>::value)
decltype(auto) async_read(Object<Parameters...>& o, Buffers&& b, Last&& last) {
  return coio::detail::with_transfer_condition(
      std::forward<Last>(last), [&](auto&& condition, auto&& token) -> decltype(auto) {
        return async_read(o, std::forward<Buffers>(b), std::forward<decltype(condition)>(condition),
                          std::forward<decltype(token)>(token));
      });
}

template <typename Buffers, typename Last>
  requires(!is_mutable_buffer_sequence<std::decay_t<Buffers>>::value)
decltype(auto) async_read(coio::stream_file& o, Buffers&& b, Last&& last) {
  return coio::detail::with_transfer_condition(
      std::forward<Last>(last), [&](auto&& condition, auto&& token) -> decltype(auto) {
        return async_read(o, std::forward<Buffers>(b), std::forward<decltype(condition)>(condition),
                          std::forward<decltype(token)>(token));
      });
}

template <template <typename...> typename Object, typename... Parameters, typename Allocator,
          typename Last>
  requires coio::detail::awaited_by_default<Object<Parameters...>>
decltype(auto) async_read(Object<Parameters...>& o, basic_streambuf<Allocator>& b, Last&& last) {
  return coio::detail::with_transfer_condition(
      std::forward<Last>(last), [&](auto&& condition, auto&& token) -> decltype(auto) {
        return async_read(o, b, std::forward<decltype(condition)>(condition),
                          std::forward<decltype(token)>(token));
      });
}

template <typename Allocator, typename Last>
decltype(auto) async_read(coio::stream_file& o, basic_streambuf<Allocator>& b, Last&& last) {
  return coio::detail::with_transfer_condition(
      std::forward<Last>(last), [&](auto&& condition, auto&& token) -> decltype(auto) {
        return async_read(o, b, std::forward<decltype(condition)>(condition),
                          std::forward<decltype(token)>(token));
      });
}

template <template <typename...> typename Object, typename... Parameters, typename Buffers,
          typename Last>
  requires coio::detail::awaited_by_default<Object<Parameters...>> &&
           is_mutable_buffer_sequence<Buffers>::value
decltype(auto) async_read_at(Object<Parameters...>& o, std::uint64_t offset, const Buffers& b,
                             Last&& last) {
  return coio::detail::with_transfer_condition(
      std::forward<Last>(last), [&](auto&& condition, auto&& token) -> decltype(auto) {
        return async_read_at(o, offset, b, std::forward<decltype(condition)>(condition),
                             std::forward<decltype(token)>(token));
      });
}

template <typename Buffers, typename Last>
  requires is_mutable_buffer_sequence<Buffers>::value
decltype(auto) async_read_at(coio::random_access_file& o, std::uint64_t offset, const Buffers& b,
                             Last&& last) {
  return coio::detail::with_transfer_condition(
      std::forward<Last>(last), [&](auto&& condition, auto&& token) -> decltype(auto) {
        return async_read_at(o, offset, b, std::forward<decltype(condition)>(condition),
                             std::forward<decltype(token)>(token));
      });
}

template <template <typename...> typename Object, typename... Parameters, typename Allocator,
          typename Last>
  requires coio::detail::awaited_by_default<Object<Parameters...>>
decltype(auto) async_read_at(Object<Parameters...>& o, std::uint64_t offset,
                             basic_streambuf<Allocator>& b, Last&& last) {
  return coio::detail::with_transfer_condition(
      std::forward<Last>(last), [&](auto&& condition, auto&& token) -> decltype(auto) {
        return async_read_at(o, offset, b, std::forward<decltype(condition)>(condition),
                             std::forward<decltype(token)>(token));
      });
}

template <typename Allocator, typename Last>
decltype(auto) async_read_at(coio::random_access_file& o, std::uint64_t offset,
                             basic_streambuf<Allocator>& b, Last&& last) {
  return coio::detail::with_transfer_condition(
      std::forward<Last>(last), [&](auto&& condition, auto&& token) -> decltype(auto) {
        return async_read_at(o, offset, b, std::forward<decltype(condition)>(condition),
                             std::forward<decltype(token)>(token));
      });
}

template <template <typename...> typename Object, typename... Parameters, typename Buffers,
          typename Last>
  requires coio::detail::awaited_by_default<Object<Parameters...>> &&
           is_const_buffer_sequence<Buffers>::value
decltype(auto) async_write_at(Object<Parameters...>& o, std::uint64_t offset, const Buffers& b,
                              Last&& last) {
  return coio::detail::with_transfer_condition(
      std::forward<Last>(last), [&](auto&& condition, auto&& token) -> decltype(auto) {
        return async_write_at(o, offset, b, std::forward<decltype(condition)>(condition),
                              std::forward<decltype(token)>(token));
      });
}

template <typename Buffers, typename Last>
  requires is_const_buffer_sequence<Buffers>::value
decltype(auto) async_write_at(coio::random_access_file& o, std::uint64_t offset, const Buffers& b,
                              Last&& last) {
  return coio::detail::with_transfer_condition(
      std::forward<Last>(last), [&](auto&& condition, auto&& token) -> decltype(auto) {
        return async_write_at(o, offset, b, std::forward<decltype(condition)>(condition),
                              std::forward<decltype(token)>(token));
      });
}

template <template <typename...> typename Object, typename... Parameters, typename Allocator,
          typename Last>
  requires coio::detail::awaited_by_default<Object<Parameters...>>
decltype(auto) async_write_at(Object<Parameters...>& o, std::uint64_t offset,
                              basic_streambuf<Allocator>& b, Last&& last) {
  return coio::detail::with_transfer_condition(
      std::forward<Last>(last), [&](auto&& condition, auto&& token) -> decltype(auto) {
        return async_write_at(o, offset, b, std::forward<decltype(condition)>(condition),
                              std::forward<decltype(token)>(token));
      });
}

template <typename Allocator, typename Last>
decltype(auto) async_write_at(coio::random_access_file& o, std::uint64_t offset,
                              basic_streambuf<Allocator>& b, Last&& last) {
  return coio::detail::with_transfer_condition(
      std::forward<Last>(last), [&](auto&& condition, auto&& token) -> decltype(auto) {
        return async_write_at(o, offset, b, std::forward<decltype(condition)>(condition),
                              std::forward<decltype(token)>(token));
      });
}

template <typename Protocol, typename Executor, typename Endpoints, typename Last>
  requires coio::detail::awaited_by_default<basic_stream_socket<Protocol, Executor>> &&
           (is_endpoint_sequence<Endpoints>::value != 0)
decltype(auto) async_connect(basic_stream_socket<Protocol, Executor>& s, const Endpoints& endpoints,
                             Last&& last) {
  return coio::detail::with_connect_condition<typename Protocol::endpoint>(
      std::forward<Last>(last), [&](auto&& condition, auto&& token) -> decltype(auto) {
        return async_connect(s, endpoints, std::forward<decltype(condition)>(condition),
                             std::forward<decltype(token)>(token));
      });
}

template <typename Protocol, typename Executor, typename Iterator, typename Last>
  requires coio::detail::awaited_by_default<basic_stream_socket<Protocol, Executor>>
decltype(auto) async_connect(basic_stream_socket<Protocol, Executor>& s, Iterator begin,
                             Iterator end, Last&& last) {
  return coio::detail::with_connect_condition<typename Protocol::endpoint>(
      std::forward<Last>(last), [&](auto&& condition, auto&& token) -> decltype(auto) {
        return async_connect(s, begin, end, std::forward<decltype(condition)>(condition),
                             std::forward<decltype(token)>(token));
      });
}

}  // namespace COIO_ASIO

#endif
#endif
