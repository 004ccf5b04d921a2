#include <atomic>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <coio/io_context.hpp>
#include <coio/sched.hpp>
#include <coio/scheduler.hpp>
#include <coio/spawn.hpp>
#include <coio/timeout.hpp>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

BOOST_AUTO_TEST_CASE(sched_goes_to_the_back) {
  std::string order;
  for (char c : {'a', 'b', 'c'})
    coio::spawn([&order, c]() -> coio::awaitable<void> {
      for (int i = 0; i < 3; ++i) {
        order += c;
        co_await coio::sched();
      }
    });
  coio::scheduler::run(1);
  BOOST_TEST(order == "abcabcabc");
}

// Without a monitor a worker whose own shard holds nothing serves the first one.
BOOST_AUTO_TEST_CASE(sleeper_on_a_worker_that_was_away_from_home_wakes) {
  using namespace std::chrono_literals;
  coio::options o;
  o.workers = 2;
  o.monitor = false;
  for (int round = 0; round < 20; ++round) {
    coio::io_context ctx(o);
    std::mutex mutex;
    std::set<std::thread::id> threads;
    std::atomic<int> slept{0};
    for (int i = 0; i < 8; ++i)
      coio::spawn(ctx, [&]() -> coio::awaitable<void> {
        for (bool both = false; !both; co_await coio::sched()) {
          const std::lock_guard lock(mutex);
          threads.insert(std::this_thread::get_id());
          both = threads.size() == 2;
        }
        co_await coio::sleep(1ms);
        ++slept;
      });
    ctx.run();
    BOOST_TEST(slept == 8);
  }
}

BOOST_AUTO_TEST_CASE(a_socket_is_served_beside_a_hundred_that_only_yield) {
  for (int workers : {1, 4})
    coio::scheduler{}.with_workers(workers).run([]() -> coio::awaitable<void> {
      using tcp = asio::ip::tcp;
      const auto executor = co_await asio::this_coro::executor;
      using acceptor_type = asio::basic_socket_acceptor<tcp, coio::io_context::executor_type>;
      using socket_type = asio::basic_stream_socket<tcp, coio::io_context::executor_type>;
      acceptor_type acceptor(executor, tcp::endpoint(asio::ip::address_v4::loopback(), 0));
      std::atomic<bool> over{false};
      std::vector<coio::join_handle<void>> yielders;
      for (int i = 0; i < 100; ++i)
        yielders.push_back(coio::spawn([&over]() -> coio::awaitable<void> {
          while (!over)
            co_await coio::sched();
        }));
      socket_type client(executor);
      auto server = coio::spawn([&]() -> coio::awaitable<void> {
        socket_type peer(executor);
        co_await acceptor.async_accept(peer, coio::use_awaitable);
        char c = 0;
        for (int i = 0; i < 20; ++i) {
          co_await asio::async_read(peer, asio::buffer(&c, 1), coio::use_awaitable);
          co_await asio::async_write(peer, asio::buffer(&c, 1), coio::use_awaitable);
        }
      });
      co_await client.async_connect(acceptor.local_endpoint(), coio::use_awaitable);
      for (char i = 0; i < 20; ++i) {
        char c = i;
        co_await asio::async_write(client, asio::buffer(&c, 1), coio::use_awaitable);
        co_await asio::async_read(client, asio::buffer(&c, 1), coio::use_awaitable);
        BOOST_TEST(c == i);
      }
      co_await server.join();
      over = true;
      for (auto& y : yielders)
        co_await y.join();
    });
}

BOOST_AUTO_TEST_CASE(sleep_waits_at_least_as_long) {
  coio::scheduler{}.with_workers(2).run([]() -> coio::awaitable<void> {
    using clock = std::chrono::steady_clock;
    auto start = clock::now();
    co_await coio::sleep(std::chrono::milliseconds(3));
    BOOST_TEST((clock::now() - start >= std::chrono::milliseconds(3)));
    start = clock::now();
    co_await coio::sleep_ms(2);
    BOOST_TEST((clock::now() - start >= std::chrono::milliseconds(2)));
    const auto then = std::chrono::system_clock::now() + std::chrono::milliseconds(2);
    co_await coio::sleep_until(then);
    BOOST_TEST((std::chrono::system_clock::now() >= then));
    co_await coio::sleep(std::chrono::seconds(-1));
  });
}

