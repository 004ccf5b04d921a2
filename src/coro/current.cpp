#include <array>
#include <functional>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

#include "coio/detail/coro/current.hpp"
#include "coio/options.hpp"
#include "core/scheduler.hpp"
#include "core/worker.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

// The context while run() is in progress, and the coroutines that were spawned before.
struct default_scheduler {
  std::mutex mutex;
  io_context* context = nullptr;
  std::vector<unstarted> waiting;
};

default_scheduler& the_default() {
  static default_scheduler s;
  return s;
}

// The number of coroutines that foreign threads have taken and not yet queued, by a hash of their
// scheduler. Schedulers that share a counter wait a little longer, and no more than that.
std::array<std::atomic<std::size_t>, 64> foreign_wakes;

std::atomic<std::size_t>& foreign_wakes_of(const scheduler& s) noexcept {
  return foreign_wakes[std::hash<const scheduler*>()(&s) / alignof(scheduler) %
                       foreign_wakes.size()];
}

void start_on(io_context& c, unstarted s) {
  scheduler& owner = executor_access::owner(c.get_executor());
  s->own(owner);
  owner.count_coroutine(1);
  submit(owner, s.release());
}

}  // namespace

void begin_foreign_wake(const scheduler& s) noexcept {
  // seq_cst: pairs with scheduler::close(), which says that the context is at its end, then waits
  // for these. Either it sees this thread, or this thread sees that, in post_drain() (orders:
  // foreign_begin).
  foreign_wakes_of(s).fetch_add(1, std::memory_order_seq_cst);
}

void end_foreign_wake(const scheduler& s) noexcept {
  // release: pairs with wait_for_foreign_wakes(), after which this thread no longer uses the
  // scheduler (orders: foreign_end).
  foreign_wakes_of(s).fetch_sub(1, std::memory_order_release);
}

void wait_for_foreign_wakes(const scheduler& s) noexcept {
  // seq_cst: see begin_foreign_wake(); acquire is in it: see end_foreign_wake().
  while (foreign_wakes_of(s).load(std::memory_order_seq_cst) != 0)
    std::this_thread::yield();
}

closing::~closing() {
  executor_access::owner(context_.get_executor()).seal();
}

io_context* innermost_context() noexcept {
  if (worker* const w = worker::innermost()) return static_cast<io_context*>(&w->owner.context(0));
  // A thread in the run() of the base is no worker, but runs coroutines.
  const fiber* const f = fiber::innermost();
  return f ? &f->context() : nullptr;
}

io_context& current_context(const char* function) {
  if (io_context* c = innermost_context()) return *c;
  throw std::logic_error(std::string(function) +
                         ": expected to be called by a coroutine of a scheduler, found a thread "
                         "that is none of its workers");
}

void expect_no_worker(const char* function) {
  if (worker::innermost())
    throw std::logic_error(std::string(function) +
                           ": expected to be called outside all schedulers, found a worker");
}

void enqueue(unstarted s, io_context* c) {
  if (!c) c = innermost_context();
  if (c) return start_on(*c, std::move(s));
  default_scheduler& d = the_default();
  const std::lock_guard lock(d.mutex);
  if (d.context)
    start_on(*d.context, std::move(s));
  else
    d.waiting.push_back(std::move(s));
}

void run_default(const options& o, hooks h) {
  expect_no_worker("coio::scheduler::run");
  io_context context(o, std::move(h));
  const closing at_end(context);
  default_scheduler& d = the_default();
  std::unique_lock lock(d.mutex);
  if (d.context)
    throw std::logic_error(
        "coio::scheduler::run: expected the default scheduler to be idle, found it run by another "
        "thread");
  // Threads that are not workers spawn with the mutex locked.
  d.context = &context;
  struct not_running {
    default_scheduler& d;
    std::unique_lock<std::mutex>& lock;
    ~not_running() {
      if (!lock.owns_lock()) lock.lock();
      d.context = nullptr;
      lock.unlock();
    }
  } at_exit{d, lock};
  for (unstarted& s : std::exchange(d.waiting, {}))
    start_on(context, std::move(s));
  do {
    context.restart();
    lock.unlock();
    run_watched(context);
    lock.lock();
    // Another thread may have spawned after the run.
  } while (executor_access::owner(context.get_executor()).coroutines() > 0);
}

std::size_t count_coroutines() {
  if (io_context* c = innermost_context())
    return executor_access::owner(c->get_executor()).coroutines();
  default_scheduler& d = the_default();
  const std::lock_guard lock(d.mutex);
  return d.context ? executor_access::owner(d.context->get_executor()).coroutines()
                   : d.waiting.size();
}

void with_current(const std::function<void(io_context&)>& f) {
  io_context* c = innermost_context();
  if (worker::innermost()) return f(*c);
  // A thread that is no worker does not keep the context, though it may run a coroutine of it.
  const std::lock_guard alive(scheduler::outsiders());
  if (!c) {
    default_scheduler& d = the_default();
    const std::lock_guard lock(d.mutex);
    c = d.context;
  }
  if (c && !executor_access::owner(c->get_executor()).sealed()) f(*c);
}

context_metrics current_metrics() {
  if (io_context* c = innermost_context()) return c->metrics();
  default_scheduler& d = the_default();
  const std::lock_guard lock(d.mutex);
  return d.context ? d.context->metrics() : context_metrics();
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
