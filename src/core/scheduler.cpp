#include "core/scheduler.hpp"

#include <algorithm>
#include <string>
#include <thread>
#include <utility>

#include "platform/affinity.hpp"
#include "platform/thread.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

options resolved(options o) {
  o.validate();
  if (o.workers == 0) o.workers = default_workers();
  return o;
}

}  // namespace

// What one call of run() and the threads that it starts share.
struct scheduler::run_call {
  enum gate_state { shut, opened, cancelled };
  std::atomic<gate_state> gate{shut};
  std::atomic<std::size_t> handled{0};
  bool threads = false;          // whether it has started any
  std::exception_ptr exception;  // with mutex_ held
};

scheduler::scheduler(const options& o, hooks h)
    : options_(resolved(o)),
      hooks_(std::move(h)),
      idle_(static_cast<std::size_t>(options_.workers)),
      guards_(static_cast<std::size_t>(options_.workers)),
      left_(static_cast<std::size_t>(options_.workers), false),
      monitor_(*this) {
  for (std::size_t i = 0; i < idle_.size(); ++i)
    workers_.push_back(std::make_unique<worker>(*this, i, options_.run_queue_capacity));
}

scheduler::~scheduler() {
  destroy_tasks();
}

void scheduler::open(io_context& first,
                     const std::function<std::unique_ptr<io_context>()>& make_shard) {
  shards_.push_back(&first);
  for (std::size_t i = 1; i < worker_count(); ++i) {
    owned_shards_.push_back(make_shard());
    shards_.push_back(owned_shards_.back().get());
  }
}

void scheduler::close() noexcept {
  std::vector<std::exception_ptr> exceptions;
  {
    const std::lock_guard lock(mutex_);
    guards_.clear();  // what is destroyed from here on finishes its work
    exceptions.swap(pending_exceptions_);
  }
  exceptions.clear();
  destroy_tasks();
  for (io_context* s : shards_)
    s->shutdown();
  destroy_tasks();
  owned_shards_.clear();
  destroy_tasks();
}

void scheduler::destroy_tasks() noexcept {
  // What a destructor submits comes to the injector: this thread is no worker.
  for (auto& w : workers_)
    while (task* t = w->take())
      t->destroy();
  while (task* t = injector_.pop())
    t->destroy();
}

// ---- Sessions ----

std::size_t scheduler::free_worker() const noexcept {
  for (std::size_t i = 0; i < worker_count(); ++i)
    if (idle_.state(i) == worker_state::absent) return i;
  return idle_set::none;
}

void scheduler::attach(std::size_t i) {
  if (attached_.load(std::memory_order_relaxed) == 0) {
    // relaxed: the guard itself stays, so who still reads true is right; and who has found no
    // session has counted its work before detach() looks.
    base_guarded_.store(false, std::memory_order_relaxed);
    for (std::size_t k = 0; k < worker_count(); ++k)
      restart_shard(k);
  }
  attached_.fetch_add(1, std::memory_order_relaxed);
  idle_.set(i, worker_state::running);
  monitor_.notice();
}

// With its guard first: a thread that enters a shard without work stops it.
void scheduler::restart_shard(std::size_t i) noexcept {
  if (!guards_[i]) guards_[i].emplace(shard(i).get_executor());
  if (shard(i).stopped()) shard(i).restart();
  left_[i] = false;
}

// Outside a session: whoever runs the first shard by way of the base waits for the work that
// executors count.
void scheduler::guard_base() noexcept {
  if (attached_.load(std::memory_order_relaxed) != 0 || guards_.empty()) return;
  if (outstanding() <= 0) {
    // seq_cst: pairs with work_started_elsewhere(), which counts its work, then looks here. Either
    // it finds no guard, and comes here after us, or we find its work.
    base_guarded_.store(false, std::memory_order_seq_cst);
    COIO_SEAM();
    if (outstanding() <= 0) {
      guards_[0].reset();
      return;
    }
  }
  if (!guards_[0]) guards_[0].emplace(shard(0).get_executor());
  base_guarded_.store(true, std::memory_order_seq_cst);
}

