#include "coio/task_group.hpp"

#include <algorithm>

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

constexpr std::size_t least_pruned = 64;

}  // namespace

void group::add(state_ref<void> child) {
  {
    const std::lock_guard lock(mutex_);
    if (cancelling_ == 0 && children_.size() >= prune_at_) {
      std::erase_if(children_, [](const auto& c) { return c->done(); });
      prune_at_ = std::max(least_pruned, children_.size() * 2);
    }
    if (!cancelled_) {
      children_.push_back(std::move(child));
      return;
    }
    children_.push_back(child);
  }
  child->cancel();
}

void group::fail(std::exception_ptr e) {
  {
    const std::lock_guard lock(mutex_);
    if (cancelled_) return;
    failure_ = std::move(e);
  }
  cancel();
}

// One after the other, for there may be no memory for a list: meanwhile they keep their places, but
// those at the end go that have ended. With the mutex unlocked: a cancelled coroutine may run at
// once, and call these functions.
void group::cancel() noexcept {
  std::unique_lock lock(mutex_);
  cancelled_ = true;
  ++cancelling_;
  for (std::size_t i = 0; i < children_.size(); ++i) {
    const state_ref<void> child = children_[i];
    lock.unlock();
    child->cancel();
    lock.lock();
  }
  --cancelling_;
}

join_handle<void> group::next() {
  const std::lock_guard lock(mutex_);
  while (!children_.empty() && children_.back()->done())
    children_.pop_back();
  return children_.empty() ? join_handle<void>() : spawn_access::handle(children_.back());
}

std::exception_ptr group::take_failure() {
  const std::lock_guard lock(mutex_);
  return std::exchange(failure_, nullptr);
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
