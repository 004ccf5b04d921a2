#include "core/scheduler.hpp"

#include <cstddef>
#include <new>
#include <utility>

#include "coio/detail/coro/current.hpp"
#include "core/seam.hpp"
#include "coro/timers.hpp"

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

asio::execution_context::id context_mark::id;

io_context* own_context(asio::execution_context& c) noexcept {
  return asio::has_service<context_mark>(c) ? static_cast<io_context*>(&c) : nullptr;
}

scheduler::scheduler(const options& o, hooks h)
    : options_(resolved(o)),
      hooks_(std::move(h)),
      idle_(static_cast<std::size_t>(options_.workers)),
      session_(*this),
      monitor_(*this) {
  for (std::size_t i = 0; i < idle_.size(); ++i) {
    workers_.push_back(std::make_unique<worker>(*this, i, options_.run_queue_capacity));
    shards_.push_back(std::make_unique<shard>());
    shards_.back()->its.owner = this;
  }
  if (options_.trace.empty()) return;
  tracer_ = std::make_unique<tracer>(options_.trace, worker_count());
  for (std::size_t i = 0; i < worker_count(); ++i)
    workers_[i]->trace = &tracer_->ring(i);
}

scheduler::~scheduler() {
  destroy_tasks();
}

constinit scheduler* scheduler::first_ = nullptr;

void scheduler::open(io_context& first,
                     const std::function<std::unique_ptr<io_context>(home&)>& make_shard) {
  shards_[0]->its.shard = &first;
  for (std::size_t i = 1; i < worker_count(); ++i) {
    shards_[i]->owned = make_shard(shards_[i]->its);
    shards_[i]->its.shard = shards_[i]->owned.get();
  }
  for (std::size_t i = 0; i < worker_count(); ++i) {
    asio::use_service<context_mark>(context(i));
    workers_[i]->make_timers();
  }
  const std::lock_guard lock(outsiders());
  sealed_ = false;
  next_ = std::exchange(first_, this);
  if (next_) next_->previous_ = this;
}

void scheduler::close() noexcept {
  seal();
  closing_.store(true, std::memory_order_seq_cst);  // see begin_foreign_wake()
  // Threads that have woken a coroutine which has ended meanwhile, and this session with it.
  wait_for_foreign_wakes(*this);
  std::vector<std::exception_ptr> exceptions;
  {
    const std::lock_guard lock(session_.lock());
    for (auto& s : shards_)
      s->guard.reset();
    exceptions.swap(pending_exceptions_);
  }
  exceptions.clear();
  destroy_tasks();
  roster_.destroy_all();
  wait_for_foreign_wakes(*this);
  // The first shard last: with IOCP its shutdown() waits for its work guards, which handlers of
  // other shards may hold.
  for (std::size_t i = worker_count(); i-- > 0;)
    shards_[i]->its.shard->shutdown();
  destroy_tasks();
  for (const auto& w : workers_)
    w->destroy_timers();
  for (auto& s : shards_)
    s->owned.reset();
  destroy_tasks();
  if (tracer_) tracer_->write();
  // Who has found a coroutine that was not destroyed yet has let go of this scheduler.
  const std::lock_guard lock(outsiders());
}

std::size_t scheduler::coroutines() const noexcept {
  // relaxed, all: who asks in order to know has ordered the rest.
  std::int64_t sum = coroutines_elsewhere_.load(std::memory_order_relaxed);
  for (const auto& w : workers_)
    sum += w->coroutines.get();
  return sum > 0 ? static_cast<std::size_t>(sum) : 0;
}

bool scheduler::release_idle_timers() noexcept {
  bool released = false;
  for (const auto& w : workers_)
    released |= w->its_timers().release_if_idle();
  return released;
}

std::recursive_mutex& scheduler::outsiders() noexcept {
  // Never destroyed: contexts may be destroyed after main(). Not allocated: a destructor calls
  // this.
  alignas(std::recursive_mutex) static std::byte memory[sizeof(std::recursive_mutex)];
  static std::recursive_mutex& m = *::new (memory) std::recursive_mutex;
  return m;
}

