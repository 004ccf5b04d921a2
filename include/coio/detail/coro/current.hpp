// The context that the calling thread works for, the default scheduler, and what threads that work
// for none may do to a context's coroutines.
#ifndef COIO_DETAIL_CORO_CURRENT_HPP
#define COIO_DETAIL_CORO_CURRENT_HPP

#include <cstddef>
#include <functional>
#include <memory>

#include "coio/asio.hpp"
#include "coio/detail/coro/fiber.hpp"
#include "coio/detail/export.hpp"
#include "coio/io_context.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

struct destroy_task {
  void operator()(task* t) const noexcept { t->destroy(); }
};
using task_ptr = std::unique_ptr<task, destroy_task>;
// A coroutine that has not begun. Owns the coroutine's reference.
using unstarted = std::unique_ptr<fiber, destroy_task>;

// A thread that is not a worker of the coroutine's context has taken it from where it waits, and
// wakes it between these two. The end of the context waits for that, or the thread finds that the
// context is at its end, and leaves the coroutine to be destroyed.
COIO_API void begin_foreign_wake(const scheduler& s) noexcept;
COIO_API void end_foreign_wake(const scheduler& s) noexcept;
void wait_for_foreign_wakes(const scheduler& s) noexcept;

// Keeps threads that are not workers of a context from cancelling its coroutines from the end of a
// scope on, before the context is destroyed.
class closing {
 public:
  explicit closing(io_context& c) noexcept : context_(c) {}
  COIO_API ~closing();
  closing(const closing&) = delete;
  closing& operator=(const closing&) = delete;

 private:
  io_context& context_;
};

// Returns the context whose handler the calling thread runs. If there is none, throws
// std::logic_error with the given name of a function.
COIO_API io_context& current_context(const char* function);

// Queues the beginning of a coroutine on the given context. If that is null, on the context of the
// calling thread; if there is none, on the default scheduler.
COIO_API void enqueue(unstarted s, io_context* c);

// Runs the default scheduler. Throws std::logic_error if the caller is a worker, or if another
// thread runs the default scheduler.
COIO_API void run_default(const options& o, hooks h);

// Runs the context, which is no other thread's, and watches for a deadlock, if the settings say so.
// Throws coio::deadlock.
COIO_API void run_watched(io_context& c);

// Returns the number of coroutines that are alive in the calling thread's context, or otherwise in
// the default scheduler.
COIO_API std::size_t count_coroutines();

// Returns the metrics of the same context; empty if the default scheduler does not run.
COIO_API context_metrics current_metrics();

// Calls the function with the same context; not if the default scheduler does not run. The context
// lives meanwhile.
void with_current(const std::function<void(io_context&)>& f);

// Throws std::logic_error if the calling thread runs a handler of an io_context.
COIO_API void expect_no_worker(const char* function);

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
