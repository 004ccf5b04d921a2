// What an awaited function was given lives until it has ended: each function of the facade that
// returns something to await is called with temporaries, which are gone when the result is awaited,
// and by a coroutine that is spawned and returns it. AddressSanitizer sees a use of what is gone.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "../checks.hpp"
#include "coio/coio.hpp"
#include "connected.hpp"

using coio::awaitable;
namespace net = coio::net;
namespace sync_ = coio::sync;
using namespace std::chrono_literals;

namespace coio::test {

// Something whose use after its end is seen: it is on the heap.
using text = std::vector<std::string>;

inline text make_text(const char* s) {
  return {std::string(s) + " that is too long to be kept within the object"};
}

// Called with what is gone when what it returns is awaited.
template <typename Make>
auto made_from_temporaries(Make make) {
  const auto kept = std::make_unique<Make>(std::move(make));
  return (*kept)();
}

// Awaits what make() returns in the three ways; each time it is made anew.
template <typename Make>
coio::awaitable<void> await_in_each_way(Make make) {
  {
    auto made = made_from_temporaries(make);
    static_cast<void>(co_await std::move(made));
  }
  static_cast<void>(co_await coio::spawn([make] { return make(); }).join());
  using value = decltype(coio::detail::as_coroutine(make()));
  {
    value coroutine = made_from_temporaries(make);
    static_cast<void>(co_await std::move(coroutine));
  }
}

}  // namespace coio::test

using coio::test::await_in_each_way;
using coio::test::make_text;
using coio::test::text;

namespace {

const auto worker_counts = boost::unit_test::data::make({1, 2, 4});

template <typename F>
void run(int workers, F f) {
  coio::scheduler().with_workers(workers).run(std::move(f));
}

awaitable<std::size_t> length(text t) {
  co_await coio::sched();
  co_return t[0].size();
}

awaitable<std::size_t> length_of(const text& t, int) {
  co_await coio::sched();
  co_return t[0].size();
}

}  // namespace

BOOST_DATA_TEST_CASE(coroutines_from_temporaries_are_awaited, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    const std::size_t n = make_text("a")[0].size();
    co_await await_in_each_way([] { return length(make_text("a")); });
    co_await await_in_each_way([] { return coio::spawn(length, make_text("a")).join(); });
    // The arguments of spawn are copied, whatever the function takes. (Not in one expression with
    // co_await: g++ 12 destroys what such a lambda has captured twice.)
    const auto take_arguments = [] { return coio::spawn(length_of, make_text("a"), 1); };
    CHECK_EQUAL(co_await take_arguments().join(), n);
    const auto take_captures = [] {
      return coio::spawn([t = make_text("a")]() -> awaitable<std::size_t> {
        co_await coio::sched();
        co_return t[0].size();
      });
    };
    CHECK_EQUAL(co_await take_captures().join(), n);
    const auto take_name = [] {
      const coio::spawn_options o{.name = make_text("name")[0]};
      return coio::spawn(o, length_of, make_text("a"), 1);
    };
    auto named = take_name();
    CHECK(named.name() == make_text("name")[0]);
    CHECK_EQUAL(co_await named.join(), n);
    const auto take_blocking = [] {
      return coio::spawn_blocking([t = make_text("a")] { return t[0].size(); });
    };
    CHECK_EQUAL(co_await take_blocking().join(), n);
    co_await await_in_each_way([] {
      return coio::spawn_blocking([](const text& t) { return t[0].size(); }, make_text("a")).join();
    });
    co_await await_in_each_way([] { return coio::sched(); });
    co_await await_in_each_way([] { return coio::sleep(100us); });
    co_await await_in_each_way([] { return coio::sleep_ms(1); });
    co_await await_in_each_way(
        [] { return coio::sleep_until(std::chrono::steady_clock::now() + 100us); });
    co_await await_in_each_way(
        [] { return coio::sleep_until(std::chrono::system_clock::now() + 100us); });
  });
}

