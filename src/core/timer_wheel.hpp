// Timers of one worker: who waits until when, in a hierarchical wheel.
//
// Time is counted in ticks. A level has 64 slots, each a list of timers; a slot of level 0 is one
// tick, and one of level n + 1 is as long as the whole of level n. Where a timer is follows from
// its deadline and from the tick up to which the wheel has been advanced: in the level of the
// highest base-64 digit in which the two differ, in the slot of the deadline's digit there. Hence:
//   - all timers of one tick are in the same slot, in the order in which they were added;
//   - occupied slots of a level lie ahead of the wheel's own digit, so that no level wraps round;
//   - whatever is in a level comes before all that is in higher ones.
// So the first occupied slot of the lowest occupied level holds what is due next. When its time
// comes, its timers move to lower levels, and those of level 0 expire.
//
// Ticks are counted from the earliest time there is rather than from the start of the program. All
// of them are then positive, and fit into nine digits, so that no time needs to be clipped.
//
// There are no locks here: the owner has one.
#ifndef COIO_SRC_CORE_TIMER_WHEEL_HPP
#define COIO_SRC_CORE_TIMER_WHEEL_HPP

#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <ratio>
#include <type_traits>

#include "coio/asio.hpp"
#include "coio/detail/core/timer_node.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

class timer_wheel {
 public:
  using time_point = std::chrono::steady_clock::time_point;

  // The length of a tick, 1/16 ms: how late a deadline may be for the wheel's sake.
  static constexpr std::chrono::nanoseconds tick{62500};

  // What lies before the epoch has passed.
  explicit timer_wheel(time_point epoch) noexcept : current_(tick_before(epoch)) {
    for (timer_links& head : heads_)
      clear(head);
    clear(due_);
    clear(expiring_);
  }

  // All nodes must have left before it dies.
  timer_wheel(const timer_wheel&) = delete;
  timer_wheel& operator=(const timer_wheel&) = delete;

  bool empty() const noexcept { return size_ == 0; }
  std::size_t size() const noexcept { return size_; }

  // The node must be in no wheel. A deadline that has passed counts as one of the tick of the
  // latest advance(), and the next one calls it. That of time_point::max() never comes.
  void add(timer_node& node, time_point deadline) noexcept {
    node.deadline = tick_after(deadline);
    place(node);
    ++size_;
  }

  // False if the node is in no wheel. If it is in one, it must be this one.
  bool remove(timer_node& node) noexcept {
    if (!node.linked()) return false;
    timer_links* const head = node.next == node.previous ? node.next : nullptr;
    unlink(node);
    --size_;
    // The list is empty now. The two that are not of a slot have no bit.
    if (head && head != &due_ && head != &expiring_) {
      const auto i = static_cast<std::size_t>(head - heads_.data());
      vacate(i / slots, i % slots);
    }
    return true;
  }

  // When advance() calls a node that is in the wheel.
  static time_point expiry(const timer_node& node) noexcept { return time_of(node.deadline); }

  // When to call advance() again at the latest, or none if there are no nodes. It may be earlier
  // than the first deadline, so that nodes move between levels, and as late as time_point::max():
  // beware of adding to it.
  std::optional<time_point> next() const noexcept {
    if (!is_clear(due_) || !is_clear(expiring_)) return time_of(current_);
    if (levels_ == 0) return std::nullopt;
    const std::size_t level = lowest_level();
    const std::size_t slot = first_slot(level);
    // Alone in its slot, as most sleepers of an idle program are, a node needs no stop on the way
    // down: advance() passes levels as well when it is late.
    const timer_links& head = heads_[level * slots + slot];
    if (head.next == head.previous) return time_of(static_cast<timer_node*>(head.next)->deadline);
    return time_of(start_of(level, slot));
  }

  // Calls expired(timer_node&) for the nodes whose deadline is not after `now`: tick by tick, and
  // those of one tick in the order in which they were added. A node is out of the wheel when it is
  // called. So expired() may destroy it or add it again, and may add and remove others: one that is
  // removed is not called, one that is added is not called before the next advance(). If it
  // throws, the next advance() begins with the nodes that are left.
  //
  // Time does not go back: a `now` before that of an earlier call counts as the latest one.
  template <typename F>
  void advance(time_point now, F expired) {
    collect(std::max(current_, tick_before(now)));
    while (!is_clear(expiring_)) {
      auto& node = static_cast<timer_node&>(*expiring_.next);
      unlink(node);
      --size_;
      expired(node);
    }
  }

 private:
  static constexpr std::size_t slots = 64;
  static constexpr int digit_bits = 6;

  // What follows works with the bits of a count of nanoseconds.
  static_assert(std::is_same_v<time_point::period, std::nano>);
  static_assert(std::numeric_limits<time_point::rep>::digits == 63);
  static constexpr auto tick_length = static_cast<std::uint64_t>(tick.count());

