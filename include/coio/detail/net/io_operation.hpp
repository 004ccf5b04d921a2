// An operation on a socket that a coroutine awaits, with the time limit of its direction.
#ifndef COIO_DETAIL_NET_IO_OPERATION_HPP
#define COIO_DETAIL_NET_IO_OPERATION_HPP

#include <array>
#include <coroutine>
#include <cstddef>
#include <memory>
#include <optional>
#include <utility>

#include "coio/asio.hpp"
#include "coio/awaitable.hpp"
#include "coio/detail/coro/awaiter.hpp"
#include "coio/detail/coro/fiber.hpp"
#include "coio/detail/coro/timer.hpp"
#include "coio/detail/coro/turn_executor.hpp"
#include "coio/net/io_timeout.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace net {
namespace detail {

using coio::detail::fiber;

enum direction : std::size_t { reading, writing };

using timeouts = std::array<io_timeout, 2>;

inline bool would_block(const asio::error_code& ec) noexcept {
  return ec == asio::error::would_block || ec == asio::error::try_again;
}

// The completion handler: one pointer, and no executor but the socket's, which is coio's. A single
// operation of the reactor needs no strand.
template <typename Operation>
class io_handler {
 public:
  using allocator_type = coio::detail::cached_allocator<void>;
  using cancellation_slot_type = asio::cancellation_slot;

  explicit io_handler(Operation& o) noexcept : operation_(&o) {}
  io_handler(io_handler&& other) noexcept : operation_(std::exchange(other.operation_, nullptr)) {}
  io_handler& operator=(io_handler&&) = delete;
  ~io_handler() {
    if (operation_) operation_->drop();
  }

  allocator_type get_allocator() const noexcept { return {}; }
  cancellation_slot_type get_cancellation_slot() const noexcept { return operation_->slot(); }

  void operator()(const asio::error_code& ec, std::size_t n = 0) {
    std::exchange(operation_, nullptr)->complete(ec, n);
  }

 private:
  Operation* operation_;
};

// `attempt(ec, n)` tries it at once, and returns whether it is done; `start(handler)` starts it;
// `finish(ec, n)` makes the result, or throws.
template <typename T, typename Attempt, typename Start, typename Finish>
class io_operation final
    : public coio::detail::operation_base<io_operation<T, Attempt, Start, Finish>, T> {
 public:
  io_operation(io_timeout limit, Attempt a, Start s, Finish f)
      : limit_(limit), attempt_(std::move(a)), start_(std::move(s)), finish_(std::move(f)) {}

  void attach(fiber& f) noexcept { fiber_ = &f; }
  bool await_ready() {
    done_ = attempt_(error_, size_);
    return done_ && fiber_->may_step();
  }

  template <typename Promise>
  void await_suspend(std::coroutine_handle<Promise> h) {
    const coio::detail::frame at = frame_of(h);
    if (done_) return fiber_->give_way(at);
    if (limit_)
      over_ =
          std::make_unique<coio::detail::time_limit>(*fiber_, coio::detail::time_after(*limit_));
    slot_ = fiber_->slot();
    fiber_->suspend(at, nullptr);
    initiating_ = true;
    start_(io_handler<io_operation>(*this));
    // Nobody resumes the coroutine before this function has returned.
    initiating_ = false;
    if (dropped_) {
      error_ = asio::error::operation_aborted;
      fiber_->go_on();
    }
  }

  T await_resume() {
    if (over_) {
      if (error_ == asio::error::operation_aborted && over_->expired())
        error_ = asio::error::timed_out;
      over_.reset();
    }
    return finish_(error_, size_);
  }

  // ---- For the handler ----

  asio::cancellation_slot slot() const noexcept { return slot_; }

  void complete(const asio::error_code& ec, std::size_t n) noexcept {
    error_ = ec;
    size_ = n;
    fiber_->complete();
  }

  void drop() noexcept {
    if (initiating_ && fiber_->in_turn())
      dropped_ = true;
    else
      fiber_->drop();
  }

 private:
  io_timeout limit_;
  Attempt attempt_;
  Start start_;
  Finish finish_;
  fiber* fiber_ = nullptr;
  std::unique_ptr<coio::detail::time_limit> over_;
  asio::cancellation_slot slot_;
  asio::error_code error_;
  std::size_t size_ = 0;
  bool done_ = false;
  bool initiating_ = false;
  bool dropped_ = false;
};

template <typename T, typename Attempt, typename Start, typename Finish>
auto operate(io_timeout limit, Attempt a, Start s, Finish f) {
  return io_operation<T, Attempt, Start, Finish>(limit, std::move(a), std::move(s), std::move(f));
}

// Passes the error on: to where the caller wants it, or as an exception.
inline void pass(const asio::error_code& e, asio::error_code* ec, const char* what) {
  if (ec)
    *ec = e;
  else if (e)
    throw asio::system_error(e, what);
}

}  // namespace detail
}  // namespace net
}  // namespace COIO_ABI
}  // namespace coio

#endif
