#include "coio/detail/coro/runner.hpp"

#include <cstdint>
#include <exception>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

#include "coio/detail/coro/registry.hpp"
#include "core/scheduler.hpp"
#include "core/worker.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

// The most idle runners that a worker keeps: enough for bursts, at about a kilobyte each.
constexpr std::size_t most_idle = 1024;

}  // namespace

// The completion handler of the runner's coroutine; it owns the runner. It has no associated
// executor, because Asio would then pass on a cancellation through that executor, and so later.
struct runner::keeper {
  using cancellation_slot_type = asio::cancellation_slot;

  std::unique_ptr<runner> r;

  cancellation_slot_type get_cancellation_slot() const noexcept { return r->signal_.slot(); }
  void operator()(std::exception_ptr e) noexcept {
    if (r->job_) {  // there was no memory for its loop
      r->count(1);
      r->end_job(std::move(e));
    }
    r->count(std::exchange(r->counted_, 0));
  }
};

runner::runner(io_context& c)
    : scheduler_(worker::innermost()->owner), registry_(registry_of(c)), gate_(*gate::make()) {}

void runner::launch(io_context& c, loop l) {
  std::unique_ptr<runner> r(new runner(c));
  runner* const p = r.get();
  worker& w = *worker::innermost();
  const auto before = w.work.get();
  asio::co_spawn(
      coroutine_executor(c.get_executor(), &p->gate_), [p, l] { return l(*p, true); },
      keeper{std::move(r)});
  // co_spawn has counted the runner's coroutine as work, once or twice, and takes that back when it
  // ends. An idle runner is no work, so the count is taken back until then. The worker may have
  // moved some of its work meanwhile.
  p->counted_ = (w.work.get() - before + worker::moved_work) % worker::moved_work;
  p->count(-p->counted_);
}

runner* runner::get(loop l) {
  io_context& c = *innermost_context();
  runner_list& idle = registry_of(c).idle_runners(worker::innermost()->index);
  if (!idle.first_) launch(c, l);  // the new runner adds itself to the list
  runner* const r = idle.first_;
  idle.first_ = r->next_;
  --idle.length_;
  return r;
}

void runner::run(ref<spawn_state> s, loop l) {
  const gate_scope inside(gate_);
  cancelled_ = !s->begin(gate_, signal_);
  job_ = std::move(s);
  loop_ = l;
  resume_(*this, true);
}

// Adds to the calling worker's outstanding work.
void runner::count(std::int64_t n) {
  for (; n > 0; --n)
    work_started(scheduler_);
  for (; n < 0; ++n)
    work_finished(scheduler_);
}

std::exception_ptr runner::begin_job() {
  count(1);
  return cancelled_ ? aborted() : nullptr;
}

void runner::end_job(std::exception_ptr e) noexcept {
  const ref<spawn_state> job = std::move(job_);
  job->drop_callable();
  // From here on a cancel() has no effect.
  if (e)
    job->fail(std::move(e));
  else
    job->finish();
  count(-1);
}

bool runner::stays() noexcept {
  if (list().length_ < most_idle) return true;
  loop_ = nullptr;
  count(std::exchange(counted_, 0));
  return false;
}

awaitable<void> runner::park() {
  return asio::async_initiate<const use_awaitable_t, void()>(
      [](auto handler, runner* r) { r->wait(std::move(handler)); }, use_awaitable, this);
}

template <typename Handler>
void runner::wait(Handler&& h) {
  using handler = std::decay_t<Handler>;
  static_assert(sizeof(handler) <= sizeof(handler_) && alignof(handler) <= alignof(void*));
  ::new (static_cast<void*>(handler_)) handler(std::forward<Handler>(h));
  resume_ = [](runner& r, bool resume) {
    auto* const p = std::launder(reinterpret_cast<handler*>(r.handler_));
    handler moved(std::move(*p));
    p->~handler();
    if (resume) std::move(moved)();
  };
  runner_list& idle = list();
  next_ = std::exchange(idle.first_, this);
  ++idle.length_;
}

// The runner's coroutine has ended, or is being destroyed, and with it the coroutine that it runs.
runner::~runner() {
  if (job_) {
    job_->drop_callable();
    job_->abandon();
  }
  const gate_scope inside(gate_);
  gate_.retire();
}

runner_list::~runner_list() {
  while (runner* const r = first_) {
    first_ = r->next_;
    r->destroy();
  }
}

// Returns the list of the worker that the calling thread is in the runner's scheduler. The thread
// may at the same time be a worker of another scheduler.
runner_list& runner::list() noexcept {
  return registry_.idle_runners(worker::current(scheduler_)->index);
}

void run_coroutine(ref<spawn_state> s, runner::loop l) {
  runner* r = nullptr;
  try {
    r = runner::get(l);
  } catch (...) {
    s->drop_callable();
    s->fail(std::current_exception());
    return;
  }
  r->run(std::move(s), l);
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
