// The callable of a spawned coroutine, together with its state.
#ifndef COIO_DETAIL_CORO_SPAWNED_HPP
#define COIO_DETAIL_CORO_SPAWNED_HPP

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
#include "coio/detail/coro/registry.hpp"
#include "coio/detail/coro/runner.hpp"
#include "coio/detail/coro/spawn_state.hpp"
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

// The coroutine's reference to its state. Abandons the coroutine unless taken.
template <typename Spawned>
class unfinished {
 public:
  explicit unfinished(Spawned* state) noexcept : state_(state) {}
  unfinished(unfinished&&) noexcept = default;
  unfinished& operator=(unfinished&&) = delete;
  ~unfinished() {
    if (!state_) return;
    state_->drop_callable();
    state_->abandon();
  }

  ref<Spawned> take() noexcept { return std::move(state_); }

 private:
  ref<Spawned> state_;
};

// The completion handler of a coroutine that returns a plain asio::awaitable; runners do not run
// those.
template <typename Spawned>
class completion {
 public:
  using cancellation_slot_type = asio::cancellation_slot;

  explicit completion(Spawned* state)
      : state_(state), signal_(new asio::cancellation_signal), gate_(gate::make()) {}
  completion(completion&& other) noexcept
      : state_(std::move(other.state_)),
        signal_(std::move(other.signal_)),
        gate_(std::exchange(other.gate_, nullptr)) {}
  completion& operator=(completion&&) = delete;
  ~completion() {
    { const unfinished<Spawned> abandoned(std::move(state_)); }
    if (!gate_) return;
    const gate_scope inside(*gate_);
    gate_->retire();
  }

  gate& its_gate() const noexcept { return *gate_; }
  asio::cancellation_signal& signal() const noexcept { return *signal_; }
  cancellation_slot_type get_cancellation_slot() const noexcept { return signal_->slot(); }

  void operator()(std::exception_ptr e) {
    const ref<Spawned> state = state_.take();
    state->drop_callable();
    if (e)
      state->fail(std::move(e));
    else
      state->finish();
  }

 private:
  unfinished<Spawned> state_;
  std::unique_ptr<asio::cancellation_signal> signal_;
  gate* gate_;
};

template <typename Spawned>
asio::awaitable<void, typename Spawned::result_type::executor_type> invoke_and_keep(
    Spawned& state) {
  if constexpr (std::is_void_v<typename Spawned::value_type>)
    co_await state.invoke();
  else
    state.keep(co_await state.invoke());
}

// The state together with the callable, which is destroyed at the end of the coroutine, before the
// join completes.
template <typename F, typename... Args>
class spawned final : public spawn_state_of<spawn_result_t<F, Args...>> {
 public:
  using result_type = std::invoke_result_t<F, Args...>;
  using value_type = spawn_result_t<F, Args...>;

  template <typename G, typename... As>
  explicit spawned(G&& f, As&&... args)
      : spawn_state_of<value_type>(&spawned::run_task),
        call_(std::in_place, std::forward<G>(f), std::forward<As>(args)...) {}

  result_type invoke() {
    return std::apply(
        [](auto&&... parts) -> result_type { return std::invoke(std::move(parts)...); }, *call_);
  }

  void drop_callable() noexcept override { call_.reset(); }

  awaitable<value_type> coroutine() override {
    if constexpr (runnable)
      return invoke();
    else
      return {};
  }

 private:
  // Whether a runner can await it.
  static constexpr bool runnable = std::is_same_v<result_type, awaitable<value_type>>;

  static void run_task(task* t, bool run) {
    unfinished<spawned> owned(static_cast<spawned*>(t));
    if (run) owned.take().leak()->start();
  }

  // Takes over the coroutine's reference.
  void start() {
    if (this->cancelled()) return end(aborted());
    if constexpr (runnable)
      run_coroutine(ref<spawn_state_of<value_type>>(this));
    else if constexpr (is_awaitable<result_type>::value)
      co_spawn();
    else
      end(call());
  }

  void end(std::exception_ptr e) {
    const ref<spawned> self(this);
    drop_callable();
    if (e)
      this->fail(std::move(e));
    else
      this->finish();
  }

  // Calls a plain function.
  std::exception_ptr call() {
    try {
      if constexpr (std::is_void_v<value_type>)
        invoke();
      else
        this->keep(invoke());
      return nullptr;
    } catch (...) {
      return std::current_exception();
    }
  }

  // Starts a coroutine that returns a plain asio::awaitable.
  void co_spawn() {
    completion<spawned> done(this);
    const gate_scope inside(done.its_gate());
    if (!this->begin(done.its_gate(), done.signal())) return done(aborted());
    const coroutine_executor executor(innermost_context()->get_executor(), &done.its_gate());
    asio::co_spawn(
        executor, [this] { return invoke_and_keep(*this); }, std::move(done));
  }

  std::optional<std::tuple<F, Args...>> call_;
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

  // Spawns a coroutine whose end stops the context.
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

  // Spawns on the given context, or on the current one if that is null.
  template <typename F, typename... Args>
  static auto spawn_on(io_context* c, std::string name, F&& f, Args&&... args) {
    using spawned = detail::spawned<std::decay_t<F>, std::decay_t<Args>...>;
    using value = typename spawned::value_type;
    static_assert(!std::is_reference_v<value>, "a coroutine that is spawned returns no reference");
    auto* state = new spawned(std::forward<F>(f), std::forward<Args>(args)...);
    join_handle<value> handle{state_ref<value>(state)};
    unstarted s(state);
    if (!name.empty()) state->name(std::move(name));
    enqueue(std::move(s), c);
    return handle;
  }
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
