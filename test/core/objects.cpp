// Every I/O object, made from every kind of executor, then moved, converted, assigned, cancelled by
// another shard's handler, or destroyed while it is at work. An object that changes its executor
// type must stay at its home, where its descriptor is registered.
#include <unistd.h>

#include <array>
#include <atomic>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <csignal>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "coio/io_context.hpp"
#include "coio/thread_pool.hpp"
#include "support.hpp"

namespace {

using asio::ip::tcp;
using asio::ip::udp;
using local = asio::local::stream_protocol;
using any = asio::any_io_executor;
using done = std::function<void(asio::error_code)>;

const asio::ip::address loopback = asio::ip::address_v4::loopback();

// The other ends, of which the tested context knows nothing.
asio::io_context& outside() {
  static asio::io_context c;
  return c;
}

// ---- What is tested: make() an object, start() an operation, complete() it from outside ----

struct timer {
  static constexpr const char* name = "timer";
  template <typename Ex>
  using object = asio::basic_waitable_timer<std::chrono::steady_clock,
                                            asio::wait_traits<std::chrono::steady_clock>, Ex>;
  template <typename Ex>
  object<Ex> make(const Ex& ex) {
    return object<Ex>(ex);
  }
  template <typename Object>
  void start(Object& o, done d, bool completes) {
    o.expires_after(completes ? std::chrono::milliseconds(1) : std::chrono::hours(1));
    o.async_wait(std::move(d));
  }
  void complete() {}
};

template <typename Protocol>
struct stream {
  static constexpr const char* name = std::is_same_v<Protocol, tcp> ? "tcp socket" : "local socket";
  template <typename Ex>
  using object = asio::basic_stream_socket<Protocol, Ex>;
  template <typename Ex>
  object<Ex> make(const Ex& ex) {
    object<Ex> o(ex);
    if constexpr (std::is_same_v<Protocol, tcp>) {
      tcp::acceptor listener(outside(), {loopback, 0});
      o.connect(listener.local_endpoint());
      peer = listener.accept();
    } else {
      asio::local::connect_pair(o, peer);
    }
    return o;
  }
  template <typename Object>
  void start(Object& o, done d, bool) {
    o.async_read_some(asio::buffer(byte), [d = std::move(d)](auto ec, std::size_t) { d(ec); });
  }
  void complete() { asio::write(peer, asio::buffer("x", 1)); }
  typename Protocol::socket peer{outside()};
  std::array<char, 1> byte{};
};

struct datagram {
  static constexpr const char* name = "udp socket";
  template <typename Ex>
  using object = asio::basic_datagram_socket<udp, Ex>;
  template <typename Ex>
  object<Ex> make(const Ex& ex) {
    object<Ex> o(ex, {loopback, 0});
    peer.connect(o.local_endpoint());
    return o;
  }
  template <typename Object>
  void start(Object& o, done d, bool) {
    o.async_receive(asio::buffer(byte), [d = std::move(d)](auto ec, std::size_t) { d(ec); });
  }
  void complete() { peer.send(asio::buffer("x", 1)); }
  udp::socket peer{outside()};
  std::array<char, 1> byte{};
};

struct acceptor {
  static constexpr const char* name = "tcp acceptor";
  template <typename Ex>
  using object = asio::basic_socket_acceptor<tcp, Ex>;
  template <typename Ex>
  object<Ex> make(const Ex& ex) {
    object<Ex> o(ex, {loopback, 0});
    at = o.local_endpoint();
    return o;
  }
  template <typename Object>
  void start(Object& o, done d, bool) {
    o.async_accept([d = std::move(d)](auto ec, auto) { d(ec); });
  }
  void complete() { peer.connect(at); }
  tcp::endpoint at;
  tcp::socket peer{outside()};
};

struct descriptor {
  static constexpr const char* name = "descriptor";
  template <typename Ex>
  using object = asio::posix::basic_stream_descriptor<Ex>;
  template <typename Ex>
  object<Ex> make(const Ex& ex) {
    std::array<int, 2> ends{};
    BOOST_REQUIRE(::pipe(ends.data()) == 0);
    peer.assign(ends[1]);
    return object<Ex>(ex, ends[0]);
  }
  template <typename Object>
  void start(Object& o, done d, bool) {
    o.async_read_some(asio::buffer(byte), [d = std::move(d)](auto ec, std::size_t) { d(ec); });
  }
  void complete() { asio::write(peer, asio::buffer("x", 1)); }
  asio::posix::stream_descriptor peer{outside()};
  std::array<char, 1> byte{};
};

struct resolver {
  static constexpr const char* name = "resolver";
  template <typename Ex>
  using object = asio::ip::basic_resolver<tcp, Ex>;
  template <typename Ex>
  object<Ex> make(const Ex& ex) {
    return object<Ex>(ex);
  }
  template <typename Object>
  void start(Object& o, done d, bool) {
    o.async_resolve("127.0.0.1", "1", [d = std::move(d)](auto ec, auto) { d(ec); });
  }
  void complete() {}
};

using kinds =
    std::tuple<timer, stream<tcp>, stream<local>, datagram, acceptor, descriptor, resolver>;

// ---- What it is made from ----

template <typename Context, typename F>
void each_origin(Context& ctx, F f) {
  f("get_executor()", ctx.get_executor());
  f("next_executor()", ctx.next_executor());
  f("make_strand(ctx)", asio::make_strand(ctx));
  f("any_io_executor", any(ctx.next_executor()));
  f("strand<any_io_executor>", asio::make_strand(any(ctx.next_executor())));
  f("any_io_executor of a strand", any(asio::make_strand(ctx)));
}

// ---- What happens then ----

template <typename Object>
using erased = typename Object::template rebind_executor<any>::other;

// One operation completes on the object.
template <typename Kind, typename Object>
void use(Kind& k, Object& o, const std::string& what) {
  std::optional<asio::error_code> result;
  std::atomic<bool> over{false};
  k.start(
      o,
      [&](asio::error_code ec) {
        result = ec;
        over = true;
      },
      true);
  k.complete();
  auto& ctx =
      static_cast<coio::io_context&>(asio::query(o.get_executor(), asio::execution::context));
  ctx.restart();
  ctx.run();
  BOOST_TEST(over, what);
  if (over) BOOST_TEST(!*result, what + ": " + result->message());
}

template <typename Kind, typename Ex>
void moved(const Ex& ex, const std::string& what) {
  Kind k;
  auto first = k.make(ex);
  auto second = std::move(first);
  use(k, second, what);
}

template <typename Kind, typename Ex>
void converted(const Ex& ex, const std::string& what) {
  using object = typename Kind::template object<Ex>;
  if constexpr (std::is_constructible_v<erased<object>, object>) {
    Kind k;
    auto first = k.make(ex);
    use(k, first, what + ", before");
    Kind l;
    auto again = l.make(ex);
    erased<object> second(std::move(again));
    BOOST_TEST((&asio::query(second.get_executor(), asio::execution::context) ==
                &asio::query(ex, asio::execution::context)));
    use(l, second, what);
  }
}

template <typename Kind, typename Ex>
void with_default_token(const Ex& ex, const std::string& what) {
  using object = typename Kind::template object<Ex>;
  using token = asio::use_awaitable_t<Ex>;
  using defaulted = typename object::template rebind_executor<
      typename token::template executor_with_default<Ex>>::other;
  if constexpr (std::is_constructible_v<defaulted, object>) {
    Kind k;
    auto second = token::as_default_on(k.make(ex));
    use(k, second, what);
  }
}

template <typename Kind, typename Ex>
void assigned_over_an_open_one(coio::io_context& ctx, const Ex& ex, const std::string& what) {
  using object = typename Kind::template object<any>;
  Kind k, l;
  object first = k.make(any(ctx.next_executor()));
  std::optional<asio::error_code> result;
  k.start(
      first, [&](asio::error_code ec) { result = ec; }, false);
  first = l.make(any(ex));
  use(l, first, what);
  BOOST_TEST(result.has_value(), what);
}

template <typename Kind, typename Ex>
void cancelled_elsewhere(coio::io_context& ctx, const Ex& ex, const std::string& what) {
  if constexpr (!std::is_same_v<Kind, resolver>) {  // which is done at once
    Kind k;
    auto o = k.make(ex);
    std::optional<asio::error_code> result;
    k.start(
        o, [&](asio::error_code ec) { result = ec; }, false);
    asio::steady_timer other(ctx.next_executor(), std::chrono::milliseconds(1));
    other.async_wait([&](asio::error_code) { o.cancel(); });
    ctx.restart();
    ctx.run();
    BOOST_TEST((result == asio::error::operation_aborted), what);
  }
}

template <typename Kind>
void destroyed_with_the_context(int workers) {
  std::vector<std::unique_ptr<Kind>> peers;
  coio::io_context ctx(workers);
  each_origin(ctx, [&](const char*, auto ex) {
    using object = typename Kind::template object<decltype(ex)>;
    Kind& k = *peers.emplace_back(std::make_unique<Kind>());
    auto o = std::make_shared<object>(k.make(ex));
    k.start(
        *o, [o](asio::error_code) {}, false);
  });
  ctx.poll();
}

template <typename F, typename... Kinds>
void each_kind(F f, std::type_identity<std::tuple<Kinds...>>) {
  (f.template operator()<Kinds>(), ...);
}

template <typename F>
void each_kind(F f) {
  each_kind(f, std::type_identity<kinds>());
}

const auto worker_counts = boost::unit_test::data::make({1, 2, 4});

}  // namespace

