// The interface that TCP and Unix-domain streams share, and that generic code can name.
#ifndef COIO_NET_BASIC_STREAM_HPP
#define COIO_NET_BASIC_STREAM_HPP

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "coio/asio.hpp"
#include "coio/awaitable.hpp"
#include "coio/detail/net/io_operation.hpp"
#include "coio/detail/net/socket_handle.hpp"
#include "coio/io_executor.hpp"
#include "coio/net/io_timeout.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace net {

/// What can be read into: `asio::buffer(...)`, or a sequence of them.
template <typename T>
concept mutable_buffers = asio::is_mutable_buffer_sequence<T>::value;

/// What can be written.
template <typename T>
concept const_buffers = asio::is_const_buffer_sequence<T>::value;

/// A connected stream socket.
/**
 * Every function that waits is awaited in a coio::awaitable, and has a form that throws
 * asio::system_error and one that takes an error_code. A read or write that takes longer than the
 * timeout of its direction ends with asio::error::timed_out; no byte of the stream is lost.
 *
 * One coroutine may read while another writes.
 *
 * An operation refers to the stream, to the memory of its buffers and to `ec`: from the call until
 * it has ended, all of them stay where they are.
 *
 * Thread safety: Distinct objects: Safe. Shared objects: Unsafe, with the exception of one
 * coroutine that reads and one that writes.
 */
template <typename Protocol>
class basic_stream {
 public:
  /// The Asio socket inside.
  using native_type = asio::basic_stream_socket<Protocol, io_executor>;
  using endpoint_type = typename Protocol::endpoint;

  /// Takes over a connected socket, and makes it non-blocking.
  /** @throws asio::system_error The socket cannot be made non-blocking. */
  explicit basic_stream(native_type socket) : socket_(std::move(socket)) {
    if (socket_.is_open()) socket_.non_blocking(true);
  }

  basic_stream(basic_stream&&) noexcept = default;
  basic_stream& operator=(basic_stream&&) noexcept = default;

  /// Reads what is there, and waits if nothing is.
  /** @return The number of bytes, 0 at the end of the stream or if there is no room. */
  template <mutable_buffers MutableBuffers>
  auto read(const MutableBuffers& buffers) {
    return read_some(buffers, nullptr);
  }
  template <mutable_buffers MutableBuffers>
  auto read(const MutableBuffers& buffers, asio::error_code& ec) {
    return read_some(buffers, &ec);
  }

  /// Reads until the buffer is full.
  /** @throws asio::system_error asio::error::eof if the stream ends before. */
  awaitable<void> read_exact(asio::mutable_buffer buffer) {
    asio::error_code ec;
    co_await read_exact(buffer, ec);
    if (ec) throw asio::system_error(ec, "read_exact");
  }
  /** @return The number of bytes read, also when it fails. */
  awaitable<std::size_t> read_exact(asio::mutable_buffer buffer, asio::error_code& ec) {
    ec.clear();
    std::size_t done = 0;
    while (done != buffer.size()) {
      const std::size_t n = co_await read(buffer + done, ec);
      if (n == 0 && !ec) ec = asio::error::eof;
      if (ec) break;
      done += n;
    }
    co_return done;
  }

  /// Writes some of the bytes.
  /** @return How many. */
  template <const_buffers ConstBuffers>
  auto write(const ConstBuffers& buffers) {
    return write_some(buffers, nullptr);
  }
  template <const_buffers ConstBuffers>
  auto write(const ConstBuffers& buffers, asio::error_code& ec) {
    return write_some(buffers, &ec);
  }

  /// Writes all of the bytes.
  template <const_buffers ConstBuffers>
  awaitable<void> write_all(ConstBuffers buffers) {
    asio::error_code ec;
    co_await write_all(std::move(buffers), ec);
    if (ec) throw asio::system_error(ec, "write_all");
  }
  /** @return The number of bytes written, also when it fails. */
  template <const_buffers ConstBuffers>
  awaitable<std::size_t> write_all(ConstBuffers buffers, asio::error_code& ec) {
    const std::size_t size = asio::buffer_size(buffers);
    std::size_t done = co_await write(buffers, ec);
    if (ec || done == size) co_return done;
    std::vector<asio::const_buffer> copy(asio::buffer_sequence_begin(buffers),
                                         asio::buffer_sequence_end(buffers));
    std::span<asio::const_buffer> rest(copy);
    for (std::size_t n = done;;) {
      while (!rest.empty() && n >= rest.front().size()) {
        n -= rest.front().size();
        rest = rest.subspan(1);
      }
      if (rest.empty()) co_return done;
      rest.front() += n;
      n = co_await write(rest, ec);
      done += n;
      if (ec) co_return done;
    }
  }
  awaitable<void> write_all(std::string_view text) { return write_all(asio::buffer(text)); }
  awaitable<std::size_t> write_all(std::string_view text, asio::error_code& ec) {
    return write_all(asio::buffer(text), ec);
  }

  /// Ends one direction or both. After shutdown_send the peer reads the end of the stream.
  void shutdown(asio::socket_base::shutdown_type what) { socket_.shutdown(what); }
  void shutdown(asio::socket_base::shutdown_type what, asio::error_code& ec) {
    socket_.shutdown(what, ec);
  }

