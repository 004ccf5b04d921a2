#include "coio/deadlock.hpp"

#include <atomic>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <csignal>
#include <functional>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "coio/coio.hpp"
#include "support.hpp"

#if defined(COIO_PLATFORM_linux)
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace std::chrono_literals;

namespace {

const std::vector<int> worker_numbers{1, 2, 4}, few_numbers{1, 3};

// After this the watch has looked twice at a scheduler in which nothing has run.
constexpr auto long_enough = 450ms;

// ThreadSanitizer and QEMU have threads of their own, and elsewhere their number is not known.
#if defined(COIO_PLATFORM_linux) && !defined(__SANITIZE_THREAD__) && !defined(COIO_TEST_EMULATED)
#if defined(__has_feature)
#if !__has_feature(thread_sanitizer)
#define IS_DETECTED
#endif
#else
#define IS_DETECTED
#endif
#endif

coio::options with(int workers) {
  return coio::options{.workers = workers};
}

// Locks one, and then the other, when somebody else has locked that.
[[maybe_unused]] coio::awaitable<void> lock_both(coio::sync::mutex& first,
                                                 coio::sync::mutex& second,
                                                 std::atomic<int>& locked) {
  const auto a = co_await first.lock();
  ++locked;
  while (locked < 2)
    co_await coio::sched();
  const auto b = co_await second.lock();
}

}  // namespace

#if defined(IS_DETECTED)

namespace deadlock_test {

// Counts its ends.
struct counted {
  std::atomic<int>& ends;
  ~counted() { ++ends; }
};

}  // namespace deadlock_test

namespace {

using deadlock_test::counted;

template <typename F>
coio::coroutine_dump deadlock_of(int workers, F f) {
  std::optional<coio::coroutine_dump> d;
  try {
    coio::scheduler(with(workers)).run(std::move(f));
  } catch (const coio::deadlock& e) {
    d = e.dump();
    BOOST_TEST(std::string(e.what()).find("a deadlock") != std::string::npos);
  }
  BOOST_REQUIRE(d.has_value());
  return *d;
}

std::size_t waiting_in(const coio::coroutine_dump& d, const std::string& function) {
  std::size_t n = 0;
  for (const coio::coroutine_group& g : d.groups)
    if (g.examples.front().waits_for == function) n += g.count;
  return n;
}

}  // namespace

BOOST_DATA_TEST_CASE(mutexes_locked_crosswise_are_a_deadlock, worker_numbers, workers) {
  coio::sync::mutex a, b;
  std::atomic<int> locked{0}, ends{0};
  const auto d = deadlock_of(workers, [&]() -> coio::awaitable<void> {
    const counted here{ends};
    auto one = coio::spawn([&] { return lock_both(a, b, locked); });
    auto other = coio::spawn([&] { return lock_both(b, a, locked); });
    co_await one.join();
    co_await other.join();
  });
  BOOST_TEST(d.coroutines == 3u);
  BOOST_TEST(waiting_in(d, "sync::mutex::lock") == 2u);
  BOOST_TEST(waiting_in(d, "join") == 1u);
  BOOST_TEST(ends == 1);  // the coroutines have been destroyed
}

BOOST_DATA_TEST_CASE(channel_whose_only_sender_waits_itself_is_a_deadlock, worker_numbers,
                     workers) {
  const auto d = deadlock_of(workers, []() -> coio::awaitable<void> {
    auto [tx, rx] = coio::sync::channel<int>();
    co_await rx.recv();
  });
  BOOST_TEST(d.coroutines == 1u);
  BOOST_TEST(waiting_in(d, "sync::receiver::recv") == 1u);
}

BOOST_DATA_TEST_CASE(limit_that_never_comes_does_not_hide_a_deadlock, worker_numbers, workers) {
  const auto d = deadlock_of(workers, []() -> coio::awaitable<void> {
    auto [tx, rx] = coio::sync::channel<int>();
    co_await coio::timeout((std::chrono::steady_clock::duration::max)(), rx.recv());
  });
  BOOST_TEST(waiting_in(d, "sync::receiver::recv") == 1u);
}

BOOST_DATA_TEST_CASE(one_that_waits_for_several_is_a_deadlock, worker_numbers, workers) {
  const auto d = deadlock_of(workers, []() -> coio::awaitable<void> {
    auto [tx, rx] = coio::sync::channel<int>();
    coio::sync::semaphore none(0);
    co_await coio::select(rx.recv(), none.acquire());
  });
  BOOST_TEST(waiting_in(d, "select") == 1u);
}

