// Cancellation of one coroutine; cancel_stress.cpp has races.
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <stdexcept>
#include <utility>

#include "coio/sched.hpp"
#include "coio/scheduler.hpp"
#include "coio/spawn.hpp"
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
