#include <algorithm>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <coio/builder.hpp>
#include <coio/io_context.hpp>
#include <coio/metrics.hpp>
#include <coio/sched.hpp>
#include <coio/scheduler.hpp>
#include <coio/spawn.hpp>
#include <coio/sync.hpp>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <vector>

#include "support.hpp"

namespace {

template <typename F>
auto run(int workers, F f) {
  return coio::scheduler{}.with_workers(workers).run(std::move(f));
}

// Collects what is reported as unhandled while it lives.
class unhandled_log {
 public:
  unhandled_log()
      : previous_(coio::set_unhandled_exception_handler(
            [this](const std::string& name, std::exception_ptr e) {
              const std::lock_guard lock(mutex_);
              try {
                std::rethrow_exception(e);
              } catch (const std::exception& error) {
                seen_.push_back(name + ": " + error.what());
              }
            })) {}
  ~unhandled_log() { coio::set_unhandled_exception_handler(previous_); }

  std::vector<std::string> seen() {
    const std::lock_guard lock(mutex_);
    return seen_;
  }

 private:
  std::mutex mutex_;
  std::vector<std::string> seen_;
  coio::unhandled_exception_handler previous_;
};

struct no_default {
  explicit no_default(int v) : value(v) {}
  int value;
};

}  // namespace

BOOST_AUTO_TEST_CASE(join_gives_the_value) {
  for (int workers : {1, 4}) {
    const int sum = run(workers, []() -> coio::awaitable<int> {
      auto a = coio::spawn([]() -> coio::awaitable<int> { co_return 1; });
      auto b = coio::spawn(
          [](int x) -> coio::awaitable<no_default> {
            co_await coio::sched();
            co_return no_default(x);
          },
          2);
      auto c = coio::spawn([](std::string s) { return s.size(); }, std::string("four"));
      auto d = coio::spawn([]() -> asio::awaitable<std::unique_ptr<int>> {
        co_await asio::post(asio::use_awaitable);
        co_return std::make_unique<int>(8);
      });
      const int first = co_await a.join();
      const no_default second = co_await b.join();
      const std::size_t third = co_await c.join();
      const auto fourth = co_await d.join();
      co_return first + second.value + static_cast<int>(third) + *fourth;
    });
    BOOST_TEST(sum == 15);
  }
}

BOOST_AUTO_TEST_CASE(coroutine_that_has_been_made_already_is_started) {
  constexpr auto value = [](int v) -> coio::awaitable<int> {
    co_await coio::sched();
    co_return v;
  };
  const coio::spawn_options named{.name = "named"};
  coio::io_context ctx(2);
  std::vector<coio::join_handle<int>> elsewhere;
  elsewhere.push_back(coio::spawn(ctx, value(1)));
  elsewhere.push_back(coio::spawn(ctx, named, value(2)));
  const std::string text = run(2, [&]() -> coio::awaitable<std::string> {
    std::vector<coio::join_handle<int>> handles;
    handles.push_back(coio::spawn(value(3)));
    handles.push_back(coio::spawn(named, value(4)));
    handles.push_back(coio::builder{}.name("built").spawn(value(5)));
    handles.push_back(coio::spawn([]() -> asio::awaitable<int> { co_return 6; }()));
    auto [tx, rx] = coio::sync::channel<int>();
    auto received = coio::spawn(rx.recv());
    co_await tx.send(7);
    BOOST_TEST((co_await received.join() == 7));
    std::string seen;
    for (auto& h : handles)
      seen += h.name() + std::to_string(co_await h.join());
    co_return seen;
  });
  BOOST_TEST(text == "3named4built56");
  // Only a run of their context runs these.
  BOOST_TEST(!elsewhere[0].done());
  BOOST_TEST(elsewhere[1].name() == "named");
  auto first = elsewhere[0].join(asio::use_future), second = elsewhere[1].join(asio::use_future);
  ctx.run();
  BOOST_TEST(first.get() == 1);
  BOOST_TEST(second.get() == 2);
}

