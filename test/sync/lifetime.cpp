// Objects, those who wait for them and their contexts, which end in any order.
#include <boost/test/unit_test.hpp>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include "between.hpp"
#include "coio/io_context.hpp"
#include "coio/sched.hpp"
#include "coio/select.hpp"
#include "coio/spawn.hpp"
#include "coio/sync.hpp"

using coio::awaitable;
using namespace std::chrono_literals;

// The mutex belongs to somebody else by then.
BOOST_AUTO_TEST_CASE(condvar_wait_that_is_destroyed_leaves_the_mutex_alone) {
  for (const bool timed : {false, true}) {
    coio::sync::mutex m;
    coio::sync::condvar c;
    auto ctx = std::make_unique<coio::io_context>(1);
    coio::spawn(*ctx, [&]() -> awaitable<void> {
      auto guard = co_await m.lock();
      if (timed)
        static_cast<void>(co_await c.wait_for(guard, 1h));
      else
        co_await c.wait(guard);
    });
    ctx->poll();
    const auto held = m.try_lock();
    BOOST_REQUIRE(bool(held));
    ctx.reset();
    BOOST_TEST(!m.try_lock());
  }
}

// AddressSanitizer sees whether a waiter uses what its owner has taken with it.
BOOST_AUTO_TEST_CASE(context_destroys_the_owner_of_a_mutex_before_those_who_wait) {
  coio::sync::semaphore never(0);
  coio::sync::mutex* its = nullptr;
  auto ctx = std::make_unique<coio::io_context>(1);
  coio::sync::condvar c;
  coio::spawn(*ctx, [&]() -> awaitable<void> {
    coio::sync::mutex m;
    its = &m;
    co_await never.acquire();
  });
  ctx->poll();
  coio::spawn(*ctx, [&]() -> awaitable<void> {
    auto guard = co_await its->lock();
    co_await c.wait(guard);
  });
  ctx->restart();
  ctx->poll();
  ctx.reset();
  BOOST_TEST(its);
}

BOOST_AUTO_TEST_CASE(mutex_of_who_got_it_and_never_runs_is_free) {
  for (const std::string how : {"lock", "select", "wait", "timed wait"}) {
    coio::sync::mutex m;
    coio::sync::condvar c;
    auto ctx = std::make_unique<coio::io_context>(1);
    bool ran = false;
    auto held = how == "lock" || how == "select" ? m.try_lock() : coio::sync::mutex::guard();
    coio::spawn(*ctx, [&]() -> awaitable<void> {
      if (how == "lock") {
        const auto guard = co_await m.lock();
        ran = true;
      } else if (how == "select") {
        const auto which = co_await coio::select(coio::sleep(1h), m.lock());
        ran = true;
      } else {
        auto guard = co_await m.lock();
        if (how == "wait")
          co_await c.wait(guard);
        else
          static_cast<void>(co_await c.wait_for(guard, 1h));
        ran = true;
      }
    });
    ctx->poll();
    c.notify_one();
    held.unlock();
    BOOST_TEST(!m.try_lock());  // it belongs to the one that waited
    ctx.reset();
    BOOST_TEST(!ran);
    BOOST_TEST(bool(m.try_lock()));
  }
}

// The same where the mutex goes first, with the coroutine that owns it.
BOOST_AUTO_TEST_CASE(mutex_is_destroyed_before_who_got_it_and_never_runs) {
  coio::sync::mutex* its = nullptr;
  coio::sync::mono_barrier go;
  auto ctx = std::make_unique<coio::io_context>(1);
  coio::spawn(*ctx, [&]() -> awaitable<void> {
    coio::sync::mutex m;
    its = &m;
    co_await go.wait();
  });
  ctx->poll();
  auto held = its->try_lock();
  coio::spawn(*ctx, [&]() -> awaitable<void> { const auto guard = co_await its->lock(); });
  ctx->restart();
  ctx->poll();
  // Queued in this order, and so destroyed.
  go.notify();
  held.unlock();
  ctx.reset();
  BOOST_TEST(its);
}

#if defined(COIO_TEST_SEAMS)

// Whoever has the mutex next may destroy it, if it is the last.
BOOST_AUTO_TEST_CASE(unlock_is_done_with_the_mutex_when_it_is_free) {
  auto m = std::make_unique<coio::sync::mutex>();
  auto held = m->try_lock();
  // One that waited and was cancelled: the unlocking looks whether others wait.
  coio::io_context ctx(1);
  auto waiting =
      coio::spawn(ctx, [&]() -> awaitable<void> { const auto guard = co_await m->lock(); });
  ctx.poll();
  waiting.cancel();
  ctx.restart();
  ctx.poll();
  BOOST_REQUIRE(waiting.done());
  bool taken = false;
  {
    const coio::test::between b("hand_over", [&] { taken = bool(m->try_lock()); });
    held.unlock();
    BOOST_TEST(b.came());
  }
  BOOST_TEST(!taken);
  BOOST_TEST(bool(m->try_lock()));
}

#endif

namespace {

// Lets the timers of a context expire in a handler of its, behind which others are queued.
void expire_timers(coio::io_context& ctx, std::chrono::steady_clock::time_point limit) {
  while (std::chrono::steady_clock::now() < limit + 5ms)
    std::this_thread::yield();
  for (int i = 0; i < 4; ++i)
    static_cast<asio::io_context&>(ctx).poll();
}

}  // namespace

// AddressSanitizer sees whether the time limit uses what is gone.
BOOST_AUTO_TEST_CASE(limit_that_is_over_after_the_wait_leaves_the_object_alone) {
  coio::io_context ctx(1);
  auto s = std::make_unique<coio::sync::semaphore>(0);
  const auto limit = std::chrono::steady_clock::now() + 500ms;
  bool acquired = false;
  coio::spawn(ctx, [&]() -> awaitable<void> { acquired = co_await s->acquire_until(limit); });
  ctx.poll();
  ctx.restart();
  asio::post(ctx, [&] {
    s->release();
    s.reset();
    expire_timers(ctx, limit);
  });
  ctx.run();
  BOOST_TEST(acquired);
}

// The waiter waits for the mutex by then.
BOOST_AUTO_TEST_CASE(limit_that_is_over_after_a_notification_leaves_the_condvar_alone) {
  coio::io_context ctx(1);
  coio::sync::mutex m;
  auto changed = std::make_unique<coio::sync::condvar>();
  const auto limit = std::chrono::steady_clock::now() + 500ms;
  bool notified = false;
  coio::spawn(ctx, [&]() -> awaitable<void> {
    auto g = co_await m.lock();
    notified = co_await changed->wait_until(g, limit);
  });
  ctx.poll();
  ctx.restart();
  asio::post(ctx, [&] {
    const auto g = m.try_lock();
    changed->notify_all();
    changed.reset();
    expire_timers(ctx, limit);
  });
  ctx.run();
  BOOST_TEST(notified);
}

BOOST_AUTO_TEST_CASE(limit_that_is_over_after_the_wait_leaves_a_channel_that_is_gone_alone) {
  auto ctx = std::make_unique<coio::io_context>(1);
  const auto limit = std::chrono::steady_clock::now() + 500ms;
  {
    auto [tx, rx] = coio::sync::channel<std::string>();
    coio::spawn(*ctx, rx.recv_until(limit));
    ctx->poll();
    ctx->restart();
    asio::post(*ctx, [&, tx = std::move(tx), rx = std::move(rx)] {
      BOOST_TEST(tx.try_send("a string that has to be allocated"));
      expire_timers(*ctx, limit);
      ctx->stop();
    });
  }
  ctx->run();
  ctx.reset();
}
