// Coroutines that end together.
#ifndef COIO_TASK_GROUP_HPP
#define COIO_TASK_GROUP_HPP

#include <exception>
#include <memory>
#include <mutex>
#include <type_traits>
#include <utility>
#include <vector>

#include "coio/awaitable.hpp"
#include "coio/detail/coro/structured.hpp"
#include "coio/detail/export.hpp"
#include "coio/join_handle.hpp"
#include "coio/spawn.hpp"

namespace coio {
inline namespace COIO_ABI {

namespace detail {

class group {
 public:
  // Before it is started: if there is no memory for that, std::bad_alloc.
  COIO_API void add(state_ref<void> child);
  // The first failure cancels the others.
  COIO_API void fail(std::exception_ptr e);
  COIO_API void cancel() noexcept;
  // A child that has not ended, or none.
  COIO_API join_handle<void> next();
  COIO_API std::exception_ptr take_failure();

 private:
  std::mutex mutex_;
  std::vector<state_ref<void>> children_;  // those that have ended go when it has doubled
  std::size_t prune_at_ = 0;
  std::exception_ptr failure_;
  bool cancelled_ = false;
  unsigned cancelling_ = 0;  // calls of cancel() under way: children keep their places
};

}  // namespace detail

/// Starts coroutines and awaits them all; when one fails, the others are cancelled.
/**
 * A group that is destroyed without a join() cancels its coroutines and lets them go. After a
 * join() it can be used again, unless it was cancelled or one of its coroutines failed.
 *
 * Thread safety: Distinct objects: Safe. Shared objects: spawn() and cancel(): Safe; else Unsafe.
 */
class task_group {
 public:
  task_group() : group_(std::make_shared<detail::group>()) {}
  task_group(const task_group&) = delete;
  task_group& operator=(const task_group&) = delete;
  ~task_group() { group_->cancel(); }

  /// Starts a coroutine, or runs a function, as coio::spawn() does. What it returns is dropped.
  /** In a group that has been cancelled or has failed, it is cancelled at once. */
  template <typename F, typename... Args>
    requires spawnable<F, Args...>
  void spawn(F&& f, Args&&... args) {
    spawn(spawn_options(), std::forward<F>(f), std::forward<Args>(args)...);
  }

  /// As spawn(f, args...), with options.
  template <typename F, typename... Args>
    requires spawnable<F, Args...>
  void spawn(const spawn_options& o, F&& f, Args&&... args) {
    auto child = [g = group_, f = std::decay_t<F>(std::forward<F>(f)),
                  ... as =
                      std::decay_t<Args>(std::forward<Args>(args))]() mutable -> awaitable<void> {
      try {
        co_await detail::call(f, std::move(as)...);
      } catch (...) {
        g->fail(std::current_exception());
      }
    };
    detail::unstarted begin;
    group_->add(detail::spawn_access::state(
        detail::spawn_access::prepare(begin, &o.name, std::move(child))));
    detail::enqueue(std::move(begin), nullptr);
  }

  /// Starts a coroutine that has been made already; else as the function of the same parameters.
  template <detail::awaited_once A>
  void spawn(A&& coroutine) {
    spawn(detail::as_function(std::forward<A>(coroutine)));
  }
  template <detail::awaited_once A>
  void spawn(const spawn_options& o, A&& coroutine) {
    spawn(o, detail::as_function(std::forward<A>(coroutine)));
  }

  /// Cancels all coroutines of the group. What they throw then is dropped.
  void cancel() noexcept { group_->cancel(); }

  /// Waits until all have ended, also those that they spawn meanwhile; throws what the first that
  /// failed threw. If the caller is cancelled, so are they.
  [[nodiscard]] awaitable<void> join() { return join(group_); }

 private:
  static awaitable<void> join(std::shared_ptr<detail::group> g) {
    bool told = false;
    for (auto h = g->next(); h.valid(); h = g->next())
      co_await detail::settle_or(
          h, [&g] { g->cancel(); }, told);
    if (auto e = g->take_failure()) std::rethrow_exception(std::move(e));
  }

  std::shared_ptr<detail::group> group_;
};

}  // namespace COIO_ABI
}  // namespace coio

#endif
