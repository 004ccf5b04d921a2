// What a coroutine of the facade can await, and how long it may go on without waiting.
#include <atomic>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <coroutine>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

#include "coio/coio.hpp"
#include "coro/checks.hpp"

// After the whole of Asio, which it does not include itself.
#include <asio/experimental/parallel_group.hpp>

using coio::awaitable;
using namespace std::chrono_literals;

namespace awaiting {

const auto worker_counts = boost::unit_test::data::make({1, 2, 4});

using coio::test::expect;
using coio::test::run;

struct no_default {
  explicit no_default(int v) : value(v) {}
  int value;
};

// An awaitable of another library, which resumes on a thread of its own.
struct on_a_thread {
  // Of one coroutine, whose turn orders what it does with them. Not detached: MinGW's winpthreads
  // frees what describes a thread that has ended before it was detached, while that thread still
  // uses it; the next thread then may never run.
  inline static std::vector<std::jthread> threads;

  int value;
  bool throws = false;
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> h) const {
    threads.emplace_back([h] { h.resume(); });
  }
  int await_resume() const {
    if (throws) throw std::runtime_error("foreign");
    return value;
  }
};

struct with_operator {
  int value;
  auto operator co_await() const noexcept { return on_a_thread{value}; }
};

awaitable<int> square(int i) {
  co_return i* i;
}

awaitable<void> descend(int depth) {
  if (depth > 0) co_await descend(depth - 1);
}

}  // namespace awaiting

using namespace awaiting;

BOOST_DATA_TEST_CASE(asio_awaitable_is_awaited_directly, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    for (int i = 0; i < 100; ++i) {
      expect(co_await [](int x) -> asio::awaitable<int> {
        asio::steady_timer t(co_await asio::this_coro::executor, 1us);
        co_await t.async_wait(asio::use_awaitable);
        co_return x;
      }(i) == i);
      using typed = asio::awaitable<std::unique_ptr<int>, coio::io_context::executor_type>;
      const auto p = co_await [](int x) -> typed { co_return std::make_unique<int>(x); }(i);
      expect(*p == i);
      const no_default n =
          co_await [](int x) -> asio::awaitable<no_default> { co_return no_default(x); }(i);
      expect(n.value == i);
      std::string caught;
      try {
        co_await []() -> asio::awaitable<void> {
          co_await asio::post(asio::use_awaitable);
          throw std::runtime_error("asio");
        }();
      } catch (const std::runtime_error& e) {
        caught = e.what();
      }
      expect(caught == "asio");
    }
  });
}

BOOST_DATA_TEST_CASE(asio_awaitable_awaits_one_of_ours, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    const int got = co_await []() -> asio::awaitable<int> {
      const auto ex = co_await asio::this_coro::executor;
      const int a = co_await asio::co_spawn(ex, square(7), asio::use_awaitable);
      const int b = co_await coio::spawn(square, 2).join(asio::use_awaitable);
      co_return a + b;
    }();
    expect(got == 53);
  });
}

BOOST_DATA_TEST_CASE(types_of_other_libraries_are_awaited, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    for (int i = 0; i < 50; ++i) {
      expect(co_await on_a_thread{i} == i);
      expect(co_await with_operator{i} == i);
      bool thrown = false;
      try {
        co_await on_a_thread{i, true};
      } catch (const std::runtime_error&) {
        thrown = true;
      }
      expect(thrown);
    }
  });
  on_a_thread::threads.clear();
}

// As for all coroutines: none runs on the stack of another one.
BOOST_AUTO_TEST_CASE(coroutine_that_another_resumes_does_not_run_within_it) {
  run(1, []() -> awaitable<void> {
    struct kept {
      std::coroutine_handle<>& handle;
      bool await_ready() const noexcept { return false; }
      void await_suspend(std::coroutine_handle<> h) const noexcept { handle = h; }
      void await_resume() const noexcept {}
    };
    std::coroutine_handle<> handle;
    bool went_on = false;
    auto h = coio::spawn([&]() -> awaitable<void> {
      co_await kept{handle};
      went_on = true;
    });
    co_await coio::sched();
    handle.resume();
    expect(!went_on);
    co_await h.join();
    expect(went_on);
  });
}

