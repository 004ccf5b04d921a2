// The executor of coroutines.
#ifndef COIO_COROUTINE_EXECUTOR_HPP
#define COIO_COROUTINE_EXECUTOR_HPP

#include <type_traits>
#include <utility>

#include "coio/asio.hpp"
#include "coio/detail/coro/gate.hpp"
#include "coio/io_context.hpp"

namespace coio {
inline namespace COIO_ABI {

namespace detail {

struct gate_leaver {
  gate* g;
  ~gate_leaver() { g->leave(); }
};

// A handler that runs inside its coroutine's gate.
template <typename Function>
class gated {
 public:
  template <typename F>
  gated(gate& g, const io_context::executor_type& ex, F&& f)
      : gate_(&g), executor_(ex), function_(std::forward<F>(f)) {}

  void operator()() {
    if (!gate_->enter()) {
      // The coroutine is being cancelled: after the others that are queued.
      const auto queued = executor_.require(asio::execution::blocking.never);
      queued.execute(std::move(*this));
      return;
    }
    const gate_leaver scope{gate_};
    std::move(function_)();
  }

 private:
  gate* gate_;
  io_context::executor_type executor_;
  Function function_;
};

}  // namespace detail

/// The executor of a coroutine: io_context's, from which it is made and to which it converts.
/**
 * That of a coroutine that spawn() started also sees to it that join_handle::cancel() can be called
 * on any thread: while the coroutine is being cancelled, its handlers wait in the run queue. Apart
 * from that handlers run concurrently, as they do on the io_context's executor; it is no strand.
 * Objects made from it may outlive the coroutine.
 *
 * Thread safety: Distinct objects: Safe. Shared objects: Safe for concurrent use of const members.
 */
template <typename Inner>
class basic_coroutine_executor {
 public:
  /// Of a coroutine that spawn() has not started. Implicit, so that what takes a coroutine's
  /// executor takes the io_context's, too: asio::co_spawn(ctx.get_executor(), f(), ...).
  basic_coroutine_executor(const Inner& inner) noexcept : inner_(inner) {}

  basic_coroutine_executor(const Inner& inner, detail::gate* g) noexcept
      : inner_(inner), gate_(g) {}

  /// The executor of the io_context. Implicit, so that sockets and timers of the io_context's
  /// executor can be made from a coroutine's.
  operator const Inner&() const noexcept { return inner_; }

  friend bool operator==(const basic_coroutine_executor& a,
                         const basic_coroutine_executor& b) noexcept {
    return a.inner_ == b.inner_ && a.gate_ == b.gate_;
  }
  friend bool operator!=(const basic_coroutine_executor& a,
                         const basic_coroutine_executor& b) noexcept {
    return !(a == b);
  }

  /// Whether the calling thread runs handlers of the context.
  bool running_in_this_thread() const noexcept { return inner_.running_in_this_thread(); }

  /// As the io_context's executor.
  template <typename Property>
    requires asio::can_query_v<const Inner&, Property>
  auto query(const Property& p) const noexcept
      -> decltype(asio::query(std::declval<const Inner&>(), p)) {
    return asio::query(inner_, p);
  }

  /// As the io_context's executor.
  template <typename Property>
    requires asio::can_require_v<const Inner&, Property>
  auto require(const Property& p) const noexcept {
    using required = std::decay_t<decltype(asio::require(inner_, p))>;
    return basic_coroutine_executor<required>(asio::require(inner_, p), gate_);
  }

  /// Runs a function object on one of the workers.
  /** @throws std::bad_alloc No memory for the task, and what the function's move or copy throws. */
  template <typename Function>
  void execute(Function&& f) const {
    if (!gate_) return inner_.execute(std::forward<Function>(f));
    inner_.execute(detail::gated<std::decay_t<Function>>(
        *gate_, asio::require(inner_, asio::execution::outstanding_work.untracked),
        std::forward<Function>(f)));
  }

  // Calls a function in the calling handler, if it is one of the context's. False if that cannot
  // be.
  template <typename Function>
  bool call_here(Function& f) const {
    if (!inner_.running_in_this_thread()) return false;
    if (!gate_) {
      f();
      return true;
    }
    if (!gate_->enter()) return false;
    const detail::gate_leaver scope{gate_};
    f();
    return true;
  }

#if !defined(ASIO_NO_TS_EXECUTORS)
  io_context& context() const noexcept { return inner_.context(); }
  void on_work_started() const noexcept { inner_.on_work_started(); }
  void on_work_finished() const noexcept { inner_.on_work_finished(); }
#endif

 private:
  Inner inner_;
  detail::gate* gate_ = nullptr;
};

/// The executor of coio::awaitable.
using coroutine_executor = basic_coroutine_executor<io_context::executor_type>;

}  // namespace COIO_ABI
}  // namespace coio

#endif
