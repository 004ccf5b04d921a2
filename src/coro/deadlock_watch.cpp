// Finds out whether the coroutines that are left wait for each other for ever.
//
// The timer of the first worker's coroutines rings now and then for this (timers.hpp). If nothing
// has run since the last time, all outstanding work must be the coroutines', each of which counts
// one while it lives; an operation, a work guard or a blocking call would be more. The process must
// have no thread but the workers and those that do nothing by themselves. Then the session finds
// out whether the shards have work of their own (session.hpp), such as a timer, and ends if they
// have none. Whatever comes in between begins with a handler, or with work that is counted, and the
// session goes on. So there is no false alarm.
//
// A thread of its own would be simpler, but a process with one worker has no other thread, and for
// such a one the C and C++ libraries leave out the locked instructions of mutexes and shared
// pointers: a value through a channel took 70 ns without that thread, and 111 ns with it.
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <sstream>
#include <string>
#include <utility>

#include "coio/deadlock.hpp"
#include "coio/detail/coro/current.hpp"
#include "core/scheduler.hpp"
#include "coro/deadlock_watch.hpp"
#include "coro/timers.hpp"
#include "dump/dump_scheduler.hpp"
#include "platform/helper_thread.hpp"
#include "platform/system.hpp"

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

verdict look_for_deadlock(scheduler& s) noexcept {
  // A thread of the program's may do something and go, also one that serves as a worker for a
  // while. Read on both sides: none of ours has begun to count meanwhile.
  const auto ours = [&s] { return helper_thread::count() + s.watched_threads(); };
  const std::size_t before = ours();
  if (const std::size_t all = thread_count(); all != before || all != ours())
    return verdict::not_known;
  const auto left = static_cast<std::int64_t>(s.coroutines());
  if (left == 0 || !s.finished(left)) return verdict::none;
  s.the_session().ask_for_deadlock(left);
  return verdict::asked;
}

void run_watched(io_context& c) {
  scheduler& s = executor_access::owner(c.get_executor());
  if (!s.settings().deadlock_detection || thread_count() == 0) {
    c.run();
    return;
  }
  s.worker_at(0).its_timers().watch();
  {
    const struct scope {
      scheduler& s;
      ~scope() { s.end_watch(); }
    } at_exit{s};
    s.run(true);
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
