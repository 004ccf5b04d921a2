// The wheel of timers: what expires when and in which order, to both ends of time.
#include "core/timer_wheel.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <cstdint>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

using coio::detail::timer_node;
using coio::detail::timer_wheel;
using time_point = timer_wheel::time_point;
using std::chrono::nanoseconds;

namespace {

constexpr nanoseconds tick = timer_wheel::tick;
constexpr nanoseconds ns{1};
constexpr time_point min = time_point::min();
constexpr time_point max = time_point::max();
// Not the start of a tick.
constexpr time_point epoch{std::chrono::seconds(1000) + nanoseconds(777)};

// Nanoseconds since the earliest time, from which ticks are counted.
constexpr std::uint64_t count(time_point t) {
  return static_cast<std::uint64_t>(t.time_since_epoch().count()) - (std::uint64_t(1) << 63);
}
// The start of the tick of a time.
constexpr time_point floor(time_point t) {
  return t - nanoseconds(count(t) % static_cast<std::uint64_t>(tick.count()));
}

// The start of the first slot after `epoch` that belongs to a level.
constexpr time_point slot_after_epoch(int level) {
  const std::uint64_t length = static_cast<std::uint64_t>(tick.count()) << (6 * level);
  return epoch + nanoseconds(length - count(epoch) % length);
}
constexpr int highest = 8;

struct timer : timer_node {
  explicit timer(int i = 0) : id(i) {}
  int id;
};

timer& timer_of(timer_node& node) {
  return static_cast<timer&>(node);
}

// The ids of what an advance calls.
std::vector<int> advance(timer_wheel& wheel, time_point now) {
  std::vector<int> called;
  wheel.advance(now, [&](timer_node& node) { called.push_back(timer_of(node).id); });
  return called;
}

std::string text(const std::vector<int>& ids) {
  std::string s;
  for (const int id : ids)
    s += (s.empty() ? "" : " ") + std::to_string(id);
  return s;
}

// Advances when the wheel asks for it until it has called something, and tells when that was.
// The wheel may ask once for each level.
std::optional<time_point> when_called(timer_wheel& wheel) {
  for (int stops = 0; stops <= highest + 1; ++stops) {
    const std::optional<time_point> next = wheel.next();
    if (!next) return std::nullopt;
    if (!advance(wheel, *next).empty()) return next;
  }
  return std::nullopt;
}

}  // namespace

BOOST_AUTO_TEST_CASE(new_wheel_has_nothing_to_do) {
  timer_wheel wheel(epoch);
  BOOST_TEST(wheel.empty());
  BOOST_TEST(wheel.size() == 0u);
  BOOST_TEST(!wheel.next());
  BOOST_TEST(advance(wheel, epoch).empty());
  BOOST_TEST(advance(wheel, max).empty());
}

BOOST_AUTO_TEST_CASE(node_is_linked_from_add_to_its_call) {
  timer_wheel wheel(epoch);
  timer t;
  BOOST_TEST(!t.linked());
  wheel.add(t, epoch + tick);
  BOOST_TEST(t.linked());
  BOOST_TEST(wheel.size() == 1u);
  BOOST_TEST(!wheel.empty());
  bool linked_in_call = true;
  std::size_t size_in_call = 1;
  wheel.advance(epoch + 2 * tick, [&](timer_node& node) {
    linked_in_call = node.linked();
    size_in_call = wheel.size();
  });
  BOOST_TEST(!linked_in_call);
  BOOST_TEST(size_in_call == 0u);
  BOOST_TEST(wheel.empty());
  BOOST_TEST(!wheel.next());
}

BOOST_AUTO_TEST_CASE(deadline_on_a_tick_expires_then_and_not_before) {
  const time_point deadline = floor(epoch) + 5 * tick;
  timer_wheel wheel(epoch);
  timer t;
  wheel.add(t, deadline);
  BOOST_TEST((wheel.next() == deadline));
  BOOST_TEST(advance(wheel, deadline - ns).empty());
  BOOST_TEST(advance(wheel, deadline).size() == 1u);
}

BOOST_AUTO_TEST_CASE(deadline_between_ticks_expires_with_the_later_one) {
  const time_point tick_after = floor(epoch) + 5 * tick;
  for (const nanoseconds before : {ns, tick / 2, tick - ns}) {
    timer_wheel wheel(epoch);
    timer t;
    wheel.add(t, tick_after - before);
    BOOST_TEST((wheel.next() == tick_after));
    BOOST_TEST(advance(wheel, tick_after - ns).empty());
    BOOST_TEST(advance(wheel, tick_after).size() == 1u);
  }
}

