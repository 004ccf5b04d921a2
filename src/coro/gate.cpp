#include "coio/detail/coro/gate.hpp"

#include <array>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

#include "coio/detail/coro/spawn_state.hpp"
#include "core/seam.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// The gates that are free. Each thread keeps some for itself. Coroutines that start on one thread
// and end on another move gates between threads; a common store moves them back in batches.
class gate_pool {
 public:
  gate_pool() = default;
  gate_pool(const gate_pool&) = delete;
  gate_pool& operator=(const gate_pool&) = delete;
  ~gate_pool() {
    gone = true;
    while (length_ > 0)
      give_back();
  }

  gate* take() {
    if (!first_) fetch();
    gate* g = first_;
    first_ = g->next_;
    --length_;
    return g;
  }

  void put(gate* g) noexcept {
    g->next_ = first_;
    first_ = g;
    if (++length_ == 2 * batch) give_back();
  }

  // Returns the calling thread's pool, or null at the end of the thread: contexts that are
  // destroyed after main() still destroy coroutines.
  static gate_pool* mine() noexcept {
    thread_local gate_pool pool;
    return gone ? nullptr : &pool;
  }

 private:
  static constinit thread_local bool gone;

  static constexpr unsigned batch = 64;

  struct common {
    std::mutex mutex;
    std::deque<std::array<gate, batch>> all;
    gate* batches = nullptr;  // the first gate of each
  };

  // Never destroyed: see mine().
  static common& store() {
    static common& c = *new common;
    return c;
  }

  void fetch() {
    common& c = store();
    const std::lock_guard lock(c.mutex);
    if (c.batches) {
      first_ = c.batches;
      c.batches = first_->next_batch_;
      length_ = first_->batch_length_;
      return;
    }
    for (gate& g : c.all.emplace_back()) {
      g.next_ = first_;
      first_ = &g;
    }
    length_ = batch;
  }

  // Moves at most one batch to the common store.
  void give_back() noexcept {
    gate* const head = first_;
    unsigned n = 1;
    gate* last = head;
    for (; n < batch && last->next_; ++n)
      last = last->next_;
    first_ = std::exchange(last->next_, nullptr);
    length_ -= n;
    head->batch_length_ = n;
    common& c = store();
    const std::lock_guard lock(c.mutex);
    head->next_batch_ = std::exchange(c.batches, head);
  }

  gate* first_ = nullptr;
  unsigned length_ = 0;
};

constinit thread_local bool gate_pool::gone = false;

gate* gate::make() {
  if (gate_pool* const p = gate_pool::mine()) return p->take();
  gate_pool for_once;
  return for_once.take();
}

void gate::enter_at_last() noexcept {
  while (!enter())
    std::this_thread::yield();
}

void gate::settle() noexcept {
  // relaxed: the exchange that follows orders it.
  std::uint32_t word = word_.load(std::memory_order_relaxed);
  for (;;) {
    // A thread that is inside looks at the bits when it leaves, and one that emits when it is done.
    if (word == 0 || word >= one || (word & emitting)) return;
    // acquire: see leave() and request().
    if (!word_.compare_exchange_weak(word, word & retired ? 0 : emitting, std::memory_order_acquire,
                                     std::memory_order_relaxed))
      continue;
    if (word & retired) {
      if (gate_pool* const p = gate_pool::mine())
        p->put(this);
      else
        gate_pool().put(this);
      return;
    }
    COIO_SEAM();
    // relaxed: the acquire above orders it.
    if (spawn_state* const owner = owner_.load(std::memory_order_relaxed)) owner->emit_cancel();
    COIO_SEAM();
    // release: see enter().
    word = word_.fetch_and(~emitting, std::memory_order_release) & ~emitting;
  }
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
