#include "core/session.hpp"

#include <algorithm>

#include "core/scheduler.hpp"
#include "core/seam.hpp"
#include "core/worker.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

// How often the last worker to come out looks at shards that have no worker and are not done.
constexpr std::chrono::milliseconds unattended_look{1};

}  // namespace

// ---- Threads ----

void session::attach(std::size_t i) {
  if (threads() == 0) {
    // relaxed: the guard itself stays, so a thread that still reads true is right.
    base_guarded_.store(false, std::memory_order_relaxed);
    give_guards();
    set(phase::running);
  } else {
    resume_locked();
  }
  threads_.fetch_add(1, std::memory_order_seq_cst);
  scheduler_.worker_at(i).attach();
}

void session::detach(std::size_t i, std::unique_lock<std::mutex>& lock) noexcept {
  scheduler_.worker_at(i).detach();
  if (threads() > 1) {
    threads_.fetch_sub(1, std::memory_order_seq_cst);
    if (phase_.load(std::memory_order_relaxed) == phase::running) {
      // The others look after its shard and its tasks, and one of them may be the last that has
      // work.
      // seq_cst: see scheduler::home_at().
      if (i == 0 || scheduler_.shard_at(i).used.load(std::memory_order_seq_cst) ||
          scheduler_.worker_at(i).queue().size() > 0)
        scheduler_.wake_all();
      ask_locked();
    }
  } else {
    // A hook that the monitor calls may want the lock. No thread attaches while we are leaving.
    set(phase::leaving);
    lock.unlock();
    scheduler_.stop_monitor();
    lock.lock();
    threads_.store(0, std::memory_order_seq_cst);
    // seq_cst: pairs with work_started_elsewhere() and inject(); see now().
    set(phase::idle);
    COIO_SEAM();
    if (scheduler_.tasks_queued()) scheduler_.post_drain();
    // The guards last: a shard without work stops, and so a thread that runs it by way of the base
    // returns.
    if (!stopped())
      for (std::size_t k = 0; k < scheduler_.worker_count(); ++k)
        if (asio::io_context& c = scheduler_.shard_at(k).context(); c.stopped()) c.restart();
    for (std::size_t k = 1; k < scheduler_.worker_count(); ++k)
      scheduler_.shard_at(k).guard.reset();
    guard_base();
  }
  changed_.notify_all();
}

void session::leave() noexcept {
  if (threads() != 0) set(phase::leaving);
  // Stopping a shard synchronises with the threads that it makes return.
  for (std::size_t k = 0; k < scheduler_.worker_count(); ++k)
    scheduler_.shard_at(k).context().stop();
  changed_.notify_all();
}

void session::stop() noexcept {
  stopped_.store(true, std::memory_order_release);
  leave();
}

void session::restart() {
  const std::lock_guard lock(mutex_);
  stopped_.store(false, std::memory_order_release);
  deadlocked_ = false;
  if (threads() == 0)
    for (std::size_t k = 0; k < scheduler_.worker_count(); ++k) {
      scheduler_.shard_at(k).context().restart();
      scheduler_.shard_at(k).asked.store(false, std::memory_order_relaxed);
    }
}

// ---- Guards ----

// The guard first: a thread that enters a shard without work stops it.
void session::give_guards() noexcept {
  for (std::size_t k = 0; k < scheduler_.worker_count(); ++k) {
    shard& s = scheduler_.shard_at(k);
    if (!s.guard) s.guard.emplace(s.context().get_executor());
    if (s.context().stopped() && s.servers == 0) {
      s.context().restart();
      s.asked.store(false, std::memory_order_relaxed);
    }
  }
}

// The shard has a guard again, but was stopped by the question meanwhile.
void session::revive(shard& s) noexcept {
  if (s.servers != 0 || !s.asked.load(std::memory_order_relaxed) || !s.context().stopped() ||
      phase_.load(std::memory_order_relaxed) != phase::running)
    return;
  s.context().restart();
  s.asked.store(false, std::memory_order_relaxed);
}

void session::take_guards() noexcept {
  for (std::size_t k = 0; k < scheduler_.worker_count(); ++k) {
    shard& s = scheduler_.shard_at(k);
    s.asked.store(true, std::memory_order_relaxed);
    s.guard.reset();
  }
}

// Outside a session: a thread that runs the first shard by way of the base waits for the work that
// executors count.
void session::guard_base() noexcept {
  if (threads() != 0 || scheduler_.closing()) return;
  shard& first = scheduler_.shard_at(0);
  if (scheduler_.outstanding() <= 0) {
    // seq_cst: pairs with work_started_elsewhere(), which counts its work, then calls
    // base_guarded(). Either it finds no guard and comes here after us, or we find its work
    // (orders: base_guard).
    base_guarded_.store(false, std::memory_order_seq_cst);
    COIO_SEAM();
    if (scheduler_.outstanding() <= 0) {
      scheduler_.release_idle_timers();
      first.guard.reset();
      // As an asio::io_context whose last work is finished.
      if (all_shards_stopped() && scheduler_.no_work())
        stopped_.store(true, std::memory_order_release);
      return;
    }
  }
  if (!first.guard) first.guard.emplace(first.context().get_executor());
  base_guarded_.store(true, std::memory_order_seq_cst);
}

// ---- The end of the work ----

void session::ask() noexcept {
  const std::lock_guard lock(mutex_);
  ask_locked();
}

