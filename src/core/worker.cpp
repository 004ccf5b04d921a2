#include "core/worker.hpp"

#include <algorithm>
#include <new>
#include <utility>

#include "core/scheduler.hpp"
#include "core/worker_frame.hpp"
#include "coro/timers.hpp"
#include "platform/clock.hpp"
#include "trace/trace_ring.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

// To arm the monitor's timer and to disarm it takes a few microseconds; to wake the monitor takes
// some tens, but it wakes once for all that has happened until then. So a worker disarms the timer
// as long as it arms it more seldom than this, on an average over some times.
constexpr std::chrono::milliseconds seldom_interval{1};
constexpr unsigned armed_averaged = 16;

// A server considers its load after so many handlers.
constexpr std::uint64_t handlers_between_considerations = 64;

}  // namespace

#if defined(COIO_TOP_FRAME_CALL)
worker_frame*& top_frame() noexcept {
  constinit thread_local worker_frame* top = nullptr;
  return top;
}
#else
constinit thread_local worker_frame* top_frame_ = nullptr;
#endif

worker::worker(scheduler& s, std::size_t i, std::size_t queue_capacity)
    : worker_base(s, s.shared_work()),
      index(i),
      scheduler_(s),
      alone_(s.settings().workers == 1),
      queue_(queue_capacity),
      place_(i),
      random_(static_cast<std::uint32_t>(i) * 0x9E3779B9u + 0x85EBCA6Bu) {}

// ---- States ----

worker::~worker() = default;

void worker::make_timers() {
  timers_ = std::make_unique<timers>(scheduler_, index);
}

void worker::destroy_timers() noexcept {
  timers_.reset();
}

void worker::attach() noexcept {
  scheduler_.idle().set(
      index, std::exchange(wakeup_left_, false) ? worker_state::notified : worker_state::awake);
}

void worker::detach() noexcept {
  if (const std::int64_t n = work.get()) {
    work.set_ordered(0);
    scheduler_.add_outstanding(n);
  }
  assist.store(no_worker, std::memory_order_relaxed);
  helping.store(false, std::memory_order_relaxed);
  join.store(false, std::memory_order_relaxed);
  disarms_ = false;
  time.end();
  thread.store(0, std::memory_order_relaxed);
  scheduler_.end_search(index);
  idle_set& idle = scheduler_.idle();
  // A waker may be about to post a wake-up: it is in the shard's queue when this worker is next
  // attached, or lost by a thread that received it.
  for (;;) {
    const worker_state was = idle.state(index);
    if (!idle.move(index, was, worker_state::absent)) continue;
    wakeup_left_ = was == worker_state::notified;
    return;
  }
}

void worker::awake() noexcept {
  scheduler_.idle().move(index, worker_state::parked, worker_state::awake);
}

// The worker has found nothing to do: it is parked, until its next wake-up. It may be parked
// already, if another thread has received its wake-up while it ran tasks on behalf of a third
// worker. False if there is a task after all, or a shard to look after: a thread that published it
// before, or left it behind, did not see us.
bool worker::park() noexcept {
  // Without having searched, if the wake-up was the session's question.
  scheduler_.end_search(index);
  if (scheduler_.idle().park(index)) {
    counters.parks.add(1);
    if (trace) trace_waiting();
  } else if (scheduler_.idle().state(index) == worker_state::notified)
    return true;
  COIO_SEAM();
  if (!scheduler_.session_leaving() &&
      (queue_.size() > 0 || scheduler_.injected().size() > 0 || scheduler_.tasks_left_behind()))
    return false;
  if (!watching_ && !stepping_ && may_watch()) return false;
  if (std::exchange(disarms_, false)) scheduler_.worker_rests();
  scheduler_.worker_at(0).its_timers().rest(index == 0);
  if (measured_since_ != 0) look_at_clock();
  look();
  return true;
}

// By a loop that waits for wake-ups, in the shard or within a handler that runs there: what that
// handler defers, Asio queues when it has returned.
void worker::rest() noexcept {
  if (!park()) wake_myself(false);
}

// As long as the worker's share is not used up and the shared count is not below zero, work is
// left.
void worker::look() noexcept {
  if (work.get() == 0 || scheduler_.outstanding() < 0) scheduler_.look();
}

// After a push: unless the worker is awake, a wake-up is to be on its way. `deferred`: behind the
// handler that the calling thread is in, and no other thread is woken for it.
void worker::wake_myself(bool deferred) noexcept {
  idle_set& idle = scheduler_.idle();
  if (idle.state(index) == worker_state::awake) return;  // no other thread changes that
  // If it is notified, another thread may be receiving the wake-up, see no task, and put the word
  // back to parked. The fence is between our push and our look at the word; that thread moves the
  // word, then looks at the queue, both seq_cst. One sees the other (orders: receipt).
  std::atomic_thread_fence(std::memory_order_seq_cst);
  if (idle.move(index, worker_state::parked, worker_state::notified)) send_wakeup(deferred);
}

