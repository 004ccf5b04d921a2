// Awaiting one of several operations: exactly one takes effect.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

#include "../coro/checks.hpp"
#include "coio/io_context.hpp"
#include "coio/sched.hpp"
#include "coio/scheduler.hpp"
#include "coio/select.hpp"
#include "coio/spawn.hpp"
#include "coio/sync.hpp"
#include "coio/task_group.hpp"
#include "coio/timeout.hpp"
#include "coio/when_any.hpp"

using namespace std::chrono_literals;
using coio::awaitable;
using coio::test::expect;
using coio::test::run;

namespace {

const auto worker_counts = boost::unit_test::data::make({1, 2, 4});

// Whether a coroutine ended as one that was cancelled does.
template <typename T>
awaitable<bool> was_aborted(coio::join_handle<T>& h) {
  try {
    co_await h.join();
  } catch (const asio::system_error& e) {
    co_return e.code() == asio::error::operation_aborted;
  }
  co_return false;
}

}  // namespace

BOOST_DATA_TEST_CASE(first_that_is_ready_is_taken_and_the_others_are_left, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    auto [tx1, rx1] = coio::sync::channel<int>();
    auto [tx2, rx2] = coio::sync::channel<int>();
    coio::sync::semaphore permits(1);
    coio::sync::mutex mutex;
    co_await tx2.send(2);
    auto got = co_await coio::select(rx1.recv(), rx2.recv(), permits.acquire(), mutex.lock());
    expect(got.index() == 1 && std::get<1>(got) == 2);
    expect(permits.available() == 1);
    expect(static_cast<bool>(mutex.try_lock()));
    {
      auto locked = co_await coio::select(rx1.recv(), mutex.lock(), permits.acquire());
      expect(locked.index() == 1 && !mutex.try_lock());
    }
    expect(static_cast<bool>(mutex.try_lock()) && permits.available() == 1);
  });
}

BOOST_DATA_TEST_CASE(waiting_selection_takes_what_comes, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    auto [tx1, rx1] = coio::sync::channel<std::unique_ptr<int>>();
    auto [tx2, rx2] = coio::sync::channel<int>();
    auto [promise, future] = coio::sync::make_future<int>();
    coio::sync::mono_barrier barrier;
    coio::sync::semaphore step(0);
    auto waiting = coio::spawn([rx1 = rx1, rx2 = rx2, &barrier, &step,
                                f = std::move(future)]() mutable -> awaitable<void> {
      auto a = co_await coio::select(rx2.recv(), rx1.recv(), f.get(), barrier.wait());
      expect(a.index() == 1 && **std::get<1>(a) == 7);
      step.release();
      auto b = co_await coio::select(rx2.recv(), rx1.recv(), f.get(), barrier.wait());
      expect(b.index() == 2 && std::get<2>(b) == 8);
      step.release();
      const auto c = co_await coio::select(rx2.recv(), rx1.recv(), barrier.wait());
      expect(c.index() == 2);
      step.release();
      auto d = co_await coio::select(rx2.recv(), rx1.recv());
      expect(d.index() == 0 && !std::get<0>(d));
    });
    for (int i = 0; i < 5; ++i)
      co_await coio::sched();
    co_await tx1.send(std::make_unique<int>(7));
    co_await step.acquire();
    promise.resolve(8);
    co_await step.acquire();
    barrier.notify();
    co_await step.acquire();
    tx2.close();
    co_await waiting.join();
  });
}

BOOST_DATA_TEST_CASE(two_selections_meet_in_a_channel_without_room, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    auto [tx, rx] = coio::sync::channel<int>(0);
    coio::sync::semaphore none(0);
    auto sending = coio::spawn([&none, tx = tx]() -> awaitable<void> {
      for (int i = 0; i < 1000; ++i) {
        const auto r = co_await coio::select(none.acquire(), tx.send(i));
        expect(r.index() == 1);
      }
    });
    for (int i = 0; i < 1000; ++i) {
      const auto r = co_await coio::select(rx.recv(), none.acquire());
      expect(r.index() == 0 && std::get<0>(r) == i);
    }
    co_await sending.join();
  });
}

