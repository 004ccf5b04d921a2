// The scheduler: what the workers of one context share.
//
// A *session* is the time in which at least one thread runs handlers. It begins with the first call
// of run() or its kin and ends when the last thread has left. All threads leave when `leaving_` is
// set: by stop(), by a worker that finds no work left, or by an exception on a thread that run()
// started.
//
// Work is left as long as one of these holds: the count of outstanding work (coio's executors count
// it; each worker keeps a share to itself, which is not below zero while it is parked) is not zero;
// a task is queued; a worker runs a handler; a shard has work of its own, which code that knows
// only the asio::io_context base has started. The first three the last worker to park can see. For
// the fourth there is no function in Asio's interface, but a shard without work stops by itself,
// and so during a session each shard has a work guard, which try_finish() takes away to see which
// shards stop. If all do, the session ends. If one does not, all get their guards back, and the
// worker looks again every few milliseconds. Outside a session the first shard has a guard while
// outstanding work is counted, for a thread that calls run() of the base.
//
// A worker of the pool spends its life in the run() of its shard: everything that it does happens
// in handlers there. Completions run inline; when one is over, the worker runs the tasks that it
// posted, then counts as parked until the next handler. To wake a worker is to post a handler to
// its shard. Tasks so have the same stack under them as completions, with the memory that Asio
// recycles there, and pure I/O costs what it costs on an asio::io_context of its own. A worker
// leaves its shard's run() only when leave_shard() stops the shard: to see whether the work is
// done, or to move.
//
// Destruction has two phases. First the tasks are destroyed and every shard is shut down, which
// destroys its pending handlers and with them, for example, coroutine frames that own sockets on
// other shards: these shards are shut down too, or soon will be, but they all still exist. Only
// then are the shards destroyed. What is destroyed may submit new tasks; they are destroyed in
// turn.
#ifndef COIO_SRC_CORE_SCHEDULER_HPP
#define COIO_SRC_CORE_SCHEDULER_HPP

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "coio/hooks.hpp"
#include "coio/io_context.hpp"
#include "coio/metrics.hpp"
#include "core/idle_set.hpp"
#include "core/injector.hpp"
#include "core/worker.hpp"
#include "monitor/monitor.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// Aligned so that the executor has room for its bits.
class alignas(64) scheduler {
 public:
  scheduler(const options& o, hooks h);
  ~scheduler();

  // By the constructor of the context, which is shard 0: makes the other shards.
  void open(io_context& first, const std::function<std::unique_ptr<io_context>()>& make_shard);
  // By its destructor: the two phases.
  void close() noexcept;

  // The asio::io_context concurrency hint of the shards.
  int hint() const noexcept { return worker_count() == 1 ? 1 : static_cast<int>(worker_count()); }

  // The functions of io_context.
  std::size_t run();
  std::size_t run_alone(std::size_t limit, const worker::clock::time_point* deadline, bool wait);
  void stop();
  bool stopped() const noexcept { return stopped_.load(std::memory_order_acquire); }
  void restart();
  void notify_fork(asio::execution_context::fork_event event);
  context_metrics metrics() const;

  // The functions of executors.
  void inject(task* t);
  void work_started_elsewhere() noexcept;
  void work_finished_elsewhere() noexcept;
  io_context& place(bool in_turn) noexcept;

  // For workers and the monitor.
  std::size_t worker_count() const noexcept { return workers_.size(); }
  worker& worker_at(std::size_t i) noexcept { return *workers_[i]; }
  asio::io_context& shard(std::size_t i) noexcept { return *shards_[i]; }
  idle_set& idle() noexcept { return idle_; }
  injector& injected() noexcept { return injector_; }
  const options& settings() const noexcept { return options_; }
  const hooks& user_hooks() const noexcept { return hooks_; }

  // relaxed: a worker that misses it is woken by its shard, which stop() stops after it.
  bool leaving() const noexcept { return leaving_.load(std::memory_order_relaxed); }
  // Whether I/O objects live on other shards than the first. seq_cst: see place().
  bool spread() const noexcept { return spread_.load(std::memory_order_seq_cst); }
  // Whether some worker has no thread. relaxed: a worker that leaves stops the shards after it has
  // lowered the number, so that the others come out and look again.
  bool short_handed() const noexcept {
    return attached_.load(std::memory_order_relaxed) < worker_count();
  }
  // Whether there may be I/O objects in shards whose worker has no thread.
  bool shards_unattended() const noexcept { return spread() && short_handed(); }
  // Whether a worker that has no thread has tasks.
  bool tasks_left_behind() const noexcept;
  // seq_cst: see work_started_elsewhere() and work_finished_elsewhere().
  std::int64_t outstanding() const noexcept { return outstanding_.load(std::memory_order_seq_cst); }
  void add_outstanding(std::int64_t n) noexcept {
    outstanding_.fetch_add(n, std::memory_order_seq_cst);
  }