BOOST_DATA_TEST_CASE(object_that_changes_hands_stays_at_its_home, worker_counts, workers) {
  each_kind([&]<typename k>() {
    coio::io_context ctx(workers);
    each_origin(ctx, [&](const char* origin, auto ex) {
      const std::string what = std::string(k::name) + " from " + origin;
      moved<k>(ex, what + ", moved");
      converted<k>(ex, what + ", converted");
      with_default_token<k>(ex, what + ", with a default token");
      assigned_over_an_open_one<k>(ctx, ex, what + ", assigned");
      cancelled_elsewhere<k>(ctx, ex, what + ", cancelled");
    });
  });
}

// The same from within the context, by a handler: the operation completes on whichever worker.
BOOST_DATA_TEST_CASE(object_that_is_converted_in_a_handler_stays_at_its_home, worker_counts,
                     workers) {
  each_kind([&]<typename k>() {
    coio::io_context ctx(workers);
    std::atomic<int> started{0}, completed{0};
    each_origin(ctx, [&](const char*, auto ex) {
      using object = typename k::template object<decltype(ex)>;
      if constexpr (std::is_constructible_v<erased<object>, object>) {
        ++started;
        asio::post(ctx, [&, ex] {
          auto its = std::make_shared<k>();
          auto o = std::make_shared<erased<object>>(its->make(ex));
          its->start(
              *o, [&, its, o](asio::error_code ec) { completed += !ec; }, true);
          its->complete();
        });
      }
    });
    ctx.run();
    BOOST_TEST(completed == started);
  });
}

