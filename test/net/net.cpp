// Sockets.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checks.hpp"
#include "coio/net.hpp"
#include "coio/sched.hpp"
#include "coio/scheduler.hpp"
#include "coio/spawn.hpp"
#include "connected.hpp"
#include "support.hpp"

using coio::awaitable;
namespace net = coio::net;
using namespace std::chrono_literals;

namespace {

const auto worker_counts = boost::unit_test::data::make({1, 2, 4});

template <typename F>
auto run(int workers, F f) {
  return coio::scheduler().with_workers(workers).run(std::move(f));
}

std::string pattern(std::size_t n) {
  std::string s(n, '\0');
  for (std::size_t i = 0; i < n; ++i)
    s[i] = static_cast<char>(i * 31 + i / 4096);
  return s;
}

template <typename Stream>
awaitable<void> echo(Stream stream) {
  std::array<char, 1024> buffer;
  while (const auto n = co_await stream.read(asio::buffer(buffer)))
    co_await stream.write_all(asio::buffer(buffer, n));
}

// Two ends of a TCP connection.
awaitable<std::pair<net::tcp_stream, net::tcp_stream>> tcp_pair() {
  auto listener = net::tcp_listener::bind("127.0.0.1:0");
  auto connecting = coio::spawn([at = listener.local_addr()]() -> awaitable<net::tcp_stream> {
    co_return co_await net::tcp_stream::connect(at);
  });
  auto accepted = co_await listener.accept();
  co_return std::pair(co_await connecting.join(), std::move(accepted));
}

}  // namespace

BOOST_DATA_TEST_CASE(tcp_echo, worker_counts* boost::unit_test::data::make({"127.0.0.1", "[::1]"}),
                     workers, host) {
  run(workers, [&]() -> awaitable<void> {
    asio::error_code ec;
    auto listener = net::tcp_listener::bind(std::string(host) + ":0", ec);
    if (ec) {
      BOOST_TEST_MESSAGE("no such address here: " << ec.message());
      co_return;
    }
    const auto at = listener.local_addr();
    coio::spawn([&]() -> awaitable<void> {
      for (auto incoming = listener.incoming();;)
        coio::spawn(echo<net::tcp_stream>, co_await incoming.next());
    });
    std::vector<coio::join_handle<void>> clients;
    for (int c = 0; c < 8; ++c)
      clients.push_back(coio::spawn([&]() -> awaitable<void> {
        auto stream =
            co_await net::tcp_stream::connect(std::string(host) + ":" + std::to_string(at.port()));
        CHECK_EQUAL(stream.peer_addr(), at);
        CHECK_EQUAL(stream.local_addr().address(), at.address());
        for (int i = 0; i < 50; ++i) {
          const std::string text = "message " + std::to_string(i);
          co_await stream.write_all(text);
          std::string answer(text.size(), '\0');
          co_await stream.read_exact(asio::buffer(answer));
          CHECK_EQUAL(answer, text);
        }
        stream.shutdown(asio::socket_base::shutdown_send);
        char c1;
        CHECK_EQUAL(co_await stream.read(asio::buffer(&c1, 1)), 0);
      }));
    for (auto& c : clients)
      co_await c.join();
  });
}

BOOST_DATA_TEST_CASE(halves_move_a_lot_both_ways_at_once, worker_counts, workers) {
  const std::string all = pattern(8 << 20);
  run(workers, [&]() -> awaitable<void> {
    auto [a, b] = co_await tcp_pair();
    std::vector<coio::join_handle<void>> both;
    for (auto* stream : {&a, &b}) {
      auto [in, out] = net::split(std::move(*stream));
      both.push_back(coio::spawn([&, out = std::move(out)]() mutable -> awaitable<void> {
        const std::array parts{asio::buffer(all.data(), 12345),
                               asio::buffer(all.data() + 12345, all.size() - 12345)};
        co_await out.write_all(parts);
        out.shutdown();
      }));
      both.push_back(coio::spawn([&, in = std::move(in)]() mutable -> awaitable<void> {
        std::string got;
        std::array<char, 10000> buffer;
        while (const auto n = co_await in.read(asio::buffer(buffer)))
          got.append(buffer.data(), n);
        CHECK(got == all);
      }));
    }
    for (auto& h : both)
      co_await h.join();
  });
}

