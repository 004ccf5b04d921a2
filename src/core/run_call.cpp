// Calls of the context's run functions: threads come, serve as workers, and leave.
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

#include "core/scheduler.hpp"
#include "platform/system.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// What one call of run() and the threads that it starts share.
struct scheduler::run_call {
  // The threads wait at the gate until all have started. A condition variable: std::atomic::wait()
  // of libstdc++ 12 loses wake-ups where there are no futexes.
  enum gate_state { shut, opened, cancelled };
  void set_gate(gate_state g) {
    {
      const std::lock_guard lock(gate_mutex);
      gate = g;
    }
    gate_changed.notify_all();
  }
  bool pass_gate() {
    std::unique_lock lock(gate_mutex);
    gate_changed.wait(lock, [this] { return gate != shut; });
    return gate == opened;
  }
  std::mutex gate_mutex;
  std::condition_variable gate_changed;
  gate_state gate = shut;

  std::atomic<std::size_t> handled{0};
  bool threads = false;          // whether it has started any
  std::exception_ptr exception;  // with the session's lock
};

std::size_t scheduler::free_worker() const noexcept {
  for (std::size_t i = 0; i < worker_count(); ++i)
    if (idle_.state(i) == worker_state::absent) return i;
  return idle_set::none;
}

void scheduler::rethrow_pending(std::unique_lock<std::mutex>& lock) {
  if (pending_exceptions_.empty()) return;
  const std::exception_ptr e = pending_exceptions_.front();
  pending_exceptions_.erase(pending_exceptions_.begin());
  lock.unlock();
  std::rethrow_exception(e);
}

void scheduler::name_thread(std::size_t i) const noexcept {
  if (options_.thread_name.empty()) return;
  try {
    set_thread_name((options_.thread_name + '-' + std::to_string(i)).c_str());
  } catch (const std::bad_alloc&) {
    // It has none.
  }
}

void scheduler::enter_thread(std::size_t i) noexcept {
  const std::lock_guard lock(session_.lock());
  worker_at(i).time.begin();
  worker_at(i).thread.store(thread_number(), std::memory_order_relaxed);
}

void scheduler::work_thread(std::size_t i, run_call& call) noexcept {
  enter_thread(i);
  bool started = false;
  try {
    if (hooks_.on_thread_start) hooks_.on_thread_start(i);
    started = true;
    call.handled.fetch_add(worker_at(i).run(), std::memory_order_relaxed);
  } catch (...) {
    const std::lock_guard lock(session_.lock());
    if (!call.exception)
      call.exception = std::current_exception();
    else
      pending_exceptions_.push_back(std::current_exception());  // run() has made room
    // A thread that run() has started cannot report it before all of them have left.
    if (call.threads) session_.leave();
  }
  if (started && hooks_.on_thread_stop) hooks_.on_thread_stop(i);
  std::unique_lock lock(session_.lock());
  leave_thread(i, lock);
}

// What the worker has kept while another exception came out of it comes out of the next call. With
// the lock; run() and run_alone() have made room.
void scheduler::leave_thread(std::size_t i, std::unique_lock<std::mutex>& lock) noexcept {
  if (std::exception_ptr e = worker_at(i).take_kept()) pending_exceptions_.push_back(std::move(e));
  session_.detach(i, lock);
}

std::size_t scheduler::run(bool watched) {
  if (worker* w = worker::current(*this)) return w->run_some(worker::no_limit, nullptr, true);

  run_call call;
  std::vector<std::size_t> mine;
  std::vector<std::thread> threads;
  {
    std::unique_lock lock(session_.lock());
    std::size_t first;
    for (;;) {
      rethrow_pending(lock);
      if (stopped()) return 0;
      first = free_worker();
      if (first != idle_set::none && !session_.leaving()) break;
      session_.changed().wait(lock);
    }
    mine.push_back(first);
    mine.reserve(worker_count());
    threads.reserve(worker_count());
    // For two of each worker: no exception is lost for want of memory.
    pending_exceptions_.reserve(pending_exceptions_.size() + 2 * worker_count());
    session_.attach(first);
    if (options_.spawn_threads)
      for (std::size_t i = first + 1; i < worker_count(); ++i)
        if (idle_.state(i) == worker_state::absent) {
          mine.push_back(i);
          session_.attach(i);
        }
    call.threads = mine.size() > 1;
    if (watched) watched_threads_.store(mine.size(), std::memory_order_relaxed);
  }

  std::optional<scoped_pin> pinned;
  bool pinning = false;
  try {
    for (std::size_t k = 1; k < mine.size(); ++k)
      threads.emplace_back([this, &call, i = mine[k]] {
        name_thread(i);
        if (call.pass_gate()) {
          work_thread(i, call);
        } else {
          std::unique_lock lock(session_.lock());
          session_.detach(i, lock);
        }
      });
    if (options_.monitor && worker_count() > 1) {
      const std::lock_guard lock(session_.lock());
      monitor_.start();
    }
    // Last, because new threads inherit the CPUs of the one that starts them.
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
    call.set_gate(run_call::cancelled);
    for (auto& t : threads)
      t.join();
    std::unique_lock lock(session_.lock());
    for (std::size_t k = threads.size() + 1; k < mine.size(); ++k)
      session_.detach(mine[k], lock);
    session_.detach(mine[0], lock);
    const auto* error = dynamic_cast<const std::system_error*>(&e);
    throw std::system_error(
        error ? error->code() : std::make_error_code(std::errc::not_enough_memory),
        "coio::io_context::run: " +
            (pinning ? "cannot pin the workers"
             : threads.size() + 1 == mine.size()
                 ? "cannot start the monitor's thread"
                 : "cannot start thread " + std::to_string(threads.size() + 2) + " of " +
                       std::to_string(mine.size())) +
            " (" + e.what() + ")");
  }
  call.set_gate(run_call::opened);
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
    std::unique_lock lock(session_.lock());
    for (;;) {
      rethrow_pending(lock);
      if (stopped()) return 0;
      i = free_worker();
      if (i != idle_set::none && !session_.leaving()) break;
      // Every worker has a thread: what is ready is being run.
      if (!wait) return 0;
      if (!deadline)
        session_.changed().wait(lock);
      else if (session_.changed().wait_until(lock, *deadline) == std::cv_status::timeout)
        return 0;
    }
    pending_exceptions_.reserve(pending_exceptions_.size() + worker_count());
    session_.attach(i);
    // A thread alone helps nobody; shorter calls would start and end the monitor all the time.
    if (options_.monitor && wait && limit == worker::no_limit && session_.threads() > 1) try {
        monitor_.start();
      } catch (const std::system_error&) {
        // No thread can be had: nobody sees who needs help, as with options::monitor false.
      } catch (const std::bad_alloc&) {
      }
  }
  // The clocks of a shorter call would cost more than the call.
  if (wait && limit == worker::no_limit) enter_thread(i);
  struct detach_at_exit {
    scheduler& s;
    std::size_t i;
    ~detach_at_exit() {
      std::unique_lock lock(s.session_.lock());
      s.leave_thread(i, lock);
    }
  } at_exit{*this, i};
  return worker_at(i).run_some(limit, deadline, wait);
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