void scheduler::seal() noexcept {
  const std::lock_guard lock(outsiders());
  if (std::exchange(sealed_, true)) return;
  (previous_ ? previous_->next_ : first_) = next_;
  if (next_) next_->previous_ = previous_;
}

void scheduler::destroy_tasks() noexcept {
  // What a destructor submits comes to the injector: this thread is no worker.
  for (auto& w : workers_)
    while (task* t = w->take())
      t->destroy();
  while (task* t = injector_.pop())
    t->destroy();
}

void scheduler::stop() {
  const std::lock_guard lock(session_.lock());
  session_.stop();
}

void scheduler::notify_fork(asio::execution_context::fork_event event) {
  for (auto& s : shards_)
    s->context().notify_fork(event);
  if (event != asio::execution_context::fork_child) return;
  monitor_.forked();
  if (tracer_) tracer_->renew_after_fork();
}

home& scheduler::next_home() noexcept {
  // relaxed: a count.
  const std::size_t i = next_home_.fetch_add(1, std::memory_order_relaxed) % worker_count();
  shards_[i]->handed_out.fetch_add(1, std::memory_order_relaxed);
  return home_at(i);
}

// I/O objects may live there from now on.
home& scheduler::home_at(std::size_t i) noexcept {
  shard& s = *shards_[i];
  // seq_cst: pairs with worker::serve_first(), worker::park() and session::detach(). We mark the
  // shard as used, then read where its worker is, and who is parked; a worker that goes there,
  // parks or leaves writes so, then reads the mark. One sees the other (orders: used).
  if (!s.used.load(std::memory_order_relaxed) &&
      !s.used.exchange(true, std::memory_order_seq_cst)) {
    COIO_SEAM();
    if (idle_.state(i) == worker_state::absent)
      wake_any();
    else if (workers_[i]->place() != i)
      wake(i);
  }
  return s.its;
}

bool scheduler::unattended() const noexcept {
  if (!short_handed()) return false;
  for (std::size_t i = 0; i < worker_count(); ++i)
    if (idle_.state(i) == worker_state::absent &&
        (i == 0 || shards_[i]->used.load(std::memory_order_seq_cst)))  // see home_at()
      return true;
  return false;
}

bool scheduler::tasks_left_behind() const noexcept {
  if (!short_handed()) return false;
  for (std::size_t i = 0; i < worker_count(); ++i)
    if (idle_.state(i) == worker_state::absent && workers_[i]->queue().size() > 0) return true;
  return false;
}

// ---- Work ----

bool scheduler::no_work(std::int64_t but) const noexcept {
  // The count of outstanding work first: a thread that has counted some queues a task before it
  // lowers the count, so a reader of zero finds the task, unless a worker has taken it (orders:
  // last_work).
  std::int64_t sum = outstanding();
  for (const auto& w : workers_)
    sum += w->work.get_ordered();
  return sum == but && !tasks_queued();
}

bool scheduler::finished(std::int64_t but) const noexcept {
  for (std::size_t i = 0; i < worker_count(); ++i) {
    const worker_state s = idle_.state(i);
    if (s == worker_state::absent) continue;
    // A worker that is parked in a nested run function is not idle: the handler goes on.
    if (s != worker_state::parked || workers_[i]->busy_ordered() || workers_[i]->frames.get() > 1)
      return false;
  }
  return no_work(but);
}

bool scheduler::tasks_queued() const noexcept {
  if (injector_.size() > 0) return true;
  for (const auto& w : workers_)
    if (w->queue().size() > 0) return true;
  return false;
}

void scheduler::work_started_elsewhere() noexcept {
  // seq_cst, here and below: see session.hpp.
  outstanding_.fetch_add(1, std::memory_order_seq_cst);
  COIO_SEAM();
  switch (session_.now()) {
    case session::phase::idle:
      if (session_.base_guarded()) return;
      {
        const std::lock_guard lock(session_.lock());
        session_.guard_base();
      }
      return;
    case session::phase::asking:
      return session_.resume();
    case session::phase::running:
    case session::phase::leaving:
      return;
  }
}

