// Functions that block, on threads of their own.
#ifndef COIO_SPAWN_BLOCKING_HPP
#define COIO_SPAWN_BLOCKING_HPP

#include <memory>
#include <string>
#include <type_traits>
#include <utility>

#include "coio/detail/coro/current.hpp"
#include "coio/detail/coro/spawned.hpp"
#include "coio/detail/export.hpp"
#include "coio/join_handle.hpp"

namespace coio {
inline namespace COIO_ABI {

namespace detail {

// Runs the function on a thread of the context's set. Throws std::system_error if there is no
// thread at all and none can be started.
COIO_API void enqueue_blocking(io_context& c, unstarted s);

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
  requires std::is_invocable_v<std::decay_t<F>, std::decay_t<Args>...>
auto spawn_blocking(F&& f, Args&&... args) {
  using spawned = detail::spawned<std::decay_t<F>, std::decay_t<Args>...>;
  using value = typename spawned::value_type;
  static_assert(!detail::awaited<typename spawned::invoked>::coroutine,
                "spawn_blocking() runs plain functions; coroutines are for spawn()");
  io_context& context = detail::current_context("coio::spawn_blocking");
  auto* const state = new spawned(std::forward<F>(f), std::forward<Args>(args)...);
  auto handle = detail::spawn_access::handle(detail::state_ref<value>(state));
  detail::enqueue_blocking(context, detail::unstarted(state));
  return handle;
}

}  // namespace COIO_ABI
}  // namespace coio

#endif
