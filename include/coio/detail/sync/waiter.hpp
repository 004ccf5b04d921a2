// How a coroutine or a thread waits for a synchronisation object.
//
// Each object has a mutex, a condition and a queue of waiters. A coroutine that has to wait is
// first suspended. Then `enter` locks the mutex, checks the condition again, and queues the waiter
// if the condition still does not hold. A thread that makes the condition hold locks the mutex,
// takes waiters from the head of the queue, unlocks the mutex, and resumes them. So a waiter is
// taken exactly once, either by a thread that made the condition hold or by one that cancels the
// wait, and the thread that takes the waiter resumes it: no wake-up is lost or doubled. A resumed
// coroutine is posted to its executor, and does not run on the stack of the thread that resumes it.
//
// A waiter owns the suspended coroutine, and is in the frame of that coroutine. To prevent that a
// coroutine outlives its io_context, a service of the context has a list of the queues in which
// coroutines of the context have waited, and destroys the coroutines that wait when the context
// shuts down. A thread that is not a worker of the context may just have taken a waiter that it has
// not posted yet. take() counts such waiters, and the service waits until they have been posted.
#ifndef COIO_DETAIL_SYNC_WAITER_HPP
#define COIO_DETAIL_SYNC_WAITER_HPP

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <new>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

#include "coio/asio.hpp"
#include "coio/awaitable.hpp"
#include "coio/detail/coro/registry.hpp"
#include "coio/detail/export.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace sync {
namespace detail {

class waiter {
 public:
  waiter(const waiter&) = delete;
  waiter& operator=(const waiter&) = delete;

  // Called by the thread that took the waiter, with the mutex unlocked. May destroy the waiter.
  void resume(const asio::error_code& result = {}) {
    if (result) error_ = result;
    // Read first, because the call may destroy the waiter.
    const io_context* const context = foreign_ ? context_ : nullptr;
    resume_(*this);
    if (context) end_foreign(*context);
  }

  // Called by a thread that took the waiter and passes it on to another queue.
  void set_error(const asio::error_code& e) noexcept { error_ = e; }

  // Returns the result that resume() or set_error() was given.
  const asio::error_code& error() const noexcept { return error_; }

  // Returns a pointer to what the waiter sends or receives. Its type depends on the object.
  void* data() const noexcept { return data_; }

 protected:
  using resume_function = void (*)(waiter&);
  waiter(resume_function f, void* data) noexcept : resume_(f), data_(data) {}
  ~waiter() = default;

  io_context* context_ = nullptr;  // of the coroutine; null for a thread

 private:
  friend class waiter_list;
  COIO_API static void end_foreign(const io_context& c) noexcept;

  resume_function resume_;
  void* data_;
  asio::error_code error_;
  waiter* next_ = nullptr;
  waiter* previous_ = nullptr;
  enum : unsigned char { fresh, queued, taken } state_ = fresh;  // guarded by the mutex
  bool foreign_ = false;  // taken by a thread that is not a worker of context_
};

class abandoner;

// Waiters in the order in which they were queued. Guarded by the mutex of the object.
class waiter_list {
 public:
  bool empty() const noexcept { return !head_; }
  waiter& front() const noexcept { return *head_; }

  // Queues the waiter and returns nothing. If the waiter has been cancelled, returns the error.
  COIO_API std::optional<asio::error_code> push(waiter& w) noexcept;

  // Queues a waiter that has been taken from another queue.
  COIO_API void append(waiter& w) noexcept;

  // Takes the first waiter, which the caller must resume. Returns null if there is none.
  COIO_API waiter* pop() noexcept;

  // Takes the given waiter, which the caller must resume. Returns false if the waiter is not
  // queued: it has been taken, or it has not been queued, and push() will return an error.
  COIO_API bool take(waiter& w) noexcept;

  // Takes all waiters, which the caller must resume with for_each(). Returns the first.
  COIO_API waiter* take_all() noexcept;

  // Returns the next waiter of those that take_all() took, or null.
  static waiter* after(const waiter& w) noexcept { return w.next_; }

  // Calls a function, which resumes the waiter or passes it to another queue, for each of them.
  template <typename F>
  static void for_each(waiter* first, F f) {
    while (first) {
      waiter& w = *first;
      first = w.next_;
      f(w);
    }
  }

  // Takes the waiters of the given context.
  COIO_API void take_of(const io_context& c, waiter_list& taken) noexcept;

 private:
  friend class abandoner;
  void unlink(waiter& w) noexcept;
  static void begin_foreign(waiter& w) noexcept;

  waiter* head_ = nullptr;
  waiter* tail_ = nullptr;
};

// The waiters of an object.
class wait_queue : public waiter_list {
 public:
  explicit wait_queue(std::mutex& lock) noexcept : lock_(lock) {}
  wait_queue(const wait_queue&) = delete;
  wait_queue& operator=(const wait_queue&) = delete;
  ~wait_queue() {
    // Also if every context is gone: the last one's thread may still be in abandoner::shutdown().
    // relaxed: the owner of the object orders its use and its destruction.
    if (attached_.load(std::memory_order_relaxed)) forget();
  }

