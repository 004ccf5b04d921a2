// How a coroutine or a thread waits for a synchronisation object.
//
// Each object has a mutex, a condition and a queue of waiters. Who waits locks the mutex, checks
// the condition, and queues its waiter if it does not hold. A thread that makes the condition hold
// locks the mutex, takes waiters from the head of the queue, unlocks the mutex, and resumes them.
// So a waiter is taken exactly once, either by a thread that made the condition hold or by one that
// ends the wait before its time, and the thread that takes the waiter resumes it: no wake-up is
// lost or doubled, and a wait that was cancelled has taken nothing. A coroutine that is resumed is
// queued, and does not run on the stack of the thread that resumes it.
//
// A coroutine that waits for one of several objects (selection.hpp) has a waiter in the queue of
// each. Who would take one of them claims it first; the others are worth nothing from then on.
//
// A waiter is in the frame of its coroutine. A coroutine that waits here is destroyed by its
// context, when that is. A thread that is not a worker of the
// context may just have taken a waiter that it has not woken yet; the context waits for it.
#ifndef COIO_DETAIL_SYNC_WAITER_HPP
#define COIO_DETAIL_SYNC_WAITER_HPP

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <coroutine>
#include <cstddef>
#include <mutex>
#include <optional>
#include <utility>

#include "coio/asio.hpp"
#include "coio/awaitable.hpp"
#include "coio/detail/coro/awaiter.hpp"
#include "coio/detail/coro/current.hpp"
#include "coio/detail/coro/fiber.hpp"
#include "coio/detail/coro/timer.hpp"
#include "coio/detail/export.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace sync {
namespace detail {

using coio::detail::fiber;

class wait_queue;
class waiter;

// Which of several waiters has been taken: null until then. Claimed by compare-and-swap alone, with
// the mutex of the waiter's object or in the fiber's turn. release: pairs with the acquire in
// selection::chosen(), by the coroutine that goes on (orders: choice).
using choice = std::atomic<waiter*>;

// What became of a wait that was to end before its time.
enum class withdrawal { over, withdrawn, passed_on };

class COIO_API waiter {
 public:
  waiter(const waiter&) = delete;
  waiter& operator=(const waiter&) = delete;

  // Called by the thread that took the waiter, with the mutex unlocked. The waiter may be gone when
  // it returns.
  void resume(const asio::error_code& result = {}) noexcept;

  // Returns the result that resume() was given.
  const asio::error_code& error() const noexcept { return error_; }
  void set_error(const asio::error_code& e) noexcept { error_ = e; }

  // Returns a pointer to what the waiter sends or receives. Its type depends on the object.
  void* data() const noexcept { return data_; }

 protected:
  explicit waiter(void* data) noexcept : data_(data) {}
  ~waiter() = default;

  // Takes it out of whichever queue it is in; false if it has been taken. It may be passed to
  // another queue then.
  bool remove() noexcept;
  // Whether it is in the queue of the object that it waits for, and has not been taken or passed
  // on. Another thread may do so meanwhile.
  bool waits_there() const noexcept;
  // After withdraw(): the caller goes on with it, and nobody resumes it.
  void keep() noexcept;

  fiber* fiber_ = nullptr;  // null for a thread
  void* data_;
  asio::error_code error_;

 private:
  friend class wait_queue;
  friend class selection;

  // Whether it may be taken: once, of several.
  bool claim() noexcept {
    waiter* none = nullptr;
    return !choice_ || choice_->compare_exchange_strong(none, this, std::memory_order_acq_rel);
  }

  choice* choice_ = nullptr;  // if it is one of several
  // The queue that it is in, or taken(), or null. Changed with the mutex of the queue that it is
  // in, or that it comes into. release: pairs with remove(), after which the waiter may be
  // destroyed (orders: waiter).
  std::atomic<wait_queue*> queue_{nullptr};
  wait_queue* first_queue_ = nullptr;  // that of the object; by the one who waits
  waiter* next_ = nullptr;
  waiter* previous_ = nullptr;
  bool foreign_ = false;  // taken by a thread that is not a worker of the coroutine's
};

// Waiters in the order in which they were queued. Used with the mutex of the object.
class COIO_API wait_queue {
 public:
  explicit wait_queue(std::mutex& lock) noexcept : lock_(lock) {}
  wait_queue(const wait_queue&) = delete;
  wait_queue& operator=(const wait_queue&) = delete;
  ~wait_queue();

