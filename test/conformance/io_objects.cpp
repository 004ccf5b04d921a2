#include <fcntl.h>
#include <stdlib.h>
#include <termios.h>

#include <array>
#include <asio/ssl.hpp>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <coio/coio.hpp>
#include <csignal>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "support.hpp"

using asio::ip::tcp;
using asio::ip::udp;
using coio::test::eventually;

namespace {

constexpr int worker_counts[] = {1, 2, 4};

std::pair<tcp::socket, tcp::socket> tcp_pair(coio::io_context& ctx) {
  // From the executor: the two may live on different shards.
  tcp::acceptor acceptor(ctx.get_executor(), {asio::ip::address_v4::loopback(), 0});
  tcp::socket a(ctx.get_executor());
  a.connect(acceptor.local_endpoint());
  return {std::move(a), acceptor.accept()};
}

// Sends what it receives; counts the messages of a byte.
template <typename A, typename B>
int ping_pong(coio::io_context& ctx, A& a, B& b, int rounds) {
  std::atomic<int> got{0};
  auto serve = [&]() -> asio::awaitable<void> {
    char c;
    for (int i = 0; i < rounds; ++i) {
      co_await asio::async_read(b, asio::buffer(&c, 1), asio::use_awaitable);
      co_await asio::async_write(b, asio::buffer(&c, 1), asio::use_awaitable);
    }
  };
  auto call = [&]() -> asio::awaitable<void> {
    for (int i = 0; i < rounds; ++i) {
      char sent = static_cast<char>(i), back = 0;
      co_await asio::async_write(a, asio::buffer(&sent, 1), asio::use_awaitable);
      co_await asio::async_read(a, asio::buffer(&back, 1), asio::use_awaitable);
      if (sent == back) ++got;
    }
  };
  asio::co_spawn(ctx, serve, asio::detached);
  asio::co_spawn(ctx, call, asio::detached);
  ctx.restart();
  ctx.run();
  return got;
}

}  // namespace

BOOST_AUTO_TEST_CASE(tcp_sockets_move_assign_and_swap_between_shards) {
  for (int workers : worker_counts) {
    coio::io_context ctx(workers);
    auto [a, b] = tcp_pair(ctx);
    BOOST_TEST(ping_pong(ctx, a, b, 50) == 50);
    tcp::socket moved(std::move(a));
    BOOST_TEST(ping_pong(ctx, moved, b, 50) == 50);
    // Assigned to one of another shard, whose own connection ends.
    auto [c, d] = tcp_pair(ctx);
    c = std::move(moved);
    BOOST_TEST(ping_pong(ctx, c, b, 50) == 50);
    tcp::socket e(ctx.get_executor());
    std::swap(c, e);
    BOOST_TEST(ping_pong(ctx, e, b, 50) == 50);
    char byte;
    asio::error_code ec;
    asio::read(d, asio::buffer(&byte, 1), ec);
    BOOST_TEST(ec == asio::error::eof);
  }
}

BOOST_AUTO_TEST_CASE(tcp_sockets_are_released_and_assigned_again) {
  for (int workers : worker_counts) {
    coio::io_context ctx(workers);
    auto [a, b] = tcp_pair(ctx);
    BOOST_TEST(ping_pong(ctx, a, b, 20) == 20);
    for (int i = 0; i < 8; ++i) {
      const auto descriptor = a.release();
      tcp::socket again(ctx.get_executor(), tcp::v4(), descriptor);
      BOOST_TEST(ping_pong(ctx, again, b, 20) == 20);
      a.assign(tcp::v4(), again.release());
    }
    BOOST_TEST(ping_pong(ctx, a, b, 20) == 20);
  }
}

