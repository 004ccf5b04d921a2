// Sockets of every origin, after every action: an echo of one byte. See objects.hpp.
#include "objects.hpp"

namespace coio::test {

using asio::ip::tcp;
using asio::ip::udp;

// The other ends are on a context of Asio's, and block.
asio::io_context& plain() {
  static asio::io_context context;
  return context;
}

template <typename Socket>
void connect(Socket& socket, tcp::socket& peer) {
  static tcp::acceptor acceptor(plain(), {asio::ip::address_v4::loopback(), 0});
  peer = tcp::socket(plain());
  socket.connect(acceptor.local_endpoint());
  acceptor.accept(peer);
  // Thousands of connections in TIME_WAIT would leave no port.
  peer.set_option(tcp::socket::linger(true, 0));
}

// Windows has no pairs of these.
#if !defined(COIO_PLATFORM_windows)
using local = asio::local::stream_protocol;

template <typename Socket>
void connect(Socket& socket, local::socket& peer) {
  peer = local::socket(plain());
  asio::local::connect_pair(socket, peer);
}
#endif

template <typename Protocol>
struct stream_socket {
  template <typename Executor>
  using type = asio::basic_stream_socket<Protocol, Executor>;
  static constexpr bool cancels_surely = true;

  template <typename Socket>
  void open(Socket& s) {
    connect(s, peer);
  }

  template <typename Socket, typename Handler>
  void pend(Socket& s, Handler h) {
    s.async_receive(asio::buffer(&byte, 1), std::move(h));
  }

  template <typename Socket>
  task use(Socket& s) {
    const auto received = co_await await_operation<std::size_t>(
        s, [&](auto... token) { return s.async_receive(asio::buffer(&byte, 1), token...); },
        [&p = peer] { asio::write(p, asio::buffer("x", 1)); });
    CHECK(!received.error && received.value == 1u && byte == 'x');
    const auto sent = co_await await_operation<std::size_t>(
        s, [&](auto... token) { return s.async_send(asio::buffer("y", 1), token...); }, [] {});
    CHECK(!sent.error && sent.value == 1u);
    char answer = 0;
    asio::read(peer, asio::buffer(&answer, 1));
    CHECK(answer == 'y');
  }

  typename Protocol::socket peer{plain()};
  char byte = 0;
};

struct datagram {
  template <typename Executor>
  using type = asio::basic_datagram_socket<udp, Executor>;
  static constexpr bool cancels_surely = true;

  template <typename Socket>
  void open(Socket& s) {
    s.open(udp::v4());
    s.bind({asio::ip::address_v4::loopback(), 0});
    at = s.local_endpoint();
  }

  template <typename Socket, typename Handler>
  void pend(Socket& s, Handler h) {
    s.async_receive_from(asio::buffer(&byte, 1), from, std::move(h));
  }

  template <typename Socket>
  task use(Socket& s) {
    const auto received = co_await await_operation<std::size_t>(
        s,
        [&](auto... token) { return s.async_receive_from(asio::buffer(&byte, 1), from, token...); },
        [&p = peer, to = at] { p.send_to(asio::buffer("x", 1), to); });
    CHECK(!received.error && received.value == 1u && byte == 'x');
    CHECK(from == peer.local_endpoint());
    const auto sent = co_await await_operation<std::size_t>(
        s, [&](auto... token) { return s.async_send_to(asio::buffer("y", 1), from, token...); },
        [] {});
    CHECK(!sent.error && sent.value == 1u);
    char answer = 0;
    peer.receive(asio::buffer(&answer, 1));
    CHECK(answer == 'y');
  }

  udp::socket peer{plain(), {asio::ip::address_v4::loopback(), 0}};
  udp::endpoint at, from;
  char byte = 0;
};

}  // namespace coio::test

COIO_TEST_OBJECTS(tcp_socket_of_any_origin_after_any_action_echoes,
                  coio::test::stream_socket<coio::test::tcp>)
#if !defined(COIO_PLATFORM_windows)
COIO_TEST_OBJECTS(local_socket_of_any_origin_after_any_action_echoes,
                  coio::test::stream_socket<coio::test::local>)
#endif
COIO_TEST_OBJECTS(udp_socket_of_any_origin_after_any_action_echoes, coio::test::datagram)
