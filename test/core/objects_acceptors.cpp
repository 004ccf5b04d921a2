// Acceptors and descriptors of every origin, after every action. See objects.hpp.
#if !defined(COIO_PLATFORM_windows)
#include <unistd.h>
#endif

#include <string>

#include "objects.hpp"

namespace coio::test {

using asio::ip::tcp;

// The other ends are on a context of Asio's, and block.
asio::io_context& plain() {
  static asio::io_context context;
  return context;
}

void free_endpoint(tcp::endpoint& e) {
  e = {asio::ip::address_v4::loopback(), 0};
}

#if !defined(COIO_PLATFORM_windows)
using local = asio::local::stream_protocol;

// In the abstract namespace, which leaves no files, and which Windows does not have.
void free_endpoint(local::endpoint& e) {
  static int n = 0;
  e = std::string(1, '\0') + "coio." + std::to_string(::getpid()) + "." + std::to_string(++n);
}
#endif

template <typename Protocol>
struct acceptor {
  template <typename Executor>
  using type = asio::basic_socket_acceptor<Protocol, Executor>;
  static constexpr bool cancels_surely = true;

  template <typename Acceptor>
  void open(Acceptor& a) {
    free_endpoint(at);
    a.open(at.protocol());
    a.bind(at);
    a.listen();
    at = a.local_endpoint();
  }

  template <typename Acceptor, typename Handler>
  void pend(Acceptor& a, Handler h) {
    a.async_accept(std::move(h));
  }

  // The accepted socket lives where the acceptor does, and echoes.
  template <typename Acceptor>
  task use(Acceptor& a) {
    using socket = typename Protocol::socket::template rebind_executor<
        typename Acceptor::executor_type>::other;
    typename Protocol::socket peer(plain());
    auto accepted = co_await await_operation<socket>(
        a, [&](auto... token) { return a.async_accept(token...); },
        [&peer, to = at] { peer.connect(to); });
    CHECK(!accepted.error && accepted.value);
    if (!accepted.value) co_return;
    socket& s = *accepted.value;
    CHECK(&home_of(s.get_executor()) == &home_of(a.get_executor()));
    char byte = 0;
    const auto received = co_await await_operation<std::size_t>(
        s, [&](auto... token) { return s.async_receive(asio::buffer(&byte, 1), token...); },
        [&peer] { asio::write(peer, asio::buffer("x", 1)); });
    CHECK(!received.error && received.value == 1u && byte == 'x');
    // Thousands of connections in TIME_WAIT would leave no port.
    peer.set_option(asio::socket_base::linger(true, 0));
    peer.close();
  }

  typename Protocol::endpoint at;
};

#if defined(COIO_HAS_STREAM_DESCRIPTOR)
struct pipe_end {
  template <typename Executor>
  using type = asio::posix::basic_stream_descriptor<Executor>;
  static constexpr bool cancels_surely = true;

  template <typename Descriptor>
  void open(Descriptor& d) {
    int ends[2];
    if (::pipe(ends) != 0) throw std::system_error(errno, std::system_category());
    d.assign(ends[0]);
    peer = asio::posix::stream_descriptor(plain(), ends[1]);
  }

  template <typename Descriptor, typename Handler>
  void pend(Descriptor& d, Handler h) {
    d.async_read_some(asio::buffer(&byte, 1), std::move(h));
  }

  template <typename Descriptor>
  task use(Descriptor& d) {
    const auto got = co_await await_operation<std::size_t>(
        d, [&](auto... token) { return d.async_read_some(asio::buffer(&byte, 1), token...); },
        [&p = peer] { asio::write(p, asio::buffer("x", 1)); });
    CHECK(!got.error && got.value == 1u && byte == 'x');
  }

  asio::posix::stream_descriptor peer{plain()};
  char byte = 0;
};
#endif

}  // namespace coio::test

COIO_TEST_OBJECTS(tcp_acceptor_of_any_origin_after_any_action_accepts,
                  coio::test::acceptor<coio::test::tcp>)
#if !defined(COIO_PLATFORM_windows)
COIO_TEST_OBJECTS(local_acceptor_of_any_origin_after_any_action_accepts,
                  coio::test::acceptor<coio::test::local>)
#endif
#if defined(COIO_HAS_STREAM_DESCRIPTOR)
COIO_TEST_OBJECTS(descriptor_of_any_origin_after_any_action_reads, coio::test::pipe_end)
#endif
