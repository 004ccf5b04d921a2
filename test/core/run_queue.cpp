#include "core/run_queue.hpp"

#include <algorithm>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <memory>
#include <thread>
#include <vector>

using coio::detail::make_task;
using coio::detail::run_queue;
using coio::detail::task;

namespace {

// Numbered tasks, and how often each has run.
class numbered {
 public:
  explicit numbered(std::size_t n) : runs_(std::make_unique<std::atomic<int>[]>(n)), size_(n) {}

  task* make(std::size_t i) {
    return make_task([this, i] { ran(i); }, std::allocator<void>());
  }

  // Runs a task and returns its number.
  static std::size_t run(task* t) {
    t->run();
    return last_;
  }

  bool each_ran_once() const {
    return std::all_of(&runs_[0], &runs_[size_], [](const auto& n) { return n.load() == 1; });
  }

 private:
  void ran(std::size_t i) {
    last_ = i;
    runs_[i].fetch_add(1);
  }

  inline static thread_local std::size_t last_ = 0;
  std::unique_ptr<std::atomic<int>[]> runs_;
  std::size_t size_;
};

std::vector<std::size_t> drain(run_queue& q) {
  std::vector<std::size_t> order;
  while (task* t = q.pop())
    order.push_back(numbered::run(t));
  return order;
}

std::vector<std::size_t> range(std::size_t first, std::size_t last) {
  std::vector<std::size_t> v;
  for (; first < last; ++first)
    v.push_back(first);
  return v;
}

}  // namespace

BOOST_AUTO_TEST_CASE(first_in_first_out) {
  numbered tasks(100);
  run_queue q(256);
  BOOST_TEST(!q.pop());
  for (std::size_t i = 0; i < 100; ++i)
    BOOST_TEST(q.push(tasks.make(i)) == i + 1);
  BOOST_TEST(q.size() == 100u);
  BOOST_TEST(drain(q) == range(0, 100), boost::test_tools::per_element());
  BOOST_TEST(q.size() == 0u);
  BOOST_TEST(!q.pop());
}

