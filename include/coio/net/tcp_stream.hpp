// TCP connections.
#ifndef COIO_NET_TCP_STREAM_HPP
#define COIO_NET_TCP_STREAM_HPP

#include <string>

#include "coio/asio.hpp"
#include "coio/awaitable.hpp"
#include "coio/detail/export.hpp"
#include "coio/io_executor.hpp"
#include "coio/net/basic_stream.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace net {

/// A TCP connection. See basic_stream.
class tcp_stream : public basic_stream<asio::ip::tcp> {
 public:
  using basic_stream::basic_stream;

  /// Connects to "host:port"; tries the host's addresses one after the other.
  /**
   * The stream lives on the next shard of the context of the coroutine that awaits it.
   *
   * @throws asio::system_error The text is no such thing (asio::error::invalid_argument), the host
   * is not known, or no address answers.
   */
  COIO_API static awaitable<tcp_stream> connect(std::string host_and_port);
  /** @return A closed stream if it fails. */
  COIO_API static awaitable<tcp_stream> connect(std::string host_and_port, asio::error_code& ec);
  COIO_API static awaitable<tcp_stream> connect(endpoint_type endpoint);
  COIO_API static awaitable<tcp_stream> connect(endpoint_type endpoint, asio::error_code& ec);
  /// As above, on the given executor: with `client.native().get_executor()`, beside that stream.
  COIO_API static awaitable<tcp_stream> connect(io_executor ex, std::string host_and_port);
  COIO_API static awaitable<tcp_stream> connect(io_executor ex, std::string host_and_port,
                                                asio::error_code& ec);
  COIO_API static awaitable<tcp_stream> connect(io_executor ex, endpoint_type endpoint);
  COIO_API static awaitable<tcp_stream> connect(io_executor ex, endpoint_type endpoint,
                                                asio::error_code& ec);

  /// A second stream on the same connection, without timeouts.
  /** @throws asio::system_error On Windows always: asio::error::operation_not_supported. */
  COIO_API tcp_stream try_clone();
  COIO_API tcp_stream try_clone(asio::error_code& ec);
};

}  // namespace net
}  // namespace COIO_ABI
}  // namespace coio

#endif
