// A work-stealing execution context that takes the place of asio::io_context.
#ifndef COIO_IO_CONTEXT_HPP
#define COIO_IO_CONTEXT_HPP

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

#include "coio/asio.hpp"
#include "coio/detail/core/home.hpp"
#include "coio/detail/core/submit.hpp"
#include "coio/detail/export.hpp"
#include "coio/executor.hpp"
#include "coio/hooks.hpp"
#include "coio/metrics.hpp"
#include "coio/options.hpp"

namespace coio {
inline namespace COIO_ABI {

class io_context;

namespace detail {

struct destroy_scheduler {
  COIO_API void operator()(scheduler* s) const noexcept;
};

// The home of the first shard.
COIO_API home& first_home(scheduler& s) noexcept;

// Base of io_context that is destroyed after asio::io_context, whose destructor still destroys
// handlers with executors in them.
struct scheduler_holder {
  scheduler_holder() noexcept = default;
  explicit scheduler_holder(scheduler* s) noexcept : home_(&first_home(*s)), owned_(s) {}
  explicit scheduler_holder(home& h) noexcept : home_(&h) {}
  void own(scheduler* s) noexcept {
    owned_.reset(s);
    home_ = &first_home(*s);
  }
  scheduler& its_scheduler() const noexcept { return *home_->owner; }

  home* home_ = nullptr;
  std::unique_ptr<scheduler, destroy_scheduler> owned_;
};

COIO_API scheduler* make_scheduler(const options& o, hooks h);
// The concurrency hint of the shards.
COIO_API int shard_hint(const scheduler& s) noexcept;
// Makes the shards but the first, which is the context itself.
COIO_API void open_scheduler(scheduler& s, io_context& first,
                             const std::function<std::unique_ptr<io_context>(home&)>& make_shard);
// Settings for what asio::io_context calls a concurrency hint.
COIO_API options options_for(int concurrency_hint);

#if defined(COIO_HAS_SERVICE_MAKER)
// Settings for the configuration of an execution context.
COIO_API options options_for(asio::execution_context& configured);
// Settings, checked against the configuration.
COIO_API options options_for(asio::execution_context& configured, options o);
#endif

}  // namespace detail

/// An asio::io_context with a pool of workers that share their work.
/**
 * Change `asio::io_context` to `coio::io_context`, and handlers run on as many threads as the
 * context has workers. Each worker has a queue of tasks and a shard, which is an asio::io_context
 * with a reactor of its own; the first shard is the context itself. Idle workers steal tasks, and
 * serve the shard of a worker that is held up in a long handler.
 *
 * run() makes the threads of the pool and joins them before it returns. With one worker the context
 * behaves as `asio::io_context(1)` does: one thread, handlers in the order in which they were
 * posted. With more, handlers run concurrently: state that several of them share needs a strand or
 * a lock, as it does in an asio::io_context on which several threads call run().
 *
 * Thread safety: Distinct objects: Safe. Shared objects: Safe, with the exceptions that
 * asio::io_context names: restart() and notify_fork() must not be called while a thread is in one
 * of the functions that run handlers.
 */
class io_context : private detail::scheduler_holder, public asio::io_context {
 public:
  template <typename Allocator, bool Tracked>
  using basic_executor_type = basic_executor<Allocator, Tracked>;

  /// The executor of the context: one pointer.
  using executor_type = basic_executor<std::allocator<void>, false>;

  using count_type = std::size_t;

  /// With the settings of options::from_environment(): unless they say otherwise, a worker for each
  /// CPU that the process may use.
  /**
   * @throws options_error A setting is not what it should be; the message names it.
   * @throws std::bad_alloc No memory.
   */
  COIO_API io_context();

  /// As asio::io_context's: the hint is the number of workers, which the environment does not
  /// change. The other settings are those of options::from_environment().
  /**
   * @param concurrency_hint 1 to 1024, or one of Asio's own constants: ASIO_CONCURRENCY_HINT_SAFE
   * and the default mean io_context(); the other constants, which restrict the context to one
   * thread, mean one worker.
   * @throws options_error The hint is neither, or a setting is not what it should be.
   * @throws std::system_error The file of options::trace cannot be opened; so with the other
   * constructors.
   */
  COIO_API explicit io_context(int concurrency_hint);

  /// @throws options_error A setting is out of its range; the message names it.
  COIO_API explicit io_context(const options& o);

  /// As above, with functions that the context calls.
  COIO_API io_context(const options& o, hooks h);

  /// With an allocator for what the shards allocate themselves, in versions of Asio that have it.
  template <typename Allocator>
    requires std::is_constructible_v<asio::io_context, std::allocator_arg_t, const Allocator&, int>
  io_context(std::allocator_arg_t, const Allocator& a)
      : io_context(std::allocator_arg, a, options::from_environment()) {}

  /// @copydoc io_context(std::allocator_arg_t,const Allocator&)
  template <typename Allocator>
    requires std::is_constructible_v<asio::io_context, std::allocator_arg_t, const Allocator&, int>
  io_context(std::allocator_arg_t, const Allocator& a, int concurrency_hint)
      : io_context(std::allocator_arg, a, detail::options_for(concurrency_hint)) {}

  /// @copydoc io_context(std::allocator_arg_t,const Allocator&)
  template <typename Allocator>
    requires std::is_constructible_v<asio::io_context, std::allocator_arg_t, const Allocator&, int>
  io_context(std::allocator_arg_t, const Allocator& a, const options& o)
      : scheduler_holder(detail::make_scheduler(o, hooks())),
        asio::io_context(std::allocator_arg, a, detail::shard_hint(its_scheduler())) {
    open(std::allocator_arg, a, detail::shard_hint(its_scheduler()));
  }

#if defined(COIO_HAS_SERVICE_MAKER)
  /// With services that the maker makes on every shard, such as asio::config_from_string, in
  /// versions of Asio that have it.
  /**
   * The number of workers is the configuration's `scheduler.concurrency_hint`, which has the
   * meaning that it has in io_context(int). If that is 0 or missing, the settings are those of
   * options::from_environment(). A configuration without `scheduler.locking`,
   * `reactor.registration_locking` or `reactor.io_locking` is for one thread: it means one worker.
   *
   * @throws options_error The hint is no number of workers.
   * @throws std::out_of_range Asio does not take a value.
   */
  COIO_API explicit io_context(const service_maker& m);

  /// With settings, whose number of workers takes the place of the configuration's.
  /** @throws options_error As above; or the configuration is for one thread, and the settings ask
   * for more workers. */
  COIO_API io_context(const options& o, const service_maker& m);

  /// @copydoc io_context(const service_maker&)
  template <typename Allocator>
  io_context(std::allocator_arg_t, const Allocator& a, const service_maker& m)
      : asio::io_context(std::allocator_arg, a, m) {
    own(detail::make_scheduler(detail::options_for(*this), hooks()));
    open(std::allocator_arg, a, m);
  }

  /// @copydoc io_context(const options&,const service_maker&)
  template <typename Allocator>
  io_context(std::allocator_arg_t, const Allocator& a, const options& o, const service_maker& m)
      : asio::io_context(std::allocator_arg, a, m) {
    own(detail::make_scheduler(detail::options_for(*this, o), hooks()));
    open(std::allocator_arg, a, m);
  }
#endif

  io_context(const io_context&) = delete;
  io_context& operator=(const io_context&) = delete;

  /// Destroys every handler that has not run, on all shards, and then the shards.
  /**
   * No thread may be in one of the functions that run handlers.
   */
  COIO_API ~io_context();

  /// The executor whose home is the context itself: `&asio::query(ctx.get_executor(),
  /// asio::execution::context) == &ctx`.
  /**
   * What is made from the context or from this executor lives on the context's own reactor. One
   * worker serves it while it keeps up; others join it when it does not.
   */
  executor_type get_executor() noexcept { return executor_type(*home_); }

  /// The executor whose home is the next shard, in strict rotation.
  /**
   * Spreads I/O objects over the reactors of the workers. Say it where a connection begins:
   * `acceptor.async_accept(ctx.next_executor(), token)`. What is made from the socket's executor,
   * such as its timers, its strand, and its coroutine (`asio::co_spawn(socket.get_executor(),
   * ...)`), lives beside the socket.
   *
   * May be called before run(). A program that runs only the asio::io_context base serves no home
   * but the context's own.
   *
   * Thread safety: safe, also while other threads run handlers.
   */
  executor_type next_executor() noexcept {
    return executor_type(detail::next_home(its_scheduler()));
  }

  /// Runs handlers on all workers until no work is left, or until stop().
  /**
   * The calling thread is one of the workers; the threads of the others start within the call and
   * end before it returns. A call made while another thread is in run() takes a worker that has no
   * thread, and if there is none waits until the other call has ended.
   *
   * An exception that leaves a handler, on whichever worker, comes out of the call that started its
   * thread, after all workers have left. No queued handler is lost; the next run() goes on. If
   * further handlers throw while the workers leave, their exceptions come out of the next calls.
   *
   * @return The number of handlers that ran.
   * @throws std::system_error A thread could not be started, or not pinned to its CPUs (see
   * options::affinity); then nothing has run.
   */
  COIO_API count_type run();

  /// As run(), for at most the given time, by the calling thread alone: no thread is started.
  template <typename Rep, typename Period>
  count_type run_for(const std::chrono::duration<Rep, Period>& rel_time) {
    return run_until(std::chrono::steady_clock::now() + rel_time);
  }

  /// As run(), up to the given time, by the calling thread alone: no thread is started.
  template <typename Clock, typename Duration>
  count_type run_until(const std::chrono::time_point<Clock, Duration>& abs_time) {
    return run_limited(static_cast<std::size_t>(-1), abs_time);
  }

  /// Runs one handler, and waits for it if need be, by the calling thread alone.
  /** @return 1, or 0 if the context is stopped or has no work. */
  COIO_API count_type run_one();

  /// As run_one(), for at most the given time.
  template <typename Rep, typename Period>
  count_type run_one_for(const std::chrono::duration<Rep, Period>& rel_time) {
    return run_one_until(std::chrono::steady_clock::now() + rel_time);
  }

  /// As run_one(), up to the given time.
  template <typename Clock, typename Duration>
  count_type run_one_until(const std::chrono::time_point<Clock, Duration>& abs_time) {
    return run_limited(1, abs_time);
  }

  /// Runs the handlers that are ready, by the calling thread alone, without waiting.
  COIO_API count_type poll();

  /// Runs at most one handler that is ready, by the calling thread alone, without waiting.
  COIO_API count_type poll_one();

  /// Makes all calls that run handlers return as soon as they can. Handlers stay queued.
  COIO_API void stop();

  /// Whether the context has been stopped, by stop() or because it ran out of work.
  COIO_API bool stopped() const noexcept;

  /// Makes a stopped context ready for run() again.
  COIO_API void restart();

  /// What the workers have done so far. May be called by any thread at any time; the workers do not
  /// wait for it.
  /** @throws std::bad_alloc No memory. */
  [[nodiscard]] COIO_API context_metrics metrics() const;

  /// Tells every shard of a fork. See asio::execution_context::notify_fork().
  COIO_API void notify_fork(asio::execution_context::fork_event event);

#if !defined(COIO_NO_DEPRECATED)
  count_type run(asio::error_code& ec) { return ec.clear(), run(); }
  count_type run_one(asio::error_code& ec) { return ec.clear(), run_one(); }
  count_type poll(asio::error_code& ec) { return ec.clear(), poll(); }
  count_type poll_one(asio::error_code& ec) { return ec.clear(), poll_one(); }
  void reset() { restart(); }

  template <typename CompletionToken>
  auto dispatch(CompletionToken&& token);

  template <typename CompletionToken>
  auto post(CompletionToken&& token);

  template <typename Handler>
  auto wrap(Handler&& handler);
#endif

 private:
  friend class detail::scheduler;

  // A shard: an io_context in its own right for Asio, and another name of the whole for the user.
  template <typename... Arguments>
  explicit io_context(detail::home& h, const Arguments&... a)
      : scheduler_holder(h), asio::io_context(a...) {}

  // Makes the shards but the first, with the arguments for Asio's constructor.
  template <typename... Arguments>
  void open(const Arguments&... a) {
    detail::open_scheduler(its_scheduler(), *this, [&](detail::home& h) {
      return std::unique_ptr<io_context>(new io_context(h, a...));
    });
  }

  COIO_API count_type do_run_until(std::size_t limit,
                                   std::chrono::steady_clock::time_point deadline);

  template <typename Clock, typename Duration>
  count_type run_limited(std::size_t limit,
                         const std::chrono::time_point<Clock, Duration>& abs_time) {
    using steady = std::chrono::steady_clock;
    if constexpr (std::is_same_v<Clock, steady>) {
      return do_run_until(limit, std::chrono::time_point_cast<steady::duration>(abs_time));
    } else {
      // The other clock may be set while we wait: look at it again every second, as Asio does.
      count_type n = 0;
      for (;;) {
        // Compared first: the difference may be too large for a duration.
        const auto now = Clock::now();
        const auto left = abs_time > now
                              ? std::chrono::duration_cast<steady::duration>(abs_time - now)
                              : steady::duration(0);
        const auto slice = std::min<steady::duration>(left, std::chrono::seconds(1));
        const auto until = steady::now() + slice;
        n += do_run_until(limit - n, until);
        // Before its time it returns if it is stopped, or another worker's exception ends the run.
        if (n == limit || slice == left || steady::now() < until) return n;
      }
    }
  }
};

#if !defined(COIO_NO_DEPRECATED)
template <typename CompletionToken>
auto io_context::dispatch(CompletionToken&& token) {
  return asio::dispatch(get_executor(), std::forward<CompletionToken>(token));
}

template <typename CompletionToken>
auto io_context::post(CompletionToken&& token) {
  return asio::post(get_executor(), std::forward<CompletionToken>(token));
}

template <typename Handler>
auto io_context::wrap(Handler&& handler) {
  return asio::bind_executor(get_executor(), std::forward<Handler>(handler));
}
#endif

}  // namespace COIO_ABI
}  // namespace coio

namespace COIO_ASIO {

/// A strand at the next home: `make_strand(ctx.next_executor())`.
/** A program that has a strand for each connection so spreads its connections over the workers. */
inline strand<coio::io_context::executor_type> make_strand(coio::io_context& ctx) {
  return make_strand(ctx.next_executor());
}

// Chosen only for what Asio's own template would refuse with a page of errors.
template <typename Service>
  requires(std::is_constructible_v<Service, coio::io_context&> &&
           !std::is_constructible_v<Service, io_context&>)
Service& use_service(coio::io_context&) {
  static_assert(!std::is_constructible_v<Service, coio::io_context&>,
                "a service is made by Asio, which passes it an asio::io_context&: let its "
                "constructor take that, or asio::execution_context&; it may cast the context to "
                "coio::io_context&");
}

}  // namespace COIO_ASIO

#endif
