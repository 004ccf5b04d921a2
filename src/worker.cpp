#include "worker.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "scheduler.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

// While a worker has tasks it looks at the clock after so many of them,
constexpr unsigned tasks_between_looks = 32;
// and if it has not served its shard and the injector for this long, it does so now: so tasks that
// make tasks starve neither I/O nor other threads' posts.
constexpr std::chrono::microseconds serve_interval{100};
// Handlers that it then runs at most, so that I/O does not starve tasks either; and handlers that
// an assisting worker runs before it looks at its own queue again.
constexpr std::size_t serve_batch = 64;
// A queue as long as this, the new task included, has two tasks beyond the one that its worker is
// about to run: worth waking another worker. Waking for less costs more than it gains
// (doc/design.md).
constexpr std::size_t wake_length = 3;
// How long a worker that watches over several shards blocks in one of them.
constexpr std::chrono::milliseconds watch_slice{1};

}  // namespace

struct worker::frame {
  worker* w;
  frame* next;
};

constinit thread_local worker::frame* worker::top_ = nullptr;

worker::worker(scheduler& s, std::size_t i, std::size_t queue_capacity)
    : index(i),
      scheduler_(s),
      queue_(queue_capacity),
      random_(static_cast<std::uint32_t>(i) * 0x9E3779B9u + 0x85EBCA6Bu) {}

worker* worker::current(const scheduler& s) noexcept {
  for (frame* f = top_; f; f = f->next)
    if (&f->w->scheduler_ == &s) return f->w;
  return nullptr;
}

worker* worker::innermost() noexcept {
  return top_ ? top_->w : nullptr;
}

std::uint32_t worker::random() noexcept {
  random_ ^= random_ << 13;
  random_ ^= random_ >> 17;
  random_ ^= random_ << 5;
  return random_;
}

void worker::begin_handler() noexcept {
  ticks.add(1);
  const worker_state was = scheduler_.idle().unpark(index);
  if (was == worker_state::running) return;
  if (was == worker_state::elected) {
    // It was to search, but has a handler to run, which may take long: let another search.
    scheduler_.end_search();
    if (scheduler_.injected().size() > 0) scheduler_.wake_for_work();
  }
  scheduler_.worker_awake();
}

void worker::on_wake(worker& target) noexcept {
  --handled_;  // a wake-up is no handler of the user's
  idle_set& idle = scheduler_.idle();
  if (&target == this) {
    unpark();
    return;
  }
  // We share a shard with the target, which is still blocked. We are awake in its stead.
  unpark();
  if (idle.unclaim(target.index, worker_state::elected))
    searching_ = true;
  else
    idle.unclaim(target.index, worker_state::summoned);
  // If it has a shard of its own to go to, it must come out all the same.
  if (scheduler_.spread() && target.where.load(std::memory_order_relaxed) != target.index)
    scheduler_.summon(target.index);
}

void worker::unpark() noexcept {
  const worker_state was = scheduler_.idle().unpark(index);
  if (was == worker_state::running) return;
  if (was == worker_state::elected) searching_ = true;
  scheduler_.worker_awake();
}

void worker::push(task* t) {
  std::size_t length;
  try {
    length = queue_.push(t);
  } catch (...) {
    t->destroy();
    throw;
  }
  if (length >= wake_length) scheduler_.wake_for_work();
}

void worker::flush_work() noexcept {
  if (const std::int64_t n = work.get()) {
    work.set(0);
    scheduler_.add_outstanding(n);
  }
}

void worker::leave() noexcept {
  flush_work();
  assist.store(no_worker, std::memory_order_relaxed);
}