BOOST_DATA_TEST_CASE(selection_does_not_meet_itself, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    auto [tx, rx] = coio::sync::channel<int>(0);
    auto both = coio::spawn([tx = tx, rx = rx]() -> awaitable<void> {
      const auto r = co_await coio::select(tx.send(1), rx.recv());
      expect(r.index() == 1 && std::get<1>(r) == 2);
    });
    for (int i = 0; i < 5; ++i)
      co_await coio::sched();
    expect(!both.done());
    co_await tx.send(2);
    co_await both.join();
    expect(!rx.try_recv());
  });
}

BOOST_DATA_TEST_CASE(operation_that_fails_is_chosen_and_throws, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    auto [tx, rx] = coio::sync::channel<int>(0);
    auto [tx2, rx2] = coio::sync::channel<int>();
    auto failing = coio::spawn([tx = tx, rx2 = rx2]() -> awaitable<bool> {
      try {
        co_await coio::select(tx.send(1), rx2.recv());
      } catch (const asio::system_error& e) {
        co_return e.code() == asio::error::broken_pipe;
      }
      co_return false;
    });
    for (int i = 0; i < 5; ++i)
      co_await coio::sched();
    rx.close();
    expect(co_await failing.join());
  });
}

BOOST_DATA_TEST_CASE(sleep_ends_a_selection_and_takes_nothing, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    auto [tx, rx] = coio::sync::channel<int>();
    const auto before = std::chrono::steady_clock::now();
    auto got = co_await coio::select(rx.recv(), coio::sleep(5ms), coio::sleep(1h));
    expect(got.index() == 1 && std::chrono::steady_clock::now() >= before + 5ms);
    got = co_await coio::select(rx.recv(), coio::sleep(-1s), coio::sleep(1h));
    expect(got.index() == 1);
    co_await tx.send(3);
    const auto value = co_await coio::select(rx.recv(), coio::sleep(0s));
    expect(value.index() == 0 && std::get<0>(value) == 3);
    coio::sync::semaphore none(0);
    const auto no_permit = co_await coio::select(rx.recv(), none.acquire_for(1ms));
    expect(no_permit.index() == 1 && !std::get<1>(no_permit));
    bool late = false;
    try {
      co_await coio::select(rx.recv(), rx.recv_for(1ms));
    } catch (const asio::system_error& e) {
      late = e.code() == asio::error::timed_out;
    }
    expect(late);
  });
}

BOOST_DATA_TEST_CASE(cancelled_selection_has_taken_nothing, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    for (int i = 0; i < 500; ++i) {
      auto [tx1, rx1] = coio::sync::channel<int>();
      auto [tx2, rx2] = coio::sync::channel<int>();
      auto waiting = coio::spawn([rx1 = rx1, rx2 = rx2]() -> awaitable<int> {
        const auto got = co_await coio::select(rx1.recv(), rx2.recv());
        co_return got.index() == 0 ? *std::get<0>(got) : *std::get<1>(got);
      });
      if (i % 3 > 0) co_await coio::sched();
      auto sending = coio::spawn([tx = tx2]() -> awaitable<void> { co_await tx.send(5); });
      if (i % 2) co_await coio::sched();
      waiting.cancel();
      co_await sending.join();
      const bool aborted = co_await was_aborted(waiting);
      expect(aborted == rx2.try_recv().has_value());
    }
  });
}