void scheduler::work_finished_elsewhere() noexcept {
  // release: a thread that sees the count fall sees what was done before. It cannot be the last.
  for (std::int64_t n = outstanding_.load(std::memory_order_relaxed); n > 1;)
    if (outstanding_.compare_exchange_weak(n, n - 1, std::memory_order_release,
                                           std::memory_order_relaxed))
      return;
  // What may be the last is finished under the lock, which the end of a session takes, too: once
  // run() has returned the context may be destroyed, and this thread must not touch it then.
  const std::lock_guard lock(session_.lock());
  outstanding_.fetch_sub(1, std::memory_order_seq_cst);
  COIO_SEAM();
  session_.ask_locked();
  session_.guard_base();
}

std::chrono::nanoseconds scheduler::cpu_time(std::size_t i) const {
  const std::lock_guard lock(session_.lock());
  return workers_[i]->time.busy();
}

context_metrics scheduler::metrics() const {
  const auto nanoseconds = [](const metric& n) {
    return std::chrono::nanoseconds(static_cast<std::int64_t>(n.get()));
  };
  context_metrics m;
  m.workers.resize(worker_count());
  m.shards.resize(worker_count());
  const std::lock_guard lock(session_.lock());
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
    out.run_time = w.counters.run_time.get();
    out.queue_time = w.counters.queue_time.get();
    out.queue_lengths = w.counters.queue_lengths.get();
    out.busy = w.time.busy();
    out.idle = w.time.idle();
    out.longest_handler = nanoseconds(w.monitored.longest_handler_ns);
    m.outstanding_work += w.work.get();
    shard_metrics& home = m.shards[i];
    home.homes = shards_[i]->handed_out.load(std::memory_order_relaxed);
    home.overloaded = nanoseconds(w.monitored.overloaded_ns);
    home.held_up = nanoseconds(w.monitored.held_up_ns);
    if (out.running) ++m.shards[w.place()].servers;
  }
  m.outstanding_work += outstanding();
  m.injector_length = static_cast<std::size_t>(std::max<std::int64_t>(injector_.size(), 0));
  m.workers_running = session_.threads();
  return m;
}

// ---- What the templates call ----

scheduler* make_scheduler(const options& o, hooks h) {
  return new scheduler(o, std::move(h));
}

int shard_hint(const scheduler& s) noexcept {
  return s.hint();
}

void open_scheduler(scheduler& s, io_context& first,
                    const std::function<std::unique_ptr<io_context>(home&)>& make_shard) {
  s.open(first, make_shard);
}

void destroy_scheduler::operator()(scheduler* s) const noexcept {
  delete s;
}

home& first_home(scheduler& s) noexcept {
  return s.first_home();
}
home& next_home(scheduler& s) noexcept {
  return s.next_home();
}
home& local_home(scheduler& s) noexcept {
  const worker* w = worker::current(s);
  return w ? s.home_at(w->place()) : s.first_home();
}

void begin_handler(worker_base& w) noexcept {
  static_cast<worker&>(w).begin_handler();
}
void end_handler(worker_base& w, bool tracked) noexcept {
  static_cast<worker&>(w).end_handler(tracked);
}
void keep_exception(worker_base& w, const std::exception_ptr& e) noexcept {
  static_cast<worker&>(w).keep_exception(e);
}

void push_task(worker_base& w, task* t) {
  static_cast<worker&>(w).push(t);
}
void push_task_first(worker_base& w, task* t) {
  static_cast<worker&>(w).push(t, true);
}
bool take_task(task* t) noexcept {
  worker* const w = worker::innermost();
  return w && w->take(t);
}
void inject_task(scheduler& s, task* t) {
  s.inject(t);
}
void start_work(scheduler& s) noexcept {
  if (worker* w = worker::current(s))
    w->start_work();
  else
    s.work_started_elsewhere();
}
void finish_work(scheduler& s) noexcept {
  if (worker* w = worker::current(s))
    w->finish_work();
  else
    s.work_finished_elsewhere();
}
void look_for_end(scheduler& s) noexcept {
  s.look();
}
void withdraw_question(scheduler& s) noexcept {
  if (!s.the_session().calm()) s.the_session().resume();
}
std::size_t worker_count(const scheduler& s) noexcept {
  return s.worker_count();
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
