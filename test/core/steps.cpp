// The protocols of the scheduler, one step after the other, in the one order that matters. The
// thread of the test is all of the workers, and others besides.
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <cstddef>
#include <exception>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "between.hpp"
#include "core/machine.hpp"
#include "support.hpp"

using coio::detail::idle_set;
using coio::detail::make_task;
using coio::detail::session;
using coio::detail::task;
using coio::detail::worker_state;
using coio::test::machine;

BOOST_TEST_DONT_PRINT_LOG_VALUE(worker_state)
BOOST_TEST_DONT_PRINT_LOG_VALUE(session::phase)

namespace {

task* nothing() {
  return make_task([] {}, std::allocator<void>());
}

}  // namespace

// ---- Waking ----

BOOST_AUTO_TEST_CASE(push_calls_another_worker_for_the_third_task_and_each_64th) {
  machine m(2);
  m.attach_and_park_all();
  m.scheduler.idle().move(0, worker_state::parked, worker_state::awake);
  for (int length = 1; length <= 200; ++length) {
    m.worker(0).push(nothing());
    const bool called = m.state(1) == worker_state::notified;
    BOOST_TEST_CONTEXT(length << " tasks") {
      BOOST_TEST(called == (length == 3 || length % 64 == 0));
    }
    m.scheduler.end_search(1);
    m.park_again(1);
  }
}

BOOST_AUTO_TEST_CASE(push_wakes_its_worker_if_that_is_parked) {
  machine m(2);
  m.attach_and_park_all();
  m.worker(0).push(nothing());
  BOOST_CHECK(m.state(0) == worker_state::notified);
  BOOST_CHECK(m.state(1) == worker_state::parked);
}

BOOST_AUTO_TEST_CASE(task_from_outside_wakes_a_worker_which_searches_alone) {
  machine m(3);
  m.attach_and_park_all();
  m.scheduler.inject(nothing());
  std::size_t woken = 0;
  for (std::size_t i = 0; i < 3; ++i)
    woken += m.state(i) == worker_state::notified;
  BOOST_TEST(woken == 1u);
  m.scheduler.inject(nothing());  // is left to the searcher
  for (std::size_t i = 0; i < 3; ++i)
    woken += m.state(i) == worker_state::notified;
  BOOST_TEST(woken == 2u);
}

BOOST_AUTO_TEST_CASE(task_from_outside_wakes_a_busy_worker_if_all_are) {
  machine m(2);
  m.attach_and_park_all();
  m.worker(0).activity.set(1);
  m.worker(1).activity.set(1);
  m.scheduler.inject(nothing());
  BOOST_CHECK(m.state(0) == worker_state::notified);
  BOOST_CHECK(!m.scheduler.searching(0));
  m.worker(0).activity.set(2);
  m.worker(1).activity.set(2);
}

// A worker that was woken to search and is held up counts for nothing.
BOOST_AUTO_TEST_CASE(another_searches_if_the_searcher_is_busy) {
  machine m(2);
  m.attach_and_park_all();
  m.scheduler.wake_for_work();
  const std::size_t first = m.state(0) == worker_state::notified ? 0 : 1;
  BOOST_REQUIRE(m.scheduler.searching(first));
  m.worker(first).activity.set(1);
  m.scheduler.wake_for_work();
  BOOST_TEST(m.scheduler.searching(1 - first));
  BOOST_CHECK(m.state(1 - first) == worker_state::notified);
  m.worker(first).activity.set(2);
}

#if defined(COIO_TEST_SEAMS)

BOOST_AUTO_TEST_CASE(search_that_cannot_begin_is_over) {
  machine m(2);
  m.attach_and_park_all();
  // Somebody else wakes the worker that is to search.
  const coio::test::between wakes("wake_for_work", [&] {
    m.scheduler.idle().set(0, worker_state::awake);
    m.scheduler.idle().set(1, worker_state::awake);
  });
  m.scheduler.wake_for_work();
  BOOST_TEST(wakes.came());
  BOOST_TEST(!m.scheduler.searching(0));
  BOOST_TEST(!m.scheduler.searching(1));
}

#endif

// ---- Tasks ----

