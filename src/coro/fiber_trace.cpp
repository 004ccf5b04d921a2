// What a fiber leaves in the trace of the worker that runs it.
#include "coio/detail/coro/fiber.hpp"
#include "core/worker.hpp"
#include "core/worker_frame.hpp"
#include "platform/clock.hpp"
#include "trace/trace_ring.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

// That of the calling thread's worker, or null.
trace_ring* ring_here() noexcept {
  const worker_frame* const here = top_frame();
  return here ? here->w->trace : nullptr;
}

}  // namespace

void fiber::resume_recorded() noexcept {
  trace_ring* const r = ring_here();
  const std::int64_t began = steady_now();
  next_.resume();
  if (r)
    r->span(trace_kind::coroutine, began, id(),
            ended_ ? std::source_location() : next_.promise().at);
}

bool fiber::start_recorded() noexcept {
  trace_ring* const r = ring_here();
  if (r && name_) r->name(id(), *name_);
  const std::int64_t began = steady_now();
  const bool goes_on = start();
  if (r && !goes_on) r->span(trace_kind::coroutine, began, id());
  return goes_on;
}

// This worker has queued it.
void fiber::record_queued() const noexcept {
  if (trace_ring* const r = ring_here()) r->instant(trace_kind::wake, id());
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