void scheduler::detach(std::size_t i, std::unique_lock<std::mutex>& lock) noexcept {
  worker& w = worker_at(i);
  w.leave();
  w.time.end();
  w.thread.store(0, std::memory_order_relaxed);
  idle_.set(i, worker_state::absent);
  if (attached_.load(std::memory_order_relaxed) > 1) {
    attached_.fetch_sub(1, std::memory_order_relaxed);
    // The others steal what is left in its queue. If I/O objects live on its shard, they must look
    // after them from now on, and therefore come out of their own. So must the last of them if this
    // was the one that would have seen that no work is left.
    for (std::size_t k = 0; k < worker_count(); ++k)
      stop_shard(k);
  } else {
    // A hook that the monitor calls may want the lock. Nobody attaches while we are leaving.
    leaving_.store(true, std::memory_order_relaxed);
    lock.unlock();
    monitor_.stop();
    lock.lock();
    // seq_cst: pairs with work_started_elsewhere() and inject().
    attached_.store(0, std::memory_order_seq_cst);
    COIO_SEAM();
    if (tasks_queued()) post_drain();
    for (std::size_t k = 1; k < worker_count(); ++k)
      guards_[k].reset();
    guard_base();
    leaving_.store(false, std::memory_order_relaxed);
    if (!stopped())
      for (std::size_t k = 0; k < worker_count(); ++k)
        if (shard(k).stopped()) shard(k).restart();
  }
  session_changed_.notify_all();
}

void scheduler::enter(std::size_t i) noexcept {
  const std::lock_guard lock(mutex_);
  worker_at(i).time.begin();
  worker_at(i).thread.store(thread_number(), std::memory_order_relaxed);
}

void scheduler::begin_leaving() noexcept {
  if (attached_.load(std::memory_order_relaxed) != 0)
    leaving_.store(true, std::memory_order_relaxed);
  // Stopping a shard synchronises with the threads that it makes return.
  for (io_context* s : shards_)
    static_cast<asio::io_context*>(s)->stop();
}

void scheduler::rethrow_pending(std::unique_lock<std::mutex>& lock) {
  if (pending_exceptions_.empty()) return;
  const std::exception_ptr e = pending_exceptions_.front();
  pending_exceptions_.erase(pending_exceptions_.begin());
  lock.unlock();
  std::rethrow_exception(e);
}

void scheduler::work_thread(std::size_t i, run_call& call) noexcept {
  enter(i);
  bool started = false;
  try {
    if (hooks_.on_thread_start) hooks_.on_thread_start(i);
    started = true;
    call.handled.fetch_add(worker_at(i).run(), std::memory_order_relaxed);
  } catch (...) {
    const std::lock_guard lock(mutex_);
    if (!call.exception) {
      call.exception = std::current_exception();
    } else {
      try {
        pending_exceptions_.push_back(std::current_exception());
      } catch (...) {
        std::terminate();  // no memory to keep an exception in: it cannot be reported
      }
    }
    // A thread that run() has started cannot report it before all of them have left.
    if (call.threads) begin_leaving();
  }
  if (started && hooks_.on_thread_stop) hooks_.on_thread_stop(i);
  std::unique_lock lock(mutex_);
  detach(i, lock);
}

