// Which workers are parked, and the search for one to wake.
//
// Each worker's state is a word in its own cache line, so that parking for a moment between two
// completions writes no shared line. Beside the words is a summary, one bit a worker: a hint that
// the worker may be parked. The bit is set by the worker when it parks and stays set while it goes
// in and out of parking; it is cleared by whoever looks for a parked worker and finds it running.
// So a worker that is busy with tasks costs a search nothing, and one that is busy with I/O writes
// the summary once.
#ifndef COIO_SRC_CORE_IDLE_SET_HPP
#define COIO_SRC_CORE_IDLE_SET_HPP

#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "coio/asio.hpp"
#include "core/seam.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

enum class worker_state : std::uint32_t {
  absent,    // no thread
  running,   // looks for work, or runs it
  parked,    // blocked in a shard, or about to be
  elected,   // parked, and woken to search for work; counted in scheduler::searching_
  summoned,  // parked, and woken for another reason
};

class idle_set {
 public:
  // A worker's word. The owner moves it between running and parked, wakers from parked on.
  struct alignas(64) slot {
    std::atomic<worker_state> state{worker_state::absent};
  };

  explicit idle_set(std::size_t workers)
      : size_(workers),
        slots_(std::make_unique<slot[]>(workers)),
        words_(std::make_unique<std::atomic<std::uint64_t>[]>(word_count())) {}

  std::size_t size() const noexcept { return size_; }

  worker_state state(std::size_t i) const noexcept {
    return slots_[i].state.load(std::memory_order_seq_cst);
  }

  // By the worker itself: attach (running) and detach (absent).
  void set(std::size_t i, worker_state s) noexcept {
    slots_[i].state.store(s, std::memory_order_seq_cst);
  }

  // By worker i, before it blocks. Whoever publishes work before this call is seen by the look at
  // the queues that the worker takes after it; whoever publishes after this call finds it here.
  void park(std::size_t i) noexcept {
    // seq_cst here and in find(): see injector::push() for the four steps.
    slots_[i].state.store(worker_state::parked, std::memory_order_seq_cst);
    COIO_SEAM();
    std::atomic<std::uint64_t>& word = words_[i / 64];
    if (!(word.load(std::memory_order_seq_cst) & bit(i)))
      word.fetch_or(bit(i), std::memory_order_seq_cst);
  }

  // By worker i, which has something to do. Returns what it was: parked, elected or summoned (or
  // running, if it was so already).
  worker_state unpark(std::size_t i) noexcept {
    // The owner's own store needs no order to be read back.
    if (slots_[i].state.load(std::memory_order_relaxed) == worker_state::running)
      return worker_state::running;
    // seq_cst: pairs with monitor::fall_asleep(), which sets the alarm itself if it sees a worker
    // awake.
    return slots_[i].state.exchange(worker_state::running, std::memory_order_seq_cst);
  }

  // By any thread: takes worker i out of parked. True if it was parked and is now `to`.
  bool claim(std::size_t i, worker_state to) noexcept {
    worker_state expected = worker_state::parked;
    return slots_[i].state.compare_exchange_strong(expected, to, std::memory_order_seq_cst);
  }

  // By any thread: undoes claim(), if worker i has not left parking meanwhile.
  bool unclaim(std::size_t i, worker_state from) noexcept {
    return slots_[i].state.compare_exchange_strong(from, worker_state::parked,
                                                   std::memory_order_seq_cst);
  }

  // Whether some worker may be parked.
  bool any() const noexcept {
    for (std::size_t w = 0; w < word_count(); ++w)
      if (words_[w].load(std::memory_order_seq_cst)) return true;
    return false;
  }

  // Whether some worker is parked, not only as far as the hints go. seq_cst: as in find().
  bool any_parked() const noexcept {
    for (std::size_t w = 0; w < word_count(); ++w)
      for (std::uint64_t left = words_[w].load(std::memory_order_seq_cst); left; left &= left - 1)
        if (state(w * 64 + static_cast<std::size_t>(std::countr_zero(left))) ==
            worker_state::parked)
          return true;
    return false;
  }

  static constexpr std::size_t none = ~std::size_t(0);

  // Claims a parked worker and returns its index, or none.
  std::size_t find(worker_state to) noexcept {
    for (std::size_t w = 0; w < word_count(); ++w) {
      std::uint64_t left = words_[w].load(std::memory_order_seq_cst);
      for (; left; left &= left - 1) {
        const std::size_t i = w * 64 + static_cast<std::size_t>(std::countr_zero(left));
        if (claim(i, to)) return i;
        const worker_state s = state(i);
        if (s != worker_state::running && s != worker_state::absent) continue;
        COIO_SEAM();
        words_[w].fetch_and(~bit(i), std::memory_order_seq_cst);
        // It may have parked and seen its bit set just before we cleared it; and another may have
        // claimed it then, and may give it back.
        const worker_state now = state(i);
        if (now != worker_state::running && now != worker_state::absent)
          words_[w].fetch_or(bit(i), std::memory_order_seq_cst);
        if (now == worker_state::parked && claim(i, to)) return i;
      }
    }
    return none;
  }

 private:
  static std::uint64_t bit(std::size_t i) noexcept { return std::uint64_t(1) << (i % 64); }
  std::size_t word_count() const noexcept { return (size_ + 63) / 64; }

  const std::size_t size_;
  const std::unique_ptr<slot[]> slots_;
  const std::unique_ptr<std::atomic<std::uint64_t>[]> words_;
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
