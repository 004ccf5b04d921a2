// What the monitor sees and does, look by look, at times that the test says.
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <cstddef>
#include <vector>

#include "core/machine.hpp"

using namespace std::chrono_literals;
using coio::detail::make_task;
using coio::detail::monitor;
using coio::detail::worker_state;
using coio::test::machine;
using finding = coio::detail::monitor::finding;

BOOST_TEST_DONT_PRINT_LOG_VALUE(finding)

namespace {

struct looks : machine {
  explicit looks(int workers, coio::hooks h = {}) : machine(workers, std::move(h)) {
    attach_and_park_all();
  }
  ~looks() {
    for (std::size_t i = 0; i < scheduler.worker_count(); ++i)
      leave(i);
  }

  finding look(std::chrono::microseconds after) {
    now += after;
    return scheduler.its_monitor().look(now);
  }

  // The worker begins a handler, which it stays in.
  void enter(std::size_t i) {
    leave(i);
    coio::detail::worker& w = worker(i);
    w.frames.set(1);
    w.handlers.add(1);
    w.activity.add(1);
  }
  void leave(std::size_t i) {
    coio::detail::worker& w = worker(i);
    if (w.busy()) w.activity.add(1);
  }

  // Whom the worker was asked to help since the last call, or nobody().
  std::size_t asked(std::size_t i) {
    if (state(i) != worker_state::notified) return nobody();
    park_again(i);
    return worker(i).assist.exchange(nobody());
  }
  static std::size_t nobody() { return coio::detail::worker::no_worker; }

  std::chrono::steady_clock::time_point now{std::chrono::hours(1)};
};

}  // namespace

BOOST_AUTO_TEST_CASE(look_at_parked_workers_is_calm) {
  looks m(2);
  BOOST_CHECK(m.look(50us) == finding::calm);
  BOOST_TEST(m.asked(0) == m.nobody());
  BOOST_TEST(m.asked(1) == m.nobody());
}

BOOST_AUTO_TEST_CASE(worker_that_is_in_one_handler_in_two_looks_is_helped) {
  looks m(2);
  m.enter(0);
  BOOST_CHECK(m.look(50us) == finding::well);
  BOOST_TEST(m.asked(1) == m.nobody());
  BOOST_CHECK(m.look(50us) == finding::needed_in_vain);
  BOOST_TEST(m.asked(1) == 0u);
  BOOST_TEST(m.worker(0).monitored.assists_got.get() == 1u);
}

BOOST_AUTO_TEST_CASE(worker_that_moves_on_is_not_stuck) {
  for (int sign = 0; sign < 3; ++sign) {
    looks m(2);
    m.enter(0);
    m.look(50us);
    if (sign == 0) m.worker(0).handlers.add(1);
    if (sign == 1) m.worker(0).tasks.add(1);
    if (sign == 2) m.worker(0).looks.add(1);
    BOOST_CHECK(m.look(50us) == finding::well);
    BOOST_TEST(m.asked(1) == m.nobody());
  }
}

BOOST_AUTO_TEST_CASE(look_after_help_that_did_something_is_needed_again) {
  looks m(2);
  m.enter(0);
  m.look(50us);
  m.look(50us);
  BOOST_TEST(m.asked(1) == 0u);
  m.worker(1).tasks.add(1);
  BOOST_CHECK(m.look(50us) == finding::needed);
  BOOST_TEST(m.asked(1) == 0u);
  BOOST_CHECK(m.look(50us) == finding::needed_in_vain);
}

// It was woken, and does not come: it is in a handler that executors do not see.
BOOST_AUTO_TEST_CASE(worker_that_does_not_receive_its_wakeup_is_helped) {
  looks m(2);
  m.scheduler.wake(0);
  m.look(50us);
  m.look(50us);
  BOOST_TEST(m.asked(1) == 0u);
}

BOOST_AUTO_TEST_CASE(worker_without_a_thread_is_not_helped) {
  looks m(3);
  m.enter(0);
  m.detach(0);
  m.look(50us);
  m.look(50us);
  BOOST_TEST(m.asked(1) == m.nobody());
  BOOST_TEST(m.asked(2) == m.nobody());
}

BOOST_AUTO_TEST_CASE(worker_in_a_handler_is_not_asked_to_help) {
  looks m(3);
  m.enter(0);
  m.enter(1);  // parked, and busy: in a completion
  m.look(50us);
  m.look(50us);
  BOOST_TEST(m.asked(1) == m.nobody());
  BOOST_TEST(m.asked(2) != m.nobody());
  // The only one that could help has not come yet.
  m.scheduler.wake(2);
  m.worker(2).assist = m.nobody();
  m.look(50us);
  BOOST_TEST(m.worker(1).assist.load() == m.nobody());
  BOOST_TEST(m.worker(2).assist.load() == m.nobody());
}