BOOST_AUTO_TEST_CASE(grows_and_keeps_order) {
  numbered tasks(10'000);
  run_queue q(1);
  std::vector<std::size_t> order;
  // One is taken for every three put in: the ring wraps while it grows.
  for (std::size_t i = 0; i < 10'000; ++i) {
    q.push(tasks.make(i));
    if (i % 3 == 0) order.push_back(numbered::run(q.pop()));
  }
  const auto rest = drain(q);
  order.insert(order.end(), rest.begin(), rest.end());
  BOOST_TEST(order == range(0, 10'000), boost::test_tools::per_element());
  BOOST_TEST(tasks.each_ran_once());
}

BOOST_AUTO_TEST_CASE(steal_takes_the_older_half) {
  numbered tasks(11);
  run_queue victim(16), thief(16);
  for (std::size_t i = 0; i < 11; ++i)
    victim.push(tasks.make(i));
  BOOST_TEST(victim.steal(thief) == 6u);
  BOOST_TEST(drain(thief) == range(0, 6), boost::test_tools::per_element());
  BOOST_TEST(drain(victim) == range(6, 11), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(steal_from_an_empty_queue_takes_nothing) {
  run_queue victim(16), thief(16);
  BOOST_TEST(victim.steal(thief) == 0u);
  BOOST_TEST(!thief.pop());
}

BOOST_AUTO_TEST_CASE(steal_takes_a_single_task) {
  numbered tasks(1);
  run_queue victim(16), thief(16);
  victim.push(tasks.make(0));
  BOOST_TEST(victim.steal(thief) == 1u);
  BOOST_TEST(!victim.pop());
  BOOST_TEST(drain(thief).size() == 1u);
}

BOOST_AUTO_TEST_CASE(steal_is_bounded) {
  numbered tasks(1000);
  run_queue victim(16), thief(2);
  for (std::size_t i = 0; i < 1000; ++i)
    victim.push(tasks.make(i));
  BOOST_TEST(victim.steal(thief) == run_queue::max_steal);
  BOOST_TEST(drain(thief) == range(0, run_queue::max_steal), boost::test_tools::per_element());
  BOOST_TEST(drain(victim) == range(run_queue::max_steal, 1000), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(steal_appends_to_what_the_thief_has) {
  numbered tasks(10);
  run_queue victim(16), thief(16);
  thief.push(tasks.make(8));
  thief.push(tasks.make(9));
  for (std::size_t i = 0; i < 8; ++i)
    victim.push(tasks.make(i));
  BOOST_TEST(victim.steal(thief) == 4u);
  const std::vector<std::size_t> expected{8, 9, 0, 1, 2, 3};
  BOOST_TEST(drain(thief) == expected, boost::test_tools::per_element());
  BOOST_TEST(drain(victim) == range(4, 8), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(reserve_lets_pushes_succeed_without_growth) {
  numbered tasks(100);
  run_queue q(4);
  q.push(tasks.make(0));
  q.reserve(99);
  for (std::size_t i = 1; i < 100; ++i)
    q.push(tasks.make(i));
  BOOST_TEST(drain(q) == range(0, 100), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_last_task_jumps_the_queue) {
  numbered tasks(7);
  run_queue q(4);
  std::vector<task*> made;
  const auto push = [&] {
    made.push_back(tasks.make(made.size()));
    return q.push(made.back());
  };
  for (int i = 0; i < 3; ++i)
    push();
  BOOST_TEST(!q.run_next(made[1]));  // not the last
  BOOST_TEST(q.run_next(made[2]));
  BOOST_TEST(q.size() >= 3u);
  BOOST_TEST(!q.run_next(made[1]));  // one at a time
  BOOST_TEST(numbered::run(q.pop()) == 2u);
  BOOST_TEST(q.run_next(made[1]));
  BOOST_TEST(numbered::run(q.pop()) == 1u);
  BOOST_TEST(push() == 2u);  // into the first of the two slots that are empty now
  BOOST_TEST(push() == 3u);
  BOOST_TEST(push() == 4u);
  BOOST_TEST(push() == 5u);  // the ring grows
  const std::vector<std::size_t> expected{0, 3, 4, 5, 6};
  BOOST_TEST(drain(q) == expected, boost::test_tools::per_element());
  BOOST_TEST(q.size() == 0u);
  BOOST_TEST(!q.run_next(made[6]));  // it has run
  BOOST_TEST(!q.pop());
  BOOST_TEST(tasks.each_ran_once());
}

BOOST_AUTO_TEST_CASE(empty_slots_are_passed_over) {
  numbered tasks(5);
  run_queue q(8), thief(8);
  std::vector<task*> made;
  for (std::size_t i = 0; i < 3; ++i)
    q.push(made.emplace_back(tasks.make(i)));
  BOOST_TEST(q.run_next(made[2]));
  numbered::run(q.pop());
  BOOST_TEST(q.run_next(made[1]));
  numbered::run(q.pop());
  numbered::run(q.pop());
  BOOST_TEST(!q.pop());
  BOOST_TEST(q.size() == 0u);
  // What was passed over is not filled.
  q.push(made.emplace_back(tasks.make(3)));
  BOOST_TEST(q.run_next(made[3]));
  // A thief finds the slot empty, and takes the one that jumped the queue when there is no other.
  BOOST_TEST(q.steal(thief) == 1u);
  BOOST_TEST(numbered::run(thief.pop()) == 3u);
  BOOST_TEST(!q.pop());
  q.push(made.emplace_back(tasks.make(4)));
  BOOST_TEST(numbered::run(q.pop()) == 4u);
  BOOST_TEST(tasks.each_ran_once());
}

// A thief that comes upon nothing but empty slots goes on behind them.
BOOST_AUTO_TEST_CASE(a_thief_passes_over_empty_slots) {
  numbered tasks(19);
  run_queue q(32), thief(32);
  std::vector<task*> made;
  for (std::size_t i = 0; i < 17; ++i)
    q.push(made.emplace_back(tasks.make(i)));
  for (std::size_t i = 16; i > 0; --i) {
    BOOST_TEST(q.run_next(made[i]));
    numbered::run(q.pop());
  }
  BOOST_TEST(q.steal(thief) == 1u);  // and half of the empty slots
  BOOST_TEST(numbered::run(thief.pop()) == 0u);
  for (std::size_t i = 17; i < 19; ++i)
    q.push(tasks.make(i));  // behind the other half
  BOOST_TEST(q.steal(thief) > 0u);
  while (q.steal(thief) > 0) {
  }
  BOOST_TEST(drain(thief) == range(17, 19), boost::test_tools::per_element());
  BOOST_TEST(q.size() == 0u);
  BOOST_TEST(!q.pop());
  BOOST_TEST(tasks.each_ran_once());
}

BOOST_AUTO_TEST_CASE(who_waits_in_the_queue_has_a_turn) {
  numbered tasks(200);
  run_queue q(8);
  q.push(tasks.make(0));
  std::size_t position = 0;
  bool turn = false;
  for (std::size_t i = 1; i < 200; ++i) {
    task* const t = tasks.make(i);
    q.push(t);
    q.run_next(t);
    const std::size_t n = numbered::run(q.pop());
    if (!turn) ++position;
    turn = turn || n == 0;
  }
  BOOST_TEST(turn);
  BOOST_TEST(position <= run_queue::most_jumps + 1);
  drain(q);
  BOOST_TEST(tasks.each_ran_once());
}

// The owner pushes, pops, and lets tasks jump the queue, so that slots are emptied and filled again
// while thieves claim them and the ring grows.
BOOST_AUTO_TEST_CASE(thieves_and_an_owner_whose_tasks_jump_the_queue) {
  for (std::size_t threads = 2; threads <= 4; ++threads)
    for (std::uint32_t round = 0; round < 40; ++round) {
      constexpr std::size_t n = 2'000;
      numbered tasks(n);
      run_queue shared(2);
      std::atomic<std::size_t> taken{0};
      std::vector<std::jthread> thieves;
      for (std::size_t k = 1; k < threads; ++k)
        thieves.emplace_back([&] {
          run_queue own(2);
          while (taken.load() < n) {
            if (shared.steal(own) == 0) std::this_thread::yield();
            while (task* t = own.pop()) {
              t->run();
              taken.fetch_add(1);
            }
          }
        });
      std::size_t pushed = 0;
      std::uint32_t random = round * 7919 + static_cast<std::uint32_t>(threads);
      bool plausible = true;
      std::vector<task*> last;  // tasks pushed, of which the last may be the last in the queue
      while (taken.load() < n) {
        random = random * 1664525u + 1013904223u;
        for (std::uint32_t k = (random >> 16) % 6; k > 0 && pushed < n; --k)
          plausible &= shared.push(last.emplace_back(tasks.make(pushed++))) <= n;
        for (std::uint32_t k = (random >> 20) % 5; k > 0 && !last.empty(); --k) {
          shared.run_next(last.back());  // which may have run: only the address counts
          last.pop_back();
          if ((random >> 8) % 4 == 0) break;
          if (task* t = shared.pop()) {
            t->run();
            taken.fetch_add(1);
          }
        }
        for (std::uint32_t k = (random >> 24) % 4; k > 0; --k)
          if (task* t = shared.pop()) {
            t->run();
            taken.fetch_add(1);
          }
        if ((random >> 12) % 16 == 0) std::this_thread::yield();
      }
      thieves.clear();
      BOOST_TEST_CONTEXT(threads << " threads, round " << round) {
        BOOST_REQUIRE(plausible);
        BOOST_REQUIRE(taken.load() == n);
        BOOST_REQUIRE(tasks.each_ran_once());
        BOOST_REQUIRE(!shared.pop());
        BOOST_REQUIRE(shared.size() == 0u);
      }
    }
}

// One owner pushes and pops, the others steal from it: each task runs once, and every thread sees
// rising numbers, because thieves too take from the head.
BOOST_AUTO_TEST_CASE(thieves_and_an_owner) {
  for (std::size_t threads = 2; threads <= 8; ++threads) {
    constexpr std::size_t n = 10'000;
    numbered tasks(n);
    run_queue shared(2);
    std::atomic<std::size_t> taken{0};
    std::atomic<bool> ordered{true};

    const auto thief = [&] {
      run_queue own(2);
      std::size_t next = 0;
      while (taken.load() < n) {
        if (shared.steal(own) == 0) std::this_thread::yield();
        while (task* t = own.pop()) {
          const std::size_t i = numbered::run(t);
          if (i < next) ordered = false;
          next = i + 1;
          taken.fetch_add(1);
        }
      }
    };
    std::vector<std::jthread> thieves;
    for (std::size_t k = 1; k < threads; ++k)
      thieves.emplace_back(thief);

    std::size_t next = 0, pushed = 0;
    std::uint32_t random = static_cast<std::uint32_t>(threads);
    while (taken.load() < n) {
      random = random * 1664525u + 1013904223u;
      // Bursts that at times fill the ring and at times leave it empty: both ends meet.
      for (std::uint32_t k = (random >> 16) % 40; k > 0 && pushed < n; --k)
        shared.push(tasks.make(pushed++));
      for (std::uint32_t k = (random >> 24) % 40; k > 0; --k) {
        task* t = shared.pop();
        if (!t) break;
        const std::size_t i = numbered::run(t);
        if (i < next) ordered = false;
        next = i + 1;
        taken.fetch_add(1);
      }
      if ((random >> 12) % 8 == 0) std::this_thread::yield();
    }
    thieves.clear();
    BOOST_TEST_CONTEXT(threads << " threads") {
      BOOST_TEST(taken.load() == n);
      BOOST_TEST(ordered.load());
      BOOST_TEST(tasks.each_ran_once());
    }
  }
}

// Everybody pushes to their own queue, pops from it, and steals from everybody else's.
BOOST_AUTO_TEST_CASE(everybody_steals_from_everybody) {
  for (std::size_t threads = 2; threads <= 8; ++threads) {
    constexpr std::size_t each = 2'000;
    const std::size_t n = each * threads;
    numbered tasks(n);
    std::vector<std::unique_ptr<run_queue>> queues;
    for (std::size_t k = 0; k < threads; ++k)
      queues.push_back(std::make_unique<run_queue>(2));
    std::atomic<std::size_t> taken{0};

    std::vector<std::jthread> workers;
    for (std::size_t self = 0; self < threads; ++self)
      workers.emplace_back([&, self] {
        run_queue& own = *queues[self];
        std::size_t pushed = 0;
        std::uint32_t random = static_cast<std::uint32_t>(self + threads);
        while (taken.load() < n) {
          random = random * 1664525u + 1013904223u;
          for (std::uint32_t k = (random >> 16) % 16; k > 0 && pushed < each; --k)
            own.push(tasks.make(self * each + pushed++));
          const std::size_t victim = (random >> 20) % threads;
          if (victim != self) queues[victim]->steal(own);
          for (std::uint32_t k = (random >> 24) % 16; k > 0; --k) {
            task* t = own.pop();
            if (!t) break;
            t->run();
            taken.fetch_add(1);
          }
        }
      });
    workers.clear();
    BOOST_TEST_CONTEXT(threads << " threads") {
      BOOST_TEST(taken.load() == n);
      BOOST_TEST(tasks.each_ran_once());
      for (const auto& q : queues)
        BOOST_TEST(!q->pop());
    }
  }
}
