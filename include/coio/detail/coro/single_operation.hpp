// Which of Asio's operations have one handler, at their end.
//
// A composed operation calls handlers of its own while it is under way, so these have to run in the
// turn of the coroutine that awaits it. What the socket or the timer does by itself does not: its
// one handler ends the wait, from whatever thread. It is known by the type of its initiation, which
// a completion token is given; here a token that only looks at it asks the objects what theirs are.
// This is for objects with an executor of coio's alone: another one, such as a strand, could have
// something of its own around the handler, in which the coroutine must not run.
#ifndef COIO_DETAIL_CORO_SINGLE_OPERATION_HPP
#define COIO_DETAIL_CORO_SINGLE_OPERATION_HPP

#include <chrono>
#include <concepts>
#include <type_traits>
#include <utility>

#include "coio/asio.hpp"
#include "coio/coroutine_executor.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

struct initiation_query {};

template <typename Initiation>
struct initiation_answer {
  using type = Initiation;
};

template <typename Answer>
using initiation_in = typename Answer::type;

template <typename Initiation, typename... Answers>
inline constexpr bool one_of = (std::is_same_v<Initiation, initiation_in<Answers>> || ...);

// clang-format off
template <typename S>
using read_of = decltype(std::declval<S&>().async_read_some(asio::mutable_buffer(), initiation_query()));
template <typename S>
using write_of = decltype(std::declval<S&>().async_write_some(asio::const_buffer(), initiation_query()));
template <typename S>
using receive_of = decltype(std::declval<S&>().async_receive(asio::mutable_buffer(), initiation_query()));
template <typename S>
using send_of = decltype(std::declval<S&>().async_send(asio::const_buffer(), initiation_query()));
template <typename S>
using receive_from_of = decltype(std::declval<S&>().async_receive_from(
    asio::mutable_buffer(), std::declval<typename S::endpoint_type&>(), initiation_query()));
template <typename S>
using send_to_of = decltype(std::declval<S&>().async_send_to(
    asio::const_buffer(), std::declval<const typename S::endpoint_type&>(), initiation_query()));
template <typename S>
using ready_of = decltype(std::declval<S&>().async_wait(S::wait_read, initiation_query()));
template <typename T>
using expiry_of = decltype(std::declval<T&>().async_wait(initiation_query()));
// clang-format on

template <typename Initiation, typename Stream>
inline constexpr bool is_of_stream =
    one_of<Initiation, read_of<Stream>, write_of<Stream>, ready_of<Stream>>;

template <typename Initiation, typename Socket>
inline constexpr bool is_of_datagrams =
    one_of<Initiation, receive_of<Socket>, send_of<Socket>, receive_from_of<Socket>,
           send_to_of<Socket>, ready_of<Socket>>;

template <typename Initiation, typename Clock>
inline constexpr bool is_of_timer =
    one_of<Initiation, expiry_of<asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>,
                                                            typename Initiation::executor_type>>>;

template <typename Initiation>
inline constexpr bool single_operation = false;

// This library's own say it.
template <typename Initiation>
  requires(Initiation::single_handler)
inline constexpr bool single_operation<Initiation> = true;

template <typename Initiation>
  requires std::derived_from<typename Initiation::executor_type, coroutine_executor> &&
               (!requires { Initiation::single_handler; })
inline constexpr bool single_operation<Initiation> =
    is_of_stream<Initiation,
                 asio::basic_stream_socket<asio::ip::tcp, typename Initiation::executor_type>> ||
    is_of_timer<Initiation, std::chrono::steady_clock> ||
    is_of_timer<Initiation, std::chrono::system_clock> ||
#if defined(COIO_HAS_LOCAL_SOCKETS)
    is_of_stream<Initiation, asio::basic_stream_socket<asio::local::stream_protocol,
                                                       typename Initiation::executor_type>> ||
#endif
    is_of_datagrams<Initiation,
                    asio::basic_datagram_socket<asio::ip::udp, typename Initiation::executor_type>>;

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

namespace COIO_ASIO {

template <typename R, typename... Args>
class async_result<coio::detail::initiation_query, R(Args...)> {
 public:
  template <typename Initiation, typename... InitArgs>
  static coio::detail::initiation_answer<std::decay_t<Initiation>> initiate(
      Initiation&&, coio::detail::initiation_query, InitArgs&&...);
};

}  // namespace COIO_ASIO

#endif