BOOST_DATA_TEST_CASE(a_read_that_times_out_loses_nothing, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    auto [a, b] = co_await tcp_pair();
    b.set_read_timeout(1ms);
    CHECK(b.read_timeout() == net::io_timeout(1ms));
    CHECK(!b.write_timeout());
    const std::string all = pattern(20000);
    auto sending = coio::spawn([&]() -> awaitable<void> {
      for (std::size_t at = 0; at < all.size(); at += 500) {
        co_await a.write_all(asio::buffer(all.data() + at, 500));
        if (at % 2000 == 0) co_await coio::sleep(2ms);
      }
      a.shutdown(asio::socket_base::shutdown_send);
    });
    std::string got;
    int timeouts = 0;
    for (;;) {
      std::array<char, 700> buffer;
      asio::error_code ec;
      const auto n = co_await b.read(asio::buffer(buffer), ec);
      got.append(buffer.data(), n);
      if (ec == asio::error::timed_out) {
        ++timeouts;
        continue;
      }
      CHECK(!ec);
      if (n == 0) break;
    }
    co_await sending.join();
    CHECK(got == all);
    BOOST_TEST_MESSAGE(timeouts << " reads timed out");
  });
}

// Asio's socket is not non-blocking then: an attempt would block the worker.
BOOST_DATA_TEST_CASE(stream_that_is_opened_later_has_time_limits, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    auto listener = net::tcp_listener::bind("127.0.0.1:0");
    net::tcp_stream stream{
        coio::ip::tcp::socket(static_cast<coio::io_executor>(co_await asio::this_coro::executor))};
    co_await stream.native().async_connect(listener.local_addr());
    const auto peer = co_await listener.accept();
    stream.set_write_timeout(1ms);
    const std::string much = pattern(64 << 20);
    asio::error_code ec;
    const std::size_t n = co_await stream.write_all(asio::buffer(much), ec);
    CHECK_EQUAL(ec, asio::error::timed_out);
    CHECK(n < much.size());
  });
}

// AddressSanitizer sees whether the read uses it then.
BOOST_AUTO_TEST_CASE(stream_is_destroyed_while_it_is_read) {
  // One worker: the other coroutine waits when this one goes on.
  run(1, []() -> awaitable<void> {
    auto ends = co_await tcp_pair();
    auto stream = std::make_unique<net::tcp_stream>(std::move(ends.first));
    bool begun = false;
    auto reading = coio::spawn([&, s = stream.get()]() -> awaitable<asio::error_code> {
      char byte;
      asio::error_code ec;
      begun = true;
      co_await s->read(asio::buffer(&byte, 1), ec);
      co_return ec;
    });
    while (!begun)
      co_await coio::sched();
    stream.reset();
    CHECK(coio::test::says_aborted(co_await reading.join()));
  });
}

BOOST_DATA_TEST_CASE(timeouts_are_of_their_direction, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    auto [a, b] = co_await tcp_pair();
    a.set_write_timeout(5ms);
    // The writer's time is up while the reader of the same stream waits on, without a limit.
    auto reading = coio::spawn([&]() -> awaitable<std::size_t> {
      char c;
      co_return co_await a.read(asio::buffer(&c, 1));
    });
    const std::string all = pattern(1 << 20);
    asio::error_code ec;
    while (!ec)
      co_await a.write_all(asio::buffer(all), ec);
    CHECK_EQUAL(ec, asio::error::timed_out);
    CHECK(!reading.done());
    co_await b.write_all("x");
    CHECK_EQUAL(co_await reading.join(), 1);
    a.set_read_timeout(1ms);
    char c;
    try {
      co_await a.read(asio::buffer(&c, 1));
      BOOST_ERROR("not timed out");
    } catch (const asio::system_error& e) {
      CHECK_EQUAL(e.code(), asio::error::timed_out);
    }
    a.set_read_timeout(std::nullopt);
    co_await b.write_all("y");
    CHECK_EQUAL(co_await a.read(asio::buffer(&c, 1)), 1);
  });
}

