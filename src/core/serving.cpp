// A worker among shards: waiting in its own, serving the first, looking after those without a
// worker.
//
// What a program makes without saying where lives in the first shard. Its own worker serves it
// alone as long as it keeps up, because each further thread in one asio::io_context costs a wake-up
// for each handler. A server that seldom blocks between its handlers calls another worker, which
// serves the first shard, too, until it blocks often there. A worker whose own shard may hold I/O
// objects does not come.
#include <algorithm>
#include <chrono>
#include <thread>

#include "core/scheduler.hpp"
#include "core/seam.hpp"
#include "core/worker.hpp"
#include "core/worker_frame.hpp"
#include "platform/system.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

// How long a worker that looks after several shards blocks in one of them.
constexpr std::chrono::milliseconds watch_slice{1};

// A server that runs so many handlers for each time it blocks is loaded; a further server that
// blocks once for so many is not needed.
constexpr std::uint64_t loaded_handlers = 8;
constexpr std::uint64_t idle_handlers = 2;
constexpr std::uint64_t handlers_considered_at_least = 64;

}  // namespace

// Runs up to `budget` handlers that are ready in a shard, and the wake-ups among them. Returns how
// many handlers ran.
std::size_t worker::poll_shard(std::size_t i, std::size_t budget) {
  const std::size_t before = handled_;
  for (std::size_t n = 0; n < serve_batch && handled_since(before) < budget && !thrown_; ++n) {
    if (scheduler_.session_leaving() || (i != index && !scheduler_.the_session().calm()) ||
        in_shard(i, [](asio::io_context& c) { return c.poll_one(); }) == 0)
      break;
    ++handled_;  // on_wakeup() takes it back
  }
  return handled_since(before);
}

// Without waiting, runs what is ready in the own shard and in those without a worker.
bool worker::poll_shards(std::size_t budget) {
  const std::size_t before = handled_;
  const std::size_t n = scheduler_.worker_count();
  for (std::size_t k = 0, first = next_polled_; k < n && handled_since(before) < budget; ++k)
    if (const std::size_t i = (first + k) % n; is_mine(i)) {
      next_polled_ = i + 1;
      poll_shard(i, budget - handled_since(before));
    }
  return handled_ != before;
}

// Blocks in the own shard until a handler has run there. False if the deadline has passed.
bool worker::wait_in_shard(const clock::time_point* deadline) {
  struct awake_at_exit {  // a handler may throw
    worker& w;
    ~awake_at_exit() { w.awake(); }
  } const at_exit{*this};
  // The handler below may have deferred a wake-up, which Asio queues when that has returned; so
  // this worker is parked, and can be woken, although one is on its way.
  if (frames.get() > 1) scheduler_.idle().set(index, worker_state::awake);
  if (!park()) return true;  // the caller looks at the queues
  COIO_SEAM();
  std::size_t n;
  if (scheduler_.unattended())
    n = look_after(deadline ? *deadline : clock::time_point::max());
  else
    n = in_shard(index, [&](asio::io_context& c) {
      return deadline ? c.run_one_until(*deadline) : c.run_one();
    });
  handled_ += n;
  if (n > 0) return true;
  if (scheduler_.context(index).stopped() && !scheduler_.session_leaving() && frames.get() == 1)
    return scheduler_.the_session().come_out(*this, deadline);
  return !deadline || clock::now() < *deadline;
}

// The own shard, and those without a worker.
bool worker::is_mine(std::size_t i) const noexcept {
  return i == index || scheduler_.idle().state(i) == worker_state::absent;
}

// Runs one handler that is ready in one of its shards, each in turn. Returns how many ran.
std::size_t worker::poll_next(bool own) {
  const std::size_t n = scheduler_.worker_count();
  for (std::size_t k = 0, first = next_polled_; k < n; ++k) {
    const std::size_t i = (first + k) % n;
    if (!is_mine(i) || (i == index && !own)) continue;
    next_polled_ = i + 1;
    if (const std::size_t ran = in_shard(i, [](asio::io_context& c) { return c.poll_one(); }))
      return ran;
    if (i != index && scheduler_.context(i).stopped()) scheduler_.the_session().find_stopped(i);
  }
  return 0;
}

// Runs a handler that is ready, or blocks in the own shard for a while.
std::size_t worker::look_after(const clock::time_point& until) {
  if (const std::size_t n = poll_next(true)) return n;
  return in_shard(index, [&](asio::io_context& c) {
    return c.run_one_until(std::min(until, clock::now() + watch_slice));
  });
}

