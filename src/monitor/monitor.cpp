#include "monitor/monitor.hpp"

#include <algorithm>
#include <bit>
#include <utility>

#include "core/scheduler.hpp"
#include "platform/helper_thread.hpp"
#include "platform/system.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

// A worker that has been busy for this long, without blocking, is overloaded. Shorter, and idle
// workers drag connections away from ones that would be done in a moment: helping after 25 us
// nearly halved the requests per second at two connections (doc/design.md).
constexpr std::chrono::microseconds overload_time{1000};

// A worker that had its CPU for all but this part of the time did not wait for anything.
constexpr int overload_share = 20;

// Waits up to this long are not interrupted by stop(): they cost one system call rather than two.
constexpr std::chrono::milliseconds uninterrupted{2};

// While every worker is busy hardly anybody could help, and while none is, none needs help; looks
// are rarer by this factor.
constexpr int rare_factor = 16;

// But for this long after a worker has needed help, looks stay close while none is busy: others
// like that handler will come.
constexpr std::chrono::seconds alert_time{1};

// And one timer in so many expires early. Otherwise a sleeping monitor would never see a handler
// that takes less than the time between two rare looks.
constexpr unsigned early_timers = 8;

// A worker that was parked in so many of the last 16 looks is idle. One that is busy with I/O
// counts as parked between two completions, while Asio waits and receives: in about half of them.
constexpr int idle_looks = 14;

// A worker that is stuck is helped as often as its helper found something to do. Else the looks
// follow the time for which it has been stuck: it may be blocked for seconds, and its sockets be
// silent.
constexpr int patience_share = 32;
constexpr std::chrono::milliseconds longest_patience{1};

std::chrono::microseconds patience(std::chrono::nanoseconds stuck,
                                   std::chrono::microseconds least) noexcept {
  const auto share = std::chrono::duration_cast<std::chrono::microseconds>(stuck / patience_share);
  return std::max(least, std::min<std::chrono::microseconds>(share, longest_patience));
}

}  // namespace

monitor::monitor(scheduler& s)
    : scheduler_(s), seen_(static_cast<std::size_t>(s.settings().workers)) {}

void monitor::start() {
  if (thread_.joinable()) return;
  stopping_.store(false, std::memory_order_relaxed);
  if (!timer_) timer_.emplace();
  thread_ = std::thread([this] { loop(); });
}

void monitor::stop() noexcept {
  if (!thread_.joinable()) return;
  stopping_.store(true, std::memory_order_seq_cst);
  timer_->set({});
  thread_.join();
  for (std::size_t i = 0; i < seen_.size(); ++i) {
    seen_[i] = seen();
    publish(i, clock::time_point());
  }
  injected_ = false;
}

void monitor::loop() {
  set_thread_name("coio-monitor");
  set_precise_timers();
  const helper_thread mine;
  const std::chrono::microseconds least = scheduler_.settings().monitor_min_interval;
  auto interval = least;
  while (!wait(interval)) {
    finding found = look(clock::now());
    while (found == finding::calm) {
      doze();
      if (stopping_.load(std::memory_order_seq_cst)) return;
      interval = least;
      found = look(clock::now());
    }
    interval = next_interval(found, interval);
  }
}

std::chrono::microseconds monitor::next_interval(finding found,
                                                 std::chrono::microseconds interval) const {
  const std::chrono::microseconds least = scheduler_.settings().monitor_min_interval;
  const std::chrono::microseconds most = scheduler_.settings().monitor_max_interval;
  switch (found) {
    case finding::needed_in_vain:
      return std::min(interval * 2, patience(longest_stuck_, least));
    case finding::well:
      return std::min(interval * 2, most);
    case finding::saturated:
      return std::min(interval * 2, most * rare_factor);
    case finding::calm:
    case finding::needed:
      break;
  }
  return least;
}

// Returns whether to stop.
bool monitor::wait(std::chrono::microseconds time) {
  if (time <= uninterrupted) {
    std::this_thread::sleep_for(time);
  } else {
    timer_->set(time);
    if (!stopping_.load(std::memory_order_seq_cst)) timer_->wait();
  }
  return stopping_.load(std::memory_order_seq_cst);
}