BOOST_AUTO_TEST_CASE(join_throws_what_the_coroutine_threw) {
  run(4, []() -> coio::awaitable<void> {
    auto a = coio::spawn([]() -> coio::awaitable<int> {
      co_await coio::sched();
      throw std::runtime_error("a");
    });
    auto b = coio::spawn([] { throw std::runtime_error("b"); });
    std::string caught;
    try {
      co_await a.join();
    } catch (const std::runtime_error& e) {
      caught += e.what();
    }
    try {
      co_await b.join();
    } catch (const std::runtime_error& e) {
      caught += e.what();
    }
    BOOST_TEST(caught == "ab");
  });
}

BOOST_AUTO_TEST_CASE(join_of_an_empty_or_used_handle_throws) {
  run(1, []() -> coio::awaitable<void> {
    coio::join_handle<int> none;
    BOOST_TEST(!none.valid());
    BOOST_CHECK_THROW((void)none.join(), std::logic_error);
    auto h = coio::spawn([] { return 1; });
    BOOST_TEST(co_await h.join() == 1);
    BOOST_TEST(h.done());
    bool thrown = false;
    try {
      co_await h.join();
    } catch (const std::logic_error&) {
      thrown = true;
    }
    BOOST_TEST(thrown);
  });
}

BOOST_AUTO_TEST_CASE(a_plain_thread_can_join) {
  coio::join_handle<int> h = coio::spawn([]() -> coio::awaitable<int> {
    co_await coio::sched();
    co_return 7;
  });
  auto value = h.join(asio::use_future);
  coio::scheduler::run(2);
  BOOST_TEST(value.get() == 7);
}

// On it nothing can be posted: asio::inline_executor of Asio 1.38 is one.
struct executor_that_calls {
  template <typename F>
  void execute(F&& f) const {
    std::forward<F>(f)();
  }
  bool operator==(const executor_that_calls&) const noexcept = default;
};

BOOST_AUTO_TEST_CASE(join_on_an_executor_that_cannot_be_posted_to_calls_the_handler) {
  for (const bool ended_before : {false, true}) {
    coio::io_context ctx(2);
    coio::join_handle<int> h = coio::spawn(ctx, [] { return 7; });
    if (ended_before) ctx.run();
    coio::test::event called;
    int value = 0;
    h.join(asio::bind_executor(executor_that_calls(), [&](std::exception_ptr e, int v) {
      value = e ? -1 : v;
      called.set();
    }));
    if (!ended_before) ctx.run();
    BOOST_TEST(called.wait());
    BOOST_TEST(value == 7);
  }
}

BOOST_AUTO_TEST_CASE(captures_and_arguments_live_until_the_end) {
  const auto token = std::make_shared<int>(0);
  run(4, [&]() -> coio::awaitable<void> {
    auto h = coio::spawn(
        [token](std::shared_ptr<int> argument, const std::string& text) -> coio::awaitable<bool> {
          for (int i = 0; i < 10; ++i)
            co_await coio::sched();
          co_return argument == token&& text == "text";
        },
        token, std::string("text"));
    BOOST_TEST(co_await h.join());
    // The end is heard of after they are gone.
    BOOST_TEST(token.use_count() == 1);
  });
}

BOOST_AUTO_TEST_CASE(a_dropped_handle_detaches) {
  std::atomic<int> ended{0};
  for (int i = 0; i < 100; ++i)
    coio::spawn([&ended]() -> coio::awaitable<void> {
      co_await coio::sched();
      ++ended;
    });
  coio::scheduler::run(4);
  BOOST_TEST(ended == 100);
}

