// A worker: one thread's life among its run queue, its shard, and the other workers.
//
// A worker of the pool spends its life in the run function of its shard. Completion handlers run
// inline there, as they do in an asio::io_context, and cost what they cost there. Everything else
// that the worker does happens when it receives a wake-up, which is a handler of its own that is
// queued in the shard, at most one at a time: it runs tasks, steals, helps another worker, serves
// another shard, looks after shards that have no worker. So no task ever runs within a handler of
// the program's, and tasks and I/O take turns: a wake-up runs tasks for a slice of time, then
// queues itself again behind what is ready.
//
// A handler that leaves a task in the worker's queue sends the worker a wake-up, if none is on its
// way. See idle_set.hpp for the states of a worker.
#ifndef COIO_SRC_CORE_WORKER_HPP
#define COIO_SRC_CORE_WORKER_HPP

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <utility>
#include <vector>

#include "coio/asio.hpp"
#include "coio/detail/core/worker_base.hpp"
#include "core/handler_memory.hpp"
#include "core/run_queue.hpp"
#include "coro/roster.hpp"
#include "metrics/counters.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

class scheduler;
class timers;

class alignas(128) worker : public worker_base {
 public:
  using clock = std::chrono::steady_clock;
  static constexpr std::size_t no_worker = ~std::size_t(0);
  static constexpr std::size_t no_limit = ~std::size_t(0);
  // Handlers that run in another shard, or between two tasks of run_some(), before the worker looks
  // at its own queue again.
  static constexpr std::size_t serve_batch = 64;
  // A queue that has become as long as this, the new task included, has two tasks beyond the one
  // that its worker is about to run: worth waking another worker. Waking for less costs more than
  // it gains (doc/design.md). A longer queue is worth another try only now and then: a worker that
  // has parked meanwhile has either taken its share, or found it not worth a steal.
  static constexpr std::size_t wake_length = 3;
  static constexpr std::size_t wake_interval = 64;
  // A wake-up for another one goes from thread to thread, each of which takes some tens of
  // microseconds to wake. If it takes longer, the other is in a handler that executors do not see.
  static constexpr std::chrono::milliseconds longest_call{1};
  // What a steal gave has lasted less than a wake-up costs: the victim's tasks are too short to be
  // shared one by one. The thief parks then, and the victim wakes others more seldom.
  static constexpr std::chrono::microseconds least_gain{10};
  static constexpr std::chrono::microseconds least_gap{100};

  worker(scheduler& s, std::size_t index, std::size_t queue_capacity);
  ~worker();

  // The timers of coroutines that wait on this worker. From the time when the shards are made until
  // they are destroyed.
  timers& its_timers() noexcept { return *timers_; }
  void make_timers();
  void destroy_timers() noexcept;

  // The life of a worker of the pool: runs handlers until the workers are to leave. Returns how
  // many ran.
  std::size_t run();

  // Serves as a worker by itself: runs handlers until `limit` have run, the workers are to leave,
  // or the deadline has passed; if not `wait`, until none is ready. Returns how many ran. May be
  // called from within a handler that this worker runs.
  std::size_t run_some(std::size_t limit, const clock::time_point* deadline, bool wait);

  // The calling thread's worker in the given scheduler, or null.
  static worker* current(const scheduler& s) noexcept {
    return static_cast<worker*>(current_worker(s));
  }

  // The calling thread's innermost worker, of whichever scheduler, or null.
  static worker* innermost() noexcept {
    return top_frame() ? static_cast<worker*>(top_frame()->w) : nullptr;
  }

  // ---- Executors, on this worker's thread ----

  void begin_handler() noexcept;
  void end_handler(bool tracked) noexcept;
  void keep_exception(const std::exception_ptr& e) noexcept;
  void start_work() noexcept;
  void finish_work() noexcept;
  void push(task* t, bool first = false);
  // Takes a task that the caller runs within another one. It counts as one that the worker has run.
  bool take(task* t) noexcept {
    if (!queue_.take(t)) return false;
    tasks.add(1);
    return true;
  }

  // ---- The session, with its lock ----

  void attach() noexcept;
  void detach() noexcept;
  // A wake-up for this worker, which has no thread, has been received.
  void lose_wakeup() noexcept { wakeup_left_ = false; }

  // An exception that has not come out of its run function.
  std::exception_ptr take_kept() noexcept { return std::exchange(kept_, nullptr); }

  bool poll_while_asking() noexcept;

  // The shard that the worker serves.
  std::size_t place() const noexcept { return place_.load(std::memory_order_seq_cst); }

  // A handler of the scheduler's own ran, which is none of the program's.
  void discount_handler() noexcept { --handled_; }

  // A wake-up has been received for `target`, which is this worker or another one that serves the
  // same shard. On this worker's thread.
  void on_wakeup(worker& target);

  // Whether the worker's own shard holds nothing, so that it may serve the first.
  bool may_join() const noexcept;
  // Whether it serves the first although it may not any more, and is in no handler.
  bool missed_at_home() const noexcept { return place() != index && !may_join() && !busy(); }

  // Takes tasks that are left in the queue; by a thread that owns this worker.
  task* take() noexcept { return queue_.pop(); }

  // Whether the worker is busy. Another thread's answer is a hint, unless it reads in order.
  bool busy() const noexcept { return activity.get() % 2 != 0; }
  bool busy_ordered() const noexcept { return activity.get_ordered() % 2 != 0; }

  run_queue& queue() noexcept { return queue_; }
  const run_queue& queue() const noexcept { return queue_; }

  const std::size_t index;

