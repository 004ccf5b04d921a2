#include <atomic>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <coio/dump.hpp>
#include <coio/join_all.hpp>
#include <coio/sched.hpp>
#include <coio/scheduler.hpp>
#include <coio/sync.hpp>
#include <coio/task_group.hpp>
#include <coio/timeout.hpp>
#include <coio/when_any.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#if !defined(__clang__)
#include <malloc.h>
#define COUNTS_MEMORY
#endif
#endif

namespace {

using namespace std::chrono_literals;

template <typename F>
void run(F f) {
  for (int workers : {1, 4})
    coio::scheduler{}.with_workers(workers).run(f);
}

coio::awaitable<int> number(int i) {
  co_await coio::sched();
  co_return i;
}

coio::awaitable<void> failing() {
  co_await coio::sched();
  throw std::runtime_error("failed");
}

// Counts its end, however it comes.
coio::awaitable<void> for_ever(std::atomic<int>& ended) {
  struct at_end {
    std::atomic<int>& n;
    ~at_end() { ++n; }
  } count{ended};
  co_await coio::sleep(1h);
}

template <typename T>
coio::awaitable<asio::error_code> error_of(coio::awaitable<T> a) {
  try {
    co_await std::move(a);
  } catch (const asio::system_error& e) {
    co_return e.code();
  }
  co_return asio::error_code();
}

}  // namespace

BOOST_AUTO_TEST_CASE(join_all_gives_all_values) {
  run([]() -> coio::awaitable<void> {
    std::vector<coio::join_handle<int>> handles;
    for (int i = 0; i < 10; ++i)
      handles.push_back(coio::spawn(number, i));
    const auto values = co_await coio::join_all(std::move(handles));
    for (int i = 0; i < 10; ++i)
      BOOST_TEST(values[static_cast<std::size_t>(i)] == i);
    const auto [a, b] = co_await coio::join_all(number(1), number(2));
    BOOST_TEST(a == 1);
    BOOST_TEST(b == 2);
  });
}

BOOST_AUTO_TEST_CASE(join_all_of_an_empty_handle_throws) {
  run([]() -> coio::awaitable<void> {
    bool thrown = false;
    try {
      co_await coio::join_all(coio::spawn(number, 1), coio::join_handle<int>());
    } catch (const std::logic_error&) {
      thrown = true;
    }
    BOOST_TEST(thrown);
  });
}

BOOST_AUTO_TEST_CASE(join_all_throws_after_all_have_ended) {
  run([]() -> coio::awaitable<void> {
    auto slow = coio::spawn([]() -> coio::awaitable<void> { co_await coio::sleep_ms(2); });
    std::vector<coio::join_handle<void>> handles;
    handles.push_back(coio::spawn(failing));
    std::atomic<bool> ended{false};
    handles.push_back(coio::spawn([&]() -> coio::awaitable<void> {
      co_await slow.join();
      ended = true;
    }));
    bool thrown = false;
    try {
      co_await coio::join_all(std::move(handles));
    } catch (const std::runtime_error&) {
      thrown = true;
    }
    BOOST_TEST(thrown);
    BOOST_TEST(ended);
  });
}

BOOST_AUTO_TEST_CASE(when_any_gives_the_first_and_ends_the_others) {
  run([]() -> coio::awaitable<void> {
    std::atomic<int> ended{0};
    const auto first = co_await coio::when_any(for_ever(ended), number(7), for_ever(ended));
    BOOST_TEST(first.index() == 1u);
    BOOST_TEST(std::get<1>(first) == 7);
    BOOST_TEST(ended <= 2);
    BOOST_TEST(coio::scheduler::work_count() == 1u);
  });
}

// AddressSanitizer sees whether one of them uses what has gone with another.
BOOST_AUTO_TEST_CASE(scheduler_ends_while_one_awaits_the_first_of_several) {
  const auto token = std::make_shared<int>();
  run([&]() -> coio::awaitable<void> {
    std::atomic<int> begun{0};
    const auto sleeper = [&](std::shared_ptr<int>) -> coio::awaitable<void> {
      ++begun;
      co_await coio::sleep(1h);
    };
    coio::spawn([&, token]() -> coio::awaitable<void> {
      co_await coio::when_any(sleeper(token), sleeper(token));
    });
    while (begun < 2)
      co_await coio::sched();
    co_await coio::sched();
  });
  BOOST_TEST(token.use_count() == 1);
}

