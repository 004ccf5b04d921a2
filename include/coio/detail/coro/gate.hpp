// When a coroutine may be cancelled.
//
// Asio's cancellation slots are not thread-safe: a signal may be emitted only while nothing runs
// that belongs to the slot. With several workers, the thread that cancels a coroutine is seldom the
// one that resumes it. So each spawned coroutine has a gate, and its executor calls handlers
// through it (see coroutine_executor.hpp). The gate counts the threads that run handlers of the
// coroutine, nearly always none or one. A thread that cancels the coroutine leaves a request. If no
// thread is inside the gate, the requesting thread emits the signal at once. Otherwise the last
// thread to leave emits it, when the coroutine is suspended. A handler that arrives while the
// signal is emitted returns to the run queue. No thread waits, and none holds a lock while it runs
// code of the program.
//
// This costs two atomic operations for each resumption, on a cache line that only the coroutine's
// own thread writes. A canceller registered at each suspension would cost as many, and would not
// reach operations that Asio starts.
//
// Copies of the executor may outlive the coroutine, in sockets, in timers, and in coroutines that
// it started with asio::co_spawn. So the memory of gates is never freed, and handlers of a former
// coroutine may enter a gate that a new coroutine uses. That delays a cancellation, and does no
// other harm.
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

  // Sets the coroutine that requests cancel, or none if null. Called by a thread that is inside.
  void own(spawn_state* owner) noexcept {
    // relaxed: leave() orders it.
    owner_.store(owner, std::memory_order_relaxed);
  }

  // Ends the use of the gate. Called by a thread that is inside; the last thread to leave returns
  // the gate to the pool.
  void retire() noexcept {
    own(nullptr);
    // relaxed: leave() orders it.
    word_.fetch_or(retired, std::memory_order_relaxed);
  }

  // Returns false, and does not enter, while a thread emits the signal.
  bool enter() noexcept {
    // acquire: pairs with the release at the end of settle(), so that the coroutine sees the
    // effects of the cancellation.
    if (!(word_.fetch_add(one, std::memory_order_acquire) & emitting)) return true;
    leave();
    return false;
  }

  void leave() noexcept {
    // release: pairs with the acquire in settle(), which sees everything done inside.
    const std::uint32_t before = word_.fetch_sub(one, std::memory_order_release);
    if (before > one && before < 2 * one) settle();
  }

  // Enters; waits while a thread emits the signal.
  COIO_API void enter_at_last() noexcept;

  // Requests the cancellation of the owner, which has noted that it is cancelled.
  void request() noexcept {
    // release: settle() sees the note, on any thread.
    if (word_.fetch_or(requested, std::memory_order_release) < one) settle();
  }

 private:
  friend class gate_pool;

  static constexpr std::uint32_t emitting = 1;
  static constexpr std::uint32_t requested = 2;
  static constexpr std::uint32_t retired = 4;
  static constexpr std::uint32_t one = 8;

  // Does what the bits ask for, if no thread is inside.
  COIO_API void settle() noexcept;

  // The three bits, and the number of threads inside.
  std::atomic<std::uint32_t> word_{0};
  std::atomic<spawn_state*> owner_{nullptr};
  // While the gate is free.
  gate* next_ = nullptr;
  gate* next_batch_ = nullptr;
  unsigned batch_length_ = 0;
};

// Enters a gate, and leaves it when destroyed.
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
