// Waiting for the end of a spawned coroutine.
#ifndef COIO_DETAIL_CORO_JOIN_HPP
#define COIO_DETAIL_CORO_JOIN_HPP

#include <exception>
#include <memory>
#include <type_traits>
#include <utility>

#include "coio/asio.hpp"
#include "coio/detail/core/submit.hpp"
#include "coio/detail/coro/awaiter.hpp"
#include "coio/detail/coro/fiber.hpp"
#include "coio/detail/coro/resume.hpp"
#include "coio/detail/coro/spawned.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// A coroutine waits for the end of another one. If that has not begun, and is in the queue of this
// worker, it runs at once: a tree of coroutines that start and join others is walked depth first,
// and is never in memory as a whole. Who waits is suspended before, so that it can be cancelled.
class COIO_API end_wait : public awaiter_base, private suspension {
 public:
  explicit end_wait(fiber& awaited) noexcept : awaited_(awaited) {}
  end_wait(end_wait&& other) noexcept : awaited_(other.awaited_) {}

  void attach(fiber& f) noexcept { me_ = &f; }
  bool await_ready() noexcept { return awaited_.done() && me_->may_step(); }
  template <typename Promise>
  void await_suspend(std::coroutine_handle<Promise> h) noexcept {
    begin(frame_of(h));
  }

 protected:
  ~end_wait() = default;

  // What a cancellation does: it ends the wait, or it calls a function, and the wait goes on.
  void call_on_cancel(void (*call)(void*), void* with) noexcept {
    call_ = call;
    with_ = with;
  }
  bool was_cancelled() const noexcept { return cancelled_; }

 private:
  void begin(frame at) noexcept;
  static bool cancel_wait(suspension& s) noexcept;
  static bool remove_wait(suspension& s) noexcept;
  static void describe(const suspension& s, wait_view& v);

  fiber& awaited_;
  fiber* me_ = nullptr;
  void (*call_)(void*) = nullptr;
  void* with_ = nullptr;
  bool cancelled_ = false;
};

// join(): gives the result.
template <typename T>
class [[nodiscard]] join_operation final : public end_wait {
 public:
  using value_type = T;

  explicit join_operation(state_ref<T> s) noexcept : end_wait(*s), state_(std::move(s)) {}

  T await_resume() {
    if (this->was_cancelled() || !state_->done()) throw_aborted();
    return state_->take();
  }

  operator awaitable<T>() && { return await<T>(std::move(*this)); }

 private:
  state_ref<T> state_;
};

// Waits for the end, and leaves the result. If the coroutine that waits is cancelled, a function is
// called, each time, and the wait goes on; also at the beginning, unless it has been called for
// that before (`told`).
template <typename OnCancel>
class settle_operation final : public end_wait {
 public:
  using value_type = void;
  static constexpr bool uninterrupted = true;

  settle_operation(fiber& f, OnCancel c, bool& told)
      : end_wait(f), on_cancel_(std::move(c)), told_(told) {}
  settle_operation(settle_operation&& other)
      : end_wait(std::move(other)), on_cancel_(std::move(other.on_cancel_)), told_(other.told_) {}

  void attach(fiber& f) noexcept {
    end_wait::attach(f);
    this->call_on_cancel([](void* self) { static_cast<settle_operation*>(self)->tell(); }, this);
    if (f.cancelled() && !told_) tell();
  }
  void await_resume() const noexcept {}

 private:
  void tell() noexcept {
    told_ = true;
    on_cancel_();
  }

  OnCancel on_cancel_;
  bool& told_;
};

// ---- With a completion token of the program's own ----

// The task that waits in the state, and passes the result to the handler.
template <typename T, typename Handler>
class join_waiter {
 public:
  join_waiter(Handler handler, state_ref<T> state)
      : work_(make_work(handler)), handler_(std::move(handler)), state_(std::move(state)) {}

  const Handler& handler() const noexcept { return handler_; }

  void operator()() {
    // Before the end of the coroutine it runs only if the join was cancelled, or if another join
    // waits already.
    std::exception_ptr e = state_->done() ? state_->take_failure() : aborted();
    if constexpr (std::is_void_v<T>) {
      state_ = {};
      resume(work_, [handler = std::move(handler_), e = std::move(e)]() mutable {
        std::move(handler)(std::move(e));
      });
    } else {
      T value = take(e);
      state_ = {};
      resume(work_,
             [handler = std::move(handler_), e = std::move(e), value = std::move(value)]() mutable {
               std::move(handler)(std::move(e), std::move(value));
             });
    }
  }

 private:
  T take(std::exception_ptr& e) {
    if (!e) try {
        return state_->take_value();
      } catch (...) {
        e = std::current_exception();
      }
    return T();
  }

  work_of<Handler> work_;
  Handler handler_;
  state_ref<T> state_;
};

// Calls the handler with the result. `cancelled(t)` is what its cancellation slot does, where `t`
// is the task that waits.
template <typename T, typename Executor, typename Handler, typename Cancelled>
void wait_for_end(const state_ref<T>& state, const Executor& executor, Handler&& handler,
                  Cancelled cancelled) {
  auto slot = asio::get_associated_cancellation_slot(handler);
  task_ptr waiting(
      make_task(join_waiter<T, std::decay_t<Handler>>(std::forward<Handler>(handler), state),
                std::allocator<void>()));
  task* const t = waiting.get();
  if (slot.is_connected())
    slot.assign([cancelled, t](asio::cancellation_type type) {
      if (type != asio::cancellation_type::none) cancelled(t);
    });
  if (state->wait(t))
    static_cast<void>(waiting.release());
  else  // it has ended already, perhaps, or somebody waits already
    post_to(executor, [t = std::move(waiting)]() mutable { t.release()->run(); });
}

struct initiate_join {
  template <typename Handler, typename T>
  void operator()(Handler&& handler, state_ref<T> state) const {
    const auto executor = get_handler_executor(handler);
    wait_for_end(state, executor, std::forward<Handler>(handler), [state](task* t) {
      if (state->unwait(t)) t->run();
    });
  }
};

template <typename T, typename CompletionToken>
auto async_join(const state_ref<T>& state, CompletionToken&& token) {
  if constexpr (std::is_void_v<T>) {
    return asio::async_initiate<CompletionToken, void(std::exception_ptr)>(initiate_join(), token,
                                                                           state);
  } else {
    static_assert(std::is_default_constructible_v<T>,
                  "join() with a completion token of your own needs a default constructor");
    return asio::async_initiate<CompletionToken, void(std::exception_ptr, T)>(initiate_join(),
                                                                              token, state);
  }
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