BOOST_DATA_TEST_CASE(handles_and_futures_are_awaited, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    auto h = coio::spawn(square, 5);
    expect(co_await h == 25);
    auto [promise, future] = coio::sync::make_future<int>();
    coio::spawn([p = std::move(promise)]() mutable { p.resolve(3); });
    expect(co_await future == 3);
    expect(co_await coio::spawn(square(6)) == 36);  // one that has been made already
  });
}

BOOST_AUTO_TEST_CASE(operation_with_adapted_tokens_is_awaited) {
  run(2, []() -> awaitable<void> {
    asio::steady_timer t(co_await asio::this_coro::executor, 1h);
    auto h = coio::spawn([&]() -> awaitable<void> {
      asio::error_code ec;
      co_await t.async_wait(asio::redirect_error(coio::use_awaitable, ec));
      expect(ec == asio::error::operation_aborted);
    });
    while (t.cancel() == 0)
      co_await coio::sched();
    co_await h.join();
    using typed = coio::use_awaitable_t::as_default_on_t<asio::basic_waitable_timer<
        std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>,
        coio::io_context::executor_type>>;
    typed with_default(co_await asio::this_coro::executor, 1us);
    co_await with_default.async_wait();
    awaitable<void> as_coroutine = with_default.async_wait();
    co_await std::move(as_coroutine);
  });
}

BOOST_AUTO_TEST_CASE(coroutine_that_was_moved_from_throws) {
  run(1, []() -> awaitable<void> {
    auto a = square(2);
    auto b = std::move(a);
    bool thrown = false;
    try {
      co_await std::move(a);
    } catch (const std::logic_error&) {
      thrown = true;
    }
    expect(thrown);
    expect(co_await std::move(b) == 4);
  });
}

BOOST_AUTO_TEST_CASE(spawn_on_a_context_works_on_any_thread) {
  coio::io_context ctx(2);
  auto h = coio::spawn(ctx, square, 9);
  auto value = h.join(asio::use_future);
  auto other = asio::co_spawn(ctx, square(3), asio::use_future);
  ctx.run();
  BOOST_TEST(value.get() == 81);
  BOOST_TEST(other.get() == 9);
}

BOOST_AUTO_TEST_CASE(co_spawn_on_another_context_is_refused) {
  asio::io_context ctx;
  BOOST_CHECK_THROW(asio::co_spawn(ctx.get_executor(), square(3), asio::detached),
                    std::logic_error);
}

// In which it would not run. The type of a strand is a mistake that the compiler tells.
BOOST_AUTO_TEST_CASE(co_spawn_within_a_strand_is_refused) {
  coio::io_context ctx(2);
  const asio::any_io_executor erased = ctx.get_executor();
  const asio::any_io_executor strands[] = {asio::make_strand(ctx), asio::make_strand(erased),
                                           coio::strand(ctx.get_executor()),
                                           asio::make_strand(static_cast<asio::io_context&>(ctx))};
  for (const auto& strand : strands)
    BOOST_CHECK_THROW(asio::co_spawn(strand, square(3), asio::detached), std::logic_error);
  auto value = asio::co_spawn(erased, square(3), asio::use_future);
  ctx.run();
  BOOST_TEST(value.get() == 9);
}

// Neither the stack nor the others' patience ends before.
BOOST_DATA_TEST_CASE(millions_of_steps_need_no_stack, worker_counts, workers) {
#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
  constexpr int steps = 200'000;
#else
  constexpr int steps = 10'000'000;
#endif
  run(workers, []() -> awaitable<void> {
    long sum = 0;
    for (int i = 0; i < steps; ++i)
      sum += co_await square(1);
    expect(sum == steps);
    co_await descend(steps / 100);
  });
}

