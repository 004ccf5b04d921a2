// Unix-domain servers.
#ifndef COIO_NET_UNIX_LISTENER_HPP
#define COIO_NET_UNIX_LISTENER_HPP

#include "coio/asio.hpp"

#if defined(COIO_HAS_LOCAL_SOCKETS)

#include <string_view>

#include "coio/detail/export.hpp"
#include "coio/io_executor.hpp"
#include "coio/net/basic_listener.hpp"
#include "coio/net/unix_stream.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace net {

/// A listening Unix-domain socket. See basic_listener.
class unix_listener : public basic_listener<unix_stream> {
 public:
  using basic_listener::basic_listener;

  /// Listens at a path, which must not exist, and is left behind. The socket belongs to the
  /// scheduler of the calling coroutine.
  /**
   * @throws asio::system_error The path is not to be had.
   * @throws std::logic_error No scheduler runs on the calling thread.
   */
  COIO_API static unix_listener bind(std::string_view path);
  /** @return A closed listener if it fails. */
  COIO_API static unix_listener bind(std::string_view path, asio::error_code& ec);
  /// As above, on the given executor.
  COIO_API static unix_listener bind(const io_executor& ex, std::string_view path);
  COIO_API static unix_listener bind(const io_executor& ex, std::string_view path,
                                     asio::error_code& ec);

  /// A second listener on the same socket.
  /** @throws asio::system_error On Windows always: asio::error::operation_not_supported. */
  COIO_API unix_listener try_clone();
  COIO_API unix_listener try_clone(asio::error_code& ec);
};

}  // namespace net
}  // namespace COIO_ABI
}  // namespace coio

#endif
#endif
