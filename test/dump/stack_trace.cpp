#include "coio/stack_trace.hpp"

#include <algorithm>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <csignal>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <thread>

#include "between.hpp"
#include "coio/io_context.hpp"
#include "coio/sched.hpp"
#include "coio/spawn.hpp"
#include "coio/sync/mutex.hpp"
#include "support.hpp"

#if defined(COIO_PLATFORM_linux) && defined(__GLIBC_PREREQ)
#if __GLIBC_PREREQ(2, 35)
#define HAS_STACK_TRACES
#endif
#endif

using namespace std::chrono_literals;

namespace {

std::atomic<bool> careless{false}, reported{false};
std::size_t careless_worker;
thread_local std::size_t this_worker;

}  // namespace

// Not inlined, and known to the dynamic linker (ENABLE_EXPORTS).
[[gnu::noinline]] void a_careless_function() {
  careless_worker = this_worker;
  careless = true;
  BOOST_TEST(coio::test::eventually([] { return reported.load(); }));
}

namespace {

// Of a worker that is within that function. It may get no CPU for long, so asks again if it is to
// get one.
std::string trace_of_a_stuck_worker(
    bool expected, const std::function<void(coio::io_context&)>& start = [](coio::io_context& ctx) {
      asio::post(ctx, [] { a_careless_function(); });
    }) {
  careless = reported = false;
  std::string trace;
  coio::hooks h;
  h.on_thread_start = [](std::size_t i) { this_worker = i; };
  h.stuck_after = 5ms;
  h.on_stuck = [&](const coio::stuck_worker& s) {
    // Also one that gets no CPU when it is woken or has not begun yet, which has no thread then.
    if (reported || s.thread == 0 || !coio::test::eventually([] { return careless.load(); }) ||
        s.worker != careless_worker)
      return;
    coio::test::eventually([&] {
      trace = coio::stack_trace(s);
      return !expected || !trace.empty();
    });
    reported = true;
  };
  coio::io_context ctx(coio::options{.workers = 2}, h);
  start(ctx);
  ctx.run();
  return trace;
}

}  // namespace

#if defined(HAS_STACK_TRACES)

BOOST_AUTO_TEST_CASE(a_trace_names_the_functions) {
  const std::string trace = trace_of_a_stuck_worker(true);
  BOOST_TEST_INFO(trace);
  BOOST_TEST(trace.find("\na_careless_function() (") != std::string::npos);
  BOOST_TEST(std::count(trace.begin(), trace.end(), '\n') > 4);
  // The signal is as it was.
  struct ::sigaction now {};
  BOOST_TEST(::sigaction(SIGURG, nullptr, &now) == 0);
  BOOST_TEST((now.sa_handler == SIG_DFL));
}

