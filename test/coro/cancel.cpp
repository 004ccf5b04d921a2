// Cancellation of one coroutine; cancel_stress.cpp has races.
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <stdexcept>
#include <utility>

#include "between.hpp"
#include "coio/dump.hpp"
#include "coio/sched.hpp"
#include "coio/scheduler.hpp"
#include "coio/select.hpp"
#include "coio/spawn.hpp"
#include "coio/sync.hpp"
#include "coio/timeout.hpp"

namespace {

template <typename F>
auto run(int workers, F f) {
  return coio::scheduler{}.with_workers(workers).run(std::move(f));
}

}  // namespace

BOOST_AUTO_TEST_CASE(cancelled_coroutine_leaves_no_state_to_the_next) {
  for (int workers : {1, 4})
    run(workers, []() -> coio::awaitable<void> {
      for (int i = 0; i < 20; ++i) {
        auto cancelled = coio::spawn(
            []() -> coio::awaitable<void> { co_await coio::sleep(std::chrono::hours(1)); });
        auto deaf = coio::spawn([]() -> coio::awaitable<void> {
          co_await asio::this_coro::throw_if_cancelled(false);
          co_await asio::this_coro::reset_cancellation_state(asio::disable_cancellation());
          for (int k = 0; k < 3; ++k)
            co_await coio::sched();
        });
        co_await coio::sched();
        cancelled.cancel();
        deaf.cancel();
        bool thrown = false;
        try {
          co_await cancelled.join();
        } catch (const asio::system_error&) {
          thrown = true;
        }
        if (!thrown) throw std::logic_error("not cancelled");
        try {
          co_await deaf.join();
        } catch (const asio::system_error&) {
          // Cancelled before it began.
        }
        // Whatever has run those two runs this one.
        if (co_await coio::spawn([]() -> coio::awaitable<int> {
              co_await coio::sched();
              co_return 3;
            }).join() != 3)
          throw std::logic_error("not 3");
      }
    });
}

BOOST_AUTO_TEST_CASE(a_coroutine_that_is_cancelled_before_it_begins_does_not_run) {
  run(1, []() -> coio::awaitable<void> {
    bool ran = false;
    auto h = coio::spawn([&ran]() -> coio::awaitable<void> {
      ran = true;
      co_return;
    });
    h.cancel();
    bool thrown = false;
    try {
      co_await h.join();
    } catch (const asio::system_error&) {
      thrown = true;
    }
    BOOST_TEST(thrown);
    BOOST_TEST(!ran);
  });
}

BOOST_AUTO_TEST_CASE(a_cancelled_join_can_be_joined_again) {
  run(1, []() -> coio::awaitable<void> {
    auto inner = coio::spawn([]() -> coio::awaitable<int> {
      for (int i = 0; i < 20; ++i)
        co_await coio::sched();
      co_return 5;
    });
    auto outer = coio::spawn([&inner]() -> coio::awaitable<void> { co_await inner.join(); });
    co_await coio::sched();
    outer.cancel();
    bool thrown = false;
    try {
      co_await outer.join();
    } catch (const asio::system_error&) {
      thrown = true;
    }
    BOOST_TEST(thrown);
    BOOST_TEST(co_await inner.join() == 5);
  });
}

BOOST_AUTO_TEST_CASE(cancellation_that_was_reset_stays_so_behind_a_time_limit) {
  using namespace std::chrono_literals;
  for (int workers : {1, 4})
    run(workers, []() -> coio::awaitable<void> {
      bool waits = false;
      auto h = coio::spawn([&]() -> coio::awaitable<int> {
        int thrown = 0;
        try {
          waits = true;
          co_await coio::timeout(1h, coio::sleep(1h));
        } catch (const asio::system_error&) {
          ++thrown;
        }
        // In force behind the limit within which it came.
        try {
          co_await coio::sleep(1ms);
        } catch (const asio::system_error&) {
          ++thrown;
        }
        co_await asio::this_coro::reset_cancellation_state();
        co_await coio::timeout(1h, coio::sleep(1ms));
        co_await coio::sleep(1ms);
        co_return thrown;
      });
      while (!waits)
        co_await coio::sched();
      h.cancel();
      BOOST_TEST(co_await h.join() == 2);
    });
}

#if defined(COIO_TEST_SEAMS)

// A dump has its turn when it is cancelled, so that it is queued for that. Its context is destroyed
// before it runs.
BOOST_AUTO_TEST_CASE(context_that_is_destroyed_takes_a_queued_coroutine_out_of_where_it_waits) {
  using namespace std::chrono_literals;
  const auto cancelled_during_a_dump = [](auto wait) {
    coio::io_context ctx(1);
    auto h = coio::spawn(ctx, wait);
    ctx.poll();
    const coio::test::between b("give_up_turn", [&] { h.cancel(); });
    static_cast<void>(coio::dump(ctx));
    BOOST_TEST(b.came());
  };
  auto [tx, rx] = coio::sync::channel<int>();
  cancelled_during_a_dump(
      [&rx = rx]() -> coio::awaitable<void> { static_cast<void>(co_await rx.recv()); });
  BOOST_TEST(tx.try_send(1));
  BOOST_TEST((rx.try_recv() == 1));
  // AddressSanitizer sees whether something uses one of these.
  cancelled_during_a_dump([]() -> coio::awaitable<void> { co_await coio::sleep(1h); });
  cancelled_during_a_dump([]() -> coio::awaitable<void> {
    asio::steady_timer timer(co_await asio::this_coro::executor, 1h);
    co_await timer.async_wait(coio::use_awaitable);
  });
  coio::sync::mutex m;
  coio::sync::semaphore none(0);
  const auto held = m.try_lock();
  cancelled_during_a_dump([&]() -> coio::awaitable<void> {
    co_await coio::select(m.lock(), none.acquire(), coio::sleep(1h));
  });
  none.release();
  BOOST_TEST(none.available() == 1u);
}

#endif
