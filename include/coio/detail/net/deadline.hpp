// Timeouts of I/O operations.
//
// A socket with timeouts has one timer for both directions. An operation that starts stores its
// deadline, and sets the timer only if the timer is not set or is set to a later time. When the
// timer fires, its handler cancels the operations whose deadline has passed, and sets the timer
// again if another operation is under way. So a busy connection sets the timer once per timeout
// rather than once per operation, and a socket without timeouts has no timer.
#ifndef COIO_DETAIL_NET_DEADLINE_HPP
#define COIO_DETAIL_NET_DEADLINE_HPP

#include <array>
#include <chrono>
#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "coio/asio.hpp"
#include "coio/awaitable.hpp"
#include "coio/detail/export.hpp"
#include "coio/net/io_timeout.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace net {
namespace detail {

enum direction : std::size_t { reading, writing };

// The number of successive operations that may complete at once. The next one is asynchronous, so
// that a coroutine whose I/O always succeeds at once does not keep its worker for ever.
inline constexpr unsigned at_once = 64;

inline bool would_block(const asio::error_code& ec) noexcept {
  return ec == asio::error::would_block || ec == asio::error::try_again;
}

class deadlines : public std::enable_shared_from_this<deadlines> {
 public:
  using clock = std::chrono::steady_clock;

  explicit deadlines(const io_context::executor_type& ex) : timer_(ex) {}

  COIO_API void set(direction d, io_timeout t);
  COIO_API io_timeout get(direction d) const;

  // Called when no operation is under way, and none will start.
  COIO_API void close() noexcept;

  // Starts an operation: calls `start` with the cancellation slot of the operation. `parent` is the
  // slot of the coroutine; a cancellation of it is passed on to the operation.
  template <typename Start>
  void begin(direction d, asio::cancellation_slot parent, Start start) {
    // Locked until the operation has started, so that the timer's handler does not see half of it.
    const std::lock_guard lock(mutex_);
    auto& o = operations_[d];
    o.under_way = true;
    o.expired = false;
    if (parent.is_connected())
      parent.assign([this, d](asio::cancellation_type type) { cancel(d, type); });
    const bool timed = arm(o);
    start(timed || parent.is_connected() ? o.signal.slot() : asio::cancellation_slot());
  }

  // Called when the operation is complete. Returns whether its deadline had passed.
  COIO_API bool end(direction d) noexcept;

 private:
  struct operation {
    io_timeout limit;
    std::optional<clock::time_point> deadline;
    asio::cancellation_signal signal;
    bool under_way = false;
    bool expired = false;
  };

  COIO_API bool arm(operation& o);
  COIO_API void cancel(direction d, asio::cancellation_type type);
  void set_timer(clock::time_point t);
  void timer_fired();

  mutable std::mutex mutex_;
  std::array<operation, 2> operations_;
  asio::basic_waitable_timer<clock, asio::wait_traits<clock>, io_context::executor_type> timer_;
  std::optional<clock::time_point> armed_;
};

// A socket's timeouts. Nothing is allocated until one is set.
class timeouts {
 public:
  timeouts() noexcept = default;
  timeouts(timeouts&&) noexcept = default;
  timeouts& operator=(timeouts&& other) noexcept {
    std::swap(shared_, other.shared_);
    return *this;
  }
  ~timeouts() {
    if (shared_) shared_->close();
  }

  void set(direction d, io_timeout t, const io_context::executor_type& ex) {
    if (!shared_ && t) shared_ = std::make_shared<deadlines>(ex);
    if (shared_) shared_->set(d, t);
  }
  io_timeout get(direction d) const { return shared_ ? shared_->get(d) : std::nullopt; }
  deadlines* get() const noexcept { return shared_.get(); }

 private:
  std::shared_ptr<deadlines> shared_;
};

// The completion handler of an operation: that of the coroutine, with another cancellation slot. It
// first calls `Complete`, which may read and change the result.
template <typename Handler, typename Complete>
struct operation_handler {
  Handler handler;
  Complete complete;
  deadlines* limits;
  direction which;
  asio::cancellation_slot slot;

  using executor_type = asio::associated_executor_t<Handler>;
  using allocator_type = asio::associated_allocator_t<Handler>;
  using cancellation_slot_type = asio::cancellation_slot;

  executor_type get_executor() const noexcept { return asio::get_associated_executor(handler); }
  allocator_type get_allocator() const noexcept { return asio::get_associated_allocator(handler); }
  cancellation_slot_type get_cancellation_slot() const noexcept { return slot; }

  template <typename... Args>
  void operator()(asio::error_code ec, Args&&... args) {
    if (limits && limits->end(which) && ec == asio::error::operation_aborted)
      ec = asio::error::timed_out;
    complete(ec, args...);
    std::move(handler)(ec, std::forward<Args>(args)...);
  }
};

// Runs an asynchronous operation under the timeout of its direction. `start(handler)` starts it;
// `complete(ec, args&...)` is called with its result before the coroutine is resumed.
template <typename Signature, typename Start, typename Complete>
auto operate(const timeouts& t, direction d, Start start, Complete complete) {
  return asio::async_initiate<const use_awaitable_t, Signature>(
      [](auto handler, deadlines* limits, direction which, auto begin, auto completion) {
        using handler_type = operation_handler<decltype(handler), decltype(completion)>;
        auto slot = asio::get_associated_cancellation_slot(handler);
        if (!limits) {
          begin(handler_type{std::move(handler), completion, nullptr, which, slot});
          return;
        }
        limits->begin(which, slot, [&](asio::cancellation_slot own) {
          begin(handler_type{std::move(handler), completion, limits, which, own});
        });
      },
      use_awaitable, t.get(), d, std::move(start), std::move(complete));
}

}  // namespace detail
}  // namespace net
}  // namespace COIO_ABI
}  // namespace coio

#endif
