// The session: the time in which threads run handlers, and the one place where the end of the work
// is decided.
//
//            attach (first thread)                ask (nothing is counted)
//     idle ------------------------> running --------------------------------> asking
//      ^                              |  ^                                        |
//      |                              |  +----------------------------------------+
//      | detach (last thread)         |        resume (there is work after all)   |
//      |                              | stop, an exception                        | conclude
//      +--------- leaving <-----------+-------------------------------------------+ (no work)
//
// Work is left as long as one of these holds:
//   1. outstanding work is counted: coio's executors count it (scheduler::outstanding());
//   2. a task is queued;
//   3. a worker is busy;
//   4. a shard has work of its own: operations and handlers of code that knows only the
//      asio::io_context base, which executors do not see.
//
// The first three can be read. A thread that changes one of them for the better looks at all of
// them afterwards (scheduler::finished()). Each change is a seq_cst operation, and so is each load
// of the look. So the look that follows the last change, in the single order of these operations,
// sees everything, and no end is missed. A look may be wrong the other way, because it reads one
// word after the other; therefore it only begins the question.
//
// The fourth has no function in Asio's interface, but a shard without work of its own stops when
// its guard goes. ask() takes all guards. A worker whose shard stops comes out, and waits here.
// When the last one is out, no worker runs anything, and only other threads can start work, which
// do so with the lock held or see `asking` and call resume(). So conclude() reads a state at rest:
// if no work is counted, the session ends; otherwise it resumes. A worker whose shard has work of
// its own stays in it until that is over, or until the session resumes. Such work may start more
// that is counted, and needs the other workers: a worker that begins to be busy, or starts work
// while it is not, does so, then reads the phase; ask() writes the phase, then looks once more. One
// sees the other.
//
// During a session a shard is stopped for these reasons: by the session, at its end (leaving); by
// itself, when it was asked; or by a thread that calls stop() of the base, which means the whole.
// A worker that is in its shard to stay comes out of it because the shard is stopped, or with an
// exception.
//
// Asio requires that restart() is not called while a thread is in a run function. The session
// counts the workers in each shard, and restarts it when the last is out.
//
// A deadlock is asked for in the same way. Who has seen that all outstanding work is that of
// coroutines which wait for each other has the shards asked as if there were none. If they have
// none either, and nothing has changed, the session ends with that result; else it goes on.
//
// Outside a session the first shard has a guard while outstanding work is counted, for a thread
// that calls run() of the base.
//
// Model: test/model/session.pml.
#ifndef COIO_SRC_CORE_SESSION_HPP
#define COIO_SRC_CORE_SESSION_HPP

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>

#include "coio/asio.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

class scheduler;
class worker;
struct shard;

class session {
 public:
  using clock = std::chrono::steady_clock;
  enum class phase : std::uint8_t { idle, running, asking, leaving };

  explicit session(scheduler& s) noexcept : scheduler_(s) {}

  // seq_cst: pairs with the changes of the phase. A thread that starts work counts it, then reads
  // the phase; the session writes the phase, then reads the counts. One sees the other (orders:
  // question).
  phase now() const noexcept { return phase_.load(std::memory_order_seq_cst); }
  // relaxed: a worker that misses it comes out of its shard, which is stopped after it is written.
  bool leaving() const noexcept { return phase_.load(std::memory_order_relaxed) == phase::leaving; }
  bool calm() const noexcept { return now() == phase::running; }
  // acquire: pairs with stop(), for what was done before (orders: stopped).
  bool stopped() const noexcept { return stopped_.load(std::memory_order_acquire); }
  // Workers that have a thread. Written with the lock. seq_cst: pairs with worker::park(). Who
  // leaves lowers the number, then wakes those that are parked; a worker parks, then reads it. One
  // sees the other (orders: leaving).
  std::size_t threads() const noexcept { return threads_.load(std::memory_order_seq_cst); }

  // Whether the first shard has a guard on behalf of the base. seq_cst: see guard_base().
  bool base_guarded() const noexcept { return base_guarded_.load(std::memory_order_seq_cst); }

  std::mutex& lock() const noexcept { return mutex_; }
  // A worker has become free, or the session has changed. With the lock.
  std::condition_variable& changed() noexcept { return changed_; }

  // ---- With the lock ----

  // The worker has a thread from now on, or none. detach() may release the lock in between.
  void attach(std::size_t i);
  void detach(std::size_t i, std::unique_lock<std::mutex>& lock) noexcept;
  // Makes all workers leave.
  void leave() noexcept;
  void stop() noexcept;
  void guard_base() noexcept;
  // As ask() and resume().
  void ask_locked(std::int64_t blocked = 0) noexcept;
  void resume_locked() noexcept;

  // ---- Without ----

  void restart();
  // Asks the shards whether they have work, if nothing is counted.
  void ask() noexcept;
  // As if `blocked` of the outstanding work, which is that of coroutines, were none.
  void ask_for_deadlock(std::int64_t blocked) noexcept;
  // Whether the last session has ended with a deadlock.
  bool deadlocked() const noexcept { return deadlocked_; }
  // There is work after all.
  void resume() noexcept;
  // By a worker that runs a handler in the shard, which therefore is not about to stop because of
  // the last question.
  void settle(std::size_t shard) noexcept;
  // By the only thread of a session, which does not wait: ends the session if no work is left. True
  // if there is a handler to run before that can be told.
  bool end_if_alone() noexcept;

  // A worker goes into a shard's run functions, or has come out of them.
  void enter(std::size_t shard) noexcept;
  void exit(std::size_t shard) noexcept;
  // By a worker that has found a shard stopped which nobody runs: stops the session, unless the
  // session itself has stopped the shard.
  void find_stopped(std::size_t shard) noexcept;
  // By a worker whose own shard was stopped: waits until there is a reason to go on. False if the
  // deadline has passed.
  bool come_out(worker& w, const clock::time_point* deadline) noexcept;

 private:
  void set(phase p) noexcept { phase_.store(p, std::memory_order_seq_cst); }
  void enter_locked(std::size_t shard, std::unique_lock<std::mutex>& lock) noexcept;
  void exit_locked(std::size_t shard) noexcept;
  void revive(shard& s) noexcept;
  void take_guards() noexcept;
  void give_guards() noexcept;
  bool all_shards_stopped() const noexcept;
  bool unattended_shards_done() const noexcept;
  void conclude() noexcept;

  scheduler& scheduler_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t out_ = 0;       // workers that have come out while the session is asking
  std::int64_t blocked_ = 0;  // see ask_for_deadlock(), while the session is asking
  bool deadlocked_ = false;   // written with the lock, before the threads leave
  std::atomic<std::size_t> threads_{0};
  std::atomic<phase> phase_{phase::idle};
  std::atomic<bool> stopped_{false};
  std::atomic<bool> base_guarded_{false};  // by guard_base(); written with the lock
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
