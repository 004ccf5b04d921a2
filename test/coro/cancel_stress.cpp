// Cancellation from other threads, at the moment when what is cancelled completes.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "coio/coio.hpp"
#include "connected.hpp"
#include "coro/checks.hpp"
#include "support.hpp"

using coio::awaitable;
using namespace std::chrono_literals;

// Named, because test cases with data are templates, whose coroutines hold these types.
namespace cancelling {

#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
constexpr int rounds = 200;
#else
constexpr int rounds = 1000;
#endif
constexpr int at_once = 8;

const auto worker_counts = boost::unit_test::data::make({1, 4, 8});

using coio::test::connected;
using coio::test::expect;
using coio::test::run;

// Whether the coroutine gave a value, or was cancelled; everything else is thrown.
template <typename T>
awaitable<bool> completed(coio::join_handle<T>& h) {
  try {
    co_await h.join();
    co_return true;
  } catch (const asio::system_error& e) {
    if (e.code() != asio::error::operation_aborted) throw;
    co_return false;
  }
}

// Cancels from another coroutine, a little later or not.
struct canceller {
  int delay;

  template <typename T>
  coio::join_handle<void> operator()(coio::join_handle<T>& h) const {
    return coio::spawn(
        [](coio::join_handle<T>& handle, int n) -> awaitable<void> {
          for (int i = 0; i < n; ++i)
            co_await coio::sched();
          handle.cancel();
        },
        std::ref(h), delay);
  }
};

using race_function = std::function<awaitable<void>(canceller)>;

awaitable<void> race_again_and_again(const race_function& race, int lane) {
  for (int i = 0; i < rounds / at_once; ++i)
    co_await race(canceller{(lane + i) % 4});
}

// Several times at once, and again and again.
awaitable<void> race_all(race_function race) {
  std::vector<coio::join_handle<void>> lanes;
  for (int lane = 0; lane < at_once; ++lane)
    lanes.push_back(coio::spawn(race_again_and_again, std::cref(race), lane));
  co_await coio::join_all(std::move(lanes));
}

}  // namespace cancelling

using namespace cancelling;

BOOST_DATA_TEST_CASE(cancel_while_sleeping, worker_counts, workers) {
  std::atomic<int> slept{0}, cancelled{0};
  run(workers, [&]() -> awaitable<void> {
    co_await race_all([&](canceller cancel) -> awaitable<void> {
      auto h = coio::spawn([]() -> awaitable<void> { co_await coio::sleep(20us); });
      auto c = cancel(h);
      ++(co_await completed(h) ? slept : cancelled);
      co_await c.join();
    });
    co_await race_all([&](canceller cancel) -> awaitable<void> {
      auto h = coio::spawn([]() -> awaitable<void> { co_await coio::sleep(1h); });
      auto c = cancel(h);
      expect(!co_await completed(h));
      co_await c.join();
    });
  });
  BOOST_TEST(slept + cancelled == rounds / at_once * at_once);
}

BOOST_DATA_TEST_CASE(cancel_while_yielding, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    co_await race_all([](canceller cancel) -> awaitable<void> {
      auto h = coio::spawn([]() -> awaitable<void> {
        for (;;)
          co_await coio::sched();
      });
      auto c = cancel(h);
      expect(!co_await completed(h));
      co_await c.join();
    });
  });
}

BOOST_DATA_TEST_CASE(cancel_while_reading,
                     worker_counts* boost::unit_test::data::make({false, true}), workers, timed) {
  run(workers, [timed]() -> awaitable<void> {
    co_await race_all([timed](canceller cancel) -> awaitable<void> {
      auto [a, b] = co_await connected();
      if (timed) b.set_read_timeout(1h);
      char got = 0;
      auto h =
          coio::spawn([&]() -> awaitable<void> { co_await b.read_exact(asio::buffer(&got, 1)); });
      auto c = cancel(h);
      co_await a.write_all("x");
      // A read that was cancelled has left the byte in the stream.
      if (!co_await completed(h)) co_await b.read_exact(asio::buffer(&got, 1));
      expect(got == 'x');
      co_await c.join();
    });
  });
}

BOOST_DATA_TEST_CASE(cancel_while_receiving, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    co_await race_all([](canceller cancel) -> awaitable<void> {
      auto [tx, rx] = coio::sync::channel<int>(1);
      std::optional<int> got;
      auto h = coio::spawn([&got, rx = rx]() -> awaitable<void> { got = co_await rx.recv(); });
      auto c = cancel(h);
      co_await tx.send(7);
      if (!co_await completed(h) && !got) got = rx.try_recv();
      expect(got == 7);
      co_await c.join();
    });
  });
}

