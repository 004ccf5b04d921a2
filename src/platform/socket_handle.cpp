#include "coio/detail/net/socket_handle.hpp"

#include <cstring>
#include <sstream>

#if defined(_WIN32)
#include <winsock2.h>
#else
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>
#include <cerrno>
#endif

namespace coio {
inline namespace COIO_ABI {
namespace net {
namespace detail {

#if defined(_WIN32)

native_handle duplicate(native_handle h, asio::error_code& ec) noexcept {
  WSAPROTOCOL_INFOW info;
  native_handle copy = INVALID_SOCKET;
  if (::WSADuplicateSocketW(h, ::GetCurrentProcessId(), &info) == 0)
    copy = ::WSASocketW(FROM_PROTOCOL_INFO, FROM_PROTOCOL_INFO, FROM_PROTOCOL_INFO, &info, 0,
                        WSA_FLAG_OVERLAPPED | WSA_FLAG_NO_HANDLE_INHERIT);
  ec = copy == INVALID_SOCKET ? asio::error_code(::WSAGetLastError(), asio::system_category())
                              : asio::error_code();
  return copy;
}

void discard(native_handle h) noexcept {
  ::closesocket(h);
}

#else

native_handle duplicate(native_handle h, asio::error_code& ec) noexcept {
  const native_handle copy = ::fcntl(h, F_DUPFD_CLOEXEC, 0);
  ec = copy < 0 ? asio::error_code(errno, asio::system_category()) : asio::error_code();
  return copy;
}

void discard(native_handle h) noexcept {
  ::close(h);
}

#endif

namespace {

template <typename Endpoint>
std::string text_of(const void* address, std::size_t size) {
  Endpoint e;
  e.resize(size);
  std::memcpy(e.data(), address, size);
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

std::string describe_socket(native_handle h) {
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