// What worker 0 finds in its first task, after it has found tasks in the injector as the searcher.
BOOST_AUTO_TEST_CASE(searcher_takes_its_share_and_calls_the_next) {
  machine m(3);
  std::size_t left = 0;
  bool called = false;
  for (int i = 0; i < 9; ++i)
    asio::post(m.context, [&, i] {
      if (i != 0) return;
      left = static_cast<std::size_t>(m.scheduler.injected().size());
      called = m.state(1) == worker_state::notified;
    });
  m.attach(1);
  m.scheduler.idle().park(1);
  // Worker 0 is to search.
  m.attach(0);
  m.scheduler.idle().park(0);
  m.scheduler.idle().move(1, worker_state::parked, worker_state::awake);
  m.scheduler.wake_for_work();
  BOOST_REQUIRE(m.scheduler.searching(0));
  m.scheduler.idle().park(1);
  m.worker(0).on_wakeup(m.worker(0));
  BOOST_TEST(left == 9 - (9 / 3 + 1));
  BOOST_TEST(called);
}

BOOST_AUTO_TEST_CASE(steal_leaves_the_only_task_to_its_worker) {
  machine m(2);
  m.attach(0);
  m.attach(1);
  // Found by worker 0 after a task of its own.
  const auto stolen = [&](int tasks) {
    for (int i = 0; i < tasks; ++i)
      m.worker(1).push(nothing());
    m.worker(0).push(nothing());
    m.worker(0).run_some(1, nullptr, false);
    m.worker(0).run_some(1, nullptr, false);
    const auto n = static_cast<std::size_t>(tasks) - m.worker(1).queue().size();
    while (task* t = m.worker(1).take())
      t->destroy();
    while (task* t = m.worker(0).take())
      t->destroy();
    return n;
  };
  BOOST_TEST(stolen(1) == 0u);
  BOOST_TEST(stolen(2) == 1u);
}

BOOST_AUTO_TEST_CASE(steal_takes_the_only_task_of_a_worker_without_a_thread) {
  machine m(2);
  m.attach(0);
  m.attach(1);
  m.worker(1).push(nothing());
  m.detach(1);
  m.worker(0).run_some(1, nullptr, false);
  BOOST_TEST(m.worker(1).queue().size() == 0u);
}

BOOST_AUTO_TEST_CASE(worker_that_leaves_tasks_behind_wakes_the_others) {
  machine m(3);
  m.attach_and_park_all();
  m.scheduler.idle().move(1, worker_state::parked, worker_state::awake);
  m.worker(1).push(nothing());
  m.detach(1);
  BOOST_CHECK(m.state(0) == worker_state::notified);
  BOOST_CHECK(m.state(2) == worker_state::notified);
}

