// The coroutines of a scheduler that have begun and have not ended: for those who look at them, and
// for the end of the scheduler, which destroys the ones that wait where nobody else would.
//
// Each has a place in a table, which holds its address. A worker keeps free places in stock, so a
// coroutine comes and goes with a few plain stores. Only a stock that is empty or full exchanges
// places with the others', with a lock.
//
// Who reads the table says so, and then reads a stretch of it with the lock. A coroutine that ends
// gives up its place, and then looks whether somebody reads; if so, it waits for the lock once
// before it is destroyed. So who finds a coroutine in the table may use it as long as it holds the
// lock. That one sees the other, the reader makes certain alone, with a fence that stands for one
// on each thread (platform/asymmetric_fence.hpp).
#ifndef COIO_SRC_CORO_ROSTER_HPP
#define COIO_SRC_CORO_ROSTER_HPP

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "coio/detail/coro/fiber.hpp"
#include "core/seam.hpp"
#include "platform/asymmetric_fence.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

class roster {
 public:
  // The address of a fiber; or, with the lowest bit set, that of the next free place or null.
  using place = std::atomic<std::uintptr_t>;

  // A worker's free places, and numbers for coroutines that begin on it.
  struct stock {
    place* first = nullptr;
    std::size_t count = 0;
    std::uint64_t next_id = 0;
    std::uint64_t end_id = 0;
  };

  // Turns of fibers that are in the roster, which the reader has taken.
  class turns {
   public:
    turns() = default;
    turns(const turns&) = delete;
    turns& operator=(const turns&) = delete;
    ~turns() {
      for (fiber* const f : taken_)
        f->hand_back();
    }

    // True if the reader has it from now on, or has it already. Throws std::bad_alloc.
    bool take(fiber& f) {
      if (taken_.size() == taken_.capacity()) taken_.reserve(2 * taken_.size() + chunk_size);
      if (f.try_turn()) {
        taken_.push_back(&f);
        return true;
      }
      return std::find(taken_.begin(), taken_.end(), &f) != taken_.end();
    }

   private:
    std::vector<fiber*> taken_;
  };

  roster() : fence_known_(prepare_heavy_fence()) {}
  roster(const roster&) = delete;
  roster& operator=(const roster&) = delete;

  // The fiber begins; `s` is the stock of the calling worker, or null. Throws std::bad_alloc.
  void enter(fiber& f, stock* s) {
    if (!s || !s->first || s->next_id == s->end_id) [[unlikely]]
      return enter_with_lock(f, s);
    put(f, *s);
  }
  // It ends; afterwards it may be destroyed.
  void leave(fiber& f, stock* s) noexcept {
    place* const p = std::exchange(f.place_, nullptr);
    if (!p) return;
    if (s && s->count < most) [[likely]]
      push(*p, *s);
    else
      give_back(*p, s);
    COIO_SEAM();
    // Between the place and the word; pairs with the reader's.
    light_fence(fence_known_);
    // acquire: pairs with the end of the reading, after which the reader does nothing with the
    // fiber (orders: reading). Until then the lock orders that.
    if (reading_.load(std::memory_order_acquire)) [[unlikely]]
      wait_for_reader();
  }

  // Calls a function with each fiber and with the turns that the reader has, in no order. One at a
  // time reads. The turns are passed on when the lock is open again.
  template <typename Function>
  void read(Function f) {
    const std::lock_guard one(readers_);
    const reading scope(*this);
    for (std::size_t i = 0;; ++i) {
      turns t;
      const std::lock_guard lock(mutex_);
      if (i == chunks_.size()) return;
      for (place& p : *chunks_[i])
        if (fiber* const found = fiber_at(p)) f(*found, t);
    }
  }

  // Destroys those that wait where nobody else would. By the thread that destroys the scheduler.
  void destroy_all() noexcept;

 private:
  static constexpr std::size_t chunk_size = 128;
  // A stock that has reached the one exchanges the other.
  static constexpr std::size_t most = 1024;
  static constexpr std::size_t exchanged = most / 2;
  static constexpr std::uint64_t ids = 256;

  using chunk = std::array<place, chunk_size>;

  class reading {
   public:
    explicit reading(roster& r) noexcept;
    ~reading();
    reading(const reading&) = delete;
    reading& operator=(const reading&) = delete;

   private:
    roster& roster_;
  };

  // acquire: pairs with enter().
  static fiber* fiber_at(const place& p) noexcept {
    const std::uintptr_t w = p.load(std::memory_order_acquire);
    return w & 1 ? nullptr : reinterpret_cast<fiber*>(w);
  }
  static void push(place& p, stock& s) noexcept {
    // relaxed: of a free place nobody reads more than that it is free.
    p.store(reinterpret_cast<std::uintptr_t>(s.first) | 1, std::memory_order_relaxed);
    s.first = &p;
    ++s.count;
  }
  static place& pop(stock& s) noexcept {
    place& p = *s.first;
    s.first = reinterpret_cast<place*>(p.load(std::memory_order_relaxed) & ~std::uintptr_t(1));
    --s.count;
    return p;
  }
  static void put(fiber& f, stock& s) noexcept {
    place& p = pop(s);
    f.id_.store(++s.next_id, std::memory_order_relaxed);
    f.place_ = &p;
    // release: pairs with fiber_at() (orders: roster).
    p.store(reinterpret_cast<std::uintptr_t>(&f), std::memory_order_release);
  }
  void enter_with_lock(fiber& f, stock* s);
  void give_back(place& p, stock* s) noexcept;
  void wait_for_reader() noexcept;
  void fill(stock& s, std::size_t n);

  const bool fence_known_;
  std::atomic<bool> reading_{false};
  std::mutex readers_;
  std::mutex mutex_;
  // ---- With the lock ----
  std::vector<std::unique_ptr<chunk>> chunks_;
  stock shared_;
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
