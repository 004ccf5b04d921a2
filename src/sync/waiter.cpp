#include "coio/detail/sync/waiter.hpp"

#include <cstddef>
#include <utility>

#include "coio/detail/coro/turn_executor.hpp"
#include "core/seam.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace sync {
namespace detail {

// ---- Queues ----

// Model: test/model/waiters.pml; cancelling and destroying who waits: test/model/turn.pml.

void waiter::resume(const asio::error_code& result) noexcept {
  if (result) error_ = result;
  if (!fiber_) return static_cast<thread_waiter*>(this)->wake();
  fiber& f = *fiber_;
  if (!foreign_) return f.wake();
  const coio::detail::scheduler& s = f.owner();
  f.wake();
  coio::detail::end_foreign_wake(s);
}

bool waiter::remove() noexcept {
  for (;;) {
    wait_queue* const q = queue_.load(std::memory_order_acquire);
    if (!q || q == wait_queue::taken()) return !q;
    const std::lock_guard lock(q->lock_);
    // It may have been taken, or passed over, meanwhile.
    if (queue_.load(std::memory_order_relaxed) != q) continue;
    q->unlink(*this);
    return true;
  }
}

bool waiter::waits_there() const noexcept {
  // acquire: as in remove().
  return first_queue_ && queue_.load(std::memory_order_acquire) == first_queue_;
}

void waiter::keep() noexcept {
  if (std::exchange(foreign_, false)) coio::detail::end_foreign_wake(fiber_->owner());
}

// By the destruction of a coroutine that owns the object, before those that wait for it.
wait_queue::~wait_queue() {
  while (head_)
    unlink(*head_);
}

void wait_queue::push(waiter& w) noexcept {
  link(w, nullptr);
}

bool wait_queue::put_back(waiter& w) noexcept {
  if (w.choice_) return false;
  link(w, head_);
  return true;
}

void wait_queue::link(waiter& w, waiter* before) noexcept {
  if (!w.first_queue_) w.first_queue_ = this;
  w.queue_.store(this, std::memory_order_release);
  w.next_ = before;
  w.previous_ = before ? before->previous_ : tail_;
  (w.previous_ ? w.previous_->next_ : head_) = &w;
  (before ? before->previous_ : tail_) = &w;
  // From here on the context cannot be destroyed before the mutex of this queue is unlocked.
  w.keep();
}

waiter* wait_queue::pop() noexcept {
  while (waiter* const w = head_) {
    if (w->claim()) {
      take(*w);
      return w;
    }
    unlink(*w);
  }
  return nullptr;
}

bool wait_queue::take(waiter& w) noexcept {
  if (w.queue_.load(std::memory_order_relaxed) != this) return false;
  w.foreign_ = w.fiber_ && !at_home(*w.fiber_);
  if (w.foreign_) coio::detail::begin_foreign_wake(w.fiber_->owner());
  COIO_SEAM();
  unlink(w, taken());
  return true;
}

waiter* wait_queue::take_all() noexcept {
  waiter* first = nullptr;
  waiter** last = &first;
  while (waiter* const w = pop()) {
    *last = w;
    last = &w->next_;
  }
  *last = nullptr;
  return first;
}

// What no queue is.
wait_queue* wait_queue::taken() noexcept {
  alignas(wait_queue) static std::byte mark;
  return reinterpret_cast<wait_queue*>(&mark);
}

void wait_queue::unlink(waiter& w, wait_queue* now) noexcept {
  (w.previous_ ? w.previous_->next_ : head_) = w.next_;
  (w.next_ ? w.next_->previous_ : tail_) = w.previous_;
  w.queue_.store(now, std::memory_order_release);
}

// ---- Coroutines that wait ----

bool coroutine_wait::begin(void* object, fiber& f, coio::detail::frame at,
                           const suspension::calls& c, const time_point* limit,
                           enter_function enter, withdraw_function withdraw) {
  waiter::fiber_ = &f;
  object_ = object;
  withdraw_ = withdraw;
  how = &c;
  if (limit && *limit != time_point::max()) {
    run = &coroutine_wait::time_out;
    turn_timer::set(f, *limit);
    timed_ = true;
  }
  // Who resumes the waiter meanwhile leaves a request: this thread has the turn.
  if (const auto result = enter(object, *this)) {
    set_error(*result);
    return false;
  }
  f.suspend(at, this);
  return true;
}

void coroutine_wait::end() noexcept {
  // If the limit has passed since the wait was over: the object may be gone, and so may what the
  // derived class has.
  withdraw_ = nullptr;
  if (std::exchange(timed_, false)) turn_timer::unset();
}

coroutine_wait::~coroutine_wait() {
  end();
}

bool coroutine_wait::withdraw_with(const asio::error_code& result) noexcept {
  // Who has taken the waiter, or passed it on, may have destroyed the object.
  if (!withdraw_ || !waits_there()) return false;
  const withdrawal w = withdraw_(object_, *this);
  if (w != withdrawal::over) set_error(result);
  if (w != withdrawal::withdrawn) return false;
  keep();
  return true;
}

bool coroutine_wait::cancel_wait(suspension& s) noexcept {
  return static_cast<coroutine_wait&>(s).withdraw_with(asio::error::operation_aborted);
}

bool coroutine_wait::remove_wait(suspension& s) noexcept {
  return static_cast<coroutine_wait&>(s).waiter::remove();
}

void coroutine_wait::time_out(request& r) {
  auto& self = static_cast<coroutine_wait&>(r);
  if (self.withdraw_with(asio::error::timed_out)) self.waiter::fiber_->go_on();
}

}  // namespace detail
}  // namespace sync
}  // namespace COIO_ABI
}  // namespace coio
