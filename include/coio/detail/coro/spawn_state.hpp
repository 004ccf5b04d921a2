// What a spawned coroutine shares with its handle and with the coroutines that join it.
#ifndef COIO_DETAIL_CORO_SPAWN_STATE_HPP
#define COIO_DETAIL_CORO_SPAWN_STATE_HPP

#include <atomic>
#include <cstddef>
#include <exception>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

#include "coio/asio.hpp"
#include "coio/awaitable.hpp"
#include "coio/detail/core/task.hpp"
#include "coio/detail/coro/gate.hpp"
#include "coio/detail/export.hpp"
#include "coio/io_context.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

class registry;

template <typename T>
struct is_awaitable : std::false_type {};
template <typename T, typename Executor>
struct is_awaitable<asio::awaitable<T, Executor>> : std::true_type {};

struct destroy_task {
  void operator()(task* t) const noexcept { t->destroy(); }
};
using task_ptr = std::unique_ptr<task, destroy_task>;

inline std::exception_ptr aborted() {
  return std::make_exception_ptr(asio::system_error(asio::error::operation_aborted));
}

class spawn_state;
// A coroutine that has not begun. Owns the coroutine's reference.
using unstarted = std::unique_ptr<spawn_state, destroy_task>;

// Gives join_handle and the functions that spawn access to each other.
struct spawn_access;

// Holds one reference of an object with add_ref() and release().
template <typename T>
class ref {
 public:
  ref() = default;
  // Takes over a reference.
  explicit ref(T* p) noexcept : p_(p) {}
  ref(const ref& other) noexcept : p_(other.p_) {
    if (p_) p_->add_ref();
  }
  ref(ref&& other) noexcept : p_(std::exchange(other.p_, nullptr)) {}
  ref& operator=(ref other) noexcept {
    std::swap(p_, other.p_);
    return *this;
  }
  ~ref() {
    if (p_) p_->release();
  }
  template <typename U>
    requires std::is_base_of_v<T, U>
  explicit ref(ref<U> other) noexcept : p_(other.leak()) {}
  T* leak() noexcept { return std::exchange(p_, nullptr); }
  T* operator->() const noexcept { return p_; }
  T& operator*() const noexcept { return *p_; }
  T* get() const noexcept { return p_; }
  explicit operator bool() const noexcept { return p_ != nullptr; }

 private:
  T* p_ = nullptr;
};

// The part that does not depend on the result type. It is itself the task with which the coroutine
// begins. If no join has taken the exception when the last reference is released, the destructor
// passes it to the handler of unhandled exceptions.
class COIO_API spawn_state : public task {
 public:
  spawn_state(const spawn_state&) = delete;
  spawn_state& operator=(const spawn_state&) = delete;

  static void* operator new(std::size_t size) { return allocate_task(size); }
  static void operator delete(void* p, std::size_t size) noexcept { deallocate_task(p, size); }

  // relaxed: a thread that adds a reference has one.
  void add_ref() noexcept { refs_.fetch_add(1, std::memory_order_relaxed); }
  void release() noexcept {
    // acq_rel: release, so that this owner's writes happen before the destruction; acquire, so that
    // the destruction happens after the other owners' writes. The only owner that is left needs the
    // acquire alone.
    if (refs_.load(std::memory_order_acquire) == 1 ||
        refs_.fetch_sub(1, std::memory_order_acq_rel) == 1)
      delete this;
  }

  // acquire: pairs with finish(); a thread that sees the end sees the result.
  bool done() const noexcept { return waiter_.load(std::memory_order_acquire) == finished(); }

  // Makes finish() run the waiter. Returns false if the coroutine is done, or if another task
  // waits; then the caller still owns the task.
  COIO_API bool wait(task* waiter) noexcept;

  // Undoes wait(). Returns false if the waiter runs, or has run.
  COIO_API bool unwait(task* waiter) noexcept;

  // Called at the end of the coroutine. Runs the waiter.
  COIO_API void finish() noexcept;
  void fail(std::exception_ptr e) noexcept {
    exception_ = std::move(e);
    finish();
  }
  // Called when the coroutine is destroyed before its end.
  COIO_API void abandon() noexcept;

  // Called by a waiter, or after done().
  std::exception_ptr take_exception() noexcept { return std::exchange(exception_, nullptr); }

  // Called when the coroutine begins to run, with its gate, inside of which the calling thread is,
  // and the signal that cancels it. Returns false if it has been cancelled.
  COIO_API bool begin(gate& g, asio::cancellation_signal& s) noexcept;

  COIO_API void cancel() noexcept;
  // Called by the gate, while no handler of the coroutine runs.
  COIO_API void emit_cancel() noexcept;
  // relaxed: a plain function may begin although cancel() is called at the same time.
  bool cancelled() const noexcept { return cancelled_.load(std::memory_order_relaxed); }

  // Called after the coroutine has ended.
  virtual void drop_callable() noexcept {}

  const std::string& name() const noexcept { return name_; }
  void name(std::string n) noexcept { name_ = std::move(n); }

  // Counts the coroutine as alive in the registry until finish().
  COIO_API void enlist(registry& r) noexcept;

 protected:
  explicit spawn_state(call c = nullptr) noexcept : task(c) {}
  COIO_API virtual ~spawn_state();

 private:
  // The value of waiter_ after the end: the one task that never waits for this coroutine.
  const task* finished() const noexcept { return this; }
  task* finished() noexcept { return this; }

  std::atomic<unsigned> refs_{2};  // the coroutine's and the handle's
  std::atomic<bool> cancelled_{false};
  std::atomic<bool> emit_{false};  // cancelled, and signal_ has not been emitted
  std::atomic<task*> waiter_{nullptr};
  std::atomic<gate*> gate_{nullptr};
  asio::cancellation_signal* signal_ = nullptr;
  std::exception_ptr exception_;
  std::atomic<registry*> registry_{nullptr};
  std::string name_;
};

template <typename T>
class spawn_state_of : public spawn_state {
 public:
  explicit spawn_state_of(call c = nullptr) noexcept : spawn_state(c) {}

  // Returns the coroutine, which a runner awaits.
  virtual awaitable<T> coroutine() { return {}; }

  template <typename U>
  void keep(U&& value) {
    value_.emplace(std::forward<U>(value));
  }
  T take() {
    if (!value_) throw std::logic_error("coio::join_handle::join: the value has been taken");
    T value(std::move(*value_));
    value_.reset();
    return value;
  }

 private:
  std::optional<T> value_;
};

template <>
class spawn_state_of<void> : public spawn_state {
 public:
  explicit spawn_state_of(call c = nullptr) noexcept : spawn_state(c) {}

  virtual awaitable<void> coroutine() { return {}; }

  void take() {}
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
