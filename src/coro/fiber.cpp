#include "coio/detail/coro/fiber.hpp"

#include <new>
#include <thread>

#include "coio/detail/core/submit.hpp"
#include "coio/detail/coro/current.hpp"
#include "coio/detail/coro/turn_executor.hpp"
#include "coio/join_handle.hpp"
#include "core/scheduler.hpp"
#include "core/seam.hpp"
#include "core/worker.hpp"
#include "coro/await_chain.hpp"
#include "coro/fiber_reader.hpp"
#include "coro/roster.hpp"
#include "platform/system.hpp"
#include "trace/trace_ring.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

constinit thread_local fiber* current = nullptr;

// Nobody finds the fiber here from now on, not even the handler of a signal: this thread is about
// to give its turn up, after which it may go. Returns whether it was to be found.
bool forget(const fiber& f) noexcept {
  if (current != &f) return false;
  current = nullptr;
  std::atomic_signal_fence(std::memory_order_release);
  return true;
}

// Returns whether this is the exception with which a coroutine ends because of cancel().
bool is_aborted(const std::exception_ptr& e) {
  try {
    std::rethrow_exception(e);
  } catch (const asio::system_error& error) {
    return error.code() == asio::error::operation_aborted;
  } catch (...) {
    return false;
  }
}

}  // namespace

turn_scope::turn_scope(fiber& f) noexcept : before_(std::exchange(current, &f)) {}

turn_scope::~turn_scope() {
  current = before_;
}

turn_executor turn_executor_of(fiber& f) noexcept {
  f.add_ref();
  return {executor_of(f), ref<fiber>(&f)};
}

coroutine_executor executor_of(const fiber& f) noexcept {
  return f.context().get_executor();
}

void keep_exception_of(const fiber& f) noexcept {
  if (worker_base* const w = current_worker(f.owner()))
    keep_exception(*w, std::current_exception());
  else
    std::terminate();
}

void throw_aborted() {
  throw asio::system_error(asio::error::operation_aborted, "co_await");
}

fiber* fiber::innermost() noexcept {
  return current;
}

// The words below are written by this thread alone, in an order in which each is whole whenever it
// can be found.
void note_await_chain(await_chain& c) noexcept {
  fiber_reader::note(current, c);
}

fiber::~fiber() {
  if (exception_ && !(cancel_called_ && is_aborted(exception_)))
    report_unhandled(name(), exception_);
}

io_context& fiber::context() const noexcept {
  return static_cast<io_context&>(owner().context(0));
}

// ---- The turn ----

// Model: test/model/turn.pml.

// Takes the turn, or leaves the wish. acq_rel: what the last owner of the turn did happens before
// what this one does, and what the caller did before its wish happens before that is looked at
// (orders: turn, wish).
bool fiber::take_turn(std::uintptr_t wish) noexcept {
  // relaxed: the compare-and-swap orders it.
  for (std::uintptr_t w = turn_.load(std::memory_order_relaxed);;) {
    COIO_SEAM();
    if (turn_.compare_exchange_weak(w, w == 0 ? held : w | wish, std::memory_order_acq_rel,
                                    std::memory_order_relaxed))
      return w == 0;
  }
}

bool fiber::enter_turn(request& r) noexcept {
  for (std::uintptr_t w = turn_.load(std::memory_order_relaxed);;) {
    COIO_SEAM();
    r.next = reinterpret_cast<request*>(w & ~bits);
    if (turn_.compare_exchange_weak(
            w, w == 0 ? held : (w & bits) | reinterpret_cast<std::uintptr_t>(&r),
            std::memory_order_acq_rel, std::memory_order_relaxed))
      return w == 0;
  }
}

// Gives the turn up, unless somebody has left a wish or a request. release: see take_turn().
bool fiber::give_up_turn() noexcept {
  const bool was_current = forget(*this);
  COIO_SEAM();
  std::uintptr_t w = held;
  if (turn_.compare_exchange_strong(w, 0, std::memory_order_release, std::memory_order_relaxed))
    return true;
  if (was_current) current = this;
  return false;
}

