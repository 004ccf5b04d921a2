// Running coroutines on a pool of workers.
#ifndef COIO_SCHEDULER_HPP
#define COIO_SCHEDULER_HPP

#include <cstddef>
#include <string>
#include <type_traits>
#include <utility>

#include "coio/detail/current.hpp"
#include "coio/detail/export.hpp"
#include "coio/detail/spawned.hpp"
#include "coio/io_context.hpp"
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
  /// A scheduler with a worker for each CPU that the process may use.
  scheduler() = default;

  /// A scheduler whose context has these settings.
  explicit scheduler(options o) : options_(std::move(o)) {}

  /// Sets the number of workers; 0 means one for each CPU that the process may use.
  scheduler& with_workers(int n) & {
    options_.workers = n;
    return *this;
  }
  scheduler&& with_workers(int n) && { return std::move(with_workers(n)); }

  /// Runs the default scheduler until no coroutine is left.
  /**
   * @param workers The number of threads, of which the calling one is the first; 0 means one for
   * each CPU that the process may use.
   * @throws std::logic_error The calling thread is a worker, or another thread runs the default
   * scheduler.
   * @throws std::invalid_argument The number of workers is out of range.
   */
  static void run(int workers) { detail::run_default(workers); }

  /// Runs a coroutine or a function on this scheduler, and whatever it spawns, until it has ended.
  /**
   * Coroutines that are still alive then are destroyed, as they are when main() returns.
   *
   * @param f As in spawn().
   * @return What f returns.
   * @throws std::logic_error The calling thread is a worker.
   * @throws std::invalid_argument A setting is out of its range; the message names it.
   * Also what f throws.
   */
  template <typename F>
    requires std::is_invocable_v<std::decay_t<F>>
  detail::spawn_result_t<F> run(F&& f) {
    detail::expect_no_worker("coio::scheduler::run");
    io_context context(options_);
    auto state = detail::spawn_access::spawn_main(context, std::forward<F>(f));
    context.run();
    if (auto e = state->take_exception()) std::rethrow_exception(std::move(e));
    return state->take();
  }

  /// The current scheduler: the one that runs the calling coroutine, or else the default one.
  static scheduler instance() noexcept { return scheduler(); }

  /// The number of coroutines of the current scheduler that are alive.
  static std::size_t work_count() { return detail::count_coroutines(); }

  /// As coio::spawn(f, args...).
  template <typename... Args>
  static auto spawn(Args&&... args) {
    return coio::spawn(std::forward<Args>(args)...);
  }

  /// As coio::sched().
  static awaitable<void> sched() { return coio::sched(); }

 private:
  options options_;
};

}  // namespace COIO_ABI
}  // namespace coio

#endif
