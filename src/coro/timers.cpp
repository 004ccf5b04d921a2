#include "coro/timers.hpp"

#include <algorithm>
#include <exception>
#include <utility>

#include "coio/detail/core/submit.hpp"
#include "coio/detail/coro/turn_executor.hpp"
#include "core/scheduler.hpp"
#include "core/worker.hpp"
#include "coro/deadlock_watch.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

// The time between two looks for a deadlock begins with the first, and doubles up to the second,
// and while nothing runs at all up to the third.
constexpr std::chrono::milliseconds first_look{100};
constexpr std::chrono::milliseconds usual_look{1000};
constexpr std::chrono::milliseconds longest_look{16'000};

}  // namespace

// ---- A worker's ----

timers::timers(scheduler& s, std::size_t worker)
    : scheduler_(s), worker_(worker), wheel_(steady::now()) {}

// What the driver calls, by a thread that serves the shard. It is none of the program's handlers,
// and only the base knows of it. Its memory is the timers' own, if the last one has been called.
struct timers::on_time {
  using allocator_type = handler_allocator<void>;

  timers* its;

  allocator_type get_allocator() const noexcept { return allocator_type(its->memory_); }

  void operator()(const asio::error_code& ec) const {
    if (worker* const w = worker::current(its->scheduler_)) w->discount_handler();
    const auto call = [&] {
      if (ec)
        its->arm_next();
      else
        its->expire();
    };
    if (!run_inline(its->scheduler_, call, false)) call();
    its->look();
  }
};

void timers::add(fiber_timer& t, steady::time_point at) {
  const std::lock_guard lock(mutex_);
  wheel_.add(t, at);
  t.where_ = this;
  const auto expiry = with_slack(timer_wheel::expiry(t));
  if (expiry < armed_) try {
      arm(expiry);
    } catch (...) {
      wheel_.remove(t);
      throw;
    }
}

bool timers::remove(fiber_timer& t) noexcept {
  const std::lock_guard lock(mutex_);
  const bool removed = wheel_.remove(t);
  // The driver is set for a time at which nothing is due any more, and may be far off.
  if (watching_ && wheel_.empty()) watch_due_.store(true, std::memory_order_relaxed);
  return removed;
}

bool timers::release_if_idle() noexcept {
  const std::lock_guard lock(mutex_);
  if (armed_ == steady::time_point::max() || !wheel_.empty()) return false;
  armed_ = steady::time_point::max();
  watch_due_.store(watching_, std::memory_order_relaxed);
  try {
    driver_->cancel();
  } catch (const asio::system_error&) {
    // Asio reports no error here on the platforms that it supports.
  }
  return true;
}

// Those that are due in one stretch of time, as long as the slack, are due at its end.
steady::time_point timers::with_slack(steady::time_point t) const noexcept {
  const steady::duration slack = scheduler_.settings().timer_slack;
  if (slack == slack.zero() || t > steady::time_point::max() - slack) return t;
  const auto since = t.time_since_epoch() % slack;
  return since > since.zero() ? t + (slack - since) : t;
}

// If there is no memory, the driver is not set. The handler of the wait that it had before sets it.
void timers::arm(steady::time_point at) {
  armed_ = steady::time_point::max();
  // The driver is an object of the worker's own shard, which somebody has to serve from now on: a
  // worker that has left it for the first shard comes home.
  if (!driver_) {
    scheduler_.home_at(worker_);
    driver_.emplace(scheduler_.context(worker_).get_executor());
  }
  driver_->expires_at(at);
  driver_->async_wait(on_time{this});
  armed_ = at;
  watch_due_.store(false, std::memory_order_relaxed);
}

void timers::arm_next() {
  const std::lock_guard lock(mutex_);
  const auto next = wheel_.next();
  if (!next) return;
  if (const auto at = with_slack(*next); at < armed_) arm(at);
}

void timers::expire() {
  // A list of those that are out of the wheel, by their second link.
  timer_links* first = nullptr;
  timer_links** last = &first;
  {
    const std::lock_guard lock(mutex_);
    armed_ = steady::time_point::max();
    watch_due_.store(watching_, std::memory_order_relaxed);
    wheel_.advance(steady::now(), [&](timer_node& n) {
      auto& t = static_cast<fiber_timer&>(n);
      if (!t.calls_->expire(t)) return;
      // With the turn of its fiber we have the timer, too.
      t.previous = nullptr;
      *last = &t;
      last = &t.previous;
    });
  }
  while (first) {
    auto& t = static_cast<fiber_timer&>(*first);
    first = t.previous;
    t.calls_->in_turn(t);
  }
  arm_next();
}

// ---- Deadlocks ----

void timers::watch() noexcept {
  const std::lock_guard lock(mutex_);
  watching_ = true;
  watch_interval_ = first_look;
  watch_due_.store(true, std::memory_order_relaxed);
}

