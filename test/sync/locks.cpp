// mutex, semaphore, condvar, mono_barrier.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <atomic>
#include <chrono>
#include <deque>
#include <memory>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "checks.hpp"
#include "coio/io_context.hpp"
#include "coio/sched.hpp"
#include "coio/scheduler.hpp"
#include "coio/select.hpp"
#include "coio/spawn.hpp"
#include "coio/sync.hpp"

using coio::awaitable;
using namespace std::chrono_literals;

namespace {

const auto worker_counts = boost::unit_test::data::make({1, 2, 4});

template <typename F>
auto run(int workers, F f) {
  return coio::scheduler().with_workers(workers).run(std::move(f));
}

awaitable<void> join(std::vector<coio::join_handle<void>>& all) {
  for (auto& h : all)
    co_await h.join();
}

// The error that the joined coroutine ends with.
awaitable<asio::error_code> outcome(coio::join_handle<void> h) {
  try {
    co_await h.join();
  } catch (const asio::system_error& e) {
    co_return e.code();
  }
  co_return asio::error_code();
}

}  // namespace

BOOST_DATA_TEST_CASE(mutex_excludes, worker_counts, workers) {
  long count = 0;
  run(workers, [&]() -> awaitable<void> {
    coio::sync::mutex m;
    std::vector<coio::join_handle<void>> all;
    for (int c = 0; c < 16; ++c)
      all.push_back(coio::spawn([&]() -> awaitable<void> {
        for (int i = 0; i < 1000; ++i) {
          const auto guard = co_await m.lock();
          const long before = count;
          if (i % 16 == 0) co_await coio::sched();
          count = before + 1;
        }
      }));
    co_await join(all);
  });
  CHECK_EQUAL(count, 16 * 1000);
}

BOOST_AUTO_TEST_CASE(lock_that_is_never_awaited_takes_nothing) {
  run(1, []() -> awaitable<void> {
    coio::sync::mutex m;
    const auto lock = m.lock();
    BOOST_TEST(bool(m.try_lock()));
    co_return;
  });
}

BOOST_AUTO_TEST_CASE(mutex_is_fair_and_try_lock_does_not_wait) {
  std::vector<int> order;
  run(1, [&]() -> awaitable<void> {
    coio::sync::mutex m;
    auto guard = co_await m.lock();
    CHECK(!m.try_lock());
    std::vector<coio::join_handle<void>> all;
    for (int c = 0; c < 10; ++c)
      all.push_back(coio::spawn([&, c]() -> awaitable<void> {
        const auto mine = co_await m.lock();
        order.push_back(c);
      }));
    co_await coio::sched();
    guard.unlock();
    CHECK(!guard);
    CHECK(!m.try_lock());  // it belongs to the first waiter by now
    co_await join(all);
    CHECK(m.try_lock());
  });
  BOOST_REQUIRE_EQUAL(order.size(), 10);
  for (int c = 0; c < 10; ++c)
    CHECK_EQUAL(order[static_cast<std::size_t>(c)], c);
}

BOOST_DATA_TEST_CASE(a_cancelled_waiter_leaves_the_mutex_alone, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    coio::sync::mutex m;
    auto guard = co_await m.lock();
    auto waiting = coio::spawn([&]() -> awaitable<void> { static_cast<void>(co_await m.lock()); });
    co_await coio::sched();
    waiting.cancel();
    CHECK_EQUAL(co_await outcome(std::move(waiting)), asio::error::operation_aborted);
    guard.unlock();
    CHECK(m.try_lock());
  });
}

