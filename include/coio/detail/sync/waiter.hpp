// How a coroutine or a thread waits, in each of the synchronisation objects.
//
// Each object has a lock, a condition and a queue of waiters. A coroutine that has to wait is
// suspended first; then `enter` looks at the condition once more, with the lock held, and queues
// the waiter if it still has to wait. Whoever changes the condition takes waiters from the head of
// the queue, with the lock held, and resumes them after it has let the lock go. A waiter is thus
// taken exactly once, by whom the condition was met or by the one who cancels it, and whoever takes
// it resumes it: no wake-up is lost or doubled. A resumed coroutine goes through the run queue of
// its executor, never on the stack of the one who resumes it.
//
// A suspended coroutine is owned by its waiter, which lives in the coroutine's own frame. So that
// it does not outlive its io_context, each queue in which coroutines of the context have waited is
// known to a service of the context, which destroys those that wait when the context shuts down.
// A thread that is no worker of the context may have taken a waiter just before, and be about to
// post it: take() counts it, and the service waits until it has done so.
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

  // By the thread that took the waiter, without the lock. The waiter may be gone afterwards.
  void resume(const asio::error_code& result = {}) {
    if (result) error_ = result;
    // Read first: the waiter may be gone after the call.
    const io_context* const context = foreign_ ? context_ : nullptr;
    resume_(*this);
    if (context) end_foreign(*context);
  }

  // For one that took the waiter and lets another resume it.
  void set_error(const asio::error_code& e) noexcept { error_ = e; }

  // What it was resumed with.
  const asio::error_code& error() const noexcept { return error_; }

  // What the waiter brings or is to be brought; its object knows the type.
  void* data() const noexcept { return data_; }

 protected:
  using resume_function = void (*)(waiter&);
  waiter(resume_function f, void* data) noexcept : resume_(f), data_(data) {}
  ~waiter() = default;

  io_context* context_ = nullptr;  // of the coroutine; none if it is a thread that waits

 private:
  friend class waiter_list;
  COIO_API static void end_foreign(const io_context& c) noexcept;

  resume_function resume_;
  void* data_;
  asio::error_code error_;
  waiter* next_ = nullptr;
  waiter* previous_ = nullptr;
  enum : unsigned char { fresh, queued, taken } state_ = fresh;  // with the lock held
  bool foreign_ = false;  // taken by a thread that is no worker of context_
};

class abandoner;

// Waiters in the order in which they came. The owner's lock protects it.
class waiter_list {
 public:
  bool empty() const noexcept { return !head_; }
  waiter& front() const noexcept { return *head_; }

  // Queues the waiter and returns nothing, or the error if it has been cancelled already.
  COIO_API std::optional<asio::error_code> push(waiter& w) noexcept;

  // Queues a waiter that has been taken from another queue.
  COIO_API void append(waiter& w) noexcept;

  // The first waiter, which is now the caller's to resume, or null.
  COIO_API waiter* pop() noexcept;

  // Takes the given waiter. False if it is not there: then it has been taken, or else push() will
  // refuse it.
  COIO_API bool take(waiter& w) noexcept;

  // All waiters, linked, which are now the caller's: for for_each().
  COIO_API waiter* take_all() noexcept;

  // The next of them, or null.
  static waiter* after(const waiter& w) noexcept { return w.next_; }

  // Calls a function that resumes them, or passes them to another queue.
  template <typename F>
  static void for_each(waiter* first, F f) {
    while (first) {
      waiter& w = *first;
      first = w.next_;
      f(w);
    }
  }

  // Those of the given context are now the caller's.
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
    if (known_to_.load(std::memory_order_relaxed)) forget();
  }

  // Before a coroutine of the calling thread's context is queued; without the lock. Returns the
  // context.
  io_context& attach() {
    io_context& c = coio::detail::current_context("coio::sync");
    // relaxed: the service is looked up again under its lock where this does not match.
    if (known_to_.load(std::memory_order_relaxed) != &c) attach_to(c);
    return c;
  }

 private:
  friend class abandoner;
  COIO_API void attach_to(io_context& c);
  COIO_API void forget() noexcept;

  std::mutex& lock_;
  std::atomic<io_context*> known_to_{nullptr};  // the last of services_, or null
  std::vector<abandoner*> services_;            // with the lock of all services held
};

// A coroutine that waits; lives in its frame.
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
    // Notified with the lock held: the thread cannot destroy this object before.
    std::lock_guard lock(self.mutex_);
    self.resumed_ = true;
    self.changed_.notify_one();
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  bool resumed_ = false;
};

// Suspends the calling coroutine until the waiter is resumed. `Object` has
//   wait_queue& queue()    where it will wait
//   std::optional<asio::error_code> enter(waiter&)
//                          queues it, or gives the result if there is nothing to wait for
//   void cancel(waiter&, asio::error_code)
//                          takes it from the queue, if it is there, and resumes it with the error
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

// As suspend(), for no longer than up to the given time.
/** @return What the waiter was resumed with; asio::error::timed_out if the time came first. */
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
  timer limit(co_await asio::this_coro::executor, t);
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