// Sleeps until some time after a worker has left parking, unless all are parked again by then.
void monitor::doze() {
  alert_.store(clock::now() - last_need_ < alert_time, std::memory_order_relaxed);
  fall_asleep();
  timer_->wait();
  asleep_.store(false, std::memory_order_seq_cst);
}

void monitor::fall_asleep() noexcept {
  asleep_.store(true, std::memory_order_seq_cst);
  COIO_SEAM();
  if (any_worker_busy()) arm_timer();
}

bool monitor::arm_timer() noexcept {
  // acquire: with the store in fall_asleep(), for the timer and what comes before (orders: arming).
  if (!asleep_.exchange(false, std::memory_order_acquire)) return false;
  COIO_SEAM();
  const std::chrono::microseconds interval = scheduler_.settings().monitor_max_interval;
  const bool early = times_armed_.fetch_add(1, std::memory_order_relaxed) % early_timers == 0 ||
                     alert_.load(std::memory_order_relaxed);
  timer_->set(early ? interval : interval * rare_factor);
  if (stopping_.load(std::memory_order_seq_cst)) timer_->set({});
  return true;
}

// The timer may have expired already, and the monitor be awake. Then its next wait ends when a
// worker arms the timer, as its sleep would.
void monitor::dismiss() noexcept {
  timer_->cancel();
  COIO_SEAM();
  fall_asleep();
  if (stopping_.load(std::memory_order_seq_cst)) timer_->set({});
}

// Whether the worker is busy, or has a wake-up under way: one that was woken and does not come is
// within a handler of the base. seq_cst: see notice().
bool monitor::active(std::size_t i) const noexcept {
  const worker_state s = scheduler_.idle().state(i);
  return s != worker_state::absent &&
         (s != worker_state::parked || scheduler_.worker_at(i).busy_ordered());
}

bool monitor::any_worker_busy() const {
  if (scheduler_.injected().size() > 0) return true;
  for (std::size_t i = 0; i < scheduler_.worker_count(); ++i)
    if (active(i)) return true;
  return false;
}

monitor::finding monitor::look(clock::time_point now) {
  idle_set& idle = scheduler_.idle();
  const std::size_t n = scheduler_.worker_count();
  finding found = finding::saturated;
  bool busy = false, in_vain = true;
  longest_stuck_ = {};

  for (std::size_t i = 0; i < n; ++i) {
    seen& s = seen_[i];
    const worker& w = scheduler_.worker_at(i);
    const std::uint64_t ran = w.handlers.get() + w.tasks.get();
    if (std::exchange(s.ran, ran) != ran && s.asked) in_vain = false;
    const std::uint64_t ticks = w.ticks();
    const bool moved = std::exchange(s.ticks, ticks) != ticks;
    const worker_state state = idle.state(i);
    s.available = state == worker_state::parked && !w.busy();
    s.parked =
        static_cast<std::uint16_t>(s.parked << 1 | (std::exchange(s.asked, false) || s.available ||
                                                    w.helping.load(std::memory_order_relaxed)));
    s.idle = (s.available && !moved) || std::popcount(s.parked) >= idle_looks;
    if (s.idle) found = finding::well;
    if (active(i)) {
      s.stuck = s.busy && !moved;
      if (!s.stuck) {
        s.handler_since = now;
        s.reported = false;
      }
      if (s.stuck) {
        longest_stuck_ = std::max(longest_stuck_, now - s.handler_since);
        // Its thread may not have begun yet.
        if (w.frames.get() > 0) notice_handler(i, now - s.handler_since);
      }
      if (!s.loaded) {
        s.since = now;
        s.cpu_time.reset();
        s.overloaded = false;
      }
      busy = s.busy = s.loaded = true;
    } else {
      s.busy = s.stuck = false;
      // Once may be between two completions.
      const unsigned looks = knows_cpu_time(i) ? 3 : 1;
      if (state == worker_state::absent || (s.parked & looks) == looks) s.loaded = false;
    }
  }

  const bool injected = scheduler_.injected().size() > 0;
  const bool waited = injected && std::exchange(injected_, injected);
  injected_ = injected;
  const bool saturated = found == finding::saturated;
  if (!saturated && !busy && !injected) found = finding::calm;

  // Each look starts behind the worker that was helped last: one idle worker serves several in
  // turn.
  const std::size_t first = next_needy_;
  for (std::size_t k = 0; k < n; ++k) {
    const std::size_t i = (first + k) % n;
    const seen& s = seen_[i];
    const bool busy_always = overloaded(i, now);
    publish(i, now);
    if (!s.stuck && (saturated || !busy_always)) continue;
    last_need_ = now;
    if (ask_for_help(i, true) || (s.stuck && ask_for_help(i, false))) {
      found = in_vain ? finding::needed_in_vain : finding::needed;
      scheduler_.worker_at(i).monitored.assists_got.add(1);
      next_needy_ = i + 1;
    }
  }
  if (waited && ask_for_help(n, false)) found = finding::needed;
  return found;
}

