// The scheduler: what the workers of one context share, and how they wake each other.
//
// A context with W workers has W shards; the first is the context itself. See worker.hpp for what a
// worker does, session.hpp for when it does it, idle_set.hpp for how it is woken.
//
// Waking for tasks. At most one worker searches: its number is in one word, from before it is woken
// until it has looked at the other queues. A thread that publishes a task while a worker searches
// leaves it to that worker, which ends its search before it looks at the queues for the last time,
// when it parks. A worker that was woken to search, and is busy with a handler, counts for nothing:
// another takes its place. Where nobody searches, a task from outside wakes some worker in any
// case, unless all are awake or notified, and so will look before they park.
//
// Destruction has two phases. First the tasks are destroyed and every shard is shut down, which
// destroys its pending handlers and with them, for example, coroutine frames that own sockets on
// other shards: these shards are shut down too, or soon will be, but they all still exist. Only
// then are the shards destroyed. What is destroyed may submit new tasks; they are destroyed in
// turn.
#ifndef COIO_SRC_CORE_SCHEDULER_HPP
#define COIO_SRC_CORE_SCHEDULER_HPP

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "coio/hooks.hpp"
#include "coio/io_context.hpp"
#include "coio/metrics.hpp"
#include "core/idle_set.hpp"
#include "core/injector.hpp"
#include "core/session.hpp"
#include "core/shard.hpp"
#include "core/worker.hpp"
#include "coro/roster.hpp"
#include "monitor/monitor.hpp"
#include "trace/tracer.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

class scheduler {
 public:
  scheduler(const options& o, hooks h);
  ~scheduler();

  // By the constructor of the context, which is the first shard: makes the other shards.
  void open(io_context& first, const std::function<std::unique_ptr<io_context>(home&)>& make_shard);
  // By its destructor: the two phases.
  void close() noexcept;

  // The asio::io_context concurrency hint of the shards.
  int hint() const noexcept { return static_cast<int>(worker_count()); }

  // ---- The functions of io_context ----

  // `watched`: the calling thread does nothing else when it returns but report a deadlock.
  std::size_t run(bool watched = false);
  std::size_t run_alone(std::size_t limit, const worker::clock::time_point* deadline, bool wait);
  void stop();
  bool stopped() const noexcept { return session_.stopped(); }
  void restart() { session_.restart(); }
  void notify_fork(asio::execution_context::fork_event event);
  context_metrics metrics() const;
  // That of the worker's threads, until now.
  std::chrono::nanoseconds cpu_time(std::size_t i) const;

  // ---- The functions of executors ----

  void inject(task* t);
  void work_started_elsewhere() noexcept;
  void work_finished_elsewhere() noexcept;
  home& next_home() noexcept;
  home& first_home() noexcept { return shards_[0]->its; }
  home& home_at(std::size_t i) noexcept;

  // ---- Parts ----

  std::size_t worker_count() const noexcept { return workers_.size(); }
  worker& worker_at(std::size_t i) noexcept { return *workers_[i]; }
  shard& shard_at(std::size_t i) noexcept { return *shards_[i]; }
  asio::io_context& context(std::size_t i) noexcept { return shards_[i]->context(); }
  session& the_session() noexcept { return session_; }
  monitor& its_monitor() noexcept { return monitor_; }
  bool session_leaving() const noexcept { return session_.leaving(); }
  idle_set& idle() noexcept { return idle_; }
  injector& injected() noexcept { return injector_; }
  const options& settings() const noexcept { return options_; }
  const hooks& user_hooks() const noexcept { return hooks_; }
  // At its end: what is posted from now on is destroyed. seq_cst: see begin_foreign_wake().
  bool closing() const noexcept { return closing_.load(std::memory_order_seq_cst); }
  void stop_monitor() noexcept { monitor_.stop(); }

  // ---- Coroutines of the facade ----

  // Those that have begun and have not ended.
  roster& its_roster() noexcept { return roster_; }
  // Those that have been queued and have not ended. A sum of numbers that others change meanwhile.
  std::size_t coroutines() const noexcept;
  void count_coroutine(std::int64_t n) noexcept { count_coroutine(worker::current(*this), n); }
  void count_coroutine(worker* w, std::int64_t n) noexcept {
    if (w)
      w->coroutines.add(n);
    else
      coroutines_elsewhere_.fetch_add(n, std::memory_order_relaxed);
  }

  // No coroutine waits for a time: the timers that drive theirs are to be no work any more. True if
  // one was; the handler of its wait is still to run.
  bool release_idle_timers() noexcept;

  // Locked while a thread that is none of the workers cancels a coroutine. Recursive, because that
  // cancels those that it waits for.
  static std::recursive_mutex& outsiders() noexcept;
  // No such thread cancels any more, for the scheduler is about to be destroyed.
  void seal() noexcept;
  // With outsiders() locked.
  bool sealed() const noexcept { return sealed_; }
  // Calls a function with each scheduler that is not sealed, and locks outsiders() meanwhile.
  template <typename Function>
  static void each(Function f) {
    const std::lock_guard lock(outsiders());
    for (scheduler* s = first_; s; s = s->next_)
      f(*s);
  }

