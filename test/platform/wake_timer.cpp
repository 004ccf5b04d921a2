// The wake timer, with a timer of the system and as if no descriptor were left.
#include "platform/wake_timer.hpp"

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <memory>
#include <thread>
#include <tuple>

#if defined(__unix__)
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

#include "support.hpp"

using namespace std::chrono_literals;
using coio::detail::wake_timer;

namespace {

// The timers of Windows, and of Wine, count ticks of a millisecond and more.
#if defined(_WIN32)
constexpr auto early = 1ms;
#else
constexpr auto early = 0ms;
#endif

struct usual {
  wake_timer timer;
};

#if defined(__unix__)

// For as long as the object exists, nobody can open a file.
class no_descriptors {
 public:
  no_descriptors() {
    ::getrlimit(RLIMIT_NOFILE, &before_);
    auto none = before_;
    none.rlim_cur = 0;
    ::setrlimit(RLIMIT_NOFILE, &none);
  }
  ~no_descriptors() { ::setrlimit(RLIMIT_NOFILE, &before_); }

 private:
  ::rlimit before_{};
};

struct exhausted {
  std::unique_ptr<no_descriptors> none = std::make_unique<no_descriptors>();
  wake_timer timer;
  exhausted() { none.reset(); }
};

using kinds = std::tuple<usual, exhausted>;

#else

using kinds = std::tuple<usual>;

#endif

}  // namespace

BOOST_AUTO_TEST_CASE_TEMPLATE(timer_expires_after_its_time, Kind, kinds) {
  Kind k;
  const auto begin = std::chrono::steady_clock::now();
  k.timer.set(2ms);
  k.timer.wait();
  BOOST_TEST((std::chrono::steady_clock::now() - begin >= 2ms - early));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(timer_set_to_zero_expires_at_once, Kind, kinds) {
  Kind k;
  k.timer.set({});
  k.timer.wait();
}

BOOST_AUTO_TEST_CASE_TEMPLATE(timer_set_again_uses_the_last_time, Kind, kinds) {
  Kind k;
  k.timer.set(1h);
  k.timer.set(1us);
  k.timer.wait();
  // What has expired before the wait, and was set again, expires at its new time.
  k.timer.set({});
  std::this_thread::sleep_for(1ms);
  const auto begin = std::chrono::steady_clock::now();
  k.timer.set(2ms);
  k.timer.wait();
  BOOST_TEST((std::chrono::steady_clock::now() - begin >= 2ms - early));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(cancelled_timer_does_not_expire, Kind, kinds) {
  Kind k;
  k.timer.set(1us);
  k.timer.cancel();
  k.timer.set({});
  std::this_thread::sleep_for(1ms);  // it has expired, and no thread has waited
  k.timer.cancel();
  std::atomic<bool> set_again{false};
  std::jthread other([&] {
    std::this_thread::sleep_for(
        2ms);  // otherwise a wrong expiry would hardly come before the right one
    set_again = true;
    k.timer.set({});
  });
  k.timer.wait();
  BOOST_TEST(set_again);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(timer_set_by_another_thread_wakes_the_waiter, Kind, kinds) {
  Kind k;
  constexpr int times = 2000;
  std::atomic<int> expired{0};
  std::jthread waiting([&] {
    while (expired < times) {
      k.timer.wait();
      ++expired;
      expired.notify_one();
    }
  });
  for (int i = 0; i < times; ++i) {
    k.timer.set(std::chrono::microseconds(i % 3));
    coio::test::wait_while(expired, i);
  }
  BOOST_TEST(expired == times);
}

#if defined(__unix__)

// A timer belongs to parent and child alike until one of them renews it: the child's timer would
// be the parent's.
BOOST_AUTO_TEST_CASE(renewed_timer_of_a_child_is_its_own) {
  wake_timer timer;
  timer.set(1h);
  const ::pid_t child = ::fork();
  if (child == 0) {
    timer.renew();
    timer.set(1ms);
    timer.wait();
    ::_exit(0);
  }
  BOOST_REQUIRE(child > 0);
  int status = -1;
  ::waitpid(child, &status, 0);
  BOOST_TEST(status == 0);
  std::atomic<bool> expired{false};
  std::jthread waiting([&] {
    timer.wait();
    expired = true;
  });
  std::this_thread::sleep_for(10ms);
  BOOST_TEST(!expired);
  timer.set({});
}

#endif
