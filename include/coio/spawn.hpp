// Starting coroutines.
#ifndef COIO_SPAWN_HPP
#define COIO_SPAWN_HPP

#include <cstddef>
#include <string>
#include <type_traits>
#include <utility>

#include "coio/asio.hpp"
#include "coio/awaitable.hpp"
#include "coio/detail/coro/spawned.hpp"
#include "coio/io_context.hpp"
#include "coio/join_handle.hpp"

namespace coio {
inline namespace COIO_ABI {

/// Options of a coroutine.
struct spawn_options {
  /// Its name, for messages.
  std::string name;

  /// Has no meaning: the coroutines of C++ have no stack of their own. It is here so that programs
  /// written for coio-rs have a place for theirs.
  std::size_t stack_size = 0;
};

/// What spawn() takes: F can be called with the arguments, once each has been copied or moved.
template <typename F, typename... Args>
concept spawnable = std::is_invocable_v<std::decay_t<F>, std::decay_t<Args>...>;

/// Starts a coroutine, or runs a function.
/**
 * It is put at the back of the run queue: on the context whose worker the calling thread is, the
 * innermost if it is several contexts', or else on that of the coroutine which it runs; on a thread
 * that is none of that, on the default scheduler, which scheduler::run(n) runs. If it has not begun
 * when a coroutine on the same worker awaits its join(), it runs next.
 *
 * @param f Called with the arguments, on a worker. If it returns coio::awaitable<T>,
 * asio::awaitable<T> or an operation of the facade's, that runs as a coroutine; the callable and
 * the arguments live until it has ended, so that a lambda may be a coroutine and use its captures.
 * Else it is a plain function, and runs from its beginning to its end.
 * @param args Copied or moved, as by std::thread.
 * @return The handle; to drop it detaches the coroutine.
 * @throws std::bad_alloc No memory.
 *
 * Thread safety: Safe.
 */
template <typename F, typename... Args>
  requires spawnable<F, Args...>
join_handle<detail::spawn_result_t<F, Args...>> spawn(F&& f, Args&&... args) {
  return detail::spawn_access::spawn(nullptr, nullptr, std::forward<F>(f),
                                     std::forward<Args>(args)...);
}

/// As spawn(f, args...), with options.
template <typename F, typename... Args>
  requires spawnable<F, Args...>
join_handle<detail::spawn_result_t<F, Args...>> spawn(const spawn_options& o, F&& f,
                                                      Args&&... args) {
  return detail::spawn_access::spawn(nullptr, &o.name, std::forward<F>(f),
                                     std::forward<Args>(args)...);
}

/// As spawn(f, args...), on the given context, from any thread.
template <typename F, typename... Args>
  requires spawnable<F, Args...>
join_handle<detail::spawn_result_t<F, Args...>> spawn(io_context& c, F&& f, Args&&... args) {
  return detail::spawn_access::spawn(&c, nullptr, std::forward<F>(f), std::forward<Args>(args)...);
}

/// As spawn(f, args...), on the given context, with options, from any thread.
template <typename F, typename... Args>
  requires spawnable<F, Args...>
join_handle<detail::spawn_result_t<F, Args...>> spawn(io_context& c, const spawn_options& o, F&& f,
                                                      Args&&... args) {
  return detail::spawn_access::spawn(&c, &o.name, std::forward<F>(f), std::forward<Args>(args)...);
}

/// Starts a coroutine that has been made already, an asio::awaitable, or an operation of the
/// facade's; else as the function of the same parameters.
template <detail::awaited_once A>
join_handle<detail::awaited_t<A>> spawn(A&& coroutine) {
  return spawn(detail::as_function(std::forward<A>(coroutine)));
}
template <detail::awaited_once A>
join_handle<detail::awaited_t<A>> spawn(const spawn_options& o, A&& coroutine) {
  return spawn(o, detail::as_function(std::forward<A>(coroutine)));
}
template <detail::awaited_once A>
join_handle<detail::awaited_t<A>> spawn(io_context& c, A&& coroutine) {
  return spawn(c, detail::as_function(std::forward<A>(coroutine)));
}
template <detail::awaited_once A>
join_handle<detail::awaited_t<A>> spawn(io_context& c, const spawn_options& o, A&& coroutine) {
  return spawn(c, o, detail::as_function(std::forward<A>(coroutine)));
}

}  // namespace COIO_ABI
}  // namespace coio

#endif
