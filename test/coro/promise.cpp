#include <boost/test/unit_test.hpp>
#include <coio/promise.hpp>
#include <coio/sched.hpp>
#include <coio/scheduler.hpp>
#include <stdexcept>
#include <string>

namespace {

template <typename F>
void run(F f) {
  for (int workers : {1, 4})
    coio::scheduler{}.with_workers(workers).run(f);
}

std::string message(const std::exception_ptr& e) {
  try {
    std::rethrow_exception(e);
  } catch (const std::exception& error) {
    return error.what();
  }
}

int failing() {
  throw std::runtime_error("failed");
}

}  // namespace

BOOST_AUTO_TEST_CASE(sync_gives_the_value_or_throws) {
  run([]() -> coio::awaitable<void> {
    BOOST_TEST(co_await coio::promise<int>::spawn([] { return 1; }).sync() == 1);
    BOOST_TEST(co_await coio::promise<int>::spawn([]() -> coio::awaitable<int> {
                 co_await coio::sched();
                 co_return 2;
               }).sync() == 2);
    bool thrown = false;
    try {
      co_await coio::promise<int>::spawn(failing).sync();
    } catch (const std::runtime_error&) {
      thrown = true;
    }
    BOOST_TEST(thrown);
  });
}

BOOST_AUTO_TEST_CASE(promise_is_spawned_in_each_way_that_spawn_has) {
  run([]() -> coio::awaitable<void> {
    constexpr auto value = [](int v) -> coio::awaitable<int> { co_return v; };
    const coio::spawn_options named{.name = "named"};
    BOOST_TEST(co_await coio::promise<int>::spawn(value, 1).sync() == 1);
    BOOST_TEST(co_await coio::promise<int>::spawn(value(2)).sync() == 2);
    BOOST_TEST(co_await coio::promise<int>::spawn(named, value, 3).sync() == 3);
  });
}

BOOST_AUTO_TEST_CASE(then_calls_one_of_two) {
  run([]() -> coio::awaitable<void> {
    const auto ok = [](int i) { return std::to_string(i); };
    const auto err = [](std::exception_ptr e) { return message(e); };
    BOOST_TEST(co_await coio::promise<int>::spawn([] { return 1; }).then(ok, err).sync() == "1");
    BOOST_TEST(co_await coio::promise<int>::spawn(failing).then(ok, err).sync() == "failed");
  });
}

BOOST_AUTO_TEST_CASE(chain_gets_the_outcome) {
  run([]() -> coio::awaitable<void> {
    const auto f = [](coio::outcome<int> o) -> coio::awaitable<int> {
      co_await coio::sched();
      co_return o ? o.get() + 1 : -1;
    };
    BOOST_TEST(co_await coio::promise<int>::spawn([] { return 1; }).chain(f).chain(f).sync() == 3);
    BOOST_TEST(co_await coio::promise<int>::spawn(failing).chain(f).sync() == -1);
  });
}

BOOST_AUTO_TEST_CASE(success_and_fail_pass_on_what_is_not_theirs) {
  run([]() -> coio::awaitable<void> {
    const auto twice = [](int i) { return 2 * i; };
    const auto zero = [](std::exception_ptr) { return 0; };
    BOOST_TEST(co_await coio::promise<int>::spawn([] { return 2; }).success(twice).sync() == 4);
    BOOST_TEST(co_await coio::promise<int>::spawn([] { return 2; }).fail(zero).sync() == 2);
    BOOST_TEST(co_await coio::promise<int>::spawn(failing).success(twice).fail(zero).sync() == 0);
    bool nothing = false;
    co_await coio::promise<void>::spawn([] {}).success([&] { nothing = true; }).sync();
    BOOST_TEST(nothing);
  });
}

BOOST_AUTO_TEST_CASE(finally_runs_in_any_case) {
  int sum = 0;
  coio::promise<int>::spawn([] { return 1; }).finally([&](coio::outcome<int> o) {
    sum += o.get();
  });
  coio::promise<int>::spawn(failing).finally(
      [&](coio::outcome<int> o) { sum += message(o.error()) == "failed" ? 10 : 0; });
  coio::scheduler::run(1);
  BOOST_TEST(sum == 11);
}

BOOST_AUTO_TEST_CASE(finally_sync_runs_in_the_calling_coroutine) {
  run([]() -> coio::awaitable<void> {
    int value = 0;
    co_await coio::promise<int>::spawn([] { return 6; }).finally_sync([&](coio::outcome<int> o) {
      value = o.get();
    });
    BOOST_TEST(value == 6);
  });
}
