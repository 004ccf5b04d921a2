// What code inlined into programs knows of the calling thread's worker. Executors count outstanding
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

// A number that one thread writes and others may read at any time. Those functions imply an order
// that say so.
template <typename T>
class owned_counter {
 public:
  T get() const noexcept { return value_.load(std::memory_order_relaxed); }
  T get_ordered() const noexcept { return value_.load(std::memory_order_seq_cst); }
  void add(T n) noexcept { value_.store(get() + n, std::memory_order_relaxed); }
  void add_released(T n) noexcept { value_.store(get() + n, std::memory_order_release); }
  void add_ordered(T n) noexcept { value_.store(get() + n, std::memory_order_seq_cst); }
  void set(T n) noexcept { value_.store(n, std::memory_order_relaxed); }

 private:
  std::atomic<T> value_{0};
};

struct worker_base {
  explicit worker_base(scheduler& s) noexcept : owner(s) {}

  scheduler& owner;

  // The worker's own share of the outstanding work: started less finished by it, since it last gave
  // some to the shared count. See worker::settle().
  owned_counter<std::int64_t> work;

  task_cache cache;
};

// The calling thread runs handlers of a scheduler. A thread can serve several at once, when a
// handler of one calls poll() of another, and one of them several times.
struct worker_frame {
  worker_base* w;
  worker_frame* below;
};

#if (defined(_WIN32) && defined(COIO_SHARED)) || defined(__clang__)
// A DLL cannot export thread-local variables; and clang keeps the address of one in a coroutine's
// frame, where the coroutine goes on on another thread (seen with clang 16).
#define COIO_TOP_FRAME_CALL
COIO_API worker_frame*& top_frame() noexcept;
#else
extern COIO_API constinit thread_local worker_frame* top_frame_;
inline worker_frame*& top_frame() noexcept {
  return top_frame_;
}
#endif

// The calling thread's worker in the given scheduler, or null.
inline worker_base* current_worker(const scheduler& s) noexcept {
  for (const worker_frame* f = top_frame(); f; f = f->below)
    if (&f->w->owner == &s) return f->w;
  return nullptr;
}

COIO_API void work_started_elsewhere(scheduler& s) noexcept;
COIO_API void work_finished_elsewhere(scheduler& s) noexcept;
// The worker's own share would not stay above zero.
COIO_API void finish_last_work(worker_base& w) noexcept;

inline void work_started(scheduler& s) noexcept {
  if (worker_base* w = current_worker(s))
    w->work.add(1);
  else
    work_started_elsewhere(s);
}

inline void work_finished(scheduler& s) noexcept {
  worker_base* w = current_worker(s);
  if (!w)
    work_finished_elsewhere(s);
  else if (const std::int64_t n = w->work.get(); n > 1)
    w->work.set(n - 1);
  else
    finish_last_work(*w);
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
