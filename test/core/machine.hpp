// A scheduler whose workers have no threads: the test makes their steps, one after the other.
#ifndef COIO_TEST_CORE_MACHINE_HPP
#define COIO_TEST_CORE_MACHINE_HPP

#include <cstddef>
#include <mutex>
#include <utility>

#include "coio/io_context.hpp"
#include "core/scheduler.hpp"

namespace coio::test {

struct machine {
  explicit machine(int workers, hooks h = {})
      : context(settings(workers), std::move(h)),
        scheduler(detail::executor_access::owner(context.get_executor())) {}

  ~machine() {
    for (std::size_t i = 0; i < scheduler.worker_count(); ++i)
      if (scheduler.idle().state(i) != detail::worker_state::absent) detach(i);
  }

  machine(const machine&) = delete;
  machine& operator=(const machine&) = delete;

  static options settings(int workers) {
    options o;
    o.workers = workers;
    o.spawn_threads = false;
    o.monitor = false;
    return o;
  }

  // The worker has a thread: it is awake.
  void attach(std::size_t i) {
    const std::lock_guard lock(scheduler.the_session().lock());
    scheduler.the_session().attach(i);
  }
  void detach(std::size_t i) {
    std::unique_lock lock(scheduler.the_session().lock());
    scheduler.the_session().detach(i, lock);
  }
  // All have one, and nothing to do.
  void attach_and_park_all() {
    for (std::size_t i = 0; i < scheduler.worker_count(); ++i) {
      attach(i);
      scheduler.idle().park(i);
    }
  }

  detail::worker& worker(std::size_t i) { return scheduler.worker_at(i); }
  detail::worker_state state(std::size_t i) const { return scheduler.idle().state(i); }
  // After a wake-up, which the test has seen.
  void park_again(std::size_t i) {
    scheduler.idle().move(i, detail::worker_state::notified, detail::worker_state::parked);
  }
  detail::session::phase phase() { return scheduler.the_session().now(); }

  coio::io_context context;
  detail::scheduler& scheduler;
};

}  // namespace coio::test

#endif