// A shuffled round: each shard once in every worker_count() calls. The order within a round is
// random because a strict rotation would put all of a program's sockets on one shard if it made,
// say, a socket and a timer for each connection, on two shards.
std::size_t worker::next_shard() noexcept {
  const std::size_t n = scheduler_.worker_count();
  for (std::size_t tried = 0; tried < n; ++tried) {
    if (shard_position_ == n || shard_order_.empty()) {
      if (shard_order_.empty()) {
        try {
          shard_order_.resize(n);
        } catch (...) {
          return index;
        }
        std::iota(shard_order_.begin(), shard_order_.end(), 0u);
      }
      for (std::size_t i = n - 1; i > 0; --i)
        std::swap(shard_order_[i], shard_order_[random() % (i + 1)]);
      shard_position_ = 0;
    }
    const std::size_t i = shard_order_[shard_position_++];
    if (scheduler_.idle().state(i) != worker_state::absent) return i;
  }
  return index;
}

std::size_t worker::run(std::size_t limit, const clock::time_point* deadline, bool wait) {
  frame f{this, top_};
  top_ = &f;
  depth.add(1);
  struct restore {
    worker& w;
    frame& f;
    ~restore() {
      if (std::exchange(w.searching_, false)) {
        // Nobody else would search while this thread is away.
        w.scheduler_.end_search();
        w.scheduler_.wake_for_work();
      }
      w.depth.add(static_cast<unsigned>(-1));
      top_ = f.next;
    }
  } at_exit{*this, f};

  const std::size_t start = handled_;
  while (!scheduler_.leaving()) {
    const std::size_t budget = limit - (handled_ - start);
    if (budget == 0) break;
    if (task* t = next_task(budget)) {
      ++handled_;
      ticks.add(1);
      ran_tasks_ = true;
      t->run();
      continue;
    }
    if (handled_ - start == limit) break;
    if (search()) continue;
    if (assist.load(std::memory_order_relaxed) != no_worker && help(budget)) continue;
    if (wait) {
      if (!park(deadline)) break;
    } else if (!poll_shards(budget)) {
      finish_unless_work();
      break;
    }
  }
  return handled_ - start;
}

// The next task from the queue. Now and then looks after what else waits: tasks in the injector,
// and the shard.
task* worker::next_task(std::size_t budget) {
  if (++tasks_since_look_ >= tasks_between_looks) {
    tasks_since_look_ = 0;
    if (scheduler_.injected().size() > 0) take_injected();
    const auto now = clock::now();
    if (now - served_ >= serve_interval) {
      served_ = now;
      const std::size_t n = serve(scheduler_.spread() ? index : 0, std::min(budget, serve_batch));
      if (n == budget) return nullptr;
      if (scheduler_.shards_unattended()) poll_shards(budget - n);
    }
  }
  return queue_.pop();
}

// Moves a fair share of the injector's tasks to the own queue; the rest is for the other workers.
// Returns whether there were any.
bool worker::take_injected() {
  const auto length =
      static_cast<std::uint64_t>(std::max<std::int64_t>(scheduler_.injected().size(), 0));
  const std::uint64_t share = length / scheduler_.worker_count() + 1;
  const auto most =
      static_cast<std::uint32_t>(std::min<std::uint64_t>(share, run_queue::max_steal));
  queue_.reserve(most);  // the pushes cannot fail
  for (std::uint32_t i = 0; i < most; ++i) {
    task* t = scheduler_.injected().pop();
    if (!t) return i > 0;
    queue_.push(t);
  }
  return true;
}

// Runs up to `budget` handlers that are ready in a shard.
std::size_t worker::serve(std::size_t shard, std::size_t budget) {
  std::size_t n = 0;
  for (; n < budget && !scheduler_.leaving(); ++n) {
    if (scheduler_.shard(shard).poll_one() == 0) break;
    ++handled_;
    completions.add(1);
  }
  return n;
}

