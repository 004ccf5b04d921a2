// Unix-domain stream connections.
#ifndef COIO_NET_UNIX_STREAM_HPP
#define COIO_NET_UNIX_STREAM_HPP

#include "coio/asio.hpp"

#if defined(COIO_HAS_LOCAL_SOCKETS)

#include <string>
#include <utility>

#include "coio/awaitable.hpp"
#include "coio/detail/export.hpp"
#include "coio/io_executor.hpp"
#include "coio/net/basic_stream.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace net {

/// A Unix-domain connection. See basic_stream.
class unix_stream : public basic_stream<asio::local::stream_protocol> {
 public:
  using basic_stream::basic_stream;

  /// Connects to the listener at the path.
  /**
   * The stream lives on the next shard of the context of the coroutine that awaits it.
   * @throws asio::system_error Nobody listens there.
   */
  COIO_API static awaitable<unix_stream> connect(std::string path);
  /** @return A closed stream if it fails. */
  COIO_API static awaitable<unix_stream> connect(std::string path, asio::error_code& ec);
  /// As above, on the given executor.
  COIO_API static awaitable<unix_stream> connect(io_executor ex, std::string path);
  COIO_API static awaitable<unix_stream> connect(io_executor ex, std::string path,
                                                 asio::error_code& ec);

  /// Two streams that are connected with each other, on the same shard.
  /** @throws asio::system_error The process has no more descriptors. */
  COIO_API static std::pair<unix_stream, unix_stream> pair(const io_executor& ex);
  /** @return Two closed streams if it fails. */
  COIO_API static std::pair<unix_stream, unix_stream> pair(const io_executor& ex,
                                                           asio::error_code& ec);
  /// As above, on the next shard of the scheduler of the calling coroutine.
  /** @throws std::logic_error No scheduler runs on the calling thread. */
  COIO_API static std::pair<unix_stream, unix_stream> pair();
  COIO_API static std::pair<unix_stream, unix_stream> pair(asio::error_code& ec);

  /// A second stream on the same connection, without timeouts.
  /** @throws asio::system_error On Windows always: asio::error::operation_not_supported. */
  COIO_API unix_stream try_clone();
  COIO_API unix_stream try_clone(asio::error_code& ec);
};

}  // namespace net
}  // namespace COIO_ABI
}  // namespace coio

#endif
#endif