  /// Closes the socket. Operations under way end with asio::error::operation_aborted.
  void close() { socket_.close(); }
  void close(asio::error_code& ec) { socket_.close(ec); }

  endpoint_type peer_addr() const { return socket_.remote_endpoint(); }
  endpoint_type peer_addr(asio::error_code& ec) const { return socket_.remote_endpoint(ec); }
  endpoint_type local_addr() const { return socket_.local_endpoint(); }
  endpoint_type local_addr(asio::error_code& ec) const { return socket_.local_endpoint(ec); }

  /// How long a read or a write may take; std::nullopt, the default, means no timeout. Applies to
  /// operations that start after the call.
  void set_read_timeout(io_timeout t) { timeouts_[detail::reading] = t; }
  void set_write_timeout(io_timeout t) { timeouts_[detail::writing] = t; }
  io_timeout read_timeout() const { return timeouts_[detail::reading]; }
  io_timeout write_timeout() const { return timeouts_[detail::writing]; }

  /// The Asio socket.
  native_type& native() noexcept { return socket_; }
  const native_type& native() const noexcept { return socket_; }

 protected:
  // For try_clone().
  native_type duplicate(asio::error_code& ec) { return detail::duplicate_socket(socket_, ec); }

 private:
  // A read that filled its buffer has probably left something, so the next read tries at once.
  // Otherwise the socket is most likely empty, and a try would be a useless system call.
  template <typename MutableBuffers>
  auto read_some(const MutableBuffers& buffers, asio::error_code* ec) {
    return detail::operate<detail::io_call::read, std::size_t>(
        socket_, timeouts_[detail::reading],
        [this, buffers](asio::error_code& e, std::size_t& n) {
          if (!more_to_read_ || !socket_.non_blocking()) return false;
          n = socket_.read_some(buffers, e);
          return !detail::would_block(e);
        },
        [this, buffers](auto handler) { socket_.async_read_some(buffers, std::move(handler)); },
        [this, size = asio::buffer_size(buffers), ec](const asio::error_code& e, std::size_t n) {
          if (!e) more_to_read_ = n == size;  // else the stream may be gone
          detail::pass(e == asio::error::eof ? asio::error_code() : e, ec, "read");
          return n;
        });
  }

  template <typename ConstBuffers>
  auto write_some(const ConstBuffers& buffers, asio::error_code* ec) {
    return detail::operate<detail::io_call::write, std::size_t>(
        socket_, timeouts_[detail::writing],
        [this, buffers](asio::error_code& e, std::size_t& n) {
          if (!socket_.non_blocking()) return false;
          n = socket_.write_some(buffers, e);
          return !detail::would_block(e);
        },
        [this, buffers](auto handler) { socket_.async_write_some(buffers, std::move(handler)); },
        [ec](const asio::error_code& e, std::size_t n) {
          detail::pass(e, ec, "write");
          return n;
        });
  }

  native_type socket_;
  detail::timeouts timeouts_;
  bool more_to_read_ = false;
};

/// The half of a stream that reads. See split().
/** Thread safety: the two halves of a stream: Safe; one of them by one coroutine at a time. */
template <typename Stream>
class read_half {
 public:
  explicit read_half(std::shared_ptr<Stream> s) noexcept : stream_(std::move(s)) {}

  template <typename... Args>
  auto read(Args&&... args) {
    return stream_->read(std::forward<Args>(args)...);
  }
  template <typename... Args>
  auto read_exact(Args&&... args) {
    return stream_->read_exact(std::forward<Args>(args)...);
  }
  /// The whole, for its other functions.
  Stream& stream() const noexcept { return *stream_; }

 private:
  std::shared_ptr<Stream> stream_;
};

/// The half of a stream that writes. See split().
/** Thread safety: As read_half. */
template <typename Stream>
class write_half {
 public:
  explicit write_half(std::shared_ptr<Stream> s) noexcept : stream_(std::move(s)) {}

  template <typename... Args>
  auto write(Args&&... args) {
    return stream_->write(std::forward<Args>(args)...);
  }
  template <typename... Args>
  auto write_all(Args&&... args) {
    return stream_->write_all(std::forward<Args>(args)...);
  }
  /// Ends the stream for the peer's reads.
  void shutdown() { stream_->shutdown(asio::socket_base::shutdown_send); }
  void shutdown(asio::error_code& ec) { stream_->shutdown(asio::socket_base::shutdown_send, ec); }
  /// The whole, for its other functions.
  Stream& stream() const noexcept { return *stream_; }

 private:
  std::shared_ptr<Stream> stream_;
};

/// Splits a stream into two halves for two coroutines: `auto [in, out] = split(std::move(stream))`.
/** The socket is closed when both are gone. */
template <typename Stream>
std::pair<read_half<Stream>, write_half<Stream>> split(Stream stream) {
  const auto shared = std::make_shared<Stream>(std::move(stream));
  return {read_half<Stream>(shared), write_half<Stream>(shared)};
}

}  // namespace net
}  // namespace COIO_ABI
}  // namespace coio

#endif