std::size_t scheduler::run() {
  if (worker* w = worker::current(*this)) return w->run_some(worker::no_limit, nullptr, true);

  run_call call;
  std::vector<std::size_t> mine;
  std::vector<std::thread> threads;
  {
    std::unique_lock lock(mutex_);
    std::size_t first;
    for (;;) {
      rethrow_pending(lock);
      if (stopped()) return 0;
      first = free_worker();
      if (first != idle_set::none && !leaving()) break;
      session_changed_.wait(lock);
    }
    mine.push_back(first);
    mine.reserve(worker_count());
    threads.reserve(worker_count());
    attach(first);
    if (options_.spawn_threads)
      for (std::size_t i = first + 1; i < worker_count(); ++i)
        if (idle_.state(i) == worker_state::absent) {
          mine.push_back(i);
          attach(i);
        }
    call.threads = mine.size() > 1;
  }

  // The threads wait at the gate until all have started.
  const auto finish = [&](run_call::gate_state g) {
    call.gate.store(g, std::memory_order_release);
    call.gate.notify_all();
  };
  std::optional<scoped_pin> pinned;
  bool pinning = false;
  try {
    for (std::size_t k = 1; k < mine.size(); ++k)
      threads.emplace_back([this, &call, i = mine[k]] {
        if (!options_.thread_name.empty())
          set_thread_name((options_.thread_name + '-' + std::to_string(i)).c_str());
        call.gate.wait(run_call::shut, std::memory_order_acquire);
        if (call.gate.load(std::memory_order_acquire) == run_call::opened) {
          work_thread(i, call);
        } else {
          std::unique_lock lock(mutex_);
          detach(i, lock);
        }
      });
    if (options_.monitor && worker_count() > 1) {
      const std::lock_guard lock(mutex_);
      monitor_.start();
    }
    // Last, for new threads inherit the CPUs of the one that starts them.
    if (!options_.affinity.empty()) {
      pinning = true;
      const auto cpus = [this](std::size_t i) -> const std::string& {
        return options_.affinity[i % options_.affinity.size()];
      };
      for (std::size_t k = 1; k < mine.size(); ++k)
        pin(threads[k - 1], cpus(mine[k]));
      pinned.emplace(cpus(mine[0]));
    }
  } catch (const std::exception& e) {
    finish(run_call::cancelled);
    for (auto& t : threads)
      t.join();
    std::unique_lock lock(mutex_);
    for (std::size_t k = threads.size() + 1; k < mine.size(); ++k)
      detach(mine[k], lock);
    detach(mine[0], lock);
    const auto* error = dynamic_cast<const std::system_error*>(&e);
    throw std::system_error(
        error ? error->code() : std::make_error_code(std::errc::not_enough_memory),
        "coio::io_context::run: " +
            (pinning ? std::string("cannot pin the workers")
                     : "cannot start thread " + std::to_string(threads.size() + 1) + " of " +
                           std::to_string(mine.size())) +
            " (" + e.what() + ")");
  }
  finish(run_call::opened);
  work_thread(mine[0], call);
  for (auto& t : threads)
    t.join();
  if (call.exception) std::rethrow_exception(call.exception);
  return call.handled.load(std::memory_order_relaxed);
}

std::size_t scheduler::run_alone(std::size_t limit, const worker::clock::time_point* deadline,
                                 bool wait) {
  if (worker* w = worker::current(*this)) return w->run_some(limit, deadline, wait);
  std::size_t i;
  {
    std::unique_lock lock(mutex_);
    for (;;) {
      rethrow_pending(lock);
      if (stopped()) return 0;
      i = free_worker();
      if (i != idle_set::none && !leaving()) break;
      // Every worker has a thread: what is ready is being run.
      if (!wait) return 0;
      if (!deadline)
        session_changed_.wait(lock);
      else if (session_changed_.wait_until(lock, *deadline) == std::cv_status::timeout)
        return 0;
    }
    attach(i);
  }
  // The clocks of a shorter call would cost more than the call.
  if (wait && limit == worker::no_limit) enter(i);
  struct detach_at_exit {
    scheduler& s;
    std::size_t i;
    ~detach_at_exit() {
      std::unique_lock lock(s.mutex_);
      s.detach(i, lock);
    }
  } at_exit{*this, i};
  return worker_at(i).run_some(limit, deadline, wait);
}

void scheduler::stop() {
  const std::lock_guard lock(mutex_);
  stopped_.store(true, std::memory_order_release);
  begin_leaving();
  session_changed_.notify_all();
}

void scheduler::restart() {
  const std::lock_guard lock(mutex_);
  stopped_.store(false, std::memory_order_release);
  if (attached_.load(std::memory_order_relaxed) == 0)
    for (std::size_t i = 0; i < worker_count(); ++i)
      shard(i).restart();
}

void scheduler::notify_fork(asio::execution_context::fork_event event) {
  for (io_context* s : shards_)
    static_cast<asio::io_context*>(s)->notify_fork(event);
  if (event == asio::execution_context::fork_child) monitor_.forked();
}

// ---- The end of the work ----

bool scheduler::finished() const noexcept {
  for (std::size_t i = 0; i < worker_count(); ++i) {
    const worker_state s = idle_.state(i);
    if (s == worker_state::absent) continue;
    // A worker that is parked within a handler is not idle: the handler goes on.
    if (s != worker_state::parked || workers_[i]->depth.get() > 1) return false;
  }
  return no_work();
}