BOOST_DATA_TEST_CASE(cancel_while_locking, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    co_await race_all([](canceller cancel) -> awaitable<void> {
      coio::sync::mutex m;
      auto guard = co_await m.lock();
      auto h = coio::spawn([&m]() -> awaitable<void> { const auto g = co_await m.lock(); });
      auto c = cancel(h);
      co_await coio::sched();
      guard = {};
      co_await completed(h);
      expect(static_cast<bool>(m.try_lock()));
      co_await c.join();
    });
  });
}

BOOST_DATA_TEST_CASE(cancel_while_joining, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    co_await race_all([](canceller cancel) -> awaitable<void> {
      auto inner = coio::spawn([]() -> awaitable<int> {
        co_await coio::sched();
        co_await coio::sched();
        co_return 5;
      });
      auto h = coio::spawn([&inner]() -> awaitable<void> {
        if (co_await inner.join() != 5) throw std::logic_error("not 5");
      });
      auto c = cancel(h);
      if (!co_await completed(h) && inner.valid()) {
        // The value is still there unless the join had got it when the cancellation came.
        try {
          expect(co_await inner.join() == 5);
        } catch (const std::logic_error&) {
        }
      }
      co_await c.join();
    });
  });
}

BOOST_DATA_TEST_CASE(cancel_by_when_any, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    co_await race_all([](canceller cancel) -> awaitable<void> {
      const auto alive = std::make_shared<int>(0);
      const auto sleeper = [](auto time, std::shared_ptr<int>) -> awaitable<void> {
        co_await coio::sleep(time);
      };
      auto h = coio::spawn([&]() -> awaitable<void> {
        co_await coio::when_any(sleeper(10us, alive), sleeper(10us, alive), sleeper(1h, alive));
      });
      auto c = cancel(h);
      co_await completed(h);
      expect(alive.use_count() == 1);
      co_await c.join();
    });
  });
}

BOOST_DATA_TEST_CASE(cancel_by_a_timeout, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    co_await race_all([](canceller cancel) -> awaitable<void> {
      auto h = coio::spawn([]() -> awaitable<void> {
        try {
          co_await coio::timeout(10us, coio::sleep(10us));
        } catch (const asio::system_error& e) {
          if (e.code() != asio::error::timed_out) throw;
        }
      });
      auto c = cancel(h);
      co_await completed(h);
      co_await c.join();
    });
  });
}

BOOST_DATA_TEST_CASE(cancel_by_a_group, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    co_await race_all([](canceller cancel) -> awaitable<void> {
      const auto alive = std::make_shared<int>(0);
      auto h = coio::spawn([alive]() -> awaitable<void> {
        coio::task_group group;
        for (int i = 0; i < 3; ++i)
          group.spawn([alive]() -> awaitable<void> { co_await coio::sleep(1h); });
        group.spawn([alive]() -> awaitable<void> {
          co_await coio::sleep(10us);
          throw std::runtime_error("first");
        });
        try {
          co_await group.join();
        } catch (const std::runtime_error&) {
        }
      });
      auto c = cancel(h);
      co_await completed(h);
      expect(alive.use_count() == 1);
      co_await c.join();
    });
  });
}

// Asio's own operations and plain asio::awaitable.
BOOST_DATA_TEST_CASE(cancel_in_operations_of_asio, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    co_await race_all([](canceller cancel) -> awaitable<void> {
      auto h = coio::spawn([]() -> awaitable<void> {
        asio::steady_timer timer(co_await asio::this_coro::executor, 10us);
        co_await timer.async_wait(coio::use_awaitable);
        timer.expires_after(1h);
        co_await timer.async_wait(coio::use_awaitable);
      });
      auto c = cancel(h);
      expect(!co_await completed(h));
      co_await c.join();
    });
    if (!coio::test::asios_coroutines_change_threads) co_return;
    co_await race_all([](canceller cancel) -> awaitable<void> {
      auto h = coio::spawn([]() -> asio::awaitable<void> {
        asio::steady_timer timer(co_await asio::this_coro::executor);
        for (;;) {
          timer.expires_after(5us);
          co_await timer.async_wait(asio::use_awaitable);
        }
      });
      auto c = cancel(h);
      expect(!co_await completed(h));
      co_await c.join();
    });
  });
}

// What is made from a coroutine's executor outlives it.
BOOST_DATA_TEST_CASE(cancel_spares_what_outlives_the_coroutine, worker_counts, workers) {
  std::atomic<int> children{0};
  run(workers, [&]() -> awaitable<void> {
    co_await race_all([&](canceller cancel) -> awaitable<void> {
      auto timer = std::make_unique<asio::steady_timer>(co_await asio::this_coro::executor);
      auto h = coio::spawn([&]() -> awaitable<void> {
        const auto executor = co_await asio::this_coro::executor;
        timer = std::make_unique<asio::steady_timer>(executor, 1us);
        ++children;
        asio::co_spawn(
            executor,
            [&children]() -> awaitable<void> {
              for (int i = 0; i < 20; ++i)
                co_await asio::post(coio::use_awaitable);
              --children;
            },
            asio::detached);
        for (int i = 0; i < 10; ++i)
          co_await coio::sched();
      });
      auto c = cancel(h);
      co_await completed(h);
      co_await timer->async_wait(coio::use_awaitable);
      co_await c.join();
    });
    while (children > 0)
      co_await coio::sched();
  });
  BOOST_TEST(children == 0);
}

