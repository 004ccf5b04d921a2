// Code that knows only asio::io_context uses the context by way of its base.
#include <asio/experimental/concurrent_channel.hpp>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <csignal>
#include <memory>
#include <thread>
#include <vector>

#include "coio/coio.hpp"
#include "support.hpp"

using namespace std::chrono_literals;

namespace {

constexpr int worker_counts[] = {1, 2, 4};

struct service : asio::execution_context::service {
  using key_type = service;
  inline static asio::execution_context::id id;
  explicit service(asio::execution_context& c) : asio::execution_context::service(c) {}
  void shutdown() override {}
  int value = 0;
};

}  // namespace

BOOST_AUTO_TEST_CASE(posts_to_the_base_and_to_the_context) {
  for (const int workers : worker_counts) {
    coio::io_context ctx(workers);
    asio::io_context& base = ctx;
    std::atomic<int> ran{0};
    for (int i = 0; i < 1000; ++i) {
      asio::post(base, [&] {
        ++ran;
        asio::post(ctx, [&] { ++ran; });
      });
      asio::post(ctx, [&] {
        ++ran;
        asio::post(base, [&] { ++ran; });
      });
    }
    BOOST_TEST(ctx.run() == 4000u);
    BOOST_TEST(ran == 4000);
    BOOST_TEST(ctx.stopped());
  }
}

BOOST_AUTO_TEST_CASE(the_base_runs_everything_alone) {
  for (const int workers : worker_counts) {
    coio::io_context ctx(workers);
    asio::io_context& base = ctx;
    std::atomic<int> ran{0};
    for (int i = 0; i < 100; ++i) {
      asio::post(ctx, [&] { ++ran; });
      asio::post(base, [&] { ++ran; });
    }
    asio::steady_timer timer(ctx, 1ms);
    timer.async_wait([&](asio::error_code e) { ran += !e; });
    base.run();
    BOOST_TEST(ran == 201);
  }
}

BOOST_AUTO_TEST_CASE(the_base_polls) {
  coio::io_context ctx(2);
  asio::io_context& base = ctx;
  int ran = 0;
  asio::post(ctx, [&] { ++ran; });
  asio::post(ctx, [&] {
    ++ran;
    asio::post(ctx, [&] { ++ran; });
  });
  BOOST_TEST(coio::test::eventually([&] {
    base.restart();
    base.poll();
    return ran == 3;
  }));
}

BOOST_AUTO_TEST_CASE(the_base_runs_beside_the_context) {
  // Not with one worker: like asio::io_context(1), it is for one thread.
  for (const int workers : {2, 4}) {
    coio::io_context ctx(workers);
    asio::io_context& base = ctx;
    std::atomic<int> ran{0};
    auto guard = asio::make_work_guard(ctx);
    std::jthread other([&] {
      while (!ctx.stopped()) {
        base.run();
        std::this_thread::yield();
      }
    });
    std::jthread poster([&] {
      for (int i = 0; i < 2000; ++i) {
        asio::post(ctx, [&] { ++ran; });
        asio::post(base, [&] { ++ran; });
      }
      guard.reset();
    });
    ctx.run();
    poster.join();
    BOOST_TEST(coio::test::eventually([&] { return ran == 4000; }));
  }
}

// Without a run() of the context.
BOOST_AUTO_TEST_CASE(the_base_waits_for_work_that_executors_count) {
  for (const int workers : worker_counts) {
    coio::io_context ctx(workers);
    asio::io_context& base = ctx;
    BOOST_TEST(base.poll() == 0u);
    BOOST_TEST(base.stopped());
    base.restart();
    auto guard = asio::make_work_guard(ctx);
    BOOST_TEST(base.poll() == 0u);
    BOOST_TEST(!base.stopped());
    std::atomic<int> ran{0};
    std::jthread other([&] {
      asio::post(ctx, [&] { ++ran; });
      if (coio::test::eventually([&] { return ran == 1; })) asio::post(ctx, [&] { ++ran; });
      coio::test::eventually([&] { return ran == 2; });
      guard.reset();
    });
    base.run();
    BOOST_TEST(ran == 2);
    BOOST_TEST(base.stopped());
  }
}