// One coroutine reads; other workers close or cancel the socket under a strand, as Asio demands.
BOOST_AUTO_TEST_CASE(sockets_are_closed_while_an_operation_is_in_hand) {
  coio::io_context ctx(4);
  constexpr int sockets = 200;
  std::atomic<int> aborted{0};
  struct session {
    session(tcp::socket a, tcp::socket b, coio::io_context& c)
        : one(std::move(a)), other(std::move(b)), strand(asio::make_strand(c.get_executor())) {}
    tcp::socket one, other;
    asio::strand<coio::io_context::executor_type> strand;
    char byte = 0;
  };
  for (int i = 0; i < sockets; ++i) {
    auto pair = tcp_pair(ctx);
    auto s = std::make_shared<session>(std::move(pair.first), std::move(pair.second), ctx);
    asio::async_read(s->one, asio::buffer(&s->byte, 1),
                     asio::bind_executor(s->strand, [&, s](asio::error_code ec, std::size_t) {
                       if (ec == asio::error::operation_aborted) ++aborted;
                     }));
    // Twice through the queues, so that some worker other than the shard's does it.
    asio::post(ctx, [&, s, i] {
      asio::post(s->strand, [s, i] {
        if (i % 2)
          s->one.close();
        else
          s->one.cancel();
      });
    });
  }
  ctx.run();
  BOOST_TEST(aborted == sockets);
}

// As above; but the writer's end goes, so that completion and close race.
BOOST_AUTO_TEST_CASE(closing_races_with_completion) {
  coio::io_context ctx(4);
  std::atomic<int> done{0};
  constexpr int sockets = 200;
  for (int i = 0; i < sockets; ++i) {
    auto pair = std::make_shared<std::pair<tcp::socket, tcp::socket>>(tcp_pair(ctx));
    auto strand = asio::make_strand(ctx.get_executor());
    auto buffer = std::make_shared<std::array<char, 16>>();
    pair->first.async_read_some(
        asio::buffer(*buffer),
        asio::bind_executor(strand, [&, pair, buffer](asio::error_code, std::size_t) { ++done; }));
    asio::post(ctx, [pair] { asio::write(pair->second, asio::buffer("x", 1)); });
    asio::post(ctx, [pair, strand] { asio::post(strand, [pair] { pair->first.close(); }); });
  }
  ctx.run();
  BOOST_TEST(done == sockets);
}

BOOST_AUTO_TEST_CASE(ten_thousand_timers_cancelled_and_armed_again) {
  for (int workers : worker_counts) {
    coio::io_context ctx(workers);
    constexpr int count = 10000;
    struct entry {
      entry(coio::io_context& c) : strand(asio::make_strand(c.get_executor())), timer(strand) {}
      asio::strand<coio::io_context::executor_type> strand;
      asio::steady_timer timer;
    };
    std::vector<std::unique_ptr<entry>> entries;
    std::atomic<int> cancelled{0}, expired{0};
    for (int i = 0; i < count; ++i) {
      entries.push_back(std::make_unique<entry>(ctx));
      entry& e = *entries.back();
      e.timer.expires_after(std::chrono::hours(1));
      e.timer.async_wait([&](asio::error_code ec) {
        if (ec != asio::error::operation_aborted) return;
        ++cancelled;
        e.timer.expires_after(std::chrono::microseconds(100));
        e.timer.async_wait([&](asio::error_code again) {
          if (!again) ++expired;
        });
      });
    }
    // From whichever worker comes along.
    for (auto& e : entries)
      asio::post(ctx, [&e] { asio::post(e->strand, [&e] { e->timer.cancel(); }); });
    ctx.run();
    BOOST_TEST(cancelled == count);
    BOOST_TEST(expired == count);
  }
}

BOOST_AUTO_TEST_CASE(udp_sockets) {
  for (int workers : worker_counts) {
    coio::io_context ctx(workers);
    const udp::endpoint any_port(asio::ip::address_v4::loopback(), 0);
    udp::socket a(ctx.get_executor(), any_port), b(ctx.get_executor(), any_port);
    std::atomic<int> got{0};
    auto receive = [&]() -> asio::awaitable<void> {
      std::array<char, 64> buffer;
      udp::endpoint from;
      for (int i = 0; i < 100; ++i) {
        const auto n =
            co_await b.async_receive_from(asio::buffer(buffer), from, asio::use_awaitable);
        co_await b.async_send_to(asio::buffer(buffer, n), from, asio::use_awaitable);
      }
    };
    auto send = [&]() -> asio::awaitable<void> {
      std::array<char, 64> buffer;
      for (int i = 0; i < 100; ++i) {
        const std::string text = std::to_string(i);
        co_await a.async_send_to(asio::buffer(text), b.local_endpoint(), asio::use_awaitable);
        const auto n = co_await a.async_receive(asio::buffer(buffer), asio::use_awaitable);
        if (std::string(buffer.data(), n) == text) ++got;
      }
    };
    asio::co_spawn(ctx, receive, asio::detached);
    asio::co_spawn(ctx, send, asio::detached);
    ctx.run();
    BOOST_TEST(got == 100);
  }
}

