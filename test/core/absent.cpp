// Shards whose worker has no thread, or is elsewhere: those that there are do what it would.
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <future>
#include <list>
#include <stdexcept>
#include <thread>

#include "coio/io_context.hpp"
#include "support.hpp"

using namespace std::chrono_literals;
using coio::test::eventually;
using coio::test::failsafe;

namespace {

coio::options without_threads(int workers, bool monitor = false) {
  coio::options o;
  o.workers = workers;
  o.spawn_threads = false;
  o.monitor = monitor;
  return o;
}

// The base of the second shard, whose worker has a thread only if two threads run the context.
asio::io_context& second_base(coio::io_context& ctx) {
  return asio::query(ctx.next_executor(), asio::execution::context);
}

// What is always ready in a shard, each for some time, until it is told to end, or so many have
// run.
class endless {
 public:
  endless(asio::io_context& c, int chains, std::chrono::microseconds each = 0us)
      : context_(c), each_(each) {
    for (int i = 0; i < chains; ++i)
      asio::post(c, [this] { link(); });
  }
  void end() { on_ = false; }
  // Whether it was told to.
  bool ended() const { return ran_ < most; }

 private:
  static constexpr int most = 300'000;
  void link() {
    for (const auto end = std::chrono::steady_clock::now() + each_;
         std::chrono::steady_clock::now() < end;) {
    }
    if (on_ && ran_ < most) {
      ++ran_;
      asio::post(context_, [this] { link(); });
    }
  }
  asio::io_context& context_;
  const std::chrono::microseconds each_;
  std::atomic<bool> on_{true};
  std::atomic<int> ran_{0};
};

}  // namespace

BOOST_AUTO_TEST_CASE(shard_that_is_always_ready_starves_no_task_of_the_only_thread) {
  for (const bool one_at_a_time : {false, true}) {
    coio::io_context ctx(without_threads(2));
    endless other(second_base(ctx), 1);
    asio::post(ctx, [&] { other.end(); });
    if (one_at_a_time)
      while (ctx.run_one() != 0) {
      }
    else
      ctx.run();
    BOOST_TEST(other.ended());
  }
}

// Of three shards, the first is the thread's own.
BOOST_AUTO_TEST_CASE(shard_that_is_always_ready_starves_no_other) {
  for (const bool one_at_a_time : {false, true}) {
    coio::io_context ctx(without_threads(3));
    asio::io_context& second = second_base(ctx);
    asio::io_context& third = second_base(ctx);
    asio::io_context& own = ctx;
    endless a(own, 1), b(second, 1);
    asio::post(third, [&] {
      a.end();
      b.end();
    });
    if (one_at_a_time)
      while (ctx.run_one() != 0) {
      }
    else
      ctx.run();
    BOOST_TEST((a.ended() && b.ended()));
  }
}

