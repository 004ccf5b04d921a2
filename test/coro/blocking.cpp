#include <pthread.h>
#if defined(COIO_PLATFORM_linux)
#include <sys/wait.h>
#include <unistd.h>
#endif

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <coio/sched.hpp>
#include <coio/scheduler.hpp>
#include <coio/spawn_blocking.hpp>
#include <coio/sync.hpp>
#include <memory>
#include <stdexcept>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

#include "between.hpp"
#include "support.hpp"

BOOST_AUTO_TEST_CASE(runs_on_another_thread_and_gives_the_value) {
  coio::scheduler{}.with_workers(1).run([]() -> coio::awaitable<void> {
    const auto here = std::this_thread::get_id();
    const auto there =
        co_await coio::spawn_blocking([] { return std::this_thread::get_id(); }).join();
    BOOST_TEST((here != there));
    BOOST_TEST(co_await coio::spawn_blocking([](int a, int b) { return a + b; }, 2, 3).join() == 5);
  });
}

BOOST_AUTO_TEST_CASE(plain_thread_runs_functions_on_a_context) {
  coio::io_context ctx(2);
  const coio::spawn_options named{.name = "reader"};
  coio::test::event began;
  auto first = coio::spawn_blocking(
      ctx, [&](int v) { return began.set(), v; }, 1);
  BOOST_TEST(began.wait());  // before run()
  std::thread::id there{};
  auto second = coio::spawn_blocking(ctx, named, [&] { there = std::this_thread::get_id(); });
  BOOST_TEST(second.name() == "reader");
  // It is work of the context: run() returns when it has ended.
  auto ended = second.join(asio::use_future);
  auto value = first.join(asio::use_future);
  ctx.run();
  ended.get();
  BOOST_TEST(value.get() == 1);
  BOOST_TEST((there != std::thread::id() && there != std::this_thread::get_id()));
  coio::scheduler{}.with_workers(1).run([&]() -> coio::awaitable<void> {
    auto h = coio::spawn_blocking(
        named, [](int v) { return v; }, 3);
    BOOST_TEST(h.name() == "reader");
    BOOST_TEST(co_await h.join() == 3);
  });
}

BOOST_AUTO_TEST_CASE(exceptions_come_out_of_join) {
  coio::scheduler{}.with_workers(2).run([]() -> coio::awaitable<void> {
    auto h = coio::spawn_blocking([] { throw std::runtime_error("blocked"); });
    std::string caught;
    try {
      co_await h.join();
    } catch (const std::runtime_error& e) {
      caught = e.what();
    }
    BOOST_TEST(caught == "blocked");
  });
}

BOOST_AUTO_TEST_CASE(functions_that_wait_for_each_other_all_have_a_thread) {
  constexpr int n = 32;
  coio::test::latch all(n);
  coio::scheduler{}.with_workers(1).run([&]() -> coio::awaitable<void> {
    std::vector<coio::join_handle<void>> handles;
    for (int i = 0; i < n; ++i)
      handles.push_back(coio::spawn_blocking([&all] { all.arrive_and_wait(); }));
    for (auto& h : handles)
      co_await h.join();
  });
  BOOST_TEST(all.try_wait());
}

BOOST_AUTO_TEST_CASE(the_number_of_threads_is_bounded) {
  constexpr int bound = 3;
  coio::options o;
  o.workers = 2;
  o.blocking_threads = bound;
  // As many as may run at once wait for each other; one more would see that there are too many.
  coio::test::latch all(bound);
  std::atomic<int> now{0}, most{0}, ran{0};
  coio::scheduler(o).run([&]() -> coio::awaitable<void> {
    std::vector<coio::join_handle<void>> handles;
    for (int i = 0; i < 200; ++i)
      handles.push_back(coio::spawn_blocking([&, i] {
        const int n = ++now;
        for (int seen = most; seen < n && !most.compare_exchange_weak(seen, n);) {
        }
        if (i < bound) all.arrive_and_wait();
        std::this_thread::yield();
        ++ran;
        --now;
      }));
    for (auto& h : handles)
      co_await h.join();
  });
  BOOST_TEST(ran == 200);
  BOOST_TEST(most == bound);
}

#if defined(__GLIBC__)
namespace {

// While it lives, no thread can be started: none has room for a stack of that size.
class no_threads {
 public:
  no_threads() {
    BOOST_REQUIRE(pthread_getattr_default_np(&before_) == 0);
    pthread_attr_t huge;
    BOOST_REQUIRE(pthread_getattr_default_np(&huge) == 0);
    BOOST_REQUIRE(pthread_attr_setstacksize(&huge, std::size_t(1) << 47) == 0);
    BOOST_REQUIRE(pthread_setattr_default_np(&huge) == 0);
    pthread_attr_destroy(&huge);
  }
  ~no_threads() {
    pthread_setattr_default_np(&before_);
    pthread_attr_destroy(&before_);
  }

 private:
  pthread_attr_t before_;
};

}  // namespace

BOOST_AUTO_TEST_CASE(without_a_thread_it_throws) {
  bool ran = false, thrown = false;
  coio::spawn([&]() -> coio::awaitable<void> {
    {
      const no_threads scope;
      try {
        coio::spawn_blocking([&] { ran = true; });
      } catch (const std::system_error&) {
        thrown = true;
      }
    }
    // Later there may be one.
    BOOST_TEST(co_await coio::spawn_blocking([] { return 4; }).join() == 4);
    BOOST_TEST(coio::scheduler::work_count() == 1u);
  });
  coio::scheduler::run(1);  // ends: what did not run is not counted
  BOOST_TEST(thrown);
  BOOST_TEST(!ran);
}