BOOST_AUTO_TEST_CASE(unix_stream_sockets) {
  using protocol = asio::local::stream_protocol;
  for (int workers : worker_counts) {
    coio::io_context ctx(workers);
    protocol::socket a(ctx.get_executor()), b(ctx.get_executor());
    asio::local::connect_pair(a, b);
    BOOST_TEST(ping_pong(ctx, a, b, 100) == 100);
  }
}

BOOST_AUTO_TEST_CASE(unix_datagram_sockets) {
  using protocol = asio::local::datagram_protocol;
  for (int workers : worker_counts) {
    coio::io_context ctx(workers);
    protocol::socket a(ctx.get_executor()), b(ctx.get_executor());
    asio::local::connect_pair(a, b);
    std::array<char, 64> buffer;
    std::size_t got = 0;
    b.async_receive(asio::buffer(buffer), [&](asio::error_code ec, std::size_t n) {
      if (!ec) got = n;
    });
    a.async_send(asio::buffer("hello", 5), [](asio::error_code, std::size_t) {});
    ctx.run();
    BOOST_TEST(std::string(buffer.data(), got) == "hello");
  }
}

BOOST_AUTO_TEST_CASE(unix_seqpacket_sockets) {
  using protocol = asio::generic::seq_packet_protocol;
  for (int workers : worker_counts) {
    coio::io_context ctx(workers);
    int descriptors[2];
    BOOST_REQUIRE(::socketpair(AF_UNIX, SOCK_SEQPACKET, 0, descriptors) == 0);
    protocol::socket a(ctx.get_executor(), protocol(AF_UNIX, 0), descriptors[0]);
    protocol::socket b(ctx.get_executor(), protocol(AF_UNIX, 0), descriptors[1]);
    std::array<char, 64> buffer;
    asio::socket_base::message_flags flags = 0;
    std::size_t got = 0;
    b.async_receive(asio::buffer(buffer), flags, [&](asio::error_code ec, std::size_t n) {
      if (!ec) got = n;
    });
    a.async_send(asio::buffer("hello", 5), 0, [](asio::error_code, std::size_t) {});
    ctx.run();
    BOOST_TEST(std::string(buffer.data(), got) == "hello");
  }
}

BOOST_AUTO_TEST_CASE(pipes) {
  for (int workers : worker_counts) {
    coio::io_context ctx(workers);
    asio::readable_pipe in(ctx.get_executor());
    asio::writable_pipe out(ctx.get_executor());
    asio::connect_pipe(in, out);
    const std::string sent(1 << 20, 'x');
    std::string got(sent.size(), ' ');
    std::size_t read = 0, written = 0;
    asio::async_read(in, asio::buffer(got), [&](asio::error_code, std::size_t n) { read = n; });
    asio::async_write(out, asio::buffer(sent),
                      [&](asio::error_code, std::size_t n) { written = n; });
    ctx.run();
    BOOST_TEST(read == sent.size());
    BOOST_TEST(written == sent.size());
    BOOST_TEST((got == sent));
  }
}

