// Settings of an execution context.
#ifndef COIO_OPTIONS_HPP
#define COIO_OPTIONS_HPP

#include <chrono>
#include <cstddef>

#include "coio/asio.hpp"
#include "coio/detail/export.hpp"

namespace coio {
inline namespace COIO_ABI {

/// Settings of an io_context. They are copied when the context is constructed.
/**
 * Thread safety: Distinct objects: Safe. Shared objects: Unsafe.
 */
struct options {
  /// The least and the most workers that a context can have.
  static constexpr int min_workers = 1;
  static constexpr int max_workers = 1024;

  /// The number of workers; 0 means one for each CPU that this process may use (see
  /// default_workers()).
  int workers = 0;

  /// Whether the monitor runs: the small thread that has idle workers help stuck or overloaded
  /// ones. A context with one worker never has it.
  bool monitor = true;

  /// The shortest and the longest time between two looks of the monitor. Its looks are rare while
  /// nothing is amiss, and it sleeps while all workers are idle.
  std::chrono::microseconds monitor_min_interval{50};
  std::chrono::microseconds monitor_max_interval{400};

  /// Tasks that a worker's run queue holds before it grows for the first time. Rounded up to a
  /// power of two.
  std::size_t run_queue_capacity = 256;

  /// Whether run() starts the threads of the other workers. If not, every worker is a thread that
  /// called run().
  bool spawn_threads = true;
};

/// The number of CPUs that this process may use: those in its affinity mask, but no more than its
/// control group's quota (rounded up), and at least one.
COIO_API int default_workers() noexcept;

}  // namespace COIO_ABI
}  // namespace coio

#endif
