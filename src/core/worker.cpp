#include "core/worker.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "core/scheduler.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

// While a worker has tasks it looks at the clock after one of them, after two more, four more, and
// so on up to so many more;
constexpr unsigned most_tasks_between_looks = 32;
// and if it has not served its shard and the injector for this long, it does so now: so tasks that
// make tasks starve neither I/O nor other threads' posts.
constexpr std::chrono::microseconds serve_interval{100};
// Handlers that it then runs at most, so that I/O does not starve tasks either; and handlers that
// an assisting worker runs before it looks at its own queue again.
constexpr std::size_t serve_batch = 64;
// A queue as long as this, the new task included, has two tasks beyond the one that its worker is
// about to run: worth waking another worker. Waking for less costs more than it gains
// (doc/design.md).
constexpr std::size_t wake_length = 3;
// How long a worker that watches over several shards blocks in one of them.
constexpr std::chrono::milliseconds watch_slice{1};
// How often the last worker to park looks whether shards are done with work that only the
// asio::io_context base knows of.
constexpr std::chrono::milliseconds first_finish_retry{5};
// It looks less and less often, down to this.
constexpr std::chrono::milliseconds last_finish_retry{80};
// A worker keeps up to this much outstanding work to itself; more it adds to the shared count.
constexpr std::int64_t most_own_work = 64;
// To set the monitor's alarm and to take it back takes a few microseconds; to wake the monitor
// takes some tens, but it wakes once for all that has happened until then. So a worker takes the
// alarm back as long as it sets it more seldom than this, on an average over some times.
constexpr std::chrono::milliseconds seldom_interval{1};
constexpr unsigned alarms_averaged = 16;

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
    : worker_base(s),
      index(i),
      scheduler_(s),
      alone_(s.settings().workers == 1),
      queue_(queue_capacity),
      random_(static_cast<std::uint32_t>(i) * 0x9E3779B9u + 0x85EBCA6Bu) {}

std::uint32_t worker::random() noexcept {
  random_ ^= random_ << 13;
  random_ ^= random_ >> 17;
  random_ ^= random_ << 5;
  return random_;
}

// Between entering and leaving run() or run_some().
class worker::entered {
 public:
  explicit entered(worker& w) noexcept
      : worker_(w),
        frame_{&w, top_frame()},
        where_(w.where.load(std::memory_order_relaxed)),
        in_shard_(std::exchange(w.in_shard_, false)) {
    top_frame() = &frame_;
    w.depth.add(1);
  }
  ~entered() {
    if (std::exchange(worker_.searching_, false)) {
      // Nobody else would search while this thread is away.
      worker_.scheduler_.end_search();
      worker_.scheduler_.wake_for_work();
    }
    // Called from a handler, it may have blocked in another shard than the one the handler is in.
    worker_.where.store(where_, std::memory_order_relaxed);
    worker_.depth.add(static_cast<unsigned>(-1));
    top_frame() = frame_.below;
    worker_.in_shard_ = in_shard_;
    // Called from a handler that executors do not know of, whose end we do not see.
    if (in_shard_ && worker_.handler_depth_ == 0) worker_.rest();
  }
  entered(const entered&) = delete;
  entered& operator=(const entered&) = delete;

 private:
  worker& worker_;
  worker_frame frame_;
  const std::size_t where_;
  const bool in_shard_;
};

// Whatever becomes of the tasks at the end of a handler, the worker rests after it.
class worker::resting {
 public:
  explicit resting(worker& w) noexcept : worker_(w) {}
  ~resting() { worker_.rest(); }
  resting(const resting&) = delete;
  resting& operator=(const resting&) = delete;

 private:
  worker& worker_;
};

void worker::begin_handler() noexcept {
  ++handler_depth_;
  handlers.add(1);
  const worker_state was = scheduler_.idle().unpark(index);
  if (was == worker_state::running) return;
  if (was == worker_state::elected) {
    // It was to search, but has a handler to run, which may take long: let another search.
    scheduler_.end_search();
    if (scheduler_.injected().size() > 0) scheduler_.wake_for_work();
  }
  tell_monitor();
}

// That the worker is not parked any more.
void worker::tell_monitor() noexcept {
  if (!scheduler_.worker_awake()) return;
  if (++alarms_ % alarms_averaged == 0) {
    const auto now = clock::now();
    seldom_ = now - std::exchange(alarms_since_, now) >= seldom_interval * alarms_averaged;
  }
  takes_back_ = seldom_;
}

