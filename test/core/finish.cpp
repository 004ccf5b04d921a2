// run() ends exactly when all is done: not before, and not never.
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <future>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

#include "coio/io_context.hpp"
#include "support.hpp"

using namespace std::chrono_literals;
using coio::test::counted;

namespace {

// Many short runs: the last pieces of work end at the same time in different places.
constexpr int rounds = 200;
constexpr int worker_counts[] = {1, 2, 4};

// Work that is counted until it is destroyed.
auto tracked(coio::io_context& ctx) {
  return asio::require(ctx.get_executor(), asio::execution::outstanding_work.tracked);
}

}  // namespace

BOOST_AUTO_TEST_CASE(posts) {
  for (const int workers : worker_counts) {
    coio::io_context ctx(workers);
    for (int round = 0; round < rounds; ++round) {
      std::atomic<int> ran{0};
      for (int i = 0; i < 8; ++i)
        asio::post(ctx, [&] {
          ++ran;
          asio::post(ctx, [&] { ++ran; });
        });
      const auto n = ctx.run();
      BOOST_REQUIRE(n == 16u);
      BOOST_REQUIRE(ran == 16);
      BOOST_REQUIRE(ctx.stopped());
      ctx.restart();
    }
  }
}

BOOST_AUTO_TEST_CASE(timers_on_several_shards) {
  for (const int workers : worker_counts) {
    coio::io_context ctx(workers);
    for (int round = 0; round < rounds / 4; ++round) {
      std::atomic<int> fired{0};
      std::vector<std::unique_ptr<asio::steady_timer>> timers(16);
      // Made on workers, so that they spread.
      for (std::size_t i = 0; i < timers.size(); ++i)
        asio::post(ctx, [&, i] {
          timers[i] = std::make_unique<asio::steady_timer>(ctx.get_executor(), i * 100us);
          timers[i]->async_wait([&](asio::error_code e) { fired += !e; });
        });
      BOOST_REQUIRE(counted(ctx.run(), 32));
      BOOST_REQUIRE(fired == 16);
      timers.clear();
      ctx.restart();
    }
  }
}

BOOST_AUTO_TEST_CASE(a_guard_released_by_another_thread) {
  for (const int workers : worker_counts) {
    coio::io_context ctx(workers);
    for (int round = 0; round < rounds; ++round) {
      std::atomic<bool> released{false};
      coio::test::event running;
      asio::post(ctx, [&] { running.set(); });
      std::jthread other([&, guard = asio::make_work_guard(ctx)]() mutable {
        running.wait();
        released = true;
        guard.reset();
      });
      ctx.run();
      BOOST_REQUIRE(released);
      ctx.restart();
    }
  }
}

// Work of a shard that only Asio counts.
BOOST_AUTO_TEST_CASE(work_of_the_base) {
  for (const int workers : worker_counts) {
    coio::io_context ctx(workers);
    asio::io_context& base = ctx;
    for (int round = 0; round < rounds / 4; ++round) {
      std::atomic<int> ran{0};
      asio::steady_timer timer(base, 1ms);
      timer.async_wait([&](asio::error_code) {
        ++ran;
        asio::post(base, [&] {
          ++ran;
          asio::post(ctx, [&] { ++ran; });
        });
      });
      BOOST_REQUIRE(counted(ctx.run(), 3));
      BOOST_REQUIRE(ran == 3);
      ctx.restart();
    }
  }
}

BOOST_AUTO_TEST_CASE(a_guard_of_the_base_released_by_another_thread) {
  for (const int workers : worker_counts) {
    coio::io_context ctx(workers);
    asio::io_context& base = ctx;
    for (int round = 0; round < rounds; ++round) {
      std::atomic<bool> released{false};
      coio::test::event running;
      asio::post(ctx, [&] { running.set(); });
      std::jthread other([&, guard = asio::make_work_guard(base)]() mutable {
        running.wait();
        released = true;
        guard.reset();
      });
      ctx.run();
      BOOST_REQUIRE(released);
      ctx.restart();
    }
  }
}

BOOST_AUTO_TEST_CASE(the_last_handler_runs_when_others_have_nothing) {
  for (const int workers : worker_counts)
    for (int round = 0; round < rounds; ++round) {
      coio::io_context ctx(workers);
      bool done = false;
      asio::co_spawn(
          ctx,
          [&]() -> asio::awaitable<void> {
            asio::steady_timer timer(co_await asio::this_coro::executor);
            for (int i = 0; i < 3; ++i) {
              timer.expires_after(50us);
              co_await timer.async_wait(asio::use_awaitable);
              co_await asio::post(asio::use_awaitable);
            }
            done = true;
          },
          asio::detached);
      ctx.run();
      BOOST_REQUIRE(done);
    }
}