BOOST_DATA_TEST_CASE(semaphore_admits_no_more_than_its_permits, worker_counts, workers) {
  std::atomic<int> inside{0}, most{0};
  run(workers, [&]() -> awaitable<void> {
    coio::sync::semaphore s(3);
    std::vector<coio::join_handle<void>> all;
    for (int c = 0; c < 20; ++c)
      all.push_back(coio::spawn([&]() -> awaitable<void> {
        for (int i = 0; i < 100; ++i) {
          co_await s.acquire();
          const int now = ++inside;
          int seen = most;
          while (now > seen && !most.compare_exchange_weak(seen, now)) {
          }
          co_await coio::sched();
          --inside;
          s.release();
        }
      }));
    co_await join(all);
    CHECK_EQUAL(s.available(), 3);
    CHECK(s.try_acquire());
    s.release(3);
    CHECK_EQUAL(s.available(), 5);
  });
  BOOST_CHECK_GE(most.load(), 2);
  BOOST_CHECK_LE(most.load(), 3);
}

BOOST_DATA_TEST_CASE(waits_end_when_their_time_is_up, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    coio::sync::semaphore s(0);
    CHECK(!co_await s.acquire_for(1ms));
    s.release();
    CHECK(co_await s.acquire_for(1h));

    coio::sync::mono_barrier b;
    CHECK(!co_await b.wait_for(1ms));
    b.notify();
    CHECK(co_await b.wait_for(1h));

    coio::sync::mutex m;
    coio::sync::condvar c;
    auto guard = co_await m.lock();
    CHECK(!co_await c.wait_for(guard, 1ms));
    CHECK(guard);
    CHECK(!m.try_lock());
    CHECK(!co_await c.wait_for(guard, 1ms, [] { return false; }));
    const auto now = std::chrono::steady_clock::now();
    CHECK(!co_await c.wait_until(guard, now + 1ms, [] { return false; }));
    CHECK(co_await c.wait_until(guard, now + 1h, [] { return true; }));
    CHECK(!m.try_lock());
  });
}

BOOST_DATA_TEST_CASE(waits_that_race_with_their_time_keep_every_permit, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    coio::sync::semaphore s(0);
    std::vector<coio::join_handle<int>> all;
    for (int c = 0; c < 20; ++c)
      all.push_back(coio::spawn([&]() -> awaitable<int> {
        int n = 0;
        for (int i = 0; i < 20; ++i)
          if (co_await s.acquire_for(100us)) ++n;
        co_return n;
      }));
    for (int i = 0; i < 200; ++i) {
      s.release();
      co_await coio::sleep(20us);
    }
    std::size_t taken = 0;
    for (auto& h : all)
      taken += static_cast<std::size_t>(co_await h.join());
    CHECK_EQUAL(taken + s.available(), 200);
  });
}

BOOST_DATA_TEST_CASE(condvar_queue_loses_nothing, worker_counts, workers) {
  constexpr int each = 1000;
  long sum = 0;
  run(workers, [&]() -> awaitable<void> {
    coio::sync::mutex m;
    coio::sync::condvar not_empty, not_full;
    std::deque<int> queue;
    std::vector<coio::join_handle<void>> all;
    for (int p = 0; p < 4; ++p)
      all.push_back(coio::spawn([&]() -> awaitable<void> {
        for (int i = 1; i <= each; ++i) {
          auto guard = co_await m.lock();
          co_await not_full.wait(guard, [&] { return queue.size() < 3; });
          queue.push_back(i);
          not_empty.notify_one();
        }
      }));
    for (int c = 0; c < 4; ++c)
      all.push_back(coio::spawn([&]() -> awaitable<void> {
        for (int i = 0; i < each; ++i) {
          auto guard = co_await m.lock();
          co_await not_empty.wait(guard, [&] { return !queue.empty(); });
          sum += queue.front();
          queue.pop_front();
          not_full.notify_one();
        }
      }));
    co_await join(all);
  });
  CHECK_EQUAL(sum, 4L * each * (each + 1) / 2);
}

BOOST_DATA_TEST_CASE(a_cancelled_condvar_wait_holds_the_mutex_as_it_ends, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    coio::sync::mutex m;
    coio::sync::condvar c;
    bool held = false;
    coio::sync::mono_barrier waits;
    auto waiting = coio::spawn([&]() -> awaitable<void> {
      auto guard = co_await m.lock();
      waits.notify();
      try {
        co_await c.wait(guard);
      } catch (const asio::system_error&) {
        held = guard && !m.try_lock();
        throw;
      }
    });
    co_await waits.wait();
    { const auto guard = co_await m.lock(); }
    waiting.cancel();
    CHECK_EQUAL(co_await outcome(std::move(waiting)), asio::error::operation_aborted);
    CHECK(held);
    CHECK(m.try_lock());
  });
}