BOOST_DATA_TEST_CASE(every_socket_has_timeouts, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    auto [a, b] = co_await coio::test::connected();
    a.set_read_timeout(1ms);
    a.set_write_timeout(2ms);
    CHECK(a.read_timeout() == net::io_timeout(1ms));
    CHECK(a.write_timeout() == net::io_timeout(2ms));
    char c;
    asio::error_code ec;
    co_await a.read(asio::buffer(&c, 1), ec);
    CHECK_EQUAL(ec, asio::error::timed_out);
    const std::string all = pattern(1 << 20);
    do
      co_await a.write_all(asio::buffer(all), ec);
    while (!ec);
    CHECK_EQUAL(ec, asio::error::timed_out);

    auto udp = net::udp_socket::bind("127.0.0.1:0");
    udp.set_write_timeout(3ms);
    CHECK(udp.write_timeout() == net::io_timeout(3ms));
    CHECK(!udp.read_timeout());
    auto listener = net::tcp_listener::bind("127.0.0.1:0");
    listener.set_read_timeout(4ms);
    CHECK(listener.read_timeout() == net::io_timeout(4ms));
  });
}

BOOST_DATA_TEST_CASE(a_cancelled_read_ends, worker_counts* boost::unit_test::data::make({0, 1}),
                     workers, timed) {
  run(workers, [&]() -> awaitable<void> {
    auto [a, b] = co_await tcp_pair();
    if (timed) b.set_read_timeout(1h);
    auto reading = coio::spawn([&]() -> awaitable<std::size_t> {
      char c;
      co_return co_await b.read(asio::buffer(&c, 1));
    });
    co_await coio::sched();
    reading.cancel();
    try {
      co_await reading.join();
      BOOST_ERROR("not cancelled");
    } catch (const asio::system_error& e) {
      CHECK_EQUAL(e.code(), asio::error::operation_aborted);
    }
    co_await a.write_all("x");
    char c = 0;
    CHECK_EQUAL(co_await b.read(asio::buffer(&c, 1)), 1);
    CHECK_EQUAL(c, 'x');
  });
}

BOOST_AUTO_TEST_CASE(a_coroutine_whose_writes_succeed_gives_others_a_turn) {
  run(1, []() -> awaitable<void> {
    auto [a, b] = co_await coio::test::connected();
    bool stop = false;
    coio::spawn([&]() -> awaitable<void> {
      stop = true;
      co_return;
    });
    std::array<char, 16> buffer;
    while (!stop) {
      co_await a.write_all("x");
      b.native().read_some(asio::buffer(buffer));
    }
    CHECK(stop);
  });
}

// Connections are spread evenly, whatever else their coroutines make.
BOOST_AUTO_TEST_CASE(accepted_connections_are_on_all_shards_in_turn) {
#if !defined(COIO_NO_METRICS)
  run(2, []() -> awaitable<void> {
    auto listener = net::tcp_listener::bind("127.0.0.1:0");
    // A client of which the scheduler knows nothing.
    asio::io_context outside;
    std::vector<asio::ip::tcp::socket> clients;
    std::vector<net::tcp_stream> streams;
    const auto placed = [] { return coio::scheduler::metrics().shards.at(0).homes; };
    for (int i = 0; i < 10; ++i) {
      const auto before = placed();
      for (int k = 0; k < 2; ++k) {
        clients.emplace_back(outside).connect(listener.local_addr());
        streams.push_back(co_await listener.accept());
      }
      CHECK_EQUAL(placed() - before, 1U);
      asio::steady_timer timer(co_await asio::this_coro::executor);
    }
  });
#endif
}

