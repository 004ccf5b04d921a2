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
  static constexpr suspension::calls ends{&selection::cancel_wait, &selection::cancel_wait,
                                          &selection::describe};
  how = &ends;
  earliest_ = &*std::min_element(
      all.begin(), all.end(), [](const option& a, const option& b) { return a.limit < b.limit; });
  if (earliest_->limit != time_point::max()) {
    run = &selection::time_out;
    set(f, earliest_->limit);
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
  taken_waiter wake;
  const lock_all lock(locks.first(n));
  for (const option& o : all_)
    if (o.queue)
      if (const auto result = o.attempt(o.object, *o.w, wake.w)) {
        o.w->set_error(*result);
        return choose(*o.w);
      }
  for (const option& o : all_)
    if (o.queue) o.queue->push(*o.w);
  return false;
}

bool selection::choose(waiter& w) noexcept {
  waiter* none = nullptr;
  return chosen_.compare_exchange_strong(none, &w, std::memory_order_acq_rel);
}

void selection::end() noexcept {
  if (all_.empty()) return;
  if (std::exchange(timed_, false)) {
    // If the wait has not begun, because something was thrown, its limit has nobody to wake.
    choose(nobody_);
    unset();
  }
  for (const option& o : std::exchange(all_, {}))
    o.w->remove();
}

bool selection::cancel_wait(suspension& s) noexcept {
  auto& self = static_cast<selection&>(s);
  return self.choose(self.nobody_);
}

void selection::describe(const suspension& s, coio::detail::wait_view& v) {
  const auto& self = static_cast<const selection&>(s);
  v.what = "select";
  v.until = self.earliest_->limit;
  for (const option& o : self.all_) {
    coio::detail::wait_view one;
    if (o.queue)
      o.describe(*o.w, one);
    else
      one.what = "sleep";
    if (!v.more.empty()) v.more += ", ";
    v.more += one.what;
    if (one.object) v.more += ' ' + coio::detail::hexadecimal(one.object);
  }
}

void selection::time_out(request& r) {
  auto& self = static_cast<selection&>(r);
  const option& o = *self.earliest_;
  if (!self.choose(*o.w)) return;
  if (o.queue) o.w->set_error(asio::error::timed_out);
  self.fiber_->go_on();
}

}  // namespace detail
}  // namespace sync
}  // namespace COIO_ABI
}  // namespace coio
