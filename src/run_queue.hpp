// The run queue of a worker: a ring of tasks from which other workers can steal.
//
// The owner pushes at the tail and pops from the head, so that tasks run in the order in which they
// were posted. A thief claims half of the ring from the head with one compare-and-swap, copies the
// claimed tasks to its own ring, and then gives the slots back. This is the shape of Tokio's queue;
// unlike Tokio's, the ring grows when it is full, as the Chase-Lev deque does, so that nothing ever
// overflows: order is kept, and every queued task can be stolen.
#ifndef COIO_SRC_RUN_QUEUE_HPP
#define COIO_SRC_RUN_QUEUE_HPP

#include <algorithm>
#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <vector>

#include "coio/detail/task.hpp"
#include "seam.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

class run_queue {
 public:
  // The most tasks that one steal takes: enough to make the steal worth its cost, and little enough
  // to leave some for the next thief.
  static constexpr std::uint32_t max_steal = 128;

  static constexpr std::uint32_t max_capacity = std::uint32_t(1) << 30;

  explicit run_queue(std::size_t capacity) {
    const auto n = std::bit_ceil(std::clamp<std::size_t>(capacity, 2, max_capacity));
    buffers_.push_back(std::make_unique<ring>(static_cast<std::uint32_t>(n)));
    ring_.store(buffers_.back().get(), std::memory_order_relaxed);
  }

  run_queue(const run_queue&) = delete;
  run_queue& operator=(const run_queue&) = delete;

  // Owner only. Returns the number of tasks in the queue, the new one included.
  std::size_t push(task* t) {
    // relaxed: only the owner writes tail_ and ring_.
    const std::uint32_t tail = tail_.load(std::memory_order_relaxed);
    ring* r = ring_.load(std::memory_order_relaxed);
    // acquire: pairs with the release in steal() by which a thief gives slots back; its reads of a
    // slot come before our next write to it.
    const std::uint64_t head = head_.load(std::memory_order_acquire);
    if (tail - stolen(head) == r->capacity) r = grow(r, stolen(head), tail);
    r->at(tail).store(t, std::memory_order_relaxed);
    COIO_SEAM();
    // release: pairs with the acquire of tail_ in steal() and publishes the slot, the task's
    // contents and, if the ring grew, ring_.
    tail_.store(tail + 1, std::memory_order_release);
    return tail + 1 - front(head);
  }

  // Owner only. Returns null when the queue is empty.
  task* pop() noexcept {
    // relaxed: the owner wrote the slots itself; what it takes, no thief's write preceded.
    std::uint64_t head = head_.load(std::memory_order_relaxed);
    for (;;) {
      const std::uint32_t first = front(head);
      if (first == tail_.load(std::memory_order_relaxed)) return nullptr;
      task* t = ring_.load(std::memory_order_relaxed)->at(first).load(std::memory_order_relaxed);
      // While a thief copies, its claim [stolen, front) stays as it is.
      const bool stealing = stolen(head) != first;
      const std::uint64_t next = pack(stealing ? stolen(head) : first + 1, first + 1);
      COIO_SEAM();
      // release: see worker::ticks. Who has the task the compare-and-swap alone decides.
      if (head_.compare_exchange_weak(head, next, std::memory_order_release,
                                      std::memory_order_relaxed))
        return t;
    }
  }