BOOST_AUTO_TEST_CASE(deadline_in_the_past_expires_with_the_next_advance) {
  for (const time_point deadline :
       {min, min + ns, time_point(), epoch - std::chrono::hours(1), epoch - tick, floor(epoch)}) {
    timer_wheel wheel(epoch);
    timer t;
    wheel.add(t, deadline);
    BOOST_TEST(wheel.next().has_value());
    BOOST_TEST((wheel.next() <= epoch));
    BOOST_TEST(advance(wheel, epoch).size() == 1u);
    // Again in a wheel that has moved on.
    const time_point later = epoch + std::chrono::hours(1);
    BOOST_TEST(advance(wheel, later).empty());
    wheel.add(t, deadline);
    BOOST_TEST((wheel.next() <= later));
    BOOST_TEST(advance(wheel, later).size() == 1u);
  }
}

BOOST_AUTO_TEST_CASE(advance_to_an_earlier_time_counts_as_the_latest) {
  timer_wheel wheel(epoch);
  const time_point later = epoch + std::chrono::seconds(1);
  advance(wheel, later);
  timer passed(1), coming(2);
  wheel.add(passed, epoch);
  wheel.add(coming, later + tick);
  BOOST_TEST(text(advance(wheel, min)) == "1");
  BOOST_TEST(text(advance(wheel, later + 2 * tick)) == "2");
}

BOOST_AUTO_TEST_CASE(expired_nodes_come_by_tick_and_then_by_order_of_adding) {
  const time_point start = floor(epoch);
  timer_wheel wheel(epoch);
  timer a(1), b(2), c(3), d(4), e(5), f(6);
  wheel.add(a, start + 9 * tick);
  wheel.add(b, start + 3 * tick);
  wheel.add(c, start + 9 * tick - ns);  // in the tick of a
  wheel.add(d, start + 100000 * tick);
  wheel.add(e, start + 3 * tick - tick / 2);  // in the tick of b
  wheel.add(f, epoch - tick);
  BOOST_TEST(text(advance(wheel, start + 100000 * tick)) == "6 2 5 1 3 4");
}

BOOST_AUTO_TEST_CASE(nodes_of_one_tick_keep_their_order_from_level_to_level) {
  for (int level = 1; level <= highest; ++level) {
    // Added from further and further below, so that each came by another way.
    const time_point deadline = slot_after_epoch(level) + 3 * tick;
    timer_wheel wheel(epoch);
    std::vector<std::unique_ptr<timer>> timers;
    std::vector<int> added;
    const auto add = [&] {
      const int id = static_cast<int>(timers.size());
      timers.push_back(std::make_unique<timer>(id));
      wheel.add(*timers.back(), deadline);
      added.push_back(id);
    };
    add();
    add();
    // A slot of the highest level is longer than half of all time.
    for (int below = std::min(level, highest - 1); below >= 0; --below) {
      const auto distance = nanoseconds(tick.count() << (6 * below));
      const time_point now = deadline - std::min<nanoseconds>(distance, deadline - epoch);
      BOOST_TEST(advance(wheel, now).empty());
      add();
    }
    BOOST_TEST_CONTEXT("level " << level)
    BOOST_TEST(text(advance(wheel, deadline)) == text(added));
  }
}

BOOST_AUTO_TEST_CASE(node_of_each_level_expires_in_its_tick) {
  for (int level = 0; level <= highest; ++level)
    for (const nanoseconds after : {0 * tick, 1 * tick, 63 * tick, 64 * tick, 5000 * tick})
      BOOST_TEST_CONTEXT("level " << level << ", " << after / tick << " ticks into the slot") {
        const time_point deadline = slot_after_epoch(level) + after;
        timer first(1), second(2);
        {
          timer_wheel wheel(epoch);
          wheel.add(first, deadline);
          BOOST_TEST(advance(wheel, deadline - ns).empty());
          BOOST_TEST(text(advance(wheel, deadline)) == "1");
        }
        // Alone, there is one stop; with another of the same slot there are more.
        {
          timer_wheel wheel(epoch);
          wheel.add(first, deadline);
          BOOST_TEST((wheel.next() == deadline));
          wheel.add(second, deadline);
          BOOST_TEST((wheel.next() <= deadline));
          BOOST_TEST((when_called(wheel) == deadline));
          BOOST_TEST(wheel.empty());
        }
      }
}

