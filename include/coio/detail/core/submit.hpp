// What the executor's templates need of the scheduler, which lives in src/.
#ifndef COIO_DETAIL_CORE_SUBMIT_HPP
#define COIO_DETAIL_CORE_SUBMIT_HPP

#include <cstddef>
#include <type_traits>
#include <utility>

#include "coio/asio.hpp"
#include "coio/detail/core/task.hpp"
#include "coio/detail/core/worker_base.hpp"
#include "coio/detail/export.hpp"

namespace coio {
inline namespace COIO_ABI {

class io_context;

namespace detail {

// A handler begins on the calling thread, which is the worker's and counts as busy until
// end_handler(), or abandon_handler() if the handler throws. `completion` says that the handler
// completed an operation; then end_handler() runs tasks, and throws what they throw.
COIO_API void begin_handler(worker_base& w) noexcept;
COIO_API void end_handler(worker_base& w, bool completion);
COIO_API void abandon_handler(worker_base& w) noexcept;

// Runs the function on the calling thread, if that is a worker's; true if so.
template <typename Function>
bool run_inline(scheduler& s, Function&& f, bool completion) {
  worker_base* const w = current_worker(s);
  if (!w) return false;
  begin_handler(*w);
  try {
    std::decay_t<Function> function(std::forward<Function>(f));
    function();
  } catch (...) {
    abandon_handler(*w);
    throw;
  }
  end_handler(*w, completion);
  return true;
}

// Queue a task, and take ownership, also when they throw std::bad_alloc.
COIO_API void push_task(worker_base& w, task* t);
COIO_API void inject_task(scheduler& s, task* t);

// If the task is the last in the queue of the calling thread's innermost worker, it is the next
// now.
COIO_API void run_next(task* t) noexcept;

inline void submit(scheduler& s, task* t) {
  if (worker_base* w = current_worker(s))
    push_task(*w, t);
  else
    inject_task(s, t);
}

// The shard for the next I/O object that is made from an executor.
COIO_API io_context& place(scheduler& s) noexcept;
// The same, in strict rotation: for a caller that makes objects of one kind alone.
COIO_API io_context& place_in_turn(scheduler& s) noexcept;

// The context whose handler the calling thread runs, the innermost if there are several, or null.
COIO_API io_context* innermost_context() noexcept;

// The number of workers.
COIO_API std::size_t worker_count(const scheduler& s) noexcept;

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