BOOST_AUTO_TEST_CASE(an_unhandled_exception_is_reported_with_its_name) {
  unhandled_log log;
  coio::builder{}.name("bob").stack_size(1 << 20).spawn([] { throw std::runtime_error("lost"); });
  coio::spawn(coio::spawn_options{.name = "alice"}, []() -> coio::awaitable<void> {
    co_await coio::sched();
    throw std::runtime_error("gone");
  });
  coio::scheduler::run(1);
  const std::vector<std::string> expected{"bob: lost", "alice: gone"};
  BOOST_TEST(log.seen() == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_exception_that_was_joined_is_not_reported) {
  unhandled_log log;
  run(2, []() -> coio::awaitable<void> {
    auto h = coio::spawn([] { throw std::runtime_error("joined"); });
    try {
      co_await h.join();
    } catch (const std::runtime_error&) {
    }
  });
  BOOST_TEST(log.seen().empty());
}

BOOST_AUTO_TEST_CASE(an_exception_is_reported_when_the_handle_is_dropped_after_the_end) {
  unhandled_log log;
  run(1, [&]() -> coio::awaitable<void> {
    auto h = coio::builder{}.name("late").spawn([] { throw std::runtime_error("kept"); });
    while (!h.done())
      co_await coio::sched();
    BOOST_TEST(log.seen().empty());
    h.detach();
    BOOST_TEST(log.seen().size() == 1u);
  });
}

BOOST_AUTO_TEST_CASE(cancel_ends_a_coroutine_that_waits) {
  unhandled_log log;
  run(1, []() -> coio::awaitable<void> {
    auto h =
        coio::spawn([]() -> coio::awaitable<void> { co_await coio::sleep(std::chrono::hours(1)); });
    co_await coio::sched();
    BOOST_TEST(!h.done());
    h.cancel();
    asio::error_code error;
    try {
      co_await h.join();
    } catch (const asio::system_error& e) {
      error = e.code();
    }
    BOOST_TEST((error == asio::error::operation_aborted));
  });
  BOOST_TEST(log.seen().empty());
}

BOOST_AUTO_TEST_CASE(a_long_chain_of_joins_does_not_exhaust_the_stack) {
  const int depth = run(2, []() -> coio::awaitable<int> {
    auto h = coio::spawn([]() -> coio::awaitable<int> {
      co_await coio::sleep_ms(1);
      co_return 0;
    });
    for (int i = 0; i < 100'000; ++i)
      h = coio::spawn([h = std::move(h)]() mutable -> coio::awaitable<int> {
        co_return co_await h.join() + 1;
      });
    co_return co_await h.join();
  });
  BOOST_TEST(depth == 100'000);
}

namespace {

struct tree {
  std::atomic<int> alive{0}, most{0};

  coio::awaitable<int> leaves(int depth) {
    const int now = ++alive;
    for (int before = most; before < now && !most.compare_exchange_weak(before, now);) {
    }
    int n = 1;
    if (depth > 0) {
      auto first = coio::spawn(&tree::leaves, this, depth - 1);
      auto second = coio::spawn(&tree::leaves, this, depth - 1);
      n = co_await second.join();
      n += co_await first.join();
    }
    --alive;
    co_return n;
  }
};

}  // namespace

// Else the whole tree would be in memory before the first leaf ends.
BOOST_AUTO_TEST_CASE(who_is_joined_first_runs_first) {
  for (int workers : {1, 4}) {
    constexpr int depth = 14;
    tree t;
    BOOST_TEST(run(workers, [&] { return t.leaves(depth); }) == 1 << depth);
    BOOST_TEST(t.alive == 0);
    // With more workers it is a matter of chance.
    if (workers == 1) BOOST_TEST(t.most < (1 << depth) / 4);
    BOOST_TEST_MESSAGE(workers << " workers: at most " << t.most << " of " << (2 << depth));
  }
}

BOOST_AUTO_TEST_CASE(a_loop_of_spawn_and_join_leaves_others_their_turn) {
  const bool turn = run(1, []() -> coio::awaitable<bool> {
    bool ran = false;
    auto other = coio::spawn([&ran] { ran = true; });
    for (int i = 0; i < 100'000 && !ran; ++i)
      co_await coio::spawn([]() -> coio::awaitable<void> { co_return; }).join();
    co_return ran;
  });
  BOOST_TEST(turn);
}

BOOST_AUTO_TEST_CASE(many_are_spawned_and_joined_from_many) {
  const long sum = run(4, []() -> coio::awaitable<long> {
    std::vector<coio::join_handle<long>> outer;
    for (int i = 0; i < 50; ++i)
      outer.push_back(coio::spawn([]() -> coio::awaitable<long> {
        std::vector<coio::join_handle<int>> inner;
        for (int k = 0; k < 100; ++k)
          inner.push_back(coio::spawn(
              [](int v) -> coio::awaitable<int> {
                if (v % 2) co_await coio::sched();
                co_return v;
              },
              k));
        long s = 0;
        for (auto& h : inner)
          s += co_await h.join();
        co_return s;
      }));
    long s = 0;
    for (auto& h : outer)
      s += co_await h.join();
    co_return s;
  });
  BOOST_TEST(sum == 50 * 4950);
}

// A join that is cancelled within a handler completes there. Other tasks wait for its end.
BOOST_AUTO_TEST_CASE(no_task_runs_within_a_call_that_completes_a_join) {
  coio::io_context ctx(1);
  coio::join_handle<void> handle;
  asio::cancellation_signal signal;
  bool joined = false, within = false, ran = false;
  asio::post(ctx, [&] {
    handle =
        coio::spawn([]() -> coio::awaitable<void> { co_await coio::sleep(std::chrono::hours(1)); });
    handle.join(asio::bind_cancellation_slot(
        signal.slot(),
        asio::bind_executor(ctx.get_executor(), [&](std::exception_ptr) { joined = true; })));
  });
  asio::post(static_cast<asio::io_context&>(ctx), [&] {
    ctx.poll();
    asio::post(ctx, [&] {
      BOOST_TEST(!within);
      ran = true;
    });
    within = true;
    signal.emit(asio::cancellation_type::terminal);
    BOOST_TEST(joined);
    within = false;
    handle.cancel();
  });
  ctx.run();
  BOOST_TEST(joined);
  BOOST_TEST(ran);
}

// One runner serves coroutines of different types in turn, and each begins as if it were the first.
BOOST_AUTO_TEST_CASE(what_one_coroutine_leaves_does_not_reach_the_next) {
  for (int workers : {1, 4}) {
    const long sum = run(workers, []() -> coio::awaitable<long> {
      long s = 0;
      for (int i = 0; i < 200; ++i) {
        auto nothing = coio::spawn([]() -> coio::awaitable<void> {
          co_await asio::this_coro::throw_if_cancelled(false);
          co_await asio::this_coro::reset_cancellation_state(asio::disable_cancellation());
        });
        auto number = coio::spawn(
            [](int v) -> coio::awaitable<int> {
              BOOST_TEST(co_await asio::this_coro::throw_if_cancelled());
              if (v % 3 == 0) co_await coio::sched();
              co_return v;
            },
            i);
        auto object = coio::spawn([]() -> coio::awaitable<no_default> { co_return no_default(1); });
        auto failing = coio::spawn([]() -> coio::awaitable<std::string> {
          co_await coio::sched();
          throw std::runtime_error("failing");
        });
        auto waiting = coio::spawn(
            []() -> coio::awaitable<void> { co_await coio::sleep(std::chrono::hours(1)); });
        s += (co_await object.join()).value + co_await number.join();
        waiting.cancel();
        bool failed = false, cancelled = false;
        try {
          co_await failing.join();
        } catch (const std::runtime_error&) {
          failed = true;
        }
        try {
          co_await waiting.join();
        } catch (const asio::system_error& e) {
          cancelled = e.code() == asio::error::operation_aborted;
        }
        BOOST_TEST(failed);
        BOOST_TEST(cancelled);
        co_await nothing.join();
      }
      co_return s;
    });
    BOOST_TEST(sum == 200 + 199 * 100);
  }
}

// More than a worker keeps runners for; run() returns when they have all ended.
BOOST_AUTO_TEST_CASE(thousands_that_were_suspended_end_one_after_the_other) {
  for (int workers : {1, 4}) {
    constexpr int n = 3000;
    std::atomic<int> ended{0};
    for (int round = 0; round < 2; ++round) {
      for (int i = 0; i < n; ++i)
        coio::spawn([&ended]() -> coio::awaitable<void> {
          co_await coio::sched();
          co_await coio::sched();
          ++ended;
        });
      coio::scheduler::run(workers);
      BOOST_TEST(ended == (round + 1) * n);
    }
  }
}

// A thread that serves one context within a handler of another ends coroutines of both there.
BOOST_AUTO_TEST_CASE(coroutines_of_two_contexts_end_on_one_thread) {
  coio::io_context outer(1), inner(1);
  int at_home = 0;
  asio::post(outer, [&] {
    asio::post(inner, [&] {
      auto h = std::make_shared<coio::join_handle<int>>(coio::spawn([]() -> coio::awaitable<int> {
        co_await coio::sched();
        co_return 1;
      }));
      // Joined by a coroutine of the other context, which so ends within the inner one's poll().
      asio::post(outer, [&, h] {
        coio::spawn([h]() -> coio::awaitable<void> { BOOST_TEST(co_await h->join() == 1); });
        // Behind it in the queue.
        asio::post(outer, [&] { inner.poll(); });
      });
    });
    // Up to the spawning alone.
    inner.poll_one();
  });
  outer.run();
  asio::post(inner, [&] {
    // All at once, so that each has a runner of its own.
    for (int i = 0; i < 4; ++i)
      coio::spawn([&]() -> coio::awaitable<void> {
        const coio::coroutine_executor executor = co_await asio::this_coro::executor;
        const coio::io_context::executor_type& its = executor;
        at_home += its == inner.get_executor();
        co_await coio::sched();
      });
  });
  inner.restart();
  inner.run();
  BOOST_TEST(at_home == 4);
}

namespace {

struct live {
  int now = 0, most = 0;
};

// A coroutine of a tree, which counts those that have begun and have not ended.
coio::awaitable<long> walk(live& l, int depth, int join_from) {
  l.most = std::max(l.most, ++l.now);
  long leaves = depth == 0;
  if (depth > 0) {
    std::vector<coio::join_handle<long>> children;
    for (int i = 0; i < 10; ++i)
      children.push_back(coio::spawn(walk, std::ref(l), depth - 1, join_from));
    for (std::size_t i = 0; i < 10; ++i)
      leaves += co_await children[(i * 3 + static_cast<std::size_t>(join_from)) % 10].join();
  }
  --l.now;
  co_return leaves;
}

// The same on many workers.
coio::awaitable<void> grow(std::atomic<int>& alive, int depth) {
  ++alive;
  std::vector<coio::join_handle<void>> children;
  for (int i = 0; depth > 0 && i < 10; ++i)
    children.push_back(coio::spawn(grow, std::ref(alive), depth - 1));
  for (auto& c : children)
    co_await c.join();
  --alive;
}

}  // namespace

// Who is joined and has not begun runs next, wherever it stands in the queue: a tree is never in
// memory as a whole.
BOOST_AUTO_TEST_CASE(tree_of_ten_thousand_leaves_has_one_path_of_frames) {
  for (const int join_from : {0, 4, 9}) {
    live l;
    const long leaves =
        coio::scheduler{}.with_workers(1).run([&] { return walk(l, 4, join_from); });
    BOOST_TEST(leaves == 10'000);
    BOOST_TEST(l.most == 5);
    BOOST_TEST(l.now == 0);
  }
}

// It goes on before what is queued, but does not change the order of that.
BOOST_AUTO_TEST_CASE(posts_beside_a_tree_keep_their_order) {
  coio::io_context ctx(1);
  live l;
  std::string order;
  asio::post(ctx, [&] {
    coio::spawn([&] { return walk(l, 4, 0); });
    for (char c = 'a'; c <= 'z'; ++c)
      asio::post(ctx, [&order, c] { order += c; });
  });
  ctx.run();
  BOOST_TEST(order == "abcdefghijklmnopqrstuvwxyz");
}

// The sum rule of doc/observability.md: who is run by the one that joins it has run, too.
BOOST_AUTO_TEST_CASE(tasks_of_a_tree_are_counted) {
  for (int workers : {1, 2, 4}) {
    coio::io_context ctx(workers);
    std::atomic<int> alive{0};
    coio::spawn(ctx, [&] { return grow(alive, 4); });
    ctx.run();
    std::uint64_t submitted = 0, ran = 0;
    for (const coio::worker_metrics& w : ctx.metrics().workers) {
      submitted += w.posted + w.injected;
      ran += w.tasks + w.queue_length;
    }
    BOOST_TEST(submitted == ran);
    BOOST_TEST(ran >= 11'111u);
    BOOST_TEST(alive == 0);
  }
}
