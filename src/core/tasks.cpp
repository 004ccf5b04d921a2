// A worker among tasks: its own, those in the injector, and those of others.
#include <algorithm>
#include <utility>

#include "core/scheduler.hpp"
#include "core/worker.hpp"
#include "core/worker_frame.hpp"
#include "platform/clock.hpp"
#include "trace/trace_ring.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

// While a worker has tasks it looks at the clock after one of them, after two more, four more, and
// so on up to so many more;
constexpr unsigned most_tasks_between_looks = 32;
// and if a slice of time is over, it lets its shard run what is ready. A slice is short after one
// in which handlers of the shard ran, and twice as long after one in which none did: I/O that is
// under way waits little, and tasks alone pay little for looks at the reactor. But the tasks that
// were queued when it began run in it, up to the longest time, as they would in an
// asio::io_context: a look at the reactor after each long task would cost more than it gains.
constexpr std::chrono::microseconds shortest_slice{1};
constexpr std::chrono::microseconds longest_slice{128};
// Handlers that a helper runs between two looks at the clock.
constexpr std::size_t help_batch = 4;

}  // namespace

std::uint32_t worker::random() noexcept {
  random_ ^= random_ << 13;
  random_ ^= random_ >> 17;
  random_ ^= random_ << 5;
  return random_;
}

void worker::run_task(task* t) {
  ++handled_;
  const std::uint64_t number = tasks.add(1);
  ran_tasks_ = true;
  if (is_tracing() || is_measured(number)) [[unlikely]]
    run_recorded(t);
  else
    t->run();
}

void worker::run_recorded(task* t) {
  struct recorded {
    worker& w;
    const bool measured = is_measured(w.tasks.get());
    const std::int64_t begin = steady_now();
    ~recorded() {
      if (measured) w.counters.run_time.add(static_cast<std::uint64_t>(steady_now() - begin));
      if (w.trace) w.trace->span(trace_kind::task, begin);
    }
  } const scope{*this};
  t->run();
}

// By the receiver of a wake-up: runs tasks until there are none, or the slice is over.
void worker::run_tasks(worker& target) {
  const busy_scope busy(*this);
  struct handlers_seen {  // tasks run some inline
    worker& w;
    ~handlers_seen() { w.handlers_before_ = w.handlers.get(); }
  } const at_exit{*this};
  tasks_since_look_ = 0;
  tasks_between_looks_ = 1;
  slice_begin_ = look_at_clock();
  slice_end_ = tasks.get() + queue_.size();
  slice_ = handlers.get() != handlers_before_
               ? clock::duration(shortest_slice)
               : std::clamp<clock::duration>(slice_ * 2, shortest_slice, longest_slice);
  if (scheduler_.searching(index)) find_tasks();
  while (!scheduler_.session_leaving() && !thrown_) {
    if (task* t = queue_.pop()) {
      run_task(t);
      if (++tasks_since_look_ >= tasks_between_looks_ && slice_over()) return;
    } else if (!(&target != this && target.queue_.size() > 0 && steal_from(target.queue_)) &&
               !find_tasks() &&
               (assist.load(std::memory_order_relaxed) == no_worker || !help(serve_batch))) {
      return;
    }
  }
}

worker::clock::time_point worker::look_at_clock() noexcept {
  const auto t = clock::now();
  seen_time = std::chrono::nanoseconds(t.time_since_epoch()).count();
  if (measured_since_ != 0) see_queue();
  return t;
}

// ---- What tasks wait ----

// One has been posted, as the last of so many. Others push in front of it at most now and then.
void worker::measure_queue(std::size_t length) noexcept {
  counters.queue_lengths.add(length);
  if (measured_since_ != 0) return;
  measured_since_ = steady_now();
  measured_end_ = queue_.end();
}

// When the worker looks at the clock: whether the task has been taken by then.
void worker::see_queue() noexcept {
  if (!queue_.passed(measured_end_)) return;
  counters.queue_time.add(static_cast<std::uint64_t>(seen_time - measured_since_));
  measured_since_ = 0;
}

// After some tasks. Takes tasks from the injector, too.
bool worker::slice_over() {
  if (scheduler_.injected().size() > 0) take_injected();
  tasks_since_look_ = 0;
  tasks_between_looks_ = std::min(tasks_between_looks_ * 2, most_tasks_between_looks);
  const auto passed = look_at_clock() - slice_begin_;
  if (passed < slice_ || (passed < longest_slice && tasks.get() < slice_end_)) return false;
  if (queue_.size() >= wake_length && !alone_) share();
  return true;
}

// There are tasks for another worker.
void worker::share() noexcept {
  if (too_short.load(std::memory_order_relaxed)) {
    const auto now = clock::now();
    if (now - shared_at_ < least_gap) return;
    shared_at_ = now;
  }
  scheduler_.wake_for_work();
}

// Whether what the last steal gave, which is over, was worth it.
bool worker::gained() noexcept {
  if (!victim_) return true;
  const bool worth = clock::now() - stolen_at_ >= least_gain;
  std::exchange(victim_, nullptr)->too_short.store(!worth, std::memory_order_relaxed);
  return worth;
}

