// UDP.
#ifndef COIO_NET_UDP_SOCKET_HPP
#define COIO_NET_UDP_SOCKET_HPP

#include <cstddef>
#include <memory>
#include <string_view>
#include <utility>

#include "coio/asio.hpp"
#include "coio/awaitable.hpp"
#include "coio/detail/export.hpp"
#include "coio/detail/net/io_operation.hpp"
#include "coio/detail/net/socket_handle.hpp"
#include "coio/io_executor.hpp"
#include "coio/ip.hpp"
#include "coio/net/basic_stream.hpp"
#include "coio/net/io_timeout.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace net {

/// A UDP socket.
/**
 * One coroutine may receive while another sends.
 *
 * An operation refers to the socket, to the memory of its buffers and to `ec`: from the call until
 * it has ended, all of them stay where they are.
 *
 * Thread safety: Distinct objects: Safe. Shared objects: Unsafe, with the exception of one
 * coroutine that receives and one that sends.
 */
class udp_socket {
 public:
  /// The Asio socket inside.
  using native_type = ip::udp::socket;
  using endpoint_type = asio::ip::udp::endpoint;

  /// A datagram's size and sender.
  struct received {
    std::size_t size = 0;
    endpoint_type from;
  };

  /// Takes over a socket, and makes it non-blocking.
  /** @throws asio::system_error The socket cannot be made non-blocking. */
  COIO_API explicit udp_socket(native_type socket);

  /// Binds to "127.0.0.1:8080", "[::1]:8080" or "localhost:8080"; port 0 lets the system choose.
  /// The socket belongs to the scheduler of the calling coroutine.
  /**
   * @throws asio::system_error The text is no such thing (asio::error::invalid_argument), or the
   * address is not to be had.
   * @throws std::logic_error No scheduler runs on the calling thread.
   */
  COIO_API static udp_socket bind(std::string_view address);
  /** @return A closed socket if it fails. */
  COIO_API static udp_socket bind(std::string_view address, asio::error_code& ec);
  COIO_API static udp_socket bind(const endpoint_type& endpoint);
  COIO_API static udp_socket bind(const endpoint_type& endpoint, asio::error_code& ec);
  /// As above, on the given executor.
  COIO_API static udp_socket bind(const io_executor& ex, std::string_view address);
  COIO_API static udp_socket bind(const io_executor& ex, std::string_view address,
                                  asio::error_code& ec);
  COIO_API static udp_socket bind(const io_executor& ex, const endpoint_type& endpoint);
  COIO_API static udp_socket bind(const io_executor& ex, const endpoint_type& endpoint,
                                  asio::error_code& ec);

  /// Sends a datagram.
  /** @return The number of bytes sent. */
  template <const_buffers ConstBuffers>
  auto send_to(const ConstBuffers& buffers, const endpoint_type& to) {
    return send(buffers, to, nullptr);
  }
  template <const_buffers ConstBuffers>
  auto send_to(const ConstBuffers& buffers, const endpoint_type& to, asio::error_code& ec) {
    return send(buffers, to, &ec);
  }

  /// Receives a datagram.
  /** What does not fit into the buffers is lost. */
  template <mutable_buffers MutableBuffers>
  auto recv_from(const MutableBuffers& buffers) {
    return receive(buffers, nullptr);
  }
  template <mutable_buffers MutableBuffers>
  auto recv_from(const MutableBuffers& buffers, asio::error_code& ec) {
    return receive(buffers, &ec);
  }

  /// Closes the socket. Operations under way end with asio::error::operation_aborted.
  void close() { socket_.close(); }
  void close(asio::error_code& ec) { socket_.close(ec); }

  endpoint_type local_addr() const { return socket_.local_endpoint(); }
  endpoint_type local_addr(asio::error_code& ec) const { return socket_.local_endpoint(ec); }

  /// How long a recv_from() or send_to() may take; std::nullopt, the default, means no
  /// timeout.
  void set_read_timeout(io_timeout t) { timeouts_[detail::reading] = t; }
  void set_write_timeout(io_timeout t) { timeouts_[detail::writing] = t; }
  io_timeout read_timeout() const { return timeouts_[detail::reading]; }
  io_timeout write_timeout() const { return timeouts_[detail::writing]; }

  /// A second object for the same socket, without timeouts.
  /** @throws asio::system_error On Windows always: asio::error::operation_not_supported. */
  COIO_API udp_socket try_clone();
  COIO_API udp_socket try_clone(asio::error_code& ec);

  /// The Asio socket.
  native_type& native() noexcept { return socket_; }
  const native_type& native() const noexcept { return socket_; }

 private:
  template <typename ConstBuffers>
  auto send(const ConstBuffers& buffers, const endpoint_type& to, asio::error_code* ec) {
    return detail::operate<detail::io_call::send_to, std::size_t>(
        socket_, timeouts_[detail::writing],
        [this, buffers, to](asio::error_code& e, std::size_t& n) {
          if (!socket_.non_blocking()) return false;
          n = socket_.send_to(buffers, to, 0, e);
          return !detail::would_block(e);
        },
        [this, buffers, to](auto handler) {
          socket_.async_send_to(buffers, to, std::move(handler));
        },
        [ec](const asio::error_code& e, std::size_t n) {
          detail::pass(e, ec, "send_to");
          return n;
        });
  }

  template <typename MutableBuffers>
  auto receive(const MutableBuffers& buffers, asio::error_code* ec) {
    // The endpoint does not move while the operation is under way.
    auto from = std::make_unique<endpoint_type>();
    endpoint_type* const sender = from.get();
    return detail::operate<detail::io_call::recv_from, received>(
        socket_, timeouts_[detail::reading], [](asio::error_code&, std::size_t&) { return false; },
        [this, buffers, sender](auto handler) {
          socket_.async_receive_from(buffers, *sender, std::move(handler));
        },
        [from = std::move(from), ec](const asio::error_code& e, std::size_t n) {
          detail::pass(e, ec, "recv_from");
          return received{n, *from};
        });
  }

  native_type socket_;
  detail::timeouts timeouts_;
};

}  // namespace net
}  // namespace COIO_ABI
}  // namespace coio

#endif