bool scheduler::no_work() const noexcept {
  // The count of outstanding work first: who has counted some queues a task before it lowers the
  // count, so who reads zero finds the task, unless a worker has taken it.
  std::int64_t sum = outstanding();
  for (const auto& w : workers_)
    sum += w->work.get_ordered();  // see worker::finish_last_work() and give_work()
  if (sum != 0 || injector_.size() > 0) return false;
  for (const auto& w : workers_)
    if (w->queue().size() != 0) return false;
  return true;
}

bool scheduler::tasks_left_behind() const noexcept {
  for (std::size_t i = 0; i < worker_count(); ++i)
    if (idle_.state(i) == worker_state::absent && workers_[i]->queue().size() > 0) return true;
  return false;
}

std::uint64_t scheduler::ticks() const noexcept {
  std::uint64_t sum = 0;
  for (const auto& w : workers_)
    sum += w->ticks();
  return sum;
}

bool scheduler::try_finish() noexcept {
  const std::lock_guard lock(mutex_);
  const std::uint64_t before = ticks();
  if (leaving() || stopped() || !finished()) return false;
  bool idle = true;
  // One after the other, for those that have to stop send their workers out. The work that is left
  // is the first shard's, as a rule.
  for (std::size_t i = 0; idle && i < worker_count(); ++i) {
    guards_[i].reset();
    idle = shard(i).stopped();
  }
  // That the shards have stopped one after the other does not mean that none has work: a handler on
  // the last may have posted to the first. But now no handler runs on any of them, and so a second
  // pass finds what was posted.
  for (std::size_t i = 0; idle && i < worker_count(); ++i) {
    restart_shard(i);
    guards_[i].reset();
    idle = shard(i).stopped();
  }
  // No worker has done anything since all were parked, or it would have ticked.
  if (idle && no_work() && ticks() == before) {
    stopped_.store(true, std::memory_order_release);
    leaving_.store(true, std::memory_order_relaxed);
    session_changed_.notify_all();
    return false;
  }
  for (std::size_t i = 0; i < worker_count(); ++i)
    if (!guards_[i]) restart_shard(i);
  return true;
}

void scheduler::stop_shard(std::size_t i) noexcept {
  if (leaving() || stopped()) return;
  left_[i] = true;
  shard(i).stop();
}

void scheduler::leave_shard(std::size_t i) noexcept {
  const std::lock_guard lock(mutex_);
  stop_shard(i);
}

void scheduler::revive(std::size_t i) noexcept {
  const std::lock_guard lock(mutex_);
  if (leaving() || stopped() || !shard(i).stopped()) return;
  if (left_[i]) {
    restart_shard(i);
  } else {
    // It has a guard and yet was stopped: by somebody who knows only the base, and means all of us.
    stopped_.store(true, std::memory_order_release);
    begin_leaving();
    session_changed_.notify_all();
  }
}

// ---- Submitting and waking ----

void scheduler::inject(task* t) {
  injector_.push(t);
  wake_for_work();
  // The worker that was woken may be in a handler that we do not know of.
  monitor_.notice();
  // A session that begins now looks into the injector before it parks. seq_cst: one that ends now
  // lowers attached_, then looks into the injector; we have pushed, then look here.
  if (attached_.load(std::memory_order_seq_cst) == 0) post_drain();
}

void scheduler::work_started_elsewhere() noexcept {
  // seq_cst, all three: the end of a session lowers attached_, then looks at the count. Either it
  // sees this work, or we see that there is no session. For the guard see guard_base().
  outstanding_.fetch_add(1, std::memory_order_seq_cst);
  if (attached_.load(std::memory_order_seq_cst) == 0 &&
      !base_guarded_.load(std::memory_order_seq_cst)) {
    const std::lock_guard lock(mutex_);
    guard_base();
  }
}

void scheduler::work_finished_elsewhere() noexcept {
  // release: whoever sees the count fall sees what was done before. It cannot be the last.
  for (std::int64_t n = outstanding_.load(std::memory_order_relaxed); n > 1;)
    if (outstanding_.compare_exchange_weak(n, n - 1, std::memory_order_release,
                                           std::memory_order_relaxed))
      return;
  // What may be the last is finished under the lock, which the end of a session takes, too: once
  // run() has returned the context may be destroyed, and we must not touch it then.
  const std::lock_guard lock(mutex_);
  // seq_cst: pairs with outstanding() in worker::rest(). We lower the count, then look for a parked
  // worker; a worker marks itself parked, then looks at the count. One sees the other.
  if (outstanding_.fetch_sub(1, std::memory_order_seq_cst) > 1) return;
  COIO_SEAM();
  summon_any();
  guard_base();
}