// For run_some(): the next task, or null if it is time for the shard.
task* worker::next_task(std::size_t budget) {
  if (++tasks_since_look_ >= tasks_between_looks_ && slice_over()) {
    slice_begin_ = look_at_clock();
    slice_ = longest_slice;
    tasks_between_looks_ = 1;
    const std::size_t before = handled_;
    if (scheduler_.unattended())
      poll_shards(budget);
    else
      poll_shard(index, std::min(budget, serve_batch));
    if (handled_since(before) >= budget || kept_) return nullptr;
  }
  return queue_.pop();
}

// Moves a fair share of the injector's tasks to the own queue; the rest is for the other workers.
// Returns whether there were any.
bool worker::take_injected() {
  const auto length =
      static_cast<std::uint64_t>(std::max<std::int64_t>(scheduler_.injected().size(), 0));
  const std::uint64_t share = length / scheduler_.worker_count() + 1;
  const auto most = static_cast<std::uint32_t>(std::min<std::uint64_t>(
      share, scheduler_.worker_count() == 1 ? run_queue::max_capacity / 2 : run_queue::max_steal));
  queue_.reserve(most);  // the pushes cannot fail
  for (std::uint32_t i = 0; i < most; ++i) {
    task* t = scheduler_.injected().pop();
    if (!t) return i > 0;
    counters.injected.add(1);
    counters.queue_high_mark.raise(queue_.push(t));
  }
  return true;
}

// Looks for tasks outside the own queue, which is empty. True if it found some.
bool worker::find_tasks() {
  const bool searching = scheduler_.searching(index);
  bool found = false;
  if (scheduler_.injected().size() > 0) found = take_injected();
  const bool worth = gained();
  if (!found && ((worth && (searching || ran_tasks_)) || scheduler_.short_handed()))
    found = steal();
  ran_tasks_ = false;
  // If there is more, the next worker comes too.
  if (searching && scheduler_.end_search(index) && found &&
      (queue_.size() >= wake_length || scheduler_.injected().size() > 0))
    scheduler_.wake_for_work();
  return found;
}

// Steals half of the tasks of some worker that has two or more: the first of them that worker is
// about to run itself, unless it is stuck, which the monitor sees.
bool worker::steal() {
  const std::size_t n = scheduler_.worker_count();
  if (n == 1) return false;
  const std::size_t first = random() % n;
  for (std::size_t k = 0; k < n; ++k) {
    const std::size_t i = (first + k) % n;
    if (i == index) continue;
    run_queue& victim = scheduler_.worker_at(i).queue();
    const std::size_t least = scheduler_.idle().state(i) == worker_state::absent ? 1 : 2;
    if (victim.size() >= least && steal_from(victim)) {
      victim_ = &scheduler_.worker_at(i);
      stolen_at_ = clock::now();
      return true;
    }
  }
  return false;
}

bool worker::steal_from(run_queue& victim) {
  counters.steal_attempts.add(1);
  const std::size_t n = victim.steal(queue_);
  if (n == 0) return false;
  counters.steals.add(1);
  counters.stolen.add(n);
  if (trace) trace->instant(trace_kind::steal, n);
  counters.queue_high_mark.raise(queue_.size());
  return true;
}

// What the monitor has asked for. True if there was something to do, and nothing is left. What is
// left when the slice is over, this worker comes back for, behind what is ready in its own shard:
// the other one is still overloaded then, and need not wait for the monitor's next look.
bool worker::help(std::size_t budget) {
  const std::size_t needy = assist.exchange(no_worker, std::memory_order_relaxed);
  // A wake-up that is received there leaves the queues to the caller.
  struct back {
    worker& w;
    bool was;
    unsigned recorded;
    bool more = false;
    std::size_t helped = no_worker;
    std::int64_t begin = 0;
    ~back() {
      if (w.trace && helped != no_worker) w.trace->span(trace_kind::assist, begin, helped);
      w.stepping_ = was;
      w.recorded_depth_ = recorded;
      w.helping.store(more, std::memory_order_relaxed);
    }
  } at_exit{*this, std::exchange(stepping_, true), recorded_depth_};
  if (depth == 1) recorded_depth_ = depth;  // else within a handler, which is recorded
  if (needy >= scheduler_.worker_count() || needy == index) return false;
  if (!helping.exchange(true, std::memory_order_relaxed)) counters.assists_given.add(1);
  if (trace) {
    at_exit.helped = needy;
    at_exit.begin = steady_now();
  }
  bool found = steal_from(scheduler_.worker_at(needy).queue());
  const auto end = clock::now() + longest_slice;
  while (budget > 0) {
    const std::size_t batch = std::min(budget, help_batch);
    const std::size_t ran = poll_shard(needy, batch);
    found = found || ran > 0;
    if (ran < batch) break;
    budget -= batch;
    if (at_exit.was || clock::now() < end) continue;
    assist.store(needy, std::memory_order_relaxed);
    at_exit.more = true;
    return false;
  }
  return found;
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