// Not if it is only in run_one() or the like.
bool monitor::knows_cpu_time(std::size_t i) const {
  return thread_clock::exact() && scheduler_.worker_at(i).thread.load(std::memory_order_relaxed);
}

// That a worker was busy in a few looks may be chance: whether it has waited, its CPU clock tells.
bool monitor::overloaded(std::size_t i, clock::time_point now) {
  seen& s = seen_[i];
  const auto time = now - s.since;
  if (!s.loaded || time < overload_time) return s.loaded && s.overloaded;
  s.since = now;
  if (!knows_cpu_time(i)) return s.overloaded = true;
  const auto before = std::exchange(s.cpu_time, scheduler_.cpu_time(i));
  s.overloaded = before && time - (*s.cpu_time - *before) < time / overload_share;
  return s.overloaded;
}

// For the metrics.
void monitor::publish(std::size_t i, clock::time_point now) {
  seen& s = seen_[i];
  const bool over = s.loaded && s.overloaded;
  if (!over) s.overloaded_since = now;
  const auto since = [now](bool so, clock::time_point t) {
    const auto time = std::chrono::duration_cast<std::chrono::nanoseconds>(now - t);
    return so ? static_cast<std::uint64_t>(time.count()) : 0;
  };
  monitor_counters& m = scheduler_.worker_at(i).monitored;
  m.overloaded_ns.set(since(over, s.overloaded_since));
  m.held_up_ns.set(since(s.stuck, s.handler_since));
}

// A worker has been within one handler since an earlier look.
void monitor::notice_handler(std::size_t i, clock::duration time) {
  const auto ns = std::chrono::duration_cast<std::chrono::nanoseconds>(time);
  worker& w = scheduler_.worker_at(i);
  w.monitored.longest_handler_ns.raise(static_cast<std::uint64_t>(ns.count()));
  const hooks& h = scheduler_.user_hooks();
  if (time < h.stuck_after || !h.on_stuck || seen_[i].reported) return;
  seen_[i].reported = true;
  h.on_stuck({i, ns, w.thread.load(std::memory_order_relaxed)});
}

// Asks a parked worker to help another. Each search starts behind the last helper, so that help is
// spread.
bool monitor::ask_for_help(std::size_t needy, bool idle_only) {
  const std::size_t n = scheduler_.worker_count();
  for (std::size_t k = 0; k < n; ++k) {
    const std::size_t i = (next_helper_ + k) % n;
    if (i == needy || !seen_[i].available || (idle_only && !seen_[i].idle)) continue;
    // relaxed: wake() orders them.
    scheduler_.worker_at(i).assist.store(needy, std::memory_order_relaxed);
    if (scheduler_.wake(i)) {
      seen_[i].available = false;
      seen_[i].asked = true;
      next_helper_ = i + 1;
      return true;
    }
  }
  return false;
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
