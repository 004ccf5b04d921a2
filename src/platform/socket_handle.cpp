#include "coio/detail/net/socket_handle.hpp"

#if defined(_WIN32)
#include <winsock2.h>
#else
#include <fcntl.h>
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

}  // namespace detail
}  // namespace net
}  // namespace COIO_ABI
}  // namespace coio
