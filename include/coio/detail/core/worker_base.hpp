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
class trace_ring;

// A number that one thread writes and others may read at any time. Functions that imply an order
// have a name that says so.
template <typename T>
class owned_counter {
 public:
  T get() const noexcept { return value_.load(std::memory_order_relaxed); }
  T get_ordered() const noexcept { return value_.load(std::memory_order_seq_cst); }
  // Returns the sum.
  T add(T n) noexcept {
    const T sum = get() + n;
    value_.store(sum, std::memory_order_relaxed);
    return sum;
  }
  void set(T n) noexcept { value_.store(n, std::memory_order_relaxed); }
  void set_released(T n) noexcept { value_.store(n, std::memory_order_release); }
  void set_ordered(T n) noexcept { value_.store(n, std::memory_order_seq_cst); }

 private:
  std::atomic<T> value_{0};
};

struct worker_base {
  worker_base(scheduler& s, const std::atomic<std::int64_t>& shared_work) noexcept
      : owner(s), shared(shared_work) {}

  // A worker keeps up to so much outstanding work to itself, and moves it to the shared count and
  // back by half of it.
  static constexpr std::int64_t most_own_work = 128;
  static constexpr std::int64_t moved_work = most_own_work / 2;

  scheduler& owner;
  // The scheduler's shared count of outstanding work.
  const std::atomic<std::int64_t>& shared;

  // The worker's share of the outstanding work, 0 to most_own_work. The scheduler's shared count
  // and all shares together are what is outstanding; see finish_work().
  owned_counter<std::int64_t> work;

  // Coroutines of the facade that began to be on this worker, less those that ended on it.
  owned_counter<std::int64_t> coroutines;

  // Odd while the worker is busy: within a handler that an executor runs inline, or among its
  // tasks.
  owned_counter<std::uint64_t> activity;
  // The number of such handlers on the stack.
  unsigned depth = 0;
  // When the worker last looked at a clock: nanoseconds of the steady clock.
  std::int64_t seen_time = 0;
  // What the worker does, if that is recorded.
  trace_ring* trace = nullptr;

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
COIO_API COIO_NOT_IN_COROUTINE worker_frame*& top_frame() noexcept;
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
// If no work is left, the session asks whether it is at its end.
COIO_API void look_for_end(scheduler& s) noexcept;
// There is work: if the session asks, it goes on.
COIO_API void withdraw_question(scheduler& s) noexcept;

// While a worker is busy the session does not end, and both are a plain store. Otherwise the common
// case is a share that is above zero before and after: then the session is not at its end, and does
// not ask whether it is, unless the shared count is below zero. seq_cst, the store of the share and
// the load of that count: pairs with a thread that finishes work by the shared count, then adds up
// the shares. Either it finds our change, or we find its (orders: shares).
inline void work_started(scheduler& s) noexcept {
  if (const worker_frame* f = top_frame(); f && f->owner == &s) {
    const std::int64_t n = f->w->work.get();
    if (n < worker_base::most_own_work) {
      if (f->w->depth != 0) return f->w->work.set(n + 1);
      if (n > 0) {
        f->w->work.set_ordered(n + 1);
        if (f->w->shared.load(std::memory_order_seq_cst) < 0) withdraw_question(s);
        return;
      }
    }
  }
  start_work(s);
}

inline void work_finished(scheduler& s) noexcept {
  if (const worker_frame* f = top_frame(); f && f->owner == &s) {
    const std::int64_t n = f->w->work.get();
    // The worker looks for the end of the work when it ceases to be busy.
    if (n > 0 && f->w->depth != 0) return f->w->work.set(n - 1);
    if (n > 1) {
      f->w->work.set_ordered(n - 1);
      if (f->w->shared.load(std::memory_order_seq_cst) < 0) look_for_end(s);
      return;
    }
  }
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
