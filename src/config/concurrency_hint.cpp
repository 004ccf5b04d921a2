// The settings of a context whose constructor gets a number of workers, which Asio calls a
// concurrency hint: the workers come from the program, everything else from the environment.
#include <cstddef>
#include <string>

#include "coio/io_context.hpp"
#include "coio/options.hpp"
#include "coio/thread_pool.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

options with_workers(int n) {
  options o = options::from_environment();
  o.workers = n;
  return o;
}

template <typename Number>
bool counts_workers(Number n) {
  return n >= options::min_workers && n <= options::max_workers;
}

template <typename Number>
[[noreturn]] void refuse(const char* where, Number found, const char* alternative) {
  throw options_error(std::string(where) + ": expected a number of workers from " +
                      std::to_string(options::min_workers) + " to " +
                      std::to_string(options::max_workers) + alternative + ", found " +
                      std::to_string(found));
}

}  // namespace

options options_for(int hint) {
  // First, because a program may define ASIO_CONCURRENCY_HINT_DEFAULT as a number of threads.
  if (counts_workers(hint)) return with_workers(hint);
  // The promise that one thread at a time uses the context.
  if (hint == COIO_CONCURRENCY_HINT(UNSAFE) || hint == COIO_CONCURRENCY_HINT(UNSAFE_IO))
    return with_workers(1);
  if (hint == COIO_CONCURRENCY_HINT(SAFE) || hint == COIO_CONCURRENCY_HINT(DEFAULT))
    return options::from_environment();
  refuse("coio::io_context: concurrency_hint", hint, " or a constant of Asio's");
}

options options_for_threads(std::size_t threads) {
  if (!counts_workers(threads)) refuse("coio::thread_pool: threads", threads, "");
  return with_workers(static_cast<int>(threads));
}

#if defined(COIO_HAS_SERVICE_MAKER)
namespace {

int hint_of(const asio::config& c) {
  return c.get("scheduler", "concurrency_hint", 0);
}

// Whether Asio leaves out what several threads need. With a hint of 1 that is waking another.
bool for_one_thread(const asio::config& c) {
  return hint_of(c) == 1 || !c.get("scheduler", "locking", true) ||
         !c.get("reactor", "registration_locking", true) || !c.get("reactor", "io_locking", true);
}

}  // namespace

options options_for(asio::execution_context& configured) {
  const asio::config c(configured);
  if (for_one_thread(c)) return options_for(1);
  const int hint = hint_of(c);
  return hint == 0 ? options::from_environment() : options_for(hint);
}

options options_for(asio::execution_context& configured, options o) {
  if (for_one_thread(asio::config(configured))) {
    if (o.workers > 1)
      throw options_error("coio::options: /workers: expected 1, as Asio is configured for one " +
                          ("thread, found " + std::to_string(o.workers)));
    if (o.workers == 0) o.workers = 1;
  }
  return o;
}
#endif

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