void fiber::leave_turn(bool nested) noexcept {
  if (nested) return pass_on();
  steps_ = most_steps;
  run_all(proceed(false));
}

void fiber::complete() noexcept {
  if (in_turn()) {
    ready_ = true;
    return;
  }
  scheduler& s = owner();
  worker_base* const w = current_worker(s);
  if (!w) {
    // The coroutine may go on and end, and its context with it, before this thread is done.
    begin_foreign_wake(s);
    wake();
    return end_foreign_wake(s);
  }
  if (!take_turn(woken)) return;
  w->seen_time = coarse_now();
  ready_ = true;
  // Not within the turn of another one, whose coroutine may be on the stack.
  if (current) return requeue();
  steps_ = most_steps;
  const turn_scope turn(*this);
  run_all(proceed(true));
}

void fiber::drop() noexcept {
  if (take_turn(dropped)) destroy_coroutine();
}

void fiber::look_at_requests() noexcept {
  COIO_SEAM();
  std::uintptr_t w = turn_.exchange(held, std::memory_order_acq_rel);
  // The last is the first.
  request* in_order = nullptr;
  for (auto* r = reinterpret_cast<request*>(w & ~bits); r;) {
    request* const next = std::exchange(r->next, in_order);
    in_order = std::exchange(r, next);
  }
  while (request* const r = in_order) {
    in_order = r->next;
    r->run(*r);
  }
  if (w & woken) ready_ = true;
  if (w & dropped) drop_ = true;
  if (w & cancel_wanted) deliver_cancel(nullptr);
}

// ---- Running ----

void fiber::call_fiber(task* t, bool run) {
  auto* const f = static_cast<fiber*>(t);
  if (!run) return fiber_reader::waits(*f) ? f->destroy_linked() : f->destroy_coroutine();
  f->steps_ = most_steps;
  run_all(f);
}

void fiber::run_all(fiber* f) noexcept {
  while (f)
    f = f->begin();
}

// By a worker, in the turn. The steps that are left come with it, for fibers that follow one
// another on this thread give way together.
fiber* fiber::begin() noexcept {
  const turn_scope turn(*this);
  if (!begun()) return begin_first();
  // If it still waits, it is here to look at requests: see hand_back().
  return proceed(!fiber_reader::waits(*this));
}

fiber* fiber::begin_first() noexcept {
  begun_.store(true, std::memory_order_relaxed);
  scheduler& s = owner();
  worker* const w = worker::current(s);
  work_started(s);
  counted_ = true;
  if (cancelled()) {
    fail(aborted());
    return end();
  }
  try {
    s.its_roster().enter(*this, w ? &w->places : nullptr);
  } catch (const std::bad_alloc&) {
    fail(std::current_exception());
    return end();
  }
  if (!(is_tracing() ? start_recorded() : start())) return end();
  return proceed(static_cast<bool>(next_));
}

// Resumes the coroutine until it is suspended or ends, and gives the turn up. Returns the fiber
// that runs next on this thread.
fiber* fiber::proceed(bool resume) noexcept {
  for (;; resume = true) {
    if (resume) {
      ready_ = false;
      where_ = nullptr;
      if (is_tracing()) [[unlikely]]
        resume_recorded();
      else
        next_.resume();
      if (ended_) return end();
      last_at_.store(next_.promise().at, std::memory_order_relaxed);
      if (gives_way_) {
        gives_way_ = false;
        if (std::exchange(pauses_, false))
          run_next();
        else
          requeue();
        return nullptr;
      }
      const worker_frame* const here = top_frame();
      since_ = here ? here->w->seen_time : coarse_now();
    }
    fiber* then = std::exchange(then_, nullptr);
    if (then && !may_step()) {
      then->run_next();  // see pause()
      then = nullptr;
    }
    if (then) then->steps_ = steps_;
    while (!ready_) {
      if (give_up_turn()) return then;
      look_at_requests();
      if (drop_) {
        destroy_coroutine();
        return then;
      }
    }
    // It goes on at once, and so the other one has to be queued.
    if (then) then->requeue();
    if (!may_step()) {
      requeue();
      return nullptr;
    }
  }
}