BOOST_DATA_TEST_CASE(cancel_from_other_threads, worker_counts, workers) {
  std::vector<coio::join_handle<void>> handles;
  std::atomic<int> ended{0};
  for (int i = 0; i < 64; ++i)
    handles.push_back(coio::spawn([&ended, i]() -> awaitable<void> {
      struct at_end {
        std::atomic<int>& n;
        ~at_end() { ++n; }
      } const count{ended};
      for (;;) {
        co_await coio::sched();
        if (i % 2) co_await coio::sleep(10us);
      }
    }));
  std::vector<std::thread> threads;
  for (int t = 0; t < 2; ++t)
    threads.emplace_back([&handles] {
      // One handle on two threads, one after the other or not: each has a part, and all end.
      for (auto& h : handles)
        h.cancel();
    });
  coio::scheduler::run(workers);
  for (auto& t : threads)
    t.join();
  for (auto& h : handles)
    BOOST_TEST(h.done());
}

BOOST_DATA_TEST_CASE(cancel_of_oneself, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    for (int i = 0; i < rounds; ++i) {
      auto own = std::make_shared<coio::join_handle<void>>();
      coio::sync::mono_barrier known;
      *own = coio::spawn([own, &known]() -> awaitable<void> {
        co_await known.wait();
        own->cancel();
        co_await coio::sleep(1h);
      });
      known.notify();
      expect(!co_await completed(*own));
    }
  });
}

// Who is cancelled may go on, and be cancelled again.
BOOST_DATA_TEST_CASE(cancel_again, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    for (int i = 0; i < rounds / 10; ++i) {
      std::atomic<int> interrupted{0};
      auto h = coio::spawn([&interrupted]() -> awaitable<void> {
        co_await asio::this_coro::throw_if_cancelled(false);
        while (interrupted < 3) {
          asio::steady_timer timer(co_await asio::this_coro::executor, 1h);
          asio::error_code ec;
          co_await timer.async_wait(asio::redirect_error(coio::use_awaitable, ec));
          expect(ec == asio::error::operation_aborted);
          ++interrupted;
        }
      });
      while (!h.done()) {
        h.cancel();
        co_await coio::sched();
      }
      co_await completed(h);
      // A cancellation before it began ends it at once.
      expect(interrupted == 3 || interrupted == 0);
    }
  });
}

// A scheduler that ends while coroutines are being cancelled.
BOOST_DATA_TEST_CASE(cancel_at_the_end, worker_counts, workers) {
  for (int i = 0; i < rounds / 10; ++i) {
    std::atomic<bool> begun{false};
    std::vector<coio::join_handle<void>> handles;
    handles.reserve(10);
    std::atomic<std::size_t> known{0};
    std::thread canceller([&] {
      while (!begun)
        std::this_thread::yield();
      for (std::size_t k = 0; k < 10; ++k) {
        while (known <= k)
          std::this_thread::yield();
        handles[k].cancel();
      }
    });
    run(workers, [&]() -> awaitable<void> {
      for (int k = 0; k < 10; ++k) {
        handles.push_back(coio::spawn([]() -> awaitable<void> { co_await coio::sleep(1h); }));
        ++known;
      }
      begun = true;
      co_await coio::sched();
    });
    canceller.join();
    for (auto& h : handles)
      expect(h.done());
  }
}

// Whoever waits for others passes the cancellation on to them.
BOOST_DATA_TEST_CASE(cancel_of_who_waits_for_others_from_another_thread, worker_counts, workers) {
  const auto sleeper = []() -> awaitable<void> { co_await coio::sleep(1h); };
  const std::array<std::function<awaitable<void>()>, 3> waits{
      [&]() -> awaitable<void> { co_await coio::join_all(sleeper(), sleeper()); },
      [&]() -> awaitable<void> { co_await coio::when_any(sleeper(), sleeper()); },
      [&]() -> awaitable<void> {
        coio::task_group group;
        group.spawn(sleeper);
        group.spawn(sleeper);
        co_await group.join();
        co_await coio::sched();  // hears of it, too
      }};
  run(workers, [&]() -> awaitable<void> {
    for (int round = 0; round < 20; ++round)
      for (const auto& wait : waits) {
        auto h = coio::spawn(std::cref(wait));
        for (int i = 0; i < round % 4; ++i)
          co_await coio::sched();
        std::thread([&h] { h.cancel(); }).join();
        expect(!co_await completed(h));
      }
  });
}
