// When a coroutine may be cancelled.
//
// Asio's cancellation slots are not thread-safe: a signal may only be emitted while nothing that
// the slot belongs to runs. With several workers the thread that cancels a coroutine is seldom the
// one that resumes it. So each spawned coroutine has a gate, and its executor goes through it (see
// coroutine_executor.hpp): the gate counts the threads that run handlers of the coroutine, nearly
// always none or one. Who wants to cancel leaves a request. If nobody is inside, the request is met
// at once, by that thread; else by the last one to leave, when the coroutine is suspended. A
// handler that arrives meanwhile goes back to the run queue. Nobody waits, and nobody holds a lock
// while foreign code runs.
//
// The price is two atomic operations for each resumption, on a cache line that only the
// coroutine's own thread touches. To register what is to be cancelled with each operation that
// suspends would cost as many, and would leave out the operations of Asio that are not ours.
//
// Copies of the executor may outlive the coroutine: sockets and timers made from it, coroutines
// that it started with asio::co_spawn. So the memory of gates is never given back, and a gate that
// a new coroutine uses may still be entered by handlers of the old one. That delays a cancellation,
// and does no other harm.
#ifndef COIO_DETAIL_CORO_GATE_HPP
#define COIO_DETAIL_CORO_GATE_HPP

#include <atomic>
#include <cstdint>

#include "coio/asio.hpp"
#include "coio/detail/export.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

class spawn_state;

class alignas(64) gate {
 public:
  gate() = default;
  gate(const gate&) = delete;
  gate& operator=(const gate&) = delete;

  COIO_API static gate* make();

  // From now on requests are for this coroutine, or for none if it is null. By a thread that is
  // inside.
  void own(spawn_state* owner) noexcept {
    // relaxed: leave() orders it.
    owner_.store(owner, std::memory_order_relaxed);
  }

  // The gate is not needed any more. By a thread that is inside; the last to leave gives it back.
  void retire() noexcept {
    own(nullptr);
    // relaxed: leave() orders it.
    word_.fetch_or(retired, std::memory_order_relaxed);
  }

  // False if a cancellation is being carried out: then the caller is not inside.
  bool enter() noexcept {
    // acquire: pairs with the release at the end of settle(), so that the coroutine sees what the
    // cancellation has done to it.
    if (!(word_.fetch_add(one, std::memory_order_acquire) & emitting)) return true;
    leave();
    return false;
  }

  void leave() noexcept {
    // release: pairs with the acquire in settle(), which so sees all that was done inside.
    const std::uint32_t before = word_.fetch_sub(one, std::memory_order_release);
    if (before > one && before < 2 * one) settle();
  }

  // Enters, and waits if it must.
  COIO_API void enter_at_last() noexcept;

  // The owner has noted that it wants to be cancelled.
  void request() noexcept {
    // release: settle() sees the note, on whichever thread.
    if (word_.fetch_or(requested, std::memory_order_release) < one) settle();
  }

 private:
  friend class gate_pool;

  static constexpr std::uint32_t emitting = 1;
  static constexpr std::uint32_t requested = 2;
  static constexpr std::uint32_t retired = 4;
  static constexpr std::uint32_t one = 8;

  // Nobody is inside, and some bit is set.
  COIO_API void settle() noexcept;

  // The three bits, and how many are inside.
  std::atomic<std::uint32_t> word_{0};
  std::atomic<spawn_state*> owner_{nullptr};
  // While it is free.
  gate* next_ = nullptr;
  gate* next_batch_ = nullptr;
  unsigned batch_length_ = 0;
};

// Inside a gate, as long as it lives.
class gate_scope {
 public:
  explicit gate_scope(gate& g) noexcept : gate_(g) { gate_.enter_at_last(); }
  ~gate_scope() { gate_.leave(); }
  gate_scope(const gate_scope&) = delete;
  gate_scope& operator=(const gate_scope&) = delete;

 private:
  gate& gate_;
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