BOOST_DATA_TEST_CASE(notify_all_wakes_all, worker_counts, workers) {
  int awake = 0;
  run(workers, [&]() -> awaitable<void> {
    coio::sync::mutex m;
    coio::sync::condvar c;
    bool go = false;
    int waiting = 0;
    std::vector<coio::join_handle<void>> all;
    for (int i = 0; i < 50; ++i)
      all.push_back(coio::spawn([&]() -> awaitable<void> {
        auto guard = co_await m.lock();
        ++waiting;
        co_await c.wait(guard, [&] { return go; });
        ++awake;
      }));
    for (;;) {
      const auto guard = co_await m.lock();
      if (waiting == 50) break;
      co_await coio::sched();
    }
    {
      const auto guard = co_await m.lock();
      go = true;
      c.notify_all();
    }
    co_await join(all);
  });
  CHECK_EQUAL(awake, 50);
}

BOOST_AUTO_TEST_CASE(release_of_several_permits_wakes_as_many) {
  run(1, []() -> awaitable<void> {
    coio::sync::semaphore s(0);
    int woken = 0;
    std::vector<coio::join_handle<void>> all;
    for (int i = 0; i < 4; ++i)
      all.push_back(coio::spawn([&]() -> awaitable<void> {
        co_await s.acquire();
        ++woken;
      }));
    for (int i = 0; i < 8; ++i)
      co_await coio::sched();
    s.release(3);
    for (int i = 0; i < 8; ++i)
      co_await coio::sched();
    BOOST_TEST(woken == 3);
    s.release(3);
    co_await join(all);
    BOOST_TEST(s.available() == 2);
  });
}

// Those that are woken wait for the mutex, and one after the other have it.
BOOST_AUTO_TEST_CASE(notified_waiters_go_on_when_they_hold_the_mutex) {
  for (const bool everyone : {false, true})
    run(1, [everyone]() -> awaitable<void> {
      coio::sync::mutex m;
      coio::sync::condvar c;
      int waiting = 0, woken = 0;
      std::vector<coio::join_handle<void>> all;
      for (int i = 0; i < 3; ++i)
        all.push_back(coio::spawn([&]() -> awaitable<void> {
          auto lock = co_await m.lock();
          ++waiting;
          co_await c.wait(lock);
          BOOST_TEST(!m.try_lock());
          ++woken;
          co_await coio::sched();
        }));
      while (waiting < 3)
        co_await coio::sched();
      {
        const auto lock = co_await m.lock();
        if (everyone)
          c.notify_all();
        else
          for (int i = 0; i < 3; ++i)
            c.notify_one();
        for (int i = 0; i < 8; ++i)
          co_await coio::sched();
        BOOST_TEST(woken == 0);
      }
      co_await join(all);
      BOOST_TEST(woken == 3);
    });
}

BOOST_DATA_TEST_CASE(a_barrier_lets_coroutines_and_threads_through, worker_counts, workers) {
  coio::sync::mono_barrier b;
  int value = 0, seen = 0;
  std::thread thread([&] {
    b.blocking_wait();
    seen = value;
  });
  run(workers, [&]() -> awaitable<void> {
    std::vector<coio::join_handle<void>> all;
    for (int i = 0; i < 10; ++i)
      all.push_back(coio::spawn([&]() -> awaitable<void> {
        co_await b.wait();
        CHECK_EQUAL(value, 1);
      }));
    co_await coio::sched();
    value = 1;
    b.notify();
    co_await join(all);
  });
  thread.join();
  CHECK_EQUAL(seen, 1);
}