BOOST_AUTO_TEST_CASE(the_base_goes_on_with_what_a_session_has_left) {
  for (const int workers : worker_counts) {
    coio::io_context ctx(workers);
    asio::io_context& base = ctx;
    asio::experimental::concurrent_channel<void(asio::error_code, int)> channel(ctx);
    int received = 0;
    asio::co_spawn(
        ctx,
        [&]() -> asio::awaitable<void> {
          for (; received < 2; ++received)
            co_await channel.async_receive(asio::use_awaitable);
          asio::post(ctx, [&] { ++received; });
        },
        asio::detached);
    BOOST_TEST(ctx.poll() > 0u);
    BOOST_TEST(!ctx.stopped());
    BOOST_TEST(base.poll() == 0u);
    BOOST_TEST(!base.stopped());  // the channel's operation is work of the executor's alone
    std::jthread other([&] {
      channel.async_send({}, 0, asio::detached);
      channel.async_send({}, 0, asio::detached);
    });
    base.run();
    BOOST_TEST(received == 3);
  }
}

BOOST_AUTO_TEST_CASE(the_base_runs_the_tasks_that_a_session_has_left) {
  for (const int workers : worker_counts) {
    coio::io_context ctx(workers);
    asio::io_context& base = ctx;
    int steps = 0;
    asio::co_spawn(
        ctx,
        [&]() -> asio::awaitable<void> {
          for (; steps < 3; ++steps)
            co_await asio::post(ctx, asio::use_awaitable);
        },
        asio::detached);
    BOOST_TEST(ctx.run_one() == 1u);
    BOOST_TEST(steps < 3);
    base.run();
    BOOST_TEST(steps == 3);
  }
}

// Nobody but the end of the session knows of this one.
BOOST_AUTO_TEST_CASE(the_base_runs_a_task_that_a_handler_has_left) {
  for (const int workers : worker_counts) {
    coio::io_context ctx(workers);
    asio::io_context& base = ctx;
    bool ran = false;
    asio::post(base, [&] { asio::post(ctx, [&] { ran = true; }); });
    BOOST_TEST(ctx.run_one() == 1u);
    BOOST_TEST(!ran);
    base.run();
    BOOST_TEST(ran);
  }
}

// A session ends, and another thread posts what lets the base come to an end.
BOOST_AUTO_TEST_CASE(the_base_runs_coroutines_that_sleep_and_have_time_limits) {
  for (const int workers : worker_counts) {
    coio::io_context ctx(workers);
    auto [tx, rx] = coio::sync::channel<int>();
    bool ended = false;
    coio::spawn(ctx, [&]() -> coio::awaitable<void> {
      co_await coio::sleep(1ms);
      asio::error_code ec;
      try {
        co_await coio::timeout(1ms, coio::sleep(1h));
      } catch (const asio::system_error& e) {
        ec = e.code();
      }
      BOOST_TEST((ec == asio::error::timed_out));
      try {
        co_await rx.recv_for(1ms);
      } catch (const asio::system_error& e) {
        ended = e.code() == asio::error::timed_out;
      }
    });
    static_cast<asio::io_context&>(ctx).run();
    BOOST_TEST(ended);
  }
}

BOOST_AUTO_TEST_CASE(a_post_at_the_end_of_a_session) {
  constexpr int rounds = 3000;
  coio::io_context ctx(1);
  asio::io_context& base = ctx;
  std::atomic<int> round{0}, posted{0};
  std::jthread other([&] {
    for (int r = 1; r <= rounds; ++r) {
      coio::test::wait_while(round, r - 1);
      auto guard = asio::make_work_guard(ctx);
      asio::post(ctx, [guard = std::move(guard)]() mutable { guard.reset(); });
      posted = r;
      posted.notify_one();
    }
  });
  for (int r = 1; r <= rounds; ++r) {
    ctx.restart();
    auto guard = asio::make_work_guard(ctx);
    round = r;
    round.notify_one();
    ctx.poll();
    guard.reset();
    base.restart();
    base.run();
    coio::test::wait_while(posted, r - 1);
    // It may have counted its work when the base had come to an end.
    base.restart();
    base.run();
  }
  BOOST_TEST(ctx.poll() == 0u);
}

