// The acceptor that spreads.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <set>
#include <type_traits>
#include <utility>
#include <vector>

#include "checks.hpp"
#include "coio/coio.hpp"

using namespace std::chrono_literals;

namespace {

const auto worker_counts = boost::unit_test::data::make({1, 2, 4});
const auto loopback = asio::ip::address_v4::loopback();

using own = coio::ip::tcp::acceptor;
using erased = coio::basic_socket_acceptor<asio::ip::tcp>;
using asio::ip::tcp;

template <typename Socket>
asio::execution_context* home_of(Socket& s) {
  return &asio::query(s.get_executor(), asio::execution::context);
}

// Connects a client, and lets it go.
void connect(const tcp::endpoint& to) {
  static asio::io_context plain;
  tcp::socket s(plain);
  s.connect(to);
  s.set_option(asio::socket_base::linger(true, 0));
}

// Accepts by `accept(acceptor, handler)`, which calls handler(socket); returns the homes in order.
template <typename Acceptor, typename Accept>
std::vector<asio::execution_context*> homes(int workers, int connections, Accept accept) {
  coio::io_context ctx(workers);
  Acceptor acceptor(ctx, {loopback, 0});
  std::vector<asio::execution_context*> found;
  for (int i = 0; i < connections; ++i) {
    accept(ctx, acceptor, [&found](auto& socket) { found.push_back(home_of(socket)); });
    connect(acceptor.local_endpoint());
    ctx.run();
    ctx.restart();
  }
  BOOST_TEST(found.size() == static_cast<std::size_t>(connections));
  return found;
}

// One after the other, each home before any comes again.
void check_rotation(const std::vector<asio::execution_context*>& found, int workers) {
  const auto n = static_cast<std::size_t>(workers);
  BOOST_TEST((std::set(found.begin(), found.end()).size()) == n);
  for (std::size_t i = n; i < found.size(); ++i)
    BOOST_TEST(found[i] == found[i - n]);
}

using taker = std::function<void(tcp::socket)>;

asio::awaitable<void> await(erased& a, taker use) {
  use(co_await a.async_accept(asio::use_awaitable));
}

coio::awaitable<void> await_own(own& a, taker use) {
  use(co_await a.async_accept());
}

}  // namespace

// What the handler gets is what it got from Asio's.
static_assert(std::is_same_v<erased::socket_type, tcp::socket>);
static_assert(std::is_same_v<own::socket_type, coio::ip::tcp::socket>);

BOOST_DATA_TEST_CASE(accept_of_each_style_spreads_in_rotation, worker_counts, workers) {
  const int n = 3 * workers;
  check_rotation(homes<erased>(workers, n,
                               [](auto&, auto& a, auto use) {
                                 a.async_accept([use](asio::error_code, tcp::socket s) { use(s); });
                               }),
                 workers);
  check_rotation(
      homes<own>(workers, n,
                 [](auto&, auto& a, auto use) {
                   a.async_accept([use](asio::error_code, coio::ip::tcp::socket s) { use(s); });
                 }),
      workers);
  tcp::endpoint peer;
  check_rotation(homes<erased>(workers, n,
                               [&](auto&, auto& a, auto use) {
                                 a.async_accept(peer,
                                                [use, &peer](asio::error_code ec, tcp::socket s) {
                                                  use(s);
                                                  CHECK(!ec && peer.address() == loopback);
                                                });
                               }),
                 workers);
  check_rotation(homes<erased>(workers, n,
                               [&](auto& ctx, auto& a, auto use) {
                                 asio::co_spawn(ctx, await(a, [use](tcp::socket s) { use(s); }),
                                                asio::detached);
                               }),
                 workers);
  check_rotation(homes<own>(workers, n,
                            [&](auto& ctx, auto& a, auto use) {
                              coio::spawn(ctx, await_own, std::ref(a),
                                          [use](tcp::socket s) { use(s); });
                            }),
                 workers);
}

BOOST_DATA_TEST_CASE(synchronous_accept_spreads_in_rotation, worker_counts, workers) {
  coio::io_context ctx(workers);
  erased acceptor(ctx, {loopback, 0});
  std::vector<asio::execution_context*> found;
  asio::error_code ec;
  tcp::endpoint peer;
  for (int i = 0; i < 3 * workers; ++i) {
    for (int k = 0; k < 4; ++k)
      connect(acceptor.local_endpoint());
    tcp::socket accepted[] = {acceptor.accept(), acceptor.accept(ec), acceptor.accept(peer),
                              acceptor.accept(peer, ec)};
    for (auto& s : accepted)
      found.push_back(home_of(s));
    BOOST_TEST(!ec);
  }
  check_rotation(found, workers);
}