// The tasks take longer than a slice may.
BOOST_AUTO_TEST_CASE(slice_that_is_over_calls_another_worker) {
  machine m(2);
  m.attach(1);
  m.scheduler.idle().park(1);
  bool called = false;
  for (int i = 0; i < 40; ++i)
    asio::post(m.context, [&, i] {
      if (i == 0) {
        // The calls for the pushes are over.
        m.scheduler.end_search(1);
        m.park_again(1);
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
      called = called || m.state(1) == worker_state::notified;
    });
  m.attach(0);
  for (int i = 0; i < 40; ++i)
    m.worker(0).push(nothing());
  m.worker(0).run_some(200, nullptr, false);
  BOOST_TEST(called);
}

BOOST_AUTO_TEST_CASE(single_worker_keeps_the_order_of_posts_from_everywhere) {
  coio::io_context ctx(1);
  std::vector<int> order;
  asio::post(ctx, [&] {
    asio::post(ctx, [&] { order.push_back(1); });
    std::thread([&] { asio::post(ctx, [&] { order.push_back(2); }); }).join();
    asio::post(ctx, [&] { order.push_back(3); });
  });
  ctx.run();
  const std::vector<int> expected{1, 2, 3};
  BOOST_TEST(order == expected, boost::test_tools::per_element());
}

// On its way home, for example, a worker runs handlers while an exception comes out of it.
BOOST_AUTO_TEST_CASE(exception_that_is_kept_while_another_comes_out_comes_out_of_the_next_call) {
  struct first {};
  struct second {};
  machine m(1);
  asio::post(m.context, [&] {
    m.worker(0).keep_exception(std::make_exception_ptr(second()));
    m.context.stop();
    throw first();
  });
  BOOST_CHECK_THROW(m.context.poll(), first);
  BOOST_CHECK_THROW(m.context.poll(), second);
  BOOST_TEST(m.context.poll() == 0u);
}

// ---- The session ----

BOOST_AUTO_TEST_CASE(session_asks_when_nothing_is_counted) {
  machine m(2);
  m.attach_and_park_all();
  m.scheduler.look();
  BOOST_CHECK(m.phase() == session::phase::asking);
}

BOOST_AUTO_TEST_CASE(session_does_not_ask_while_a_worker_may_do_something) {
  const auto asks = [](auto change) {
    machine m(2);
    m.attach_and_park_all();
    change(m);
    m.scheduler.look();
    const bool asking = m.phase() == session::phase::asking;
    m.worker(1).frames.set(0);
    m.worker(1).activity.set(0);
    m.worker(1).work.set(0);
    return asking;
  };
  BOOST_TEST(asks([](machine&) {}));
  BOOST_TEST(!asks([](machine& m) { m.worker(1).frames.set(2); }));  // in a nested run function
  BOOST_TEST(!asks([](machine& m) { m.worker(1).activity.set(1); }));
  BOOST_TEST(!asks([](machine& m) { m.worker(1).work.set(1); }));
  BOOST_TEST(!asks([](machine& m) { m.worker(1).push(nothing()); }));
  BOOST_TEST(!asks([](machine& m) { m.scheduler.idle().set(1, worker_state::awake); }));
}

#if defined(COIO_TEST_SEAMS)

// It read the phase before the session asked.
BOOST_AUTO_TEST_CASE(session_sees_work_that_started_before_it_asked) {
  machine m(2);
  m.attach_and_park_all();
  const coio::test::between starts("ask_locked", [&] { m.worker(1).work.set_ordered(1); });
  m.scheduler.look();
  BOOST_TEST(starts.came());
  BOOST_CHECK(m.phase() == session::phase::running);
  m.worker(1).work.set_ordered(0);
}

// A thread has counted its work, and has not read the phase yet, when the last worker comes out.
BOOST_AUTO_TEST_CASE(session_does_not_end_with_work_that_is_counted) {
  machine m(1);
  m.attach_and_park_all();
  m.scheduler.the_session().enter(0);
  m.scheduler.look();
  BOOST_REQUIRE(m.phase() == session::phase::asking);
  m.scheduler.context(0).poll();
  BOOST_REQUIRE(m.scheduler.context(0).stopped());
  {
    const coio::test::between comes_out("work_started_elsewhere", [&] {
      m.scheduler.the_session().come_out(m.worker(0), nullptr);
      BOOST_CHECK(m.phase() == session::phase::running);
    });
    m.scheduler.work_started_elsewhere();
    BOOST_TEST(comes_out.came());
  }
  BOOST_TEST(!m.context.stopped());
  BOOST_TEST(!m.scheduler.context(0).stopped());
  m.scheduler.work_finished_elsewhere();
  m.scheduler.the_session().exit(0);
}

#endif

BOOST_AUTO_TEST_CASE(session_ends_when_the_last_worker_comes_out) {
  machine m(1);
  m.attach_and_park_all();
  m.scheduler.the_session().enter(0);
  m.scheduler.look();
  m.scheduler.context(0).poll();
  m.scheduler.the_session().come_out(m.worker(0), nullptr);
  BOOST_TEST(m.context.stopped());
  m.scheduler.the_session().exit(0);
}

BOOST_AUTO_TEST_CASE(work_that_starts_elsewhere_resumes_the_session_and_wakes_all) {
  machine m(3);
  m.attach_and_park_all();
  m.scheduler.look();
  BOOST_REQUIRE(m.phase() == session::phase::asking);
  m.scheduler.work_started_elsewhere();
  BOOST_CHECK(m.phase() == session::phase::running);
  for (std::size_t i = 0; i < 3; ++i)
    BOOST_CHECK(m.state(i) == worker_state::notified);
  m.scheduler.work_finished_elsewhere();
}

// It was stopped by the question, with a worker in it, when the session resumed.
BOOST_AUTO_TEST_CASE(shard_that_was_asked_runs_again_when_its_last_worker_is_out) {
  machine m(1);
  m.attach_and_park_all();
  m.scheduler.the_session().enter(0);
  m.scheduler.look();
  m.scheduler.context(0).poll();
  BOOST_REQUIRE(m.scheduler.context(0).stopped());
  m.scheduler.the_session().resume();
  BOOST_TEST(m.scheduler.context(0).stopped());
  m.scheduler.the_session().exit(0);
  BOOST_TEST(!m.scheduler.context(0).stopped());
}

// By way of the base.
BOOST_AUTO_TEST_CASE(restart_restarts_the_base) {
  coio::io_context ctx(2);
  asio::io_context& base = ctx;
  ctx.stop();
  BOOST_TEST(base.stopped());
  ctx.restart();
  BOOST_TEST(!base.stopped());
  bool ran = false;
  asio::post(base, [&] { ran = true; });
  base.run();
  BOOST_TEST(ran);
}