BOOST_AUTO_TEST_CASE(a_sleeper_does_not_hold_up_its_worker) {
  std::string order;
  coio::spawn([&order]() -> coio::awaitable<void> {
    co_await coio::sleep_ms(5);
    order += 'b';
  });
  coio::spawn([&order]() -> coio::awaitable<void> {
    order += 'a';
    co_return;
  });
  coio::scheduler::run(1);
  BOOST_TEST(order == "ab");
}

BOOST_AUTO_TEST_CASE(shorter_sleep_after_a_longer_one_ends_first) {
  for (const int workers : {1, 2, 4}) {
    coio::scheduler{}.with_workers(workers).run([]() -> coio::awaitable<void> {
      auto longer = coio::spawn(
          []() -> coio::awaitable<void> { co_await coio::sleep(std::chrono::hours(1)); });
      co_await coio::sched();
      co_await coio::sleep_ms(1);
      longer.cancel();
      BOOST_CHECK_THROW(co_await longer.join(), asio::system_error);
    });
  }
}

// The timer that drives the coroutines' is set to that time still.
BOOST_AUTO_TEST_CASE(run_returns_when_a_time_limit_is_not_needed_any_more) {
  for (const int workers : {1, 2, 4}) {
    coio::spawn([]() -> coio::awaitable<void> {
      co_await coio::timeout(std::chrono::hours(1), coio::sleep_ms(1));
    });
    coio::scheduler::run(workers);
    coio::io_context ctx(workers);
    coio::spawn(ctx, []() -> coio::awaitable<void> {
      co_await coio::timeout(std::chrono::hours(1), coio::sleep_ms(1));
    });
    ctx.run();
    BOOST_TEST(ctx.stopped());
  }
}

// With a slack, those that are due in one stretch of time go on at its end. A wake-up that comes
// late for the stretch before takes those along that are due by then; without a slack nearly all
// would go on before.
BOOST_AUTO_TEST_CASE(sleepers_within_the_slack_go_on_together) {
  using namespace std::chrono_literals;
  using clock = std::chrono::steady_clock;
  constexpr auto slack = 50ms;
  for (int workers : {1, 2, 4}) {
    coio::options o;
    o.workers = workers;
    o.timer_slack = slack;
    std::atomic<int> early{0}, ended{0};
    coio::scheduler(o).run([&]() -> coio::awaitable<void> {
      std::vector<coio::join_handle<void>> sleepers;
      for (int i = 1; i <= 20; ++i)
        sleepers.push_back(coio::spawn([&, i]() -> coio::awaitable<void> {
          const auto due = clock::now() + 100ms + i * 3ms;
          co_await coio::sleep_until(due);
          const auto end = clock::time_point(
              std::chrono::ceil<std::chrono::duration<long, std::ratio<50, 1000>>>(
                  due.time_since_epoch()));
          if (clock::now() < end) ++early;
          ++ended;
        }));
      for (auto& s : sleepers)
        co_await s.join();
    });
    BOOST_TEST(early <= 10);
    BOOST_TEST(ended == 20);
  }
}

BOOST_AUTO_TEST_CASE(sleep_until_the_end_of_a_coarser_clock_does_not_end) {
  using in_seconds = std::chrono::time_point<std::chrono::steady_clock, std::chrono::seconds>;
  coio::scheduler{}.with_workers(1).run([]() -> coio::awaitable<void> {
    auto h = coio::spawn(
        []() -> coio::awaitable<void> { co_await coio::sleep_until((in_seconds::max)()); });
    for (int i = 0; i < 8; ++i)
      co_await coio::sched();
    BOOST_TEST(!h.done());
    h.cancel();
  });
}
