// coio::sync::promise and coio::sync::future.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <future>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>

#include "checks.hpp"
#include "coio/sched.hpp"
#include "coio/scheduler.hpp"
#include "coio/spawn.hpp"
#include "coio/sync.hpp"

using coio::awaitable;

namespace {

const auto worker_counts = boost::unit_test::data::make({1, 2, 4});

template <typename F>
auto run(int workers, F f) {
  return coio::scheduler().with_workers(workers).run(std::move(f));
}

std::string message(std::exception_ptr e) {
  try {
    std::rethrow_exception(std::move(e));
  } catch (const std::exception& x) {
    return x.what();
  }
}

}  // namespace

BOOST_DATA_TEST_CASE(a_coroutine_gets_what_a_thread_resolves, worker_counts, workers) {
  for (int i = 0; i < 100; ++i) {
    auto [promise, future] = coio::sync::make_future<std::unique_ptr<int>>();
    std::thread thread(
        [p = std::move(promise)]() mutable { p.resolve(std::make_unique<int>(42)); });
    const int value = run(workers, [f = std::move(future)]() mutable -> awaitable<int> {
      co_return *co_await f.get();
    });
    thread.join();
    BOOST_REQUIRE_EQUAL(value, 42);
  }
}

BOOST_AUTO_TEST_CASE(exceptions_and_broken_promises_come_out) {
  {
    auto [promise, future] = coio::sync::make_future<int>();
    CHECK(!future.ready());
    promise.reject(std::make_exception_ptr(std::runtime_error("no")));
    CHECK(future.ready());
    BOOST_CHECK_THROW(future.blocking_get(), std::runtime_error);
    BOOST_CHECK_THROW(promise.resolve(1), std::future_error);
  }
  auto [promise, future] = coio::sync::make_future<void>();
  { const auto gone = std::move(promise); }
  BOOST_CHECK_THROW(
      run(2, [f = std::move(future)]() mutable -> awaitable<void> { co_await f.get(); }),
      std::future_error);
}

BOOST_AUTO_TEST_CASE(then_and_catch_error_chain) {
  {
    auto [promise, future] = coio::sync::make_future<int>();
    auto text =
        future.then([](int i) { return i + 1; }).then([](int i) { return std::to_string(i); });
    promise.resolve(41);
    CHECK_EQUAL(text.blocking_get(), "42");
  }
  {
    auto [promise, future] = coio::sync::make_future<int>();
    promise.reject(std::make_exception_ptr(std::runtime_error("reason")));
    bool called = false;
    std::string seen;
    auto last = future.then([&](int i) { return called = true, i; })
                    .catch_error([&](std::exception_ptr e) { return seen = message(e), -1; })
                    .then([](int i) { return i * 2; });
    CHECK_EQUAL(last.blocking_get(), -2);
    CHECK(!called);
    CHECK_EQUAL(seen, "reason");
  }
  auto [promise, future] = coio::sync::make_future<void>();
  auto next = future.then([] { throw std::runtime_error("from then"); });
  promise.resolve();
  BOOST_CHECK_THROW(next.blocking_get(), std::runtime_error);
}

BOOST_DATA_TEST_CASE(a_cancelled_get_leaves_the_future, worker_counts, workers) {
  run(workers, []() -> awaitable<void> {
    auto [promise, future] = coio::sync::make_future<int>();
    auto waiting = coio::spawn([&f = future]() -> awaitable<void> { co_await f.get(); });
    co_await coio::sched();
    waiting.cancel();
    bool cancelled = false;
    try {
      co_await waiting.join();
    } catch (const asio::system_error& e) {
      cancelled = e.code() == asio::error::operation_aborted;
    }
    CHECK(cancelled);
    promise.resolve(5);
    CHECK_EQUAL(co_await future.get(), 5);
  });
}
