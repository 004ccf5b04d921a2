// What a spawned coroutine, its handle and those who wait for it share.
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
// A coroutine that has not begun; it owns the coroutine's reference.
using unstarted = std::unique_ptr<spawn_state, destroy_task>;

// Gives join_handle and those who spawn access to each other.
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

// The part without a type. It is itself the task with which the coroutine begins. An exception that
// nobody has taken when the last reference goes is given to the handler of unhandled exceptions.
class COIO_API spawn_state : public task {
 public:
  spawn_state(const spawn_state&) = delete;
  spawn_state& operator=(const spawn_state&) = delete;

  static void* operator new(std::size_t size) { return allocate_task(size); }
  static void operator delete(void* p, std::size_t size) noexcept { deallocate_task(p, size); }

  // relaxed: whoever adds a reference has one.
  void add_ref() noexcept { refs_.fetch_add(1, std::memory_order_relaxed); }
  void release() noexcept {
    // acq_rel: release, so that what this owner wrote comes before the destruction; acquire, so
    // that the destruction comes after what the others wrote. An owner who sees that it is the only
    // one needs no more than the acquire.
    if (refs_.load(std::memory_order_acquire) == 1 ||
        refs_.fetch_sub(1, std::memory_order_acq_rel) == 1)
      delete this;
  }

  // acquire: pairs with finish(); who sees the end sees the result.
  bool done() const noexcept { return waiter_.load(std::memory_order_acquire) == finished(); }

  // The waiter will run when the coroutine is done. False if it is, or if another waits: then the
  // task stays the caller's.
  COIO_API bool wait(task* waiter) noexcept;

  // Takes the waiter back. False if it runs, or has run.
  COIO_API bool unwait(task* waiter) noexcept;

  // The coroutine is over. Runs the waiter.
  COIO_API void finish() noexcept;
  void fail(std::exception_ptr e) noexcept {
    exception_ = std::move(e);
    finish();
  }
  // The coroutine was destroyed before its end.
  COIO_API void abandon() noexcept;

  // By a waiter, or after done().
  std::exception_ptr take_exception() noexcept { return std::exchange(exception_, nullptr); }

  // The coroutine begins to run, behind this gate, in which the calling thread is; the signal
  // cancels it. False if it has been cancelled.
  COIO_API bool begin(gate& g, asio::cancellation_signal& s) noexcept;

  COIO_API void cancel() noexcept;
  // By the gate, while nothing of the coroutine runs.
  COIO_API void emit_cancel() noexcept;
  // relaxed: a plain function may begin as if a cancel() that comes at the same time came later.
  bool cancelled() const noexcept { return cancelled_.load(std::memory_order_relaxed); }

  // After the coroutine has ended.
  virtual void drop_callable() noexcept {}

  const std::string& name() const noexcept { return name_; }
  void name(std::string n) noexcept { name_ = std::move(n); }

  // Counts the coroutine as alive there until finish().
  COIO_API void enlist(registry& r) noexcept;

 protected:
  explicit spawn_state(call c = nullptr) noexcept : task(c) {}
  COIO_API virtual ~spawn_state();

 private:
  // What waiter_ holds after the end: the one task that never waits here.
  const task* finished() const noexcept { return this; }
  task* finished() noexcept { return this; }

  std::atomic<unsigned> refs_{2};  // the coroutine's and the handle's
  std::atomic<bool> cancelled_{false};
  std::atomic<bool> emit_{false};  // cancelled, and the coroutine has not been told
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

  // The coroutine, for a runner.
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
