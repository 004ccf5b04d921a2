// A value that will be there later.
#ifndef COIO_SYNC_FUTURE_HPP
#define COIO_SYNC_FUTURE_HPP

#include <exception>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

#include "coio/asio.hpp"
#include "coio/awaitable.hpp"
#include "coio/detail/sync/waiter.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace sync {

template <typename T>
class promise;
template <typename T>
class future;
template <typename T>
std::pair<promise<T>, future<T>> make_future();

namespace detail {

template <typename T>
class future_state {
 public:
  using value_type = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

  // What is called with the state once it is settled.
  struct continuation {
    virtual ~continuation() = default;
    virtual void call(future_state& s) = 0;
  };

  bool settled() const {
    const std::lock_guard lock(lock_);
    return settled_;
  }

  template <typename... Args>
  void resolve(Args&&... args) {
    settle([&] { value_.emplace(std::forward<Args>(args)...); });
  }
  void reject(std::exception_ptr e) {
    settle([&] { exception_ = std::move(e); });
  }

  // Once settled: the result, which is the caller's from now on.
  T take() {
    if (exception_) std::rethrow_exception(exception_);
    if constexpr (!std::is_void_v<T>) return std::move(*value_);
  }

  void then(std::unique_ptr<continuation> c) {
    {
      const std::lock_guard lock(lock_);
      if (!settled_) {
        continuation_ = std::move(c);
        return;
      }
    }
    c->call(*this);
  }

  std::optional<asio::error_code> attempt(waiter&, waiter*&) noexcept {
    if (settled_) return asio::error_code();
    return std::nullopt;
  }
  wait_queue& queue() noexcept { return waiters_; }

 private:
  template <typename Set>
  void settle(Set set) {
    std::unique_ptr<continuation> next;
    waiter* waiting = nullptr;
    {
      const std::lock_guard lock(lock_);
      if (settled_) throw std::future_error(std::future_errc::promise_already_satisfied);
      set();
      settled_ = true;
      next = std::move(continuation_);
      waiting = waiters_.take_all();
    }
    wait_queue::for_each(waiting, [](waiter& w) { w.resume(); });
    if (next) next->call(*this);
  }

  mutable std::mutex lock_;
  bool settled_ = false;
  std::optional<value_type> value_;
  std::exception_ptr exception_;
  std::unique_ptr<continuation> continuation_;
  wait_queue waiters_{lock_};
};

template <typename T>
class get_operation final : public wait_operation<get_operation<T>, T> {
 public:
  explicit get_operation(std::shared_ptr<future_state<T>> s) noexcept : state_(std::move(s)) {}
  get_operation(get_operation&&) = default;

 private:
  friend class wait_operation<get_operation, T>;
  static constexpr const char* waits_for = "sync::future::get";
  void look(coio::detail::wait_view& v) const { v.object = state_.get(); }
  bool at_once() { return state_->settled(); }
  future_state<T>& object() noexcept { return *state_; }
  T finish(const asio::error_code& ec) {
    if (ec) throw asio::system_error(ec, "get");
    return state_->take();
  }

  std::shared_ptr<future_state<T>> state_;
};

}  // namespace detail

/// A value that somebody else provides, later or on another thread.
/**
 * It is used once: by get(), blocking_get(), then() or catch_error().
 *
 * Thread safety: Distinct objects: Safe. Shared objects: Unsafe.
 */
template <typename T>
class future {
 public:
  future(future&&) noexcept = default;
  future& operator=(future&&) noexcept = default;

  /// Waits for the value.
  /**
   * @return The value.
   * @throws asio::system_error The wait was cancelled (asio::error::operation_aborted); the future
   * may be used again. Also what the promise was rejected with; std::future_error
   * (broken_promise) if it was destroyed before.
   */
  [[nodiscard]] auto get() { return detail::get_operation<T>(its_state("get")); }

  /// As get().
  [[nodiscard]] auto operator co_await() { return get(); }

  /// As get(), for plain threads: blocks the calling thread.
  T blocking_get() {
    detail::thread_waiter w;
    const auto shared = its_state("blocking_get");
    detail::block(*shared, w);
    return shared->take();
  }

