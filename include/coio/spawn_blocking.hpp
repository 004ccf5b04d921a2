// Functions that block, on threads of their own.
#ifndef COIO_SPAWN_BLOCKING_HPP
#define COIO_SPAWN_BLOCKING_HPP

#include <string>
#include <utility>

#include "coio/detail/coro/current.hpp"
#include "coio/detail/coro/spawned.hpp"
#include "coio/detail/export.hpp"
#include "coio/join_handle.hpp"
#include "coio/spawn.hpp"

namespace coio {
inline namespace COIO_ABI {

namespace detail {

// Runs the function on a thread of the context's set. Throws std::system_error if there is no
// thread at all and none can be started.
COIO_API void enqueue_blocking(io_context& c, unstarted s);

template <typename F, typename... Args>
auto spawn_blocking(io_context& c, const std::string* name, F&& f, Args&&... args) {
  using value = spawn_result_t<F, Args...>;
  static_assert(!awaited<invoked_t<F, Args...>>::coroutine,
                "spawn_blocking() runs plain functions; coroutines are for spawn()");
  auto* const s = spawn_access::make(std::forward<F>(f), std::forward<Args>(args)...);
  join_handle<value> handle = spawn_access::handle(state_ref<value>(s));
  unstarted begin(s);
  if (name && !name->empty()) s->name(*name);
  enqueue_blocking(c, std::move(begin));
  return handle;
}

}  // namespace detail

/// Runs a function that may block, on a thread that is none of the scheduler's workers.
/**
 * Each scheduler has a set of at most options::blocking_threads such threads. It grows when all are
 * busy, and a thread that has had nothing to do for ten seconds ends. Beyond that, functions wait
 * in a queue, first in, first out; so they do when the system has no more threads to give. The
 * scheduler waits for functions that have begun before it goes.
 *
 * @param f A plain function, called with the arguments.
 * @return The handle, to be joined as a coroutine's.
 * @throws std::logic_error The calling thread runs no coroutine of a scheduler.
 * @throws std::system_error There is no such thread, and none could be started. The function will
 * not run.
 *
 * Thread safety: Safe.
 */
template <typename F, typename... Args>
  requires spawnable<F, Args...>
auto spawn_blocking(F&& f, Args&&... args) {
  return detail::spawn_blocking(detail::current_context("coio::spawn_blocking"), nullptr,
                                std::forward<F>(f), std::forward<Args>(args)...);
}

/// As spawn_blocking(f, args...), with options.
template <typename F, typename... Args>
  requires spawnable<F, Args...>
auto spawn_blocking(const spawn_options& o, F&& f, Args&&... args) {
  return detail::spawn_blocking(detail::current_context("coio::spawn_blocking"), &o.name,
                                std::forward<F>(f), std::forward<Args>(args)...);
}

/// As spawn_blocking(f, args...), on a thread of the given context's, from any thread.
/** The function begins at once, whether or not the context runs, and is work of the context. */
template <typename F, typename... Args>
  requires spawnable<F, Args...>
auto spawn_blocking(io_context& c, F&& f, Args&&... args) {
  return detail::spawn_blocking(c, nullptr, std::forward<F>(f), std::forward<Args>(args)...);
}

/// As spawn_blocking(f, args...), on a thread of the given context's, with options, from any
/// thread.
template <typename F, typename... Args>
  requires spawnable<F, Args...>
auto spawn_blocking(io_context& c, const spawn_options& o, F&& f, Args&&... args) {
  return detail::spawn_blocking(c, &o.name, std::forward<F>(f), std::forward<Args>(args)...);
}

}  // namespace COIO_ABI
}  // namespace coio

#endif