namespace {

coio::awaitable<void> careless_coroutine() {
  co_await coio::sched();
  a_careless_function();
}

coio::awaitable<void> who_awaits_it() {
  co_await careless_coroutine();
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_trace_names_the_coroutine_and_those_that_await_it) {
  const std::string trace = trace_of_a_stuck_worker(true, [](coio::io_context& ctx) {
    coio::spawn(ctx, {.name = "a careless\none"}, [] { return who_awaits_it(); });
  });
  BOOST_TEST_INFO(trace);
  const std::size_t coroutine = trace.find("\nin coroutine 1 \"a careless\\none\"\n");
  BOOST_REQUIRE(coroutine != trace.npos);
  const std::size_t inner = trace.find("\ncareless_coroutine (awaited last at ", coroutine);
  const std::size_t outer = trace.find("\nwho_awaits_it (awaited last at ", coroutine);
  BOOST_REQUIRE(inner != trace.npos);
  BOOST_REQUIRE(outer != trace.npos);
  BOOST_TEST(inner < outer);
  BOOST_TEST(trace.find("stack_trace.cpp:", inner) < outer);
  BOOST_TEST(trace.find("\na_careless_function() (") < coroutine);
}

#if defined(COIO_TEST_SEAMS)

namespace {

// Whether a trace of the calling thread names a coroutine.
bool is_in_a_coroutine() {
  const std::string trace = coio::stack_trace({0, {}, ::gettid()});
  BOOST_TEST(trace != "");
  return trace.find("\nin coroutine ") != trace.npos;
}

coio::awaitable<void> nothing() {
  co_return;
}

// At the first seam of a function after a coroutine has begun to wait.
bool is_in_a_coroutine_at(std::string_view function,
                          const std::function<coio::awaitable<void>()>& waits) {
  bool found = true;
  coio::io_context ctx(1);
  coio::spawn(ctx, [&]() -> coio::awaitable<void> {
    BOOST_TEST(is_in_a_coroutine());
    const coio::test::between b(function, [&] { found = is_in_a_coroutine(); });
    co_await waits();
    BOOST_TEST(b.came());
    BOOST_TEST(is_in_a_coroutine());
  });
  ctx.run();
  return found;
}

}  // namespace

// Another thread may resume it then, or destroy it.
BOOST_AUTO_TEST_CASE(a_trace_of_a_thread_that_gives_a_coroutine_up_does_not_name_it) {
  // It is suspended.
  BOOST_TEST(!is_in_a_coroutine_at("give_up_turn",
                                   []() -> coio::awaitable<void> { co_await coio::sleep(5ms); }));
  // It is queued as the last.
  BOOST_TEST(
      !is_in_a_coroutine_at("push", []() -> coio::awaitable<void> { co_await coio::sched(); }));
  // It is queued as the first, because it has made enough steps for one turn.
  BOOST_TEST(!is_in_a_coroutine_at("push_first", []() -> coio::awaitable<void> {
    for (int i = 0; i < 200; ++i)
      co_await nothing();
  }));
}

// It goes on at once, on the same thread.
BOOST_AUTO_TEST_CASE(a_trace_names_a_coroutine_that_is_woken_while_it_is_given_up) {
  coio::io_context ctx(1);
  coio::sync::mutex m;
  coio::spawn(ctx, [&]() -> coio::awaitable<void> {
    auto first = co_await m.lock();
    const coio::test::between b("give_up_turn", [&] { first.unlock(); });
    const auto second = co_await m.lock();
    BOOST_TEST(b.came());
    BOOST_TEST(is_in_a_coroutine());
  });
  ctx.run();
}

#endif

BOOST_AUTO_TEST_CASE(a_thread_that_blocks_the_signal_gives_no_trace) {
  std::atomic<long> thread{0};
  std::atomic<bool> done{false};
  std::thread blocker([&] {
    ::sigset_t all;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_BLOCK, &all, nullptr);
    thread = ::gettid();
    coio::test::eventually([&] { return done.load(); });
  });
  BOOST_TEST(coio::test::eventually([&] { return thread != 0; }));
  BOOST_TEST(coio::stack_trace({0, {}, thread}) == "");
  done = true;
  blocker.join();
  BOOST_TEST(coio::stack_trace({0, {}, thread}) == "");  // it has gone
  BOOST_TEST(coio::stack_trace({0, {}, 0}) == "");
  BOOST_TEST(trace_of_a_stuck_worker(true) != "");
}

BOOST_AUTO_TEST_CASE(a_program_that_uses_the_signal_keeps_it) {
  static std::atomic<int> got{0};
  const auto before = std::signal(SIGURG, [](int) { ++got; });
  BOOST_TEST(trace_of_a_stuck_worker(false) == "");
  std::raise(SIGURG);
  BOOST_TEST(got == 1);
  std::signal(SIGURG, before);
}

#else

BOOST_AUTO_TEST_CASE(there_are_no_traces) {
  BOOST_TEST(trace_of_a_stuck_worker(false) == "");
}

#endif
