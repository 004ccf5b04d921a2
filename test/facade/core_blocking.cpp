#include <atomic>
#include <boost/test/unit_test.hpp>
#include <coio/sched.hpp>
#include <coio/scheduler.hpp>
#include <coio/spawn_blocking.hpp>
#include <latch>
#include <stdexcept>
#include <thread>
#include <vector>

BOOST_AUTO_TEST_CASE(runs_on_another_thread_and_gives_the_value) {
  coio::scheduler{}.with_workers(1).run([]() -> coio::awaitable<void> {
    const auto here = std::this_thread::get_id();
    const auto there =
        co_await coio::spawn_blocking([] { return std::this_thread::get_id(); }).join();
    BOOST_TEST((here != there));
    BOOST_TEST(co_await coio::spawn_blocking([](int a, int b) { return a + b; }, 2, 3).join() == 5);
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
  std::latch all(n);
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
  std::atomic<int> now{0}, most{0}, ran{0};
  coio::scheduler{}.with_workers(2).run([&]() -> coio::awaitable<void> {
    std::vector<coio::join_handle<void>> handles;
    for (int i = 0; i < 500; ++i)
      handles.push_back(coio::spawn_blocking([&] {
        const int n = ++now;
        for (int seen = most; seen < n && !most.compare_exchange_weak(seen, n);) {
        }
        std::this_thread::yield();
        ++ran;
        --now;
      }));
    for (auto& h : handles)
      co_await h.join();
  });
  BOOST_TEST(ran == 500);
  BOOST_TEST(most <= 64);
}

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
  std::latch begun(1), go(1);
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

BOOST_AUTO_TEST_CASE(misuse_is_told) {
  BOOST_CHECK_THROW(coio::spawn_blocking([] {}), std::logic_error);
}