  /// Whether the value, or an exception, is there.
  [[nodiscard]] bool ready() const { return its_state("ready")->settled(); }

  /// Calls a function with the value, on the thread that resolves the promise, or at once.
  /**
   * @return The future of the function's result. An exception skips the function and is passed on.
   */
  template <typename F>
  auto then(F f) {
    return chain([f = std::move(f)](auto& s) mutable {
      if constexpr (std::is_void_v<T>) {
        s.take();
        return f();
      } else {
        return f(s.take());
      }
    });
  }

  /// Calls a function with the exception, a std::exception_ptr, if there is one.
  /** @return The future of the value, or of what the function returns in its place. */
  template <typename F>
  future<T> catch_error(F f) {
    return chain([f = std::move(f)](auto& s) mutable -> T {
      std::exception_ptr e;
      try {
        return s.take();
      } catch (...) {
        e = std::current_exception();
      }
      return f(e);
    });
  }

 private:
  using state = detail::future_state<T>;

  friend std::pair<promise<T>, future<T>> make_future<T>();
  explicit future(std::shared_ptr<state> s) noexcept : state_(std::move(s)) {}

  template <typename F>
  auto chain(F f) {
    using result = std::invoke_result_t<F&, state&>;
    struct step final : state::continuation {
      step(F function, promise<result> target)
          : function_(std::move(function)), target_(std::move(target)) {}
      void call(state& s) override {
        std::exception_ptr e;
        try {
          if constexpr (std::is_void_v<result>) {
            function_(s);
            target_.resolve();
          } else {
            target_.resolve(function_(s));
          }
          return;
        } catch (...) {
          e = std::current_exception();
        }
        target_.reject(std::move(e));
      }
      F function_;
      promise<result> target_;
    };
    auto [target, next] = make_future<result>();
    its_state("then")->then(std::make_unique<step>(std::move(f), std::move(target)));
    return std::move(next);
  }

  const std::shared_ptr<state>& its_state(const char* function) const {
    if (!state_)
      throw std::logic_error(std::string("coio::sync::future::") + function +
                             ": expected a future of a promise, found one that was moved from");
    return state_;
  }

  std::shared_ptr<state> state_;
};

/// The end that provides the value of a future.
/**
 * Thread safety: Distinct objects: Safe. Shared objects: Unsafe.
 */
template <typename T>
class promise {
 public:
  promise(promise&&) noexcept = default;
  promise& operator=(promise&& other) noexcept {
    promise(std::move(other)).state_.swap(state_);
    return *this;
  }

  /// Rejects the future with std::future_error (broken_promise), if it has not got its value.
  ~promise() {
    if (state_ && !state_->settled())
      state_->reject(std::make_exception_ptr(std::future_error(std::future_errc::broken_promise)));
  }

  /// Provides the value: resolve(value), or resolve() if T is void.
  /** @throws std::future_error promise_already_satisfied. */
  template <typename... Args>
    requires std::is_constructible_v<typename detail::future_state<T>::value_type, Args...>
  void resolve(Args&&... args) {
    its_state().resolve(std::forward<Args>(args)...);
  }

  /// Provides an exception: `reject(std::make_exception_ptr(...))`.
  /** @throws std::future_error promise_already_satisfied. */
  void reject(std::exception_ptr e) { its_state().reject(std::move(e)); }

 private:
  detail::future_state<T>& its_state() const {
    if (!state_)
      throw std::logic_error(
          "coio::sync::promise: expected a promise of a future, found one that was moved from");
    return *state_;
  }
  friend std::pair<promise<T>, future<T>> make_future<T>();
  explicit promise(std::shared_ptr<detail::future_state<T>> s) noexcept : state_(std::move(s)) {}
  std::shared_ptr<detail::future_state<T>> state_;
};

/// Makes a promise and its future: `auto [promise, future] = coio::sync::make_future<int>();`
template <typename T>
[[nodiscard]] std::pair<promise<T>, future<T>> make_future() {
  const auto state = std::make_shared<detail::future_state<T>>();
  return {promise<T>(state), future<T>(state)};
}

}  // namespace sync
}  // namespace COIO_ABI
}  // namespace coio

#endif