// Every value is received once, or is still there, whatever ends the waits.
BOOST_DATA_TEST_CASE(stress_takes_each_value_and_permit_once,
                     worker_counts* boost::unit_test::data::make({0, 1, 1000}), workers, bound) {
  static constexpr int takers = 4, senders = 4, each = 2000;
  std::atomic<long> sum{0}, permits_taken{0};
  run(workers, [&]() -> awaitable<void> {
    auto [tx1, rx1] = coio::sync::channel<int>(static_cast<std::size_t>(bound));
    auto [tx2, rx2] = coio::sync::channel<int>(static_cast<std::size_t>(bound));
    coio::sync::semaphore permits(0);
    std::vector<coio::join_handle<void>> all;
    std::atomic<bool> over{false};
    for (int t = 0; t < takers; ++t)
      all.push_back(coio::spawn([&, rx1 = rx1, rx2 = rx2, t]() -> awaitable<void> {
        while (!over)
          try {
            const std::chrono::microseconds limit(50 * t + 20);
            // Ended by a cancellation, or by a limit of its own.
            if (t % 2 == 1) {
              const auto own = co_await coio::select(rx1.recv_for(limit), permits.acquire());
              if (own.index() == 1)
                ++permits_taken;
              else if (std::get<0>(own))
                sum += *std::get<0>(own);
              continue;
            }
            const auto got = co_await coio::timeout(
                limit, coio::when_any(rx1.recv(), permits.acquire(), rx2.recv()));
            if (got.index() == 1) {
              ++permits_taken;
              continue;
            }
            const auto& v = got.index() == 0 ? std::get<0>(got) : std::get<2>(got);
            if (v) sum += *v;
          } catch (const asio::system_error& e) {
            expect(e.code() == asio::error::timed_out);
          }
      }));
    std::vector<coio::join_handle<void>> sending;
    for (int s = 0; s < senders; ++s)
      sending.push_back(coio::spawn([&, tx1 = tx1, tx2 = tx2]() -> awaitable<void> {
        for (int i = 0; i < each; ++i) {
          co_await coio::select(tx1.send(1), tx2.send(1));
          if (i % 4 == 0) permits.release();
        }
      }));
    std::thread outside([&permits, tx = tx1] {
      for (int i = 0; i < each; ++i) {
        tx.blocking_send(1);
        if (i % 4 == 0) permits.release();
      }
    });
    for (auto& h : sending)
      co_await h.join();
    while (sum < (senders + 1L) * each || permits_taken < (senders + 1L) * each / 4)
      co_await coio::sleep(1ms);
    over = true;
    for (auto& h : all)
      co_await h.join();
    outside.join();
    expect(!rx1.try_recv() && !rx2.try_recv() && permits.available() == 0);
  });
  BOOST_TEST(sum == (senders + 1L) * each);
  BOOST_TEST(permits_taken == (senders + 1L) * each / 4);
}

BOOST_DATA_TEST_CASE(lock_of_a_selection_excludes, worker_counts, workers) {
  int in = 0, total = 0;
  run(workers, [&]() -> awaitable<void> {
    coio::sync::mutex a, b;
    coio::task_group group;
    for (int c = 0; c < 4; ++c)
      group.spawn([&, c]() -> awaitable<void> {
        for (int i = 0; i < 500; ++i) {
          const auto held = co_await coio::select((c % 2 ? a : b).lock(), (c % 2 ? b : a).lock());
          if (held.index() == 0 || i % 2) co_await coio::sched();
        }
      });
    for (int c = 0; c < 4; ++c)
      group.spawn([&]() -> awaitable<void> {
        coio::sync::semaphore none(0);
        for (int i = 0; i < 500; ++i) {
          const auto held = co_await coio::select(none.acquire(), a.lock());
          expect(++in == 1);
          if (i % 2) co_await coio::sched();
          ++total;
          --in;
        }
      });
    co_await group.join();
    expect(static_cast<bool>(a.try_lock()) && static_cast<bool>(b.try_lock()));
  });
  BOOST_TEST(total == 2000);
}

// AddressSanitizer looks whether something is left or used afterwards.
BOOST_DATA_TEST_CASE(context_is_destroyed_while_selections_wait, worker_counts, workers) {
  auto [tx1, rx1] = coio::sync::channel<int>(0);
  auto [tx2, rx2] = coio::sync::channel<int>(0);
  auto first = std::make_shared<int>();
  {
    coio::io_context ctx(workers);
    for (int i = 0; i < 50; ++i)
      coio::spawn(ctx, [rx1 = rx1, tx2 = tx2, first]() -> awaitable<void> {
        coio::sync::semaphore mine(0);
        co_await coio::select(rx1.recv(), tx2.send(1), mine.acquire(), coio::sleep(1h));
      });
    ctx.run_for(20ms);
    BOOST_TEST(first.use_count() == 51);
  }
  BOOST_TEST(first.use_count() == 1);
  BOOST_TEST(!tx1.try_send(1));
  BOOST_TEST(!rx2.try_recv());
}