  // Called before a coroutine of the calling thread's context is queued, with the mutex unlocked.
  // Returns the context.
  io_context& attach() {
    io_context& c = coio::detail::current_context("coio::sync");
    // relaxed: if this does not match, attach_to() checks again with services_lock locked.
    if (known_to_.load(std::memory_order_relaxed) != &c) attach_to(c);
    return c;
  }

 private:
  friend class abandoner;
  COIO_API void attach_to(io_context& c);
  COIO_API void forget() noexcept;

  std::mutex& lock_;
  std::atomic<io_context*> known_to_{nullptr};  // the last of services_, or null
  std::atomic<bool> attached_{false};           // ever, to any
  std::vector<abandoner*> services_;            // guarded by services_lock
};

// A coroutine that waits. The object is in the coroutine's frame.
class coroutine_waiter : public waiter {
 public:
  explicit coroutine_waiter(void* data = nullptr) noexcept
      : waiter(&coroutine_waiter::resume_coroutine, data) {}

  template <typename Handler>
  void set(Handler&& h, io_context& c) noexcept {
    context_ = &c;
    using handler = std::decay_t<Handler>;
    static_assert(sizeof(handler) <= sizeof(handler_) && alignof(handler) <= alignof(void*));
    ::new (static_cast<void*>(handler_)) handler(std::forward<Handler>(h));
    finish_ = [](coroutine_waiter& w, bool resume) {
      auto* p = std::launder(reinterpret_cast<handler*>(w.handler_));
      handler moved(std::move(*p));
      p->~handler();
      if (!resume) return;
      const auto executor =
          asio::require(asio::get_associated_executor(moved), asio::execution::blocking.never);
      executor.execute(std::move(moved));
    };
  }

  // Destroys the coroutine instead of resuming it.
  void abandon() { finish_(*this, false); }

 private:
  static void resume_coroutine(waiter& base) {
    auto& self = static_cast<coroutine_waiter&>(base);
    self.finish_(self, true);
  }

  void (*finish_)(coroutine_waiter&, bool resume) = nullptr;
  alignas(void*) std::byte handler_[2 * sizeof(void*)];
};

// A plain thread that waits.
class thread_waiter : public waiter {
 public:
  explicit thread_waiter(void* data = nullptr) noexcept
      : waiter(&thread_waiter::resume_thread, data) {}

  void wait() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return resumed_; });
  }

 private:
  static void resume_thread(waiter& base) {
    auto& self = static_cast<thread_waiter&>(base);
    // Notified with the mutex locked, so that the thread cannot destroy this object before.
    std::lock_guard lock(self.mutex_);
    self.resumed_ = true;
    self.changed_.notify_one();
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  bool resumed_ = false;
};

// Suspends the calling coroutine until the waiter is resumed. `Object` has
//   wait_queue& queue()    returns the queue of waiters
//   std::optional<asio::error_code> enter(waiter&)
//                          queues the waiter, or returns the result if there is nothing to wait for
//   void cancel(waiter&, asio::error_code)
//                          takes the waiter if it is queued, and resumes it with the error
template <typename Object>
awaitable<void> suspend(Object& object, coroutine_waiter& w) {
  return asio::async_initiate<const use_awaitable_t, void()>(
      [](auto handler, Object* o, coroutine_waiter* waiting) {
        auto slot = asio::get_associated_cancellation_slot(handler);
        if (slot.is_connected())
          slot.assign([o, waiting](asio::cancellation_type) {
            o->cancel(*waiting, asio::error::operation_aborted);
          });
        waiting->set(std::move(handler), o->queue().attach());
        if (const auto result = o->enter(*waiting)) waiting->resume(*result);
      },
      use_awaitable, &object, &w);
}

// As suspend(), until the given time at most. Returns the result of the wait;
// asio::error::timed_out if the time came first.
template <typename Object>
awaitable<asio::error_code> suspend_until(Object& object, coroutine_waiter& w,
                                          std::chrono::steady_clock::time_point t) {
  using clock = std::chrono::steady_clock;
  using timer =
      asio::basic_waitable_timer<clock, asio::wait_traits<clock>, io_context::executor_type>;
  // The timer's handler may run after the wait is over.
  struct shared {
    std::mutex mutex;
    Object* object;
    coroutine_waiter* waiting;
    bool expired = false;
  };
  struct ending {
    std::shared_ptr<shared> s = std::make_shared<shared>();
    ~ending() {
      const std::lock_guard lock(s->mutex);
      s->waiting = nullptr;
    }
  };
  ending e;
  e.s->object = &object;
  e.s->waiting = &w;
  timer limit(coio::detail::executor_access::local(co_await asio::this_coro::executor), t);
  limit.async_wait([s = e.s](const asio::error_code& ec) {
    if (ec) return;
    const std::lock_guard lock(s->mutex);
    s->expired = true;
    if (s->waiting) s->object->cancel(*s->waiting, asio::error::timed_out);
  });
  co_await suspend(object, w);
  const std::lock_guard lock(e.s->mutex);
  co_return w.error() && e.s->expired ? asio::error::timed_out : w.error();
}

// Blocks the calling thread in the same way.
template <typename Object>
asio::error_code block(Object& object, thread_waiter& w) {
  if (const auto result = object.enter(w)) return *result;
  w.wait();
  return w.error();
}

}  // namespace detail
}  // namespace sync
}  // namespace COIO_ABI
}  // namespace coio

#endif
