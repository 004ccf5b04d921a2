// Handlers and work of the asio::io_context base, of which executors know nothing, beside the
// context's own; and threads that come and go.
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <memory>
#include <stdexcept>
#include <thread>
#include <vector>

#include "coio/io_context.hpp"
#include "support.hpp"

using namespace std::chrono_literals;
using coio::test::event;
using coio::test::eventually;

namespace {

using timers = std::vector<std::unique_ptr<asio::steady_timer>>;

// A context without a monitor, so that nothing mends what is lost.
coio::options alone(int workers, bool spawn_threads = true) {
  coio::options o;
  o.workers = workers;
  o.spawn_threads = spawn_threads;
  o.monitor = false;
  return o;
}

// run() on a thread of its own, with a guard of the context.
class runner {
 public:
  explicit runner(coio::io_context& ctx)
      : guard_(ctx.get_executor()), thread_([this, &ctx] {
          ctx.run();
          ended_ = true;
        }) {}

  void release() { guard_.reset(); }
  bool ended() const { return ended_; }

 private:
  asio::executor_work_guard<coio::io_context::executor_type> guard_;
  std::atomic<bool> ended_{false};
  std::jthread thread_;
};

// After something odd has happened on its only worker: it takes a post, and ends with its work.
void check_alive(coio::io_context& ctx, runner& r) {
  std::atomic<bool> ran{false};
  asio::post(ctx, [&] { ran = true; });
  BOOST_TEST(eventually([&] { return ran.load(); }));
  r.release();
  BOOST_TEST(eventually([&] { return r.ended(); }));
}

}  // namespace

BOOST_AUTO_TEST_CASE(run_for_within_a_handler_of_the_base) {
  coio::io_context ctx(alone(1));
  runner r(ctx);
  event done;
  asio::post(static_cast<asio::io_context&>(ctx), [&] {
    ctx.run_for(5ms);
    done.set();
  });
  BOOST_TEST(done.wait());
  check_alive(ctx, r);
}

// On io_uring asio::io_context itself does not come out of such a run_one().
BOOST_AUTO_TEST_CASE(run_one_within_a_handler_of_the_base,
                     *boost::unit_test::enable_if<!coio::test::on_io_uring>()) {
  coio::io_context ctx(alone(1));
  runner r(ctx);
  event done;
  asio::steady_timer timer(ctx.get_executor(), 5ms);
  std::atomic<bool> ran{false};
  asio::post(static_cast<asio::io_context&>(ctx), [&] {
    timer.async_wait([&](asio::error_code) { asio::post(ctx, [&] { ran = true; }); });
    BOOST_TEST(ctx.run_one() == 1u);
    BOOST_TEST(!ran);
    done.set();
  });
  BOOST_TEST(done.wait());
  BOOST_TEST(eventually([&] { return ran.load(); }));
  check_alive(ctx, r);
}

// As with asio::io_context: the exception does not unwind through the caller.
BOOST_AUTO_TEST_CASE(exception_in_dispatch_within_a_handler_of_the_base_leaves_run_afterwards) {
  coio::io_context ctx(alone(1));
  bool went_on = false, later = false;
  asio::post(static_cast<asio::io_context&>(ctx), [&] {
    asio::post(ctx, [&] { later = true; });
    asio::dispatch(ctx, [] { throw std::runtime_error("x"); });
    went_on = true;
  });
  BOOST_CHECK_THROW(ctx.run(), std::runtime_error);
  BOOST_TEST(went_on);
  BOOST_TEST(!later);
  BOOST_TEST(ctx.run() == 1u);
  BOOST_TEST(later);
}

BOOST_AUTO_TEST_CASE(a_post_does_not_wait_for_a_handler_of_the_base) {
  coio::io_context ctx(alone(1));
  runner r(ctx);
  event begun, go_on;
  std::atomic<bool> posted{false};
  asio::post(static_cast<asio::io_context&>(ctx), [&] {
    begun.set();
    BOOST_TEST(go_on.wait());
    BOOST_TEST(posted);
  });
  BOOST_TEST(begun.wait());
  r.release();  // summons the worker, which does not come
  asio::post(ctx, [] {});
  posted = true;
  go_on.set();
  BOOST_TEST(eventually([&] { return r.ended(); }));
}

BOOST_AUTO_TEST_CASE(idle_workers_take_a_post_while_one_is_in_a_handler_of_the_base) {
  coio::io_context ctx(3);
  runner r(ctx);
  timers all(6);
  event made, begun, ran;
  asio::post(ctx, [&] {
    for (auto& t : all)
      t = std::make_unique<asio::steady_timer>(ctx.get_executor());
    made.set();
  });
  BOOST_TEST(made.wait());
  asio::post(static_cast<asio::io_context&>(ctx), [&] {
    begun.set();
    BOOST_TEST(ran.wait());
  });
  BOOST_TEST(begun.wait());
  asio::post(ctx, [&] { ran.set(); });
  r.release();
  BOOST_TEST(eventually([&] { return r.ended(); }));
}

