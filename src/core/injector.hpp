// The injector: where threads that are not workers put their tasks. First in, first out.
#ifndef COIO_SRC_CORE_INJECTOR_HPP
#define COIO_SRC_CORE_INJECTOR_HPP

#include <atomic>
#include <boost/lockfree/queue.hpp>
#include <cstddef>
#include <cstdint>
#include <new>

#include "coio/detail/core/task.hpp"
#include "core/seam.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

class injector {
 public:
  // Without nodes at first: of those that Boost makes before there is no memory, it loses track.
  injector() : queue_(0) {}

  // Takes ownership of the task, also when it throws std::bad_alloc.
  void push(task* t) {
    // Counted before it can be taken. seq_cst: pairs with size() in worker::park(). The pusher
    // counts its task, then looks for a parked worker; a worker parks, then looks at the count. One
    // of the two sees the other (orders: parking).
    size_.fetch_add(1, std::memory_order_seq_cst);
    COIO_SEAM();
    bool pushed = false;
    try {
      pushed = queue_.push(t);
    } catch (...) {
      // As if it returned false.
    }
    if (pushed) return;
    size_.fetch_sub(1, std::memory_order_seq_cst);
    t->destroy();
    throw std::bad_alloc();
  }

  task* pop() noexcept {
    // relaxed: the queue itself synchronises. A stale zero delays a task, but never one that size()
    // was asked for before parking.
    if (size_.load(std::memory_order_relaxed) <= 0) return nullptr;
    task* t = nullptr;
    if (!queue_.pop(t)) return nullptr;
    // release: a thread that sees the count fall sees that the task was taken.
    size_.fetch_sub(1, std::memory_order_release);
    return t;
  }

  // The number of tasks, those included that are about to be linked.
  std::int64_t size() const noexcept { return size_.load(std::memory_order_seq_cst); }

 private:
  boost::lockfree::queue<task*> queue_;
  alignas(64) std::atomic<std::int64_t> size_{0};
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
