// Waiting for the end of a spawned coroutine.
#ifndef COIO_DETAIL_CORO_JOIN_HPP
#define COIO_DETAIL_CORO_JOIN_HPP

#include <exception>
#include <memory>
#include <stdexcept>
#include <type_traits>
#include <utility>

#include "coio/asio.hpp"
#include "coio/awaitable.hpp"
#include "coio/detail/core/submit.hpp"
#include "coio/detail/coro/resume.hpp"
#include "coio/detail/coro/spawn_state.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

template <typename T>
using state_ref = ref<spawn_state_of<T>>;

// The task that waits in the state, and passes the result, or only the end, to the handler.
template <typename Delivered, typename T, typename Handler>
class join_waiter {
 public:
  join_waiter(Handler handler, state_ref<T> state)
      : work_(make_work(handler)), handler_(std::move(handler)), state_(std::move(state)) {}

  const Handler& handler() const noexcept { return handler_; }

  void operator()() {
    // Before the end of the coroutine it runs only if the join was cancelled, or if another join
    // waits already.
    std::exception_ptr e = state_->done() ? state_->take_exception() : aborted();
    if constexpr (std::is_void_v<Delivered>) {
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
        return state_->take();
      } catch (...) {
        e = std::current_exception();
      }
    return T();
  }

  work_of<Handler> work_;
  Handler handler_;
  state_ref<T> state_;
};

// Queues the waiter in the state, on which the waiter or the caller holds a reference. Returns
// false if there is nothing to wait for; the waiter is then posted.
template <typename Waiter>
bool wait_in(spawn_state& state, Waiter&& waiter) {
  auto slot = asio::get_associated_cancellation_slot(waiter.handler());
  const auto executor = asio::get_associated_executor(waiter.handler());
  task* t = make_task(std::move(waiter), std::allocator<void>());
  if (slot.is_connected()) {
    state.add_ref();
    slot.assign([alive = ref<spawn_state>(&state), t](asio::cancellation_type type) {
      if (type != asio::cancellation_type::none && alive->unwait(t)) t->run();
    });
  }
  if (state.wait(t)) return true;
  asio::post(executor, [t = task_ptr(t)]() mutable { t.release()->run(); });
  return false;
}

template <typename Delivered>
struct initiate_join {
  template <typename Handler, typename T>
  void operator()(Handler&& handler, state_ref<T> state) const {
    spawn_state& s = *state;
    wait_in(s, join_waiter<Delivered, T, std::decay_t<Handler>>(std::forward<Handler>(handler),
                                                                std::move(state)));
  }
};

template <typename T, typename CompletionToken>
auto async_join(const state_ref<T>& state, CompletionToken&& token) {
  if constexpr (std::is_void_v<T>) {
    return asio::async_initiate<CompletionToken, void(std::exception_ptr)>(initiate_join<void>(),
                                                                           token, state);
  } else {
    static_assert(std::is_default_constructible_v<T>,
                  "join() with a completion token of your own needs a default constructor");
    return asio::async_initiate<CompletionToken, void(std::exception_ptr, T)>(initiate_join<T>(),
                                                                              token, state);
  }
}

// The task that calls the handler at the end of the coroutine, or when the wait is cancelled, and
// leaves the result in the state.
template <typename Handler>
class end_waiter {
 public:
  explicit end_waiter(Handler handler) : work_(make_work(handler)), handler_(std::move(handler)) {}

  const Handler& handler() const noexcept { return handler_; }

  void operator()() {
    resume(work_, [handler = std::move(handler_)]() mutable { std::move(handler)(); });
  }

 private:
  work_of<Handler> work_;
  Handler handler_;
};

template <typename T, typename CompletionToken>
auto async_end(const state_ref<T>& state, CompletionToken&& token) {
  return asio::async_initiate<CompletionToken, void()>(
      [](auto&& handler, state_ref<T> s) {
        using handler_type = std::decay_t<decltype(handler)>;
        wait_in(*s, end_waiter<handler_type>(std::forward<decltype(handler)>(handler)));
      },
      token, state);
}

// For a coroutine that has ended.
template <typename T>
awaitable<T> join_done(state_ref<T> state) {
  if (auto e = state->take_exception()) std::rethrow_exception(std::move(e));
  co_return state->take();
}

// For a T without the default constructor that asio::use_awaitable requires.
template <typename T>
awaitable<T> join_undefault(state_ref<T> state) {
  if (!state->done()) {
    use_awaitable_t token;
    co_await asio::async_initiate<use_awaitable_t, void(std::exception_ptr)>(initiate_join<void>(),
                                                                             token, state);
  }
  co_return co_await join_done(std::move(state));
}

template <typename T>
awaitable<T> join(const state_ref<T>& state) {
  if (state->done()) return join_done(state);
  if constexpr (std::is_void_v<T>)
    return async_join(state, use_awaitable);
  else if constexpr (std::is_default_constructible_v<T>)
    return async_join(state, use_awaitable);
  else
    return join_undefault(state);
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
