// Awaiting types of other libraries.
#ifndef COIO_DETAIL_CORO_FOREIGN_HPP
#define COIO_DETAIL_CORO_FOREIGN_HPP

#include <coroutine>
#include <exception>
#include <type_traits>
#include <typeinfo>
#include <utility>

#include "coio/asio.hpp"
#include "coio/detail/coro/awaiter.hpp"
#include "coio/detail/coro/fiber.hpp"
#include "coio/detail/coro/result.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

template <typename A>
decltype(auto) foreign_awaiter(A&& a) {
  if constexpr (requires { std::forward<A>(a).operator co_await(); })
    return std::forward<A>(a).operator co_await();
  else if constexpr (requires { operator co_await(std::forward<A>(a)); })
    return operator co_await(std::forward<A>(a));
  else
    return std::forward<A>(a);
}

// Who resumes a coroutine that awaits a type of another library does so on any thread. So a small
// coroutine awaits it in our stead, and its end wakes the fiber.
template <typename A>
class foreign : public operation_base<foreign<A>,
                                      decltype(foreign_awaiter(std::declval<A>()).await_resume())>,
                private suspension {
  using T = decltype(foreign_awaiter(std::declval<A>()).await_resume());

  struct helper {
    struct promise_type {
      fiber& f;
      promise_type(foreign& me) noexcept : f(*me.fiber_) {}
      helper get_return_object() noexcept {
        return {std::coroutine_handle<promise_type>::from_promise(*this)};
      }
      std::suspend_always initial_suspend() const noexcept { return {}; }
      auto final_suspend() noexcept {
        struct waking {
          bool await_ready() const noexcept { return false; }
          void await_suspend(std::coroutine_handle<promise_type> h) const noexcept {
            h.promise().f.complete();
          }
          void await_resume() const noexcept {}
        };
        return waking();
      }
      void return_void() const noexcept {}
      void unhandled_exception() const noexcept {}  // there is none
    };
    std::coroutine_handle<promise_type> handle;
  };

  static helper help(foreign& me) {
    try {
      if constexpr (std::is_void_v<T>)
        co_await static_cast<A&&>(me.awaited_);
      else
        me.result_.keep(co_await static_cast<A&&>(me.awaited_));
    } catch (...) {
      me.result_.fail(std::current_exception());
    }
  }

 public:
  explicit foreign(A&& a) : awaited_(std::forward<A>(a)) {}
  foreign(foreign&& other) : awaited_(std::forward<A>(other.awaited_)) {}
  ~foreign() {
    if (helper_) helper_.destroy();
  }

  bool await_ready() const noexcept { return false; }
  template <typename Promise>
  void await_suspend(std::coroutine_handle<Promise> h) {
    fiber_ = h.promise().its;
    helper_ = help(*this).handle;
    // The other library does not destroy the coroutine, so its context does.
    static constexpr calls ends{nullptr, [](suspension&) noexcept { return true; },
                                [](const suspension&, wait_view& v) { v.type = &typeid(A); }};
    how = &ends;
    fiber_->suspend(frame_of(h), this);
    helper_.resume();
  }
  T await_resume() { return result_.take(); }

 private:
  A awaited_;
  result<T> result_;
  fiber* fiber_ = nullptr;
  std::coroutine_handle<typename helper::promise_type> helper_{};
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