BOOST_DATA_TEST_CASE(deadlock_after_work_is_found, worker_numbers, workers) {
  const auto d = deadlock_of(workers, []() -> coio::awaitable<void> {
    auto l = coio::net::tcp_listener::bind("127.0.0.1:0");
    auto server = coio::spawn([&]() -> coio::awaitable<void> {
      auto s = co_await l.accept();
      co_await s.write_all("hello");
    });
    auto c = co_await coio::net::tcp_stream::connect(l.local_addr());
    char text[5];
    co_await c.read_exact(asio::buffer(text));
    co_await server.join();
    co_await coio::sleep(1ms);
    co_await coio::spawn_blocking([] {}).join();
    coio::sync::mono_barrier never;
    co_await never.wait();
  });
  BOOST_TEST(waiting_in(d, "sync::mono_barrier::wait") == 1u);
}

BOOST_DATA_TEST_CASE(default_scheduler_reports_a_deadlock_and_runs_again, worker_numbers, workers) {
  coio::sync::semaphore none(0);
  coio::spawn([&]() -> coio::awaitable<void> { co_await none.acquire(); });
  BOOST_CHECK_THROW(coio::scheduler::run(with(workers)), coio::deadlock);
  bool ran = false;
  coio::spawn([&] { ran = true; });
  coio::scheduler::run(with(workers));
  BOOST_TEST(ran);
}

// A program with a real deadlock, in a process of its own: true if it has found that out, false if
// it still hangs after some time.
bool child_detects(bool detection) {
  const ::pid_t child = ::fork();
  BOOST_REQUIRE(child >= 0);
  if (child == 0) {
    int result = 1;
    try {
      coio::options o = with(2);
      o.deadlock_detection = detection;
      coio::scheduler(o).run([]() -> coio::awaitable<void> {
        coio::sync::mono_barrier never;
        co_await never.wait();
      });
    } catch (const coio::deadlock&) {
      result = 0;
    }
    std::_Exit(result);
  }
  int status = 0;
  const bool ended = coio::test::eventually(
      [&] { return ::waitpid(child, &status, WNOHANG) == child; },
      detection ? std::chrono::steady_clock::duration(coio::test::failsafe) : 3 * long_enough);
  if (!ended) {
    ::kill(child, SIGKILL);
    ::waitpid(child, &status, 0);
    return false;
  }
  BOOST_TEST(WIFEXITED(status));
  return WEXITSTATUS(status) == 0;
}

// The worker's timer stays set for the limit.
BOOST_DATA_TEST_CASE(deadlock_after_a_long_time_limit_that_was_met_is_found, worker_numbers,
                     workers) {
  const auto d = deadlock_of(workers, []() -> coio::awaitable<void> {
    auto [tx, rx] = coio::sync::channel<int>(1);
    co_await tx.send(1);
    co_await coio::timeout(1h, rx.recv());
    co_await rx.recv();
  });
  BOOST_TEST(waiting_in(d, "sync::receiver::recv") == 1u);
}

// One worker looks after the shards of all.
BOOST_DATA_TEST_CASE(deadlock_while_other_workers_have_no_thread_is_found, worker_numbers,
                     workers) {
  const auto run = [workers] {
    coio::scheduler(coio::options{.workers = workers, .spawn_threads = false})
        .run([workers]() -> coio::awaitable<void> {
          const coio::coroutine_executor ex = co_await asio::this_coro::executor;
          coio::io_context& ctx = ex.query(asio::execution::context);
          for (int i = 0; i < workers; ++i)
            static_cast<void>(ctx.next_executor());
          auto [tx, rx] = coio::sync::channel<int>();
          co_await rx.recv();
        });
  };
  BOOST_CHECK_THROW(run(), coio::deadlock);
}

BOOST_AUTO_TEST_CASE(detection_that_is_off_lets_a_deadlock_hang) {
  BOOST_TEST(child_detects(true));
  BOOST_TEST(!child_detects(false));
}

#endif

// ---- No false alarm: something can still wake the coroutine ----

