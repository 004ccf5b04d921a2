#include "core/run_queue.hpp"

#include <algorithm>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <memory>
#include <numeric>
#include <thread>
#include <vector>

using coio::detail::make_task;
using coio::detail::run_queue;
using coio::detail::task;

namespace {

// Numbered tasks, and how often each has run.
class numbered {
 public:
  explicit numbered(std::size_t n)
      : runs_(std::make_unique<std::atomic<int>[]>(n)),
        kept_(std::make_unique<kept[]>(n)),
        size_(n) {
    for (std::size_t i = 0; i < n; ++i) {
      kept_[i].owner = this;
      kept_[i].number = i;
    }
  }

  // A task that outlives its runs, so that the queue may be asked for it at any time.
  task* keep(std::size_t i) { return &kept_[i]; }
  // For who pushes it again, while nobody has it: how often it was pushed.
  int& pushes(std::size_t i) { return kept_[i].pushes; }

  // A task that is gone when it has run.
  task* make(std::size_t i) {
    return make_task([this, i] { ran(i); }, std::allocator<void>());
  }

  // Runs a task and returns its number.
  static std::size_t run(task* t) {
    t->run();
    return last_;
  }

  int runs(std::size_t i) const { return runs_[i].load(); }

  bool each_ran_once() const {
    return std::all_of(&runs_[0], &runs_[size_], [](const auto& n) { return n.load() == 1; });
  }

 private:
  struct kept final : task {
    kept() : task(&kept::call_function) {}
    static void call_function(task* base, bool run) {
      auto* self = static_cast<kept*>(base);
      if (!run) return;
      ++self->plain_runs;
      self->owner->ran(self->number);
    }
    numbered* owner = nullptr;
    std::size_t number = 0;
    // Not atomic: the queue is to order what is done to a task before its push and in its run.
    int pushes = 0, plain_runs = 0;
  };

  void ran(std::size_t i) {
    last_ = i;
    runs_[i].fetch_add(1);
  }