BOOST_AUTO_TEST_CASE(next_is_the_start_of_a_slot_that_has_to_move_down) {
  for (int level = 1; level <= highest; ++level) {
    const time_point slot = slot_after_epoch(level);
    timer_wheel wheel(epoch);
    timer a(1), b(2);
    wheel.add(a, slot + 2 * tick);
    wheel.add(b, slot + 7 * tick);
    BOOST_TEST_CONTEXT("level " << level) {
      BOOST_TEST((wheel.next() == slot));
      BOOST_TEST(advance(wheel, slot).empty());
      BOOST_TEST((wheel.next() == slot + 2 * tick));
      BOOST_TEST(text(advance(wheel, slot + 2 * tick)) == "1");
      BOOST_TEST((wheel.next() == slot + 7 * tick));
      BOOST_TEST(text(advance(wheel, slot + 7 * tick)) == "2");
    }
  }
}

BOOST_AUTO_TEST_CASE(node_is_removed_from_each_level) {
  for (int level = 0; level <= highest; ++level)
    BOOST_TEST_CONTEXT("level " << level) {
      const time_point deadline = slot_after_epoch(level);
      timer_wheel wheel(epoch);
      timer a(1), b(2), c(3);
      BOOST_TEST(!wheel.remove(a));
      for (timer* t : {&a, &b, &c})
        wheel.add(*t, deadline);
      BOOST_TEST(wheel.remove(b));
      BOOST_TEST(!b.linked());
      BOOST_TEST(!wheel.remove(b));
      BOOST_TEST(wheel.remove(a));
      BOOST_TEST(wheel.size() == 1u);
      BOOST_TEST((wheel.next() == deadline));
      BOOST_TEST(wheel.remove(c));
      BOOST_TEST(wheel.empty());
      BOOST_TEST(!wheel.next());
      wheel.add(b, deadline);
      wheel.add(a, deadline);
      BOOST_TEST(text(advance(wheel, deadline)) == "2 1");
    }
}

BOOST_AUTO_TEST_CASE(removal_from_one_slot_leaves_the_others) {
  timer_wheel wheel(epoch);
  timer a(1), b(2), c(3), late(4);
  wheel.add(a, slot_after_epoch(1) + tick);
  wheel.add(b, slot_after_epoch(1) + 64 * tick);
  wheel.add(c, slot_after_epoch(4) + tick);
  wheel.add(late, epoch - tick);
  BOOST_TEST(wheel.remove(late));
  BOOST_TEST(wheel.remove(a));
  BOOST_TEST((wheel.next() == slot_after_epoch(1) + 64 * tick));
  BOOST_TEST(wheel.remove(b));
  BOOST_TEST((wheel.next() == slot_after_epoch(4) + tick));
  BOOST_TEST(text(advance(wheel, slot_after_epoch(5))) == "3");
}

BOOST_AUTO_TEST_CASE(node_is_removed_after_it_moved_down) {
  timer_wheel wheel(epoch);
  timer a(1), b(2);
  const time_point slot = slot_after_epoch(3);
  wheel.add(a, slot + 2 * tick);
  wheel.add(b, slot + 100 * tick);
  BOOST_TEST(advance(wheel, slot + tick).empty());
  BOOST_TEST(wheel.remove(a));
  BOOST_TEST((wheel.next() > slot + 2 * tick));
  BOOST_TEST(wheel.remove(b));
  BOOST_TEST(!wheel.next());
  BOOST_TEST(advance(wheel, max).empty());
}

BOOST_AUTO_TEST_CASE(deadline_at_the_end_of_time_never_comes) {
  // The last tick has begun, and does not end.
  BOOST_REQUIRE((floor(max) != max));
  for (const time_point start : {min, time_point(), epoch, floor(max), max}) {
    timer_wheel wheel(start);
    timer at_max(1), before_max(2), last(3);
    wheel.add(at_max, max);
    wheel.add(before_max, floor(max) + ns);
    wheel.add(last, floor(max));
    BOOST_TEST((wheel.next() <= floor(max)));
    BOOST_TEST(advance(wheel, floor(max) - ns).size() == (start < floor(max) ? 0u : 1u));
    advance(wheel, max);
    BOOST_TEST(!last.linked());
    BOOST_TEST(wheel.size() == 2u);
    BOOST_TEST(wheel.next().has_value());
    BOOST_TEST(advance(wheel, max).empty());
    BOOST_TEST(wheel.remove(at_max));
    BOOST_TEST((wheel.next() == max));
    BOOST_TEST(wheel.remove(before_max));
    BOOST_TEST(!wheel.next());
  }
}

