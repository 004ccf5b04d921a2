// The clock of the wall jumps, by up to an hour in both directions, all the time. What waits for a
// span of time waits as long as that, by the clock that does not jump.
#include <dlfcn.h>
#include <time.h>

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "coio/coio.hpp"
#include "coio/io_context.hpp"
#include "support.hpp"

using namespace std::chrono_literals;
using steady = std::chrono::steady_clock;

static std::atomic<long> wall_offset{0};  // seconds

// Takes the place of the system's in this program.
extern "C" int clock_gettime(clockid_t clock, timespec* t) noexcept {
  using function = int (*)(clockid_t, timespec*);
  static const auto next = reinterpret_cast<function>(dlsym(RTLD_NEXT, "clock_gettime"));
  const int result = next(clock, t);
  if (result == 0 && clock == CLOCK_REALTIME) t->tv_sec += wall_offset.load();
  return result;
}

namespace {

struct jumping_clock {
  std::atomic<bool> over{false};
  std::atomic<int> jumps{0};
  std::thread thread{[this] {
    for (unsigned n = 0; !over; ++n) {
      wall_offset = (n * 1103515245u + 12345u) / 65536u % 7200u - 3600L;
      ++jumps;
      std::this_thread::sleep_for(500us);
    }
    wall_offset = 0;
  }};
  ~jumping_clock() {
    over = true;
    thread.join();
  }
};

}  // namespace

BOOST_AUTO_TEST_CASE(wall_clock_jumps_in_this_program) {
  const auto before = std::chrono::system_clock::now();
  wall_offset = 3600;
  BOOST_TEST((std::chrono::system_clock::now() - before >= 1h));
  wall_offset = 0;
}

BOOST_AUTO_TEST_CASE(spans_of_time_do_not_depend_on_the_wall_clock) {
  for (const int workers : {1, 2, 4}) {
    jumping_clock jumping;
    std::atomic<int> early{0}, ended{0}, wrong{0};
    coio::scheduler().with_workers(workers).run([&]() -> coio::awaitable<void> {
      coio::task_group all;
      for (int i = 0; i < 50; ++i) {
        all.spawn([&, i]() -> coio::awaitable<void> {
          const auto span = std::chrono::milliseconds(1 + i);
          const auto begin = steady::now();
          co_await coio::sleep(span);
          if (steady::now() - begin < span) ++early;
          ++ended;
        });
        // The sleep is over, the limit is not; and the other way round.
        all.spawn([&, i]() -> coio::awaitable<void> {
          co_await coio::timeout(1h, coio::sleep(std::chrono::milliseconds(i)));
          try {
            co_await coio::timeout(std::chrono::milliseconds(i), coio::sleep(1h));
            ++wrong;
          } catch (const asio::system_error& e) {
            if (e.code() != asio::error::timed_out) ++wrong;
          }
          ++ended;
        });
        all.spawn([&, i]() -> coio::awaitable<void> {
          auto [tx, rx] = coio::sync::channel<int>(1);
          const auto begin = steady::now();
          try {
            co_await rx.recv_for(std::chrono::milliseconds(i));
            ++wrong;
          } catch (const asio::system_error& e) {
            if (e.code() != asio::error::timed_out) ++wrong;
          }
          if (steady::now() - begin < std::chrono::milliseconds(i)) ++early;
          ++ended;
        });
      }
      co_await all.join();
    });
    BOOST_TEST(early == 0);
    BOOST_TEST(wrong == 0);
    BOOST_TEST(ended == 150);
    BOOST_TEST(jumping.jumps > 10);
  }
}

BOOST_AUTO_TEST_CASE(timers_of_asio_do_not_depend_on_the_wall_clock) {
  for (const int workers : {1, 2, 4}) {
    jumping_clock jumping;
    coio::io_context ctx(workers);
    std::vector<asio::steady_timer> timers;
    std::atomic<int> fired{0}, early{0};
    for (int i = 0; i < 100; ++i) {
      const auto at = steady::now() + std::chrono::milliseconds(i);
      timers.emplace_back(ctx.next_executor(), at).async_wait([&, at](const asio::error_code& e) {
        if (e || steady::now() < at) ++early;
        ++fired;
      });
    }
    const auto begin = steady::now();
    ctx.run_for(coio::test::failsafe);
    BOOST_TEST(fired == 100);
    BOOST_TEST(early == 0);
    BOOST_TEST((steady::now() - begin < coio::test::failsafe));
    // Nothing to do: run_for() ends when its time is over.
    auto guard = asio::make_work_guard(ctx);
    ctx.restart();
    const auto then = steady::now();
    ctx.run_for(20ms);
    BOOST_TEST((steady::now() - then >= 20ms));
  }
}