// A handler of another shard that this thread runs within one of its own shard's defers nothing:
// Asio would queue it when the outer one has returned.
void worker::send_wakeup(bool deferred) noexcept {
  scheduler_.post_wakeup(*this, deferred && running_ == place());
}

// An asio::io_context for one thread counts what a handler posts, and operations that it starts and
// that complete at once, when that handler has returned. A run function within the handler runs
// them, and takes them off the count, before: the count is too small then, and at zero the shard
// would stop. So for each handler that a frame above the first runs, the shard has one more, until
// the handlers below have returned. True if it has.
bool worker::lend() noexcept {
  if (!alone_ || frames.get() <= 1) return false;
  try {
    lent_.push_back(asio::require(scheduler_.context(index).get_executor(),
                                  asio::execution::outstanding_work.tracked));
    return true;
  } catch (const std::bad_alloc&) {
    return false;  // the shard may stop early
  }
}

void worker::take_back() noexcept {
  lent_.pop_back();
}

// By the first frame, in no handler but of a wake-up, which has not done anything yet.
void worker::repay() noexcept {
  while (!lent_.empty())
    take_back();
}

void worker::become_busy() noexcept {
  // seq_cst: pairs with monitor::fall_asleep() and session::ask(), which see this worker busy, or
  // this worker sees the monitor asleep and the session asking (orders: asleep, question).
  activity.set_ordered(activity.get() + 1);
  resume_session();
  if (!scheduler_.worker_busy()) return;
  if (++armed_ % armed_averaged == 0) {
    const auto now = clock::now();
    seldom_ = now - std::exchange(armed_since_, now) >= seldom_interval * armed_averaged;
  }
  disarms_ = seldom_;
}

void worker::begin_recording() noexcept {
  measures_ = is_measured(handlers.get());
  if (trace) trace_waited();
  handler_began_ = steady_now();
}

void worker::end_recording() noexcept {
  if (std::exchange(measures_, false))
    counters.run_time.add(static_cast<std::uint64_t>(steady_now() - handler_began_));
  if (!trace) return;
  trace->span(trace_kind::handler, handler_began_);
  trace_waiting();
}

// A worker whose handler has returned waits on if it is parked.
void worker::trace_waiting() noexcept {
  if (waits_since_ == 0 && scheduler_.idle().state(index) == worker_state::parked)
    waits_since_ = steady_now();
}

void worker::trace_waited() noexcept {
  if (waits_since_ != 0) trace->span(trace_kind::waiting, std::exchange(waits_since_, 0));
}

// ---- What executors do ----

void worker::resume_session() noexcept {
  if (!scheduler_.the_session().calm()) scheduler_.the_session().resume();
}

void worker::begin_handler() noexcept {
  const std::uint64_t number = handlers.add(1);
  if (depth++ != recorded_depth_) return;
  if (trace || is_measured(number)) [[unlikely]]
    begin_recording();
  if (depth != 1) return;
  become_busy();
  if (index == 0 && handlers.get() % handlers_between_considerations == 0) consider_load();
}

void worker::end_handler(bool tracked) noexcept {
  if (--depth != recorded_depth_) return;
  if (trace || measures_) [[unlikely]]
    end_recording();
  if (depth != 0) return;
  const std::uint64_t idle = activity.get() + 1;
  if (tracked) {
    // The executor's own work is finished later, and that looks for the end. release: who sees that
    // this worker is idle sees what it has counted meanwhile (orders: activity).
    activity.set_released(idle);
  } else {
    activity.set_ordered(idle);
    look();
  }
  if (disarms_) {
    disarms_ = false;
    scheduler_.worker_rests();
  }
}

// Asio's executor keeps what a function throws, and run() throws it when the handler has returned;
// if there is another one by then, an exception that stands for them and has the first.
void worker::keep_exception(const std::exception_ptr& e) noexcept {
  thrown_ = true;
  if (running_ == no_worker) {
    kept_ = kept_ ? std::make_exception_ptr(asio::multiple_exceptions(kept_)) : e;
    return;
  }
  asio::dispatch(scheduler_.context(running_), [e] { std::rethrow_exception(e); });
}

void worker::start_work() noexcept {
  if (work.get() >= most_own_work) {
    scheduler_.add_outstanding(moved_work);
    work.add(-moved_work);
  }
  // seq_cst: as in become_busy(), within a handler of the base.
  work.set_ordered(work.get() + 1);
  if (depth == 0) resume_session();
}

void worker::finish_work() noexcept {
  std::int64_t n = work.get() - 1;
  if (n < 0) {
    // In this order, a look by another thread counts too much in between, not too little; and this
    // worker looks afterwards.
    n += moved_work;
    work.set_ordered(n);
    scheduler_.add_outstanding(-moved_work);
  } else {
    work.set_ordered(n);
  }
  if (depth == 0) look();
}

