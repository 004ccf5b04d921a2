// A spawned coroutine: the fiber, with its result and what was called.
#ifndef COIO_DETAIL_CORO_SPAWNED_HPP
#define COIO_DETAIL_CORO_SPAWNED_HPP

#include <exception>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>

#include "coio/asio.hpp"
#include "coio/awaitable.hpp"
#include "coio/detail/coro/current.hpp"
#include "coio/detail/coro/fiber.hpp"
#include "coio/detail/coro/result.hpp"

namespace coio {
inline namespace COIO_ABI {

template <typename T>
class join_handle;

namespace detail {

// What is run as a coroutine, and what it returns: coroutines of the facade's and of Asio's, and
// operations. Everything else is the value of a plain function.
template <typename R>
struct awaited {
  static constexpr bool coroutine = false;
  using type = R;
};
template <typename T>
struct awaited<awaitable<T>> {
  static constexpr bool coroutine = true;
  using type = T;
};
template <typename T, typename Executor>
struct awaited<asio::awaitable<T, Executor>> {
  static constexpr bool coroutine = true;
  using type = T;
};
template <awaiter A>
struct awaited<A> {
  static constexpr bool coroutine = true;
  using type = typename A::value_type;
};

// What can be awaited once, as a coroutine of the facade.
template <typename A>
concept awaited_once = awaited<std::remove_cvref_t<A>>::coroutine && !std::is_lvalue_reference_v<A>;

template <typename A>
using awaited_t = typename awaited<std::remove_cvref_t<A>>::type;

template <typename T, typename A>
awaitable<T> await(A a) {
  co_return co_await std::move(a);
}

// As a coroutine.
template <typename T>
awaitable<T> as_coroutine(awaitable<T>&& a) {
  return std::move(a);
}
template <typename T, typename Executor>
awaitable<T> as_coroutine(asio::awaitable<T, Executor>&& a) {
  return await<T>(std::move(a));
}
template <awaiter A>
awaitable<typename A::value_type> as_coroutine(A&& a) {
  return std::move(a);
}

// As a function that returns it.
template <awaited_once A>
auto as_function(A&& a) {
  return [c = as_coroutine(std::forward<A>(a))]() mutable { return std::move(c); };
}

template <typename F, typename... Args>
using invoked_t = std::invoke_result_t<std::decay_t<F>, std::decay_t<Args>...>;

template <typename F, typename... Args>
using spawn_result_t = typename awaited<invoked_t<F, Args...>>::type;

template <typename T>
class fiber_of : public fiber {
 public:
  // After the end, once: the exception that is to be thrown, or null.
  std::exception_ptr take_failure() noexcept {
    if (std::exchange(taken_, true))
      return std::make_exception_ptr(
          std::logic_error("coio::join_handle::join: the coroutine has been joined already"));
    return this->take_exception();
  }
  // After the end, once.
  T take() {
    if (auto e = take_failure()) std::rethrow_exception(std::move(e));
    return value_.take();
  }
  // If take_failure() gave no exception.
  T take_value() { return value_.take(); }

 protected:
  [[no_unique_address]] value_of<T> value_;
  bool taken_ = false;
};

// The callable lives until the coroutine has ended, and is destroyed before the join completes.
template <typename F, typename... Args>
class spawned final : public fiber_of<spawn_result_t<F, Args...>> {
 public:
  using invoked = std::invoke_result_t<F, Args...>;
  using value_type = spawn_result_t<F, Args...>;

  template <typename G, typename... As>
  explicit spawned(G&& f, As&&... args) : call_(std::forward<G>(f), std::forward<As>(args)...) {}
  ~spawned() override {}

 private:
  bool start() noexcept override {
    try {
      if constexpr (awaited<invoked>::coroutine) {
        awaitable<value_type> a = as_coroutine(invoke());
        if (!a.valid()) throw std::logic_error("coio::spawn: the function returned no coroutine");
        this->resume_at(awaitable_access::begin(a, *this, {}, this->value_));
        return true;
      } else if constexpr (std::is_void_v<value_type>) {
        invoke();
      } else {
        this->value_.keep(invoke());
      }
    } catch (...) {
      this->fail(std::current_exception());
    }
    return false;
  }

  void finish() noexcept override { std::destroy_at(&call_); }

  invoked invoke() {
    return std::apply([](auto&&... parts) -> invoked { return std::invoke(std::move(parts)...); },
                      call_);
  }

  union {
    std::tuple<F, Args...> call_;  // until finish()
  };
};

template <typename T>
using state_ref = ref<fiber_of<T>>;

// Gives join_handle and the functions that spawn access to each other.
struct spawn_access {
  template <typename T>
  static const state_ref<T>& state(const join_handle<T>& h) noexcept {
    return h.state_;
  }

  template <typename T>
  static join_handle<T> handle(state_ref<T> state) noexcept {
    return join_handle<T>(std::move(state));
  }

  template <typename F, typename... Args>
  static auto make(F&& f, Args&&... args) {
    using spawned = detail::spawned<std::decay_t<F>, std::decay_t<Args>...>;
    static_assert(!std::is_reference_v<typename spawned::value_type>,
                  "a coroutine that is spawned returns no reference");
    return new spawned(std::forward<F>(f), std::forward<Args>(args)...);
  }

  // Spawns a coroutine whose end stops the context.
  template <typename F>
  static auto spawn_main(io_context& c, F&& f) {
    auto* const s = make(std::forward<F>(f));
    state_ref<spawn_result_t<F>> state(s);
    unstarted begin(s);
    s->wait(make_task([&c] { c.stop(); }, std::allocator<void>()));
    enqueue(std::move(begin), &c);
    return state;
  }

  // What is to be queued, and the handle.
  template <typename F, typename... Args>
  static auto prepare(unstarted& begin, const std::string* name, F&& f, Args&&... args) {
    using value = spawn_result_t<F, Args...>;
    auto* const s = make(std::forward<F>(f), std::forward<Args>(args)...);
    join_handle<value> handle = spawn_access::handle(state_ref<value>(s));
    begin.reset(s);
    if (name && !name->empty()) s->name(*name);
    return handle;
  }

  // Spawns on the given context, or on the current one if that is null.
  template <typename F, typename... Args>
  static auto spawn(io_context* c, const std::string* name, F&& f, Args&&... args) {
    unstarted begin;
    auto handle = prepare(begin, name, std::forward<F>(f), std::forward<Args>(args)...);
    enqueue(std::move(begin), c);
    return handle;
  }
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