BOOST_DATA_TEST_CASE(structures_of_temporaries_are_awaited, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    co_await await_in_each_way([] { return coio::timeout(10s, length(make_text("a"))); });
    co_await await_in_each_way([] { return coio::timeout(10s, coio::sleep(100us)); });
    co_await await_in_each_way(
        [] { return coio::timeout(10s, coio::spawn(length, make_text("a")).join()); });
    co_await await_in_each_way(
        [] { return coio::join_all(length(make_text("a")), coio::sleep(10us)); });
    co_await await_in_each_way([] {
      std::vector<coio::join_handle<std::size_t>> handles;
      handles.push_back(coio::spawn(length, make_text("a")));
      return coio::join_all(std::move(handles));
    });
    co_await await_in_each_way(
        [] { return coio::join_all(coio::spawn(length, make_text("a")), coio::spawn([] {})); });
    co_await await_in_each_way(
        [] { return coio::when_any(length(make_text("a")), length(make_text("b"))); });
    co_await await_in_each_way([] { return coio::when_any(coio::sleep(1h), coio::sleep(10us)); });
    co_await await_in_each_way([] { return coio::select(coio::sleep(1h), coio::sleep(10us)); });
    co_await await_in_each_way([] {
      coio::task_group group;
      return group.join();
    });
    co_await await_in_each_way([] {
      return coio::promise<std::size_t>::spawn([t = make_text("a")] { return length(t); })
          .success([t = make_text("b")](std::size_t n) { return n + t[0].size(); })
          .sync();
    });
    co_await await_in_each_way([] {
      return coio::promise<std::size_t>::spawn([t = make_text("a")] { return length(t); })
          .finally_sync([t = make_text("b")](coio::outcome<std::size_t>) { CHECK(!t[0].empty()); });
    });
  });
}

BOOST_DATA_TEST_CASE(synchronisation_of_temporaries_is_awaited, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    // Ends of channels, futures and handles that are gone keep what they belong to.
    auto [tx, rx] = sync_::channel<text>(8);
    co_await await_in_each_way([&tx] { return sync_::sender<text>(tx).send(make_text("a")); });
    co_await await_in_each_way([&tx, &rx] {
      return coio::select(sync_::receiver<text>(rx).recv(),
                          sync_::sender<text>(tx).send(make_text("a")));
    });
    co_await await_in_each_way([] {
      auto [from, to] = sync_::channel<text>();
      static_cast<void>(from.try_send(make_text("a")));
      return to.recv();
    });
    co_await await_in_each_way([] {
      auto [from, to] = sync_::channel<text>();
      return to.recv();  // nobody is left who could send
    });
    co_await await_in_each_way([&tx, &rx] {
      coio::spawn([tx] { return tx.send(make_text("a")); });
      return sync_::receiver<text>(rx).recv_for(10s);
    });
    co_await await_in_each_way([] {
      auto [from, to] = sync_::channel<text>(1);
      static_cast<void>(from.try_send(make_text("a")));
      return to.recv_until(std::chrono::steady_clock::now() + 10s);
    });
    co_await await_in_each_way([] {
      auto [promise, future] = sync_::make_future<text>();
      promise.resolve(make_text("a"));
      return future.get();
    });
    co_await await_in_each_way([] {
      auto [promise, future] = sync_::make_future<text>();
      coio::spawn([p = std::move(promise)]() mutable { p.resolve(make_text("a")); });
      return future.then([t = make_text("b")](text a) { return a[0] + t[0]; }).get();
    });
    // These belong to the program, as their documentation says; their arguments do not.
    sync_::mutex mutex;
    sync_::condvar condvar;
    sync_::semaphore semaphore(3);
    bool set = false;
    {
      auto guard = co_await mutex.lock();
      auto waking = coio::spawn([&]() -> awaitable<void> {
        const auto inner = co_await mutex.lock();
        set = true;
        condvar.notify_all();
      });
      const auto wait = [&] {
        return condvar.wait(guard, [&set, t = make_text("a")] { return set && !t[0].empty(); });
      };
      co_await wait();
      co_await waking.join();
      auto waited = [&] {
        return condvar.wait_for(guard, 1ms, [t = make_text("a")] { return t[0].empty(); });
      }();
      CHECK(!co_await std::move(waited));
    }
    co_await await_in_each_way([&] { return mutex.lock(); });
    co_await await_in_each_way([&] { return semaphore.acquire_for(10s); });
  });
}

