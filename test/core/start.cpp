// What the constructors accept, and threads that cannot be started.
#if defined(__unix__)
#include <dlfcn.h>
#include <pthread.h>
#endif

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <iterator>
#include <mutex>
#include <set>
#include <stdexcept>
#include <string>
#include <system_error>

#include "coio/io_context.hpp"
#include "coio/sched.hpp"
#include "coio/spawn.hpp"
#include "support.hpp"

#if defined(__unix__)

namespace {

// pthread_create() fails when this many more calls have been made; negative: never.
std::atomic<int> creations_left{-1};

}  // namespace

// Takes the place of the system's in this program. A limit on processes does not bind root.
extern "C" int pthread_create(pthread_t* thread, const pthread_attr_t* attributes,
                              void* (*start)(void*), void* argument) {
  if (creations_left.load() >= 0 && creations_left.fetch_sub(1) == 0) return EAGAIN;
  using function = decltype(&pthread_create);
  static const auto next = reinterpret_cast<function>(dlsym(RTLD_NEXT, "pthread_create"));
  return next(thread, attributes, start, argument);
}

#endif

namespace {

std::size_t workers_of(const coio::io_context::executor_type& ex) {
  return asio::query(ex, asio::execution::occupancy);
}

template <typename Make>
std::string message_of(Make make) {
  try {
    make();
  } catch (const std::invalid_argument& e) {
    return e.what();
  }
  return "no exception";
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_hint_is_the_number_of_workers) {
  for (const int n : {1, 2, 7, 1024}) {
    coio::io_context ctx(n);
    BOOST_TEST(workers_of(ctx.get_executor()) == static_cast<std::size_t>(n));
  }
}

BOOST_AUTO_TEST_CASE(asios_own_hints) {
  const auto cpus = static_cast<std::size_t>(coio::default_workers());
  BOOST_TEST(cpus >= 1u);
  coio::io_context plain, safe(ASIO_CONCURRENCY_HINT_SAFE), usual(ASIO_CONCURRENCY_HINT_DEFAULT),
      unsafe(ASIO_CONCURRENCY_HINT_UNSAFE), unsafe_io(ASIO_CONCURRENCY_HINT_UNSAFE_IO),
      one(ASIO_CONCURRENCY_HINT_1);
  BOOST_TEST(workers_of(plain.get_executor()) == cpus);
  BOOST_TEST(workers_of(safe.get_executor()) == cpus);
  BOOST_TEST(workers_of(usual.get_executor()) == cpus);
  BOOST_TEST(workers_of(unsafe.get_executor()) == 1u);
  BOOST_TEST(workers_of(unsafe_io.get_executor()) == 1u);
  BOOST_TEST(workers_of(one.get_executor()) == 1u);
}

BOOST_AUTO_TEST_CASE(other_numbers_are_refused) {
  for (const int n : {0, -3, 1025, 2'000'000}) {
    const std::string message = message_of([&] { coio::io_context ctx(n); });
    BOOST_TEST_CONTEXT(message) {
      BOOST_TEST(contains(message, "workers"));
      BOOST_TEST(contains(message, "1024"));
      if (n != 0) BOOST_TEST(contains(message, std::to_string(n)));
    }
  }
  coio::options o;
  o.workers = -1;
  BOOST_TEST(contains(message_of([&] { coio::io_context ctx(o); }), "-1"));
  o.workers = 0;
  BOOST_CHECK_NO_THROW(coio::io_context ctx(o));
}

BOOST_AUTO_TEST_CASE(intervals_of_the_monitor_are_checked) {
  coio::options o;
  o.monitor_min_interval = std::chrono::microseconds(500);
  BOOST_TEST(contains(message_of([&] { coio::io_context ctx(o); }), "min_interval"));
  o.monitor_min_interval = std::chrono::microseconds(0);
  BOOST_TEST(contains(message_of([&] { coio::io_context ctx(o); }), "min_interval"));
}

// The threads of a run are those of the other workers and the monitor. Whichever cannot be started,
// nothing has run, and the context is as before.
#if defined(__unix__)

BOOST_AUTO_TEST_CASE(a_thread_that_cannot_be_started) {
  constexpr int workers = 4;
  int failures = 0;
  for (int n = 0; n < workers; ++n) {
    coio::io_context ctx(workers);
    asio::steady_timer timer(ctx, std::chrono::milliseconds(1));
    std::atomic<int> ran{0};
    timer.async_wait([&](asio::error_code e) { ran += !e; });
    for (int i = 0; i < 100; ++i)
      asio::post(ctx, [&] { ++ran; });

    creations_left = n;
    try {
      ctx.run();
      creations_left = -1;
    } catch (const std::system_error& e) {
      creations_left = -1;
      ++failures;
      BOOST_TEST((e.code() == std::errc::resource_unavailable_try_again));
      BOOST_TEST_CONTEXT(e.what()) {
        BOOST_TEST(contains(e.what(), n < workers - 1
                                          ? "cannot start thread " + std::to_string(n + 2) + " of 4"
                                          : "cannot start the monitor's thread"));
      }
      BOOST_TEST(ran == 0);
      BOOST_TEST(!ctx.stopped());
      BOOST_TEST(coio::test::counted(ctx.run(), 101));
    }
    BOOST_TEST(ran == 101);
    BOOST_TEST(ctx.stopped());
  }
  BOOST_TEST(failures == workers);
}

BOOST_AUTO_TEST_CASE(functions_that_start_no_thread_need_none) {
  coio::io_context ctx(4);
  creations_left = 0;
  int ran = 0;
  asio::post(ctx, [&] { ++ran; });
  asio::post(ctx, [&] { ++ran; });
  asio::post(ctx, [&] { ++ran; });
  const auto n = ctx.run_one() + ctx.poll_one() + ctx.run_for(std::chrono::seconds(30));
  creations_left = -1;
  BOOST_TEST(n == 3u);
  BOOST_TEST(ran == 3);
}

#endif

#if defined(COIO_PLATFORM_linux)
BOOST_AUTO_TEST_CASE(threads_have_the_name_of_the_setting_and_their_number) {
  for (const std::string name : {"coio", "mine", ""}) {
    coio::options o;
    o.workers = 3;
    o.thread_name = name;
    std::mutex mutex;
    std::set<std::string> names;
    coio::hooks h;
    h.on_thread_start = [&](std::size_t) {
      char its[16] = {};
      ::pthread_getname_np(::pthread_self(), its, sizeof its);
      const std::lock_guard lock(mutex);
      names.insert(its);
    };
    char mine[16] = {};
    ::pthread_getname_np(::pthread_self(), mine, sizeof mine);
    coio::io_context ctx(o, h);
    asio::post(ctx, [] {});
    ctx.run();
    // The caller of run() keeps its own; without a name the others inherit that.
    const std::set<std::string> expected =
        name.empty() ? std::set<std::string>{mine}
                     : std::set<std::string>{mine, name + "-1", name + "-2"};
    BOOST_TEST(names == expected, boost::test_tools::per_element());
  }
}

// Each shard has a reactor, and with it descriptors, from the first I/O object or timer on that
// lives there.
BOOST_AUTO_TEST_CASE(shards_that_nobody_uses_open_no_descriptor) {
  const auto open_descriptors = [] {
    const std::filesystem::directory_iterator all("/proc/self/fd");
    return std::distance(begin(all), end(all));
  };
  const auto before = open_descriptors();
  coio::io_context ctx(64);
  BOOST_TEST(open_descriptors() == before);
  asio::steady_timer timer(ctx, std::chrono::milliseconds(1));
  timer.async_wait([](const asio::error_code&) {});
  const auto of_one = open_descriptors() - before;
  coio::spawn(ctx, []() -> coio::awaitable<void> { co_await coio::sleep_ms(1); });
  std::ptrdiff_t at_end = 0;
  asio::post(ctx, [&] { at_end = open_descriptors() - before; });
  ctx.run();
  BOOST_TEST(at_end <= 4 * of_one);
  BOOST_TEST(open_descriptors() - before <= 4 * of_one);
}
#endif