  static constexpr std::uint64_t last_tick =
      std::numeric_limits<std::uint64_t>::max() / tick_length;
  // One more than the last: a deadline in what remains of time after the last tick.
  static constexpr auto levels =
      static_cast<std::size_t>((std::bit_width(last_tick + 1) + digit_bits - 1) / digit_bits);

  // Nanoseconds since the earliest time. The sum is right modulo 2^64, and its range is just that.
  static constexpr std::uint64_t since_min(time_point t) noexcept {
    return static_cast<std::uint64_t>(t.time_since_epoch().count()) + (std::uint64_t(1) << 63);
  }

  // Now is rounded down, and deadlines up: nothing expires early.
  static constexpr std::uint64_t tick_before(time_point t) noexcept {
    return since_min(t) / tick_length;
  }
  static constexpr std::uint64_t tick_after(time_point t) noexcept {
    const std::uint64_t ns = since_min(t);
    return ns / tick_length + (ns % tick_length != 0);
  }

  static constexpr time_point time_of(std::uint64_t ticks) noexcept {
    if (ticks > last_tick) return time_point::max();
    const std::uint64_t ns = ticks * tick_length - (std::uint64_t(1) << 63);
    return time_point(time_point::duration(static_cast<time_point::rep>(ns)));
  }

  static bool is_clear(const timer_links& head) noexcept { return head.next == &head; }
  static void clear(timer_links& head) noexcept { head.next = head.previous = &head; }

  static void append(timer_links& head, timer_node& node) noexcept {
    node.next = &head;
    node.previous = head.previous;
    head.previous->next = &node;
    head.previous = &node;
  }

  static void unlink(timer_node& node) noexcept {
    node.previous->next = node.next;
    node.next->previous = node.previous;
    node.next = node.previous = nullptr;
  }

  // Moves all of a list to the end of another.
  static void append_all(timer_links& to, timer_links& from) noexcept {
    if (is_clear(from)) return;
    from.next->previous = to.previous;
    from.previous->next = &to;
    to.previous->next = from.next;
    to.previous = from.previous;
    clear(from);
  }

  void place(timer_node& node) noexcept {
    if (node.deadline <= current_) {
      append(due_, node);
      return;
    }
    const auto level =
        static_cast<std::size_t>((std::bit_width(node.deadline ^ current_) - 1) / digit_bits);
    const auto slot = static_cast<std::size_t>(node.deadline >> shift(level)) % slots;
    append(heads_[level * slots + slot], node);
    occupied_[level] |= std::uint64_t(1) << slot;
    levels_ |= 1u << level;
  }

  void vacate(std::size_t level, std::size_t slot) noexcept {
    occupied_[level] &= ~(std::uint64_t(1) << slot);
    if (occupied_[level] == 0) levels_ &= ~(1u << level);
  }

  static constexpr int shift(std::size_t level) noexcept {
    return static_cast<int>(level) * digit_bits;
  }
  std::size_t lowest_level() const noexcept {
    return static_cast<std::size_t>(std::countr_zero(levels_));
  }
  std::size_t first_slot(std::size_t level) const noexcept {
    return static_cast<std::size_t>(std::countr_zero(occupied_[level]));
  }

  // The first tick of an occupied slot: above the level it has the digits of the wheel, and below
  // it zeros.
  std::uint64_t start_of(std::size_t level, std::size_t slot) const noexcept {
    const std::uint64_t above = current_ >> shift(level) >> digit_bits << digit_bits;
    return (above | slot) << shift(level);
  }

  // Moves the wheel to a tick, and all that is due by then to the list of the expiring. It goes
  // from occupied slot to occupied slot, however many ticks there are between them.
  void collect(std::uint64_t to) noexcept {
    // The late ones are in the list already, and come first.
    while (levels_ != 0) {
      const std::size_t level = lowest_level();
      const std::size_t slot = first_slot(level);
      const std::uint64_t start = start_of(level, slot);
      if (start > to) break;
      current_ = start;
      vacate(level, slot);
      timer_links& head = heads_[level * slots + slot];
      if (level == 0) {
        append_all(due_, head);
        continue;
      }
      // All belong below this level now, so that the list becomes empty.
      while (!is_clear(head)) {
        auto& node = static_cast<timer_node&>(*head.next);
        unlink(node);
        place(node);
      }
    }
    current_ = to;
    append_all(expiring_, due_);
  }

  std::uint64_t current_;  // the tick of the latest advance()
  std::size_t size_ = 0;

  // One bit for each level, and for each slot of a level, that has nodes.
  std::uint32_t levels_ = 0;
  std::array<std::uint64_t, levels> occupied_{};

  timer_links due_;                                // for the next advance()
  timer_links expiring_;                           // those that advance() is about to call
  std::array<timer_links, levels * slots> heads_;  // of the slots, level by level
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
