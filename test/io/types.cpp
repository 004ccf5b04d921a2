// Asio's I/O types with coio's executor: awaited without a token, and used with every other token.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#if !defined(COIO_PLATFORM_windows)
#include <unistd.h>
#endif

#include <array>
#include <chrono>
#include <csignal>
#include <future>
#include <string>
#include <type_traits>
#include <utility>

#include "checks.hpp"
#include "coio/channel.hpp"
#include "coio/coio.hpp"
#include "coio/io.hpp"

using coio::awaitable;
using coio::ip::tcp;
using coio::ip::udp;
using namespace std::chrono_literals;

namespace {

const auto worker_counts = boost::unit_test::data::make({1, 2, 4});
const auto loopback = coio::ip::address_v4::loopback();

// Runs a coroutine, and says what leaves it.
template <typename F>
void run(int workers, F f) {
  coio::scheduler().with_workers(workers).run(std::move(f));
}

awaitable<std::pair<tcp::socket, tcp::socket>> tcp_pair() {
  const auto ex = co_await asio::this_coro::executor;
  tcp::acceptor acceptor(ex, {loopback, 0});
  tcp::socket client(ex);
  auto connecting = coio::spawn([&] { return client.async_connect(acceptor.local_endpoint()); });
  auto server = co_await acceptor.async_accept();
  co_await connecting.join();
  co_return std::pair(std::move(client), std::move(server));
}

template <typename Executor>
asio::awaitable<std::size_t, Executor> read_within_asios(tcp::socket& s, std::string& to) {
  co_return co_await asio::async_read(s, asio::buffer(to), asio::use_awaitable_t<Executor>());
}

}  // namespace

// Everything of Asio's takes them for what they are.
static_assert(std::is_same_v<tcp::socket::protocol_type, asio::ip::tcp>);
static_assert(std::is_same_v<tcp::endpoint, asio::ip::tcp::endpoint>);
static_assert(std::is_same_v<coio::ip::address, asio::ip::address>);
static_assert(std::is_constructible_v<asio::ip::tcp::socket, tcp::socket>);
static_assert(std::is_constructible_v<tcp::socket, asio::ip::tcp::socket>);
static_assert(std::is_constructible_v<asio::ip::tcp::acceptor, tcp::acceptor>);
static_assert(std::is_constructible_v<tcp::acceptor, asio::ip::tcp::acceptor>);
static_assert(std::is_constructible_v<asio::steady_timer, coio::steady_timer>);
static_assert(std::is_same_v<coio::net::tcp_stream::native_type, tcp::socket>);

BOOST_DATA_TEST_CASE(sockets_without_a_token_are_awaited, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    auto [client, server] = co_await tcp_pair();
    CHECK_EQUAL(co_await asio::async_write(client, asio::buffer("hello", 5)), 5u);
    std::string text(5, ' ');
    CHECK_EQUAL(co_await asio::async_read(server, asio::buffer(text)), 5u);
    CHECK_EQUAL(text, "hello");
    co_await server.async_write_some(asio::buffer("x\nrest", 6));
    co_await client.async_wait(tcp::socket::wait_read);
    std::string line;
    CHECK_EQUAL(co_await asio::async_read_until(client, asio::dynamic_buffer(line), '\n'), 2u);
    server.shutdown(tcp::socket::shutdown_send);
    asio::error_code ec;
    co_await asio::async_read(client, asio::dynamic_buffer(line),
                              asio::redirect_error(coio::use_awaitable, ec));
    CHECK(ec == asio::error::eof);
    CHECK_EQUAL(line, "x\nrest");
    client.close();
    bool thrown = false;
    try {
      co_await server.async_read_some(asio::buffer(text));
    } catch (const asio::system_error& e) {
      thrown = e.code() == asio::error::eof;
    }
    CHECK(thrown);
  });
}

BOOST_DATA_TEST_CASE(names_without_a_token_are_resolved_and_connected_to, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    const auto ex = co_await asio::this_coro::executor;
    tcp::acceptor acceptor(ex, {loopback, 0});
    tcp::resolver resolver(ex);
    const auto found = co_await resolver.async_resolve(
        "127.0.0.1", std::to_string(acceptor.local_endpoint().port()));
    tcp::socket socket(ex);
    auto accepting = coio::spawn([&] { return acceptor.async_accept(); });
    const tcp::endpoint peer = co_await asio::async_connect(socket, found);
    CHECK_EQUAL(peer, acceptor.local_endpoint());
    tcp::socket accepted = co_await accepting.join();
    CHECK_EQUAL(accepted.remote_endpoint(), socket.local_endpoint());
  });
}

