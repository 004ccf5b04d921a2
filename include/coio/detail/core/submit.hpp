// What the executor's templates need of the scheduler, which lives in src/.
#ifndef COIO_DETAIL_CORE_SUBMIT_HPP
#define COIO_DETAIL_CORE_SUBMIT_HPP

#include <cstddef>
#include <exception>
#include <type_traits>
#include <utility>

#include "coio/asio.hpp"
#include "coio/detail/core/home.hpp"
#include "coio/detail/core/task.hpp"
#include "coio/detail/core/worker_base.hpp"
#include "coio/detail/export.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// A handler begins on the calling thread, which is the worker's; the worker is busy until
// end_handler(). `tracked`: by an executor that tracks work, so that work is finished later.
COIO_API void begin_handler(worker_base& w) noexcept;
COIO_API void end_handler(worker_base& w, bool tracked) noexcept;
// The run function that the calling thread is in throws the exception when the handler that it
// called has returned.
COIO_API void keep_exception(worker_base& w, const std::exception_ptr& e) noexcept;

// Runs the function on the calling thread, if that is a worker's; true if so. What the function
// throws does not unwind through the caller.
template <typename Function>
bool run_inline(scheduler& s, Function&& f, bool tracked) {
  worker_base* const w = current_worker(s);
  if (!w) return false;
  struct scope {
    worker_base& w;
    bool tracked;
    ~scope() { end_handler(w, tracked); }
  };
  begin_handler(*w);
  const scope at_exit{*w, tracked};
  std::decay_t<Function> function(std::forward<Function>(f));  // what this throws, the caller gets
  try {
    function();
  } catch (...) {
    keep_exception(*w, std::current_exception());
  }
  return true;
}

// Queue a task, and take ownership, also when they throw std::bad_alloc.
COIO_API void push_task(worker_base& w, task* t);
// As its first, if that can be had.
COIO_API void push_task_first(worker_base& w, task* t);
COIO_API void inject_task(scheduler& s, task* t);

// Takes the task out of the queue of the calling thread's innermost worker. False if it is not
// there.
COIO_API bool take_task(task* t) noexcept;

inline void submit(scheduler& s, task* t) {
  if (worker_base* w = current_worker(s))
    push_task(*w, t);
  else
    inject_task(s, t);
}

// The next home in strict rotation.
COIO_API home& next_home(scheduler& s) noexcept;
// The home of the calling thread's worker, or that of the context.
COIO_API home& local_home(scheduler& s) noexcept;

// The context whose handler the calling thread runs, the innermost if there are several, or null.
COIO_API io_context* innermost_context() noexcept;

// The number of workers.
COIO_API std::size_t worker_count(const scheduler& s) noexcept;

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