// ---- Queueing ----

// Queues the fiber, whose turn the caller has. If there is no memory for that, it is destroyed.
void fiber::requeue() noexcept {
  if (is_tracing()) [[unlikely]]
    record_queued();
  forget(*this);
  try {
    submit(owner(), this);
  } catch (const std::bad_alloc&) {
  }
}

// As requeue(), but as the first of this worker's queue.
void fiber::run_next() noexcept {
  worker_base* const w = current_worker(owner());
  if (!w) return requeue();
  if (is_tracing()) [[unlikely]]
    record_queued();
  forget(*this);
  try {
    push_task_first(*w, this);
  } catch (const std::bad_alloc&) {
  }
}

fiber* fiber::end() noexcept {
  const ref<fiber> mine(this);
  finish();
  next_ = {};
  where_ = nullptr;
  // Without an owner it has never been queued.
  scheduler* const s = owner_.load(std::memory_order_relaxed);
  worker* const here = s ? worker::current(*s) : nullptr;
  if (s) {
    s->its_roster().leave(*this, here ? &here->places : nullptr);
    s->count_coroutine(here, -1);
  }
  // release: publishes the result. acquire: pairs with wait() (orders: result, joiner).
  const std::uintptr_t w = waiter_.exchange(over, std::memory_order_acq_rel);
  fiber* next = nullptr;
  if (w) {
    auto* const joiner = w & is_fiber ? reinterpret_cast<fiber*>(w & ~kinds) : nullptr;
    scheduler* const theirs = joiner ? &joiner->owner() : s;
    // The end of a context waits until a thread that is none of its workers has woken who waits.
    scheduler* const foreign = theirs && (theirs != s || !here) ? theirs : nullptr;
    if (foreign) begin_foreign_wake(*foreign);
    if (!joiner) {
      reinterpret_cast<task*>(w)->run();
    } else if (joiner->take_turn(woken)) {
      joiner->ready_ = true;
      // Not for ever in turn, and not on a thread that is none of its workers.
      if (foreign) {
        joiner->requeue();
      } else if (may_step()) {
        next = joiner;
        next->steps_ = steps_;
      } else {
        joiner->run_next();
      }
    }
    if (foreign) end_foreign_wake(*foreign);
  }
  if (counted_) work_finished(*s);
  // Handlers of its operations may still come.
  for (;;) {
    ready_ = false;  // who cancels it from now on finds nothing to go on with
    if (give_up_turn()) return next;
    look_at_requests();
  }
}

// In the turn. Destroys what is suspended, the innermost first, so that the stack stays flat.
void fiber::destroy_coroutine() noexcept {
  {
    const turn_scope turn(*this);
    for (frame f = std::exchange(next_, {}); f;) {
      const frame outer = f.promise().outer;
      f.destroy();
      f = outer;
    }
    cancel_called_ = true;
    fail(aborted());
  }
  if (fiber* const joiner = end()) joiner->requeue();
}

void fiber::destroy_waiting() noexcept {
  std::uintptr_t w = 0;
  // If another thread has the turn, the fiber is queued, or about to be, and is destroyed with the
  // queue. acquire, also then: whoever is about to queue it has announced that before.
  if (!turn_.compare_exchange_strong(w, held, std::memory_order_acq_rel, std::memory_order_acquire))
    return;
  if (!where_) return pass_on();
  destroy_linked();
}