BOOST_AUTO_TEST_CASE(serial_port_on_a_pseudo_terminal) {
  for (int workers : worker_counts) {
    const int master = ::posix_openpt(O_RDWR | O_NOCTTY);
    BOOST_REQUIRE(master >= 0);
    BOOST_REQUIRE(::grantpt(master) == 0);
    BOOST_REQUIRE(::unlockpt(master) == 0);
    coio::io_context ctx(workers);
    asio::serial_port port(ctx, ::ptsname(master));
    port.set_option(asio::serial_port::baud_rate(9600));
    asio::serial_port::baud_rate rate;
    port.get_option(rate);
    BOOST_TEST(rate.value() == 9600u);
    asio::posix::stream_descriptor other(ctx.get_executor(), master);
    BOOST_TEST(ping_pong(ctx, port, other, 20) == 20);
  }
}

BOOST_AUTO_TEST_CASE(signals) {
  for (int workers : worker_counts) {
    coio::io_context ctx(workers);
    asio::signal_set set(ctx, SIGUSR1), from_executor(ctx.get_executor(), SIGUSR1);
    std::atomic<int> seen{0};
    auto handler = [&](asio::error_code ec, int number) {
      if (!ec && number == SIGUSR1) ++seen;
    };
    set.async_wait(handler);
    from_executor.async_wait(handler);
    asio::post(ctx, [] { std::raise(SIGUSR1); });
    ctx.run();
    BOOST_TEST(seen == 2);
  }
}

BOOST_AUTO_TEST_CASE(resolver) {
  for (int workers : worker_counts) {
    coio::io_context ctx(workers);
    std::atomic<int> found{0};
    std::vector<std::unique_ptr<tcp::resolver>> resolvers;
    for (int i = 0; i < 8; ++i) {
      resolvers.push_back(std::make_unique<tcp::resolver>(ctx.get_executor()));
      resolvers.back()->async_resolve(
          "127.0.0.1", "80", [&](asio::error_code ec, tcp::resolver::results_type results) {
            if (!ec && results.begin()->endpoint().port() == 80) ++found;
          });
    }
    ctx.run();
    BOOST_TEST(found == 8);
  }
}

BOOST_AUTO_TEST_CASE(objects_used_from_another_worker_than_their_shards) {
  coio::io_context ctx(4);
  auto work = asio::make_work_guard(ctx);
  std::vector<std::unique_ptr<std::pair<tcp::socket, tcp::socket>>> pairs;
  for (int i = 0; i < 32; ++i)
    pairs.push_back(std::make_unique<std::pair<tcp::socket, tcp::socket>>(tcp_pair(ctx)));
  std::atomic<int> left{32};
  std::atomic<int> good{0};
  for (auto& p : pairs)
    asio::co_spawn(
        ctx,
        [&]() -> asio::awaitable<void> {
          const auto ex = co_await asio::this_coro::executor;
          for (int i = 0; i < 200; ++i) {
            char sent = static_cast<char>(i), got = 0;
            // A trip through the queue, after which any worker may go on.
            co_await asio::post(asio::require(ex, asio::execution::blocking.never),
                                asio::use_awaitable);
            co_await asio::async_write(p->first, asio::buffer(&sent, 1), asio::use_awaitable);
            co_await asio::async_read(p->second, asio::buffer(&got, 1), asio::use_awaitable);
            if (got == sent) ++good;
          }
          if (--left == 0) work.reset();
        },
        asio::detached);
  ctx.run();
  BOOST_TEST(good == 32 * 200);
}

namespace {

// A key and a certificate of its own, made for the test.
struct certificate {
  certificate() {
    EVP_PKEY* key = EVP_EC_gen("P-256");
    X509* x = ::X509_new();
    ::ASN1_INTEGER_set(::X509_get_serialNumber(x), 1);
    ::X509_gmtime_adj(::X509_getm_notBefore(x), -3600);
    ::X509_gmtime_adj(::X509_getm_notAfter(x), 86400);
    ::X509_set_pubkey(x, key);
    X509_NAME* name = ::X509_get_subject_name(x);
    ::X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                                 reinterpret_cast<const unsigned char*>("localhost"), -1, -1, 0);
    ::X509_set_issuer_name(x, name);
    ::X509_sign(x, key, ::EVP_sha256());
    chain = text([&](BIO* b) { ::PEM_write_bio_X509(b, x); });
    private_key = text(
        [&](BIO* b) { ::PEM_write_bio_PrivateKey(b, key, nullptr, nullptr, 0, nullptr, nullptr); });
    ::X509_free(x);
    ::EVP_PKEY_free(key);
  }