  std::mutex& lock() const noexcept { return lock_; }
  bool empty() const noexcept { return !head_; }

  void push(waiter& w) noexcept;
  // Puts a waiter back that was popped, as the first. False if it is one of several, which has been
  // chosen for good; the caller must resume it.
  bool put_back(waiter& w) noexcept;

  // Takes the first waiter that can be had, which the caller must resume. Null if there is none.
  waiter* pop() noexcept;

  // Takes the given waiter, which is none of several, and which the caller must resume. Returns
  // false if it is not queued.
  bool take(waiter& w) noexcept;

  // Takes all waiters, which the caller must resume with for_each(). Returns the first.
  waiter* take_all() noexcept;

  // Calls a function, which resumes the waiter or passes it to another queue, for each of them.
  template <typename F>
  static void for_each(waiter* first, F f) {
    while (first) {
      waiter& w = *first;
      first = w.next_;
      f(w);
    }
  }

 private:
  friend class waiter;
  void link(waiter& w, waiter* before) noexcept;
  void unlink(waiter& w, wait_queue* now = nullptr) noexcept;
  static wait_queue* taken() noexcept;

  std::mutex& lock_;
  waiter* head_ = nullptr;
  waiter* tail_ = nullptr;
};

// A waiter that has been taken, and is resumed when the mutex is unlocked, whatever is thrown.
struct taken_waiter {
  waiter* w = nullptr;
  taken_waiter() = default;
  taken_waiter(const taken_waiter&) = delete;
  taken_waiter& operator=(const taken_waiter&) = delete;
  ~taken_waiter() {
    if (w) w->resume();
  }
};

// How to wait for an object, which has
//   std::optional<asio::error_code> attempt(waiter&, waiter*& wake)
//                          with its mutex: the result if there is nothing to wait for; `wake` is a
//                          waiter that has been taken, and is resumed without the mutex
//   wait_queue& queue()    where the waiter is queued otherwise; or, if it is not as simple as that
//   std::optional<asio::error_code> enter(waiter&)
//   withdrawal withdraw(waiter&)
struct wait_access {
  template <typename Object>
  static std::optional<asio::error_code> attempt(Object& o, waiter& w, waiter*& wake) {
    return o.attempt(w, wake);
  }
  template <typename Object>
  static wait_queue& queue(Object& o) noexcept {
    return o.queue();
  }