BOOST_AUTO_TEST_CASE(help_is_spread_over_helpers) {
  looks m(4);
  m.enter(0);
  m.look(50us);
  std::vector<std::size_t> helpers;
  for (int n = 0; n < 6; ++n) {
    m.look(50us);
    for (std::size_t i = 1; i < 4; ++i)
      if (m.asked(i) == 0) helpers.push_back(i);
  }
  const std::vector<std::size_t> expected{1, 2, 3, 1, 2, 3};
  BOOST_TEST(helpers == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(helper_is_spread_over_those_that_need_help) {
  looks m(3);
  m.enter(0);
  m.enter(1);
  m.look(50us);
  std::vector<std::size_t> helped;
  for (int n = 0; n < 4; ++n) {
    m.look(50us);
    helped.push_back(m.asked(2));
  }
  const std::vector<std::size_t> expected{0, 1, 0, 1};
  BOOST_TEST(helped == expected, boost::test_tools::per_element());
}

// Who is parked just now helps a worker that is stuck; one that is overloaded is helped by who has
// little to do.
BOOST_AUTO_TEST_CASE(worker_that_is_busy_now_and_then_helps_who_is_stuck_alone) {
  for (const bool stuck : {false, true}) {
    looks m(2);
    m.enter(0);
    m.enter(1);
    for (int n = 0; n < 20; ++n) {  // busy in each of the last looks
      m.worker(0).handlers.add(1);
      m.worker(1).handlers.add(1);
      m.look(100us);
    }
    m.leave(1);
    m.worker(1).handlers.add(1);
    if (!stuck) m.worker(0).handlers.add(1);
    m.look(100us);
    BOOST_TEST(m.asked(1) == (stuck ? 0u : m.nobody()));
  }
}

// Where the CPU time of a worker is known.
BOOST_AUTO_TEST_CASE(worker_that_uses_its_cpu_for_a_millisecond_is_overloaded) {
  if (!coio::detail::thread_clock::exact()) return;
  looks m(2);
  // The thread of the test, whose CPU clock goes on between these looks, is the worker's.
  m.worker(0).time.begin();
  m.worker(0).thread = 1;
  m.enter(0);
  const auto look = [&](std::chrono::microseconds after, std::chrono::microseconds used) {
    const auto begin = m.scheduler.cpu_time(0);
    while (m.scheduler.cpu_time(0) - begin < used) {
    }
    m.worker(0).handlers.add(1);
    m.look(after);
    return m.asked(1) == 0u;
  };
  BOOST_TEST(!look(50us, 0us));
  // The clock is read for the first time.
  BOOST_TEST(!look(1ms, 1ms));
  BOOST_TEST(look(1ms, 1ms));
  // Until the next reading it counts as overloaded.
  BOOST_TEST(look(100us, 0us));
  BOOST_TEST(!look(1h, 1ms));
  BOOST_TEST(!look(100us, 1ms));
  BOOST_TEST(look(1ms, 1ms));
  // It was parked in one look: between two completions. In two: it has little to do.
  m.leave(0);
  BOOST_TEST(look(1ms, 1ms));
  m.enter(0);
  BOOST_TEST(look(1ms, 1ms));
  m.leave(0);
  look(1ms, 1ms);
  BOOST_TEST(!look(1ms, 1ms));
  m.worker(0).thread = 0;
}

// Where it is not.
BOOST_AUTO_TEST_CASE(worker_that_is_busy_for_a_millisecond_is_overloaded) {
  looks m(2);
  m.enter(0);
  for (int n = 0; n < 10; ++n) {
    m.worker(0).handlers.add(1);
    BOOST_CHECK(m.look(100us) == finding::well);
    BOOST_TEST(m.asked(1) == m.nobody());
  }
  m.worker(0).handlers.add(1);
  BOOST_CHECK(m.look(100us) == finding::needed_in_vain);
  BOOST_TEST(m.asked(1) == 0u);
  // Once parked, it has to be busy for as long again.
  m.leave(0);
  m.look(100us);
  m.enter(0);
  for (int n = 0; n < 10; ++n) {
    m.worker(0).handlers.add(1);
    m.look(100us);
    BOOST_TEST(m.asked(1) == m.nobody());
  }
}

BOOST_AUTO_TEST_CASE(nobody_is_asked_while_all_are_busy) {
  looks m(2);
  m.enter(0);
  m.enter(1);
  for (int n = 0; n < 30; ++n) {
    m.worker(0).handlers.add(1);
    m.worker(1).handlers.add(1);
    // Parked in fewer than 14 of the last 16 looks: from the third on.
    BOOST_CHECK(m.look(100us) == (n < 2 ? finding::well : finding::saturated));
  }
  BOOST_TEST(m.asked(0) == m.nobody());
  BOOST_TEST(m.asked(1) == m.nobody());
}

BOOST_AUTO_TEST_CASE(task_that_is_in_the_injector_in_two_looks_is_fetched) {
  looks m(2);
  m.scheduler.inject(make_task([] {}, std::allocator<void>()));
  m.look(50us);
  // The search came to nothing.
  for (std::size_t i = 0; i < 2; ++i) {
    m.scheduler.end_search(i);
    m.park_again(i);
  }
  BOOST_CHECK(m.look(50us) == finding::needed);
  // Whom to help is nobody: it looks at the injector.
  BOOST_TEST((m.asked(0) == 2 || m.asked(1) == 2));
}

// ---- Reports ----

BOOST_AUTO_TEST_CASE(handler_is_reported_once_and_when_it_has_taken_so_long) {
  std::vector<coio::stuck_worker> reports;
  coio::hooks h;
  h.stuck_after = 10ms;
  h.on_stuck = [&](const coio::stuck_worker& s) { reports.push_back(s); };
  looks m(2, h);
  m.enter(1);
  m.look(50us);
  m.look(9ms);
  BOOST_TEST(reports.empty());
  m.look(1ms);
  BOOST_REQUIRE(reports.size() == 1u);
  BOOST_TEST(reports[0].worker == 1u);
  BOOST_CHECK(reports[0].duration == 10ms);
  m.look(20ms);
  BOOST_TEST(reports.size() == 1u);
  m.enter(1);  // the next handler
  m.look(50us);
  m.look(20ms);
  BOOST_TEST(reports.size() == 2u);
  BOOST_TEST(m.worker(1).monitored.longest_handler_ns.get() == 30'000'000u);
}

BOOST_AUTO_TEST_CASE(metrics_tell_how_long_a_shard_is_held_up_and_overloaded) {
  looks m(2);
  const auto& of = m.worker(0).monitored;
  m.enter(0);
  m.look(50us);
  BOOST_TEST(of.held_up_ns.get() == 0u);
  m.look(300us);
  BOOST_TEST(of.held_up_ns.get() == 300'000u);
  for (int n = 0; n < 10; ++n) {
    m.worker(0).handlers.add(1);
    m.look(100us);
  }
  BOOST_TEST(of.held_up_ns.get() == 0u);
  m.worker(0).handlers.add(1);
  m.look(1ms);
  BOOST_TEST(of.overloaded_ns.get() > 0u);
  m.leave(0);
  m.look(100us);
  BOOST_TEST(of.overloaded_ns.get() == 0u);
}

// ---- When it looks again ----

BOOST_AUTO_TEST_CASE(interval_is_the_least_while_there_is_need_and_grows_otherwise) {
  looks m(2);
  const monitor& its = m.scheduler.its_monitor();
  const auto least = m.scheduler.settings().monitor_min_interval;
  const auto most = m.scheduler.settings().monitor_max_interval;
  BOOST_CHECK(its.next_interval(finding::needed, most) == least);
  BOOST_CHECK(its.next_interval(finding::calm, most) == least);
  BOOST_CHECK(its.next_interval(finding::well, least) == 2 * least);
  BOOST_CHECK(its.next_interval(finding::well, most) == most);
  BOOST_CHECK(its.next_interval(finding::saturated, most) == 2 * most);
  BOOST_CHECK(its.next_interval(finding::saturated, most * 100) == most * 16);
}

// Help in vain is asked for the more seldom, the longer the handler takes.
BOOST_AUTO_TEST_CASE(interval_follows_the_time_of_a_handler_that_nobody_can_help) {
  looks m(2);
  m.enter(0);
  m.look(50us);
  const auto least = m.scheduler.settings().monitor_min_interval;
  const auto interval = [&](std::chrono::microseconds after) {
    BOOST_CHECK(m.look(after) == finding::needed_in_vain);
    m.asked(1);
    return m.scheduler.its_monitor().next_interval(finding::needed_in_vain, 1s);
  };
  BOOST_CHECK(interval(50us) == least);
  BOOST_CHECK(interval(6350us) == 200us);  // 6.4 ms / 32
  BOOST_CHECK(interval(1s) == 1ms);
}