BOOST_DATA_TEST_CASE(accept_that_is_told_where_does_as_told, worker_counts, workers) {
  coio::io_context ctx(workers);
  const auto there = ctx.next_executor();
  const auto told = &asio::query(there, asio::execution::context);
  const auto all_there = [&](const std::vector<asio::execution_context*>& found) {
    for (auto* home : found)
      BOOST_TEST(home == told);
  };
  coio::io_context other(1);
  erased acceptor(ctx, {loopback, 0});
  std::vector<asio::execution_context*> found;
  const auto accept = [&](auto start) {
    start();
    connect(acceptor.local_endpoint());
    ctx.run();
    ctx.restart();
  };
  for (int i = 0; i < 2 * workers; ++i) {
    accept([&] {
      acceptor.async_accept(there,
                            [&](asio::error_code, tcp::socket s) { found.push_back(home_of(s)); });
    });
    // Beast's form.
    accept([&] {
      acceptor.async_accept(asio::make_strand(there),
                            [&](asio::error_code, tcp::socket s) { found.push_back(home_of(s)); });
    });
    // The older form.
    accept([&] {
      auto s = std::make_shared<tcp::socket>(there);
      acceptor.async_accept(*s, [&, s](asio::error_code) { found.push_back(home_of(*s)); });
    });
    accept([&] {
      auto s = std::make_shared<tcp::socket>(there);
      auto peer = std::make_shared<tcp::endpoint>();
      acceptor.async_accept(*s, *peer, [&, s, peer](asio::error_code) {
        found.push_back(peer->address() == loopback ? home_of(*s) : nullptr);
      });
    });
    connect(acceptor.local_endpoint());
    tcp::socket s(there);
    acceptor.accept(s);
    found.push_back(home_of(s));
  }
  BOOST_TEST(found.size() == static_cast<std::size_t>(10 * workers));
  all_there(found);
  // A context is told, too.
  acceptor.async_accept(other, [&](asio::error_code, tcp::socket accepted) {
    BOOST_TEST(home_of(accepted) == &other);
  });
  connect(acceptor.local_endpoint());
  ctx.run();
}

BOOST_DATA_TEST_CASE(acceptor_on_a_strand_accepts_onto_the_strand, worker_counts, workers) {
  coio::io_context ctx(workers);
  const asio::any_io_executor strand = asio::make_strand(ctx);
  erased acceptor(strand, {loopback, 0});
  for (int i = 0; i < 2 * workers; ++i) {
    acceptor.async_accept(
        [&](asio::error_code, tcp::socket s) { BOOST_TEST((s.get_executor() == strand)); });
    connect(acceptor.local_endpoint());
    ctx.run();
    ctx.restart();
  }
}

BOOST_AUTO_TEST_CASE(acceptor_on_a_context_of_asios_is_asios) {
  asio::io_context ctx;
  erased acceptor(ctx, {loopback, 0});
  acceptor.async_accept([&](asio::error_code ec, tcp::socket s) {
    BOOST_TEST(!ec);
    BOOST_TEST((s.get_executor() == ctx.get_executor()));
  });
  connect(acceptor.local_endpoint());
  BOOST_TEST(ctx.run() == 1u);
}

BOOST_DATA_TEST_CASE(acceptor_that_has_been_converted_goes_on_accepting, worker_counts, workers) {
  coio::io_context ctx(workers);
  tcp::acceptor plain(ctx, {loopback, 0});
  const auto at = plain.local_endpoint();
  erased spreading(std::move(plain));
  own typed(std::move(spreading));
  std::vector<asio::execution_context*> found;
  for (int i = 0; i < 3 * workers; ++i) {
    typed.async_accept(
        [&](asio::error_code, coio::ip::tcp::socket s) { found.push_back(home_of(s)); });
    connect(at);
    ctx.run();
    ctx.restart();
  }
  check_rotation(found, workers);
  // As Asio's again: on its own shard.
  tcp::acceptor last(std::move(typed));
  last.async_accept([&](asio::error_code, tcp::socket s) { BOOST_TEST(home_of(s) == &ctx); });
  connect(at);
  ctx.run();
}

BOOST_DATA_TEST_CASE(acceptor_as_default_on_keeps_spreading, worker_counts, workers) {
  coio::io_context ctx(workers);
  erased acceptor(ctx, {loopback, 0});
  const auto at = acceptor.local_endpoint();
  auto awaiting = asio::use_awaitable.as_default_on(std::move(acceptor));
  std::vector<asio::execution_context*> found;
  const auto await = [&]() -> asio::awaitable<void> {
    auto s = co_await awaiting.async_accept();
    found.push_back(home_of(s));
  };
  for (int i = 0; i < 3 * workers; ++i) {
    asio::co_spawn(ctx, await(), asio::detached);
    connect(at);
    ctx.run();
    ctx.restart();
  }
  check_rotation(found, workers);
}

BOOST_DATA_TEST_CASE(accept_that_is_cancelled_or_closed_says_so, worker_counts, workers) {
  coio::scheduler().with_workers(workers).run([]() -> coio::awaitable<void> {
    own acceptor(co_await asio::this_coro::executor, {loopback, 0});
    asio::error_code ec;
    auto accepting = coio::spawn([&] { return acceptor.async_accept(); });
    co_await coio::sched();
    accepting.cancel();
    try {
      co_await accepting.join();
    } catch (const asio::system_error& e) {
      ec = e.code();
    }
    CHECK(ec == asio::error::operation_aborted);
    ec.clear();
    // Begun here: another worker might begin it when nothing cancels it any more.
    auto accepted = acceptor.async_accept(asio::use_future);
    acceptor.cancel();
    while (accepted.wait_for(0s) != std::future_status::ready)
      co_await coio::sched();
    try {
      accepted.get();
    } catch (const asio::system_error& e) {
      ec = e.code();
    }
    CHECK(ec == asio::error::operation_aborted);
  });
}