BOOST_DATA_TEST_CASE(datagrams_without_a_token_arrive, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    const auto ex = co_await asio::this_coro::executor;
    udp::socket a(ex, {loopback, 0}), b(ex, {loopback, 0});
    std::array<char, 8> buffer;
    udp::endpoint from;
    co_await a.async_send_to(asio::buffer("abc", 3), b.local_endpoint());
    CHECK_EQUAL(co_await b.async_receive_from(asio::buffer(buffer), from), 3u);
    CHECK_EQUAL(from, a.local_endpoint());
#if !defined(COIO_PLATFORM_windows)  // which has no pairs of these
    coio::local::datagram_protocol::socket c(ex), d(ex);
    coio::local::connect_pair(c, d);
    co_await c.async_send(asio::buffer("xy", 2));
    CHECK_EQUAL(co_await d.async_receive(asio::buffer(buffer)), 2u);
    const coio::local::stream_protocol protocol =
        coio::local::stream_protocol::endpoint("x").protocol();
    coio::local::stream_protocol::socket e(ex, protocol), f(ex);
    CHECK(e.is_open());
    e.close();
    coio::local::connect_pair(e, f);
    co_await e.async_send(asio::buffer("z", 1));
    CHECK_EQUAL(co_await f.async_receive(asio::buffer(buffer)), 1u);
#if defined(COIO_HAS_SEQ_PACKET_PROTOCOL)
    coio::local::seq_packet_protocol::socket g(ex), h(ex);
    coio::local::connect_pair(g, h);
    co_await g.async_send(asio::buffer("uvw", 3), 0);
    asio::socket_base::message_flags flags = 0;
    CHECK_EQUAL(co_await h.async_receive(asio::buffer(buffer), flags), 3u);
#endif
#endif
  });
}

BOOST_DATA_TEST_CASE(timers_without_a_token_fire_and_not_early, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    const auto ex = co_await asio::this_coro::executor;
    coio::steady_timer steady(ex, 2ms);
    coio::system_timer system(ex);
    coio::high_resolution_timer high(ex);
    co_await steady.async_wait();
    CHECK(std::chrono::steady_clock::now() >= steady.expiry());
    system.expires_after(1ms);
    co_await system.async_wait();
    CHECK(std::chrono::system_clock::now() >= system.expiry());
    high.expires_after(1ms);
    co_await high.async_wait();
    steady.expires_after(1h);
    auto waiting = coio::spawn([&] { return steady.async_wait(); });
    co_await coio::sched();
    waiting.cancel();
    bool aborted = false;
    try {
      co_await waiting.join();
    } catch (const asio::system_error& e) {
      aborted = e.code() == asio::error::operation_aborted;
    }
    CHECK(aborted);
  });
}

BOOST_DATA_TEST_CASE(signals_without_a_token_are_awaited, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    coio::signal_set signals(co_await asio::this_coro::executor, SIGTERM);
    auto caught = coio::spawn([&] { return signals.async_wait(); });
    std::raise(SIGTERM);
    CHECK_EQUAL(co_await caught.join(), SIGTERM);
  });
}

BOOST_DATA_TEST_CASE(descriptors_and_pipes_without_a_token_are_read_and_written, worker_counts,
                     workers) {
  run(workers, []() -> awaitable<void> {
    const auto ex = co_await asio::this_coro::executor;
    std::array<char, 4> buffer;
#if defined(COIO_HAS_STREAM_DESCRIPTOR)
    int ends[2];
    BOOST_REQUIRE(::pipe(ends) == 0);
    coio::posix::stream_descriptor in(ex, ends[0]), out(ex, ends[1]);
    co_await out.async_write_some(asio::buffer("ab", 2));
    CHECK_EQUAL(co_await in.async_read_some(asio::buffer(buffer)), 2u);
#endif
#if defined(ASIO_HAS_PIPE)
    coio::readable_pipe r(ex);
    coio::writable_pipe w(ex);
    asio::connect_pipe(r, w);
    co_await asio::async_write(w, asio::buffer("cde", 3));
    CHECK_EQUAL(co_await r.async_read_some(asio::buffer(buffer)), 3u);
#endif
  });
}

BOOST_DATA_TEST_CASE(channel_of_asios_without_a_token_passes_values, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    const auto ex = co_await asio::this_coro::executor;
    coio::concurrent_channel<void(asio::error_code, int)> c(ex, 1);
    auto sum = coio::spawn([&]() -> awaitable<int> {
      int total = 0;
      for (int i = 0; i < 1000; ++i)
        total += co_await c.async_receive();
      co_return total;
    });
    for (int i = 0; i < 1000; ++i)
      co_await c.async_send(asio::error_code(), 2);
    CHECK_EQUAL(co_await sum.join(), 2000);
    coio::channel<void(asio::error_code, int)> alone(ex, 1);
    co_await alone.async_send(asio::error_code(), 7);
    CHECK_EQUAL(co_await alone.async_receive(), 7);
  });
}

