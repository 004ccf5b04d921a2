// The handle of a spawned coroutine.
#ifndef COIO_JOIN_HANDLE_HPP
#define COIO_JOIN_HANDLE_HPP

#include <exception>
#include <functional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

#include "coio/asio.hpp"
#include "coio/awaitable.hpp"
#include "coio/detail/coro/join.hpp"
#include "coio/detail/coro/spawned.hpp"
#include "coio/detail/export.hpp"

namespace coio {
inline namespace COIO_ABI {

/// What is called with the name of a coroutine and the exception that left it, when nobody joined.
using unhandled_exception_handler =
    std::function<void(const std::string& name, std::exception_ptr e)>;

/// Sets what happens to an exception that leaves a coroutine whose handle was dropped.
/**
 * The handler is called once the coroutine has ended and its handle is gone, on the thread on which
 * the later of the two happens. It must not throw. An exception that cancel() brought about
 * (asio::error::operation_aborted) is not reported.
 *
 * @param handler The new handler; an empty one restores the default, which prints the name and
 * what() on the standard error output.
 * @return The handler that was set before.
 *
 * Thread safety: Safe.
 */
COIO_API unhandled_exception_handler
set_unhandled_exception_handler(unhandled_exception_handler handler);

namespace detail {
COIO_API void report_unhandled(const std::string& name, std::exception_ptr e) noexcept;
}

/// The handle of a spawned coroutine: joins it, cancels it, or asks how it is.
/**
 * A handle that is dropped detaches: the coroutine goes on by itself.
 *
 * Thread safety: Distinct objects: Safe. Shared objects: cancel(), done() and name(): Safe, also
 * while another coroutine waits in join(); else Unsafe.
 *
 * @tparam T What the coroutine returns.
 */
template <typename T>
class join_handle {
 public:
  using value_type = T;

  /// A handle of no coroutine.
  join_handle() noexcept = default;

  join_handle(join_handle&&) noexcept = default;
  join_handle& operator=(join_handle&&) noexcept = default;
  ~join_handle() = default;

  /// Whether this is the handle of a coroutine.
  bool valid() const noexcept { return static_cast<bool>(state_); }

  /// Waits until the coroutine has ended, and gives what it returned or throws what it threw.
  /**
   * A join that is cancelled (see Asio's per-operation cancellation) throws
   * asio::error::operation_aborted and leaves the coroutine as it is; it can be joined again. After
   * a join that gave a result or an exception the handle is of no more use.
   *
   * @param token A completion token with the signature `void(std::exception_ptr, T)`, or
   * `void(std::exception_ptr)` if T is void; by default coio::use_awaitable.
   * @throws std::logic_error The handle is of no coroutine, or what the coroutine returned or threw
   * has been taken already.
   * @throws asio::system_error operation_aborted: the coroutine was destroyed, with its scheduler,
   * before its end.
   */
  template <typename CompletionToken = use_awaitable_t>
  auto join(CompletionToken&& token = CompletionToken()) {
    if (!state_)
      throw std::logic_error(
          "coio::join_handle::join: expected the handle of a coroutine, found one of none: it has "
          "been moved from, or was never set");
    if constexpr (std::is_same_v<std::decay_t<CompletionToken>, use_awaitable_t>)
      return detail::join_operation<T>(state_);
    else
      return detail::async_join(state_, std::forward<CompletionToken>(token));
  }

  /// `co_await handle` is `co_await handle.join()`.
  auto operator co_await() { return join(); }

  /// Whether the coroutine has ended.
  bool done() const noexcept { return state_ && state_->done(); }

  /// Asks the coroutine to end: the operation that it awaits fails with
  /// asio::error::operation_aborted, and so do those that it awaits after that.
  /**
   * This is Asio's per-operation cancellation, of type terminal, and so reaches the operations of
   * Asio too, and coroutines of type asio::awaitable; see asio::this_coro::throw_if_cancelled and
   * asio::this_coro::reset_cancellation_state for how a coroutine that cleans up keeps it off. It
   * may be called on any thread: if the coroutine is running, it hears of the cancellation when it
   * is suspended next.
   *
   * Does nothing if the coroutine has ended, or is a plain function that has begun to run. One that
   * has not begun will not.
   */
  void cancel() noexcept {
    if (state_) state_->cancel();
  }

  /// The name that the coroutine was given, or an empty string.
  const std::string& name() const noexcept {
    static const std::string none;
    return state_ ? state_->name() : none;
  }

  /// Lets the coroutine go on by itself.
  void detach() noexcept { state_ = {}; }

 private:
  friend struct detail::spawn_access;
  explicit join_handle(detail::state_ref<T> state) noexcept : state_(std::move(state)) {}

  detail::state_ref<T> state_;
};

}  // namespace COIO_ABI
}  // namespace coio

#endif
