// Stop, restart and destruction, at any moment and with everything pending.
#include <array>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

#include "coio/io_context.hpp"
#include "support.hpp"

using namespace std::chrono_literals;
using asio::ip::tcp;

namespace {

constexpr int worker_counts[] = {1, 2, 4};

// Counts the copies alive.
class tracked {
 public:
  explicit tracked(std::atomic<int>& n) : alive_(&n) { ++*alive_; }
  tracked(const tracked& other) : alive_(other.alive_) { ++*alive_; }
  ~tracked() { --*alive_; }

 private:
  std::atomic<int>* alive_;
};

asio::awaitable<void> sleeper(tracked) {
  asio::steady_timer timer(co_await asio::this_coro::executor, 1h);
  co_await timer.async_wait(asio::use_awaitable);
}

asio::awaitable<void> listener(tracked) {
  tcp::acceptor acceptor(co_await asio::this_coro::executor, {asio::ip::address_v4::loopback(), 0});
  co_await acceptor.async_accept(asio::use_awaitable);
}

// Holds two sockets, in general on two shards, and waits for neither of them alone.
asio::awaitable<void> reader(tracked) {
  const auto ex = co_await asio::this_coro::executor;
  tcp::acceptor acceptor(ex, {asio::ip::address_v4::loopback(), 0});
  tcp::socket client(ex), accepted(ex);
  client.connect(acceptor.local_endpoint());
  acceptor.accept(accepted);
  std::array<char, 1> buffer;
  co_await accepted.async_receive(asio::buffer(buffer), asio::use_awaitable);
}

}  // namespace

BOOST_AUTO_TEST_CASE(destruction_with_everything_pending) {
  for (const int workers : worker_counts) {
    std::atomic<int> alive{0}, started{0};
    {
      coio::io_context ctx(workers);
      for (int i = 0; i < 3000; ++i)
        asio::co_spawn(ctx, sleeper(tracked(alive)), asio::detached);
      for (int i = 0; i < 100; ++i) {
        asio::co_spawn(ctx, listener(tracked(alive)), asio::detached);
        asio::co_spawn(ctx, reader(tracked(alive)), asio::detached);
      }
      // Runs after all of the above have begun, at least with one worker.
      asio::post(ctx, [&] {
        asio::post(ctx, [&] {
          ++started;
          ctx.stop();
        });
      });
      ctx.run();
      // Tasks that never run, too.
      for (int i = 0; i < 1000; ++i)
        asio::post(ctx, [t = tracked(alive)] {});
      BOOST_TEST(alive > 4000);
    }
    BOOST_TEST(started == 1);
    BOOST_TEST(alive == 0);
  }
}

BOOST_AUTO_TEST_CASE(destruction_of_a_context_that_never_ran) {
  for (const int workers : worker_counts) {
    std::atomic<int> alive{0};
    {
      coio::io_context ctx(workers);
      for (int i = 0; i < 100; ++i) {
        asio::co_spawn(ctx, sleeper(tracked(alive)), asio::detached);
        asio::post(static_cast<asio::io_context&>(ctx), [t = tracked(alive)] {});
      }
      BOOST_TEST(alive > 0);
    }
    BOOST_TEST(alive == 0);
  }
}

// What is destroyed posts more, which is destroyed too.
BOOST_AUTO_TEST_CASE(destructors_that_post) {
  struct posting {
    posting(coio::io_context& c, std::atomic<int>& n, int d) : context(&c), alive(n), depth(d) {}
    posting(posting&& other) noexcept
        : context(std::exchange(other.context, nullptr)), alive(other.alive), depth(other.depth) {}
    ~posting() {
      if (context && depth > 0) asio::post(*context, posting(*context, alive, depth - 1));
    }
    void operator()() {}
    coio::io_context* context;
    std::atomic<int>& alive;
    int depth;
    tracked counted{alive};
  };
  for (const int workers : worker_counts) {
    std::atomic<int> alive{0};
    std::optional<coio::io_context> ctx(std::in_place, workers);
    for (int i = 0; i < 100; ++i)
      asio::post(*ctx, posting(*ctx, alive, 5));
    asio::steady_timer* timer = new asio::steady_timer(*ctx, 1h);
    timer->async_wait([p = posting(*ctx, alive, 5)](asio::error_code) {});
    asio::post(*ctx, [owned = std::unique_ptr<asio::steady_timer>(timer)] {});
    BOOST_TEST(alive > 100);
    ctx.reset();
    BOOST_TEST(alive == 0);
  }
}

// Coroutines that run at the moment of the stop, on all workers.
BOOST_AUTO_TEST_CASE(stop_under_load_and_destroy) {
  for (const int workers : worker_counts)
    for (int round = 0; round < 20; ++round) {
      std::atomic<int> alive{0}, turns{0};
      {
        coio::io_context ctx(workers);
        const auto spin = [&](tracked) -> asio::awaitable<void> {
          for (;;) {
            ++turns;
            asio::steady_timer timer(co_await asio::this_coro::executor, 10us);
            co_await timer.async_wait(asio::use_awaitable);
            co_await asio::post(asio::use_awaitable);
          }
        };
        for (int i = 0; i < 50; ++i)
          asio::co_spawn(ctx, spin(tracked(alive)), asio::detached);
        std::jthread other([&] {
          coio::test::eventually([&] { return turns > 200; });
          ctx.stop();
        });
        ctx.run();
        BOOST_TEST(alive == 50);
      }
      BOOST_TEST(turns > 200);
      BOOST_TEST(alive == 0);
    }
}

