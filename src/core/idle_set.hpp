// Which workers are parked, and the search for one to wake.
//
// Each worker has a word in its own cache line:
//   absent    it has no thread;
//   awake     it looks at all queues before it parks, and runs what it finds;
//   parked    it does neither: it waits in a shard, or runs the shard's handlers;
//   notified  it was parked, and a wake-up for it is on its way.
// The owner moves its word between awake and parked. Any thread may move it from parked to
// notified, and must then post the wake-up. The thread that receives a wake-up moves the word on.
// The owner may become awake at any time, for then it looks at all queues. A wake-up that is on its
// way is one too many then, and does no harm.
//
// Beside the words is a summary, one bit a worker: a hint that the worker may be parked. The worker
// sets its bit when it parks; a search clears it when it finds the worker otherwise.
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

enum class worker_state : std::uint32_t { absent, awake, parked, notified };

class idle_set {
 public:
  explicit idle_set(std::size_t workers)
      : size_(workers),
        slots_(std::make_unique<slot[]>(workers)),
        words_(std::make_unique<std::atomic<std::uint64_t>[]>(word_count())) {}

  std::size_t size() const noexcept { return size_; }

  worker_state state(std::size_t i) const noexcept {
    return slots_[i].state.load(std::memory_order_seq_cst);
  }

  // By the worker itself: attach, with the session's lock, and what makes it awake whatever its
  // word was, a wake-up that it receives or does not wait for.
  void set(std::size_t i, worker_state s) noexcept {
    slots_[i].state.store(s, std::memory_order_seq_cst);
  }

  // True if the word was `from` and is now `to`. seq_cst: a thread that publishes work does so
  // before it looks for a parked worker; a worker parks before it looks at the queues once more.
  // One sees the other (orders: parking).
  bool move(std::size_t i, worker_state from, worker_state to) noexcept {
    return slots_[i].state.compare_exchange_strong(from, to, std::memory_order_seq_cst);
  }

  // By worker i: from awake to parked. False if it is notified.
  bool park(std::size_t i) noexcept {
    if (!move(i, worker_state::awake, worker_state::parked)) return false;
    COIO_SEAM();
    announce(i);
    return true;
  }

  // By the thread that received the wake-up of worker i in its stead: from notified to parked.
  // False if the worker has no thread any more.
  bool put_back(std::size_t i) noexcept {
    if (!move(i, worker_state::notified, worker_state::parked)) return false;
    COIO_SEAM();
    announce(i);
    return true;
  }

  static constexpr std::size_t none = ~std::size_t(0);

  // A parked worker for which `wanted` holds, from `first` on, or none.
  template <typename Predicate>
  std::size_t find(std::size_t first, Predicate wanted) noexcept {
    for (std::size_t n = 0, count = word_count(); n <= count; ++n) {
      const std::size_t w = (first / 64 + n) % count;
      std::uint64_t left = words_[w].load(std::memory_order_seq_cst);
      // The first word is looked at in two parts.
      const std::uint64_t from_first = ~std::uint64_t(0) << (first % 64);
      if (n == 0)
        left &= from_first;
      else if (n == count)
        left &= ~from_first;
      for (; left; left &= left - 1) {
        const std::size_t i = w * 64 + static_cast<std::size_t>(std::countr_zero(left));
        if (may_be_parked(i) && wanted(i)) return i;
      }
    }
    return none;
  }

 private:
  struct alignas(64) slot {
    std::atomic<worker_state> state{worker_state::absent};
  };

  static std::uint64_t bit(std::size_t i) noexcept { return std::uint64_t(1) << (i % 64); }
  std::size_t word_count() const noexcept { return (size_ + 63) / 64; }

  // seq_cst, here and in may_be_parked(): the worker parks, then sets its bit; a search that clears
  // the bit looks at the word again afterwards (orders: summary).
  void announce(std::size_t i) noexcept {
    std::atomic<std::uint64_t>& word = words_[i / 64];
    if (!(word.load(std::memory_order_seq_cst) & bit(i)))
      word.fetch_or(bit(i), std::memory_order_seq_cst);
  }

  bool may_be_parked(std::size_t i) noexcept {
    if (state(i) == worker_state::parked) return true;
    COIO_SEAM();
    words_[i / 64].fetch_and(~bit(i), std::memory_order_seq_cst);
    // It may have parked, and found its bit set, just before this thread cleared it.
    if (state(i) != worker_state::parked) return false;
    words_[i / 64].fetch_or(bit(i), std::memory_order_seq_cst);
    return true;
  }

  const std::size_t size_;
  const std::unique_ptr<slot[]> slots_;
  const std::unique_ptr<std::atomic<std::uint64_t>[]> words_;
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
