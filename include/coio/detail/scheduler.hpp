// What the executor's templates need of the scheduler, which lives in src/.
#ifndef COIO_DETAIL_SCHEDULER_HPP
#define COIO_DETAIL_SCHEDULER_HPP

#include <cstddef>
#include <type_traits>
#include <utility>

#include "coio/asio.hpp"
#include "coio/detail/export.hpp"
#include "coio/detail/task.hpp"

namespace coio {
inline namespace COIO_ABI {

class io_context;

namespace detail {

class scheduler;
class worker;

// True if the calling thread is one of the scheduler's workers (or serves as one within poll(),
// run_one() and their kin).
COIO_API bool running_in_this_thread(const scheduler& s) noexcept;

// If running_in_this_thread(), the calling thread's worker, which counts as busy with a handler
// until end_inline(), or abandon_inline() if the handler throws; else null. `completion` says that
// the handler completed an operation; then end_inline() runs tasks, and throws what they throw.
COIO_API worker* begin_inline(scheduler& s) noexcept;
COIO_API void end_inline(worker* w, bool completion);
COIO_API void abandon_inline(worker* w) noexcept;

// Runs the function on the calling thread, if that is a worker's; true if so.
template <typename Function>
bool run_inline(scheduler& s, Function&& f, bool completion) {
  worker* const w = begin_inline(s);
  if (!w) return false;
  try {
    std::decay_t<Function> function(std::forward<Function>(f));
    function();
  } catch (...) {
    abandon_inline(w);
    throw;
  }
  end_inline(w, completion);
  return true;
}

// Queues a task; takes ownership, also when it throws std::bad_alloc.
COIO_API void submit(scheduler& s, task* t);

COIO_API void work_started(scheduler& s) noexcept;
COIO_API void work_finished(scheduler& s) noexcept;

// The shard for the next I/O object that is made from an executor.
COIO_API io_context& place(scheduler& s) noexcept;

// The context whose handler the calling thread runs, the innermost if there are several, or null.
COIO_API io_context* innermost_context() noexcept;

// The number of workers.
COIO_API std::size_t worker_count(const scheduler& s) noexcept;

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