// If no coroutine is left, the driver must not keep the session from its end. Nor must it give work
// to a shard while the session asks; whoever rests after that sets it.
void timers::set_watch(bool mine) noexcept {
  if (scheduler_.coroutines() == 0 || !scheduler_.the_session().calm()) return;
  const std::lock_guard lock(mutex_);
  if (!mine && !driver_) return;
  const steady::time_point at = steady::now() + watch_interval_;
  if (!wheel_.empty() || armed_ <= at) return watch_due_.store(false, std::memory_order_relaxed);
  try {
    arm(at);
  } catch (const std::exception&) {
    // No memory, or no descriptor: when the worker rests next.
  }
}

// When the driver has called, outside of its handler.
void timers::look() noexcept {
  bool again = false;
  {
    const std::lock_guard lock(mutex_);
    if (!watching_ || !wheel_.empty()) return;
    std::uint64_t ticks = 0;
    for (std::size_t i = 0; i < scheduler_.worker_count(); ++i)
      ticks += scheduler_.worker_at(i).ticks();
    // One of them is the driver's call.
    const bool moved = std::exchange(ticks_, ticks) + 1 != ticks;
    watch_interval_ =
        std::min<steady::duration>(watch_interval_ * 2, moved ? usual_look : longest_look);
    judged_ = judged_ && !moved;
    again = moved || judged_;
  }
  if (!again) {
    const verdict v = look_for_deadlock(scheduler_);
    if (v == verdict::asked) return;
    const std::lock_guard lock(mutex_);
    judged_ = v == verdict::none;
  }
  set_watch(true);
}

// ---- A coroutine's ----

void fiber_timer::set(fiber& f, steady::time_point t, const calls& c) {
  fiber_ = &f;
  calls_ = &c;
  // A thread in the base's run() is no worker: it serves the first shard.
  worker* const w = worker::current(f.owner());
  (w ? *w : f.owner().worker_at(0)).its_timers().add(*this, t);
}

bool fiber_timer::unset() noexcept {
  return where_ && where_->remove(*this);
}

void sleep_operation::begin(fiber& f, frame at) {
  if (until_ <= steady::now()) return f.give_way(at);
  static constexpr suspension::calls ends{&sleep_operation::cancel_sleep,
                                          &sleep_operation::remove_sleep,
                                          [](const suspension& s, wait_view& v) {
                                            v.what = "sleep";
                                            v.until = static_cast<const sleep_operation&>(s).until_;
                                          }};
  static constexpr fiber_timer::calls over{&sleep_operation::expire, &sleep_operation::wake};
  how = &ends;
  set(f, until_, over);
  f.suspend(at, this);
}

void sleep_operation::await_resume() const {
  if (until_ == cancelled) throw asio::system_error(asio::error::operation_aborted, "sleep");
}

bool sleep_operation::cancel_sleep(suspension& s) noexcept {
  auto& self = static_cast<sleep_operation&>(s);
  if (!self.unset()) return false;
  self.until_ = cancelled;
  return true;
}

bool sleep_operation::remove_sleep(suspension& s) noexcept {
  return static_cast<sleep_operation&>(s).unset();
}

bool sleep_operation::expire(fiber_timer& t) noexcept {
  return static_cast<sleep_operation&>(t).fiber_->begin_wake();
}

void sleep_operation::wake(fiber_timer& t) noexcept {
  static_cast<sleep_operation&>(t).fiber_->finish_wake();
}

void turn_timer::set(fiber& f, steady::time_point t) {
  static constexpr calls over{&turn_timer::expire, &turn_timer::run_now};
  fiber_timer::set(f, t, over);
}

void turn_timer::unset() noexcept {
  // If it has expired, its request is among those of the fiber, or has been met.
  if (!fiber_timer::unset()) fiber_->look_at_requests();
}

bool turn_timer::expire(fiber_timer& t) noexcept {
  auto& self = static_cast<turn_timer&>(t);
  return self.fiber_->enter_turn(self);
}

void turn_timer::run_now(fiber_timer& t) noexcept {
  auto& self = static_cast<turn_timer&>(t);
  fiber& f = *self.fiber_;
  const turn_scope turn(f);
  self.run(self);
  f.pass_on();
}

time_limit::time_limit(fiber& f, steady::time_point t) {
  run = &time_limit::cancel_part;
  // A limit that never comes is not in the wheel, where it would keep the watch for deadlocks off.
  fiber_ = &f;
  if (t != steady::time_point::max()) set(f, t);
  f.open(*this);
}

time_limit::~time_limit() {
  unset();
  fiber_->close(*this);
}

void time_limit::cancel_part(request& r) {
  auto& self = static_cast<time_limit&>(r);
  self.fiber_->cancel(static_cast<cancel_scope&>(self));
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
