// The coroutines of a context that wait where nobody would destroy them with the context, and the
// context that the calling thread works for.
#ifndef COIO_DETAIL_CORO_REGISTRY_HPP
#define COIO_DETAIL_CORO_REGISTRY_HPP

#include <cstddef>
#include <memory>
#include <mutex>

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

// Most coroutines wait for an operation of Asio's, whose service destroys its handler, for a timer,
// or for another coroutine. The others are listed here from their first such wait to their end.
class registry : public asio::execution_context::service {
 public:
  using key_type = registry;
  COIO_API static asio::execution_context::id id;

  COIO_API explicit registry(asio::execution_context& c);
  COIO_API ~registry() override;

  void enlist(fiber& f) noexcept;
  void unlist(fiber& f) noexcept;

 private:
  COIO_API void shutdown() noexcept override;
  fiber* take_first() noexcept;

  io_context& context_;
  std::mutex mutex_;
  fiber* first_ = nullptr;
};

registry& registry_of(io_context& c);

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

// Returns the number of coroutines that are alive in the calling thread's context, or otherwise in
// the default scheduler.
COIO_API std::size_t count_coroutines();

// Returns the metrics of the same context; empty if the default scheduler does not run.
COIO_API context_metrics current_metrics();

// Throws std::logic_error if the calling thread runs a handler of an io_context.
COIO_API void expect_no_worker(const char* function);

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