BOOST_AUTO_TEST_CASE(several_callers_of_run) {
  for (const int workers : worker_counts)
    for (const int callers : {2, 4}) {
      coio::io_context ctx(workers);
      for (int round = 0; round < rounds / 4; ++round) {
        std::atomic<int> ran{0};
        std::atomic<std::size_t> counted{0};
        for (int i = 0; i < 100; ++i)
          asio::post(ctx, [&] {
            ++ran;
            asio::post(ctx, [&] { ++ran; });
          });
        std::vector<std::jthread> threads;
        for (int k = 0; k < callers; ++k)
          threads.emplace_back([&] { counted += ctx.run(); });
        threads.clear();
        BOOST_REQUIRE(ran == 200);
        BOOST_REQUIRE(counted == 200u);
        ctx.restart();
      }
    }
}

// With spawn_threads off the callers are the workers, and no thread is made.
BOOST_AUTO_TEST_CASE(callers_as_workers) {
  coio::options o;
  o.workers = 3;
  o.spawn_threads = false;
  coio::io_context ctx(o);
  for (int round = 0; round < rounds / 4; ++round) {
    std::atomic<int> ran{0};
    for (int i = 0; i < 100; ++i)
      asio::post(ctx, [&] { ++ran; });
    std::vector<std::jthread> threads;
    for (int k = 0; k < 3; ++k)
      threads.emplace_back([&] { ctx.run(); });
    threads.clear();
    BOOST_REQUIRE(ran == 100);
    ctx.restart();
  }
}

BOOST_AUTO_TEST_CASE(poll_and_run_one_serve_all_shards) {
  coio::io_context ctx(4);
  std::vector<std::unique_ptr<asio::steady_timer>> timers(16);
  int fired = 0;
  // Made in a run, so that they spread over the shards; left pending by stop().
  asio::post(ctx, [&] {
    for (auto& t : timers) {
      t = std::make_unique<asio::steady_timer>(ctx.get_executor(), 1ms);
      t->async_wait([&](asio::error_code e) { fired += !e; });
    }
    ctx.stop();
  });
  ctx.run();
  ctx.restart();
  // All fire on this thread.
  const int early = fired;
  BOOST_TEST(ctx.run_one_for(coio::test::failsafe) + static_cast<unsigned>(early) >= 1u);
  BOOST_TEST(coio::test::eventually([&] { return ctx.poll(), fired == 16; }));
  ctx.poll();
  BOOST_TEST(ctx.stopped());
}

// A handler of the base, which executors do not see, and another thread finish one piece of work
// each that the handler's worker has started: the worker's share stays above zero.
BOOST_AUTO_TEST_CASE(work_finished_in_a_base_handler_and_elsewhere_ends_the_run) {
  for (const int workers : worker_counts) {
    coio::io_context ctx(workers);
    for (int round = 0; round < rounds / 4; ++round) {
      asio::post(static_cast<asio::io_context&>(ctx), [&] {
        std::optional one(tracked(ctx)), two(tracked(ctx));
        std::jthread([&] { one.reset(); }).join();
        two.reset();
      });
      ctx.run();
      BOOST_REQUIRE(ctx.stopped());
      ctx.restart();
    }
  }
}

// As above, and then the handler waits for work that it starts on another shard.
BOOST_AUTO_TEST_CASE(work_started_in_a_base_handler_at_the_end_of_the_work_is_served) {
  for (const int workers : {2, 4}) {
    coio::io_context ctx(workers);
    for (int round = 0; round < rounds / 4; ++round) {
      bool served = false;
      asio::post(static_cast<asio::io_context&>(ctx), [&] {
        std::optional one(tracked(ctx)), two(tracked(ctx));
        std::jthread([&] { one.reset(); }).join();
        two.reset();
        std::this_thread::sleep_for(1ms);  // so that the others mostly have come out
        std::vector<std::unique_ptr<asio::steady_timer>> timers;
        std::promise<void> expired;
        std::atomic<int> left{workers - 1};
        for (int i = 0; i < workers; ++i)
          timers.push_back(std::make_unique<asio::steady_timer>(ctx.next_executor(), 0ms));
        for (auto& t : timers)
          if (&asio::query(t->get_executor(), asio::execution::context) != &ctx)
            t->async_wait([&](asio::error_code) {
              if (--left == 0) expired.set_value();
            });
        served = expired.get_future().wait_for(coio::test::failsafe) == std::future_status::ready;
      });
      ctx.run();
      BOOST_REQUIRE(served);
      ctx.restart();
    }
  }
}