#if defined(COUNTS_MEMORY)
BOOST_AUTO_TEST_CASE(a_group_lets_go_of_children_that_have_ended) {
  run([]() -> coio::awaitable<void> {
    coio::task_group group;
    const auto spawn = [&](int n) -> coio::awaitable<std::size_t> {
      for (int i = 0; i < n; ++i) {
        group.spawn([] {});
        co_await coio::sched();
      }
      co_return ::mallinfo2().uordblks;
    };
    const auto before = co_await spawn(2000), after = co_await spawn(20'000);
    BOOST_TEST(after < before + 500'000);
    co_await group.join();
  });
}
#endif

BOOST_AUTO_TEST_CASE(when_any_throws_what_the_first_threw) {
  run([]() -> coio::awaitable<void> {
    std::atomic<int> ended{0};
    bool thrown = false;
    try {
      co_await coio::when_any(for_ever(ended), failing());
    } catch (const std::runtime_error&) {
      thrown = true;
    }
    BOOST_TEST(thrown);
  });
}

BOOST_AUTO_TEST_CASE(timeout_ends_what_takes_too_long) {
  run([]() -> coio::awaitable<void> {
    std::atomic<int> ended{0};
    const auto error = co_await error_of(coio::timeout(2ms, for_ever(ended)));
    BOOST_TEST((error == asio::error::timed_out));
    BOOST_TEST(ended == 1);
    BOOST_TEST(co_await coio::timeout(1h, number(3)) == 3);
  });
}

BOOST_AUTO_TEST_CASE(cancelling_a_timeout_cancels_what_it_guards) {
  coio::scheduler{}.with_workers(1).run([]() -> coio::awaitable<void> {
    std::atomic<int> ended{0};
    auto h = coio::spawn(
        [&]() -> coio::awaitable<void> { co_await coio::timeout(1h, for_ever(ended)); });
    for (int i = 0; i < 5; ++i)
      co_await coio::sched();
    h.cancel();
    const auto error = co_await error_of<void>(h.join());
    BOOST_TEST((error == asio::error::operation_aborted));
    BOOST_TEST(ended == 1);
    BOOST_TEST(coio::scheduler::work_count() == 1u);
  });
}

BOOST_AUTO_TEST_CASE(a_group_awaits_its_children) {
  run([]() -> coio::awaitable<void> {
    std::atomic<int> sum{0};
    coio::task_group group;
    for (int i = 1; i <= 10; ++i)
      group.spawn([&sum, &group, i]() -> coio::awaitable<void> {
        sum += co_await number(i);
        group.spawn([&sum] { ++sum; });
      });
    co_await group.join();
    BOOST_TEST(sum == 65);
    BOOST_TEST(coio::scheduler::work_count() == 1u);
  });
}

BOOST_AUTO_TEST_CASE(a_group_takes_coroutines_that_have_been_made_and_options) {
  run([]() -> coio::awaitable<void> {
    std::atomic<int> sum{0};
    coio::sync::mono_barrier go_on;
    const auto add = [&](int i) -> coio::awaitable<void> {
      co_await go_on.wait();
      sum += i;
    };
    const coio::spawn_options first{.name = "first"}, second{.name = "second"};
    coio::task_group group;
    group.spawn(add(1));
    group.spawn(first, add(2));
    group.spawn(second, add, 4);
    std::multiset<std::string> names;
    while (names.size() < 4) {  // with the coroutine that asks
      co_await coio::sched();
      names.clear();
      for (const coio::coroutine_group& g : coio::dump().groups)
        for (const coio::coroutine_info& c : g.examples)
          names.insert(c.name);
    }
    BOOST_TEST((names == std::multiset<std::string>{"", "", "first", "second"}));
    go_on.notify();
    co_await group.join();
    BOOST_TEST(sum == 7);
  });
}

BOOST_AUTO_TEST_CASE(a_group_cancels_the_rest_at_the_first_failure) {
  run([]() -> coio::awaitable<void> {
    std::atomic<int> begun{0}, ended{0};
    coio::task_group group;
    for (int i = 0; i < 10; ++i)
      group.spawn([&]() -> coio::awaitable<void> {
        ++begun;
        co_await for_ever(ended);
      });
    group.spawn([]() -> coio::awaitable<void> {
      co_await coio::sleep_ms(2);
      co_await failing();
    });
    std::string caught;
    try {
      co_await group.join();
    } catch (const std::runtime_error& e) {
      caught = e.what();
    }
    BOOST_TEST(caught == "failed");
    BOOST_TEST(begun == ended);
    BOOST_TEST(coio::scheduler::work_count() == 1u);
  });
}

namespace structured_test {

// Begins, and when it is cancelled says so, and ends when it is let.
struct slow_to_end {
  coio::sync::mono_barrier begun, cancelled, let;

  coio::awaitable<int> operator()() {
    begun.notify();
    try {
      co_await coio::sleep(std::chrono::hours(1));
    } catch (const asio::system_error&) {
    }
    co_await asio::this_coro::reset_cancellation_state(asio::disable_cancellation());
    cancelled.notify();
    co_await let.wait();
    co_return 2;
  }
};

coio::awaitable<int> receive(coio::sync::receiver<int> rx, slow_to_end& other) {
  co_await other.begun.wait();
  const std::optional<int> got = co_await rx.recv();
  co_return got.value_or(0);
}

}  // namespace structured_test

BOOST_AUTO_TEST_CASE(cancelled_when_any_gives_what_the_first_has_taken) {
  run([]() -> coio::awaitable<void> {
    auto [tx, rx] = coio::sync::channel<int>();
    structured_test::slow_to_end other;
    auto h = coio::spawn([&, rx = rx]() -> coio::awaitable<int> {
      const auto first = co_await coio::when_any(structured_test::receive(rx, other), other());
      co_return first.index() == 0 ? std::get<0>(first) : 0;
    });
    co_await tx.send(7);
    co_await other.cancelled.wait();
    h.cancel();
    other.let.notify();
    BOOST_TEST(co_await h.join() == 7);
  });
}

BOOST_AUTO_TEST_CASE(cancelled_join_all_gives_what_all_have_taken) {
  run([]() -> coio::awaitable<void> {
    auto [tx, rx] = coio::sync::channel<int>();
    structured_test::slow_to_end other;
    auto receiver = coio::spawn(structured_test::receive, rx, std::ref(other));
    std::atomic<bool> received{false};
    auto h = coio::spawn([&]() -> coio::awaitable<int> {
      const auto [a, b] =
          co_await coio::join_all(std::move(receiver), coio::spawn(std::ref(other)));
      co_return a + b;
    });
    co_await tx.send(7);
    co_await other.begun.wait();
    while (coio::scheduler::work_count() > 3)
      co_await coio::sched();
    h.cancel();
    co_await other.cancelled.wait();
    other.let.notify();
    BOOST_TEST(co_await h.join() == 9);
  });
}

BOOST_AUTO_TEST_CASE(cancelled_join_all_cancels_all_at_once) {
  run([]() -> coio::awaitable<void> {
    for (const bool of_one_type : {false, true}) {
      coio::sync::mono_barrier begun, joins, never, second_ends;
      // It ends when the second one has, which has to be cancelled for that.
      auto first = coio::spawn([&]() -> coio::awaitable<void> {
        co_await asio::this_coro::reset_cancellation_state(asio::disable_cancellation());
        co_await second_ends.wait();
      });
      auto second = coio::spawn([&]() -> coio::awaitable<void> {
        struct at_end {
          coio::sync::mono_barrier& b;
          ~at_end() { b.notify(); }
        } const ends{second_ends};
        begun.notify();
        co_await never.wait();
      });
      auto h = coio::spawn([&]() -> coio::awaitable<void> {
        joins.notify();
        if (of_one_type) {
          std::vector<coio::join_handle<void>> both;
          both.push_back(std::move(first));
          both.push_back(std::move(second));
          co_await coio::join_all(std::move(both));
        } else {
          co_await coio::join_all(std::move(first), std::move(second));
        }
      });
      co_await begun.wait();
      co_await joins.wait();
      h.cancel();
      const auto error = co_await error_of<void>(h.join());
      BOOST_TEST((error == asio::error::operation_aborted));
    }
  });
}
