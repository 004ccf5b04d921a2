#include "core/idle_set.hpp"
#include "between.hpp"

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <memory>
#include <set>
#include <thread>
#include <vector>

#include "core/injector.hpp"
#include "core/machine.hpp"
#include "support.hpp"

using coio::detail::idle_set;
using coio::detail::injector;
using coio::detail::make_task;
using coio::detail::task;
using coio::detail::worker_state;
using coio::test::event;
using coio::test::eventually;

BOOST_TEST_DONT_PRINT_LOG_VALUE(worker_state)

namespace {

std::size_t find_any(idle_set& idle, std::size_t first = 0) {
  return idle.find(first, [](std::size_t) { return true; });
}

bool claim(idle_set& idle, std::size_t i) {
  return idle.move(i, worker_state::parked, worker_state::notified);
}

}  // namespace

BOOST_AUTO_TEST_CASE(new_set_has_nobody) {
  idle_set idle(3);
  BOOST_TEST(idle.size() == 3u);
  BOOST_TEST(find_any(idle) == idle_set::none);
  for (std::size_t i = 0; i < 3; ++i)
    BOOST_TEST(idle.state(i) == worker_state::absent);
}

BOOST_AUTO_TEST_CASE(find_meets_each_parked_worker) {
  // Three words of the summary.
  idle_set idle(150);
  const std::set<std::size_t> parked{0, 1, 63, 64, 100, 127, 128, 149};
  for (std::size_t i = 0; i < 150; ++i)
    idle.set(i, worker_state::awake);
  for (const std::size_t i : parked)
    BOOST_TEST(idle.park(i));
  std::set<std::size_t> found;
  for (std::size_t i; (i = find_any(idle)) != idle_set::none;) {
    BOOST_TEST(found.insert(i).second);
    BOOST_TEST(claim(idle, i));
    BOOST_TEST(!claim(idle, i));
  }
  BOOST_TEST(found == parked, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(find_begins_where_it_is_told_and_comes_round) {
  idle_set idle(150);
  for (const std::size_t i : {3u, 63u, 64u, 149u}) {
    idle.set(i, worker_state::awake);
    BOOST_TEST(idle.park(i));
  }
  BOOST_TEST(find_any(idle, 0) == 3u);
  BOOST_TEST(find_any(idle, 4) == 63u);
  BOOST_TEST(find_any(idle, 64) == 64u);
  BOOST_TEST(find_any(idle, 65) == 149u);
  const auto wanted = [](std::size_t i) { return i < 64; };
  BOOST_TEST(idle.find(64, wanted) == 3u);
  BOOST_TEST(idle.find(50, wanted) == 63u);
  BOOST_TEST(idle.find(0, [](std::size_t i) { return i == 5; }) == idle_set::none);
}

BOOST_AUTO_TEST_CASE(park_and_put_back_overwrite_no_other_state) {
  idle_set idle(1);
  BOOST_TEST(!idle.park(0));  // absent
  idle.set(0, worker_state::awake);
  BOOST_TEST(!idle.put_back(0));
  BOOST_TEST(idle.park(0));
  BOOST_TEST(claim(idle, 0));
  BOOST_TEST(!idle.park(0));
  BOOST_TEST((idle.state(0) == worker_state::notified));
  BOOST_TEST(idle.put_back(0));
  BOOST_TEST((idle.state(0) == worker_state::parked));
  BOOST_TEST(find_any(idle) == 0u);
}

BOOST_AUTO_TEST_CASE(find_forgets_workers_that_are_awake) {
  idle_set idle(2);
  for (const std::size_t i : {0u, 1u}) {
    idle.set(i, worker_state::awake);
    idle.park(i);
    idle.set(i, worker_state::awake);
  }
  BOOST_TEST(find_any(idle) == idle_set::none);
  BOOST_TEST(idle.park(1));
  BOOST_TEST(find_any(idle) == 1u);
}

// Whoever pushes looks for a parked worker after it; a worker looks into the injector after it has
// parked. If both miss each other, a task stays where it is and all sleep, and the pusher, which
// waits for its tasks, finds that out.
BOOST_AUTO_TEST_CASE(pushes_beside_parking_lose_no_wakeup) {
  for (const std::size_t workers : {1u, 2u, 4u, 8u}) {
    idle_set idle(workers);
    injector in;
    std::vector<event> wake(workers);
    std::atomic<bool> done{false};
    std::atomic<int> ran{0};

    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < workers; ++i)
      threads.emplace_back([&, i] {
        idle.set(i, worker_state::awake);
        while (!done.load()) {
          if (task* t = in.pop()) {
            t->run();
            continue;
          }
          idle.park(i);
          bool woken = false;
          if (in.size() <= 0 && !done.load()) woken = wake[i].wait(std::chrono::hours(1));
          // Who claims a worker sets its event, and only then.
          if (idle.move(i, worker_state::parked, worker_state::awake)) continue;
          if (!woken) wake[i].wait();
          idle.set(i, worker_state::awake);
        }
      });

    const auto pusher = [&](int rounds) {
      std::uint32_t random = static_cast<std::uint32_t>(rounds);
      for (int r = 0; r < rounds; ++r) {
        random = random * 1664525u + 1013904223u;
        std::atomic<int> left{static_cast<int>((random >> 16) % 4) + 1};
        for (int k = left.load(); k > 0; --k) {
          in.push(make_task(
              [&] {
                ran.fetch_add(1);
                left.fetch_sub(1);
              },
              std::allocator<void>()));
          std::size_t i;
          do
            i = find_any(idle);
          while (i != idle_set::none && !claim(idle, i));
          if (i != idle_set::none) wake[i].set();
        }
        const auto end = std::chrono::steady_clock::now() + coio::test::failsafe;
        while (left.load() > 0)
          if (std::chrono::steady_clock::now() > end) return false;
      }
      return true;
    };
    std::atomic<bool> other_served{false};
    std::jthread other([&] { other_served = pusher(2000); });
    const bool served = pusher(2001);
    other.join();
    BOOST_TEST_CONTEXT(workers << " workers, " << ran.load() << " tasks ran, " << in.size()
                               << " in the injector") {
      BOOST_TEST(served);
      BOOST_TEST(other_served.load());
    }
    done = true;
    for (event& e : wake)
      e.set();
    threads.clear();
    while (task* t = in.pop())
      t->destroy();
  }
}

BOOST_AUTO_TEST_CASE(find_comes_round_to_the_first_part_of_its_word) {
  for (const std::size_t size : {10u, 64u, 150u}) {
    idle_set idle(size);
    idle.set(2, worker_state::awake);
    idle.park(2);
    BOOST_TEST(find_any(idle, 5) == 2u);
  }
}

#if defined(COIO_TEST_SEAMS)

// The worker finds its bit set, and the search clears it.
BOOST_AUTO_TEST_CASE(find_keeps_the_bit_of_a_worker_that_parks_meanwhile) {
  idle_set idle(2);
  idle.set(0, worker_state::awake);
  idle.park(0);
  idle.set(0, worker_state::awake);
  const coio::test::between parks("may_be_parked", [&] { idle.park(0); });
  BOOST_TEST(find_any(idle) == 0u);
  BOOST_TEST(parks.came());
  BOOST_TEST(find_any(idle) == 0u);
}

#endif
