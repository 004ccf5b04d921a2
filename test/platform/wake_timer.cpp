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

using namespace std::chrono_literals;
using coio::detail::wake_timer;

namespace {

struct usual {
  wake_timer alarm;
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
  wake_timer alarm;
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
  k.alarm.set(2ms);
  k.alarm.wait();
  BOOST_TEST((std::chrono::steady_clock::now() - begin >= 2ms));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(timer_set_to_zero_expires_at_once, Kind, kinds) {
  Kind k;
  k.alarm.set({});
  k.alarm.wait();
}

BOOST_AUTO_TEST_CASE_TEMPLATE(timer_set_again_uses_the_last_time, Kind, kinds) {
  Kind k;
  k.alarm.set(1h);
  k.alarm.set(1us);
  k.alarm.wait();
  // What has rung before the wait, and was set again, rings when it is set to.
  k.alarm.set({});
  std::this_thread::sleep_for(1ms);
  const auto begin = std::chrono::steady_clock::now();
  k.alarm.set(2ms);
  k.alarm.wait();
  BOOST_TEST((std::chrono::steady_clock::now() - begin >= 2ms));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(cancelled_timer_does_not_expire, Kind, kinds) {
  Kind k;
  k.alarm.set(1us);
  k.alarm.cancel();
  k.alarm.set({});
  std::this_thread::sleep_for(1ms);  // it has rung, and nobody has waited
  k.alarm.cancel();
  std::atomic<bool> set_again{false};
  std::jthread other([&] {
    std::this_thread::sleep_for(2ms);  // else a wrong ring would hardly come before the right one
    set_again = true;
    k.alarm.set({});
  });
  k.alarm.wait();
  BOOST_TEST(set_again);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(timer_set_by_another_thread_wakes_the_waiter, Kind, kinds) {
  Kind k;
  constexpr int times = 2000;
  std::atomic<int> rung{0};
  std::jthread waiting([&] {
    while (rung < times) {
      k.alarm.wait();
      ++rung;
      rung.notify_one();
    }
  });
  for (int i = 0; i < times; ++i) {
    k.alarm.set(std::chrono::microseconds(i % 3));
    rung.wait(i);
  }
  BOOST_TEST(rung == times);
}

#if defined(__unix__)

// A timer belongs to parent and child alike until one of them renews it: the child's alarm would
// be the parent's.
BOOST_AUTO_TEST_CASE(renewed_timer_of_a_child_is_its_own) {
  wake_timer alarm;
  alarm.set(1h);
  const ::pid_t child = ::fork();
  if (child == 0) {
    alarm.renew();
    alarm.set(1ms);
    alarm.wait();
    ::_exit(0);
  }
  BOOST_REQUIRE(child > 0);
  int status = -1;
  ::waitpid(child, &status, 0);
  BOOST_TEST(status == 0);
  std::atomic<bool> rung{false};
  std::jthread waiting([&] {
    alarm.wait();
    rung = true;
  });
  std::this_thread::sleep_for(10ms);
  BOOST_TEST(!rung);
  alarm.set({});
}

#endif
