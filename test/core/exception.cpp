// Exceptions of handlers, on whichever worker.
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "coio/io_context.hpp"
#include "support.hpp"

using coio::test::eventually;

namespace {

// Runs until the context has no more work, through all exceptions; returns their messages.
std::multiset<std::string> run_through(coio::io_context& ctx) {
  std::multiset<std::string> messages;
  for (;;) {
    try {
      ctx.run();
      return messages;
    } catch (const std::runtime_error& e) {
      messages.insert(e.what());
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_CASE(from_any_worker_and_nothing_is_lost) {
  for (const int workers : {1, 2, 4})
    for (int round = 0; round < 20; ++round) {
      coio::io_context ctx(workers);
      std::atomic<int> ran{0};
      std::multiset<std::string> expected;
      for (int i = 0; i < 1000; ++i) {
        if (i % 100 == 50) {
          const std::string message = std::to_string(i);
          expected.insert(message);
          asio::post(ctx, [message] { throw std::runtime_error(message); });
        }
        asio::post(ctx, [&] {
          ++ran;
          asio::post(ctx, [&] { ++ran; });
        });
      }
      const auto seen = run_through(ctx);
      BOOST_TEST_CONTEXT(workers << " workers, round " << round) {
        BOOST_TEST(seen == expected, boost::test_tools::per_element());
        BOOST_TEST(ran == 2000);
        BOOST_TEST(ctx.stopped());
      }
    }
}

// The worker that throws is not the caller's: the caller's is held in a handler until it has.
BOOST_AUTO_TEST_CASE(from_a_helper_thread) {
  coio::io_context ctx(2);
  const auto caller = std::this_thread::get_id();
  std::atomic<int> entered{0}, thrown{0};
  const auto handler = [&] {
    ++entered;
    if (!eventually([&] { return entered == 2; })) return;
    if (std::this_thread::get_id() != caller) {
      ++thrown;
      throw std::runtime_error("helper");
    }
    eventually([&] { return thrown > 0; });
  };
  asio::post(ctx, handler);
  asio::post(ctx, handler);
  std::string message;
  try {
    ctx.run();
  } catch (const std::runtime_error& e) {
    message = e.what();
  }
  BOOST_TEST(entered == 2);
  BOOST_TEST(message == "helper");
  // The caller's worker may have left with its handler done or not begun again; the rest runs now.
  ctx.restart();
  int after = 0;
  asio::post(ctx, [&] { ++after; });
  ctx.run();
  BOOST_TEST(after == 1);
}

BOOST_AUTO_TEST_CASE(several_at_once) {
  constexpr int workers = 4;
  coio::io_context ctx(workers);
  std::atomic<int> entered{0};
  for (int i = 0; i < workers; ++i)
    asio::post(ctx, [&, i] {
      ++entered;
      eventually([&] { return entered == workers; });
      throw std::runtime_error(std::to_string(i));
    });
  const auto seen = run_through(ctx);
  BOOST_TEST(entered == workers);
  const std::multiset<std::string> expected{"0", "1", "2", "3"};
  BOOST_TEST(seen == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(from_a_completion) {
  for (const int workers : {1, 3}) {
    coio::io_context ctx(workers);
    asio::steady_timer timer(ctx, std::chrono::milliseconds(1)),
        later(ctx, std::chrono::milliseconds(2));
    bool fired = false;
    timer.async_wait([](asio::error_code) { throw std::runtime_error("timer"); });
    later.async_wait([&](asio::error_code) { fired = true; });
    const auto seen = run_through(ctx);
    BOOST_TEST(seen.count("timer") == 1u);
    BOOST_TEST(fired);
  }
}

BOOST_AUTO_TEST_CASE(from_run_one_and_poll) {
  coio::io_context ctx(2);
  for (int i = 0; i < 4; ++i)
    asio::post(ctx, [] { throw std::runtime_error("x"); });
  BOOST_CHECK_THROW(ctx.run_one(), std::runtime_error);
  BOOST_CHECK_THROW(ctx.poll(), std::runtime_error);
  BOOST_CHECK_THROW(ctx.poll_one(), std::runtime_error);
  BOOST_CHECK_THROW(ctx.run_for(std::chrono::hours(1)), std::runtime_error);
  BOOST_TEST(ctx.run() == 0u);
}

BOOST_AUTO_TEST_CASE(that_are_not_of_std) {
  for (const int workers : {1, 2}) {
    coio::io_context ctx(workers);
    asio::post(ctx, [] { throw 42; });
    BOOST_CHECK_THROW(ctx.run(), int);
    BOOST_TEST(ctx.run() == 0u);
  }
}

// restart(); run() goes on after an exception, with stop() in between or not.
BOOST_AUTO_TEST_CASE(restart_goes_on) {
  for (const int workers : {1, 2, 4}) {
    coio::io_context ctx(workers);
    std::atomic<int> ran{0};
    asio::post(ctx, [] { throw std::runtime_error("x"); });
    BOOST_CHECK_THROW(ctx.run(), std::runtime_error);
    for (int i = 0; i < 100; ++i)
      asio::post(ctx, [&] { ++ran; });
    ctx.stop();
    ctx.restart();
    ctx.run();
    BOOST_TEST(ran == 100);
  }
}