namespace {

// Each case runs a coroutine that waits in a channel or the like for `long_enough`, and is woken
// then. What makes a thread is the last: a thread is the reason not to look.
void runs_to_its_end(int workers, std::function<coio::awaitable<void>()> f) {
  bool ended = false;
  coio::scheduler(with(workers)).run([&]() -> coio::awaitable<void> {
    co_await f();
    ended = true;
  });
  BOOST_TEST(ended);
}

}  // namespace

BOOST_DATA_TEST_CASE(time_limit_can_still_wake, few_numbers, workers) {
  runs_to_its_end(workers, []() -> coio::awaitable<void> {
    auto [tx, rx] = coio::sync::channel<int>();
    try {
      co_await rx.recv_for(long_enough);
    } catch (const asio::system_error& e) {
      BOOST_TEST(e.code() == asio::error::timed_out);
    }
  });
}

BOOST_DATA_TEST_CASE(timeout_around_can_still_wake, few_numbers, workers) {
  runs_to_its_end(workers, []() -> coio::awaitable<void> {
    auto [tx, rx] = coio::sync::channel<int>();
    try {
      co_await coio::timeout(long_enough, rx.recv());
    } catch (const asio::system_error&) {
    }
  });
}

BOOST_DATA_TEST_CASE(sleeper_can_still_wake_the_other, few_numbers, workers) {
  runs_to_its_end(workers, []() -> coio::awaitable<void> {
    auto [tx, rx] = coio::sync::channel<int>();
    coio::spawn([tx = tx]() mutable -> coio::awaitable<void> {
      co_await coio::sleep(long_enough);
      co_await tx.send(1);
    });
    co_await rx.recv();
  });
}

// No executor of coio's sees this timer.
BOOST_DATA_TEST_CASE(callback_of_code_that_knows_only_the_base_can_still_wake, few_numbers,
                     workers) {
  runs_to_its_end(workers, []() -> coio::awaitable<void> {
    auto [tx, rx] = coio::sync::channel<int>();
    const auto ex = co_await asio::this_coro::executor;
    asio::io_context& base = ex.context();
    asio::basic_waitable_timer<std::chrono::steady_clock,
                               asio::wait_traits<std::chrono::steady_clock>,
                               asio::io_context::executor_type>
        t(base, long_enough);
    t.async_wait([&tx = tx](const asio::error_code&) { BOOST_TEST(tx.try_send(1)); });
    co_await rx.recv();
  });
}

BOOST_DATA_TEST_CASE(callback_of_a_timer_can_still_wake, few_numbers, workers) {
  runs_to_its_end(workers, []() -> coio::awaitable<void> {
    auto [tx, rx] = coio::sync::channel<int>();
    asio::steady_timer t(co_await asio::this_coro::executor, long_enough);
    t.async_wait([&tx = tx](const asio::error_code&) { BOOST_TEST(tx.try_send(1)); });
    co_await rx.recv();
  });
}

BOOST_DATA_TEST_CASE(asios_own_coroutine_can_still_wake, few_numbers, workers) {
  runs_to_its_end(workers, []() -> coio::awaitable<void> {
    auto [tx, rx] = coio::sync::channel<int>();
    asio::co_spawn(
        co_await asio::this_coro::executor,
        [&tx = tx]() -> asio::awaitable<void> {
          asio::steady_timer t(co_await asio::this_coro::executor, long_enough);
          co_await t.async_wait(asio::use_awaitable);
          BOOST_TEST(tx.try_send(1));
        },
        asio::detached);
    co_await rx.recv();
  });
}

BOOST_DATA_TEST_CASE(socket_can_still_wake, few_numbers, workers) {
  runs_to_its_end(workers, []() -> coio::awaitable<void> {
    auto [tx, rx] = coio::sync::channel<int>();
    auto l = coio::net::tcp_listener::bind("127.0.0.1:0");
    const auto address = l.local_addr();
    coio::spawn([l = std::move(l), tx = tx]() mutable -> coio::awaitable<void> {
      auto s = co_await l.accept();
      char byte;
      co_await s.read(asio::buffer(&byte, 1));
      co_await tx.send(1);
    });
    auto c = co_await coio::net::tcp_stream::connect(address);
    coio::spawn([c = std::move(c)]() mutable -> coio::awaitable<void> {
      co_await coio::sleep(long_enough);
      co_await c.write_all("1");
    });
    co_await rx.recv();
  });
}

