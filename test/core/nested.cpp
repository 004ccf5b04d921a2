// Handlers that run handlers, of their own context or of another, with several workers.
#include <algorithm>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <cstdint>
#include <optional>
#include <thread>

#include "coio/io_context.hpp"
#include "connected.hpp"
#include "support.hpp"

using namespace std::chrono_literals;

BOOST_AUTO_TEST_CASE(poll_in_handlers_of_all_workers) {
  for (const int workers : {2, 4}) {
    coio::io_context ctx(workers);
    std::atomic<int> ran{0};
    for (int i = 0; i < 200; ++i)
      asio::post(ctx, [&] {
        for (int k = 0; k < 5; ++k)
          asio::post(ctx, [&] { ++ran; });
        ctx.poll_one();
        ctx.poll();
        ++ran;
      });
    ctx.run();
    BOOST_TEST(ran == 1200);
    BOOST_TEST(ctx.stopped());
  }
}

// run_one() within a handler waits for what another worker's handler makes.
BOOST_AUTO_TEST_CASE(run_one_in_a_handler_waits) {
  for (const int workers : {1, 2, 4}) {
    coio::io_context ctx(workers);
    std::atomic<bool> fired{false};
    bool waited = false;
    asio::post(ctx, [&] {
      asio::steady_timer timer(ctx.get_executor(), 1ms);
      timer.async_wait([&](asio::error_code e) { fired = !e; });
      // Another worker may run it: then there is nothing left to wait for but the limit.
      waited = coio::test::eventually([&] { return ctx.run_one_for(1ms), fired.load(); });
    });
    ctx.run();
    BOOST_TEST(waited);
    BOOST_TEST(ctx.stopped());
  }
}

// Asio's count of the work in a context for one thread is too small meanwhile.
BOOST_AUTO_TEST_CASE(polls_in_a_base_handler_end_no_run_that_has_work) {
  for (const int workers : {1, 2}) {
    coio::io_context ctx(workers);
    asio::io_context& base = ctx;
    auto guard = std::make_optional(asio::make_work_guard(ctx));
    std::atomic<int> ran{0};
    const auto poll_often = [&](int times) {
      for (int i = 0; i < times; ++i) {
        const int before = ran;
        asio::post(ctx, [&] { ++ran; });
        coio::test::eventually([&] { return ctx.poll(), ran > before; });
      }
    };
    coio::test::event over;
    asio::post(base, [&] {
      poll_often(5);
      asio::post(ctx, [&] { ++ran; });
      asio::post(base, [&] { poll_often(5); });
      ctx.poll();
      over.set();
    });
    std::thread other([&] {
      over.wait();
      BOOST_TEST(!ctx.stopped());
      std::atomic<bool> done{false};
      asio::post(ctx, [&] { done = true; });
      BOOST_TEST(coio::test::eventually([&] { return done.load(); }));
      guard.reset();
    });
    ctx.run();
    other.join();
    BOOST_TEST(ran == 11);
    BOOST_TEST(ctx.stopped());
  }
}

// The same for what a task starts, and what completes at once.
BOOST_AUTO_TEST_CASE(polls_in_a_task_that_run_its_operations_end_no_run_that_has_work) {
  for (const int workers : {1, 2}) {
    coio::io_context ctx(workers);
    coio::test::stream_protocol::socket from(ctx), to(ctx);
    coio::test::connect_pair(from, to);
    asio::steady_timer timer(ctx, 5ms);
    bool fired = false;
    timer.async_wait([&](asio::error_code ec) { fired = !ec; });
    std::atomic<int> written{0};
    const char byte = 'x';
    asio::post(ctx, [&] {
      for (int i = 0; i < 5; ++i) {
        from.async_write_some(asio::buffer(&byte, 1),
                              [&](asio::error_code, std::size_t) { ++written; });
        coio::test::eventually([&] { return ctx.poll(), written > i || ctx.stopped(); });
      }
    });
    ctx.run();
    BOOST_TEST(written == 5);
    BOOST_TEST(fired);
  }
}

BOOST_AUTO_TEST_CASE(a_stopped_context_runs_nothing_in_a_handler) {
  coio::io_context ctx(2);
  std::size_t n = 1;
  asio::post(ctx, [&] {
    asio::post(ctx, [] {});
    ctx.stop();
    n = ctx.poll() + ctx.run_one() + ctx.run_for(1h);
  });
  ctx.run();
  BOOST_TEST(n == 0u);
}

// Each handler of the outer context runs an inner context to its end, several at once.
BOOST_AUTO_TEST_CASE(contexts_within_contexts) {
  for (const int workers : {1, 2}) {
    coio::io_context outer(workers);
    std::atomic<int> ran{0};
    for (int i = 0; i < 10; ++i)
      asio::post(outer, [&, workers] {
        coio::io_context inner(workers);
        for (int k = 0; k < 10; ++k)
          asio::post(inner, [&] {
            ++ran;
            asio::post(outer, [&] { ++ran; });
            asio::post(inner, [&] { ++ran; });
          });
        inner.run();
      });
    outer.run();
    BOOST_TEST(ran == 300);
  }
}

// A wake-up that a handler has deferred is queued when that has returned. A run function within the
// handler does not wait for it.
BOOST_AUTO_TEST_CASE(run_one_in_a_completion_that_has_posted_wakes_for_posts_from_outside) {
  for (const int workers : {1, 2, 4}) {
    coio::options o;
    o.workers = workers;
    o.spawn_threads = false;
    o.monitor = false;
    coio::io_context ctx(o);
    std::thread outside;
    int ran = 0;
    asio::steady_timer timer(ctx, 1ms);
    timer.async_wait([&](asio::error_code) {
      asio::post(ctx, [&] { ++ran; });
      ctx.run_one();
      BOOST_TEST(ran == 1);
      outside = std::thread([&] {
        std::this_thread::sleep_for(20ms);  // until it waits; if not, the test shows nothing
        asio::post(ctx, [&] { ++ran; });
      });
      BOOST_TEST(ctx.run_one_for(coio::test::failsafe) == 1u);
      BOOST_TEST(ran == 2);
    });
    ctx.run();
    outside.join();
  }
}

namespace {

// The span of stack that handlers were on.
struct stack_span {
  std::uintptr_t lowest = ~std::uintptr_t(0), highest = 0;
  void note() {
    const auto here = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
    lowest = std::min(lowest, here);
    highest = std::max(highest, here);
  }
};

}  // namespace

// Its threads are fewer than its workers, and there are I/O objects in the shards of the others.
BOOST_AUTO_TEST_CASE(wakeups_of_a_worker_that_looks_after_others_do_not_nest) {
  for (const int workers : {2, 4}) {
    coio::options o;
    o.workers = workers;
    o.spawn_threads = false;
    coio::io_context ctx(o);
    for (int i = 0; i < workers; ++i)
      ctx.next_executor();
    auto guard = asio::make_work_guard(ctx);
    stack_span stack;
    std::atomic<int> ran{0};
    bool all = true;
    std::thread outside([&] {
      for (int i = 0; i < 1000 && all; ++i) {
        asio::post(ctx, [&] {
          stack.note();
          ++ran;
        });
        // Each wakes the worker anew.
        all = coio::test::eventually([&, i] { return ran == i + 1; });
      }
      guard.reset();
      if (!all) ctx.stop();
    });
    ctx.run();
    outside.join();
    BOOST_TEST(ran == 1000);
    BOOST_TEST(stack.highest - stack.lowest < 4096u);
  }
}
