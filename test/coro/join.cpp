// What a join gives, and what it gives the second time.
#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <cstdint>
#include <exception>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "coio/io_context.hpp"
#include "coio/sched.hpp"
#include "coio/scheduler.hpp"
#include "coio/spawn.hpp"

namespace joining {

// What is thrown, as a word.
std::string name_of(const std::exception_ptr& e) {
  try {
    if (e) std::rethrow_exception(e);
  } catch (const std::logic_error&) {
    return "logic_error";
  } catch (const std::exception& other) {
    return other.what();
  }
  return "nothing";
}

template <typename T>
coio::awaitable<std::string> thrown_by(coio::join_handle<T>& h) {
  std::exception_ptr e;
  try {
    co_await h.join();
  } catch (...) {
    e = std::current_exception();
  }
  co_return name_of(e);
}

template <typename T>
coio::awaitable<T> failing() {
  co_await coio::sched();
  throw std::runtime_error("failed");
}

}  // namespace joining

using namespace joining;

BOOST_AUTO_TEST_CASE(second_join_after_an_exception_throws_logic_error) {
  for (const int workers : {1, 2, 4}) {
    coio::scheduler().with_workers(workers).run([]() -> coio::awaitable<void> {
      auto text = coio::spawn(failing<std::string>);
      auto nothing = coio::spawn(failing<void>);
      BOOST_TEST(co_await thrown_by(text) == "failed");
      BOOST_TEST(co_await thrown_by(nothing) == "failed");
      BOOST_TEST(co_await thrown_by(text) == "logic_error");
      BOOST_TEST(co_await thrown_by(nothing) == "logic_error");
    });
  }
}

BOOST_AUTO_TEST_CASE(second_join_with_a_token_throws_logic_error) {
  coio::io_context ctx(1);
  auto text = coio::spawn(ctx, failing<std::string>);
  auto nothing = coio::spawn(ctx, failing<void>);
  auto value = coio::spawn(ctx, [] {});
  ctx.run();
  const auto thrown = [&ctx](auto& h) {
    std::string name;
    h.join(asio::bind_executor(ctx.get_executor(),
                               [&name](std::exception_ptr e, auto&&...) { name = name_of(e); }));
    ctx.restart();
    ctx.run();
    return name;
  };
  BOOST_TEST(thrown(text) == "failed");
  BOOST_TEST(thrown(nothing) == "failed");
  BOOST_TEST(thrown(value) == "nothing");
  BOOST_TEST(thrown(text) == "logic_error");
  BOOST_TEST(thrown(nothing) == "logic_error");
  BOOST_TEST(thrown(value) == "logic_error");
}

namespace joining {

struct alignas(64) wide {
  char c[64] = {};
  // Whether it lies where the type says.
  bool aligned() const { return reinterpret_cast<std::uintptr_t>(this) % alignof(wide) == 0; }
};

}  // namespace joining

BOOST_AUTO_TEST_CASE(what_is_spawned_lies_as_aligned_as_its_types_are) {
  for (const int workers : {1, 4})
    coio::scheduler().with_workers(workers).run([]() -> coio::awaitable<void> {
      std::vector<coio::join_handle<bool>> all;
      for (int i = 0; i < 32; ++i) {
        all.push_back(coio::spawn([w = wide()] { return w.aligned(); }));
        all.push_back(coio::spawn([](const wide& w) { return w.aligned(); }, wide()));
      }
      std::size_t aligned = 0;
      for (auto& h : all)
        aligned += co_await h.join();
      BOOST_TEST(aligned == all.size());
    });
}