  inline static thread_local std::size_t last_ = 0;
  std::unique_ptr<std::atomic<int>[]> runs_;
  std::unique_ptr<kept[]> kept_;
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

BOOST_AUTO_TEST_CASE(pushed_first_it_is_before_all_others) {
  numbered tasks(300);
  run_queue q(2);
  BOOST_TEST(q.push_first(tasks.make(0)) == 1u);
  q.push(tasks.make(1));
  // The ring grows, and the front goes back beyond its beginning.
  for (std::size_t i = 2; i < 300; ++i)
    BOOST_TEST(q.push_first(tasks.make(i)) == i + 1);
  BOOST_TEST(q.size() == 300u);
  std::vector<std::size_t> expected = range(2, 300);
  std::reverse(expected.begin(), expected.end());
  expected.insert(expected.end(), {0, 1});
  BOOST_TEST(drain(q) == expected, boost::test_tools::per_element());
  BOOST_TEST(tasks.each_ran_once());
}

BOOST_AUTO_TEST_CASE(pushed_first_it_is_found_and_stolen) {
  numbered tasks(6);
  run_queue q(8), thief(8);
  for (std::size_t i = 0; i < 2; ++i)
    q.push(tasks.keep(i));
  q.push_first(tasks.keep(2));
  BOOST_TEST(q.take(tasks.keep(2)));
  BOOST_TEST(!q.take(tasks.keep(2)));
  q.push_first(tasks.keep(3));
  BOOST_TEST(thief.steal(q) == 0u);
  BOOST_TEST(q.steal(thief) == 1u);  // and an empty slot
  BOOST_TEST(drain(thief) == (std::vector<std::size_t>{3}), boost::test_tools::per_element());
  // All slots are empty but the first, and so the next pushes go behind it.
  BOOST_TEST(q.take(tasks.keep(0)));
  BOOST_TEST(q.take(tasks.keep(1)));
  q.push_first(tasks.keep(4));
  q.push(tasks.keep(5));
  BOOST_TEST(drain(q) == (std::vector<std::size_t>{4, 5}), boost::test_tools::per_element());
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

BOOST_AUTO_TEST_CASE(a_task_is_taken_from_any_place) {
  for (std::size_t n = 1; n <= 9; ++n)                   // the ring grows
    for (std::size_t before = 0; before <= 5; ++before)  // and wraps
      for (std::size_t i = 0; i < n; ++i)
        BOOST_TEST_CONTEXT(n << " tasks after " << before << ", of which " << i) {
          numbered tasks(n + before);
          run_queue q(4);
          for (std::size_t k = n; k < n + before; ++k) {
            q.push(tasks.keep(k));
            numbered::run(q.pop());
          }
          for (std::size_t k = 0; k < n; ++k)
            q.push(tasks.keep(k));
          BOOST_TEST(q.take(tasks.keep(i)));
          BOOST_TEST(!q.take(tasks.keep(i)));
          tasks.keep(i)->run();
          auto expected = range(0, n);
          expected.erase(expected.begin() + static_cast<std::ptrdiff_t>(i));
          BOOST_TEST(drain(q) == expected, boost::test_tools::per_element());
          BOOST_TEST(q.size() == 0u);
          BOOST_TEST(!q.pop());
          BOOST_TEST(tasks.each_ran_once());
        }
}

BOOST_AUTO_TEST_CASE(all_tasks_are_taken_in_any_order) {
  auto order = range(0, 6);
  do {
    numbered tasks(7);
    run_queue q(8);
    for (std::size_t i = 0; i < 6; ++i)
      BOOST_TEST(q.push(tasks.keep(i)) == i + 1);
    for (const std::size_t i : order) {
      BOOST_REQUIRE(q.take(tasks.keep(i)));
      tasks.keep(i)->run();
    }
    // All slots are empty, and the first of them is filled next.
    BOOST_REQUIRE(q.push(tasks.keep(6)) == 1u);
    BOOST_REQUIRE(numbered::run(q.pop()) == 6u);
    BOOST_REQUIRE(!q.pop());
    BOOST_REQUIRE(q.size() == 0u);
    BOOST_REQUIRE(tasks.each_ran_once());
  } while (std::next_permutation(order.begin(), order.end()));
}

BOOST_AUTO_TEST_CASE(pushes_fill_the_empty_slots_at_the_end_alone) {
  numbered tasks(9);
  run_queue q(4);
  const auto take = [&](std::size_t i) {
    BOOST_TEST(q.take(tasks.keep(i)));
    tasks.keep(i)->run();
  };
  for (std::size_t i = 0; i < 5; ++i)
    q.push(tasks.keep(i));
  take(1);
  take(3);
  BOOST_TEST(q.push(tasks.keep(5)) == 6u);  // not where the third was: 4 is before it
  take(4);
  take(5);
  BOOST_TEST(q.push(tasks.keep(6)) == 4u);
  BOOST_TEST(q.push(tasks.keep(7)) == 5u);
  BOOST_TEST(q.push(tasks.keep(8)) == 6u);
  take(7);  // found where it was filled in
  const std::vector<std::size_t> expected{0, 2, 6, 8};
  BOOST_TEST(drain(q) == expected, boost::test_tools::per_element());
  BOOST_TEST(q.size() == 0u);
  BOOST_TEST(tasks.each_ran_once());
}

BOOST_AUTO_TEST_CASE(what_is_not_in_the_queue_is_not_taken) {
  numbered tasks(5);
  run_queue q(8), other(8);
  BOOST_TEST(!q.take(tasks.keep(0)));  // it has been in none
  q.push(tasks.keep(0));
  numbered::run(q.pop());
  BOOST_TEST(!q.take(tasks.keep(0)));  // the slot still has it, and it has run
  for (std::size_t i = 1; i < 5; ++i)
    q.push(tasks.keep(i));
  BOOST_TEST(q.steal(other) == 2u);
  for (std::size_t i = 0; i < 3; ++i)
    BOOST_TEST(!q.take(tasks.keep(i)));
  BOOST_TEST(other.take(tasks.keep(2)));
  tasks.keep(2)->run();
  const std::vector<std::size_t> stolen{1}, left{3, 4};
  BOOST_TEST(drain(other) == stolen, boost::test_tools::per_element());
  BOOST_TEST(drain(q) == left, boost::test_tools::per_element());
  for (std::size_t i = 0; i < 5; ++i)
    BOOST_TEST((!q.take(tasks.keep(i)) && !other.take(tasks.keep(i))));
  BOOST_TEST(tasks.each_ran_once());
}

// A slot behind the front, or one that the tail has not reached, still has a task that is in
// another queue by now, at whatever position.
BOOST_AUTO_TEST_CASE(an_old_slot_is_not_taken_for_the_queue) {
  for (std::size_t behind = 0; behind < 32; ++behind) {
    numbered tasks(9);
    run_queue q(8), other(8);
    for (std::size_t i = 0; i < 8; ++i)
      q.push(tasks.keep(i));
    for (std::size_t i = 0; i < 8; ++i)
      q.pop();
    for (std::size_t i = 0; i < behind; ++i) {
      other.push(tasks.keep(8));
      other.pop();
    }
    for (std::size_t i = 0; i < 8; ++i)
      other.push(tasks.keep(i));
    q.push(tasks.keep(8));
    for (std::size_t i = 0; i < 8; ++i)
      BOOST_TEST(!q.take(tasks.keep(i)));
    BOOST_TEST(drain(other) == range(0, 8), boost::test_tools::per_element());
    BOOST_TEST(drain(q) == range(8, 9), boost::test_tools::per_element());
    BOOST_TEST(tasks.each_ran_once());
  }
}

BOOST_AUTO_TEST_CASE(a_task_is_found_again_and_again) {
  numbered tasks(3);
  run_queue q(2);
  for (int lap = 0; lap < 100; ++lap) {
    for (std::size_t i = 0; i < 3; ++i)
      q.push(tasks.keep(i));
    const std::size_t i = static_cast<std::size_t>(lap) % 3;
    BOOST_TEST(q.take(tasks.keep(i)));
    tasks.keep(i)->run();
    BOOST_TEST(drain(q).size() == 2u);
    for (std::size_t k = 0; k < 3; ++k) {
      BOOST_TEST(!q.take(tasks.keep(k)));
      BOOST_TEST(tasks.runs(k) == lap + 1);
    }
  }
}

BOOST_AUTO_TEST_CASE(empty_slots_are_passed_over) {
  numbered tasks(6);
  run_queue q(8), thief(8);
  for (std::size_t i = 0; i < 3; ++i)
    q.push(tasks.keep(i));
  for (const std::size_t i : {0u, 1u, 2u}) {
    BOOST_TEST(q.take(tasks.keep(i)));
    tasks.keep(i)->run();
  }
  BOOST_TEST(!q.pop());
  BOOST_TEST(q.size() == 0u);
  // What was passed over is not filled.
  q.push(tasks.keep(3));
  BOOST_TEST(q.take(tasks.keep(3)));
  tasks.keep(3)->run();
  BOOST_TEST(q.steal(thief) == 0u);
  BOOST_TEST(q.size() == 0u);
  BOOST_TEST(!q.pop());
  q.push(tasks.keep(4));
  q.push(tasks.keep(5));
  BOOST_TEST(q.take(tasks.keep(4)));
  tasks.keep(4)->run();
  task* const one = q.steal_one();
  BOOST_REQUIRE(one == tasks.keep(5));
  one->run();
  BOOST_TEST(!q.steal_one());
  BOOST_TEST(tasks.each_ran_once());
}

// A thief that comes upon nothing but empty slots goes on behind them.
BOOST_AUTO_TEST_CASE(a_thief_passes_over_empty_slots) {
  numbered tasks(19);
  run_queue q(32), thief(32);
  for (std::size_t i = 0; i < 17; ++i)
    q.push(tasks.keep(i));
  for (std::size_t i = 0; i < 16; ++i) {
    BOOST_TEST(q.take(tasks.keep(i)));
    tasks.keep(i)->run();
  }
  q.push(tasks.keep(17));
  q.push(tasks.keep(18));
  BOOST_TEST(q.steal(thief) == 1u);
  while (q.steal(thief) > 0) {
  }
  BOOST_TEST(drain(thief) == range(16, 19), boost::test_tools::per_element());
  BOOST_TEST(q.size() == 0u);
  BOOST_TEST(!q.pop());
  BOOST_TEST(tasks.each_ran_once());
}

// Thieves that have claimed all tasks, and the first of the empty slots, leave the others.
BOOST_AUTO_TEST_CASE(pushes_fill_the_empty_slots_that_thieves_leave) {
  numbered tasks(17);
  run_queue q(16), thief(16);
  for (std::size_t i = 0; i < 16; ++i)
    q.push(tasks.keep(i));
  for (std::size_t i = 4; i < 16; ++i) {
    BOOST_TEST(q.take(tasks.keep(i)));
    tasks.keep(i)->run();
  }
  BOOST_TEST(q.steal(thief) == 4u);
  BOOST_TEST(q.push(tasks.keep(16)) == 1u);
  BOOST_TEST(q.take(tasks.keep(16)));
  BOOST_TEST(q.push(tasks.keep(16)) == 1u);
  BOOST_TEST(numbered::run(q.pop()) == 16u);
  BOOST_TEST(drain(thief) == range(0, 4), boost::test_tools::per_element());
  BOOST_TEST(tasks.each_ran_once());
}

// Each task of a tree pushes ten, and then takes and runs one after the other. The queue is as long
// as the tree is deep, not as it is wide, also when a thief comes now and then.
BOOST_AUTO_TEST_CASE(a_tree_walked_in_depth_needs_little_room) {
  enum class order { first_to_last, last_to_first, mixed };
  constexpr std::size_t width = 10, depth = 4, n = 11'110;
  for (const order o : {order::first_to_last, order::last_to_first, order::mixed})
    for (const std::size_t thief_comes : {0u, 1000u, 100u, 17u}) {
      numbered tasks(n);
      run_queue q(16), thief(128);
      std::size_t made = 0, taken = 0, longest = 0;
      std::uint32_t random = 1;
      const auto walk = [&](const auto& self, std::size_t level) -> void {
        if (level == 0) return;
        const std::size_t first = made;
        made += width;
        for (std::size_t k = 0; k < width; ++k)
          longest = std::max(longest, q.push(tasks.keep(first + k)));
        std::vector<std::size_t> children(width);
        std::iota(children.begin(), children.end(), first);
        if (o == order::last_to_first) std::reverse(children.begin(), children.end());
        if (o == order::mixed)
          for (std::size_t k = width - 1; k > 0; --k) {
            random = random * 1664525u + 1013904223u;
            std::swap(children[k], children[(random >> 16) % (k + 1)]);
          }
        for (const std::size_t i : children) {
          if (thief_comes > 0 && ++taken % thief_comes == 0) q.steal(thief);
          // Either the task is there, or the thief has it.
          BOOST_REQUIRE(q.take(tasks.keep(i)) || thief.take(tasks.keep(i)));
          tasks.keep(i)->run();
          self(self, level - 1);
        }
      };
      walk(walk, depth);
      BOOST_TEST_CONTEXT("order " << int(o) << ", a thief after each " << thief_comes) {
        BOOST_TEST(longest <= width * depth);
        BOOST_TEST(made == n);
        BOOST_TEST(tasks.each_ran_once());
        BOOST_TEST(!q.pop());
        BOOST_TEST(!thief.pop());
      }
    }
}

// The owner pushes, pops, and takes tasks out at random, so that slots are emptied and filled again
// while thieves claim them and the ring grows. It asks for tasks wherever they are, and pushes
// again what has run: the old positions and slots of a task are many.
BOOST_AUTO_TEST_CASE(thieves_and_an_owner_that_takes_tasks_out) {
  for (std::size_t threads = 2; threads <= 4; ++threads)
    for (std::uint32_t round = 0; round < 40; ++round) {
      constexpr std::size_t n = 2'000;
      // With few tasks each is pushed often.
      const std::size_t size = std::size_t(8) << (round % 5) * 2;
      numbered tasks(size);
      run_queue shared(2);
      std::atomic<std::size_t> ran{0};
      std::vector<std::jthread> thieves;
      for (std::size_t k = 1; k < threads; ++k)
        thieves.emplace_back([&] {
          run_queue own(2);
          while (ran.load() < n) {
            if (shared.steal(own) == 0) std::this_thread::yield();
            while (task* t = own.pop()) {
              t->run();
              ran.fetch_add(1);
            }
          }
        });
      const auto run = [&](task* t) {
        t->run();
        ran.fetch_add(1);
      };
      std::size_t pushed = 0;
      std::uint32_t random = round * 7919 + static_cast<std::uint32_t>(threads);
      const auto next = [&] {
        random = random * 1664525u + 1013904223u;
        return random >> 16;
      };
      bool plausible = true;
      std::vector<std::size_t> last;
      while (ran.load() < n) {
        for (std::uint32_t k = next() % 12; k > 0 && pushed < n; --k) {
          const std::size_t i = next() % size;
          if (tasks.runs(i) < tasks.pushes(i)) continue;  // it is queued
          ++tasks.pushes(i);
          ++pushed;
          last.push_back(i);
          plausible &= (next() % 4 == 0 ? shared.push_first(tasks.keep(i))
                                        : shared.push(tasks.keep(i))) <= n;
        }
        // The last ones, in one of both orders, or any.
        const std::uint32_t order = next() % 3;
        if (order == 1) std::reverse(last.begin(), last.end());
        for (std::uint32_t k = next() % 10; k > 0 && !last.empty(); --k) {
          const std::size_t i = order == 2 ? next() % size : last.back();
          if (order != 2) last.pop_back();
          if (shared.take(tasks.keep(i))) run(tasks.keep(i));
        }
        if (order == 1) std::reverse(last.begin(), last.end());
        if (last.size() > 64) last.erase(last.begin(), last.end() - 16);
        for (std::uint32_t k = next() % 4; k > 0; --k)
          if (task* t = shared.pop()) run(t);
        if (next() % 16 == 0) std::this_thread::yield();
      }
      thieves.clear();
      BOOST_TEST_CONTEXT(threads << " threads, round " << round) {
        BOOST_REQUIRE(plausible);
        BOOST_REQUIRE(ran.load() == n);
        for (std::size_t i = 0; i < size; ++i)
          BOOST_REQUIRE(tasks.runs(i) == tasks.pushes(i));
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
