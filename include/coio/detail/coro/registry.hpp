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

  // relaxed: a number for information; finish() orders what matters.
  void add(std::int64_t n) noexcept {
    slots_[slot()].count.fetch_add(n, std::memory_order_relaxed);
  }
  COIO_API std::size_t count() const noexcept;

  // Before the context goes: from now on no thread that is none of its workers cancels a coroutine
  // of the context, which would reach for what is being destroyed.
  COIO_API void close() noexcept;
  // The runners that worker i keeps; for its thread.
  runner_list& idle_runners(std::size_t i) noexcept { return runners_[i]; }

  // With foreign_cancels() held.
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

// Held while a thread cancels a coroutine of a context whose worker it is not.
std::recursive_mutex& foreign_cancels() noexcept;

// Whether the calling thread is a worker of the registry's context.
bool at_home(const registry* r) noexcept;

// Closes the registry of a context at the end of a scope, before the context goes.
class closing {
 public:
  explicit closing(io_context& c) noexcept : context_(c) {}
  COIO_API ~closing();
  closing(const closing&) = delete;
  closing& operator=(const closing&) = delete;

 private:
  io_context& context_;
};

// The context whose handler the calling thread runs; throws std::logic_error, with the name of the
// function that was called, if there is none.
COIO_API io_context& current_context(const char* function);

// Queues what is to begin: on the given context, or if that is null on the calling thread's, or if
// there is none on the default scheduler.
COIO_API void enqueue(unstarted s, io_context* c);

// Of the default scheduler. Throws std::logic_error within a worker and while another thread runs
// it.
COIO_API void run_default(const options& o, hooks h);

// The coroutines of the calling thread's context that are alive, or of the default scheduler.
COIO_API std::size_t count_coroutines();

// Of the same context; empty if the default scheduler does not run.
COIO_API context_metrics current_metrics();

// Throws std::logic_error if the calling thread runs a handler of an io_context.
COIO_API void expect_no_worker(const char* function);

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