void scheduler::collect_work() noexcept {
  // seq_cst: whoever took the count below zero reads here who is parked; a worker marks itself
  // parked, then looks at the count. One sees the other.
  if (outstanding() >= 0) return;
  for (std::size_t i = 0; i < worker_count(); ++i)
    if (idle_.state(i) == worker_state::parked && worker_at(i).work.get() > 0 &&
        worker::current(*this) != &worker_at(i))
      summon(i);
}

void scheduler::wake_for_work() noexcept {
  for (;;) {
    // seq_cst, here and in end_search(): a pusher that leaves its task to the worker that is
    // searching has published the task before it sees searching_; that worker ends its search
    // before it looks at the queues for the last time, in park().
    if (searching_.load(std::memory_order_seq_cst) || !idle_.any()) return;
    if (searching_.exchange(true, std::memory_order_seq_cst)) return;
    COIO_SEAM();
    const std::size_t i = idle_.find(worker_state::elected);
    if (i != idle_set::none) {
      post_wake(i);
      return;
    }
    end_search();
    // Another pusher may have relied on the search that did not come about. But whoever parks from
    // now on looks into the injector, and who is awake or woken does so before it parks.
    if (injector_.size() <= 0 || !idle_.any_parked()) return;
  }
}

bool scheduler::summon(std::size_t i) noexcept {
  if (!idle_.claim(i, worker_state::summoned)) return false;
  post_wake(i);
  return true;
}

void scheduler::summon_any() noexcept {
  const std::size_t i = idle_.find(worker_state::summoned);
  if (i != idle_set::none) post_wake(i);
}

namespace {

struct wake_handler {
  using allocator_type = handler_allocator<void>;
  allocator_type get_allocator() const noexcept { return allocator_type(target.wake_memory); }

  void operator()() const {
    if (worker* w = worker::current(s)) return w->on_wake(target);
    // A thread that knows only the base runs the shard: not the one that is meant.
    const worker_state state = s.idle().state(target.index);
    if (state == worker_state::absent || state == worker_state::running)
      target.wake_posted.store(false, std::memory_order_relaxed);
    else
      asio::post(s.shard(target.where.load(std::memory_order_relaxed)), *this);
  }

  scheduler& s;
  worker& target;
};

}  // namespace

void scheduler::post_wake(std::size_t i) noexcept {
  worker& target = worker_at(i);
  if (worker* w = worker::current(*this)) w->counters.wakes_given.add(1);
  try {
    asio::post(shard(target.where.load(std::memory_order_relaxed)), wake_handler{*this, target});
  } catch (...) {
    // No memory. The worker stays parked; the monitor tries again.
    target.wake_posted.store(false, std::memory_order_relaxed);
    if (idle_.unclaim(i, worker_state::elected))
      end_search();
    else
      idle_.unclaim(i, worker_state::summoned);
  }
}

// No thread serves the queues. If one runs shard 0 by way of the base, it can do so.
void scheduler::post_drain() noexcept {
  // seq_cst, here and in drain(): who posts a task and finds the mark set has published the task
  // before; a drain clears the mark before it looks.
  if (drain_posted_.exchange(true, std::memory_order_seq_cst)) return;
  try {
    asio::post(shard(0), [this] { drain(); });
  } catch (...) {
    drain_posted_.store(false, std::memory_order_release);
  }
}

void scheduler::drain() {
  drain_posted_.store(false, std::memory_order_seq_cst);
  if (worker* w = worker::current(*this)) {
    w->on_wake(*w);
    return;
  }
  task* t = take_left();
  if (!t) t = injector_.pop();
  if (!t) return;
  if (tasks_queued()) post_drain();
  t->run();
}

bool scheduler::tasks_queued() const noexcept {
  return injector_.size() > 0 || tasks_left_behind();
}

// Outside a session: what the last has left in the workers' queues.
task* scheduler::take_left() noexcept {
  const std::lock_guard lock(mutex_);
  if (attached_.load(std::memory_order_relaxed) == 0)
    for (const auto& w : workers_)
      if (task* t = w->take()) return t;
  return nullptr;
}