BOOST_DATA_TEST_CASE(blocking_call_can_still_wake, few_numbers, workers) {
  runs_to_its_end(workers, []() -> coio::awaitable<void> {
    auto [tx, rx] = coio::sync::channel<int>();
    coio::spawn_blocking([&tx = tx] {
      std::this_thread::sleep_for(long_enough);
      tx.blocking_send(1);
    });
    co_await rx.recv();
  });
}

#if defined(SIGALRM)

BOOST_DATA_TEST_CASE(signal_can_still_wake, few_numbers, workers) {
  runs_to_its_end(workers, []() -> coio::awaitable<void> {
    auto [tx, rx] = coio::sync::channel<int>();
    asio::signal_set s(co_await asio::this_coro::executor, SIGALRM);
    s.async_wait([&tx = tx](const asio::error_code&, int) { BOOST_TEST(tx.try_send(1)); });
    ::alarm(1);
    co_await rx.recv();
  });
}

#endif

BOOST_DATA_TEST_CASE(thread_of_the_program_can_still_wake, few_numbers, workers) {
  auto [tx, rx] = coio::sync::channel<int>();
  std::thread t([&tx = tx] {
    std::this_thread::sleep_for(long_enough);
    tx.blocking_send(1);
  });
  runs_to_its_end(workers, [&rx = rx]() -> coio::awaitable<void> { co_await rx.recv(); });
  t.join();
}

// It counts as a worker meanwhile, and may wake somebody when it comes back.
BOOST_DATA_TEST_CASE(thread_of_the_program_that_serves_for_a_while_can_still_wake, few_numbers,
                     workers) {
  std::pair<coio::sync::sender<int>, coio::sync::receiver<int>> ends = coio::sync::channel<int>();
  std::thread t;
  bool received = false;
  coio::scheduler(coio::options{.workers = workers, .spawn_threads = false})
      .run([&]() -> coio::awaitable<void> {
        const coio::coroutine_executor ex = co_await asio::this_coro::executor;
        coio::io_context& ctx = ex.query(asio::execution::context);
        t = std::thread([&] {
          ctx.run_for(long_enough);
          ends.first.blocking_send(1);
        });
        const std::optional<int> n = co_await ends.second.recv();
        received = n.has_value();
      });
  t.join();
  BOOST_TEST(received);
}

#if defined(IS_DETECTED)

// The thread that prints dumps is the parent's. It is counted: the parent finds its own deadlock.
BOOST_AUTO_TEST_CASE(thread_of_the_child_of_a_fork_can_still_wake) {
  coio::dump_on(SIGUSR1);
  static_cast<void>(deadlock_of(1, []() -> coio::awaitable<void> {
    auto [tx, rx] = coio::sync::channel<int>();
    co_await rx.recv();
  }));
  const ::pid_t child = ::fork();
  if (child == 0) {
    int status = 1;
    try {
      auto [tx, rx] = coio::sync::channel<int>();
      std::thread t([&tx = tx] {
        std::this_thread::sleep_for(long_enough);
        tx.blocking_send(1);
      });
      coio::scheduler(with(1)).run([&rx = rx]() -> coio::awaitable<void> { co_await rx.recv(); });
      t.join();
      status = 0;
    } catch (const coio::deadlock&) {
    }
    ::_exit(status);
  }
  int status = -1;
  BOOST_REQUIRE(::waitpid(child, &status, 0) == child);
  BOOST_TEST(status == 0);
}

#endif

BOOST_DATA_TEST_CASE(thread_can_still_cancel, few_numbers, workers) {
  coio::join_handle<void> h = coio::spawn([]() -> coio::awaitable<void> {
    coio::sync::mono_barrier never;
    co_await never.wait();
  });
  std::thread t([&h] {
    std::this_thread::sleep_for(long_enough);
    h.cancel();
  });
  coio::scheduler::run(with(workers));
  t.join();
  BOOST_TEST(h.done());
}

BOOST_DATA_TEST_CASE(coroutine_of_another_scheduler_can_still_wake, few_numbers, workers) {
  auto [tx, rx] = coio::sync::channel<int>();
  std::thread t([&tx = tx] {
    coio::scheduler(with(1)).run([&]() -> coio::awaitable<void> {
      co_await coio::sleep(long_enough);
      co_await tx.send(1);
    });
  });
  runs_to_its_end(workers, [&rx = rx]() -> coio::awaitable<void> { co_await rx.recv(); });
  t.join();
}
