// A work-stealing pool of threads that takes the place of asio::thread_pool.
#ifndef COIO_THREAD_POOL_HPP
#define COIO_THREAD_POOL_HPP

#include <cstddef>
#include <exception>
#include <future>
#include <memory>
#include <thread>
#include <type_traits>
#include <utility>

#include "coio/asio.hpp"
#include "coio/detail/export.hpp"
#include "coio/hooks.hpp"
#include "coio/io_context.hpp"
#include "coio/options.hpp"

namespace coio {
inline namespace COIO_ABI {

namespace detail {

// Returns the settings of a pool with this number of threads.
COIO_API options options_for_threads(std::size_t threads);

}  // namespace detail

/// An io_context whose workers run from its construction on, as those of asio::thread_pool do.
/**
 * Unlike asio::thread_pool it serves sockets and timers, too. An exception that leaves a handler
 * ends the program, as there.
 *
 * Thread safety: as io_context; join() and wait() by one thread at a time, which is none of the
 * pool's.
 */
class thread_pool : public io_context {
 public:
  /// With the settings of options::from_environment().
  /** @throws As thread_pool(const options&). */
  thread_pool() : thread_pool(options::from_environment()) {}

  /// With a number of workers, which the environment does not change, and otherwise the settings of
  /// options::from_environment().
  /**
   * @param threads The number of workers, 1 to 1024.
   * @throws As thread_pool(const options&).
   */
  explicit thread_pool(std::size_t threads) : thread_pool(detail::options_for_threads(threads)) {}

  /// With settings of the program's own, and functions that the pool calls.
  /**
   * @throws options_error A setting is out of its range.
   * @throws std::system_error A thread could not be started, or not pinned to its CPUs.
   */
  explicit thread_pool(const options& o, hooks h = {})
      : io_context(o, std::move(h)), guard_(get_executor()) {
    start();
  }

  /// With an allocator for what the shards allocate themselves, in versions of Asio that have it.
  /** @throws As thread_pool(const options&). */
  template <typename Allocator>
    requires std::is_constructible_v<asio::io_context, std::allocator_arg_t, const Allocator&, int>
  thread_pool(std::allocator_arg_t, const Allocator& a)
      : io_context(std::allocator_arg, a), guard_(get_executor()) {
    start();
  }

  /// @copydoc thread_pool(std::allocator_arg_t,const Allocator&)
  template <typename Allocator>
    requires std::is_constructible_v<asio::io_context, std::allocator_arg_t, const Allocator&, int>
  thread_pool(std::allocator_arg_t, const Allocator& a, std::size_t threads)
      : io_context(std::allocator_arg, a, detail::options_for_threads(threads)),
        guard_(get_executor()) {
    start();
  }

#if defined(COIO_HAS_SERVICE_MAKER)
  /// With services that the maker makes on every shard; see io_context(const service_maker&).
  /** @throws As thread_pool(const options&), and if the maker configures Asio for one thread and
   * `threads` is more. */
  thread_pool(std::size_t threads, const service_maker& m)
      : io_context(detail::options_for_threads(threads), m), guard_(get_executor()) {
    start();
  }

  /// @copydoc thread_pool(std::size_t,const service_maker&)
  template <typename Allocator>
  thread_pool(std::allocator_arg_t, const Allocator& a, std::size_t threads, const service_maker& m)
      : io_context(std::allocator_arg, a, detail::options_for_threads(threads), m),
        guard_(get_executor()) {
    start();
  }
#endif

  /// stop(), join(), and the destruction of what has not run.
  ~thread_pool() {
    stop();
    join();
  }

  /// As get_executor(); asio::thread_pool has it, too.
  executor_type executor() noexcept { return get_executor(); }

  /// Makes the calling thread one of the pool's, if a worker has none, until the pool has ended.
  void attach() { run(); }

  /// Waits until all work is done, or stop() has been called, and the threads have ended.
  void join() {
    guard_.reset();
    if (thread_.joinable()) thread_.join();
  }

  /// As join().
  void wait() { join(); }

 private:
  // Starts the threads, and waits until they run.
  void start() {
    std::promise<void> up;
    asio::post(get_executor(), [this, &up] {
      up_ = true;
      up.set_value();
    });
    thread_ = std::thread([this, &up] {
      try {
        run();
      } catch (...) {
        if (up_) throw;  // a handler has thrown it
        up.set_exception(std::current_exception());
      }
    });
    try {
      up.get_future().get();
    } catch (...) {
      thread_.join();
      throw;
    }
  }

  asio::executor_work_guard<executor_type> guard_;
  std::thread thread_;
  // A handler has run. Written by a worker; run() returns or throws after it has joined that
  // worker.
  bool up_ = false;
};

}  // namespace COIO_ABI
}  // namespace coio

namespace COIO_ASIO {

/// A strand at the next home: `make_strand(pool.next_executor())`.
/** For a class derived from io_context Asio's own template would be the better match. */
inline strand<coio::thread_pool::executor_type> make_strand(coio::thread_pool& pool) {
  return make_strand(pool.next_executor());
}

}  // namespace COIO_ASIO

#endif
