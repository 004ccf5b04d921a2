// A worker: one thread's loop over its run queue and its shard.
#ifndef COIO_SRC_CORE_WORKER_HPP
#define COIO_SRC_CORE_WORKER_HPP

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "coio/asio.hpp"
#include "coio/detail/core/worker_base.hpp"
#include "core/handler_memory.hpp"
#include "core/run_queue.hpp"
#include "metrics/counters.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

class scheduler;

class alignas(128) worker : public worker_base {
 public:
  using clock = std::chrono::steady_clock;
  static constexpr std::size_t no_worker = ~std::size_t(0);
  static constexpr std::size_t no_limit = ~std::size_t(0);

  worker(scheduler& s, std::size_t index, std::size_t queue_capacity);

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

  // A handler begins within an executor's execute(): the worker is not idle any more, even if it
  // was blocked in a shard when the handler became ready.
  void begin_handler() noexcept;

  // The handler is over. If it was the completion handler of an operation, and no other handler is
  // under it on the stack, the worker runs here the tasks that the handler has posted.
  void end_handler(bool completion);

  // The handler has thrown.
  void abandon_handler() noexcept {
    if (--handler_depth_ == 0 && in_shard_) rest();
  }

  // A wake-up has been received on behalf of `target`, which may be another worker that is parked
  // in the same shard. Called by this worker, within its shard.
  void on_wake(worker& target);

  // Work has been finished, and the worker's own share would not stay above zero.
  void finish_last_work() noexcept;

  // Queues a task; by this worker's thread.
  void push(task* t);

  // If the task is the last in this worker's queue, runs it next.
  void run_next(task* t) noexcept { queue_.run_next(t); }

  // Takes tasks that are left in the queue; by a thread that owns this worker.
  task* take() noexcept { return queue_.pop(); }

  // Before the thread leaves: gives back what others may wait for.
  void leave() noexcept;

  // The shard for the next I/O object that this worker makes.
  std::size_t next_shard() noexcept;

  run_queue& queue() noexcept { return queue_; }
  const run_queue& queue() const noexcept { return queue_; }

  const std::size_t index;

  // Signs of life: handlers begun inline, tasks begun, and looks for tasks after parking. Each is
  // counted before a task is taken (release there), so who sees a queue without the task and
  // acquires sees the count. The monitor sees by their sum that a worker moves on, and try_finish()
  // that none did.
  owned_counter<std::uint64_t> handlers;
  owned_counter<std::uint64_t> tasks;
  owned_counter<std::uint64_t> looks;
  std::uint64_t ticks() const noexcept { return handlers.get() + tasks.get() + looks.get(); }
  // Calls of run() and run_some() on this worker's stack.
  owned_counter<unsigned> depth;
  worker_counters counters;
  // The shard in which the worker is parked. Written before the worker marks itself parked
  // (seq_cst), read after a claim() of that mark.
  std::atomic<std::size_t> where{0};
  // The worker that the monitor asks this one to help, or no_worker. The monitor claims this worker
  // after writing it; the claim orders the two.
  std::atomic<std::size_t> assist{no_worker};
  // Whether a wake-up because of the worker's own queue is on its way. Set by the worker, or by who
  // receives the wake-up in its stead; cleared on receipt. The shard's queue orders them.
  std::atomic<bool> wake_posted{false};
  handler_memory wake_memory;

  // For others to write.
  alignas(64) monitor_counters monitored;
  // I/O objects placed on the shard. relaxed: a number for information.
  std::atomic<std::uint64_t> placed{0};
  // The thread that serves as this worker. With the scheduler's lock.
  worker_time time;
  std::atomic<long> thread{0};  // relaxed: for information

 private:
  class entered;

  class resting;
  void run_task(task* t);
  bool time_to_serve();
  void run_tasks();
  void rest() noexcept;
  void wake_myself() noexcept;
  task* next_task(std::size_t budget);
  std::size_t handled_since(std::size_t before) const noexcept { return handled_ - before; }
  bool take_injected();
  bool search();
  bool steal();
  bool steal_from(run_queue& victim);
  bool help(std::size_t budget);
  bool poll_shards(std::size_t budget);
  void finish_unless_work();
  std::size_t serve(std::size_t shard, std::size_t budget);
  void stay_in_shard();
  bool wait_in_shard(const clock::time_point* deadline);
  bool prepare_to_block(bool& retry);
  std::size_t look_after(const clock::time_point& until);
  void give_work(std::int64_t n) noexcept;
  void settle() noexcept;
  void unpark() noexcept;
  void tell_monitor() noexcept;
  std::uint32_t random() noexcept;

  scheduler& scheduler_;
  const bool alone_;  // the only worker of its scheduler
  run_queue queue_;
  std::size_t handled_ = 0;
  unsigned tasks_since_look_ = 0;
  unsigned tasks_between_looks_ = 1;
  clock::time_point last_look_{};
  clock::time_point served_{};
  std::uint32_t random_;
  bool searching_ = false;  // this worker was elected; scheduler::searching_ counts it
  bool ran_tasks_ = false;  // since it last looked at the other queues
  // In the run() of a shard, on behalf of run(): between two handlers of the shard the worker is
  // parked.
  bool in_shard_ = false;
  bool looks_after_ = false;  // in_shard_, and now and then in those without a thread
  clock::duration finish_retry_{};
  // The monitor's alarm: whether this worker has set it and is to take it back, how often it has
  // set it, and whether that was seldom, since when.
  bool takes_back_ = false;
  unsigned alarms_ = 0;
  bool seldom_ = true;
  clock::time_point alarms_since_{};
  unsigned handler_depth_ = 0;  // handlers on the stack, as far as executors know of them
  std::vector<std::uint32_t> shard_order_;
  std::size_t shard_position_ = 0;
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
