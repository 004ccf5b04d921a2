#include "coio/detail/runner.hpp"

#include <cstdint>
#include <exception>
#include <new>
#include <type_traits>
#include <utility>

#include "coio/detail/current.hpp"
#include "scheduler.hpp"
#include "worker.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

// Idle runners that a worker keeps: enough for bursts, and a few kilobytes each.
constexpr std::size_t most_idle = 64;

}  // namespace

class runner {
 public:
  runner(const runner&) = delete;
  runner& operator=(const runner&) = delete;
  ~runner();

  // The calling worker's idle runner, or a new one.
  static runner* get(runner_list& idle, worker& w) {
    if (!idle.first_) launch(w);  // it goes to the list
    runner* const r = idle.first_;
    idle.first_ = r->next_;
    --idle.length_;
    return r;
  }

  // Runs the coroutine up to where it is suspended or ends. The runner may be busy or gone then.
  void run(ref<spawn_state> s) {
    const gate_scope inside(gate_);
    cancelled_ = !s->begin(gate_, signal_);
    job_ = std::move(s);
    resume_(*this, true);
  }

  // Destroys an idle runner: its coroutine holds it.
  void destroy() { resume_(*this, false); }

 private:
  friend class runner_list;

  runner() : gate_(*gate::make()) {}

  // The completion handler of the runner's coroutine, which it goes with. It has no executor of its
  // own: with one, Asio would pass cancellation on through it, that is, later.
  struct keeper {
    using cancellation_slot_type = asio::cancellation_slot;

    std::unique_ptr<runner> r;

    cancellation_slot_type get_cancellation_slot() const noexcept { return r->signal_.slot(); }
    void operator()(const std::exception_ptr&) noexcept {}
  };

  static void launch(worker& w) {
    std::unique_ptr<runner> r(new runner);
    runner* const p = r.get();
    io_context& c = *innermost_context();
    const auto before = w.work.get();
    asio::co_spawn(
        coroutine_executor(c.get_executor(), &p->gate_), [p] { return p->run_all(); },
        keeper{std::move(r)});
    // co_spawn has counted the coroutine as work, once or twice, which it is not while it is idle.
    p->counted_ = w.work.get() - before;
    count(-p->counted_);
  }

  // Outstanding work, for the calling worker.
  static void count(std::int64_t n) {
    scheduler& s = worker::innermost()->owner;
    for (; n > 0; --n)
      work_started(s);
    for (; n < 0; ++n)
      work_finished(s);
  }

  awaitable<void> run_all() {
    do {
      co_await asio::async_initiate<const use_awaitable_t, void()>(
          [](auto handler, runner* r) { r->park(std::move(handler)); }, use_awaitable, this);
      count(1);
      std::exception_ptr e;
      if (cancelled_) {
        e = std::make_exception_ptr(asio::system_error(asio::error::operation_aborted));
      } else {
        try {
          co_await job_->run();
        } catch (...) {
          e = std::current_exception();
        }
      }
      const ref<spawn_state> job = std::move(job_);
      job->drop_callable();
      // From here on nobody can cancel; what cancel() has left is wiped away.
      if (e)
        job->fail(std::move(e));
      else
        job->finish();
      count(-1);
      co_await asio::this_coro::reset_cancellation_state();
      co_await asio::this_coro::throw_if_cancelled(true);
    } while (list().length_ < most_idle);
    count(counted_);
  }

  static runner_list& list();

  template <typename Handler>
  void park(Handler&& h) {
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

  gate& gate_;
  asio::cancellation_signal signal_;
  ref<spawn_state> job_;
  bool cancelled_ = false;
  std::int64_t counted_ = 0;
  // While it is idle.
  runner* next_ = nullptr;
  void (*resume_)(runner&, bool resume) = nullptr;
  alignas(void*) std::byte handler_[2 * sizeof(void*)];
};

// Its coroutine has ended, or is being destroyed; then a coroutine that it runs is, too.
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

runner_list& runner::list() {
  worker& w = *worker::innermost();
  return roster_of(*innermost_context()).idle_runners(w.index);
}

void run_coroutine(ref<spawn_state> s) {
  worker& w = *worker::innermost();
  runner* r = nullptr;
  try {
    r = runner::get(roster_of(*innermost_context()).idle_runners(w.index), w);
  } catch (...) {
    s->drop_callable();
    s->fail(std::current_exception());
    return;
  }
  r->run(std::move(s));
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
