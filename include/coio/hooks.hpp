// Functions of the program's own that a context calls.
#ifndef COIO_HOOKS_HPP
#define COIO_HOOKS_HPP

#include <chrono>
#include <cstddef>
#include <functional>

#include "coio/asio.hpp"

namespace coio {
inline namespace COIO_ABI {

/// A worker that has been within one handler for long.
struct stuck_worker {
  /// Its number, from 0.
  std::size_t worker;
  /// For how long it has been, at least; where nothing was amiss before, up to sixteen times
  /// options::monitor_max_interval less than it really was.
  std::chrono::nanoseconds duration;
  /// The number of its thread, as gettid() or its like returns it, for stack_trace() or a debugger;
  /// where the system has no such numbers, one that no other thread has; 0 if it has none yet.
  long thread;
};

/// Functions that an io_context calls. Each may be empty, and several threads may call them at the
/// same time.
struct hooks {
  /// Called by each thread that becomes a worker within run(), before and after it is one, with the
  /// number of the worker. What on_thread_start throws comes out of run(), as what a handler throws
  /// does; on_thread_stop must not throw.
  std::function<void(std::size_t worker)> on_thread_start;
  std::function<void(std::size_t worker)> on_thread_stop;

  /// Called once for each handler that holds a worker for longer than stuck_after, while it still
  /// does. By the monitor's thread: it must return soon, since nobody helps the workers meanwhile,
  /// must not throw, and must not run handlers. It may call metrics(), and stop() or post to the
  /// context. Never called where there is no monitor: with one worker, with options::monitor off,
  /// or without run().
  std::function<void(const stuck_worker&)> on_stuck;
  /// What on_stuck means by long; 0 or more. The monitor looks no more often than its shortest
  /// interval.
  std::chrono::microseconds stuck_after{100'000};
};

}  // namespace COIO_ABI
}  // namespace coio

#endif