  template <typename Write>
  static std::string text(Write write) {
    BIO* bio = ::BIO_new(::BIO_s_mem());
    write(bio);
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    std::string result(data, static_cast<std::size_t>(size));
    ::BIO_free(bio);
    return result;
  }

  std::string chain, private_key;
};

}  // namespace

BOOST_AUTO_TEST_CASE(ssl_streams) {
  const certificate own;
  for (int workers : worker_counts) {
    coio::io_context ctx(workers);
    asio::ssl::context server(asio::ssl::context::tls_server),
        client(asio::ssl::context::tls_client);
    server.use_certificate_chain(asio::buffer(own.chain));
    server.use_private_key(asio::buffer(own.private_key), asio::ssl::context::pem);
    client.add_certificate_authority(asio::buffer(own.chain));
    client.set_verify_mode(asio::ssl::verify_peer);
    std::atomic<int> good{0};
    for (int i = 0; i < 8; ++i) {
      auto pair = tcp_pair(ctx);
      using stream = asio::ssl::stream<tcp::socket>;
      auto a = std::make_shared<stream>(std::move(pair.first), client);
      auto b = std::make_shared<stream>(std::move(pair.second), server);
      asio::co_spawn(
          asio::make_strand(ctx.get_executor()),
          [](std::shared_ptr<stream> s) -> asio::awaitable<void> {
            co_await s->async_handshake(stream::server, asio::use_awaitable);
            std::string data(20000, ' ');
            co_await asio::async_read(*s, asio::buffer(data), asio::use_awaitable);
            co_await asio::async_write(*s, asio::buffer(data), asio::use_awaitable);
          }(b),
          asio::detached);
      asio::co_spawn(
          asio::make_strand(ctx.get_executor()),
          [](std::shared_ptr<stream> s, std::atomic<int>& n) -> asio::awaitable<void> {
            co_await s->async_handshake(stream::client, asio::use_awaitable);
            const std::string sent(20000, 'x');
            std::string got(sent.size(), ' ');
            co_await asio::async_write(*s, asio::buffer(sent), asio::use_awaitable);
            co_await asio::async_read(*s, asio::buffer(got), asio::use_awaitable);
            if (got == sent) ++n;
          }(a, good),
          asio::detached);
    }
    ctx.run();
    BOOST_TEST(good == 8);
  }
}

#if defined(ASIO_HAS_FILE)
BOOST_AUTO_TEST_CASE(files) {
  const auto path =
      std::filesystem::temp_directory_path() / ("coio-" + std::to_string(::getpid()) + ".test");
  for (int workers : worker_counts) {
    coio::io_context ctx(workers);
    std::string got(100000, ' ');
    {
      using file = asio::stream_file;
      file f(ctx.get_executor(), path.string(), file::create | file::truncate | file::read_write);
      const std::string sent(got.size(), 'x');
      std::size_t written = 0, read = 0;
      asio::async_write(f, asio::buffer(sent), [&](asio::error_code, std::size_t n) {
        written = n;
        f.seek(0, asio::file_base::seek_set);
        asio::async_read(f, asio::buffer(got), [&](asio::error_code, std::size_t m) { read = m; });
      });
      ctx.run();
      BOOST_TEST(written == sent.size());
      BOOST_TEST(read == sent.size());
      BOOST_TEST((got == sent));
    }
    ctx.restart();
    {
      using file = asio::random_access_file;
      file f(ctx.get_executor(), path.string(), file::read_write);
      std::string middle(10, ' ');
      asio::async_write_at(
          f, 500, asio::buffer("0123456789", 10), [&](asio::error_code, std::size_t) {
            asio::async_read_at(f, 498, asio::buffer(middle), [](asio::error_code, std::size_t) {});
          });
      ctx.run();
      BOOST_TEST(middle == "xx01234567");
    }
    std::filesystem::remove(path);
  }
}
#endif