// Endless tasks, one handler a call, and the own shard always ready.
BOOST_AUTO_TEST_CASE(shard_without_a_worker_is_served_between_tasks) {
  coio::io_context ctx(without_threads(2));
  asio::io_context& own = ctx;
  endless a(own, 1);
  std::atomic<bool> done{false};
  int tasks = 0;
  struct chain {
    coio::io_context& ctx;
    std::atomic<bool>& done;
    int& tasks;
    void operator()() const {
      if (!done && ++tasks < 300'000) asio::post(ctx, *this);
    }
  };
  asio::post(ctx, chain{ctx, done, tasks});
  asio::post(second_base(ctx), [&] {
    done = true;
    a.end();
  });
  while (ctx.run_one() != 0) {
  }
  BOOST_TEST(a.ended());
  BOOST_TEST(tasks < 300'000);
}

// What is not counted by the context, while nothing else is left: each call runs one, and says so.
BOOST_AUTO_TEST_CASE(run_one_runs_one_handler_of_the_base_of_an_absent_worker) {
  coio::io_context ctx(without_threads(2));
  asio::io_context& other = second_base(ctx);
  int ran = 0;
  asio::steady_timer a(other, 1ms), b(other, 1ms);
  a.async_wait([&](asio::error_code) { ++ran; });
  b.async_wait([&](asio::error_code) { ++ran; });
  BOOST_TEST(ctx.run_one() == 1u);
  BOOST_TEST(ran == 1);
  BOOST_TEST(ctx.run_one() == 1u);
  BOOST_TEST(ran == 2);
  BOOST_TEST(ctx.run_one() == 0u);
}

BOOST_AUTO_TEST_CASE(exception_of_the_base_of_an_absent_worker_comes_out_at_once) {
  coio::io_context ctx(without_threads(2));
  asio::io_context& other = second_base(ctx);
  asio::steady_timer throws(other, 1ms), later(other, failsafe);
  throws.async_wait([](asio::error_code) { throw std::runtime_error("a"); });
  asio::error_code how;
  later.async_wait([&](asio::error_code e) { how = e; });
  BOOST_CHECK_EXCEPTION(ctx.run(), std::runtime_error,
                        [](const auto& e) { return e.what() == std::string("a"); });
  later.cancel();
  BOOST_TEST(ctx.run() == 1u);
  BOOST_TEST(how == asio::error::operation_aborted);
}

// The session asks, but that shard always has something: a post from outside is seen.
BOOST_AUTO_TEST_CASE(post_from_outside_runs_beside_an_endless_base_of_an_absent_worker) {
  coio::io_context ctx(without_threads(2));
  endless other(second_base(ctx), 1, 100us);  // half a minute
  std::jthread poster([&] { asio::post(ctx, [&] { other.end(); }); });
  ctx.run();
  BOOST_TEST(other.ended());
}

// A thread that runs the first shard by way of the base receives the wake-up that tells the only
// worker to look after the second shard.
BOOST_AUTO_TEST_CASE(shard_that_is_first_used_beside_a_thread_of_the_base_is_served) {
  for (int round = 0; round < 50; ++round) {
    coio::io_context ctx(without_threads(2));
    asio::io_context& base = ctx;
    auto guard = asio::make_work_guard(ctx);
    std::jthread worker([&] { ctx.run(); });
    BOOST_REQUIRE(eventually([&] { return ctx.metrics().workers[0].parks > 0; }));
    std::promise<void> in_base;
    asio::post(base, [&] { in_base.set_value(); });
    std::jthread other([&] { base.run(); });
    in_base.get_future().wait();
    asio::steady_timer timer(ctx.next_executor(), 1ms);
    std::promise<void> fired;
    timer.async_wait([&](asio::error_code) { fired.set_value(); });
    const bool in_time = fired.get_future().wait_for(failsafe) == std::future_status::ready;
    BOOST_TEST(in_time);
    guard.reset();
    if (!in_time) ctx.stop();
    worker.join();
    other.join();
    if (!in_time) break;
  }
}

// The shard of the other one is always ready.
BOOST_AUTO_TEST_CASE(run_for_that_helps_ends_at_its_time) {
  coio::io_context ctx(without_threads(2, true));
  std::atomic<bool> on{true};
  std::atomic<int> ran{0};
  constexpr int most = 100'000;
  struct object {  // whose handlers executors see, as the monitor does
    asio::steady_timer timer;
    std::atomic<bool>& on;
    std::atomic<int>& ran;
    void wait() {
      timer.expires_after(0us);
      timer.async_wait([this](asio::error_code) {
        for (const auto end = std::chrono::steady_clock::now() + 50us;
             std::chrono::steady_clock::now() < end;) {
        }
        if (on && ++ran < most) wait();
      });
    }
  };
  std::list<object> ready;
  for (int i = 0; i < 8; ++i)
    ready.push_back({asio::steady_timer(ctx), on, ran});
  for (object& o : ready)
    o.wait();
  std::jthread thread([&] { ctx.run(); });
  BOOST_REQUIRE(eventually([&] { return ctx.metrics().workers_running == 1; }));
  do
    ctx.run_for(20ms);
  while (ctx.metrics().workers[1].assists_given == 0 && ran < most);
  BOOST_TEST(ran < most);
  on = false;
  thread.join();
}

// One is in a handler that waits for a task that it has posted: the monitor sees that.
BOOST_AUTO_TEST_CASE(threads_of_run_for_help_each_other) {
  coio::io_context ctx(without_threads(2, true));
  auto guard = asio::make_work_guard(ctx);
  std::promise<void> ran;
  std::atomic<bool> in_time{false};
  asio::steady_timer timer(ctx, 1ms);
  timer.async_wait([&](asio::error_code) {
    asio::post(ctx, [&] { ran.set_value(); });
    in_time = ran.get_future().wait_for(failsafe) == std::future_status::ready;
    guard.reset();
  });
  std::jthread other([&] { ctx.run_for(failsafe * 2); });
  ctx.run_for(failsafe * 2);
  BOOST_TEST(in_time);
}

// A worker serves the first shard, where there is always something ready, when its own is first
// used.
BOOST_AUTO_TEST_CASE(server_of_a_saturated_first_shard_goes_home) {
  coio::options o;
  o.workers = 2;
  o.monitor = false;  // which would help
  coio::io_context ctx(o);
  asio::io_context& base = ctx;
  auto guard = asio::make_work_guard(ctx);
  std::jthread thread([&] { ctx.run(); });
  BOOST_REQUIRE(eventually([&] { return ctx.metrics().shards[0].servers == 2; }));
  endless ready(base, 8, 20us);
  asio::steady_timer timer(ctx.next_executor(), 1ms);
  timer.async_wait([&](asio::error_code) {
    ready.end();
    guard.reset();
  });
  thread.join();
  BOOST_TEST(ready.ended());
}
