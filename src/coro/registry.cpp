// The default scheduler, and which scheduler is the current one.
#include <mutex>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include "coio/detail/coro/registry.hpp"
#include "coio/options.hpp"
#include "core/scheduler.hpp"
#include "core/worker.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

// Counts the registries that have been destroyed. A thread that remembers a context compares the
// count, so that it does not mistake a new context at the same address for the old one.
// relaxed: a thread that uses the new context has synchronised with the thread that made it, which
// has synchronised with the destruction of the old one; otherwise the address would not be free.
constinit std::atomic<std::uint64_t> registries_destroyed{0};

struct known_registry {
  io_context* context = nullptr;
  std::uint64_t destroyed = 0;
  registry* its = nullptr;
};
constinit thread_local known_registry known;

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

void start_on(io_context& c, unstarted s) {
  s->enlist(registry_of(c));
  worker* w = worker::innermost();
  if (w && &w->owner.context(0) == &c) return w->push(s.release());
  c.get_executor().require(asio::execution::blocking.never).execute([s = std::move(s)]() mutable {
    s.release()->run();
  });
}

}  // namespace

// Remembers the last result, because asio::use_service locks a mutex and searches a list.
registry& registry_of(io_context& c) {
  const std::uint64_t destroyed = registries_destroyed.load(std::memory_order_relaxed);
  if (known.context != &c || known.destroyed != destroyed)
    known = {&c, destroyed, &asio::use_service<registry>(c)};
  return *known.its;
}

asio::execution_context::id registry::id;

registry::registry(asio::execution_context& c)
    : service(c),
      runners_(
          asio::query(static_cast<io_context&>(c).get_executor(), asio::execution::occupancy)) {}

registry::~registry() {
  registries_destroyed.fetch_add(1, std::memory_order_relaxed);
}

std::size_t registry::count() const noexcept {
  std::int64_t sum = 0;
  for (const line& l : slots_)
    sum += l.count.load(std::memory_order_relaxed);
  return sum > 0 ? static_cast<std::size_t>(sum) : 0;
}

void registry::shutdown() noexcept {
  close();
  runners_.clear();
}

void registry::close() noexcept {
  const std::lock_guard lock(foreign_cancels());
  closed_ = true;
}

std::recursive_mutex& foreign_cancels() noexcept {
  static std::recursive_mutex m;
  return m;
}

bool at_home(const registry* r) noexcept {
  io_context* const c = innermost_context();
  return c && known.context == c && known.its == r;
}

closing::~closing() {
  asio::use_service<registry>(context_).close();
}

std::size_t registry::slot() noexcept {
  static constinit std::atomic<std::size_t> next{0};
  // relaxed: any number serves.
  thread_local const std::size_t mine = next.fetch_add(1, std::memory_order_relaxed);
  return mine % lines;
}

io_context* innermost_context() noexcept {
  worker* w = worker::innermost();
  return w ? static_cast<io_context*>(&w->owner.context(0)) : nullptr;
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
  registry& r = registry_of(context);
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
    context.run();
    lock.lock();
    // Another thread may have spawned after the run.
  } while (r.count() > 0);
}

std::size_t count_coroutines() {
  if (io_context* c = innermost_context()) return registry_of(*c).count();
  default_scheduler& d = the_default();
  const std::lock_guard lock(d.mutex);
  return d.context ? registry_of(*d.context).count() : d.waiting.size();
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
