// An acceptor that spreads the connections.
#ifndef COIO_BASIC_SOCKET_ACCEPTOR_HPP
#define COIO_BASIC_SOCKET_ACCEPTOR_HPP

#include <concepts>
#include <type_traits>
#include <utility>

#include "coio/asio.hpp"
#include "coio/io_context.hpp"
#include "coio/io_executor.hpp"

namespace coio {
inline namespace COIO_ABI {

namespace detail {

// The executor for the connection that an acceptor makes next. Of an executor that is no plain one
// of coio's, such as a strand, it is the same: a program that accepts into a strand relies on it.
template <typename Executor>
Executor executor_for_next(const Executor& ex) {
  if constexpr (std::derived_from<Executor, io_context::executor_type>) {
    return ex.query(asio::execution::context).next_executor();
  } else if constexpr (std::derived_from<Executor, asio::any_io_executor>) {
    if (const auto* plain = held_by<io_context::executor_type>(ex))
      return asio::any_io_executor(executor_for_next(*plain));
    if (const auto* own = held_by<io_executor>(ex))
      return asio::any_io_executor(executor_for_next(*own));
    return ex;
  } else {
    return ex;
  }
}

// What an accepted connection can be told to become: a socket, or one with this executor or of this
// context.
template <typename T>
concept names_the_socket = std::derived_from<std::remove_cvref_t<T>, asio::socket_base> ||
                           asio::execution::is_executor<std::remove_cvref_t<T>>::value ||
                           asio::is_executor<std::remove_cvref_t<T>>::value ||
                           std::derived_from<std::remove_cvref_t<T>, asio::execution_context>;

}  // namespace detail

/// Asio's acceptor, but the sockets that it makes live on the shards of the context in turn.
/**
 * `asio::ip::tcp::acceptor` becomes `coio::basic_socket_acceptor<asio::ip::tcp>`, and the program
 * is spread: the sockets have the same type as before. coio::ip::tcp::acceptor is this class for
 * coio::ip::tcp::socket.
 *
 * `accept()` and `async_accept()`, with or without a place for the peer's endpoint, make each
 * socket with io_context::next_executor(). The functions that are given a socket, an executor or a
 * context do as they are told. If the acceptor's executor is not itself one of coio::io_context (a
 * strand, or an executor of an asio::io_context), the sockets have that executor, as Asio's
 * acceptor does it.
 *
 * Thread safety: as asio::basic_socket_acceptor.
 */
template <typename Protocol, typename Executor = asio::any_io_executor>
class basic_socket_acceptor : public asio::basic_socket_acceptor<Protocol, Executor> {
  using base = asio::basic_socket_acceptor<Protocol, Executor>;

 public:
  using typename base::endpoint_type;
  /// What the functions make that are not told what to make.
  using socket_type = typename Protocol::socket::template rebind_executor<Executor>::other;

  template <typename Executor1>
  struct rebind_executor {
    using other = basic_socket_acceptor<Protocol, Executor1>;
  };

  using base::base;

  /// Takes over an acceptor of Asio's.
  basic_socket_acceptor(base&& other) : base(std::move(other)) {}

  socket_type accept() { return base::accept(next()); }
  socket_type accept(asio::error_code& ec) { return base::accept(next(), ec); }
  socket_type accept(endpoint_type& peer) { return base::accept(next(), peer); }
  socket_type accept(endpoint_type& peer, asio::error_code& ec) {
    socket_type s(next());  // Asio 1.22 cannot call its own function for this
    base::accept(s, peer, ec);
    return s;
  }

  /// As asio::basic_socket_acceptor::accept with a socket, an executor or a context.
  template <detail::names_the_socket What, typename... Args>
  decltype(auto) accept(What&& what, Args&&... args) {
    return base::accept(std::forward<What>(what), std::forward<Args>(args)...);
  }

  template <typename Token = asio::default_completion_token_t<Executor>>
    requires(!detail::names_the_socket<Token> &&
             !std::same_as<std::remove_cvref_t<Token>, endpoint_type>)
  auto async_accept(Token&& token = Token()) {
    return base::async_accept(next(), std::forward<Token>(token));
  }

  template <typename Token = asio::default_completion_token_t<Executor>>
  auto async_accept(endpoint_type& peer, Token&& token = Token()) {
    return base::async_accept(next(), peer, std::forward<Token>(token));
  }

  /// As asio::basic_socket_acceptor::async_accept with a socket, an executor or a context.
  template <detail::names_the_socket What, typename... Args>
  decltype(auto) async_accept(What&& what, Args&&... args) {
    return base::async_accept(std::forward<What>(what), std::forward<Args>(args)...);
  }

 private:
  Executor next() { return detail::executor_for_next(this->get_executor()); }
};

}  // namespace COIO_ABI
}  // namespace coio

#endif
