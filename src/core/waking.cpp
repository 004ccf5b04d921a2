// How workers are woken: scheduler.hpp and idle_set.hpp have the rules.
#include <thread>

#include "coio/asio.hpp"
#include "core/scheduler.hpp"
#include "core/seam.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// The handler that wakes a worker. Only one for each worker is queued or about to be, so that the
// worker's block of memory serves, unless the worker has become awake without waiting for it.
struct scheduler::wakeup {
  using allocator_type = handler_allocator<void>;
  allocator_type get_allocator() const noexcept { return allocator_type(target.wake_memory); }

  void operator()() const {
    if (worker* w = worker::current(s))
      w->on_wakeup(target);
    else
      s.on_wakeup_elsewhere(target);
  }

  scheduler& s;
  worker& target;
};

void scheduler::post_wakeup(worker& target, bool deferred) noexcept {
  worker* const w = worker::current(*this);
  if (w) w->counters.wakes_given.add(1);
  const wakeup handler{*this, target};
  asio::io_context& where = context(target.place());
  try {
    if (deferred)
      asio::defer(where, handler);
    else
      asio::post(where, handler);
  } catch (const std::bad_alloc&) {
    // The block of memory is with a wake-up that is one too many, and is on its way: it will do.
  }
}

bool scheduler::wake(std::size_t i) noexcept {
  if (!idle_.move(i, worker_state::parked, worker_state::notified)) return false;
  COIO_SEAM();
  post_wakeup(worker_at(i), false);
  return true;
}

void scheduler::wake_all() noexcept {
  for (std::size_t i = 0; i < worker_count(); ++i)
    wake(i);
}

// Whether the worker was woken to search, and has a handler to run first.
bool scheduler::held_up(std::size_t i) const noexcept {
  return idle_.state(i) == worker_state::notified && workers_[i]->busy();
}

void scheduler::wake_for_work() noexcept {
  for (;;) {
    std::size_t searcher = searcher_.load(std::memory_order_seq_cst);
    if (searcher != idle_set::none && !held_up(searcher)) return;
    // relaxed: spreads the searches, no more.
    const std::size_t first =
        worker_count() > 2 ? next_woken_.fetch_add(1, std::memory_order_relaxed) % worker_count()
                           : 0;
    const std::size_t i = idle_.find(first, [this](std::size_t k) { return !workers_[k]->busy(); });
    if (i == idle_set::none) return wake_busy_for_injected();
    if (!searcher_.compare_exchange_strong(searcher, i, std::memory_order_seq_cst)) continue;
    COIO_SEAM();
    if (wake(i)) return;
    // It has been woken for another reason, or woke by itself; it may have passed its last look.
    end_search(i);
  }
}

void scheduler::inject(task* t) {
  injector_.push(t);
  COIO_SEAM();
  // A task that no worker sees, the monitor sees; it may be asleep.
  monitor_.notice();
  // seq_cst: see session::now().
  switch (session_.now()) {
    case session::phase::idle:
      return post_drain();
    case session::phase::asking:
      session_.resume();
      break;
    case session::phase::running:
      break;
    case session::phase::leaving:
      return;  // the end of the session looks
  }
  wake_for_work();
}

// All that are parked are busy with handlers. If there are tasks from outside, one of the workers
// looks afterwards; if none is parked, each looks before it parks.
void scheduler::wake_busy_for_injected() noexcept {
  if (injector_.size() > 0) wake_one([](std::size_t) { return true; });
}

void scheduler::wake_any() noexcept {
  if (!wake_one([this](std::size_t k) { return !workers_[k]->busy(); }))
    wake_one([](std::size_t) { return true; });
}

bool scheduler::call_to_first() noexcept {
  const std::size_t i = idle_.find(0, [this](std::size_t k) {
    const worker& w = *workers_[k];
    return w.place() == k && w.may_join() && !w.busy() && !w.join.load(std::memory_order_relaxed);
  });
  if (i == idle_set::none) return false;
  // relaxed: wake() orders it.
  worker_at(i).join.store(true, std::memory_order_relaxed);
  return wake(i);
}

bool scheduler::receive_for(worker& target) noexcept {
  if (idle_.put_back(target.index)) return true;
  const std::lock_guard lock(session_.lock());
  if (idle_.put_back(target.index)) return true;  // it has a thread again
  target.lose_wakeup();
  return false;
}

// Whether it may have been woken for what a thread of the base cannot do: to look after the shards
// and the tasks that have no worker, and to go home.
bool scheduler::only_for_workers(const worker& target) const noexcept {
  return unattended() || tasks_left_behind() || target.missed_at_home();
}

// Asio prefers the thread that waits for handlers to the one that waits for I/O: the calling
// thread, which has received the wake-up, makes way until the worker has received the next. False
// if the worker is awake.
bool scheduler::make_way(worker& target) noexcept {
  if (!wake(target.index)) return false;
  const auto end = worker::clock::now() + worker::longest_call;
  while (idle_.state(target.index) == worker_state::notified && !session_.leaving() &&
         worker::clock::now() < end)
    std::this_thread::yield();
  return true;
}

// By a thread that runs the shard by way of the base: it runs one task, as it would run one
// handler.
void scheduler::on_wakeup_elsewhere(worker& target) {
  struct again {
    scheduler& s;
    worker& target;
    bool present;
    ~again() {
      // It may have been woken to search. Then the look at the queues is this thread's.
      s.end_search(target.index);
      if (present && s.only_for_workers(target) && s.make_way(target)) return;
      if (target.queue().size() == 0 && s.injector_.size() <= 0)
        s.look();
      else if (!present || !s.wake(target.index))
        s.post_drain();
    }
  } const at_exit{*this, target, receive_for(target)};
  task* t = injector_.pop();
  if (!t) t = target.queue().steal_one();
  if (t) t->run();
}

// ---- Outside a session ----

void scheduler::post_drain() noexcept {
  // seq_cst, here and in drain(): a thread that posts a task and finds the mark set has published
  // the task before; a drain clears the mark before it looks (orders: drain).
  if (closing() || drain_posted_.exchange(true, std::memory_order_seq_cst)) return;
  try {
    asio::post(context(0), [this] { drain(); });
  } catch (...) {
    // No memory. The next session looks.
    drain_posted_.store(false, std::memory_order_release);
  }
}

void scheduler::drain() {
  drain_posted_.store(false, std::memory_order_seq_cst);
  if (worker* w = worker::current(*this)) {
    w->discount_handler();
    if (tasks_queued()) wake(w->index);
    return;
  }
  task* t = injector_.pop();
  if (!t) t = take_left();
  if (!t) return;
  if (tasks_queued()) post_drain();
  struct looking {
    scheduler& s;
    ~looking() { s.look(); }
  } const at_exit{*this};
  t->run();
}

// What the last session has left in the workers' queues.
task* scheduler::take_left() noexcept {
  const std::lock_guard lock(session_.lock());
  if (session_.threads() == 0)
    for (const auto& w : workers_)
      if (task* t = w->take()) return t;
  return nullptr;
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