BOOST_AUTO_TEST_CASE(wheel_goes_from_one_end_of_time_to_the_other) {
  timer_wheel wheel(min);
  timer a(1), b(2), c(3), d(4), e(5);
  wheel.add(e, floor(max));
  wheel.add(d, epoch);
  wheel.add(c, time_point());
  wheel.add(b, min + ns);
  wheel.add(a, min);
  BOOST_TEST((wheel.next() == min));
  BOOST_TEST(text(advance(wheel, min)) == "1");
  BOOST_TEST((wheel.next() == min + tick));
  BOOST_TEST(advance(wheel, min + tick - ns).empty());
  BOOST_TEST(text(advance(wheel, max)) == "2 3 4 5");
  BOOST_TEST(wheel.empty());
}

BOOST_AUTO_TEST_CASE(jump_of_years_visits_only_what_is_there) {
  // Tick by tick, this would take hours.
  constexpr std::chrono::hours year(24 * 365);
  timer_wheel wheel(epoch);
  timer a(1), b(2), c(3);
  time_point now = epoch;
  for (int i = 0; i < 200; ++i) {
    wheel.add(c, now + year);
    wheel.add(b, now + std::chrono::hours(5));
    wheel.add(a, now + tick);
    now += year + tick;
    BOOST_TEST(text(advance(wheel, now)) == "1 2 3");
  }
}

BOOST_AUTO_TEST_CASE(call_may_destroy_its_node) {
  timer_wheel wheel(epoch);
  std::map<int, std::unique_ptr<timer>> timers;
  for (int id = 0; id < 100; ++id) {
    timers[id] = std::make_unique<timer>(id);
    wheel.add(*timers[id], epoch + (id % 3) * tick);
  }
  wheel.advance(epoch + 4 * tick, [&](timer_node& node) { timers.erase(timer_of(node).id); });
  BOOST_TEST(timers.empty());
  BOOST_TEST(wheel.empty());
}

BOOST_AUTO_TEST_CASE(node_added_by_a_call_waits_for_the_next_advance) {
  const time_point now = epoch + 10 * tick;
  for (const time_point again : {min, epoch, now - tick, now}) {
    timer_wheel wheel(epoch);
    timer t;
    wheel.add(t, epoch);
    int calls = 0;
    wheel.advance(now, [&](timer_node& node) {
      ++calls;
      wheel.add(node, again);
    });
    BOOST_TEST(calls == 1);
    BOOST_TEST(t.linked());
    BOOST_TEST((wheel.next() <= floor(now) + tick));
    BOOST_TEST(advance(wheel, now + tick).size() == 1u);
  }
}

BOOST_AUTO_TEST_CASE(call_adds_nodes_for_later_and_they_expire_in_their_tick) {
  timer_wheel wheel(epoch);
  std::vector<std::unique_ptr<timer>> timers;
  timer first;
  const time_point now = floor(epoch) + 10 * tick;
  wheel.add(first, now);
  wheel.advance(now, [&](timer_node&) {
    for (int level = 0; level <= highest; ++level) {
      timers.push_back(std::make_unique<timer>(level));
      wheel.add(*timers.back(), slot_after_epoch(level) + 20 * tick);
    }
  });
  for (int level = 0; level <= highest; ++level) {
    BOOST_TEST(advance(wheel, slot_after_epoch(level) + 20 * tick - ns).empty());
    BOOST_TEST(text(advance(wheel, slot_after_epoch(level) + 20 * tick)) == std::to_string(level));
  }
}