  // Signs of life: handlers begun inline, tasks begun, and wake-ups received. The monitor sees by
  // their sum that a worker moves on.
  owned_counter<std::uint64_t> handlers;
  owned_counter<std::uint64_t> tasks;
  owned_counter<std::uint64_t> looks;
  std::uint64_t ticks() const noexcept { return handlers.get() + tasks.get() + looks.get(); }
  // Calls of run() and run_some() on this worker's stack.
  owned_counter<unsigned> frames;
  worker_counters counters;
  // For the coroutines that begin and end here.
  roster::stock places;
  // What the monitor or a loaded server asks of this worker, with the wake-up that follows, which
  // orders the two: to help that worker, or to serve the first shard.
  std::atomic<std::size_t> assist{no_worker};
  std::atomic<bool> join{false};
  // Whether it helps, or is to go on with that behind what is ready in its own shard; whom,
  // `assist` says. Written by the worker alone. relaxed: for the monitor it is a hint.
  std::atomic<bool> helping{false};
  // Whether the last steal from this worker was not worth it; by the thief. relaxed: a hint.
  std::atomic<bool> too_short{false};
  handler_memory wake_memory;

  // For others to write.
  alignas(64) monitor_counters monitored;
  // The thread that serves as this worker. With the session's lock.
  worker_time time;
  std::atomic<long> thread{0};  // relaxed: for information

 private:
  class frame;
  class busy_scope;

  void awake() noexcept;
  bool park() noexcept;
  void rest() noexcept;
  void look() noexcept;
  void wake_myself(bool deferred) noexcept;
  void send_wakeup(bool deferred) noexcept;
  bool lend() noexcept;
  void take_back() noexcept;
  void repay() noexcept;
  void become_busy() noexcept;
  void resume_session() noexcept;
  void begin_recording() noexcept;
  void end_recording() noexcept;
  void trace_waiting() noexcept;
  void trace_waited() noexcept;

  // Tasks: tasks.cpp.
  void run_task(task* t);
  void run_recorded(task* t);
  void measure_queue(std::size_t length) noexcept;
  void see_queue() noexcept;
  void run_tasks(worker& target);
  bool slice_over();
  clock::time_point look_at_clock() noexcept;
  task* next_task(std::size_t budget);
  bool take_injected();
  void share() noexcept;
  bool gained() noexcept;
  bool find_tasks();
  bool steal();
  bool steal_from(run_queue& victim);
  bool help(std::size_t budget);
  std::uint32_t random() noexcept;

  void rethrow_kept();
  template <typename Function>
  std::size_t in_shard(std::size_t i, Function f);

  // Shards: serving.cpp.
  std::size_t handled_since(std::size_t before) const noexcept { return handled_ - before; }
  std::size_t poll_shard(std::size_t shard, std::size_t budget);
  bool poll_shards(std::size_t budget);
  bool wait_in_shard(const clock::time_point* deadline);
  bool is_mine(std::size_t shard) const noexcept;
  std::size_t poll_next(bool own);
  std::size_t look_after(const clock::time_point& until);
  bool may_watch() const noexcept;
  void watch();
  void serve_first();
  void call_home(const worker& target) noexcept;
  void consider_load() noexcept;
  bool blocks_often() noexcept;

  scheduler& scheduler_;
  const bool alone_;  // the only worker of its scheduler
  std::unique_ptr<timers> timers_;
  run_queue queue_;
  std::atomic<std::size_t> place_;
  std::size_t handled_ = 0;
  std::size_t next_polled_ = 0;  // of several shards, where it looks first
  bool stepping_ = false;  // the innermost loop is not the shard's, and looks at the queues itself
  bool watching_ = false;  // within watch()
  std::size_t running_ = no_worker;  // the shard whose run function that frame is in
  bool thrown_ = false;              // an exception is kept: run no more tasks
  std::exception_ptr kept_;
  bool wakeup_left_ = false;  // absent, with a wake-up in the shard's queue
  // See lend().
  std::vector<decltype(asio::require(std::declval<asio::io_context::executor_type>(),
                                     asio::execution::outstanding_work.tracked))>
      lent_;

  unsigned tasks_since_look_ = 0;
  unsigned tasks_between_looks_ = 1;
  unsigned firsts_ = 0;
  clock::duration slice_{};
  clock::time_point slice_begin_{};
  std::uint64_t slice_end_ = 0;  // the number of tasks with which a round of the queue is over
  std::uint64_t handlers_before_ = 0;  // at the last slice
  bool ran_tasks_ = false;             // since it last looked at the other queues
  clock::time_point shared_at_{};      // when it last woke another worker, while too_short
  worker* victim_ = nullptr;           // of the last steal, while what it gave runs
  clock::time_point stolen_at_{};
  std::uint32_t random_;

  // How often this thread had blocked, and how many handlers it had run, when it last considered
  // its load.
  std::uint64_t blocked_ = 0;
  std::uint64_t handlers_considered_ = 0;

  // The end of the queue when a task was posted that is to be measured, and when that was; 0: there
  // is none.
  std::uint32_t measured_end_ = 0;
  std::int64_t measured_since_ = 0;
  bool measures_ = false;  // the handler that runs

  // For the trace and to measure: when the outermost handler began, and the depth below it, which
  // is not 0 while the worker helps another. For the trace, since when the worker has waited; 0: it
  // does not.
  std::int64_t handler_began_ = 0;
  unsigned recorded_depth_ = 0;
  std::int64_t waits_since_ = 0;

  // The monitor's timer: whether this worker has armed it and is to disarm it, how often it has
  // armed it, and whether that was seldom, since when.
  bool disarms_ = false;
  unsigned armed_ = 0;
  bool seldom_ = true;
  clock::time_point armed_since_{};
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