  // If the shared count is below zero, has parked workers that keep a share of it give it back.
  void collect_work() noexcept;

  // Wakes a parked worker to search for tasks, unless one is searching already.
  void wake_for_work() noexcept;
  // An elected worker's search is over, or it had something else to do.
  void end_search() noexcept { searching_.store(false, std::memory_order_seq_cst); }
  // Wakes worker i, if it is parked.
  bool summon(std::size_t i) noexcept;
  // Wakes some parked worker.
  void summon_any() noexcept;
  // A worker that was parked has something to do. Returns whether it has set the monitor's alarm;
  // then it may take that back when it is parked again.
  bool worker_awake() noexcept { return monitor_.notice(); }
  void worker_rests() noexcept { monitor_.dismiss(); }

  // Whether all workers are parked, no task is queued, and no outstanding work is counted.
  bool finished() const noexcept;
  // Makes the workers that are in shard i come out of its run().
  void leave_shard(std::size_t i) noexcept;
  // By a worker that has marked itself parked and sees no outstanding work: ends the session if it
  // is finished. True if it would be, but for work of the shards' own.
  bool try_finish() noexcept;
  // By a worker that came out of shard i, which is stopped although the workers are not to leave.
  void revive(std::size_t i) noexcept;
  // Posts a handler to the shard of worker i, which has been claimed, or is the calling thread's.
  void post_wake(std::size_t i) noexcept;

 private:
  struct run_call;

  // No outstanding work is counted, and no task is queued.
  bool no_work() const noexcept;
  // The sum of the workers' ticks: unchanged, no worker has taken a task.
  std::uint64_t ticks() const noexcept;

  // All of these with mutex_ held.
  std::size_t free_worker() const noexcept;
  void attach(std::size_t i);
  void detach(std::size_t i, std::unique_lock<std::mutex>& lock) noexcept;
  void restart_shard(std::size_t i) noexcept;
  void guard_base() noexcept;
  void begin_leaving() noexcept;
  void stop_shard(std::size_t i) noexcept;
  void rethrow_pending(std::unique_lock<std::mutex>& lock);

  // By the thread that is worker i from now on.
  void enter(std::size_t i) noexcept;
  void work_thread(std::size_t i, run_call& call) noexcept;
  void post_drain() noexcept;
  bool tasks_queued() const noexcept;
  task* take_left() noexcept;
  void drain() noexcept(false);
  void destroy_tasks() noexcept;

  const options options_;
  const hooks hooks_;
  idle_set idle_;
  std::vector<std::unique_ptr<worker>> workers_;
  std::vector<io_context*> shards_;
  std::vector<std::unique_ptr<io_context>> owned_shards_;  // all but the first

  mutable std::mutex mutex_;
  std::condition_variable session_changed_;
  std::atomic<std::size_t> attached_{0};  // workers with a thread; written with mutex_ held
  std::atomic<bool> stopped_{false};
  std::vector<std::exception_ptr> pending_exceptions_;
  using guard = asio::executor_work_guard<asio::io_context::executor_type>;
  std::vector<std::optional<guard>> guards_;
  std::atomic<bool> base_guarded_{false};  // by guard_base(); written with mutex_ held
  std::vector<bool> left_;                 // stopped by leave_shard(), to be revived

  // Read by workers all the time, written rarely.
  alignas(64) std::atomic<bool> leaving_{false};
  std::atomic<bool> spread_{false};
  std::atomic<bool> drain_posted_{false};
  std::atomic<std::size_t> next_shard_{0};

  // Written by wakers: true while a worker is on its way to search for tasks.
  alignas(64) std::atomic<bool> searching_{false};
  // Written by workers that park with a changed count, and by other threads.
  alignas(64) std::atomic<std::int64_t> outstanding_{0};

  injector injector_;
  monitor monitor_;
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
