#include "monitor.hpp"

#include <algorithm>

#include "cpu.hpp"
#include "scheduler.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

// A worker that has been busy in every look for this long is overloaded. Shorter, and idle workers
// drag connections away from ones that would be done in a moment: helping after 25 us nearly halved
// the requests per second at two connections (doc/design.md).
constexpr std::chrono::microseconds overload_time{1000};

// Without a handler on any worker for this long, the monitor sleeps until there is one. Longer than
// the gaps of a client that waits for each answer, so that it is not woken for every request.
constexpr std::chrono::milliseconds quiet_time{20};

}  // namespace

void monitor::start() {
  if (thread_.joinable()) return;
  seen_.assign(scheduler_.worker_count(), seen());
  stopping_ = false;
  injected_ = false;
  thread_ = std::thread([this] { loop(); });
}

void monitor::stop() noexcept {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void monitor::wake() noexcept {
  {
    const std::lock_guard lock(mutex_);
    asleep_.store(false, std::memory_order_seq_cst);
  }
  changed_.notify_one();
}

void monitor::loop() {
  set_thread_name("coio-monitor");
  set_precise_timers();
  const std::chrono::microseconds least = scheduler_.settings().monitor_min_interval;
  const std::chrono::microseconds most = scheduler_.settings().monitor_max_interval;
  auto interval = least;
  auto last_activity = clock::now();
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    changed_.wait_for(lock, interval, [this] { return stopping_; });
    if (stopping_) return;
    lock.unlock();
    const bool quiet = all_quiet();
    const bool amiss = look();
    lock.lock();
    interval = amiss ? least : std::min(interval * 2, most);
    const auto now = clock::now();
    if (!quiet) last_activity = now;
    if (now - last_activity > quiet_time) {
      doze(lock);
      interval = least;
      last_activity = clock::now();
    }
  }
}

// Sleeps until a worker leaves parking.
void monitor::doze(std::unique_lock<std::mutex>& lock) {
  asleep_.store(true, std::memory_order_seq_cst);
  COIO_SEAM();
  bool parked = scheduler_.injected().size() <= 0;
  for (std::size_t i = 0; i < scheduler_.worker_count(); ++i)
    parked = parked && scheduler_.idle().state(i) != worker_state::running;
  if (parked)
    changed_.wait(lock, [this] {
      return stopping_ || !asleep_.load(std::memory_order_relaxed);  // written with mutex_ held
    });
  asleep_.store(false, std::memory_order_seq_cst);
}

// Whether no worker has begun a handler since the last look, and none is in one.
bool monitor::all_quiet() {
  for (std::size_t i = 0; i < scheduler_.worker_count(); ++i) {
    if (scheduler_.idle().state(i) == worker_state::running) return false;
    if (scheduler_.worker_at(i).ticks.get() != seen_[i].ticks) return false;
  }
  return scheduler_.injected().size() <= 0;
}

// One look. Returns whether something is, or may be, amiss.
bool monitor::look() {
  idle_set& idle = scheduler_.idle();
  const std::size_t n = scheduler_.worker_count();
  const auto now = clock::now();
  bool amiss = false;

  // A parked worker to ask, other than the one in need; each look starts at another, so that help
  // is spread.
  const auto ask_for_help = [&](std::size_t needy) {
    for (std::size_t k = 0; k < n; ++k) {
      const std::size_t i = (next_helper_ + k) % n;
      if (i == needy || idle.state(i) != worker_state::parked) continue;
      // relaxed: the claim within summon() orders it.
      scheduler_.worker_at(i).assist.store(needy, std::memory_order_relaxed);
      if (scheduler_.summon(i)) {
        next_helper_ = i + 1;
        return;
      }
    }
  };

  for (std::size_t i = 0; i < n; ++i) {
    seen& s = seen_[i];
    const worker_state state = idle.state(i);
    const std::uint64_t ticks = scheduler_.worker_at(i).ticks.get();
    if (state != worker_state::running) {
      s = {ticks, false, now};
      continue;
    }
    if (!s.busy) {
      s = {ticks, true, now};
      continue;
    }
    const bool stuck = s.ticks == ticks;
    const bool overloaded = now - s.since > overload_time;
    s.ticks = ticks;
    if (stuck || overloaded) {
      amiss = true;
      ask_for_help(i);
    }
  }

  const bool injected = scheduler_.injected().size() > 0;
  if (injected && injected_) {
    amiss = true;
    ask_for_help(n);
  }
  injected_ = injected;
  return amiss;
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
