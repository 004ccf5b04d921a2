#include "coio/detail/sync/selection.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "coio/detail/coro/turn_executor.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace sync {
namespace detail {

namespace {

// Locks mutexes, each once, in the one order in which all threads lock several.
class lock_all {
 public:
  explicit lock_all(std::span<std::mutex*> locks) noexcept {
    std::sort(locks.begin(), locks.end(), std::less<>());
    all_ = locks.first(
        static_cast<std::size_t>(std::unique(locks.begin(), locks.end()) - locks.begin()));
    for (std::mutex* const m : all_)
      m->lock();
  }
  ~lock_all() {
    for (std::mutex* const m : all_)
      m->unlock();
  }
  lock_all(const lock_all&) = delete;
  lock_all& operator=(const lock_all&) = delete;

 private:
  std::span<std::mutex*> all_;
};

}  // namespace

void selection::begin(fiber& f, coio::detail::frame at, std::span<option> all,
                      std::span<std::mutex*> locks) {
  fiber_ = &f;
  static constexpr suspension::calls ends{&selection::cancel_wait, &selection::cancel_wait};
  how = &ends;
  f.enlist();
  earliest_ = &*std::min_element(
      all.begin(), all.end(), [](const option& a, const option& b) { return a.limit < b.limit; });
  if (earliest_->limit != time_point::max()) {
    static constexpr fiber_timer::calls late{&selection::expire, &selection::time_out_now};
    run = &selection::time_out_later;
    fiber_timer::set(f, earliest_->limit, late);
    timed_ = true;
  }
  for (option& o : all) {
    o.w->fiber_ = &f;
    o.w->choice_ = &chosen_;
  }
  all_ = all;
  // Who resumes a waiter meanwhile leaves a request: this thread has the turn.
  const bool done = try_all(locks);
  f.suspend(at, this);
  if (done) f.go_on();
}

bool selection::try_all(std::span<std::mutex*> locks) {
  std::size_t n = 0;
  for (const option& o : all_)
    if (o.queue) locks[n++] = &o.queue->lock();
  waiter* wake = nullptr;
  const auto take_or_queue = [&] {
    const lock_all lock(locks.first(n));
    for (const option& o : all_)
      if (o.queue)
        if (const auto result = o.attempt(o.object, *o.w, wake)) {
          o.w->set_error(*result);
          return choose(*o.w);
        }
    for (const option& o : all_)
      if (o.queue) o.queue->push(*o.w);
    return false;
  };
  const bool done = take_or_queue();
  if (wake) wake->resume();
  return done;
}

bool selection::choose(waiter& w) noexcept {
  waiter* none = nullptr;
  return chosen_.compare_exchange_strong(none, &w, std::memory_order_acq_rel);
}

void selection::end() noexcept {
  if (all_.empty()) return;
  // If it has expired, its request is among those of the fiber, or has been met.
  if (std::exchange(timed_, false) && !fiber_timer::unset()) fiber_->look_at_requests();
  for (const option& o : std::exchange(all_, {}))
    o.w->remove();
}

bool selection::cancel_wait(suspension& s) noexcept {
  auto& self = static_cast<selection&>(s);
  return self.choose(self.nobody_);
}

bool selection::time_out() noexcept {
  if (!choose(*earliest_->w)) return false;
  if (earliest_->queue) earliest_->w->set_error(asio::error::timed_out);
  return true;
}

bool selection::expire(fiber_timer& t) noexcept {
  auto& self = static_cast<selection&>(t);
  return self.fiber_->enter_turn(self);
}

void selection::time_out_now(fiber_timer& t) noexcept {
  auto& self = static_cast<selection&>(t);
  fiber& f = *self.fiber_;
  const coio::detail::turn_scope turn(f);
  if (self.time_out()) f.go_on();
  f.pass_on();
}

void selection::time_out_later(request& r) {
  auto& self = static_cast<selection&>(r);
  if (self.time_out()) self.fiber_->go_on();
}

}  // namespace detail
}  // namespace sync
}  // namespace COIO_ABI
}  // namespace coio
