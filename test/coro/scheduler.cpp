#include <atomic>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <coio/hooks.hpp>
#include <coio/metrics.hpp>
#include <coio/sched.hpp>
#include <coio/scheduler.hpp>
#include <coio/spawn.hpp>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "support.hpp"

BOOST_AUTO_TEST_CASE(what_is_spawned_before_runs_in_its_order) {
  std::vector<int> order;
  for (int i = 0; i < 5; ++i)
    coio::spawn([&order, i]() -> coio::awaitable<void> {
      order.push_back(i);
      co_return;
    });
  BOOST_TEST(coio::scheduler::work_count() == 5u);
  BOOST_TEST(order.empty());
  coio::scheduler::run(1);
  const std::vector<int> expected{0, 1, 2, 3, 4};
  BOOST_TEST(order == expected, boost::test_tools::per_element());
  BOOST_TEST(coio::scheduler::work_count() == 0u);
}

BOOST_AUTO_TEST_CASE(the_default_scheduler_runs_again) {
  std::atomic<int> ran{0};
  for (int i = 0; i < 3; ++i) {
    coio::scheduler::spawn([&ran] { ++ran; });
    coio::scheduler::run(2);
  }
  BOOST_TEST(ran == 3);
}

BOOST_AUTO_TEST_CASE(the_functions_of_the_class_are_the_free_ones) {
  std::vector<int> order;
  auto named = coio::scheduler::spawn(coio::spawn_options{.name = "first"},
                                      [&order]() -> coio::awaitable<void> {
                                        order.push_back(1);
                                        co_await coio::scheduler::sched();
                                        order.push_back(3);
                                      });
  BOOST_TEST(named.name() == "first");
  coio::scheduler::spawn([&order] { order.push_back(2); });
  coio::scheduler::run(1);
  const std::vector<int> expected{1, 2, 3};
  BOOST_TEST(order == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(another_thread_spawns_on_the_default_scheduler_that_runs) {
  std::atomic<bool> begun{false}, spawned{false};
  std::thread other([&] {
    BOOST_TEST(coio::test::eventually([&] { return begun.load(); }));
    coio::spawn([&spawned] { spawned = true; });
  });
  coio::spawn([&]() -> coio::awaitable<void> {
    begun = true;
    while (!spawned)
      co_await coio::sched();
  });
  coio::scheduler::run(2);
  other.join();
  BOOST_TEST(spawned);
}

BOOST_AUTO_TEST_CASE(the_default_scheduler_has_the_settings_that_it_is_given) {
  const auto workers_of_a_run = [](auto run) {
    std::size_t n = 0;
    coio::spawn([&n]() -> coio::awaitable<void> {
      n = asio::query(co_await asio::this_coro::executor, asio::execution::occupancy);
    });
    run();
    return n;
  };
  coio::test::set_variable("COIO_WORKERS", "3");
  BOOST_TEST(workers_of_a_run([] { coio::scheduler::run(); }) == 3u);
  BOOST_TEST(workers_of_a_run([] { coio::scheduler::run(2); }) == 2u);
  BOOST_TEST(coio::scheduler().run([]() -> coio::awaitable<std::size_t> {
    co_return asio::query(co_await asio::this_coro::executor, asio::execution::occupancy);
  }) == 3u);
  coio::test::set_variable("COIO_WORKERS", "none");
  BOOST_CHECK_THROW(coio::scheduler::run(), coio::options_error);
  coio::test::unset_variable("COIO_WORKERS");
  coio::options o;
  o.workers = 5;
  BOOST_TEST(workers_of_a_run([&] { coio::scheduler::run(o); }) == 5u);
}

BOOST_AUTO_TEST_CASE(run_returns_the_value_or_throws) {
  BOOST_TEST(coio::scheduler{}.with_workers(4).run([]() -> coio::awaitable<int> {
    co_await coio::sched();
    co_return 3;
  }) == 3);
  BOOST_TEST(coio::scheduler{}.with_workers(1).run([] { return 4; }) == 4);
  const auto made = []() -> coio::awaitable<int> {
    co_await coio::sched();
    co_return 5;
  };
  BOOST_TEST(coio::scheduler{}.with_workers(2).run(made()) == 5);
  BOOST_CHECK_THROW(coio::scheduler{}.with_workers(2).run([]() -> coio::awaitable<void> {
    throw std::runtime_error("main");
    co_return;
  }),
                    std::runtime_error);
  BOOST_CHECK_THROW(coio::scheduler{}.with_workers(-1).run([] {}), std::invalid_argument);
}

BOOST_AUTO_TEST_CASE(run_destroys_what_is_left) {
  const auto token = std::make_shared<int>(0);
  for (int workers : {1, 4})
    coio::scheduler{}.with_workers(workers).run([&]() -> coio::awaitable<void> {
      std::atomic<int> begun{0};
      for (int i = 0; i < 10; ++i) {
        auto sleeper = coio::spawn([&begun, token]() -> coio::awaitable<void> {
          ++begun;
          co_await coio::sleep(std::chrono::hours(1));
        });
        coio::spawn([&begun, token, s = std::move(sleeper)]() mutable -> coio::awaitable<void> {
          ++begun;
          co_await s.join();
        });
      }
      while (begun < 20)
        co_await coio::sched();
    });
  BOOST_TEST(token.use_count() == 1);
}

BOOST_AUTO_TEST_CASE(work_count_counts_the_living) {
  coio::scheduler{}.with_workers(4).run([]() -> coio::awaitable<void> {
    BOOST_TEST(coio::scheduler::work_count() == 1u);
    std::atomic<bool> go{false};
    std::vector<coio::join_handle<void>> handles;
    for (int i = 0; i < 10; ++i)
      handles.push_back(coio::spawn([&go]() -> coio::awaitable<void> {
        while (!go)
          co_await coio::sched();
      }));
    BOOST_TEST(coio::scheduler::work_count() == 11u);
    go = true;
    for (auto& h : handles)
      co_await h.join();
    BOOST_TEST(coio::scheduler::work_count() == 1u);
  });
}

namespace {

// Counts the threads that begin and end.
struct thread_counts {
  std::atomic<unsigned> started{0}, stopped{0};
  coio::hooks hooks() {
    coio::hooks h;
    h.on_thread_start = [this](std::size_t) { ++started; };
    h.on_thread_stop = [this](std::size_t) { ++stopped; };
    return h;
  }
};

}  // namespace

BOOST_AUTO_TEST_CASE(hooks_are_called) {
  thread_counts t;
  BOOST_TEST(coio::scheduler{}.with_workers(3).with_hooks(t.hooks()).run(
      [&] { return t.started >= 1 && t.stopped == 0; }));
  BOOST_TEST(t.started == 3u);
  BOOST_TEST(t.stopped == 3u);

  coio::scheduler s(coio::options{.workers = 1});
  s.with_hooks(t.hooks());
  for (int i = 0; i < 2; ++i)
    s.run([] {});
  BOOST_TEST(t.started == 5u);

  coio::spawn([] {});
  coio::scheduler::run(coio::options{.workers = 2}, t.hooks());
  BOOST_TEST(t.started == 7u);
  BOOST_TEST(t.stopped == 7u);
}

BOOST_AUTO_TEST_CASE(a_stuck_coroutine_is_reported) {
  std::atomic<int> reports{0};
  coio::hooks h;
  h.stuck_after = std::chrono::milliseconds(5);
  h.on_stuck = [&](const coio::stuck_worker&) { ++reports; };
  coio::scheduler{}.with_workers(2).with_hooks(h).run([&]() -> coio::awaitable<void> {
    BOOST_TEST(coio::test::eventually([&] { return reports > 0; }));
    co_return;
  });
  BOOST_TEST(reports > 0);
}

BOOST_AUTO_TEST_CASE(metrics_are_of_the_current_scheduler) {
  const auto tasks = [](const coio::context_metrics& m) {
    std::uint64_t n = 0;
    for (const auto& w : m.workers)
      n += w.tasks;
    return n;
  };
  BOOST_TEST(coio::scheduler::metrics().workers.empty());
  coio::spawn([&]() -> coio::awaitable<void> {
    BOOST_TEST(coio::scheduler::metrics().workers.size() == 2u);
    BOOST_TEST(coio::scheduler::metrics().workers_running == 2u);
    const std::uint64_t before = tasks(coio::scheduler::metrics());
    for (int i = 0; i < 100; ++i)
      co_await coio::sched();
    BOOST_TEST(tasks(coio::scheduler::metrics()) >= before + 100);
    std::thread([] { BOOST_TEST(coio::scheduler::metrics().workers.size() == 2u); }).join();
    // Another scheduler's are not to be had from here, but from its own coroutines.
    std::thread([] {
      BOOST_TEST(coio::scheduler{}.with_workers(3).run(
                     [] { return coio::scheduler::metrics().workers.size(); }) == 3u);
    }).join();
  });
  coio::scheduler::run(2);
  BOOST_TEST(coio::scheduler::metrics().workers.empty());
}

BOOST_AUTO_TEST_CASE(a_users_own_context_is_a_scheduler) {
  coio::io_context context(2);
  std::atomic<int> ran{0};
  asio::post(context, [&] {
    coio::spawn([&]() -> coio::awaitable<void> {
      co_await coio::sleep_ms(1);
      ++ran;
    });
  });
  context.run();
  BOOST_TEST(ran == 1);
}

BOOST_AUTO_TEST_CASE(misuse_throws) {
  BOOST_CHECK_THROW(static_cast<void>(coio::sched()), std::logic_error);
  coio::scheduler{}.with_workers(1).run([] {
    BOOST_CHECK_THROW(coio::scheduler::run(1), std::logic_error);
    BOOST_CHECK_THROW(coio::scheduler{}.run([] {}), std::logic_error);
  });
}

BOOST_AUTO_TEST_CASE(run_throws_operation_aborted_if_its_context_is_stopped_before_the_end) {
  const auto stop = []() -> coio::awaitable<void> {
    const coio::coroutine_executor here = co_await asio::this_coro::executor;
    asio::query(here, asio::execution::context).stop();
    co_await coio::sleep(std::chrono::hours(1));
  };
  const auto error_of = [](int workers, auto f) {
    try {
      coio::scheduler{}.with_workers(workers).run(f);
    } catch (const asio::system_error& e) {
      return e.code();
    }
    return asio::error_code();
  };
  for (const int workers : {1, 2, 4}) {
    BOOST_TEST((error_of(workers, stop) == asio::error::operation_aborted));
    BOOST_TEST((error_of(workers, [&stop]() -> coio::awaitable<std::string> {
                  co_await stop();
                  co_return "never";
                }) == asio::error::operation_aborted));
  }
}

BOOST_AUTO_TEST_CASE(spawn_by_a_coroutine_in_the_run_of_the_base_starts_on_the_same_context) {
  for (const int workers : {1, 2, 4}) {
    coio::io_context ctx(workers);
    std::atomic<int> value{0};
    coio::spawn(ctx, [&value]() -> coio::awaitable<void> {
      co_await coio::sched();
      auto child = coio::spawn([]() -> coio::awaitable<int> {
        co_await coio::sched();
        co_return 7;
      });
      value = co_await child.join();
    });
    BOOST_TEST(coio::test::eventually(
        [&] {
          static_cast<asio::io_context&>(ctx).run_for(std::chrono::milliseconds(1));
          static_cast<asio::io_context&>(ctx).restart();
          return value == 7;
        },
        std::chrono::seconds(5)));
    BOOST_TEST(coio::scheduler::work_count() == 0u);
  }
}