// In the turn of one that waits. Takes it out of there, and destroys it; if that is not possible,
// what it waits for does so.
void fiber::destroy_linked() noexcept {
  if (!where_->how->destroy) return pass_on();
  // Who has taken it from there either wakes it, or passes it to where it waits next.
  while (!where_->how->destroy(*where_) && !(turn_.load(std::memory_order_acquire) & woken))
    std::this_thread::yield();
  destroy_coroutine();
}

// ---- The end ----

bool fiber::wait(std::uintptr_t w) noexcept {
  std::uintptr_t other = 0;
  // release: pairs with end(), which wakes the waiter. acquire: as in done().
  return waiter_.compare_exchange_strong(other, w, std::memory_order_acq_rel,
                                         std::memory_order_acquire);
}

bool fiber::unwait(std::uintptr_t w) noexcept {
  // acquire: the caller reads what wait() published. relaxed on failure: nothing is read.
  return waiter_.compare_exchange_strong(w, 0, std::memory_order_acquire,
                                         std::memory_order_relaxed);
}

// ---- Cancellation ----

asio_cancellation& fiber::for_asio() {
  if (!for_asio_) {
    for_asio_ = std::make_unique<asio_cancellation>();
    if (cancelled_) for_asio_->signal.emit(asio::cancellation_type::terminal);
  }
  return *for_asio_;
}

void fiber::cancel() noexcept {
  const auto here = [this] {
    if (done() || !take_turn(cancel_wanted)) return;
    const turn_scope turn(*this);
    deliver_cancel(nullptr);
    pass_on();
  };
  // acquire, both: pairs with own() (orders: owner).
  const scheduler* s = owner_.load(std::memory_order_acquire);
  if (s && current_worker(*s)) return here();
  // A context that is being destroyed destroys its fibers itself. One that owns the fiber from now
  // on is not destroyed before the lock is unlocked.
  const std::lock_guard lock(scheduler::outsiders());
  s = owner_.load(std::memory_order_acquire);
  if (!done() && !(s && s->sealed())) here();
}

// Gives up the turn of a fiber that does not run on this thread: if it can go on, it is queued.
void fiber::pass_on() noexcept {
  while (!ready_) {
    if (give_up_turn()) return;
    look_at_requests();
    if (drop_) return destroy_coroutine();
  }
  requeue();
}

// As pass_on(), by a thread that must not run code of the program's: what has been asked for
// meanwhile, a worker does.
void fiber::hand_back() noexcept {
  if (!give_up_turn()) requeue();
}

// Emits Asio's signals from the part inside `last` inwards; false if a filter keeps it off.
bool fiber::passes(cancel_scope* s, asio_cancellation* inside, const cancel_scope* last) noexcept {
  if (s && s != last && !passes(s->outer, s->saved.get(), last)) return false;
  if (!inside) return true;
  try {
    inside->signal.emit(asio::cancellation_type::terminal);
  } catch (...) {
    // There is no memory to pass the cancellation on: the operation is not interrupted.
  }
  return inside->state.cancelled() != asio::cancellation_type::none;
}

// In the turn: on behalf of cancel(), or of a scope.
void fiber::deliver_cancel(cancel_scope* s) noexcept {
  if (done()) return;
  if (!passes(scope_, for_asio_.get(), s)) return;
  (s ? s->cancelled : cancel_called_) = true;
  cancelled_ = true;
  for (cancel_scope* o = scope_; o != s; o = o->outer)
    o->outside = true;
  if (!ready_ && where_ && where_->how->cancel && where_->how->cancel(*where_)) ready_ = true;
}

void fiber::open(cancel_scope& s) noexcept {
  s.outer = std::exchange(scope_, &s);
  s.saved = std::move(for_asio_);
  s.throws = std::exchange(throws_, true);
  s.outside = cancelled_;
}

void fiber::close(cancel_scope& s) noexcept {
  scope_ = s.outer;
  for_asio_ = std::move(s.saved);
  throws_ = s.throws;
  cancelled_ = s.outside;
}

void fiber::cancel(cancel_scope& s) noexcept {
  deliver_cancel(&s);
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