void session::ask_for_deadlock(std::int64_t blocked) noexcept {
  const std::lock_guard lock(mutex_);
  ask_locked(blocked);
}

void session::ask_locked(std::int64_t blocked) noexcept {
  if (phase_.load(std::memory_order_relaxed) != phase::running || !scheduler_.finished(blocked))
    return;
  set(phase::asking);
  COIO_SEAM();
  // A worker that has not seen the phase when it started work, or a handler, we see now.
  if (!scheduler_.finished(blocked)) return set(phase::running);
  blocked_ = blocked;
  scheduler_.release_idle_timers();
  take_guards();
  changed_.notify_all();
}

void session::resume() noexcept {
  const std::lock_guard lock(mutex_);
  resume_locked();
}

void session::resume_locked() noexcept {
  if (phase_.load(std::memory_order_relaxed) != phase::asking) return;
  blocked_ = 0;
  give_guards();
  set(phase::running);
  scheduler_.wake_all();
  changed_.notify_all();
}

void session::settle(std::size_t i) noexcept {
  shard& s = scheduler_.shard_at(i);
  // relaxed: written with the lock. A worker that misses it settles the question with its next
  // wake-up.
  if (!s.asked.load(std::memory_order_relaxed)) return;
  const std::lock_guard lock(mutex_);
  if (s.servers == 1 && s.guard && !s.context().stopped())
    s.asked.store(false, std::memory_order_relaxed);
}

bool session::end_if_alone() noexcept {
  const std::lock_guard lock(mutex_);
  if (threads() != 1 || phase_.load(std::memory_order_relaxed) != phase::running ||
      !scheduler_.finished())
    return false;
  if (scheduler_.release_idle_timers()) return true;
  take_guards();
  if (all_shards_stopped() && scheduler_.no_work()) {
    stop();
    return false;
  }
  for (std::size_t k = 0; k < scheduler_.worker_count(); ++k) {
    shard& s = scheduler_.shard_at(k);
    s.guard.emplace(s.context().get_executor());
    // This thread, which is in none of Asio's functions, is the only one that runs the shard.
    if (s.context().stopped()) s.context().restart();
    s.asked.store(false, std::memory_order_relaxed);
  }
  return false;
}

bool session::all_shards_stopped() const noexcept {
  for (std::size_t k = 0; k < scheduler_.worker_count(); ++k)
    if (!scheduler_.shard_at(k).context().stopped()) return false;
  return true;
}

bool session::unattended_shards_done() const noexcept {
  for (std::size_t k = 0; k < scheduler_.worker_count(); ++k)
    if (const shard& s = scheduler_.shard_at(k); s.servers == 0 && !s.context().stopped())
      return false;
  return true;
}

// All workers are out.
void session::conclude() noexcept {
  if (!scheduler_.no_work(blocked_)) return resume_locked();
  deadlocked_ = blocked_ != 0;
  stop();
}

// ---- In and out of shards ----

void session::enter(std::size_t i) noexcept {
  std::unique_lock lock(mutex_);
  enter_locked(i, lock);
}

void session::enter_locked(std::size_t i, std::unique_lock<std::mutex>& lock) noexcept {
  shard& s = scheduler_.shard_at(i);
  // While another worker is on its way out, Asio does not allow a restart.
  changed_.wait(lock, [&] {
    return s.servers == 0 || !s.context().stopped() ||
           phase_.load(std::memory_order_relaxed) != phase::running;
  });
  revive(s);
  ++s.servers;
}

void session::exit(std::size_t i) noexcept {
  const std::lock_guard lock(mutex_);
  exit_locked(i);
}

void session::exit_locked(std::size_t i) noexcept {
  shard& s = scheduler_.shard_at(i);
  if (--s.servers != 0) return;
  revive(s);
  changed_.notify_all();
}

void session::find_stopped(std::size_t i) noexcept {
  const std::lock_guard lock(mutex_);
  const shard& s = scheduler_.shard_at(i);
  if (phase_.load(std::memory_order_relaxed) == phase::running && s.context().stopped() &&
      !s.asked.load(std::memory_order_relaxed))
    stop();
}

bool session::come_out(worker& w, const clock::time_point* deadline) noexcept {
  std::unique_lock lock(mutex_);
  shard& s = scheduler_.shard_at(w.index);
  exit_locked(w.index);
  bool in_time = true, ran = false;
  // If the shard is not stopped any more, the next question has come before this worker has seen
  // the answer to the last one, with a wake-up for it to receive.
  while (in_time && !ran && phase_.load(std::memory_order_relaxed) == phase::asking &&
         s.context().stopped()) {
    if (++out_ == threads()) {
      if (unattended_shards_done()) {
        conclude();
      } else {
        // A shard without a worker has work of its own.
        lock.unlock();
        ran = w.poll_while_asking();
        lock.lock();
        if (!ran && phase_.load(std::memory_order_relaxed) == phase::asking)
          changed_.wait_for(lock, unattended_look);
      }
    } else if (!deadline) {
      changed_.wait(lock);
    } else {
      changed_.wait_until(lock, *deadline);
    }
    --out_;
    in_time = !deadline || clock::now() < *deadline;
  }
  if (phase_.load(std::memory_order_relaxed) == phase::running && s.context().stopped() &&
      !s.asked.load(std::memory_order_relaxed))
    stop();
  enter_locked(w.index, lock);
  return in_time;
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
