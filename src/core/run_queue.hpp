// The run queue of a worker: a ring of tasks from which other workers can steal.
//
// The owner pushes at the tail and pops from the head, so that tasks run in the order in which they
// were posted. A thief claims half of the ring from the head with one compare-and-swap, copies the
// claimed tasks to its own ring, and then gives the slots back. This is the shape of Tokio's queue;
// unlike Tokio's, the ring grows when it is full, as the Chase-Lev deque does, so that nothing ever
// overflows: order is kept, and every queued task can be stolen.
//
// The owner can also take a task out, wherever it stands. That leaves an empty slot, and who finds
// it empty passes over it. The tail cannot go back, for a thief may have read it; but the next
// pushes fill the empty slots at the end again. A thief marks each slot that it has claimed and
// read, so that it is not filled behind its back.
//
// Model: test/model/queue.pml. Orders, here and in all comments: test/model/orders.py, by name.
#ifndef COIO_SRC_CORE_RUN_QUEUE_HPP
#define COIO_SRC_CORE_RUN_QUEUE_HPP

#include <algorithm>
#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <vector>

#include "coio/detail/core/task.hpp"
#include "core/seam.hpp"

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
    use(*buffers_.back());
  }

  run_queue(const run_queue&) = delete;
  run_queue& operator=(const run_queue&) = delete;

  // Owner only. Returns the number of tasks in the ring, the new one included; empty slots count.
  std::size_t push(task* t) {
    // relaxed: only the owner writes tail_.
    const std::uint32_t tail = tail_.load(std::memory_order_relaxed);
    if (filled_ != tail) {
      if (const std::uint32_t n = refill(t)) return n;
      filled_ = tail;  // thieves have been there, or the owner itself
    }
    // acquire: pairs with the release by which a thief gives slots back; its reads of a slot come
    // before our next write to it (orders: give_back).
    const std::uint64_t head = head_.load(std::memory_order_acquire);
    if (tail - stolen(head) > mask_) grow(stolen(head), tail);
    t->position_.store(tail, std::memory_order_relaxed);  // see take()
    slots_[tail & mask_].store(t, std::memory_order_relaxed);
    COIO_SEAM();
    // release: pairs with the acquire of tail_ in claim() and publishes the slot, the task's
    // contents and, if the ring grew, ring_ (orders: push).
    tail_.store(tail + 1, std::memory_order_release);
    filled_ = tail + 1;
    return tail + 1 - front(head);
  }

  // Owner only. Takes the task out, if it is in this queue and no thief has it; the caller then
  // owns it. Otherwise it may be anywhere, or have run, but its memory has to be there still.
  //
  // The task's position says where to look, no more, and may be an old one, or one in another
  // queue: the slots from the front to the tail hold what this queue holds, so a task that is found
  // in one of them is in the queue. That is true also of a position that is right by chance, after
  // the numbers have wrapped. The slots outside still hold what was there once, hence the check. A
  // task that is in the queue was pushed last by this thread, which reads the position that it
  // wrote.
  bool take(task* t) noexcept {
    // relaxed: the owner of another queue may be writing it.
    const std::uint32_t position = t->position_.load(std::memory_order_relaxed);
    const std::uint32_t first = unclaimed();
    if (position - first >= tail_.load(std::memory_order_relaxed) - first) return false;
    COIO_SEAM();
    // A thief that claims the slot now exchanges what is in it, and so either takes the task, or
    // finds none. relaxed: the owner put the task there, and leaves nothing for others to read.
    task* expected = t;
    if (!slots_[position & mask_].compare_exchange_strong(expected, nullptr,
                                                          std::memory_order_relaxed))
      return false;
    if (position + 1 != filled_) return true;
    // The owner alone fills a slot, so what is empty now no task comes into; if thieves claim some
    // of it meanwhile, refill() sees that.
    filled_ = position;
    while (filled_ != first && !slots_[(filled_ - 1) & mask_].load(std::memory_order_relaxed))
      --filled_;
    return true;
  }

  // Owner only. Puts the task before all others, unless a thief is at the front: then it is the
  // last. Returns as push(); if it throws std::bad_alloc, it has done nothing.
  //
  // A thief may have seen the front before it went on and came back. If its claim succeeds all the
  // same, that is right: it reads the slots only then, and the tail that it has seen is no later
  // than the queue's.
  std::size_t push_first(task* t) {
    reserve(1);
    std::uint64_t head = head_.load(std::memory_order_acquire);  // as in push()
    const std::uint32_t first = front(head);
    const std::uint32_t tail = tail_.load(std::memory_order_relaxed);
    if (stolen(head) == first) {
      // The front may have passed it; the new slot is not empty.
      if (filled_ - first > tail - first) filled_ = first;
      t->position_.store(first - 1, std::memory_order_relaxed);
      slots_[(first - 1) & mask_].store(t, std::memory_order_relaxed);
      COIO_SEAM();
      // Publishes the slot, the task's contents and the ring to claim() (orders: push_first).
      // seq_cst: see size().
      if (head_.compare_exchange_strong(head, pack(first - 1, first - 1), std::memory_order_seq_cst,
                                        std::memory_order_relaxed))
        return tail - first + 1;
    }
    return push(t);
  }

  // Owner only. Returns null when the queue is empty.
  task* pop() noexcept {
    // relaxed: the owner wrote the slots itself; what it takes, no thief's write preceded.
    std::uint64_t head = head_.load(std::memory_order_relaxed);
    for (;;) {
      const std::uint32_t first = front(head);
      const std::uint32_t tail = tail_.load(std::memory_order_relaxed);
      if (first == tail) return nullptr;
      // Passes over empty slots. A slot that a thief has claimed meanwhile makes the swap fail.
      std::uint32_t behind = first;
      task* t;
      do
        t = slots_[behind++ & mask_].load(std::memory_order_relaxed);
      while (!t && behind != tail);
      // While a thief copies, its claim [stolen, front) stays as it is.
      const bool stealing = stolen(head) != first;
      const std::uint64_t next = pack(stealing ? stolen(head) : behind, behind);
      COIO_SEAM();
      // relaxed: who has the task the compare-and-swap alone decides. What push_first() published
      // by the head stays published, for this continues its release sequence.
      if (!head_.compare_exchange_weak(head, next, std::memory_order_relaxed)) continue;
      return t;
    }
  }

  // Owner of `to` only. Moves up to half of the slots (rounded up) to `to`, or those behind them if
  // these are empty; returns how many tasks that were. Takes nothing while another thief is at it.
  std::size_t steal(run_queue& to) {
    to.reserve(max_steal);  // may throw, which a claim could not survive
    for (;;) {
      std::uint32_t first;
      const std::uint32_t n = claim(first, max_steal);
      if (n == 0) return 0;
      std::size_t got = 0;
      take_claimed(first, n, [&](task* t) {
        to.push(t);
        ++got;
      });
      if (got > 0) return got;
    }
  }

  // By a thread without a queue: takes one task, or null if there is none, or another thief is at
  // it.
  task* steal_one() noexcept {
    for (;;) {
      std::uint32_t first;
      const std::uint32_t n = claim(first, 1);
      if (n == 0) return nullptr;
      task* got = nullptr;
      take_claimed(first, n, [&](task* t) { got = t; });
      if (got) return got;
    }
  }

  // Owner only. Makes sure that `n` more tasks can be pushed without growing.
  void reserve(std::uint32_t n) {
    const std::uint32_t tail = tail_.load(std::memory_order_relaxed);
    for (;;) {
      const std::uint32_t head = stolen(head_.load(std::memory_order_acquire));  // as in push()
      if (mask_ + 1 - (tail - head) >= n) return;
      grow(head, tail);
    }
  }

  // Any thread. A guess when others push or pop meanwhile; empty slots count.
  std::size_t size() const noexcept {
    // seq_cst, both: pairs with worker::wake_myself(), after push() and push_first().
    const std::uint32_t first = front(head_.load(std::memory_order_seq_cst));
    const std::uint32_t n = tail_.load(std::memory_order_seq_cst) - first;
    return n > max_capacity ? 0 : n;
  }

  // Owner only: the end of the queue, and later whether all that was before it has been taken, or
  // nearly: as far as thieves have claimed it.
  std::uint32_t end() const noexcept { return tail_.load(std::memory_order_relaxed); }
  bool passed(std::uint32_t end) const noexcept {
    // relaxed: a hint.
    return static_cast<std::int32_t>(front(head_.load(std::memory_order_relaxed)) - end) >= 0;
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

  // In a slot: a thief has been there.
  static task* taken() noexcept { return reinterpret_cast<task*>(&taken_); }

  // Owner only: the first slot that nobody has claimed, as far as the owner can tell, who may then
  // change those from there on by compare-and-swap.
  std::uint32_t unclaimed() const noexcept {
    // seq_cst: see claim().
    return front(head_.load(std::memory_order_seq_cst));
  }

  // Puts the task into the first empty slot at the end. Returns as push(), or 0 if it cannot be
  // done.
  [[gnu::noinline]] std::uint32_t refill(task* t) noexcept {
    const std::uint32_t first = unclaimed();
    const std::uint32_t tail = tail_.load(std::memory_order_relaxed);
    // The front may have passed it; then all slots up to the tail are empty.
    if (filled_ - first > tail - first) filled_ = first;
    if (filled_ == tail) return 0;
    t->position_.store(filled_, std::memory_order_relaxed);  // before thieves see the task
    COIO_SEAM();
    task* expected = nullptr;
    // release: pairs with take_claimed(), for the task's contents (orders: refill).
    if (!slots_[filled_ & mask_].compare_exchange_strong(expected, t, std::memory_order_release,
                                                         std::memory_order_relaxed))
      return 0;
    ++filled_;
    return filled_ - first;
  }

  // By a thief: claims slots from `first` on. Returns how many: 0 if there is none, or if another
  // thief is at it.
  std::uint32_t claim(std::uint32_t& first, std::uint32_t most) noexcept {
    // acquire: a head that another thief or the owner wrote after a growth is read with that
    // growth.
    std::uint64_t head = head_.load(std::memory_order_acquire);
    for (;;) {
      first = front(head);
      if (stolen(head) != first) return 0;
      // acquire: pairs with push(); the slots before tail and the ring that holds them are visible.
      const std::uint32_t tail = tail_.load(std::memory_order_acquire);
      const std::uint32_t size = tail - first;
      // The head may be older than the tail: then the size means nothing, and the swap would fail.
      if (size == 0 || size > max_capacity) return 0;
      const std::uint32_t n = std::min(size - size / 2, most);
      COIO_SEAM();
      // The claim is ordered after the reads above and before the copy that follows. seq_cst, and
      // so the load of the ring there: pairs with unclaimed(). The owner writes the ring, then
      // reads the head; we write the head, then read the ring. So if the owner goes on in the
      // belief that a slot is not claimed, we see what it does to it (orders: claim).
      if (head_.compare_exchange_weak(head, pack(first, first + n), std::memory_order_seq_cst,
                                      std::memory_order_acquire))
        return n;
    }
  }

  // By the thief that has claimed them. The slots keep their tasks until the claim ends, but for
  // those that the owner takes out or fills: push() does not reuse them, and a ring that grows
  // leaves its old slots as they are.
  template <typename Take>
  void take_claimed(std::uint32_t first, std::uint32_t n, Take take) {
    const ring* r = ring_.load(std::memory_order_seq_cst);  // see claim()
    for (std::uint32_t i = 0; i < n; ++i) {
      COIO_SEAM();
      // acquire: pairs with refill().
      if (task* t = r->at(first + i).exchange(taken(), std::memory_order_acquire)) take(t);
    }
    // End the claim; the owner may have popped meanwhile.
    // release: pairs with the acquire in push() (orders: give_back).
    std::uint64_t head = head_.load(std::memory_order_relaxed);
    while (!head_.compare_exchange_weak(head, pack(front(head), front(head)),
                                        std::memory_order_release, std::memory_order_relaxed)) {
    }
  }

  // Thieves may still read the old ring, so it lives as long as the queue; all rings together are
  // less than twice the last.
  [[gnu::cold, gnu::noinline]] void grow(std::uint32_t head, std::uint32_t tail) {
    if (mask_ + 1 == max_capacity) throw std::bad_alloc();
    buffers_.reserve(buffers_.size() + 1);
    auto bigger = std::make_unique<ring>((mask_ + 1) * 2);
    for (std::uint32_t i = head; i != tail; ++i)
      bigger->at(i).store(slots_[i & mask_].load(std::memory_order_relaxed),
                          std::memory_order_relaxed);
    buffers_.push_back(std::move(bigger));
    use(*buffers_.back());
  }

  void use(const ring& r) noexcept {
    slots_ = r.slots.get();
    mask_ = r.capacity - 1;
    // Pairs with the load of ring_ in take_claimed(), for the slots. seq_cst: see claim().
    ring_.store(&r, std::memory_order_seq_cst);
  }

  // Written by the owner and by thieves.
  alignas(64) std::atomic<std::uint64_t> head_{0};
  // Written by the owner alone.
  alignas(64) std::atomic<std::uint32_t> tail_{0};
  // The owner's own: from here to the tail, slots are empty, or thieves have been there.
  std::uint32_t filled_ = 0;
  // The owner's own view of the ring.
  std::atomic<task*>* slots_ = nullptr;
  std::uint32_t mask_ = 0;
  std::atomic<const ring*> ring_{nullptr};
  std::vector<std::unique_ptr<ring>> buffers_;

  alignas(task) inline static std::byte taken_{};
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
