// Runners: coroutines that run spawned coroutines, one after the other.
//
// For each coroutine, asio::co_spawn makes a coroutine frame, a thread of execution, two
// cancellation states and two units of outstanding work, and posts the end. A runner pays for this
// once. Each worker keeps its idle runners. Most spawned coroutines end soon, and many are never
// suspended, so few runners serve many coroutines.
#ifndef COIO_DETAIL_CORO_RUNNER_HPP
#define COIO_DETAIL_CORO_RUNNER_HPP

#include <cstddef>
#include <cstdint>
#include <exception>
#include <type_traits>
#include <utility>

#include "coio/asio.hpp"
#include "coio/awaitable.hpp"
#include "coio/detail/coro/gate.hpp"
#include "coio/detail/coro/spawn_state.hpp"
#include "coio/detail/export.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

class runner;

// The idle runners of one worker. Used by its thread alone.
class runner_list {
 public:
  runner_list() = default;
  runner_list(runner_list&&) noexcept = default;
  ~runner_list();

 private:
  friend class runner;
  runner* first_ = nullptr;
  std::size_t length_ = 0;
};

// A runner's coroutine is a loop that awaits coroutines of one result type T. For a coroutine of
// another result type it awaits another loop, which returns when the next coroutine is not one of
// its type. So a spawned coroutine has no frame but its own.
class runner {
 public:
  runner(const runner&) = delete;
  runner& operator=(const runner&) = delete;
  ~runner();

  static void* operator new(std::size_t size) { return allocate_task(size); }
  static void operator delete(void* p, std::size_t size) noexcept { deallocate_task(p, size); }

  using loop = awaitable<void> (*)(runner&, bool outer);

  template <typename T>
  static awaitable<void> run_those_of(runner& r, bool outer) {
    if (outer) co_await r.park();
    do {
      if (r.loop_ != &runner::run_those_of<T>) {
        co_await r.loop_(r, false);
        continue;
      }
      std::exception_ptr e = r.begin_job();
      if (!e) try {
          auto& job = static_cast<spawn_state_of<T>&>(*r.job_);
          if constexpr (std::is_void_v<T>)
            co_await job.coroutine();
          else
            job.keep(co_await job.coroutine());
        } catch (...) {
          e = std::current_exception();
        }
      r.end_job(std::move(e));
      // Remove what cancel() and the coroutine have changed.
      co_await asio::this_coro::reset_cancellation_state();
      co_await asio::this_coro::throw_if_cancelled(true);
      if (r.stays()) co_await r.park();
    } while (outer ? r.loop_ != nullptr : r.loop_ == &runner::run_those_of<T>);
  }

  // Returns an idle runner of the calling worker, or a new one with the given loop.
  static runner* get(loop l);

  // Runs the coroutine until it is suspended or ends. The runner may then be busy or destroyed.
  void run(ref<spawn_state> s, loop l);

  // Destroys an idle runner, by way of its coroutine, which owns it.
  void destroy() { resume_(*this, false); }

 private:
  friend class runner_list;
  struct keeper;

  explicit runner(io_context& c);
  static void launch(io_context& c, loop l);
  void count(std::int64_t n);
  runner_list& list() noexcept;
  template <typename Handler>
  void wait(Handler&& h);

  // Returns operation_aborted if the coroutine has been cancelled, otherwise null.
  COIO_API std::exception_ptr begin_job();
  COIO_API void end_job(std::exception_ptr e) noexcept;
  // Returns whether the runner is to wait for the next coroutine. If the worker has too many idle
  // runners, returns false, and the loops return.
  COIO_API bool stays() noexcept;
  // Waits for the next coroutine.
  COIO_API awaitable<void> park();

  scheduler& scheduler_;
  registry& registry_;
  gate& gate_;
  asio::cancellation_signal signal_;
  ref<spawn_state> job_;
  loop loop_ = nullptr;
  bool cancelled_ = false;
  std::int64_t counted_ = 0;
  // While the runner is idle.
  runner* next_ = nullptr;
  void (*resume_)(runner&, bool resume) = nullptr;
  alignas(void*) std::byte handler_[2 * sizeof(void*)];
};

// Runs the coroutine. Called by a worker, at the beginning of a task. Takes over the coroutine's
// reference.
COIO_API void run_coroutine(ref<spawn_state> s, runner::loop l);

template <typename T>
void run_coroutine(ref<spawn_state_of<T>> s) {
  run_coroutine(ref<spawn_state>(std::move(s)), &runner::run_those_of<T>);
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