BOOST_AUTO_TEST_CASE(deep_coroutine_is_destroyed_without_recursion) {
  run(1, []() -> awaitable<void> {
    coio::spawn([]() -> awaitable<void> {
      struct deep {
        static awaitable<void> down(int n) {
          if (n > 0)
            co_await down(n - 1);
          else
            co_await coio::sleep(1h);
        }
      };
      co_await deep::down(200'000);
    }).detach();
    co_await coio::sleep(20ms);
  });
}

namespace {

// A sleeper wakes beside one that is never made to wait.
template <typename F>
void gives_way(F step) {
  run(1, [step]() -> awaitable<void> {
    std::atomic<bool> stop{false};
    auto h = coio::spawn([&]() -> awaitable<void> {
      while (!stop)
        co_await step();
    });
    co_await coio::sleep(2ms);
    stop = true;
    co_await h.join();
  });
}

}  // namespace

BOOST_AUTO_TEST_CASE(what_is_always_ready_gives_way) {
  gives_way([]() -> awaitable<void> { co_return; });
  gives_way([]() -> awaitable<void> {
    coio::sync::mutex m;
    const auto g = co_await m.lock();
  });
  gives_way([]() -> awaitable<void> {
    coio::sync::semaphore s(1);
    co_await s.acquire();
  });
  gives_way([]() -> awaitable<void> {
    auto [promise, future] = coio::sync::make_future<void>();
    promise.resolve();
    co_await future.get();
  });
  gives_way([]() -> awaitable<void> {
    auto [tx, rx] = coio::sync::channel<int>();
    co_await tx.send(1);
    co_await rx.recv();
  });
  gives_way([] { return coio::spawn([]() -> awaitable<void> { co_return; }).join(); });
  // An operation of Asio's that completes while it is begun.
  gives_way([] {
    return asio::async_initiate<const coio::use_awaitable_t, void()>(
        [](auto handler) { std::move(handler)(); }, coio::use_awaitable);
  });
}

BOOST_DATA_TEST_CASE(sleep_never_ends_early, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    std::vector<coio::join_handle<void>> all;
    for (int i = 0; i < 300; ++i)
      all.push_back(coio::spawn(
          [](int n) -> awaitable<void> {
            for (int k = 0; k < 5; ++k) {
              const auto d = std::chrono::microseconds((n * 37 + k * 911) % 5000);
              const auto begin = std::chrono::steady_clock::now();
              co_await coio::sleep(d);
              expect(std::chrono::steady_clock::now() - begin >= d);
            }
          },
          i));
    co_await coio::join_all(std::move(all));
  });
}

BOOST_AUTO_TEST_CASE(timer_that_is_not_needed_any_more_keeps_nobody) {
  const auto begin = std::chrono::steady_clock::now();
  coio::spawn([]() -> awaitable<void> { co_await coio::timeout(1h, coio::sleep(1ms)); });
  coio::scheduler::run(2);
  coio::io_context ctx(1);
  coio::spawn(ctx, []() -> awaitable<void> { co_await coio::timeout(1h, coio::sleep(1ms)); });
  ctx.run();
  ctx.restart();
  coio::spawn(ctx, []() -> awaitable<void> { co_await coio::timeout(1h, coio::sleep(1ms)); });
  while (!ctx.stopped())
    ctx.run_one();
  ctx.restart();
  auto h = coio::spawn(ctx, []() -> awaitable<void> { co_await coio::timeout(1h, coio::sched()); });
  // One call that does not wait, as with an asio::io_context.
  BOOST_TEST(ctx.poll() > 0u);
  BOOST_TEST(h.done());
  BOOST_TEST(ctx.stopped());
  BOOST_TEST((std::chrono::steady_clock::now() - begin < 30min));
}

