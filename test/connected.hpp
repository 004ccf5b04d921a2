// Two stream sockets that are connected to each other, and how what is pending on one ends.
#ifndef COIO_TEST_CONNECTED_HPP
#define COIO_TEST_CONNECTED_HPP

#include <utility>

#include "coio/asio.hpp"
#include "coio/awaitable.hpp"
#include "coio/net.hpp"

namespace coio::test {

// Unix-domain sockets; but Windows has no pairs of these, and Wine 8 does not have them at all.
#if defined(COIO_PLATFORM_windows)
using stream_protocol = asio::ip::tcp;
using stream = net::tcp_stream;
#else
using stream_protocol = asio::local::stream_protocol;
using stream = net::unix_stream;
#endif

template <typename Executor>
void connect_pair(asio::basic_stream_socket<stream_protocol, Executor>& a,
                  asio::basic_stream_socket<stream_protocol, Executor>& b) {
#if defined(COIO_PLATFORM_windows)
  asio::basic_socket_acceptor<stream_protocol, Executor> acceptor(
      a.get_executor(), {asio::ip::address_v4::loopback(), 0});
  a.connect(acceptor.local_endpoint());
  acceptor.accept(b);
#else
  asio::local::connect_pair(a, b);
#endif
}

inline awaitable<std::pair<stream, stream>> connected() {
#if defined(COIO_PLATFORM_windows)
  const auto ex = co_await asio::this_coro::executor;
  stream::native_type a(ex), b(ex);
  connect_pair(a, b);
  co_return std::pair(stream(std::move(a)), stream(std::move(b)));
#else
  co_return stream::pair();
#endif
}

// As operations end when their object is closed or cancelled. Wine 8 has another error for a closed
// socket, without coio, too: ERROR_HANDLES_CLOSED.
inline bool says_aborted(asio::error_code error) {
#if defined(COIO_PLATFORM_windows)
  if (error == asio::error_code(676, asio::system_category())) return true;
#endif
  return error == asio::error::operation_aborted;
}

}  // namespace coio::test

#endif
