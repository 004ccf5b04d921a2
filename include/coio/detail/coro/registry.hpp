// The coroutines of a context that are alive, and the context that the calling thread works for.
#ifndef COIO_DETAIL_CORO_REGISTRY_HPP
#define COIO_DETAIL_CORO_REGISTRY_HPP

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

#include "coio/asio.hpp"
#include "coio/detail/coro/runner.hpp"
#include "coio/detail/coro/spawn_state.hpp"
#include "coio/detail/export.hpp"
#include "coio/io_context.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// The coroutines of one io_context that are alive.
class registry : public asio::execution_context::service {
 public:
  using key_type = registry;
  COIO_API static asio::execution_context::id id;

  COIO_API explicit registry(asio::execution_context& c);
  COIO_API ~registry() override;

  // relaxed: the number is informational; finish() orders the rest.
  void add(std::int64_t n) noexcept {
    slots_[slot()].count.fetch_add(n, std::memory_order_relaxed);
  }
  COIO_API std::size_t count() const noexcept;

  // Called before the context is destroyed. From then on, threads that are not its workers cancel
  // no coroutine of the context, because they would use objects that are being destroyed.
  COIO_API void close() noexcept;
  // Returns the idle runners of worker i. Called by its thread.
  runner_list& idle_runners(std::size_t i) noexcept { return runners_[i]; }

  // Called with foreign_cancels() locked.
  bool closed() const noexcept { return closed_; }

 private:
  COIO_API void shutdown() noexcept override;
  COIO_API static std::size_t slot() noexcept;

  // Threads write to different lines.
  static constexpr std::size_t lines = 16;
  struct alignas(64) line {
    std::atomic<std::int64_t> count{0};
  };
  std::array<line, lines> slots_;
  bool closed_ = false;
  std::vector<runner_list> runners_;
};

registry& registry_of(io_context& c);

// Locked while a thread cancels a coroutine of a context of which it is not a worker.
std::recursive_mutex& foreign_cancels() noexcept;

// Returns whether the calling thread is a worker of the registry's context.
bool at_home(const registry* r) noexcept;

// Closes the registry of a context at the end of a scope, before the context is destroyed.
class closing {
 public:
  explicit closing(io_context& c) noexcept : context_(c) {}
  COIO_API ~closing();
  closing(const closing&) = delete;
  closing& operator=(const closing&) = delete;

 private:
  io_context& context_;
};

// Returns the context whose handler the calling thread runs. If there is none, throws
// std::logic_error with the given name of a function.
COIO_API io_context& current_context(const char* function);

// Queues the beginning of a coroutine on the given context. If that is null, on the context of the
// calling thread; if there is none, on the default scheduler.
COIO_API void enqueue(unstarted s, io_context* c);

// Runs the default scheduler. Throws std::logic_error if the caller is a worker, or if another
// thread runs the default scheduler.
COIO_API void run_default(const options& o, hooks h);

// Returns the number of coroutines that are alive in the calling thread's context, or otherwise in
// the default scheduler.
COIO_API std::size_t count_coroutines();

// Returns the metrics of the same context; empty if the default scheduler does not run.
COIO_API context_metrics current_metrics();

// Throws std::logic_error if the calling thread runs a handler of an io_context.
COIO_API void expect_no_worker(const char* function);

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
