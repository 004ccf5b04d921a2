// What the workers of a context have done so far.
#ifndef COIO_METRICS_HPP
#define COIO_METRICS_HPP

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "coio/asio.hpp"
#include "coio/detail/export.hpp"

namespace coio {
inline namespace COIO_ABI {

/// How often a number was in which range: up to 1, up to 4, up to 16, and so on up to 4^10 units,
/// and above.
struct histogram {
  static constexpr std::size_t ranges = 12;
  std::array<std::uint64_t, ranges> counts{};
  /// The sum of all numbers; of times, in nanoseconds, where the ranges are in microseconds.
  std::uint64_t sum = 0;

  friend bool operator==(const histogram&, const histogram&) = default;
};

/// What one worker has done since the context was constructed. Plain numbers, which only rise
/// unless they say otherwise.
struct worker_metrics {
  /// Whether a thread serves as this worker now.
  bool running = false;

  /// Completion handlers that ran inline, and functions that ran at once for dispatch().
  std::uint64_t handlers = 0;
  /// Tasks that ran: functions that came by way of a run queue.
  std::uint64_t tasks = 0;
  /// Tasks that this worker's handlers posted to its run queue.
  std::uint64_t posted = 0;
  /// Tasks that it moved from the injector to its run queue.
  std::uint64_t injected = 0;
  /// Tasks that it stole from other run queues.
  std::uint64_t stolen = 0;
  /// Run queues that it tried to steal from, and those of them that gave something.
  std::uint64_t steal_attempts = 0;
  std::uint64_t steals = 0;

  /// Times it had nothing left but to wait for its shard.
  std::uint64_t parks = 0;
  /// Wake-ups that it gave to other workers or to itself, that it received (also from the monitor
  /// and from other threads, whose wake-ups nobody counts as given), and those among the received
  /// that led to nothing.
  std::uint64_t wakes_given = 0;
  std::uint64_t wakes_got = 0;
  std::uint64_t spurious_wakeups = 0;
  /// Times it went to help another worker, as the monitor had asked, and times that the monitor
  /// asked another to help it.
  std::uint64_t assists_given = 0;
  std::uint64_t assists_got = 0;

  /// Tasks in its run queue now, and the most there have been.
  std::size_t queue_length = 0;
  std::size_t queue_high_mark = 0;

  /// Of each 64th handler and task, how long it took, in microseconds.
  histogram run_time;
  /// Of each 64th task that was posted, how long it was queued, in microseconds, as far as the
  /// worker sees it: it looks after some tasks, and a task that another worker steals has waited
  /// until then. And how many tasks there were in the queue then, with it.
  histogram queue_time;
  histogram queue_lengths;

  /// CPU time of the threads that served as this worker within run(), run_for() and run_until(). 0
  /// where the platform does not tell.
  std::chrono::nanoseconds busy{0};
  /// The rest of the time in which it had a thread: waiting, or runnable without a CPU.
  std::chrono::nanoseconds idle{0};
  /// The longest time that the monitor has seen it within one handler; up to sixteen times
  /// options::monitor_max_interval less than it was. 0 without a monitor, as with one worker.
  std::chrono::nanoseconds longest_handler{0};
};

/// One shard: an asio::io_context with a reactor of its own, and the home of I/O objects. Shard i
/// is that of worker i; shard 0 is the context itself.
struct shard_metrics {
  /// Times that io_context::next_executor() or make_strand() have handed out this home. Only rises.
  std::uint64_t homes = 0;
  /// Workers that serve it now. Several may serve shard 0.
  std::size_t servers = 0;
  /// How long its worker has been overloaded: it always had something to do and never waited. 0 if
  /// it is not. If this lasts, spread the objects: say next_executor() where you accept.
  std::chrono::nanoseconds overloaded{0};
  /// How long the reactor has not been looked at by its worker, because that is within one handler
  /// or task. 0 for less than the time between two looks of the monitor. Both times are as the
  /// monitor last saw them, and 0 without one, as with one worker.
  std::chrono::nanoseconds held_up{0};
};

/// A snapshot of a context. See io_context::metrics().
/**
 * While the context is at work the numbers are read one after the other, and may not match. At rest
 * they do: summed over all workers, posted + injected = tasks + queue_length.
 */
struct context_metrics {
  std::vector<worker_metrics> workers;
  std::vector<shard_metrics> shards;
  /// Outstanding work that executors count.
  std::int64_t outstanding_work = 0;
  /// Tasks that other threads have submitted, waiting for a worker.
  std::size_t injector_length = 0;
  /// Workers that have a thread now.
  std::size_t workers_running = 0;
};

/// A snapshot in the text format of Prometheus, version 0.0.4: a help line and a type line for each
/// metric, and a line for each worker or shard.
/** @param prefix What the names of the metrics begin with. */
[[nodiscard]] COIO_API std::string metrics_text(const context_metrics& m,
                                                std::string_view prefix = "coio_");

}  // namespace COIO_ABI
}  // namespace coio

#endif