// Two threads begin to count work at the same time.
BOOST_AUTO_TEST_CASE(a_guard_is_work_of_the_base_at_once) {
  constexpr int rounds = 3000;
  coio::io_context ctx(1);
  asio::io_context& base = ctx;
  std::atomic<int> round{0}, dropped{0}, free{0};
  std::jthread other([&] {
    for (int r = 1; r <= rounds; ++r) {
      coio::test::wait_while(round, r - 1);
      auto guard = asio::make_work_guard(ctx);
      coio::test::wait_while(dropped, r - 1);
      guard.reset();
      free = r;
      free.notify_one();
    }
  });
  int stopped = 0;
  for (int r = 1; r <= rounds; ++r) {
    base.restart();
    round = r;
    round.notify_one();
    {
      const auto guard = asio::make_work_guard(ctx);
      base.poll();
      stopped += base.stopped();
    }
    dropped = r;
    dropped.notify_one();
    coio::test::wait_while(free, r - 1);
  }
  BOOST_TEST(stopped == 0);
}

// Whoever finishes the last work does not touch the context once run() has returned.
BOOST_AUTO_TEST_CASE(the_context_may_be_destroyed_when_run_has_returned) {
  for (int round = 0; round < 2000; ++round) {
    auto ctx = std::make_unique<coio::io_context>(2);
    auto guard = asio::make_work_guard(*ctx);
    std::jthread other([guard = std::move(guard)]() mutable { guard.reset(); });
    ctx->run();
    ctx.reset();
  }
}

BOOST_AUTO_TEST_CASE(stop_of_the_base_stops_the_context) {
  for (const int workers : worker_counts)
    for (int round = 0; round < 20; ++round) {
      coio::io_context ctx(workers);
      asio::io_context& base = ctx;
      const auto guard = asio::make_work_guard(ctx), base_guard = asio::make_work_guard(ctx);
      const auto native = asio::make_work_guard(base);
      asio::steady_timer timer(base, 1h);
      timer.async_wait([](asio::error_code) {});
      coio::test::event running;
      asio::post(ctx, [&] { running.set(); });
      std::jthread other([&] {
        running.wait();
        base.stop();
      });
      ctx.run();
      BOOST_REQUIRE(ctx.stopped());
    }
}

BOOST_AUTO_TEST_CASE(stop_of_the_context_stops_the_base) {
  coio::io_context ctx(2);
  asio::io_context& base = ctx;
  const auto native = asio::make_work_guard(base);
  coio::test::event running;
  asio::post(base, [&] { running.set(); });
  std::jthread other([&] {
    running.wait();
    ctx.stop();
  });
  base.run();
  BOOST_TEST(base.stopped());
}

BOOST_AUTO_TEST_CASE(services) {
  coio::io_context ctx(2);
  asio::use_service<service>(static_cast<asio::execution_context&>(ctx)).value = 7;
  asio::io_context& base = ctx;
  BOOST_TEST(asio::has_service<service>(base));
  BOOST_TEST(asio::use_service<service>(static_cast<asio::execution_context&>(base)).value == 7);
}

// Signals and other objects that are made from the context.
BOOST_AUTO_TEST_CASE(objects_made_from_the_context) {
  coio::io_context ctx(2);
  asio::signal_set signals(ctx, SIGTERM);
  int signal = 0;
  signals.async_wait([&](asio::error_code, int n) { signal = n; });
  asio::ip::tcp::resolver resolver(ctx);
  bool resolved = false;
  resolver.async_resolve("127.0.0.1", "80", asio::ip::resolver_base::numeric_host,
                         [&](asio::error_code e, auto) { resolved = !e; });
  asio::post(ctx, [] { std::raise(SIGTERM); });
  ctx.run();
  BOOST_TEST(signal == SIGTERM);
  BOOST_TEST(resolved);
}