BOOST_AUTO_TEST_CASE(run_one_takes_a_task_that_lies_behind_a_wake_up) {
  for (int before = 0; before < 40; ++before) {
    coio::io_context ctx(alone(1));
    const auto guard = asio::make_work_guard(ctx);
    for (int i = 0; i < before; ++i)
      asio::post(ctx, [] {});
    ctx.poll();
    int ran = 0;
    asio::post(static_cast<asio::io_context&>(ctx), [&] {
      asio::post(ctx, [&] { ++ran; });
      ctx.stop();
    });
    ctx.run();
    ctx.restart();
    BOOST_TEST(ctx.run_one_for(coio::test::failsafe) == 1u);
    BOOST_TEST(ran == 1);
  }
}

BOOST_AUTO_TEST_CASE(poll_of_the_base_returns_although_a_wake_up_was_left) {
  coio::io_context ctx(alone(1));
  asio::io_context& base = ctx;
  int ran = 0;
  asio::post(base, [&] {
    asio::post(ctx, [&] { ++ran; });
    ctx.stop();
  });
  ctx.run();
  ctx.restart();
  base.poll();
  ctx.restart();
  ctx.poll();
  BOOST_TEST(ran == 1);
}

BOOST_AUTO_TEST_CASE(a_guard_of_the_base_keeps_many_workers) {
  coio::io_context ctx(8);
  auto guard = asio::make_work_guard(static_cast<asio::io_context&>(ctx));
  std::atomic<bool> ended{false};
  std::jthread thread([&] {
    ctx.run();
    ended = true;
  });
  timers all(8);  // the workers live in their own shards from now on
  for (auto& t : all)
    t = std::make_unique<asio::steady_timer>(ctx.get_executor(), 1h);
  BOOST_TEST(!eventually([&] { return ended.load(); }, 300ms));
  guard.reset();
  BOOST_TEST(eventually([&] { return ended.load(); }));
}

BOOST_AUTO_TEST_CASE(who_stays_serves_the_shard_of_a_worker_that_has_left) {
  coio::io_context ctx(alone(2, false));
  runner first(ctx);
  BOOST_TEST(eventually([&] { return ctx.metrics().workers_running == 1; }));
  timers all(4);
  std::atomic<int> fired{0};
  std::jthread second([&] { ctx.run_for(20ms); });
  BOOST_TEST(eventually([&] { return ctx.metrics().workers_running == 2; }));
  event made;
  asio::post(ctx, [&] {
    for (auto& t : all) {
      t = std::make_unique<asio::steady_timer>(ctx.get_executor(), 60ms);
      t->async_wait([&](asio::error_code e) { fired += !e; });
    }
    made.set();
  });
  BOOST_TEST(made.wait());
  second.join();
  BOOST_TEST(eventually([&] { return fired == 4; }));
  first.release();
  BOOST_TEST(eventually([&] { return first.ended(); }));
}

BOOST_AUTO_TEST_CASE(the_base_is_served_when_the_first_worker_has_left) {
  coio::io_context ctx(alone(2, false));
  asio::io_context& base = ctx;
  std::jthread first([&] {
    const auto guard = asio::make_work_guard(ctx);
    ctx.run_for(50ms);
  });
  BOOST_TEST(eventually([&] { return ctx.metrics().workers_running == 1; }));
  runner second(ctx);
  BOOST_TEST(eventually([&] { return ctx.metrics().workers_running == 2; }));
  timers all(2);
  for (auto& t : all)
    t = std::make_unique<asio::steady_timer>(ctx.get_executor());
  first.join();
  event ran;
  asio::post(base, [&] { ran.set(); });
  BOOST_TEST(ran.wait());
  base.stop();
  BOOST_TEST(eventually([&] { return second.ended(); }));
}

BOOST_AUTO_TEST_CASE(run_one_runs_one_handler_with_tasks_and_shards_without_a_thread) {
  coio::io_context ctx(alone(2));
  std::atomic<bool> on{true};
  const auto chain = [&](auto self) -> void {
    if (on) asio::post(ctx, [=] { self(self); });
  };
  asio::post(ctx, [&] {
    for (int i = 0; i < 4; ++i)
      chain(chain);
  });
  timers all(4);
  for (auto& t : all)
    t = std::make_unique<asio::steady_timer>(ctx.get_executor());
  for (int i = 0; i < 2000; ++i) {
    for (auto& t : all) {
      t->expires_after(0s);
      t->async_wait([](asio::error_code) {});
    }
    BOOST_REQUIRE(ctx.run_one() == 1u);
  }
  on = false;
}
