// TCP servers.
#ifndef COIO_NET_TCP_LISTENER_HPP
#define COIO_NET_TCP_LISTENER_HPP

#include <string_view>

#include "coio/asio.hpp"
#include "coio/detail/export.hpp"
#include "coio/io_executor.hpp"
#include "coio/net/basic_listener.hpp"
#include "coio/net/tcp_stream.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace net {

/// A listening TCP socket. See basic_listener.
class tcp_listener : public basic_listener<tcp_stream> {
 public:
  using basic_listener::basic_listener;

  /// Listens on "127.0.0.1:8080", "[::1]:8080" or "localhost:8080"; port 0 lets the system choose.
  /// The socket belongs to the scheduler of the calling coroutine.
  /**
   * @throws asio::system_error The text is no such thing (asio::error::invalid_argument), or the
   * address is not to be had.
   * @throws std::logic_error No scheduler runs on the calling thread.
   */
  COIO_API static tcp_listener bind(std::string_view address);
  /** @return A closed listener if it fails. */
  COIO_API static tcp_listener bind(std::string_view address, asio::error_code& ec);
  COIO_API static tcp_listener bind(const endpoint_type& endpoint);
  COIO_API static tcp_listener bind(const endpoint_type& endpoint, asio::error_code& ec);
  /// As above, on the given executor.
  COIO_API static tcp_listener bind(const io_executor& ex, std::string_view address);
  COIO_API static tcp_listener bind(const io_executor& ex, std::string_view address,
                                    asio::error_code& ec);
  COIO_API static tcp_listener bind(const io_executor& ex, const endpoint_type& endpoint);
  COIO_API static tcp_listener bind(const io_executor& ex, const endpoint_type& endpoint,
                                    asio::error_code& ec);

  /// A second listener on the same socket.
  /** @throws asio::system_error On Windows always: asio::error::operation_not_supported. */
  COIO_API tcp_listener try_clone();
  COIO_API tcp_listener try_clone(asio::error_code& ec);
};

}  // namespace net
}  // namespace COIO_ABI
}  // namespace coio

#endif
