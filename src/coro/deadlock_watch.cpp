// Finds out whether the coroutines that are left wait for each other for ever.
//
// A thread looks at the scheduler now and then. If nothing has run since its last look, it looks at
// each coroutine: all of them must wait for something that only a coroutine or a thread of the
// program can give, without a time limit. The process must have no thread but the workers and those
// that do nothing by themselves. All outstanding work must be the coroutines'. Then the session
// finds out whether the shards have work of their own (session.hpp), and ends if they have none.
// Whatever comes in between begins with a handler, or with work that is counted, and the session
// goes on. So there is no false alarm.
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <sstream>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

#include "coio/deadlock.hpp"
#include "coio/detail/coro/current.hpp"
#include "core/scheduler.hpp"
#include "coro/fiber_reader.hpp"
#include "coro/roster.hpp"
#include "coro/timers.hpp"
#include "dump/dump_scheduler.hpp"
#include "platform/thread.hpp"

namespace coio {
inline namespace COIO_ABI {

namespace {

std::string message(const coroutine_dump& d) {
  std::ostringstream text;
  text << "coio::scheduler::run: a deadlock: the coroutines that are left wait for each other, and "
          "nothing else can wake them\n"
       << d;
  return text.str();
}

}  // namespace

deadlock::deadlock(coroutine_dump d) : std::logic_error(message(d)), dump_(std::move(d)) {}

namespace detail {

namespace {

// The time between two looks: it begins with the first, and doubles up to the second, and while
// nothing runs at all up to the third.
constexpr std::chrono::milliseconds first_interval{100};
constexpr std::chrono::milliseconds usual_interval{1000};
constexpr std::chrono::milliseconds longest_interval{16'000};

class deadlock_watch {
 public:
  explicit deadlock_watch(scheduler& s) : scheduler_(s) {
    try {
      thread_ = std::thread([this] { watch(); });
    } catch (const std::system_error&) {
      // Without a thread for it nobody watches.
    }
  }
  ~deadlock_watch() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    stop_.notify_one();
    if (thread_.joinable()) thread_.join();
  }

 private:
  void watch() noexcept {
    set_thread_name("coio-watch");
    const helper_thread mine;
    auto interval = first_interval;
    std::uint64_t before = ~std::uint64_t(0);
    bool judged = false;
    std::unique_lock lock(mutex_);
    while (!stop_.wait_for(lock, interval, [this] { return stopping_; })) {
      const bool moved = std::exchange(before, ticks()) != before;
      if (moved) judged = false;
      if (!moved && !judged) try {
          lock.unlock();
          judged = judge();
          lock.lock();
        } catch (const std::bad_alloc&) {
          lock.lock();  // later, perhaps
        }
      interval = std::min(interval * 2, moved ? usual_interval : longest_interval);
    }
  }

  std::uint64_t ticks() const noexcept {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < scheduler_.worker_count(); ++i)
      sum += scheduler_.worker_at(i).ticks();
    return sum;
  }

  // False if it is to be asked again even if nothing happens until then: a thread of the program's
  // may have done something and gone.
  bool judge() {
    if (thread_count() != helper_thread::count() + scheduler_.the_session().threads()) return false;
    const auto left = static_cast<std::int64_t>(scheduler_.coroutines());
    if (left == 0 || !scheduler_.finished(left) || !all_wait_for_each_other(left)) return true;
    scheduler_.the_session().ask_for_deadlock(left);
    return true;
  }

  bool all_wait_for_each_other(std::int64_t left) {
    // Sleeps and time limits.
    for (std::size_t i = 0; i < scheduler_.worker_count(); ++i)
      if (!scheduler_.worker_at(i).its_timers().empty()) return false;
    const std::lock_guard outside(scheduler::outsiders());
    bool all = true;
    scheduler_.its_roster().read([&](fiber& f, roster::turns& turns) {
      --left;
      if (!all) return;
      all = turns.take(f) && fiber_reader::waits(f) && fiber_reader::what(f).among_coroutines;
    });
    return all && left == 0;
  }

  scheduler& scheduler_;
  std::mutex mutex_;
  std::condition_variable stop_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace

void run_watched(io_context& c) {
  scheduler& s = executor_access::owner(c.get_executor());
  if (!s.settings().deadlock_detection || thread_count() == 0) {
    c.run();
    return;
  }
  {
    const deadlock_watch watch(s);
    c.run();
  }
  if (!s.the_session().deadlocked()) return;
  const std::lock_guard outside(scheduler::outsiders());
  coroutine_dump d = dump(s);
  d.workers.clear();  // they have left
  throw deadlock(std::move(d));
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