BOOST_DATA_TEST_CASE(posts_and_strands_without_a_token_are_awaited, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    const coio::io_executor ex = co_await asio::this_coro::executor;
    co_await asio::post(ex);
    co_await asio::dispatch(ex);
    const coio::strand strand = asio::make_strand(ex);
    co_await asio::post(strand, coio::use_awaitable);
    CHECK(&asio::query(strand, asio::execution::context) ==
          &asio::query(ex, asio::execution::context));
  });
}

BOOST_DATA_TEST_CASE(socket_with_another_token_completes_to_it, worker_counts, workers) {
  coio::thread_pool pool(static_cast<std::size_t>(workers));
  tcp::acceptor acceptor(pool, {loopback, 0});
  tcp::socket client(pool);
  // std::future
  auto connected = client.async_connect(acceptor.local_endpoint(), asio::use_future);
  tcp::socket server = acceptor.async_accept(asio::use_future).get();
  connected.get();
  // A callback.
  std::promise<std::size_t> written;
  asio::async_write(client, asio::buffer("abcdefgh", 8),
                    [&](asio::error_code ec, std::size_t n) { written.set_value(ec ? 0 : n); });
  BOOST_TEST(written.get_future().get() == 8u);
  // Coroutines of Asio's, with an executor of coio's, and an erased one.
  std::string text(4, ' ');
  using typed = coio::io_executor;
  BOOST_TEST(asio::co_spawn(typed(pool.get_executor()), read_within_asios<typed>(server, text),
                            asio::use_future)
                 .get() == 4u);
  BOOST_TEST(text == "abcd");
  BOOST_TEST(
      asio::co_spawn(pool, read_within_asios<asio::any_io_executor>(server, text), asio::use_future)
          .get() == 4u);
  BOOST_TEST(text == "efgh");
  // A stackless handler bound to a strand.
  auto strand = asio::make_strand(pool);
  std::promise<bool> within;
  client.async_wait(tcp::socket::wait_write, asio::bind_executor(strand, [&](asio::error_code) {
                      within.set_value(strand.running_in_this_thread());
                    }));
  BOOST_TEST(within.get_future().get());
}

BOOST_DATA_TEST_CASE(token_of_asios_around_the_facades_is_awaited, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    auto [client, server] = co_await tcp_pair();
    std::array<char, 8> buffer;
    asio::error_code ec;
    auto reading = coio::spawn([&]() -> awaitable<void> {
      co_await coio::timeout(1ms, server.async_read_some(asio::buffer(buffer)));
    });
    bool late = false;
    try {
      co_await reading.join();
    } catch (const asio::system_error& e) {
      late = e.code() == asio::error::timed_out;
    }
    CHECK(late);
    // Nothing has been lost.
    co_await asio::async_write(client, asio::buffer("still", 5));
    CHECK_EQUAL(co_await server.async_read_some(asio::buffer(buffer),
                                                asio::redirect_error(coio::use_awaitable, ec)),
                5u);
    CHECK(!ec);
  });
}

BOOST_DATA_TEST_CASE(sockets_of_the_facade_and_of_asio_convert_without_a_new_descriptor,
                     worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    auto [client, server] = co_await tcp_pair();
    const auto descriptor = server.native_handle();
    // To Asio's, to the facade's, and back.
    asio::ip::tcp::socket erased(std::move(server));
    coio::net::tcp_stream stream(std::move(erased));
    CHECK_EQUAL(stream.native().native_handle(), descriptor);
    co_await asio::async_write(client, asio::buffer("one", 3));
    std::array<char, 3> buffer;
    co_await stream.read_exact(asio::buffer(buffer));
    tcp::socket again(std::move(stream.native()));
    CHECK_EQUAL(again.native_handle(), descriptor);
    co_await asio::async_write(again, asio::buffer("two", 3));
    co_await asio::async_read(client, asio::buffer(buffer));
    CHECK(std::string(buffer.begin(), buffer.end()) == "two");
  });
}

BOOST_AUTO_TEST_CASE(socket_of_another_context_is_refused_and_stays_usable) {
  asio::io_context other;
  asio::ip::tcp::acceptor acceptor(other, {loopback, 0});
  asio::ip::tcp::socket client(other);
  client.connect(acceptor.local_endpoint());
  BOOST_CHECK_THROW(tcp::socket(std::move(client)), asio::execution::bad_executor);
  BOOST_TEST(client.is_open());
  asio::ip::tcp::socket accepted = acceptor.accept();
  asio::write(client, asio::buffer("x", 1));
  char c = 0;
  BOOST_TEST(asio::read(accepted, asio::buffer(&c, 1)) == 1u);
}