// Looks for tasks outside the own queue, which is empty. True if it found some.
bool worker::search() {
  bool found = false;
  if (scheduler_.injected().size() > 0) found = take_injected();
  if (!found && (searching_ || ran_tasks_)) found = steal();
  ran_tasks_ = false;
  if (searching_) {
    searching_ = false;
    scheduler_.end_search();
    // If there is more, the next worker comes too.
    if (found && (queue_.size() >= wake_length || scheduler_.injected().size() > 0))
      scheduler_.wake_for_work();
  }
  return found;
}

// Steals half of the tasks of some worker that has two or more: the first of them it is about to
// run itself, unless it is stuck, which the monitor sees.
bool worker::steal() {
  const std::size_t n = scheduler_.worker_count();
  if (n == 1) return false;
  const std::size_t first = random() % n;
  for (std::size_t k = 0; k < n; ++k) {
    const std::size_t i = (first + k) % n;
    if (i == index) continue;
    run_queue& victim = scheduler_.worker_at(i).queue();
    const std::size_t least = scheduler_.idle().state(i) == worker_state::absent ? 1 : 2;
    if (victim.size() >= least && victim.steal(queue_)) return true;
  }
  return false;
}

// What the monitor has asked for. True if there was something to do.
bool worker::help(std::size_t budget) {
  const std::size_t needy = assist.exchange(no_worker, std::memory_order_relaxed);
  if (needy >= scheduler_.worker_count() || needy == index) return false;
  const bool stolen = scheduler_.worker_at(needy).queue().steal(queue_) > 0;
  return serve(needy, std::min(budget, serve_batch)) > 0 || stolen;
}

// Without waiting, runs what is ready in the own shard and in those without a thread.
bool worker::poll_shards(std::size_t budget) {
  const std::size_t before = handled_;
  for (std::size_t i = 0; i < scheduler_.worker_count() && handled_ - before < budget; ++i)
    if (i == 0 || i == index || scheduler_.idle().state(i) == worker_state::absent)
      serve(i, std::min(budget - (handled_ - before), serve_batch));
  return handled_ != before;
}

// Ends the session if no work is left, as park() would.
void worker::finish_unless_work() {
  flush_work();
  if (scheduler_.outstanding() > 0) return;
  scheduler_.idle().park(index);
  scheduler_.try_finish();
  unpark();
}

// Blocks in a shard until a handler has run there or somebody wakes the worker. False if the
// deadline has passed.
bool worker::park(const clock::time_point* deadline) {
  idle_set& idle = scheduler_.idle();
  flush_work();
  // As long as all I/O objects live on shard 0, all workers serve it.
  const bool spread = scheduler_.spread();
  const std::size_t place = spread ? index : 0;
  where.store(place, std::memory_order_relaxed);
  idle.park(index);
  COIO_SEAM();
  // Whoever posted before park() did not see us: look once more.
  if (scheduler_.injected().size() > 0 || scheduler_.spread() != spread) {
    unpark();
    return true;
  }
  if (scheduler_.outstanding() <= 0) scheduler_.try_finish();

  asio::io_context& shard = scheduler_.shard(place);
  struct unpark_at_exit {
    worker& w;
    ~unpark_at_exit() { w.unpark(); }
  };
  std::size_t n = 0;
  {
    // A handler may throw.
    const unpark_at_exit at_exit{*this};
    COIO_SEAM();
    if (scheduler_.shards_unattended()) {
      for (std::size_t i = 0; i < scheduler_.worker_count() && n == 0; ++i)
        if (i != place && idle.state(i) == worker_state::absent) n = scheduler_.shard(i).poll_one();
      auto until = clock::now() + watch_slice;
      if (deadline) until = std::min(until, *deadline);
      if (n == 0) n = shard.run_one_until(until);
    } else {
      n = deadline ? shard.run_one_until(*deadline) : shard.run_one();
    }
    handled_ += n;
    completions.add(n);
  }
  if (n == 0) {
    if (shard.stopped() && !scheduler_.leaving()) scheduler_.revive(place);
    if (deadline && clock::now() >= *deadline) return false;
  }
  return true;
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