  // The thread that is in a watched run(), and those that it has started. 0: there is none.
  std::size_t watched_threads() const noexcept {
    return watched_threads_.load(std::memory_order_relaxed);
  }
  void end_watch() noexcept { watched_threads_.store(0, std::memory_order_relaxed); }
  // Whether some worker has no thread.
  bool short_handed() const noexcept { return session_.threads() < worker_count(); }
  // Whether there may be I/O objects in a shard whose worker has no thread.
  bool unattended() const noexcept;
  // Whether there are tasks in the queue of such a worker.
  bool tasks_left_behind() const noexcept;

  // ---- Work ----

  // The shared count of outstanding work. seq_cst: see session.hpp.
  std::int64_t outstanding() const noexcept { return outstanding_.load(std::memory_order_seq_cst); }
  const std::atomic<std::int64_t>& shared_work() const noexcept { return outstanding_; }
  void add_outstanding(std::int64_t n) noexcept {
    outstanding_.fetch_add(n, std::memory_order_seq_cst);
  }
  // No work is counted but so much, and no task is queued.
  bool no_work(std::int64_t but = 0) const noexcept;
  // Besides, no worker is busy, or about to look at the queues.
  bool finished(std::int64_t but = 0) const noexcept;
  // After a change that may have been the last: see session.hpp.
  void look() noexcept {
    if (finished()) session_.ask();
  }
  bool tasks_queued() const noexcept;

  // ---- Waking ----

  // Wakes a parked worker to search for tasks, unless one is searching.
  void wake_for_work() noexcept;
  // seq_cst, all: a thread publishes a task, then leaves it to the searcher; that ends its search,
  // then looks at the queues. One sees the other (orders: search).
  bool searching(std::size_t i) const noexcept {
    return searcher_.load(std::memory_order_seq_cst) == i;
  }
  // True if worker i was searching.
  bool end_search(std::size_t i) noexcept {
    return searching(i) &&
           searcher_.compare_exchange_strong(i, idle_set::none, std::memory_order_seq_cst);
  }
  // Worker i was to search; the thread of worker k has received its wake-up, and searches instead.
  void pass_search(std::size_t i, std::size_t k) noexcept {
    if (searching(i)) searcher_.compare_exchange_strong(i, k, std::memory_order_seq_cst);
  }
  // Wakes worker i if it is parked. True if this call has woken it.
  bool wake(std::size_t i) noexcept;
  void wake_all() noexcept;
  // One that is parked, if there is one; rather one that is in no handler.
  void wake_any() noexcept;
  // The first that is parked and wanted. False if there is none.
  template <typename Predicate>
  bool wake_one(Predicate wanted) noexcept {
    const std::size_t i = idle_.find(0, wanted);
    if (i == idle_set::none) return false;
    wake(i);
    return true;
  }
  // Queues the wake-up of a worker that this thread has moved to notified. `deferred`: behind the
  // handler that the calling thread is in, and no other thread is woken for it.
  void post_wakeup(worker& target, bool deferred) noexcept;
  // Asks a worker that is idle in its own, empty shard to serve the first one. True if there is
  // one.
  bool call_to_first() noexcept;
  // A wake-up has been received by a thread that is not the target's. False if the target has no
  // thread.
  bool receive_for(worker& target) noexcept;

  // A worker that was not busy is. Returns whether it has armed the monitor's timer; then it may
  // disarm it when it has nothing to do again.
  bool worker_busy() noexcept { return monitor_.notice(); }
  void worker_rests() noexcept { monitor_.dismiss(); }

  // Outside a session: has a thread that runs the first shard by way of the base run the tasks.
  void post_drain() noexcept;

 private:
  struct run_call;
  struct wakeup;

  bool only_for_workers(const worker& target) const noexcept;
  bool make_way(worker& target) noexcept;
  std::size_t free_worker() const noexcept;
  void enter_thread(std::size_t i) noexcept;
  void work_thread(std::size_t i, run_call& call) noexcept;
  void name_thread(std::size_t i) const noexcept;
  void leave_thread(std::size_t i, std::unique_lock<std::mutex>& lock) noexcept;
  void rethrow_pending(std::unique_lock<std::mutex>& lock);
  bool held_up(std::size_t i) const noexcept;
  void wake_busy_for_injected() noexcept;
  void on_wakeup_elsewhere(worker& target);
  task* take_left() noexcept;
  void drain();
  void destroy_tasks() noexcept;

  const options options_;
  const hooks hooks_;
  idle_set idle_;
  std::vector<std::unique_ptr<worker>> workers_;
  std::vector<std::unique_ptr<shard>> shards_;
  session session_;
  std::vector<std::exception_ptr> pending_exceptions_;  // with the session's lock
  roster roster_;
  std::unique_ptr<tracer> tracer_;
  std::atomic<bool> closing_{false};
  // ---- With outsiders() locked ----
  static constinit scheduler* first_;  // of all that are not sealed
  scheduler* next_ = nullptr;
  scheduler* previous_ = nullptr;
  bool sealed_ = true;

  // Read by workers all the time, written rarely.
  alignas(64) std::atomic<bool> drain_posted_{false};
  std::atomic<std::size_t> next_home_{1};
  std::atomic<std::size_t> next_woken_{0};
  std::atomic<std::int64_t> coroutines_elsewhere_{0};
  // relaxed: a look for a deadlock that sees an old number finds none.
  std::atomic<std::size_t> watched_threads_{0};

  // Written by wakers.
  alignas(64) std::atomic<std::size_t> searcher_{idle_set::none};
  // Written by workers whose share is full or used up, and by other threads.
  alignas(64) std::atomic<std::int64_t> outstanding_{0};

  injector injector_;
  monitor monitor_;
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
