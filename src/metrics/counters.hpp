// The counters behind io_context::metrics(). One thread writes each of them, in a cache line that
// this thread writes anyway.
#ifndef COIO_SRC_METRICS_COUNTERS_HPP
#define COIO_SRC_METRICS_COUNTERS_HPP

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <chrono>
#include <cstddef>
#include <cstdint>

#include "coio/detail/core/worker_base.hpp"
#include "coio/metrics.hpp"
#include "platform/system.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

#if defined(COIO_NO_METRICS)

// Counts nothing, to measure the cost of counting.
struct metric {
  std::uint64_t get() const noexcept { return 0; }
  std::uint64_t add(std::uint64_t) noexcept { return 0; }
  void set(std::uint64_t) noexcept {}
  void raise(std::uint64_t) noexcept {}
};

#else

class metric : public owned_counter<std::uint64_t> {
 public:
  void raise(std::uint64_t n) noexcept {
    if (n > get()) set(n);
  }
};

#endif

// A histogram of one thread's. Numbers are in thousandths of the unit if `Fraction` is 1000.
template <std::uint64_t Fraction>
struct histogram_counter {
  std::array<metric, histogram::ranges> counts;
  metric sum;

  void add(std::uint64_t n) noexcept {
    const std::uint64_t units = n / Fraction + (n % Fraction != 0);
    const auto range =
        units <= 1 ? 0 : (static_cast<std::size_t>(std::bit_width(units - 1)) + 1) / 2;
    counts[std::min(range, counts.size() - 1)].add(1);
    sum.add(n);
  }
  histogram get() const noexcept {
    histogram h;
    for (std::size_t i = 0; i < h.counts.size(); ++i)
      h.counts[i] = counts[i].get();
    h.sum = sum.get();
    return h;
  }
};

// One in so many handlers and tasks is measured. Whether it is the one with that number.
constexpr std::uint64_t measured_interval = 64;
#if defined(COIO_NO_METRICS)
constexpr bool is_measured(std::uint64_t) noexcept {
  return false;
}
#else
constexpr bool is_measured(std::uint64_t number) noexcept {
  return number % measured_interval == 0;
}
#endif

// Written by the worker's thread.
struct worker_counters {
  metric posted, injected, stolen;
  metric steal_attempts, steals;
  metric parks;
  metric wakes_given, wakes_got, spurious_wakeups;
  metric assists_given;
  metric queue_high_mark;
  histogram_counter<1000> run_time, queue_time;
  histogram_counter<1> queue_lengths;
};

// Written by the monitor's thread.
struct monitor_counters {
  metric assists_got;
  metric longest_handler_ns;
  metric overloaded_ns, held_up_ns;  // for so long, as of the last look
};

// For how long a worker has had threads, and how much CPU time they used. Guarded by the
// scheduler's mutex.
class worker_time {
 public:
  using clock = std::chrono::steady_clock;

  // Called by the thread that becomes the worker, or ceases to be it.
  void begin() noexcept {
    cpu_ = thread_clock::mine();
    cpu_begin_ = cpu_.now();
    begin_ = clock::now();
    running_ = true;
  }
  void end() noexcept {
    if (!running_) return;
    busy_ = busy();
    attached_ = attached();
    running_ = false;
  }

  std::chrono::nanoseconds busy() const noexcept {
    return running_ ? busy_ + (cpu_.now() - cpu_begin_) : busy_;
  }
  // Returns the rest. The two clocks are read one after the other, so the difference of a busy
  // worker may fall a little; but readers take a counter that falls for one that was reset.
  std::chrono::nanoseconds idle() const noexcept {
    return idle_ = std::max(idle_, attached() - busy());
  }

 private:
  std::chrono::nanoseconds attached() const noexcept {
    return running_ ? attached_ + (clock::now() - begin_) : attached_;
  }

  thread_clock cpu_;
  std::chrono::nanoseconds cpu_begin_{0};
  clock::time_point begin_{};
  bool running_ = false;
  std::chrono::nanoseconds busy_{0}, attached_{0};
  mutable std::chrono::nanoseconds idle_{0};  // the most that idle() has returned
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
