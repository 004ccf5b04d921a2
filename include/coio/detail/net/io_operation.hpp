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
#include "coio/detail/coro/operation.hpp"
#include "coio/detail/coro/timer.hpp"
#include "coio/detail/net/socket_handle.hpp"
#include "coio/net/io_timeout.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace net {
namespace detail {

using coio::detail::fiber;

enum direction : std::size_t { reading, writing };

enum class io_call { read, write, accept, send_to, recv_from };

constexpr const char* name_of(io_call c) noexcept {
  constexpr std::array names{"net::basic_stream::read", "net::basic_stream::write",
                             "net::basic_listener::accept", "net::udp_socket::send_to",
                             "net::udp_socket::recv_from"};
  return names[static_cast<std::size_t>(c)];
}

using timeouts = std::array<io_timeout, 2>;

// Whether an attempt has done nothing, and the operation may still be done.
inline bool would_block(const asio::error_code& ec) noexcept {
  return ec == asio::error::would_block || ec == asio::error::try_again ||
         ec == asio::error::interrupted;
}

// A single operation of the reactor: its handler needs no strand, and completes by the socket's
// executor, which is coio's.
//
// `attempt(ec, n)` tries it at once, and returns whether it is done; `start(handler)` starts it;
// `finish(ec, n)` makes the result, or throws. Call is
// the function that has been called.
template <io_call Call, typename T, typename Attempt, typename Start, typename Finish>
class [[nodiscard]] io_operation final
    : public coio::detail::operation_base<io_operation<Call, T, Attempt, Start, Finish>, T>,
      public coio::detail::initiated {
 public:
  io_operation(socket_number socket, io_timeout limit, Attempt a, Start s, Finish f)
      : limit_(limit),
        attempt_(std::move(a)),
        start_(std::move(s)),
        finish_(std::move(f)),
        socket_(socket) {}

  void attach(fiber& f) noexcept { me_ = &f; }
  bool await_ready() {
    done_ = attempt_(error_, size_);
    return done_ && me_->may_step();
  }

  template <typename Promise>
  void await_suspend(std::coroutine_handle<Promise> h) {
    const coio::detail::frame at = frame_of(h);
    if (done_) return me_->give_way(at);
    if (limit_)
      over_ = std::make_unique<coio::detail::time_limit>(*me_, coio::detail::time_after(*limit_));
    static constexpr suspension::calls seen{nullptr, nullptr, &io_operation::describe};
    if (!initiate(*me_, at, seen,
                  [this] { start_(coio::detail::plain_handler<io_operation>(*this)); }))
      error_ = asio::error::operation_aborted;
  }

  T await_resume() {
    if (over_) {
      if (error_ == asio::error::operation_aborted && over_->expired())
        error_ = asio::error::timed_out;
      over_.reset();
    }
    return finish_(error_, size_);
  }

  // For the handler.
  void complete(const asio::error_code& ec, std::size_t n = 0) noexcept {
    error_ = ec;
    size_ = n;
    me_->complete();
  }

 private:
  using suspension = coio::detail::suspension;

  static void describe(const suspension& s, coio::detail::wait_view& v) {
    v.what = name_of(Call);
    v.more = describe_socket(static_cast<const io_operation&>(s).socket_);
  }

  io_timeout limit_;
  Attempt attempt_;
  Start start_;
  Finish finish_;
  fiber* me_ = nullptr;
  std::unique_ptr<coio::detail::time_limit> over_;
  asio::error_code error_;
  std::size_t size_ = 0;
  socket_number socket_;
  bool done_ = false;
};

template <io_call Call, typename T, typename Socket, typename Attempt, typename Start,
          typename Finish>
auto operate(Socket& socket, io_timeout limit, Attempt a, Start s, Finish f) {
  return io_operation<Call, T, Attempt, Start, Finish>(number_of(socket), limit, std::move(a),
                                                       std::move(s), std::move(f));
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
