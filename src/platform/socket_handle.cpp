#include "coio/detail/net/socket_handle.hpp"

#include <algorithm>
#include <cstring>
#include <sstream>

namespace coio {
inline namespace COIO_ABI {
namespace net {
namespace detail {

namespace {

template <typename Endpoint>
std::string text_of(const void* address, std::size_t size) {
  // The size of a name that fills its place counts a zero behind it. Copied first: how long a name
  // is, the endpoint finds out from its bytes.
  Endpoint e;
  size = std::min(size, e.capacity());
  std::memcpy(e.data(), address, size);
  e.resize(size);
  std::ostringstream text;
  text << e;
  return text.str();
}

// Of an address that the system has given; empty if it is none, or of an unknown family.
std::string text_of(const ::sockaddr_storage& a, ::socklen_t size) {
  switch (a.ss_family) {
    case AF_INET:
    case AF_INET6:
      return text_of<asio::ip::tcp::endpoint>(&a, size);
#if defined(COIO_HAS_LOCAL_SOCKETS)
    case AF_UNIX:
      return text_of<asio::local::stream_protocol::endpoint>(&a, size);
#endif
    default:
      return {};
  }
}

}  // namespace

std::string describe_socket(socket_number number) {
  const auto h = static_cast<asio::ip::tcp::socket::native_handle_type>(number);
  std::string text;
  ::sockaddr_storage a{};
  ::socklen_t size = sizeof a;
  auto* const any = reinterpret_cast<::sockaddr*>(&a);
  if (::getsockname(h, any, &size) == 0) text = text_of(a, size);
  size = sizeof a;
  if (::getpeername(h, any, &size) != 0) return text;
  const std::string peer = text_of(a, size);
  return text.empty() || peer.empty() ? text + peer : text + " - " + peer;
}

}  // namespace detail
}  // namespace net
}  // namespace COIO_ABI
}  // namespace coio
