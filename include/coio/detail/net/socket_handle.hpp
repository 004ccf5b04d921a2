// What sockets need of the system beyond Asio: second handles, for try_clone(), and more.
#ifndef COIO_DETAIL_NET_SOCKET_HANDLE_HPP
#define COIO_DETAIL_NET_SOCKET_HANDLE_HPP

#include <cstdint>
#include <string>

#include "coio/asio.hpp"
#include "coio/detail/export.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace net {
namespace detail {

// A socket of any protocol as the system has it: a descriptor, or Windows's SOCKET.
using socket_number = std::uintptr_t;

template <typename Socket>
socket_number number_of(Socket& s) {
  return static_cast<socket_number>(s.native_handle());
}

// Returns a duplicate that a program started by this one does not inherit. Windows refuses it.
COIO_API socket_number duplicate(socket_number h, asio::error_code& ec) noexcept;
// Its addresses, as far as it has some, for people to read: "127.0.0.1:80 - 127.0.0.1:40000".
COIO_API std::string describe_socket(socket_number h);
// Closes it.
COIO_API void discard(socket_number h) noexcept;
// Lets it be bound while connections of a former listener linger. Windows lets it anyway: there the
// option would give the port to any number of listeners at a time.
COIO_API void ignore_lingering(socket_number h, asio::error_code& ec) noexcept;

// Returns a socket object for a duplicate of the handle; a closed one if it fails.
template <typename Socket>
Socket duplicate_socket(Socket& s, asio::error_code& ec) {
  Socket copy(s.get_executor());
  const auto protocol = s.local_endpoint(ec).protocol();
  if (ec) return copy;
  const socket_number h = duplicate(number_of(s), ec);
  if (ec) return copy;
  try {
    copy.assign(protocol, static_cast<typename Socket::native_handle_type>(h), ec);
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