BOOST_DATA_TEST_CASE(timeout_loses_no_value, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    constexpr int count = 500;
    auto [tx, rx] = coio::sync::channel<int>();
    auto h = coio::spawn([t = std::move(tx)]() -> awaitable<void> {
      for (int i = 0; i < count; ++i) {
        co_await coio::sleep(std::chrono::microseconds(20 + i % 7 * 10));
        co_await t.send(i);
      }
    });
    int got = 0, late = 0;
    for (;;)
      try {
        const auto v =
            ++late % 2 ? co_await coio::timeout(50us, rx.recv()) : co_await rx.recv_for(50us);
        if (!v) break;
        ++got;
      } catch (const asio::system_error& e) {
        expect(e.code() == asio::error::timed_out);
      }
    expect(got == count);
    co_await h.join();
  });
}

BOOST_DATA_TEST_CASE(timeout_loses_no_permit, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    coio::sync::semaphore s(0);
    int taken = 0;
    auto h = coio::spawn([&]() -> awaitable<void> {
      for (int i = 0; i < 300; ++i) {
        co_await coio::sleep(std::chrono::microseconds(20 + i % 7 * 10));
        s.release();
      }
    });
    while (!h.done() || s.available() > 0)
      try {
        if (taken % 2) {
          co_await coio::timeout(50us, s.acquire());
          ++taken;
        } else if (co_await s.acquire_for(50us)) {
          ++taken;
        }
      } catch (const asio::system_error&) {
      }
    expect(taken == 300);
    co_await h.join();
  });
}

BOOST_AUTO_TEST_CASE(timeout_within_a_timeout_ends_at_the_earlier) {
  run(2, []() -> awaitable<void> {
    const auto code = [](auto a) -> awaitable<asio::error_code> {
      try {
        co_await std::move(a);
      } catch (const asio::system_error& e) {
        co_return e.code();
      }
      co_return asio::error_code();
    };
    // The outer one: the inner one passes it on.
    expect(co_await code(coio::timeout(1ms, coio::timeout(1h, coio::sleep(1h)))) ==
           asio::error::timed_out);
    // The inner one: the outer one has time left, and so has what follows.
    expect(co_await code(coio::timeout(1h, [&]() -> awaitable<void> {
             expect(co_await code(coio::timeout(1ms, coio::sleep(1h))) == asio::error::timed_out);
             co_await coio::sleep(1ms);
           }())) == asio::error_code());
    expect(co_await code(coio::timeout(std::chrono::nanoseconds::max(), coio::sleep(1ms))) ==
           asio::error_code());
    // Cleaning up, with cancellation kept off, may have a limit of its own.
    auto h = coio::spawn([&]() -> awaitable<void> {
      co_await asio::this_coro::reset_cancellation_state(asio::disable_cancellation());
      expect(co_await code(coio::timeout(1ms, coio::sleep(1h))) == asio::error::timed_out);
    });
    co_await coio::sched();
    h.cancel();
    co_await code(h.join());
  });
}

// Two operations of one coroutine complete at the same time, on two workers.
BOOST_DATA_TEST_CASE(parallel_group_needs_no_strand, worker_counts, workers) {
  coio::io_context ctx(workers);
  std::atomic<int> ended{0};
  constexpr int n = 500;
  for (int i = 0; i < n; ++i)
    coio::spawn(ctx, [&]() -> awaitable<void> {
      auto& c = static_cast<coio::io_context&>(
          asio::query(co_await asio::this_coro::executor, asio::execution::context));
      asio::steady_timer soon(c.next_executor(), 1ms), later(c.next_executor(), 1h);
      asio::steady_timer also_soon(c.next_executor(), 1ms);
      co_await asio::experimental::make_parallel_group(
          [&](auto token) { return soon.async_wait(std::move(token)); },
          [&](auto token) { return later.async_wait(std::move(token)); },
          [&](auto token) { return also_soon.async_wait(std::move(token)); })
          .async_wait(asio::experimental::wait_for_one(), coio::use_awaitable);
      ++ended;
    });
  ctx.run();
  BOOST_TEST(ended == n);
}