BOOST_DATA_TEST_CASE(object_at_work_is_destroyed_with_the_context, worker_counts, workers) {
  each_kind([&]<typename k>() { destroyed_with_the_context<k>(workers); });
}

BOOST_AUTO_TEST_CASE(signal_is_delivered_to_a_set_of_every_home) {
  coio::io_context ctx(4);
  int delivered = 0;
  each_origin(ctx, [&](const char*, auto ex) {
    asio::basic_signal_set<decltype(ex)> set(ex, SIGUSR1);
    set.async_wait([&](asio::error_code ec, int) { delivered += !ec; });
    std::raise(SIGUSR1);
    ctx.restart();
    ctx.run();
  });
  BOOST_TEST(delivered == 6);
}

BOOST_AUTO_TEST_CASE(object_of_a_pool_is_served_by_its_threads) {
  each_kind([&]<typename k>() {
    std::atomic<int> completed{0};
    coio::thread_pool pool(2);
    each_origin(pool, [&](const char*, auto ex) {
      using object = typename k::template object<decltype(ex)>;
      if constexpr (std::is_constructible_v<erased<object>, object>) {
        auto its = std::make_shared<k>();
        auto o = std::make_shared<erased<object>>(its->make(ex));
        its->start(
            *o, [&, its, o](asio::error_code ec) { completed += !ec; }, true);
        its->complete();
      } else {
        ++completed;
      }
    });
    pool.join();
    BOOST_TEST(completed == 6);
  });
}
