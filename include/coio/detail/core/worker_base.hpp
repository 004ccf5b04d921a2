// What code inlined into programs needs of the calling thread's worker. Executors count outstanding
// work at every copy, and every post needs memory: calls into the library for these would cost more
// than the rest.
#ifndef COIO_DETAIL_CORE_WORKER_BASE_HPP
#define COIO_DETAIL_CORE_WORKER_BASE_HPP

#include <atomic>
#include <cstdint>

#include "coio/asio.hpp"
#include "coio/detail/core/task_cache.hpp"
#include "coio/detail/export.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

class scheduler;

// A number that one thread writes and others may read at any time. Functions that imply an order
// have a name that says so.
template <typename T>
class owned_counter {
 public:
  T get() const noexcept { return value_.load(std::memory_order_relaxed); }
  T get_ordered() const noexcept { return value_.load(std::memory_order_seq_cst); }
  void add(T n) noexcept { value_.store(get() + n, std::memory_order_relaxed); }
  void set(T n) noexcept { value_.store(n, std::memory_order_relaxed); }
  void set_released(T n) noexcept { value_.store(n, std::memory_order_release); }
  void set_ordered(T n) noexcept { value_.store(n, std::memory_order_seq_cst); }

 private:
  std::atomic<T> value_{0};
};

struct worker_base {
  explicit worker_base(scheduler& s) noexcept : owner(s) {}

  // A worker keeps up to so much outstanding work to itself, and moves it to the shared count and
  // back by half of it.
  static constexpr std::int64_t most_own_work = 128;
  static constexpr std::int64_t moved_work = most_own_work / 2;

  scheduler& owner;

  // The worker's share of the outstanding work, 0 to most_own_work. The scheduler's shared count
  // and all shares together are what is outstanding; see finish_work().
  owned_counter<std::int64_t> work;

  // Odd while the worker is busy: within a handler that an executor runs inline, or among its
  // tasks.
  owned_counter<std::uint64_t> activity;
  // The number of such handlers on the stack.
  unsigned depth = 0;

  task_cache cache;
};

// The calling thread runs handlers of a scheduler. A thread can serve several at once, when a
// handler of one calls poll() of another, and one of them several times.
struct worker_frame {
  worker_base* w;
  worker_frame* below;
  const scheduler* owner;  // of `w`
};

#if defined(COIO_TOP_FRAME_CALL)
COIO_API worker_frame*& top_frame() noexcept;
#else
extern COIO_API constinit thread_local worker_frame* top_frame_;
inline worker_frame*& top_frame() noexcept {
  return top_frame_;
}
#endif

// The calling thread's worker in the given scheduler, or null.
inline worker_base* current_worker(const scheduler& s) noexcept {
  for (worker_frame* f = top_frame(); f; f = f->below)
    if (f->owner == &s) return f->w;
  return nullptr;
}

// By any thread, whatever the worker's share is, and whether or not it is busy.
COIO_API void start_work(scheduler& s) noexcept;
COIO_API void finish_work(scheduler& s) noexcept;

// While a worker is busy the session does not end, and both are a plain store.
inline void work_started(scheduler& s) noexcept {
  if (const worker_frame* f = top_frame(); f && f->owner == &s && f->w->depth != 0)
    if (const std::int64_t n = f->w->work.get(); n < worker_base::most_own_work)
      return f->w->work.set(n + 1);
  start_work(s);
}

inline void work_finished(scheduler& s) noexcept {
  // The worker looks for the end of the work when it ceases to be busy.
  if (const worker_frame* f = top_frame(); f && f->owner == &s && f->w->depth != 0)
    if (const std::int64_t n = f->w->work.get(); n > 0) return f->w->work.set(n - 1);
  finish_work(s);
}

// Memory for tasks: from the calling worker's cache, or from operator new on other threads.
// Allocated on one thread it may be freed on another.
inline void* allocate_task(std::size_t size) {
  if (worker_frame* f = top_frame()) return f->w->cache.allocate(size);
  return ::operator new(task_cache::rounded(size));
}

inline void deallocate_task(void* p, std::size_t size) noexcept {
  if (worker_frame* f = top_frame())
    f->w->cache.deallocate(p, size);
  else
    ::operator delete(p);
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
