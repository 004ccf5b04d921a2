// Second handles to a socket, for try_clone().
#ifndef COIO_DETAIL_NET_SOCKET_HANDLE_HPP
#define COIO_DETAIL_NET_SOCKET_HANDLE_HPP

#include <string>

#include "coio/asio.hpp"
#include "coio/detail/export.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace net {
namespace detail {

using native_handle = asio::ip::tcp::socket::native_handle_type;

// Returns a duplicate of the handle that a program started by this one does not inherit.
COIO_API native_handle duplicate(native_handle h, asio::error_code& ec) noexcept;
// Its addresses, as far as it has some, for people to read: "127.0.0.1:80 - 127.0.0.1:40000".
COIO_API std::string describe_socket(native_handle h);
// Closes a handle.
COIO_API void discard(native_handle h) noexcept;

// Returns a socket object for a duplicate of the handle; a closed one if it fails.
template <typename Socket>
Socket duplicate_socket(Socket& s, asio::error_code& ec) {
  Socket copy(s.get_executor());
  const auto protocol = s.local_endpoint(ec).protocol();
  if (ec) return copy;
  const native_handle h = duplicate(s.native_handle(), ec);
  if (ec) return copy;
  try {
    copy.assign(protocol, h, ec);
  } catch (...) {
    discard(h);
    throw;
  }
  if (ec) discard(h);
  return copy;
}

}  // namespace detail
}  // namespace net
}  // namespace COIO_ABI
}  // namespace coio

#endif