BOOST_AUTO_TEST_CASE(node_removed_by_a_call_is_not_called) {
  timer_wheel wheel(epoch);
  timer a(1), b(2), same_tick(3), later_tick(4), not_due(5), last(6);
  wheel.add(a, epoch + tick);
  wheel.add(same_tick, epoch + tick);
  wheel.add(b, epoch + tick);
  wheel.add(later_tick, slot_after_epoch(2));
  wheel.add(not_due, slot_after_epoch(5));
  wheel.add(last, slot_after_epoch(2) + tick);
  std::vector<int> called;
  wheel.advance(slot_after_epoch(3), [&](timer_node& node) {
    called.push_back(timer_of(node).id);
    if (&node != &a) return;
    BOOST_TEST(!wheel.remove(a));
    for (timer* t : {&same_tick, &later_tick, &not_due})
      BOOST_TEST(wheel.remove(*t));
    BOOST_TEST(wheel.size() == 2u);
  });
  BOOST_TEST(text(called) == "1 2 6");
  BOOST_TEST(wheel.empty());
  BOOST_TEST(!wheel.next());
}

BOOST_AUTO_TEST_CASE(last_due_node_removed_by_a_call_ends_the_advance) {
  timer_wheel wheel(epoch);
  timer a(1), b(2);
  wheel.add(a, epoch);
  wheel.add(b, epoch);
  std::vector<int> called;
  wheel.advance(epoch + tick, [&](timer_node& node) {
    called.push_back(timer_of(node).id);
    BOOST_TEST((wheel.next() <= epoch + tick));
    BOOST_TEST(wheel.remove(b));
    BOOST_TEST(!wheel.next());
  });
  BOOST_TEST(text(called) == "1");
}

BOOST_AUTO_TEST_CASE(node_moved_by_a_call_expires_at_its_new_deadline) {
  timer_wheel wheel(epoch);
  timer a(1), b(2);
  wheel.add(a, epoch + tick);
  wheel.add(b, epoch + 2 * tick);
  const time_point later = slot_after_epoch(2);
  std::vector<int> called;
  wheel.advance(epoch + 5 * tick, [&](timer_node& node) {
    called.push_back(timer_of(node).id);
    wheel.remove(b);
    wheel.add(b, later);
  });
  BOOST_TEST(text(called) == "1");
  BOOST_TEST(advance(wheel, later - ns).empty());
  BOOST_TEST(text(advance(wheel, later)) == "2");
}

BOOST_AUTO_TEST_CASE(call_that_throws_leaves_the_rest_to_the_next_advance) {
  timer_wheel wheel(epoch);
  timer a(1), b(2), c(3), d(4);
  wheel.add(a, epoch + tick);
  wheel.add(b, epoch + tick);
  wheel.add(c, epoch + 2 * tick);
  const time_point now = epoch + 5 * tick;
  BOOST_CHECK_THROW(wheel.advance(now, [](timer_node&) { throw std::runtime_error("thrown"); }),
                    std::runtime_error);
  BOOST_TEST(!a.linked());
  BOOST_TEST(wheel.size() == 2u);
  BOOST_TEST((wheel.next() <= now));
  wheel.add(d, epoch);
  BOOST_TEST(text(advance(wheel, now)) == "2 3 4");
}

namespace {

// A wheel and an ordered map that get the same orders. The map has what is to be called, by the
// tick in which that may happen, and equal ones in the order in which they were added.
class comparison {
 public:
  explicit comparison(std::uint64_t seed)
      : random_(seed), now_(start()), wheel_(now_), timers_(300) {
    for (int i = 0; i < static_cast<int>(timers_.size()); ++i)
      timers_[static_cast<std::size_t>(i)].id = i;
    where_.resize(timers_.size(), due_.end());
  }

  void run(int steps) {
    for (int i = 0; i < steps; ++i) {
      const std::uint64_t what = below(100);
      if (what < 55)
        change();
      else
        move();
      check(wheel_.size() == due_.size(), "size");
      check(wheel_.empty() == due_.empty(), "empty");
    }
    for (std::size_t i = 0; i < timers_.size(); ++i)
      remove(i);
    check(wheel_.empty() && !wheel_.next(), "empty at the end");
  }

  const std::vector<const char*>& failures() const { return failures_; }

 private:
  using map = std::multimap<time_point, std::size_t>;

  std::uint64_t below(std::uint64_t n) { return random_() % n; }
  nanoseconds up_to(int bits) {
    return nanoseconds(static_cast<std::int64_t>(random_() >> 1 >> (63 - bits)));
  }