// A thread that is none of the context's ends a wait by cancelling it; nobody waits for it then.
BOOST_AUTO_TEST_CASE(context_ends_after_another_thread_cancelled_its_waits) {
  for (int workers : {1, 2, 4}) {
    coio::io_context ctx(workers);
    coio::sync::semaphore none(0);
    coio::sync::mutex mutex;
    coio::sync::condvar changed;
    coio::sync::mono_barrier closed;
    auto [tx, rx] = coio::sync::channel<int>();
    auto held = mutex.try_lock();
    std::atomic<int> begun{0}, aborted{0};
    std::vector<coio::join_handle<void>> waiting;
    const auto wait = [&](auto operation) {
      waiting.push_back(
          coio::spawn(ctx, [&, operation = std::move(operation)]() -> coio::awaitable<void> {
            ++begun;
            try {
              co_await operation();
            } catch (const asio::system_error& e) {
              aborted += e.code() == asio::error::operation_aborted;
            }
          }));
    };
    wait([&]() -> coio::awaitable<void> { co_await none.acquire(); });
    wait([&]() -> coio::awaitable<void> { static_cast<void>(co_await none.acquire_for(1h)); });
    wait([&]() -> coio::awaitable<void> { const auto g = co_await mutex.lock(); });
    wait([&]() -> coio::awaitable<void> { co_await closed.wait(); });
    wait([&, rx = rx]() -> coio::awaitable<void> { static_cast<void>(co_await rx.recv()); });
    wait([&, rx = rx]() -> coio::awaitable<void> {
      co_await coio::select(rx.recv(), none.acquire());
    });
    coio::sync::mutex free;
    wait([&]() -> coio::awaitable<void> {
      auto g = co_await free.lock();
      co_await changed.wait(g);
    });
    const int all = static_cast<int>(waiting.size());
    // All on this thread, up to their waits.
    while (begun < all)
      ctx.run_for(1ms);
    std::thread([&] {
      for (auto& h : waiting)
        h.cancel();
    }).join();
    ctx.run();
    BOOST_TEST(aborted == all);
    // The context is destroyed here, which must come to an end.
  }
}

// A waiter that is notified goes on to wait for its mutex, whose holder is destroyed after it.
BOOST_AUTO_TEST_CASE(context_is_destroyed_while_another_thread_notifies) {
  static constexpr int rounds = 300;
  std::atomic<coio::sync::condvar*> current{nullptr};
  std::atomic<int> notified{0};
  // One thread for all rounds, so that its seams are not the same in each.
  std::thread notifier([&] {
    while (notified < rounds)
      if (coio::sync::condvar* const c = current.exchange(nullptr)) {
        for (int i = 0; i < 8; ++i)
          c->notify_one();
        ++notified;
      }
  });
  struct at_end {
    std::atomic<coio::sync::condvar*>& current;
    coio::sync::condvar& c;
    ~at_end() { current = &c; }
  };
  for (int round = 0; round < rounds; ++round) {
    coio::sync::mutex mutex;
    coio::sync::condvar changed;
    coio::sync::semaphore start(0), never(0);
    std::atomic<int> waiting{0};
    auto ctx = std::make_unique<coio::io_context>(1 + round % 4);
    // Who waited first is destroyed last.
    coio::spawn(*ctx, [&]() -> coio::awaitable<void> {
      co_await start.acquire();
      auto g = co_await mutex.lock();
      waiting = 9;
      co_await never.acquire();
    });
    ctx->poll();
    for (int i = 0; i < 8; ++i)
      coio::spawn(*ctx, [&]() -> coio::awaitable<void> {
        auto g = co_await mutex.lock();
        ++waiting;
        co_await changed.wait(g);
        co_await never.acquire();
      });
    while (waiting < 8)
      ctx->run_for(1ms);
    start.release();
    while (waiting < 9)
      ctx->run_for(1ms);
    // The first that is destroyed says that the others follow.
    coio::spawn(*ctx, [&]() -> coio::awaitable<void> {
      const at_end now{current, changed};
      co_await never.acquire();
    });
    ctx->poll();
    ctx.reset();
    while (notified <= round)
      std::this_thread::yield();
  }
  notifier.join();
}