// On Windows the end of Asio's context waits for them.
BOOST_AUTO_TEST_CASE(context_with_its_guard_in_a_handler_of_another_shard_ends) {
  for (const int workers : worker_counts) {
    std::atomic<int> alive{0};
    {
      coio::io_context ctx(workers);
      asio::io_context& base = ctx;
      for (int i = 0; i < 4; ++i) {
        const auto timer = std::make_shared<asio::steady_timer>(ctx.next_executor(), 1h);
        timer->async_wait(
            [timer, guard = asio::make_work_guard(base), t = tracked(alive)](asio::error_code) {});
      }
      asio::post(ctx, [&] { ctx.stop(); });
      ctx.run();
      BOOST_TEST(alive == 4);
    }
    BOOST_TEST(alive == 0);
  }
}

BOOST_AUTO_TEST_CASE(stop_and_restart_in_a_loop) {
  for (const int workers : worker_counts) {
    coio::io_context ctx(workers);
    std::atomic<int> posted{0}, ran{0};
    std::atomic<bool> on{true};
    const auto guard = asio::make_work_guard(ctx);
    std::jthread poster([&] {
      while (on) {
        ++posted;
        asio::post(ctx, [&] {
          ++ran;
          asio::post(ctx, [&] { ++ran; });
        });
        while (on && posted - ran / 2 > 100)
          std::this_thread::yield();
      }
    });
    for (int round = 0; round < 100; ++round) {
      coio::test::event running;
      asio::post(ctx, [&] { running.set(); });
      std::jthread stopper([&] {
        running.wait();
        ctx.stop();
      });
      ctx.run();
      stopper.join();
      BOOST_REQUIRE(ctx.stopped());
      ctx.restart();
    }
    on = false;
    poster.join();
    BOOST_TEST(coio::test::eventually([&] { return ctx.poll(), ran == 2 * posted; }));
  }
}

BOOST_AUTO_TEST_CASE(timers_survive_stop_and_restart) {
  for (const int workers : worker_counts) {
    coio::io_context ctx(workers);
    std::atomic<int> fired{0};
    std::vector<std::unique_ptr<asio::steady_timer>> timers(8);
    asio::post(ctx, [&] {
      for (auto& t : timers) {
        t = std::make_unique<asio::steady_timer>(ctx.get_executor(), 5ms);
        t->async_wait([&](asio::error_code e) { fired += !e; });
      }
      ctx.stop();
    });
    ctx.run();
    ctx.restart();
    ctx.run();
    BOOST_TEST(fired == 8);
  }
}

// Sockets may outlive a run and be used in the next.
BOOST_AUTO_TEST_CASE(a_thousand_connections_opened_and_closed) {
  for (const int workers : worker_counts) {
    coio::io_context ctx(workers);
    tcp::acceptor acceptor(ctx, {asio::ip::address_v4::loopback(), 0});
    const auto endpoint = acceptor.local_endpoint();
    std::atomic<int> echoed{0};
    constexpr int n = 1000;
    const auto serve = [](tcp::socket s) -> asio::awaitable<void> {
      std::array<char, 4> data;
      co_await asio::async_read(s, asio::buffer(data), asio::use_awaitable);
      co_await asio::async_write(s, asio::buffer(data), asio::use_awaitable);
    };
    const auto accept = [&]() -> asio::awaitable<void> {
      for (int i = 0; i < n; ++i) {
        tcp::socket s = co_await acceptor.async_accept(asio::use_awaitable);
        const auto ex = s.get_executor();
        asio::co_spawn(ex, serve(std::move(s)), asio::detached);
      }
    };
    const auto connect = [&](int count) -> asio::awaitable<void> {
      for (int i = 0; i < count; ++i) {
        tcp::socket s(co_await asio::this_coro::executor);
        co_await s.async_connect(endpoint, asio::use_awaitable);
        co_await asio::async_write(s, asio::buffer("ping", 4), asio::use_awaitable);
        std::array<char, 4> data{};
        co_await asio::async_read(s, asio::buffer(data), asio::use_awaitable);
        echoed += std::string(data.data(), 4) == "ping";
      }
    };
    asio::co_spawn(ctx, accept, asio::detached);
    for (int i = 0; i < 10; ++i)
      asio::co_spawn(ctx, connect(n / 10), asio::detached);
    ctx.run();
    BOOST_TEST(echoed == n);
  }
}

BOOST_AUTO_TEST_CASE(many_contexts) {
  std::atomic<int> ran{0};
  for (int i = 0; i < 200; ++i) {
    coio::io_context ctx(1 + i % 4);
    for (int k = 0; k < 10; ++k)
      asio::post(ctx, [&] { ++ran; });
    if (i % 2) ctx.run();
  }
  BOOST_TEST(ran == 1000);
}