void worker::end_handler(bool completion) {
  if (--handler_depth_ != 0 || !in_shard_) return;
  const resting at_exit(*this);
  // Within the caller's own handler nothing else may run, so only completions go on with tasks.
  if (completion && (queue_.size() > 0 || searching_ || scheduler_.injected().size() > 0 ||
                     assist.load(std::memory_order_relaxed) != no_worker))
    run_tasks();
}

void worker::on_wake(worker& target) {
  --handled_;  // a wake-up is no handler of the user's
  target.wake_posted.store(false, std::memory_order_relaxed);
  looks.add(1);
  counters.wakes_got.add(1);
  unpark();
  idle_set& idle = scheduler_.idle();
  if (&target != this) {
    // We share a shard with the target, which is still blocked. We are awake in its stead.
    if (idle.unclaim(target.index, worker_state::elected))
      searching_ = true;
    else
      idle.unclaim(target.index, worker_state::summoned);
    if (const std::size_t needy = target.assist.exchange(no_worker, std::memory_order_relaxed);
        needy != no_worker)
      assist.store(needy, std::memory_order_relaxed);
    if (idle.state(target.index) == worker_state::parked) {
      while (steal_from(target.queue_)) {
      }
      // Another thief, who leaves half, may have been at it.
      if (target.queue_.size() > 0) target.wake_myself();
    }
  }
  if (const std::size_t place = target.where.load(std::memory_order_relaxed);
      scheduler_.spread() && place != target.index &&
      (&target == this || idle.state(target.index) == worker_state::parked)) {
    // The target has its own shard to look after by now. Another worker may come out first and
    // revive the shard before the target sees that it was stopped: so again, until it has moved.
    scheduler_.leave_shard(place);
    scheduler_.post_wake(target.index);
  }
  if (in_shard_ && !looks_after_ && scheduler_.shards_unattended())
    scheduler_.leave_shard(where.load(std::memory_order_relaxed));
  if (in_shard_ && handler_depth_ == 0) {
    const resting at_exit(*this);
    const std::uint64_t before = handlers.get() + tasks.get();
    run_tasks();
    if (handlers.get() + tasks.get() == before) counters.spurious_wakeups.add(1);
  }
}

void worker::unpark() noexcept {
  const worker_state was = scheduler_.idle().unpark(index);
  if (was == worker_state::running) return;
  if (was == worker_state::elected) searching_ = true;
  tell_monitor();
}

void worker::push(task* t) {
  std::size_t length;
  try {
    // With one worker tasks run in the order of their posts, those from outside included.
    if (alone_ && scheduler_.injected().size() > 0) take_injected();
    length = queue_.push(t);
  } catch (...) {
    t->destroy();
    throw;
  }
  counters.posted.add(1);
  counters.queue_high_mark.raise(length);
  if (length >= wake_length && !alone_) scheduler_.wake_for_work();
  // Within a handler that we do not see the end of: look after the task when it is over.
  if (in_shard_ && handler_depth_ == 0) wake_myself();
}

void worker::wake_myself() noexcept {
  if (!wake_posted.exchange(true, std::memory_order_relaxed)) scheduler_.post_wake(index);
}

void worker::finish_last_work() noexcept {
  if (!in_shard_ || handler_depth_ != 0) {
    work.add(-1);  // rest() sees to it
    return;
  }
  // The worker counts as parked already: its handler is over, and the operation's own work was
  // left. If this was the last work of all, nobody else may notice. seq_cst: pairs with itself on
  // another worker, and with no_work(): each of two workers that finish at once writes its own
  // share, then reads the shared count and the other's.
  work.add_ordered(-1);
  if (work.get() < 0) give_work(work.get());
  if (scheduler_.outstanding() + work.get() <= 0) settle();
}

// Moves some of the worker's own share of the outstanding work to the shared count. Who adds up
// meanwhile (the shared count first) must find too much, or that we ticked.
void worker::give_work(std::int64_t n) noexcept {
  if (n > 0) {
    scheduler_.add_outstanding(n);
    // Who has read the shared count without n, and now reads (acquire) our share without it, too,
    // sees a tick that came after its first look.
    looks.add(1);
    work.add_released(-n);
  } else if (n < 0) {
    // Who reads the shared count with n sees our share without it.
    work.add(-n);
    scheduler_.add_outstanding(n);
  }
}