BOOST_DATA_TEST_CASE(sockets_with_temporary_arguments_are_awaited, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    auto listener = net::tcp_listener::bind("127.0.0.1:0");
    const auto port = listener.local_addr().port();
    auto accepting = coio::spawn([&]() -> awaitable<std::vector<net::tcp_stream>> {
      std::vector<net::tcp_stream> all;
      for (int i = 0; i < 6; ++i)
        all.push_back(co_await listener.accept());
      co_return all;
    });
    co_await await_in_each_way([port] {
      return net::tcp_stream::connect(std::string("127.0.0.1:") + std::to_string(port));
    });
    co_await await_in_each_way([port] {
      return net::tcp_stream::connect(
          asio::ip::tcp::endpoint(asio::ip::make_address("127.0.0.1"), port));
    });
    const auto accepted = co_await accepting.join();

    auto [a, b] = co_await coio::test::connected();
    std::array<char, 64> bytes{};
    const auto buffers = [&bytes] {
      return std::array<asio::mutable_buffer, 2>{asio::buffer(bytes, 1), asio::buffer(bytes, 2)};
    };
    // Three ways, twice: a byte for each read.
    const auto const_buffers = [] {
      return std::vector<asio::const_buffer>{asio::buffer("x", 1), asio::buffer("yz", 2)};
    };
    auto& in = a;
    auto& out = b;
    co_await await_in_each_way([&out, const_buffers] { return out.write(const_buffers()); });
    co_await await_in_each_way([&in, buffers] { return in.read(buffers()); });
    co_await await_in_each_way([&out, const_buffers] { return out.write_all(const_buffers()); });
    co_await await_in_each_way([&in, &bytes] { return in.read_exact(asio::buffer(bytes, 3)); });
    co_await await_in_each_way([&out] { return out.write_all("characters of the program's"); });
    // The read waits: the buffers are gone when it goes on.
    for (int way = 0; way < 3; ++way) {
      std::array<char, 81> rest{};
      if (way == 0) co_await in.read_exact(asio::buffer(rest));
      auto reading = coio::spawn([&in, buffers] { return in.read(buffers()); });
      co_await coio::sched();
      co_await out.write_all("abc");
      CHECK_EQUAL(co_await reading.join(), 3u);
    }

    auto one = net::udp_socket::bind("127.0.0.1:0");
    auto two = net::udp_socket::bind("127.0.0.1:0");
    co_await await_in_each_way(
        [&] { return one.send_to(const_buffers(), asio::ip::udp::endpoint(two.local_addr())); });
    co_await await_in_each_way([&] { return two.recv_from(buffers()); });

#if !defined(COIO_PLATFORM_windows)  // Wine 8 has no such sockets
    const std::string path =
        (std::filesystem::temp_directory_path() / ("coio.temporaries." + std::to_string(port)))
            .string();
    auto local = net::unix_listener::bind(path);
    auto three = coio::spawn([&]() -> awaitable<void> {
      for (int i = 0; i < 3; ++i)
        co_await local.accept();
    });
    co_await await_in_each_way([&] { return net::unix_stream::connect(std::string(path)); });
    co_await three.join();
    std::filesystem::remove(path);
#endif
  });
}

BOOST_DATA_TEST_CASE(asios_operations_with_temporary_arguments_are_awaited, worker_counts,
                     workers) {
  run(workers, []() -> awaitable<void> {
    const auto ex = co_await asio::this_coro::executor;
    coio::test::stream::native_type a(ex), b(ex);
    coio::test::connect_pair(a, b);
    std::array<char, 64> bytes{};
    const auto const_buffers = [] {
      return std::vector<asio::const_buffer>{asio::buffer("x", 1), asio::buffer("yz", 2)};
    };
    const auto buffers = [&bytes] {
      return std::vector<asio::mutable_buffer>{asio::buffer(bytes, 1), asio::buffer(bytes, 2)};
    };
    co_await await_in_each_way([&] { return a.async_write_some(const_buffers()); });
    co_await await_in_each_way([&] { return b.async_read_some(buffers()); });
    co_await await_in_each_way([&] { return asio::async_write(a, const_buffers()); });
    co_await await_in_each_way([&] { return asio::async_read(b, buffers()); });
    co_await await_in_each_way([&] {
      return asio::async_write(a, const_buffers(), coio::use_awaitable_t(coio::use_awaitable));
    });
    std::string line;
    co_await asio::async_write(a, asio::buffer("\n\n\n", 3));
    co_await asio::async_read(b, asio::buffer(bytes, 9));
    co_await await_in_each_way([&] {
      line.erase(0, line.empty() ? 0 : line.find('\n') + 1);
      return asio::async_read_until(b, asio::dynamic_buffer(line), std::string("\n"));
    });
    coio::steady_timer timer(ex);
    co_await await_in_each_way([&] {
      timer.expires_after(10us);
      return timer.async_wait();
    });
    co_await await_in_each_way([ex] { return asio::post(coio::io_executor(ex)); });
  });
}