BOOST_AUTO_TEST_CASE(without_more_threads_functions_wait) {
  coio::test::latch go(1);
  std::atomic<int> ran{0};
  coio::scheduler{}.with_workers(1).run([&]() -> coio::awaitable<void> {
    auto first = coio::spawn_blocking([&] { go.wait(); });
    std::vector<coio::join_handle<void>> handles;
    {
      const no_threads scope;
      for (int i = 0; i < 5; ++i)
        handles.push_back(coio::spawn_blocking([&] { ++ran; }));
    }
    go.count_down();
    co_await first.join();
    for (auto& h : handles)
      co_await h.join();
  });
  BOOST_TEST(ran == 5);
}
#endif

#if defined(COIO_PLATFORM_linux) && !defined(__SANITIZE_THREAD__) && !defined(__clang__)

// The child has none of its parent's threads.
BOOST_AUTO_TEST_CASE(functions_run_in_the_child_of_a_fork_and_in_the_parent) {
  coio::options o{.workers = 1};
  o.blocking_threads = 1;
  coio::io_context ctx(o);
  // run_for() returns when what runs elsewhere on behalf of the context has ended.
  const auto runs_one = [&] {
    std::atomic<bool> ran{false};
    coio::spawn_blocking(ctx, [&] { ran = true; });
    ctx.restart();
    ctx.run_for(std::chrono::seconds(30));
    return ran.load();
  };
  BOOST_TEST(runs_one());
  // The thread of the first ends while the second waits for it; or it has taken that before.
  coio::test::event began;
  auto first = coio::spawn_blocking(ctx, [&] {
    began.set();
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  });
  BOOST_TEST(began.wait());
  std::atomic<bool> second_ran{false};
  auto second = coio::spawn_blocking(ctx, [&] { second_ran = true; });
  const auto second_runs = [&] {
    ctx.restart();
    ctx.run_for(std::chrono::seconds(30));
    return second_ran.load();
  };
  ctx.notify_fork(asio::execution_context::fork_prepare);
  const ::pid_t child = ::fork();
  BOOST_REQUIRE(child >= 0);
  if (child == 0) {
    ctx.notify_fork(asio::execution_context::fork_child);
    ::_exit(second_runs() && runs_one() ? 0 : 1);
  }
  ctx.notify_fork(asio::execution_context::fork_parent);
  BOOST_TEST(second_runs());
  BOOST_TEST(runs_one());
  int status = -1;
  BOOST_REQUIRE(::waitpid(child, &status, 0) == child);
  BOOST_TEST(status == 0);
}

#endif

BOOST_AUTO_TEST_CASE(the_scheduler_waits_for_a_detached_function) {
  std::atomic<bool> ran{false};
  coio::spawn([&ran]() -> coio::awaitable<void> {
    coio::spawn_blocking([&ran] {
      std::this_thread::yield();
      ran = true;
    });
    co_return;
  });
  coio::scheduler::run(2);
  BOOST_TEST(ran);
}

BOOST_AUTO_TEST_CASE(the_end_of_the_scheduler_waits_for_functions_that_have_begun) {
  coio::test::latch begun(1), go(1);
  std::atomic<bool> ended{false};
  std::thread releaser;
  coio::scheduler{}.with_workers(2).run([&]() -> coio::awaitable<void> {
    coio::spawn_blocking([&] {
      begun.count_down();
      go.wait();
      ended = true;
    });
    begun.wait();
    releaser = std::thread([&] { go.count_down(); });
    co_return;
  });
  BOOST_TEST(ended);
  releaser.join();
}

// The function waits for what is destroyed with the scheduler: the end must not wait for it before.
BOOST_AUTO_TEST_CASE(function_that_waits_for_a_coroutine_ends_with_the_scheduler) {
  for (const int workers : {1, 2, 4})
    for (const bool asleep : {true, false}) {
      std::atomic<bool> ended = false;
      std::atomic<bool> begun = false;
      coio::scheduler{}.with_workers(workers).run([&]() -> coio::awaitable<void> {
        auto [tx, rx] = coio::sync::channel<int>();
        auto [unused, never] = coio::sync::channel<int>();
        coio::spawn([&, from = std::move(tx), never = never]() -> coio::awaitable<void> {
          if (asleep)
            co_await coio::sleep(std::chrono::hours(1));
          else
            co_await never.recv();
        });
        coio::spawn_blocking([&, to = std::move(rx)]() mutable {
          begun = true;
          ended = !to.blocking_recv();
        });
        while (!begun)
          co_await coio::sched();
      });
      BOOST_TEST(ended.load());
    }
}

BOOST_AUTO_TEST_CASE(misuse_throws) {
  BOOST_CHECK_THROW(coio::spawn_blocking([] {}), std::logic_error);
}

#if defined(COIO_TEST_SEAMS)

// Their threads end later than that. AddressSanitizer sees whether it uses a function that is gone.
BOOST_AUTO_TEST_CASE(function_ends_while_its_context_looks_for_coroutines_to_destroy) {
  coio::test::event first_ends, second_begins;
  coio::options o;
  o.workers = 1;
  o.blocking_threads = 1;  // the second begins when nothing is left of the first
  auto ctx = std::make_unique<coio::io_context>(o);
  coio::test::event first_begins;
  coio::spawn_blocking(*ctx, [&] {
    first_begins.set();
    first_ends.wait();
  });
  coio::spawn_blocking(*ctx, [&] { second_begins.set(); });
  BOOST_TEST(first_begins.wait());
  const coio::test::between b("destroy_all", [&] {
    first_ends.set();
    BOOST_TEST(second_begins.wait());
  });
  ctx.reset();
  BOOST_TEST(b.came());
}

#endif
