// What the executor's templates need of the scheduler, which lives in src/.
#ifndef COIO_DETAIL_SCHEDULER_HPP
#define COIO_DETAIL_SCHEDULER_HPP

#include <cstddef>

#include "coio/asio.hpp"
#include "coio/detail/export.hpp"
#include "coio/detail/task.hpp"

namespace coio {
inline namespace COIO_ABI {

class io_context;

namespace detail {

class scheduler;

// True if the calling thread is one of the scheduler's workers (or serves as one within poll(),
// run_one() and their kin).
COIO_API bool running_in_this_thread(const scheduler& s) noexcept;

// As running_in_this_thread; if true, the worker also counts as busy with a handler from now on.
COIO_API bool begin_inline(scheduler& s) noexcept;

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
