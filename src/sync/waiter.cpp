#include "coio/sync/waiter.hpp"

#include <utility>

namespace coio {
inline namespace COIO_ABI {
namespace sync {
namespace detail {

std::optional<asio::error_code> wait_queue::push(waiter& w) noexcept {
  if (w.state_ == waiter::taken) return asio::error::operation_aborted;
  append(w);
  return std::nullopt;
}

void wait_queue::append(waiter& w) noexcept {
  w.state_ = waiter::queued;
  w.next_ = nullptr;
  w.previous_ = tail_;
  (tail_ ? tail_->next_ : head_) = &w;
  tail_ = &w;
}

waiter* wait_queue::pop() noexcept {
  waiter* w = head_;
  if (w) take(*w);
  return w;
}

bool wait_queue::take(waiter& w) noexcept {
  if (std::exchange(w.state_, waiter::taken) != waiter::queued) return false;
  (w.previous_ ? w.previous_->next_ : head_) = w.next_;
  (w.next_ ? w.next_->previous_ : tail_) = w.previous_;
  return true;
}

waiter* wait_queue::take_all() noexcept {
  for (waiter* w = head_; w; w = w->next_)
    w->state_ = waiter::taken;
  tail_ = nullptr;
  return std::exchange(head_, nullptr);
}

void wait_queue::resume_all(waiter* first, const asio::error_code& result) {
  while (first) {
    waiter& w = *first;
    first = w.next_;
    w.resume(result);
  }
}

}  // namespace detail
}  // namespace sync
}  // namespace COIO_ABI
}  // namespace coio