// By a parked worker: the shared count and its own share are no more than zero together. Work may
// be at its end: own shares of parked workers are not below zero, so if the sum of all is zero,
// this worker sees it, or else the shared count is below zero, because some worker finished what
// others had started. Then those that have a share give it to the shared count, and the last of
// them gets here.
void worker::settle() noexcept {
  if (scheduler_.finished())
    scheduler_.leave_shard(where.load(std::memory_order_relaxed));
  else
    scheduler_.collect_work();
}

void worker::leave() noexcept {
  give_work(work.get());
  assist.store(no_worker, std::memory_order_relaxed);
  takes_back_ = false;
}

// A shuffled round: each shard once in every worker_count() calls. The order within a round is
// random because a strict rotation would put all of a program's sockets on one shard if it made,
// say, a socket and a timer for each connection, on two shards.
std::size_t worker::next_shard() noexcept {
  const std::size_t n = scheduler_.worker_count();
  for (std::size_t tried = 0; tried < n; ++tried) {
    if (shard_position_ == n || shard_order_.empty()) {
      if (shard_order_.empty()) {
        try {
          shard_order_.resize(n);
        } catch (...) {
          return index;
        }
        std::iota(shard_order_.begin(), shard_order_.end(), 0u);
      }
      for (std::size_t i = n - 1; i > 0; --i)
        std::swap(shard_order_[i], shard_order_[random() % (i + 1)]);
      shard_position_ = 0;
    }
    const std::size_t i = shard_order_[shard_position_++];
    if (scheduler_.idle().state(i) != worker_state::absent) return i;
  }
  return index;
}

std::size_t worker::run() {
  const entered scope(*this);
  const std::size_t start = handled_;
  while (!scheduler_.leaving())
    stay_in_shard();
  return handled_ - start;
}

std::size_t worker::run_some(std::size_t limit, const clock::time_point* deadline, bool wait) {
  const entered scope(*this);
  const std::size_t start = handled_;
  while (!scheduler_.leaving()) {
    looks.add(1);
    if (handled_since(start) >= limit) break;
    const std::size_t budget = limit - handled_since(start);
    if (deadline && clock::now() >= *deadline) break;
    if (task* t = next_task(budget)) {
      run_task(t);
      continue;
    }
    if (handled_since(start) >= limit) break;
    if (search()) continue;
    if (assist.load(std::memory_order_relaxed) != no_worker && help(budget)) continue;
    if (wait) {
      if (!wait_in_shard(deadline)) break;
    } else if (!poll_shards(budget)) {
      finish_unless_work();
      break;
    }
  }
  return handled_ - start;
}

void worker::run_task(task* t) {
  ++handled_;
  tasks.add(1);
  ran_tasks_ = true;
  t->run();
}

// Within a handler of the own shard: runs tasks until there are none, or it is time to let the
// shard run its other handlers.
void worker::run_tasks() {
  struct in_handler {
    unsigned& depth;
    explicit in_handler(unsigned& d) noexcept : depth(d) { ++depth; }
    ~in_handler() { --depth; }
  } const scope(handler_depth_);
  tasks_since_look_ = 0;
  tasks_between_looks_ = 1;
  served_ = {};
  while (!scheduler_.leaving()) {
    if (task* t = queue_.pop()) {
      run_task(t);
      if (++tasks_since_look_ >= tasks_between_looks_ && queue_.size() > 0 && time_to_serve())
        return;
    } else if (!search() &&
               (assist.load(std::memory_order_relaxed) == no_worker || !help(serve_batch))) {
      return;
    }
  }
}

// After some tasks: whether it is time to look after the shard. Takes tasks from the injector.
bool worker::time_to_serve() {
  if (scheduler_.injected().size() > 0) take_injected();
  tasks_since_look_ = 0;
  const auto now = clock::now();
  const bool long_tasks = now - std::exchange(last_look_, now) >= serve_interval;
  tasks_between_looks_ =
      long_tasks ? 1 : std::min(tasks_between_looks_ * 2, most_tasks_between_looks);
  if (served_ == clock::time_point()) served_ = now;
  return now - served_ >= serve_interval;
}