// What is to be the first is so but now and then, so that the others wait a millisecond or so.
void worker::push(task* t, bool first) {
  constexpr unsigned most_firsts = 512;
  if (first) first = ++firsts_ % most_firsts != 0;
  std::size_t length;
  try {
    // With one worker tasks run in the order of their posts, those from outside included.
    if (alone_ && scheduler_.injected().size() > 0) take_injected();
    length = first ? queue_.push_first(t) : queue_.push(t);
  } catch (...) {
    t->destroy();
    throw;
  }
  const std::uint64_t posted = counters.posted.add(1);
  counters.queue_high_mark.raise(length);
  if (is_measured(posted)) [[unlikely]]
    measure_queue(length);
  if ((length == wake_length || length % wake_interval == 0) && !alone_) share();
  wake_myself(true);
}

// ---- Wake-ups ----

void worker::on_wakeup(worker& target) {
  if (frames.get() == 1) repay();
  discount_handler();
  looks.add(1);
  counters.wakes_got.add(1);
  if (trace) trace_waited();
  idle_set& idle = scheduler_.idle();
  if (&target == this) {
    idle.set(index, worker_state::awake);
  } else {
    // Both serve the first shard, or the target has left. This worker does what the target was
    // woken for, except for what the target alone can do: going home.
    // Its own wake-up may be on its way, and be received by another in turn; then it runs tasks
    // while it is notified, and parked later.
    const bool present = scheduler_.receive_for(target);
    awake();
    scheduler_.pass_search(target.index, index);
    if (present && target.missed_at_home()) call_home(target);
  }
  struct ending {
    worker& w;
    worker& target;
    ~ending() {
      if (w.stepping_) {
      } else if (!w.scheduler_.session_leaving() &&
                 (w.queue_.size() > 0 || w.helping.load(std::memory_order_relaxed) ||
                  !w.lent_.empty())) {
        // The slice is over. Behind what is ready in the shard, it goes on.
        if (w.scheduler_.idle().move(w.index, worker_state::awake, worker_state::notified))
          w.send_wakeup(true);
        else
          w.wake_myself(true);
      } else {
        w.rest();
      }
      if (&target != &w && target.queue_.size() > 0) w.scheduler_.wake(target.index);
    }
  } const at_exit{*this, target};
  scheduler_.the_session().settle(place());
  if (stepping_) {
    // run_some() looks at the queues itself.
    if (&target != this) steal_from(target.queue_);
    return;
  }
  const std::uint64_t before = handlers.get() + tasks.get();
  run_tasks(target);
  if (handlers.get() + tasks.get() == before) counters.spurious_wakeups.add(1);
  if (thrown_) return;
  if (place() != index || watching_) return;  // the loop around this looks
  if (join.exchange(false, std::memory_order_relaxed)) serve_first();
  if (may_watch()) watch();
}

// ---- Run functions ----

std::size_t worker::run() {
  const frame scope(*this, false);
  const std::size_t start = handled_;
  while (!scheduler_.session_leaving()) {
    rethrow_kept();  // of shards that were polled while this worker was out of its own
    if (may_watch()) {
      watch();
    } else if (!scheduler_.settings().monitor && may_join()) {
      // Without a monitor nobody sees that the first worker, which would call this one, is stuck.
      serve_first();
      rethrow_kept();  // of the wake-up that it waited for on its way home
      handled_ += in_shard(index, [](asio::io_context& c) { return c.poll(); });
    } else {
      rest();
      COIO_SEAM();
      // While the session asks, what it does not count goes on, in shards without a worker, too.
      handled_ += scheduler_.unattended()
                      ? look_after(clock::time_point::max())
                      : in_shard(index, [](asio::io_context& c) { return c.run(); });
    }
    rethrow_kept();
    if (scheduler_.context(index).stopped() && !scheduler_.session_leaving())
      scheduler_.the_session().come_out(*this, nullptr);
  }
  rethrow_kept();
  return handled_ - start;
}

std::size_t worker::run_some(std::size_t limit, const clock::time_point* deadline, bool wait) {
  const frame scope(*this, true);
  const std::size_t start = handled_;
  while (!scheduler_.session_leaving()) {
    looks.add(1);
    if (frames.get() == 1) repay();
    rethrow_kept();
    if (handled_since(start) >= limit) break;
    const std::size_t budget = limit - handled_since(start);
    if (deadline && clock::now() >= *deadline) break;
    if (task* t = next_task(budget)) {
      const busy_scope busy(*this);
      run_task(t);
      continue;
    }
    if (handled_since(start) >= limit) break;
    if (find_tasks()) continue;
    if (assist.load(std::memory_order_relaxed) != no_worker && help(std::min(budget, serve_batch)))
      continue;
    if (wait) {
      if (!wait_in_shard(deadline)) break;
    } else if (!poll_shards(budget)) {
      if (frames.get() == 1 && scheduler_.idle().park(index)) {
        const bool again = scheduler_.the_session().end_if_alone();
        awake();
        if (again) continue;
      }
      break;
    }
  }
  rethrow_kept();
  return handled_ - start;
}

void worker::rethrow_kept() {
  if (kept_) std::rethrow_exception(std::exchange(kept_, nullptr));
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
