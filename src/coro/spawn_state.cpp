#include "coio/detail/coro/spawn_state.hpp"

#include <mutex>
#include <optional>
#include <stdexcept>

#include "coio/detail/coro/registry.hpp"
#include "coio/join_handle.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

// Returns whether this is the exception with which a coroutine ends because of cancel().
bool is_aborted(const std::exception_ptr& e) {
  try {
    std::rethrow_exception(e);
  } catch (const asio::system_error& error) {
    return error.code() == asio::error::operation_aborted;
  } catch (...) {
    return false;
  }
}

}  // namespace

spawn_state::~spawn_state() {
  // relaxed: release() orders the other owners' writes before this.
  if (exception_ && !(cancelled_.load(std::memory_order_relaxed) && is_aborted(exception_)))
    report_unhandled(name_, exception_);
}

bool spawn_state::wait(task* waiter) noexcept {
  task* other = nullptr;
  // release: pairs with finish(), which runs the waiter. acquire: as in done().
  return waiter_.compare_exchange_strong(other, waiter, std::memory_order_acq_rel,
                                         std::memory_order_acquire);
}

bool spawn_state::unwait(task* waiter) noexcept {
  // acquire: the caller reads what wait() published. relaxed on failure: nothing is read.
  return waiter_.compare_exchange_strong(waiter, nullptr, std::memory_order_acquire,
                                         std::memory_order_relaxed);
}

bool spawn_state::begin(gate& g, asio::cancellation_signal& s) noexcept {
  signal_ = &s;
  g.own(this);
  // seq_cst, twice: pairs with cancel(), which stores cancelled_, then loads gate_. At least one of
  // the two functions sees the other's store.
  gate_.store(&g, std::memory_order_seq_cst);
  return !cancelled_.load(std::memory_order_seq_cst);
}

void spawn_state::finish() noexcept {
  // relaxed, twice: this is the coroutine's own thread.
  if (gate* const g = gate_.load(std::memory_order_relaxed)) g->own(nullptr);
  if (registry* const r = registry_.load(std::memory_order_relaxed)) r->add(-1);
  // release: publishes the result to done() and wait(). acquire: pairs with wait().
  if (task* waiter = waiter_.exchange(finished(), std::memory_order_acq_rel)) waiter->run();
}

void spawn_state::abandon() noexcept {
  // The context is being destroyed, and with it the registry. This thread runs no handler of the
  // coroutine.
  registry_.store(nullptr, std::memory_order_relaxed);
  std::optional<gate_scope> inside;
  if (gate* const g = gate_.load(std::memory_order_relaxed)) inside.emplace(*g);
  // relaxed: only the destructor reads it; see there.
  cancelled_.store(true, std::memory_order_relaxed);
  fail(aborted());
}

void spawn_state::cancel() noexcept {
  // seq_cst, twice: see begin().
  cancelled_.store(true, std::memory_order_seq_cst);
  gate* const g = gate_.load(std::memory_order_seq_cst);
  if (!g || done()) return;
  // relaxed: request() publishes it. If the coroutine has ended meanwhile, the gate may belong to
  // another coroutine, whose emit_ is false.
  emit_.store(true, std::memory_order_relaxed);
  if (at_home(registry_.load(std::memory_order_relaxed))) return g->request();
  const std::lock_guard lock(foreign_cancels());
  // acquire: pairs with enlist().
  registry* const r = registry_.load(std::memory_order_acquire);
  if (!done() && !(r && r->closed())) g->request();
}

void spawn_state::emit_cancel() noexcept {
  // relaxed: the gate orders it after the cancel() that made the request.
  if (!emit_.exchange(false, std::memory_order_relaxed)) return;
  try {
    signal_->emit(asio::cancellation_type::terminal);
  } catch (...) {
    // There is no memory to pass the cancellation on: the operation is not interrupted.
  }
}

void spawn_state::enlist(registry& r) noexcept {
  // release: see cancel().
  registry_.store(&r, std::memory_order_release);
  r.add(1);
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