BOOST_DATA_TEST_CASE(what_is_always_ready_gives_way, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    coio::sync::semaphore permits(1);
    coio::sync::semaphore none(0);
    std::atomic<bool> stop{false};
    auto looping = coio::spawn([&]() -> awaitable<void> {
      while (!stop) {
        co_await coio::select(none.acquire(), permits.acquire());
        permits.release();
      }
    });
    co_await coio::sleep(1ms);
    stop = true;
    co_await looping.join();
  });
}

// The sender of a selection cannot wait on, for the others of its operations have been passed over.
BOOST_AUTO_TEST_CASE(receive_without_memory_is_told_to_a_selection_that_sends) {
  using value = coio::test::moved_without_memory;
  run(1, []() -> awaitable<void> {
    auto [tx, rx] = coio::sync::channel<value>(1);
    co_await tx.send(value(1));
    coio::sync::semaphore none(0);
    auto sending = coio::spawn([&none, tx = tx]() -> awaitable<bool> {
      try {
        co_await coio::select(none.acquire(), tx.send(value(2)));
      } catch (const asio::system_error& e) {
        co_return e.code() == asio::error::no_memory;
      }
      co_return false;
    });
    co_await coio::sched();  // the only worker runs it, up to its wait
    value::moves_left = 1;
    const auto first = rx.try_recv();
    expect(value::moves_left.exchange(-1) == -1);
    expect(first && first->value == 1);
    expect(co_await sending.join());
    expect(!rx.try_recv() && none.available() == 0);
  });
}

// As a coroutine it keeps what it needs, made before and elsewhere than it is awaited.
BOOST_DATA_TEST_CASE(selection_is_kept_as_a_coroutine, worker_counts, workers) {
  auto [tx, rx] = coio::sync::channel<int>();
  std::optional<coio::sync::receiver<int>> gone(std::move(rx));
  awaitable<std::variant<std::optional<int>, std::monostate>> kept =
      coio::select(gone->recv(), coio::sleep(1h));
  gone.reset();
  run(workers, [&]() -> awaitable<void> {
    const auto got = co_await std::move(kept);
    expect(got.index() == 0 && !std::get<0>(got));
  });
  BOOST_TEST(tx.closed());
}

// What ends the waits comes from another thread: values, ends, permits, promises.
BOOST_DATA_TEST_CASE(another_thread_ends_selections, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    for (int i = 0; i < 300; ++i) {
      auto ends = coio::sync::channel<int>(0);
      auto result = coio::sync::make_future<int>();
      coio::sync::semaphore permits(0);
      coio::sync::mono_barrier barrier;
      std::thread other([&] {
        if (i % 4 == 0) permits.release();
        if (i % 4 == 1) ends.first.close();
        if (i % 4 == 2) result.first.resolve(i);
        if (i % 4 == 3) barrier.notify();
        permits.release();
      });
      const auto got = co_await coio::select(ends.second.recv(), permits.acquire(),
                                             result.second.get(), barrier.wait());
      const std::size_t chosen = got.index();
      // Its own, or what came behind it.
      expect(chosen == 1 || (chosen == 0 && i % 4 == 1) || (chosen == 2 && i % 4 == 2) ||
             (chosen == 3 && i % 4 == 3));
      other.join();
      expect(permits.available() == (i % 4 == 0 ? 2u : 1u) - (chosen == 1));
    }
  });
}

// Spawned before run(), joined by a handler in a strand.
BOOST_DATA_TEST_CASE(selection_made_before_run_is_joined_in_a_strand, worker_counts, workers) {
  coio::io_context ctx(workers);
  auto [tx, rx] = coio::sync::channel<int>();
  int seen = 0;
  auto body = [&, rx = rx]() -> awaitable<int> {
    const auto got = co_await coio::select(rx.recv(), coio::sleep(1h));
    co_return *std::get<0>(got);
  };
  const auto strand = asio::make_strand(ctx.get_executor());
  coio::spawn(ctx, body).join(asio::bind_executor(strand, [&](std::exception_ptr e, int v) {
    BOOST_TEST(!e);
    BOOST_TEST(strand.running_in_this_thread());
    seen = v;
  }));
  asio::post(ctx, [tx = tx] { BOOST_TEST(tx.try_send(7)); });
  ctx.run();
  BOOST_TEST(seen == 7);
}
