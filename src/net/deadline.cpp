#include "coio/detail/net/deadline.hpp"

#include <algorithm>

namespace coio {
inline namespace COIO_ABI {
namespace net {
namespace detail {

void deadlines::set(direction d, io_timeout t) {
  const std::lock_guard lock(mutex_);
  operations_[d].limit = t;
}

io_timeout deadlines::get(direction d) const {
  const std::lock_guard lock(mutex_);
  return operations_[d].limit;
}

void deadlines::close() noexcept {
  const std::lock_guard lock(mutex_);
  try {
    timer_.cancel();
  } catch (const asio::system_error&) {
    // Asio reports no error here on the platforms that it supports. A timer that fires after this
    // finds nothing to do.
  }
}

bool deadlines::end(direction d) noexcept {
  const std::lock_guard lock(mutex_);
  operations_[d].under_way = false;
  return operations_[d].expired;
}

bool deadlines::arm(operation& o) {
  o.deadline.reset();
  if (!o.limit) return false;
  o.deadline = clock::now() + *o.limit;
  if (!armed_ || *o.deadline < *armed_) set_timer(*o.deadline);
  return true;
}

void deadlines::cancel(direction d, asio::cancellation_type type) {
  const std::lock_guard lock(mutex_);
  if (operations_[d].under_way) operations_[d].signal.emit(type);
}

void deadlines::set_timer(clock::time_point t) {
  armed_ = t;
  timer_.expires_at(t);
  timer_.async_wait([weak = weak_from_this()](const asio::error_code& ec) {
    if (ec) return;
    if (const auto self = weak.lock()) self->timer_fired();
  });
}

void deadlines::timer_fired() {
  const std::lock_guard lock(mutex_);
  // The timer may have been set again after it fired, and before this handler runs.
  const auto now = clock::now();
  if (!armed_ || now < *armed_) return;
  armed_.reset();
  std::optional<clock::time_point> next;
  for (operation& o : operations_) {
    if (!o.under_way || !o.deadline || o.expired) continue;
    if (*o.deadline <= now) {
      o.expired = true;
      o.signal.emit(asio::cancellation_type::terminal);
    } else {
      next = std::min(next.value_or(*o.deadline), *o.deadline);
    }
  }
  if (next) set_timer(*next);
}

}  // namespace detail
}  // namespace net
}  // namespace COIO_ABI
}  // namespace coio