// At the end of a handler of the own shard: the worker is parked from now on, until its next
// handler.
void worker::rest() noexcept {
  if (std::exchange(searching_, false)) {
    scheduler_.end_search();
    if (queue_.size() >= wake_length) scheduler_.wake_for_work();
  }
  if (const std::int64_t n = work.get(); n < 0)
    give_work(n);
  else if (n > most_own_work)
    give_work(n - most_own_work / 2);
  counters.parks.add(1);
  scheduler_.idle().park(index);
  COIO_SEAM();
  // seq_cst, after park(): pairs with collect_work().
  if (work.get() > 0 && scheduler_.outstanding() < 0) give_work(work.get());
  // Whoever posted before park() did not see us: look once more. So for the first I/O object on
  // another shard, which means that we must move to our own; on_wake() sees to it.
  if (queue_.size() > 0 || scheduler_.injected().size() > 0 ||
      (where.load(std::memory_order_relaxed) != index && scheduler_.spread()))
    return wake_myself();
  if (std::exchange(takes_back_, false)) scheduler_.worker_rests();
  if (scheduler_.outstanding() + work.get() <= 0) settle();
}

// The next task from the queue. Now and then looks after what else waits: tasks in the injector,
// and the shard.
task* worker::next_task(std::size_t budget) {
  if (++tasks_since_look_ >= tasks_between_looks_ && time_to_serve()) {
    served_ = last_look_;
    const std::size_t before = handled_;
    serve(scheduler_.spread() ? index : 0, std::min(budget, serve_batch));
    if (handled_since(before) < budget && scheduler_.shards_unattended())
      poll_shards(budget - handled_since(before));
    if (handled_since(before) >= budget) return nullptr;
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

// Runs up to `budget` handlers that are ready in a shard, and the wake-ups before them. Returns how
// many handlers ran.
std::size_t worker::serve(std::size_t shard, std::size_t budget) {
  const std::size_t before = handled_;
  for (std::size_t n = 0; n < serve_batch && handled_since(before) < budget; ++n) {
    if (scheduler_.leaving() || scheduler_.shard(shard).poll_one() == 0) break;
    ++handled_;  // on_wake() takes it back
  }
  return handled_since(before);
}

// Looks for tasks outside the own queue, which is empty. True if it found some.
bool worker::search() {
  bool found = false;
  if (scheduler_.injected().size() > 0) found = take_injected();
  if (!found && (searching_ || ran_tasks_ || scheduler_.short_handed())) found = steal();
  ran_tasks_ = false;
  if (searching_) {
    searching_ = false;
    scheduler_.end_search();
    // If there is more, the next worker comes too.
    if (found && (queue_.size() >= wake_length || scheduler_.injected().size() > 0))
      scheduler_.wake_for_work();
  }
  return found;
}

// Steals half of the tasks of some worker that has two or more: the first of them it is about to
// run itself, unless it is stuck, which the monitor sees.
bool worker::steal() {
  const std::size_t n = scheduler_.worker_count();
  if (n == 1) return false;
  const std::size_t first = random() % n;
  for (std::size_t k = 0; k < n; ++k) {
    const std::size_t i = (first + k) % n;
    if (i == index) continue;
    run_queue& victim = scheduler_.worker_at(i).queue();
    const std::size_t least = scheduler_.idle().state(i) == worker_state::absent ? 1 : 2;
    if (victim.size() >= least && steal_from(victim)) return true;
  }
  return false;
}

bool worker::steal_from(run_queue& victim) {
  counters.steal_attempts.add(1);
  const std::size_t n = victim.steal(queue_);
  if (n == 0) return false;
  counters.steals.add(1);
  counters.stolen.add(n);
  counters.queue_high_mark.raise(queue_.size());
  return true;
}

// What the monitor has asked for. True if there was something to do.
bool worker::help(std::size_t budget) {
  const std::size_t needy = assist.exchange(no_worker, std::memory_order_relaxed);
  if (needy >= scheduler_.worker_count() || needy == index) return false;
  counters.assists_given.add(1);
  const bool stolen = steal_from(scheduler_.worker_at(needy).queue());
  return serve(needy, std::min(budget, serve_batch)) > 0 || stolen;
}

// Without waiting, runs what is ready in the own shard and in those without a thread.
bool worker::poll_shards(std::size_t budget) {
  const std::size_t before = handled_;
  for (std::size_t i = 0; i < scheduler_.worker_count() && handled_since(before) < budget; ++i)
    if (i == 0 || i == index || scheduler_.idle().state(i) == worker_state::absent) {
      if (scheduler_.shard(i).stopped() && !scheduler_.leaving()) scheduler_.revive(i);
      serve(i, std::min(budget - handled_since(before), serve_batch));
    }
  return handled_ != before;
}

// Ends the session if no work is left, as waiting would.
void worker::finish_unless_work() {
  give_work(work.get());
  if (scheduler_.outstanding() > 0) return;
  scheduler_.idle().park(index);
  scheduler_.try_finish();
  unpark();
}

// Chooses the shard to block in and marks the worker parked. False if there is something to do
// first. Sets `retry` if no work is left but what shards have of their own.
bool worker::prepare_to_block(bool& retry) {
  retry = false;
  give_work(work.get());
  // As long as all I/O objects live on shard 0, all workers serve it.
  const bool spread = scheduler_.spread();
  const std::size_t place = spread ? index : 0;
  // A wake-up that is on its way to where we were does not reach us any more.
  if (place != where.load(std::memory_order_relaxed))
    wake_posted.store(false, std::memory_order_relaxed);
  where.store(place, std::memory_order_relaxed);
  counters.parks.add(1);
  scheduler_.idle().park(index);
  COIO_SEAM();
  // Whoever posted before park() did not see us: look once more.
  if (queue_.size() > 0 || scheduler_.injected().size() > 0 || scheduler_.spread() != spread)
    return false;
  // Nobody wakes us for what a worker that is gone has left.
  if (scheduler_.short_handed() && scheduler_.tasks_left_behind()) return false;
  if (std::exchange(takes_back_, false)) scheduler_.worker_rests();
  if (scheduler_.outstanding() <= 0) {
    retry = scheduler_.try_finish();
    scheduler_.collect_work();
  }
  return true;
}

// For some worker of the pool that is not there: runs what is ready on the shards without a thread,
// then blocks in the own one for a while.
std::size_t worker::look_after(const clock::time_point& until) {
  const std::size_t place = where.load(std::memory_order_relaxed);
  for (std::size_t i = 0; i < scheduler_.worker_count(); ++i)
    if (i != place && scheduler_.idle().state(i) == worker_state::absent) {
      if (scheduler_.shard(i).stopped() && !scheduler_.leaving()) scheduler_.revive(i);
      if (const std::size_t n = scheduler_.shard(i).poll_one()) return n;
    }
  return scheduler_.shard(place).run_one_until(std::min(until, clock::now() + watch_slice));
}

// Blocks in a shard and runs its handlers, until somebody makes the workers leave it.
void worker::stay_in_shard() {
  bool retry;
  const bool ready = prepare_to_block(retry);
  const std::size_t place = where.load(std::memory_order_relaxed);
  asio::io_context& shard = scheduler_.shard(place);
  if (!ready) wake_myself();
  const std::uint64_t before = ticks();
  {
    struct leaving_shard {  // a handler may throw
      worker& w;
      ~leaving_shard() {
        w.in_shard_ = w.looks_after_ = false;
        // The monitor need not know: we are back in a moment.
        if (w.scheduler_.idle().unpark(w.index) == worker_state::elected) w.searching_ = true;
      }
    } const at_exit{*this};
    in_shard_ = true;
    looks_after_ = scheduler_.shards_unattended();
    COIO_SEAM();
    if (looks_after_) {
      handled_ += look_after(clock::time_point::max());
    } else if (retry) {
      finish_retry_ =
          std::clamp<clock::duration>(finish_retry_ * 2, first_finish_retry, last_finish_retry);
      handled_ += shard.run_for(finish_retry_);
    } else {
      handled_ += shard.run();
    }
  }
  if (ticks() != before) finish_retry_ = {};
  if (shard.stopped() && !scheduler_.leaving()) scheduler_.revive(place);
}

// Blocks in a shard until a handler has run there or somebody wakes the worker. False if the
// deadline has passed.
bool worker::wait_in_shard(const clock::time_point* deadline) {
  struct unpark_at_exit {  // a handler may throw
    worker& w;
    ~unpark_at_exit() { w.unpark(); }
  };
  bool retry;
  std::size_t n = 0;
  std::size_t place;
  {
    const unpark_at_exit at_exit{*this};
    if (!prepare_to_block(retry)) return true;
    place = where.load(std::memory_order_relaxed);
    auto until = deadline ? *deadline : clock::time_point::max();
    if (retry) until = std::min(until, clock::now() + first_finish_retry);
    COIO_SEAM();
    if (scheduler_.shards_unattended())
      n = look_after(until);
    else if (until == clock::time_point::max())
      n = scheduler_.shard(place).run_one();
    else
      n = scheduler_.shard(place).run_one_until(until);
    handled_ += n;
  }
  if (n == 0) {
    if (scheduler_.shard(place).stopped() && !scheduler_.leaving()) scheduler_.revive(place);
    if (deadline && clock::now() >= *deadline) return false;
  }
  return true;
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