  // Queues the waiter, or returns the result.
  template <typename Object>
  static std::optional<asio::error_code> enter(Object& o, waiter& w) {
    if constexpr (requires { o.enter(w); }) {
      return o.enter(w);
    } else {
      taken_waiter wake;
      const std::lock_guard lock(o.queue().lock());
      const std::optional<asio::error_code> result = o.attempt(w, wake.w);
      if (!result) o.queue().push(w);
      return result;
    }
  }
  // Takes the waiter if it is queued.
  template <typename Object>
  static withdrawal withdraw(Object& o, waiter& w) noexcept {
    if constexpr (requires { o.withdraw(w); }) {
      return o.withdraw(w);
    } else {
      const std::lock_guard lock(o.queue().lock());
      return o.queue().take(w) ? withdrawal::withdrawn : withdrawal::over;
    }
  }
};

// A coroutine that waits for an object. The object of this class is in the coroutine's frame.
class COIO_API coroutine_wait : public waiter,
                                protected coio::detail::suspension,
                                private coio::detail::turn_timer {
 public:
  using time_point = std::chrono::steady_clock::time_point;

  ~coroutine_wait();

 protected:
  using enter_function = std::optional<asio::error_code> (*)(void* object, waiter&);
  using withdraw_function = withdrawal (*)(void* object, waiter&);

  explicit coroutine_wait(void* data = nullptr) noexcept : waiter(data) {}

  static bool cancel_wait(suspension& s) noexcept;
  static bool remove_wait(suspension& s) noexcept;
  static const coroutine_wait& of(const suspension& s) noexcept {
    return static_cast<const coroutine_wait&>(s);
  }

  // Whether there was something to wait for.
  template <typename Object>
  bool begin(Object& o, fiber& f, coio::detail::frame at, const suspension::calls& c,
             const time_point* limit = nullptr) {
    return begin(
        &o, f, at, c, limit,
        [](void* object, waiter& w) {
          return wait_access::enter(*static_cast<Object*>(object), w);
        },
        [](void* object, waiter& w) {
          return wait_access::withdraw(*static_cast<Object*>(object), w);
        });
  }
  // After the wait.
  void end() noexcept;

 private:
  bool begin(void* object, fiber& f, coio::detail::frame at, const suspension::calls& c,
             const time_point* limit, enter_function enter, withdraw_function withdraw);
  bool withdraw_with(const asio::error_code& result) noexcept;
  static void time_out(request& r);

  void* object_ = nullptr;
  withdraw_function withdraw_ = nullptr;
  bool timed_ = false;
};

// Awaits an object's condition. Derived has
//   bool at_once()         whether there is nothing to wait for
//   Object& object()
//   T finish(const asio::error_code&)
//   const char* waits_for  the name of the function
//   void look(wait_view&) const    sets the object, for people to tell it from others
template <typename Derived, typename T>
class wait_operation : public coio::detail::operation_base<Derived, T>, protected coroutine_wait {
 public:
  void attach(fiber& f) noexcept { me_ = &f; }
  // What is there at once is taken, and the coroutine gives way now and then. To look for it first
  // is worth while where that takes no mutex, or saves a timer.
  bool await_ready() {
    done_ = (requires { Derived::looks_first; } || limit_) && try_now();
    return done_ && me_->may_step();
  }
  template <typename Promise>
  bool await_suspend(std::coroutine_handle<Promise> h) {
    const coio::detail::frame at = coio::detail::frame_of(h);
    if (!done_) {
      waited_ = true;
      static constexpr coio::detail::suspension::calls ends{
          &wait_operation::cancel_wait, &wait_operation::remove_wait, &wait_operation::describe};
      if (this->begin(its_object(), *me_, at, ends, limit_ ? &*limit_ : nullptr)) return true;
      if (me_->may_step()) return false;
    }
    me_->give_way(at);
    return true;
  }
  T await_resume() {
    if (waited_) this->end();
    return give();
  }

 protected:
  wait_operation() noexcept = default;
  explicit wait_operation(std::optional<coroutine_wait::time_point> limit) noexcept
      : limit_(limit) {}
  wait_operation(wait_operation&& other) noexcept : coroutine_wait(), limit_(other.limit_) {}

  std::optional<coroutine_wait::time_point> limit_;

 private:
  friend struct selection_access;
  Derived& derived() noexcept { return static_cast<Derived&>(*this); }
  bool try_now() { return derived().at_once(); }
  decltype(auto) its_object() { return derived().object(); }
  T give() { return derived().finish(this->error()); }
  void view(coio::detail::wait_view& v) const {
    v.what = Derived::waits_for;
    if (limit_) v.until = *limit_;
    static_cast<const Derived&>(*this).look(v);
  }
  static void describe(const coio::detail::suspension& s, coio::detail::wait_view& v) {
    static_cast<const wait_operation&>(coroutine_wait::of(s)).view(v);
  }

 protected:
  fiber* me_ = nullptr;

 private:
  bool done_ = false;
  bool waited_ = false;
};

// A plain thread that waits.
class thread_waiter : public waiter {
 public:
  explicit thread_waiter(void* data = nullptr) noexcept : waiter(data) {}

  void wait() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return resumed_; });
  }

 private:
  friend class waiter;
  void wake() noexcept {
    // Notified with the mutex locked, so that the thread cannot destroy this object before.
    const std::lock_guard lock(mutex_);
    resumed_ = true;
    changed_.notify_one();
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  bool resumed_ = false;
};

// Blocks the calling thread until the object's condition holds.
template <typename Object>
asio::error_code block(Object& object, thread_waiter& w) {
  if (const auto result = wait_access::enter(object, w)) return *result;
  w.wait();
  return w.error();
}

}  // namespace detail
}  // namespace sync
}  // namespace COIO_ABI
}  // namespace coio

#endif