// While the session asks, and this worker is out of its shard. Returns whether there is something
// for the caller of the run function.
bool worker::poll_while_asking() noexcept {
  const std::size_t before = handled_;
  try {
    handled_ += poll_next(false);
  } catch (...) {
    keep_exception(std::current_exception());
  }
  return handled_ != before || kept_;
}

// While the session asks, a shard that is not run does not stop, and so does not answer.
bool worker::may_watch() const noexcept {
  return scheduler_.the_session().calm() && scheduler_.unattended();
}

void worker::watch() {
  struct scope {
    bool& watching;
    ~scope() { watching = false; }
  } const at_exit{watching_};
  watching_ = true;
  while (may_watch() && !thrown_ && !scheduler_.context(index).stopped()) {
    rest();
    handled_ += look_after(clock::time_point::max());
  }
}

// ---- The first shard ----

bool worker::may_join() const noexcept {
  return index != 0 && !scheduler_.shard_at(index).used.load(std::memory_order_seq_cst);
}

// Serves the first shard in place of the own one, which holds nothing, until that changes, or the
// worker is not needed.
void worker::serve_first() {
  // A wake-up that is on its way to this worker comes to the own shard.
  awake();
  if (scheduler_.idle().state(index) != worker_state::awake) return;
  // seq_cst: pairs with scheduler::home_at(), which marks the own shard as used, then reads the
  // place.
  place_.store(0, std::memory_order_seq_cst);
  scheduler_.the_session().enter(0);
  blocked_ = voluntary_switches();
  handlers_considered_ = handlers.get();
  struct going_home {
    worker& w;
    ~going_home() {
      scheduler& s = w.scheduler_;
      // A wake-up that is on its way to this worker is in the first shard. After an exception the
      // worker runs no tasks, and would send itself the next; somebody else receives this one.
      while (!s.session_leaving() && !w.thrown_ && s.idle().state(w.index) != worker_state::awake &&
             !s.idle().move(w.index, worker_state::parked, worker_state::awake)) {
        if (s.context(0).stopped()) break;
        try {
          w.handled_ += w.in_shard(0, [](asio::io_context& c) { return c.poll_one(); });
        } catch (...) {
          w.keep_exception(std::current_exception());
        }
      }
      w.place_.store(w.index, std::memory_order_seq_cst);
      s.the_session().exit(0);
    }
  } const at_exit{*this};
  const bool called = scheduler_.settings().monitor;
  while (scheduler_.the_session().calm() && !thrown_) {
    rest();
    COIO_SEAM();
    // Parked before it looks: scheduler::home_at() marks the shard, then wakes a parked worker.
    if (!may_join() || scheduler_.unattended()) break;
    // Not poll(), which does not return while there is always something ready.
    const std::size_t n = in_shard(0, [this](asio::io_context& c) {
      std::size_t ran = c.run_one();
      while (ran > 0 && ran < serve_batch && may_join() && c.poll_one() != 0)
        ++ran;
      return ran;
    });
    handled_ += n;
    if (n == 0 || (called && blocks_often())) break;
  }
}

// By a server of the first shard that has received the wake-up of another one, which is to go home.
// Only that one can receive it. But it may be the thread that waits for I/O, and Asio prefers one
// that waits for handlers: so those that receive the wake-up make way for a while, and at last the
// other is the only one left. Who is about to go home itself does not wait.
void worker::call_home(const worker& target) noexcept {
  scheduler_.wake(target.index);
  if (index != 0 && !may_join()) return;
  const auto end = clock::now() + longest_call;
  while (target.missed_at_home() && !scheduler_.session_leaving() && clock::now() < end)
    std::this_thread::yield();
}

// By a server of the first shard, now and then: calls another one if it is loaded.
void worker::consider_load() noexcept {
  if (alone_) return;
  const std::uint64_t blocked = voluntary_switches();
  const std::uint64_t times = blocked - std::exchange(blocked_, blocked);
  const std::uint64_t ran = handlers.get() - std::exchange(handlers_considered_, handlers.get());
  if (times * loaded_handlers < ran) scheduler_.call_to_first();
}

bool worker::blocks_often() noexcept {
  const std::uint64_t ran = handlers.get() - handlers_considered_;
  if (ran < handlers_considered_at_least) return false;
  handlers_considered_ += ran;
  const std::uint64_t blocked = voluntary_switches();
  return (blocked - std::exchange(blocked_, blocked)) * idle_handlers > ran;
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
