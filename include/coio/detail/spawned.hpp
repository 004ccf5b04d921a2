// A callable on its way to being a coroutine, and its state.
#ifndef COIO_DETAIL_SPAWNED_HPP
#define COIO_DETAIL_SPAWNED_HPP

#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>

#include "coio/asio.hpp"
#include "coio/awaitable.hpp"
#include "coio/detail/current.hpp"
#include "coio/detail/spawn_state.hpp"
#include "coio/join_handle.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

template <typename R>
struct awaited {
  using type = R;
};
template <typename T, typename Executor>
struct awaited<asio::awaitable<T, Executor>> {
  using type = T;
};

template <typename F, typename... Args>
using spawn_result_t =
    typename awaited<std::invoke_result_t<std::decay_t<F>, std::decay_t<Args>...>>::type;

// The state together with the callable, which is destroyed when the coroutine has ended, before
// anybody hears of the end.
template <typename F, typename... Args>
class spawned final : public spawn_state_of<spawn_result_t<F, Args...>> {
 public:
  using result_type = std::invoke_result_t<F, Args...>;
  using value_type = spawn_result_t<F, Args...>;

  template <typename G, typename... As>
  explicit spawned(G&& f, As&&... args)
      : call_(std::in_place, std::forward<G>(f), std::forward<As>(args)...) {}

  result_type invoke() {
    return std::apply(
        [](auto&&... parts) -> result_type { return std::invoke(std::move(parts)...); }, *call_);
  }

  void drop_callable() noexcept { call_.reset(); }

 private:
  std::optional<std::tuple<F, Args...>> call_;
};

// The completion handler of the coroutine; holds its reference of the state.
template <typename Spawned>
class completion {
 public:
  using cancellation_slot_type = asio::cancellation_slot;

  explicit completion(Spawned* state) noexcept : state_(state) {}
  completion(completion&&) noexcept = default;
  completion& operator=(completion&&) = delete;
  ~completion() {
    if (state_) {
      state_->drop_callable();
      state_->abandon();
    }
  }

  cancellation_slot_type get_cancellation_slot() const noexcept { return state_->slot(); }

  Spawned& state() const noexcept { return *state_; }

  // Instead of the coroutine.
  void cancelled() {
    const ref<Spawned> state = std::move(state_);
    state->drop_callable();
    state->fail(aborted());
  }

  void operator()(std::exception_ptr e) {
    const ref<Spawned> state = std::move(state_);
    state->drop_callable();
    if (e)
      state->fail(std::move(e));
    else
      state->finish();
  }

  template <typename T>
  void operator()(std::exception_ptr e, T&& value) {
    const ref<Spawned> state = std::move(state_);
    state->drop_callable();
    if (e)
      state->fail(std::move(e));
    else
      state->succeed(std::forward<T>(value));
  }

 private:
  ref<Spawned> state_;
};

// asio::co_spawn needs a default constructor of the result, and this does not.
template <typename Spawned>
awaitable<void> without_default(Spawned& state) {
  state.keep(co_await state.invoke());
}

// The task with which it begins.
template <typename Spawned>
class start {
 public:
  explicit start(Spawned* state) noexcept : completion_(state) {}

  void operator()() {
    Spawned& state = completion_.state();
    const gate_scope inside(state.its_gate());
    if (state.cancelled()) return completion_.cancelled();
    using result = typename Spawned::result_type;
    using value = typename Spawned::value_type;
    if constexpr (is_awaitable<result>::value) {
      const coroutine_executor executor(innermost_context()->get_executor(), state.its_gate());
      if constexpr (std::is_void_v<value>)
        asio::co_spawn(
            executor, [&state] { return state.invoke(); }, std::move(completion_));
      else if constexpr (std::is_default_constructible_v<value>)
        asio::co_spawn(
            executor, [&state] { return state.invoke(); }, std::move(completion_));
      else
        asio::co_spawn(executor, without_default(state), std::move(completion_));
    } else {
      try {
        if constexpr (std::is_void_v<value>) {
          state.invoke();
          completion_(nullptr);
        } else {
          completion_(nullptr, state.invoke());
        }
      } catch (...) {
        completion_(std::current_exception());
      }
    }
  }

 private:
  completion<Spawned> completion_;
};

struct spawn_access {
  template <typename T, typename CompletionToken>
  static auto async_end(const join_handle<T>& h, CompletionToken&& token) {
    return detail::async_end(h.state_, std::forward<CompletionToken>(token));
  }

  template <typename T>
  static state_ref<T> state(join_handle<T> h) {
    return std::move(h.state_);
  }

  template <typename T>
  static join_handle<T> handle(state_ref<T> state) {
    return join_handle<T>(std::move(state));
  }

  // A coroutine whose end stops the context.
  template <typename F>
  static auto spawn_main(io_context& c, F&& f) {
    auto state = std::move(spawn_on(&c, std::string(), std::forward<F>(f)).state_);
    state->wait(make_task([&c] { c.stop(); }, std::allocator<void>()));
    return state;
  }

  template <typename F, typename... Args>
  static auto spawn(std::string name, F&& f, Args&&... args) {
    return spawn_on(nullptr, std::move(name), std::forward<F>(f), std::forward<Args>(args)...);
  }

  // On the given context, or the current one if that is null.
  template <typename F, typename... Args>
  static auto spawn_on(io_context* c, std::string name, F&& f, Args&&... args) {
    using spawned = detail::spawned<std::decay_t<F>, std::decay_t<Args>...>;
    using value = typename spawned::value_type;
    static_assert(!std::is_reference_v<value>, "a coroutine that is spawned returns no reference");
    auto* state = new spawned(std::forward<F>(f), std::forward<Args>(args)...);
    join_handle<value> handle{state_ref<value>(state)};
    start<spawned> s(state);
    if constexpr (is_awaitable<typename spawned::result_type>::value) state->make_gate();
    if (!name.empty()) state->name(std::move(name));
    enqueue(*state, task_ptr(make_task(std::move(s), std::allocator<void>())), c);
    return handle;
  }
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