BOOST_DATA_TEST_CASE(stream_connects_beside_another_one, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    auto listener = net::tcp_listener::bind("127.0.0.1:0");
    const auto at = listener.local_addr();
    auto [client, accepted] = co_await tcp_pair();
    const auto ex = client.native().get_executor();
    asio::error_code ec;
    const auto is_beside = [&](net::tcp_stream s) {
      CHECK(s.native().is_open());
      CHECK(s.native().get_executor() == ex);
    };
    is_beside(co_await net::tcp_stream::connect(ex, at));
    is_beside(co_await net::tcp_stream::connect(ex, at, ec));
    const std::string text = "127.0.0.1:" + std::to_string(at.port());
    is_beside(co_await net::tcp_stream::connect(ex, text));
    is_beside(co_await net::tcp_stream::connect(ex, text, ec));
    is_beside(co_await net::tcp_stream::connect(ex, "localhost:" + std::to_string(at.port())));
    listener.close();
    auto refused = co_await net::tcp_stream::connect(ex, at, ec);
    CHECK_EQUAL(ec, asio::error::connection_refused);
    CHECK(!refused.native().is_open());
  });
}

BOOST_AUTO_TEST_CASE(errors_are_thrown_or_returned) {
  run(2, []() -> awaitable<void> {
    asio::error_code ec;
    for (const char* text : {"", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:65536",
                             "::1:80", "nowhere.:80", ":80"}) {
      net::tcp_listener::bind(text, ec);
      BOOST_CHECK_MESSAGE(ec, text);
      BOOST_CHECK_THROW(net::tcp_listener::bind(text), asio::system_error);
    }
    net::tcp_listener::bind(std::string_view("127.0.0.1\0.example.com:0", 24), ec);
    CHECK_EQUAL(ec, asio::error::invalid_argument);
    auto listener = net::tcp_listener::bind("localhost:0");
    const auto at = listener.local_addr();
    net::tcp_listener::bind(at, ec);
    CHECK_EQUAL(ec, asio::error::address_in_use);
    listener.set_read_timeout(1ms);
    co_await listener.accept(ec);
    CHECK_EQUAL(ec, asio::error::timed_out);
    listener.close();
    co_await net::tcp_stream::connect(at, ec);
    CHECK_EQUAL(ec, asio::error::connection_refused);
    bool thrown = false;
    try {
      co_await net::tcp_stream::connect("127.0.0.1:no");
    } catch (const asio::system_error& e) {
      thrown = e.code() == asio::error::invalid_argument;
    }
    CHECK(thrown);

    auto [a, b] = co_await tcp_pair();
    co_await a.write_all("abc");
    a.close();
    std::array<char, 5> buffer;
    CHECK_EQUAL(co_await b.read_exact(asio::buffer(buffer), ec), 3);
    CHECK_EQUAL(ec, asio::error::eof);
  });
  BOOST_CHECK_THROW(net::tcp_listener::bind("127.0.0.1:0"), std::logic_error);
}