io_context& scheduler::place(bool in_turn) noexcept {
  const std::size_t n = worker_count();
  std::size_t i = 0;
  if (n > 1 && attached_.load(std::memory_order_relaxed) > 0) {
    if (worker* w = in_turn ? nullptr : worker::current(*this)) {
      i = w->next_shard();
    } else {
      i = next_shard_.fetch_add(1, std::memory_order_relaxed) % n;
      if (idle_.state(i) == worker_state::absent) i = 0;
    }
    if (i != 0 && !spread_.load(std::memory_order_relaxed) &&
        // seq_cst: pairs with worker::rest(). We announce the spread, then look for workers that
        // are parked away from their shard; a worker marks itself parked, then looks at spread().
        !spread_.exchange(true, std::memory_order_seq_cst))
      for (std::size_t k = short_handed() ? 0 : 1; k < n; ++k)
        summon(k);
  }
#if !defined(COIO_NO_METRICS)
  worker_at(i).placed.fetch_add(1, std::memory_order_relaxed);
#endif
  return *shards_[i];
}

context_metrics scheduler::metrics() const {
  context_metrics m;
  m.workers.resize(worker_count());
  const std::lock_guard lock(mutex_);
  for (std::size_t i = 0; i < worker_count(); ++i) {
    const worker& w = *workers_[i];
    worker_metrics& out = m.workers[i];
    out.running = idle_.state(i) != worker_state::absent;
    out.handlers = w.handlers.get();
    out.tasks = w.tasks.get();
    out.posted = w.counters.posted.get();
    out.injected = w.counters.injected.get();
    out.stolen = w.counters.stolen.get();
    out.steal_attempts = w.counters.steal_attempts.get();
    out.steals = w.counters.steals.get();
    out.parks = w.counters.parks.get();
    out.wakes_given = w.counters.wakes_given.get();
    out.wakes_got = w.counters.wakes_got.get();
    out.spurious_wakeups = w.counters.spurious_wakeups.get();
    out.assists_given = w.counters.assists_given.get();
    out.assists_got = w.monitored.assists_got.get();
    out.queue_length = w.queue().size();
    out.queue_high_mark = static_cast<std::size_t>(w.counters.queue_high_mark.get());
    out.placed = w.placed.load(std::memory_order_relaxed);
    out.busy = w.time.busy();
    out.idle = w.time.idle();
    out.longest_handler =
        std::chrono::nanoseconds(static_cast<std::int64_t>(w.monitored.longest_handler_ns.get()));
    m.outstanding_work += w.work.get();
  }
  m.outstanding_work += outstanding();
  m.injector_length = static_cast<std::size_t>(std::max<std::int64_t>(injector_.size(), 0));
  m.workers_running = attached_.load(std::memory_order_relaxed);
  return m;
}

// ---- What the executor's templates call ----

scheduler* make_scheduler(const options& o, hooks h) {
  return new scheduler(o, std::move(h));
}

int shard_hint(const scheduler& s) noexcept {
  return s.hint();
}

void open_scheduler(scheduler& s, io_context& first,
                    const std::function<std::unique_ptr<io_context>()>& make_shard) {
  s.open(first, make_shard);
}

void destroy_scheduler::operator()(scheduler* s) const noexcept {
  delete s;
}

void begin_handler(worker_base& w) noexcept {
  static_cast<worker&>(w).begin_handler();
}
void end_handler(worker_base& w, bool completion) {
  static_cast<worker&>(w).end_handler(completion);
}
void abandon_handler(worker_base& w) noexcept {
  static_cast<worker&>(w).abandon_handler();
}

void push_task(worker_base& w, task* t) {
  static_cast<worker&>(w).push(t);
}
void run_next(task* t) noexcept {
  if (worker* w = worker::innermost()) w->run_next(t);
}
void inject_task(scheduler& s, task* t) {
  s.inject(t);
}
void work_started_elsewhere(scheduler& s) noexcept {
  s.work_started_elsewhere();
}
void work_finished_elsewhere(scheduler& s) noexcept {
  s.work_finished_elsewhere();
}
void finish_last_work(worker_base& w) noexcept {
  static_cast<worker&>(w).finish_last_work();
}
io_context& place(scheduler& s) noexcept {
  return s.place(false);
}
io_context& place_in_turn(scheduler& s) noexcept {
  return s.place(true);
}
std::size_t worker_count(const scheduler& s) noexcept {
  return s.worker_count();
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
