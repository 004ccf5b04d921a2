// Running coroutines on a pool of workers.
#ifndef COIO_SCHEDULER_HPP
#define COIO_SCHEDULER_HPP

#include <cstddef>
#include <string>
#include <type_traits>
#include <utility>

#include "coio/asio.hpp"
#include "coio/deadlock.hpp"
#include "coio/detail/coro/current.hpp"
#include "coio/detail/coro/spawned.hpp"
#include "coio/detail/export.hpp"
#include "coio/hooks.hpp"
#include "coio/io_context.hpp"
#include "coio/metrics.hpp"
#include "coio/options.hpp"
#include "coio/sched.hpp"
#include "coio/spawn.hpp"

namespace coio {
inline namespace COIO_ABI {

/// Runs coroutines.
/**
 * There is one default scheduler: spawn() outside all schedulers queues on it, and run(n) runs it.
 * Other schedulers are made where they are run: `scheduler{}.with_workers(4).run(f)`.
 *
 * Thread safety: Distinct objects: Safe. Shared objects: Unsafe. Static functions: Safe.
 */
class scheduler {
 public:
  /// A scheduler with the settings of options::from_environment(): unless they say otherwise, a
  /// worker for each CPU that the process may use.
  /** @throws options_error A setting is not what it should be; the message names it. */
  scheduler() : options_(options::from_environment()) {}

  /// A scheduler whose context has these settings.
  explicit scheduler(options o) : options_(std::move(o)) {}

  /// Sets the number of workers; 0 means one for each CPU that the process may use.
  scheduler& with_workers(int n) & {
    options_.workers = n;
    return *this;
  }
  scheduler&& with_workers(int n) && { return std::move(with_workers(n)); }

  /// Sets the functions that the scheduler calls.
  scheduler& with_hooks(hooks h) & {
    hooks_ = std::move(h);
    return *this;
  }
  scheduler&& with_hooks(hooks h) && { return std::move(with_hooks(std::move(h))); }

  /// Runs the default scheduler until no coroutine is left.
  /**
   * With the settings of options::from_environment(), not those of an object by which it is called.
   * @throws std::logic_error The calling thread is a worker, or another thread runs the default
   * scheduler.
   * @throws options_error A setting is not what it should be; the message names it.
   * @throws deadlock The coroutines that are left wait for each other, and nothing else can wake
   * them; see options::deadlock_detection.
   */
  static void run() { detail::run_default(options::from_environment(), {}); }

  /// As run(), with a number of workers that the environment does not change.
  /**
   * @param workers The number of threads, of which the calling one is the first; 0 means one for
   * each CPU that the process may use.
   */
  static void run(int workers) {
    options o = options::from_environment();
    o.workers = workers;
    detail::run_default(o, {});
  }

  /// As run(), with settings of the program's own, and functions that the scheduler calls.
  static void run(const options& o, hooks h = {}) { detail::run_default(o, std::move(h)); }

  /// Runs a coroutine or a function on this scheduler, and whatever it spawns, until it has ended
  /// or its context is stopped.
  /**
   * Coroutines that are still alive then are destroyed, as they are when main() returns.
   *
   * @param f As in spawn().
   * @return What f returns.
   * @throws std::logic_error The calling thread is a worker.
   * @throws options_error A setting is out of its range; the message names it.
   * @throws deadlock As run().
   * @throws asio::system_error operation_aborted: the context was stopped before f had ended.
   * Also what f throws.
   */
  template <typename F>
    requires std::is_invocable_v<std::decay_t<F>>
  detail::spawn_result_t<F> run(F&& f) {
    detail::expect_no_worker("coio::scheduler::run");
    io_context context(options_, hooks_);
    const detail::closing at_end(context);
    auto state = detail::spawn_access::spawn_main(context, std::forward<F>(f));
    detail::run_watched(context);
    // Somebody has stopped the context, by way of the executor of a coroutine.
    if (!state->done()) throw asio::system_error(asio::error::operation_aborted, "coio::scheduler");
    return state->take();
  }

  /// As run(f), with a coroutine that has been made already.
  template <detail::awaited_once A>
  detail::awaited_t<A> run(A&& coroutine) {
    return run(detail::as_function(std::forward<A>(coroutine)));
  }

  /// The number of coroutines that are alive, of the current scheduler: the one that runs the
  /// calling coroutine, or else the default one.
  [[nodiscard]] static std::size_t work_count() { return detail::count_coroutines(); }

  /// What the workers of the current scheduler have done since it began to run. See
  /// io_context::metrics().
  /**
   * Threads that are no workers are told of the default scheduler, and so are hooks; while that
   * does not run it has no workers.
   * @throws std::bad_alloc No memory.
   */
  [[nodiscard]] static context_metrics metrics() { return detail::current_metrics(); }

  /// As coio::spawn(f, args...).
  template <typename... Args>
  static auto spawn(Args&&... args) {
    return coio::spawn(std::forward<Args>(args)...);
  }

  /// As coio::sched(args...).
  template <typename... Args>
  [[nodiscard]] static auto sched(Args&&... args) {
    return coio::sched(std::forward<Args>(args)...);
  }

 private:
  options options_;
  hooks hooks_;
};

}  // namespace COIO_ABI
}  // namespace coio

#endif