#if defined(COIO_PLATFORM_windows)
BOOST_AUTO_TEST_CASE(clones_are_refused) {
  run(2, []() -> awaitable<void> {
    auto listener = net::tcp_listener::bind("127.0.0.1:0");
    auto socket = net::udp_socket::bind("127.0.0.1:0");
    auto [a, b] = co_await tcp_pair();
    asio::error_code ec;
    CHECK(!listener.try_clone(ec).native().is_open());
    CHECK_EQUAL(ec, asio::error::operation_not_supported);
    CHECK(!socket.try_clone(ec).native().is_open());
    CHECK_EQUAL(ec, asio::error::operation_not_supported);
    CHECK(!a.try_clone(ec).native().is_open());
    CHECK_EQUAL(ec, asio::error::operation_not_supported);
  });
}
#else
BOOST_DATA_TEST_CASE(clones_share_the_socket, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    auto listener = net::tcp_listener::bind("127.0.0.1:0");
    auto second = listener.try_clone();
    CHECK_EQUAL(second.local_addr(), listener.local_addr());
    auto [a, b] = co_await tcp_pair();
    auto copy = a.try_clone();
    a.close();
    co_await copy.write_all("hello");
    std::array<char, 5> buffer;
    co_await b.read_exact(asio::buffer(buffer));
    CHECK_EQUAL(std::string(buffer.data(), 5), "hello");
  });
}
#endif

BOOST_DATA_TEST_CASE(udp_echo, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    auto server = net::udp_socket::bind("127.0.0.1:0");
    auto client = net::udp_socket::bind("127.0.0.1:0");
    auto echoing = coio::spawn([&]() -> awaitable<void> {
#if defined(COIO_PLATFORM_windows)
      auto& again = server;
#else
      auto again = server.try_clone();
#endif
      for (int i = 0; i < 20; ++i) {
        std::array<char, 100> buffer;
        const auto r = co_await server.recv_from(asio::buffer(buffer));
        CHECK_EQUAL(r.from, client.local_addr());
        co_await again.send_to(asio::buffer(buffer, r.size), r.from);
      }
    });
    for (int i = 0; i < 20; ++i) {
      const std::string text = "datagram " + std::to_string(i);
      CHECK_EQUAL(co_await client.send_to(asio::buffer(text), server.local_addr()), text.size());
      std::array<char, 100> buffer;
      const auto r = co_await client.recv_from(asio::buffer(buffer));
      CHECK_EQUAL(std::string(buffer.data(), r.size), text);
      CHECK_EQUAL(r.from, server.local_addr());
    }
    co_await echoing.join();
    client.set_read_timeout(1ms);
    std::array<char, 1> buffer;
    asio::error_code ec;
    co_await client.recv_from(asio::buffer(buffer), ec);
    CHECK_EQUAL(ec, asio::error::timed_out);
  });
}

#if !defined(COIO_PLATFORM_windows)  // Wine 8 has no such sockets
BOOST_DATA_TEST_CASE(unix_echo, worker_counts, workers) {
  const auto folder = coio::test::new_folder();
  const std::string path = (folder / "socket").string();
  run(workers, [&]() -> awaitable<void> {
    asio::error_code ec;
    net::unix_listener::bind("", ec);
    CHECK_EQUAL(ec, asio::error::invalid_argument);
    auto listener = net::unix_listener::bind(path);
    coio::spawn([&]() -> awaitable<void> {
      coio::spawn(echo<net::unix_stream>, co_await listener.accept());
    });
    auto stream = co_await net::unix_stream::connect(path);
    const std::string all = pattern(100000);
    auto copy = stream.try_clone();
    auto sending =
        coio::spawn([&]() -> awaitable<void> { co_await copy.write_all(asio::buffer(all)); });
    std::string got(all.size(), '\0');
    co_await stream.read_exact(asio::buffer(got));
    CHECK(got == all);
    co_await sending.join();
    co_await net::unix_stream::connect(std::string(1000, 'x'), ec);
    CHECK(ec);
    const auto ex = stream.native().get_executor();
    auto [a, b] = net::unix_stream::pair(ex, ec);
    CHECK(!ec);
    CHECK(a.native().get_executor() == ex && b.native().get_executor() == ex);
    auto beside = co_await net::unix_stream::connect(ex, path);
    CHECK(beside.native().get_executor() == ex);
    net::unix_listener::bind(path, ec);
    CHECK(ec);
  });
  std::filesystem::remove_all(folder);
}
#endif