  // Mostly a usual time, sometimes an end of time.
  time_point start() {
    switch (below(8)) {
      case 0:
        return min + up_to(30);
      case 1:
        return max - up_to(50);
      default:
        return time_point(up_to(55));
    }
  }

  // A time that is, by turns, near and far, past and to come, on a tick and between two.
  time_point some_time() {
    const std::uint64_t kind = below(40);
    if (kind == 0) return max;
    if (kind == 1) return min;
    const nanoseconds distance = up_to(static_cast<int>(below(63)) + 1);
    time_point t = now_;
    if (kind < 6)
      t -= std::min(distance, now_ < time_point() ? now_ - min : now_.time_since_epoch());
    else
      t += std::min(distance, now_ < time_point() ? nanoseconds::max() : max - now_);
    if (kind % 2 == 0) t = floor(t);
    return t;
  }

  void check(bool holds, const char* what) {
    if (!holds && failures_.size() < 10) failures_.push_back(what);
  }

  void add(std::size_t i, time_point deadline) {
    wheel_.add(timers_[i], deadline);
    deadlines_[i] = deadline;
    // Rounded up, unless there is no next tick.
    time_point called = floor(deadline);
    if (called != deadline) called = called > max - tick ? max : called + tick;
    where_[i] = due_.emplace(std::max(called, floor(now_)), i);
  }

  void remove(std::size_t i) {
    const bool expected = where_[i] != due_.end();
    check(timers_[i].linked() == expected, "linked");
    check(wheel_.remove(timers_[i]) == expected, "remove");
    if (!expected) return;
    due_.erase(where_[i]);
    where_[i] = due_.end();
  }

  void change() {
    const std::size_t i = below(timers_.size());
    if (timers_[i].linked()) {
      remove(i);
      if (below(2)) return;
    }
    add(i, some_time());
  }

  void move() {
    const std::optional<time_point> next = wheel_.next();
    check(next.has_value() == !due_.empty(), "next is there");
    if (next) check(*next <= std::max(due_.begin()->first, now_), "next is not too late");
    switch (below(4)) {
      case 0:  // a little
        now_ += std::min<nanoseconds>(up_to(17), now_ < time_point() ? tick : max - now_);
        break;
      case 1: {  // any jump, but with the end of time kept for later
        const nanoseconds jump = up_to(static_cast<int>(below(54)) + 1);
        if (now_ < time_point() || max - now_ > 2 * jump) now_ += jump;
        break;
      }
      default:  // as asked for
        if (next && (*next < max || below(2))) now_ = std::max(now_, *next);
    }
    advance();
  }

  void advance() {
    // What the calls add is for the next time.
    std::vector<map::iterator> expected;
    for (auto it = due_.begin(); it != due_.end() && it->first <= now_ && it->first < max; ++it)
      expected.push_back(it);
    std::size_t called = 0;
    wheel_.advance(now_, [&](timer_node& node) {
      const auto i = static_cast<std::size_t>(timer_of(node).id);
      check(deadlines_[i] <= now_, "not early");
      check(!node.linked(), "out of the wheel when called");
      check(called < expected.size() && where_[i] == expected[called], "order");
      ++called;
      if (where_[i] == due_.end()) return;
      due_.erase(where_[i]);
      where_[i] = due_.end();
      switch (below(6)) {
        case 0:
          add(i, some_time());
          break;
        case 1: {
          const std::size_t other = below(timers_.size());
          if (timers_[other].linked()) {
            const std::size_t rest = std::min(called, expected.size());
            expected.erase(std::remove(expected.begin() + static_cast<std::ptrdiff_t>(rest),
                                       expected.end(), where_[other]),
                           expected.end());
            remove(other);
          } else {
            add(other, some_time());
          }
          break;
        }
        default:
          break;
      }
    });
    check(called == expected.size(), "all that are due");
  }

  std::mt19937_64 random_;
  time_point now_;
  timer_wheel wheel_;
  std::vector<timer> timers_;
  std::map<std::size_t, time_point> deadlines_;
  map due_;
  std::vector<map::iterator> where_;
  std::vector<const char*> failures_;
};

}  // namespace

BOOST_AUTO_TEST_CASE(random_orders_have_the_same_result_as_an_ordered_map) {
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    comparison c(seed);
    c.run(1000);
    BOOST_TEST_CONTEXT("seed " << seed)
    for (const char* failure : c.failures())
      BOOST_ERROR(failure);
  }
}
