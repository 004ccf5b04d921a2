// With one worker the context behaves as asio::io_context(1): every case here runs on both.
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <thread>
#include <tuple>
#include <vector>

#include "coio/io_context.hpp"
#include "support.hpp"

using namespace std::chrono_literals;
using coio::test::counted;

using contexts = std::tuple<asio::io_context, coio::io_context>;

// On Windows Asio's stop() is a packet in the queue: what was queued before still runs.
#if defined(COIO_PLATFORM_windows)
using contexts_that_stop_at_once = std::tuple<coio::io_context>;
#else
using contexts_that_stop_at_once = contexts;
#endif

BOOST_AUTO_TEST_CASE_TEMPLATE(run_counts_handlers_and_stops, Context, contexts_that_stop_at_once) {
  Context ctx(1);
  BOOST_TEST(!ctx.stopped());
  int n = 0;
  for (int i = 0; i < 3; ++i)
    asio::post(ctx, [&] { ++n; });
  BOOST_TEST(ctx.run() == 3u);
  BOOST_TEST(n == 3);
  BOOST_TEST(ctx.stopped());

  asio::post(ctx, [&] { ++n; });
  BOOST_TEST(ctx.run() == 0u);
  BOOST_TEST(ctx.run_one() == 0u);
  BOOST_TEST(ctx.poll() == 0u);
  BOOST_TEST(ctx.poll_one() == 0u);
  BOOST_TEST(ctx.run_for(1h) == 0u);
  BOOST_TEST(n == 3);

  ctx.restart();
  BOOST_TEST(!ctx.stopped());
  BOOST_TEST(ctx.run() == 1u);
  BOOST_TEST(n == 4);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(without_work_everything_returns_and_stops, Context, contexts) {
  const auto check = [](auto f) {
    Context ctx(1);
    BOOST_TEST(f(ctx) == 0u);
    BOOST_TEST(ctx.stopped());
    ctx.restart();
    BOOST_TEST(!ctx.stopped());
    BOOST_TEST(f(ctx) == 0u);
  };
  check([](auto& c) { return c.run(); });
  check([](auto& c) { return c.run_one(); });
  check([](auto& c) { return c.poll(); });
  check([](auto& c) { return c.poll_one(); });
  check([](auto& c) { return c.run_for(1h); });
  check([](auto& c) { return c.run_one_for(1h); });
  check([](auto& c) { return c.run_until(std::chrono::steady_clock::now() + 1h); });
  check([](auto& c) { return c.run_until(std::chrono::system_clock::now() + 1h); });
  check([](auto& c) { return c.run_one_until(std::chrono::system_clock::now() + 1h); });
}

BOOST_AUTO_TEST_CASE_TEMPLATE(run_counts_handlers_of_handlers, Context, contexts) {
  Context ctx(1);
  int left = 1000;
  struct chain {
    Context& c;
    int& n;
    void operator()() const {
      if (--n > 0) asio::post(c, *this);
    }
  };
  asio::post(ctx, chain{ctx, left});
  BOOST_TEST(ctx.run() == 1000u);
  BOOST_TEST(left == 0);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(run_counts_timers_and_io, Context, contexts) {
  Context ctx(1);
  asio::steady_timer timer(ctx, 1ms), later(ctx, 2ms);
  int n = 0;
  timer.async_wait([&](asio::error_code e) { n += !e; });
  later.async_wait([&](asio::error_code e) { n += !e; });
  asio::ip::tcp::acceptor acceptor(ctx, {asio::ip::address_v4::loopback(), 0});
  asio::ip::tcp::socket a(ctx), b(ctx);
  acceptor.async_accept(a, [&](asio::error_code e) { n += !e; });
  b.async_connect(acceptor.local_endpoint(), [&](asio::error_code e) { n += !e; });
  BOOST_TEST(counted(ctx.run(), 4));
  BOOST_TEST(n == 4);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(run_one_runs_one, Context, contexts) {
  Context ctx(1);
  int n = 0;
  asio::post(ctx, [&] { ++n; });
  asio::post(ctx, [&] { ++n; });
  BOOST_TEST(ctx.run_one() == 1u);
  BOOST_TEST(n == 1);
  BOOST_TEST(!ctx.stopped());
  BOOST_TEST(ctx.run_one() == 1u);
  BOOST_TEST(n == 2);
  BOOST_TEST(ctx.run_one() == 0u);
  BOOST_TEST(ctx.stopped());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(context_stops_when_its_last_work_is_done, Context, contexts) {
  const auto stops = [](auto run) {
    Context ctx(1);
    asio::post(ctx, [] {});
    run(ctx);
    BOOST_TEST(ctx.stopped());
    BOOST_TEST(static_cast<asio::io_context&>(ctx).stopped());
    asio::post(ctx, [] {});
    BOOST_TEST(ctx.run() == 0u);
    ctx.restart();
    BOOST_TEST(ctx.run() == 1u);
  };
  stops([](Context& ctx) { BOOST_TEST(ctx.run() == 1u); });
  stops([](Context& ctx) { BOOST_TEST(ctx.run_one() == 1u); });
  stops([](Context& ctx) { BOOST_TEST(ctx.poll() == 1u); });
  stops([](Context& ctx) { BOOST_TEST(ctx.poll_one() == 1u); });
  stops([](Context& ctx) {
    auto guard = asio::make_work_guard(ctx);
    BOOST_TEST(ctx.run_one() == 1u);
    BOOST_TEST(!ctx.stopped());
    guard.reset();
  });
}

BOOST_AUTO_TEST_CASE_TEMPLATE(run_one_waits, Context, contexts) {
  Context ctx(1);
  asio::steady_timer timer(ctx, 5ms);
  int n = 0;
  timer.async_wait([&](asio::error_code) { ++n; });
  do
    BOOST_TEST(ctx.run_one() == 1u);
  while (coio::test::on_io_uring && n == 0);
  BOOST_TEST(n == 1);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(poll_does_not_wait, Context, contexts) {
  Context ctx(1);
  asio::steady_timer timer(ctx, 1h);
  int n = 0;
  timer.async_wait([&](asio::error_code) { ++n; });
  BOOST_TEST(counted(ctx.poll(), 0));
  BOOST_TEST(ctx.poll_one() == 0u);
  BOOST_TEST(!ctx.stopped());
  asio::post(ctx, [&] { ++n; });
  asio::post(ctx, [&] { ++n; });
  BOOST_TEST(ctx.poll_one() == 1u);
  BOOST_TEST(n == 1);
  BOOST_TEST(ctx.poll() == 1u);
  BOOST_TEST(n == 2);
  BOOST_TEST(ctx.poll() == 0u);
  timer.cancel();
  BOOST_TEST(ctx.poll() == 1u);
  BOOST_TEST(n == 3);
  ctx.restart();
  BOOST_TEST(ctx.poll() == 0u);
  BOOST_TEST(ctx.stopped());
}

// A wake-up of the context's own may lie before it.
BOOST_AUTO_TEST_CASE_TEMPLATE(poll_one_runs_what_is_ready, Context, contexts) {
  Context ctx(1);
  asio::io_context& base = ctx;
  int n = 0;
  asio::post(ctx, [&] { n += 1; });
  asio::post(base, [&] { n += 10; });
  BOOST_TEST(ctx.run_one() == 1u);
  BOOST_TEST(ctx.poll_one() == 1u);
  BOOST_TEST(n == 11);
  BOOST_TEST(ctx.poll_one() == 0u);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(poll_runs_handlers_of_handlers, Context, contexts) {
  Context ctx(1);
  int n = 0;
  asio::post(ctx, [&] {
    ++n;
    asio::post(ctx, [&] { ++n; });
  });
  BOOST_TEST(ctx.poll() == 2u);
  BOOST_TEST(n == 2);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_time_limit_ends_the_wait_and_does_not_stop, Context, contexts) {
  Context ctx(1);
  const auto guard = asio::make_work_guard(ctx);
  int n = 0;
  asio::post(ctx, [&] { ++n; });
  BOOST_TEST(ctx.run_for(5ms) == 1u);
  BOOST_TEST(n == 1);
  BOOST_TEST(!ctx.stopped());
  BOOST_TEST(ctx.run_one_for(1ms) == 0u);
  BOOST_TEST(ctx.run_until(std::chrono::steady_clock::now() + 1ms) == 0u);
  BOOST_TEST(ctx.run_until(std::chrono::system_clock::now() + 1ms) == 0u);
  BOOST_TEST(ctx.run_one_until(std::chrono::system_clock::now() + 1ms) == 0u);
  BOOST_TEST(!ctx.stopped());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(time_limit_long_ago_has_passed, Context, contexts) {
  Context ctx(1);
  const auto guard = asio::make_work_guard(ctx);
  using system = std::chrono::system_clock;
  BOOST_TEST(ctx.run_until(system::time_point::min()) == 0u);
  BOOST_TEST(ctx.run_one_until(system::time_point::min()) == 0u);
  BOOST_TEST(ctx.run_until(std::chrono::steady_clock::time_point::min()) == 0u);
  BOOST_TEST(!ctx.stopped());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(run_for_ends_when_the_work_does, Context, contexts) {
  Context ctx(1);
  asio::steady_timer timer(ctx, 2ms);
  timer.async_wait([](asio::error_code) {});
  BOOST_TEST(counted(ctx.run_for(1h), 1));
  BOOST_TEST(ctx.stopped());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(stop_leaves_the_rest_queued, Context, contexts_that_stop_at_once) {
  Context ctx(1);
  int n = 0;
  asio::post(ctx, [&] {
    ++n;
    ctx.stop();
    BOOST_TEST(ctx.stopped());
  });
  asio::post(ctx, [&] { ++n; });
  BOOST_TEST(ctx.run() == 1u);
  BOOST_TEST(n == 1);
  BOOST_TEST(ctx.stopped());
  ctx.restart();
  BOOST_TEST(ctx.run() == 1u);
  BOOST_TEST(n == 2);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(stop_before_run, Context, contexts_that_stop_at_once) {
  Context ctx(1);
  int n = 0;
  asio::post(ctx, [&] { ++n; });
  ctx.stop();
  BOOST_TEST(ctx.stopped());
  BOOST_TEST(ctx.run() == 0u);
  BOOST_TEST(n == 0);
  ctx.restart();
  BOOST_TEST(ctx.poll() == 1u);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(stop_from_another_thread, Context, contexts) {
  Context ctx(1);
  const auto guard = asio::make_work_guard(ctx);
  coio::test::event running;
  asio::post(ctx, [&] { running.set(); });
  std::jthread other([&] {
    running.wait();
    ctx.stop();
  });
  BOOST_TEST(ctx.run() == 1u);
  BOOST_TEST(ctx.stopped());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_work_guard_keeps_run_going, Context, contexts) {
  Context ctx(1);
  auto guard = asio::make_work_guard(ctx);
  BOOST_TEST(ctx.poll() == 0u);
  BOOST_TEST(!ctx.stopped());
  int n = 0;
  asio::post(ctx, [&] {
    ++n;
    guard.reset();
  });
  BOOST_TEST(ctx.run() == 1u);
  BOOST_TEST(n == 1);
  BOOST_TEST(ctx.stopped());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(handlers_run_in_the_order_of_their_posts, Context, contexts) {
  Context ctx(1);
  std::vector<int> order;
  for (int i = 0; i < 3; ++i)
    asio::post(ctx, [&, i] {
      order.push_back(i);
      asio::post(ctx, [&, i] { order.push_back(i + 3); });
    });
  ctx.run();
  const std::vector<int> expected{0, 1, 2, 3, 4, 5};
  BOOST_TEST(order == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_hundred_thousand_in_order, Context, contexts) {
  Context ctx(1);
  std::vector<int> order, expected(100'000);
  std::iota(expected.begin(), expected.end(), 0);
  for (const int i : expected)
    asio::post(ctx, [&, i] { order.push_back(i); });
  BOOST_TEST(ctx.run() == 100'000u);
  BOOST_TEST((order == expected));

  order.clear();
  ctx.restart();
  asio::post(ctx, [&] {
    for (const int i : expected)
      asio::post(ctx, [&, i] { order.push_back(i); });
  });
  BOOST_TEST(ctx.run() == 100'001u);
  BOOST_TEST((order == expected));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(dispatch_runs_inside_at_once_and_outside_later, Context, contexts) {
  Context ctx(1);
  std::vector<int> order;
  asio::dispatch(ctx, [&] {
    asio::post(ctx, [&] { order.push_back(3); });
    asio::dispatch(ctx, [&] { order.push_back(1); });
    order.push_back(2);
  });
  BOOST_TEST(order.empty());
  BOOST_TEST(ctx.run() == 2u);
  const std::vector<int> expected{1, 2, 3};
  BOOST_TEST(order == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(handlers_can_run_others, Context, contexts) {
  Context ctx(1);
  std::vector<int> order;
  asio::post(ctx, [&] {
    order.push_back(0);
    BOOST_TEST(ctx.poll_one() == 1u);
    order.push_back(2);
    BOOST_TEST(ctx.run_one() == 1u);
    order.push_back(4);
    BOOST_TEST(ctx.poll() == 2u);
    BOOST_TEST(ctx.poll() == 0u);
    BOOST_TEST(!ctx.stopped());
    BOOST_TEST(ctx.run_one_for(1ms) == 0u);
    order.push_back(7);
  });
  for (const int i : {1, 3, 5, 6})
    asio::post(ctx, [&, i] { order.push_back(i); });
  ctx.run();
  const std::vector<int> expected{0, 1, 2, 3, 4, 5, 6, 7};
  BOOST_TEST(order == expected, boost::test_tools::per_element());
  BOOST_TEST(ctx.stopped());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_context_runs_another, Context, contexts) {
  Context outer(1), inner(1);
  int n = 0;
  asio::post(outer, [&] {
    asio::post(inner, [&] {
      ++n;
      BOOST_TEST(inner.get_executor().running_in_this_thread());
      BOOST_TEST(outer.get_executor().running_in_this_thread());
      asio::dispatch(outer, [&] { ++n; });
      asio::post(outer, [&] { ++n; });
    });
    BOOST_TEST(inner.run() == 1u);
    BOOST_TEST(n == 2);
    BOOST_TEST(!inner.get_executor().running_in_this_thread());
  });
  BOOST_TEST(outer.run() == 2u);
  BOOST_TEST(n == 3);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(an_exception_leaves_the_rest_queued, Context, contexts) {
  Context ctx(1);
  int n = 0;
  asio::post(ctx, [&] { ++n; });
  asio::post(ctx, [] { throw std::runtime_error("handler"); });
  asio::post(ctx, [&] { ++n; });
  BOOST_CHECK_EXCEPTION(ctx.run(), std::runtime_error,
                        [](auto& e) { return e.what() == std::string("handler"); });
  BOOST_TEST(n == 1);
  BOOST_TEST(!ctx.stopped());
  BOOST_TEST(ctx.run() == 1u);
  BOOST_TEST(n == 2);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(timers_fire_in_order, Context, contexts) {
  Context ctx(1);
  std::vector<int> order;
  std::vector<std::unique_ptr<asio::steady_timer>> timers;
  const auto now = std::chrono::steady_clock::now();
  for (const int i : {5, 2, 4, 1, 3}) {
    timers.push_back(std::make_unique<asio::steady_timer>(ctx, now + i * 1ms));
    timers.back()->async_wait([&, i](asio::error_code) { order.push_back(i); });
  }
  BOOST_TEST(counted(ctx.run(), 5));
  const std::vector<int> expected{1, 2, 3, 4, 5};
  BOOST_TEST(order == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(all_handlers_run_on_the_callers_thread, Context, contexts) {
  Context ctx(1);
  const auto self = std::this_thread::get_id();
  int elsewhere = 0;
  asio::steady_timer timer(ctx, 1ms);
  timer.async_wait([&](asio::error_code) { elsewhere += std::this_thread::get_id() != self; });
  for (int i = 0; i < 100; ++i)
    asio::post(ctx, [&] { elsewhere += std::this_thread::get_id() != self; });
  BOOST_TEST(counted(ctx.run(), 101));
  BOOST_TEST(elsewhere == 0);
}

// Asio has them no more since 1.33.
#if !defined(ASIO_NO_DEPRECATED) && ASIO_VERSION < 103300
BOOST_AUTO_TEST_CASE_TEMPLATE(deprecated_members, Context, contexts) {
  Context ctx(1);
  int n = 0;
  ctx.post([&] { ++n; });
  ctx.dispatch([&] { ++n; });
  ctx.post(ctx.wrap([&] { ++n; }));
  asio::error_code ec = asio::error::eof;
  BOOST_TEST(ctx.run(ec) == 3u);
  BOOST_TEST(!ec);
  BOOST_TEST(n == 3);
  ctx.reset();
  ctx.post([&] { ++n; });
  BOOST_TEST(ctx.poll(ec) == 1u);
}
#endif

// Of two workers, one stops the context with a task in its queue. The other, which has had no task
// so far, finds it.
BOOST_AUTO_TEST_CASE(poll_runs_what_a_stopped_worker_has_left_in_its_queue) {
  for (int round = 0; round < 50; ++round) {
    coio::io_context ctx(2);
    coio::test::latch begun(2), stopped(2);
    bool ran = false;
    asio::post(static_cast<asio::io_context&>(ctx), [&] {
      begun.arrive_and_wait();
      stopped.arrive_and_wait();
    });
    asio::post(ctx, [&] {
      begun.arrive_and_wait();
      asio::post(ctx, [&] { ran = true; });
      ctx.stop();
      stopped.arrive_and_wait();
    });
    ctx.run();
    BOOST_TEST(!ran);
    ctx.restart();
    BOOST_TEST(ctx.poll() == 1u);
    BOOST_TEST(ran);
  }
}