  // Owner of `to` only. Moves up to half of this queue's tasks (rounded up) to `to`; returns how
  // many. Takes nothing while another thief is at it.
  std::size_t steal(run_queue& to) {
    // acquire: a head that another thief or the owner wrote after a growth is read with that
    // growth.
    std::uint64_t head = head_.load(std::memory_order_acquire);
    to.reserve(max_steal);  // may throw, which a claim could not survive
    std::uint32_t first, n;
    do {
      first = front(head);
      if (stolen(head) != first) return 0;
      // acquire: pairs with push(); the slots before tail and the ring that holds them are visible.
      const std::uint32_t tail = tail_.load(std::memory_order_acquire);
      const std::uint32_t size = tail - first;
      // The head may be older than the tail: then the size means nothing, and the swap would fail.
      if (size == 0 || size > max_capacity) return 0;
      n = std::min(size - size / 2, max_steal);
      COIO_SEAM();
      // acq_rel: the claim is ordered after the reads above and before the copy below.
    } while (!head_.compare_exchange_weak(head, pack(first, first + n), std::memory_order_acq_rel,
                                          std::memory_order_acquire));
    // The slots of the claim keep their tasks until the claim ends: push() does not reuse them, and
    // a ring that grows leaves its old slots as they are. So any ring read now has them.
    const ring* r = ring_.load(std::memory_order_acquire);
    for (std::uint32_t i = 0; i < n; ++i) {
      COIO_SEAM();
      to.push(r->at(first + i).load(std::memory_order_relaxed));
    }
    // End the claim; the owner may have popped meanwhile.
    // release: pairs with the acquire in push().
    head = head_.load(std::memory_order_relaxed);
    while (!head_.compare_exchange_weak(head, pack(front(head), front(head)),
                                        std::memory_order_release, std::memory_order_relaxed)) {
    }
    return n;
  }

  // Owner only. Makes sure that `n` more tasks can be pushed without growing.
  void reserve(std::uint32_t n) {
    const std::uint32_t tail = tail_.load(std::memory_order_relaxed);
    for (;;) {
      ring* r = ring_.load(std::memory_order_relaxed);
      const std::uint32_t head = stolen(head_.load(std::memory_order_acquire));  // as in push()
      if (r->capacity - (tail - head) >= n) return;
      grow(r, head, tail);
    }
  }

  // Any thread. A guess when others push or pop meanwhile.
  std::size_t size() const noexcept {
    // acquire: pairs with the release in pop() and steal(), for worker::ticks.
    const std::uint32_t first = front(head_.load(std::memory_order_acquire));
    const std::uint32_t n = tail_.load(std::memory_order_relaxed) - first;
    return n > max_capacity ? 0 : n;
  }

 private:
  struct ring {
    explicit ring(std::uint32_t n)
        : capacity(n), slots(std::make_unique<std::atomic<task*>[]>(n)) {}
    std::atomic<task*>& at(std::uint32_t i) const noexcept { return slots[i & (capacity - 1)]; }
    const std::uint32_t capacity;
    const std::unique_ptr<std::atomic<task*>[]> slots;
  };

  // head_ is two positions: front, the next task to take, and stolen <= front, the start of the
  // claim of the thief that is copying; they are equal when there is none.
  static std::uint64_t pack(std::uint32_t stolen, std::uint32_t front) noexcept {
    return std::uint64_t(stolen) << 32 | front;
  }
  static std::uint32_t stolen(std::uint64_t head) noexcept {
    return static_cast<std::uint32_t>(head >> 32);
  }
  static std::uint32_t front(std::uint64_t head) noexcept {
    return static_cast<std::uint32_t>(head);
  }

  // Thieves may still read the old ring, so it lives as long as the queue; all rings together are
  // less than twice the last.
  ring* grow(ring* old, std::uint32_t head, std::uint32_t tail) {
    if (old->capacity == max_capacity) throw std::bad_alloc();
    buffers_.reserve(buffers_.size() + 1);
    auto bigger = std::make_unique<ring>(old->capacity * 2);
    for (std::uint32_t i = head; i != tail; ++i)
      bigger->at(i).store(old->at(i).load(std::memory_order_relaxed), std::memory_order_relaxed);
    buffers_.push_back(std::move(bigger));
    // release: pairs with the acquire of ring_ in steal(), for the slots.
    ring_.store(buffers_.back().get(), std::memory_order_release);
    return buffers_.back().get();
  }

  // Written by the owner and by thieves.
  alignas(64) std::atomic<std::uint64_t> head_{0};
  // Written by the owner alone.
  alignas(64) std::atomic<std::uint32_t> tail_{0};
  std::atomic<ring*> ring_;
  std::vector<std::unique_ptr<ring>> buffers_;
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
