// The interface that TCP and Unix-domain listeners share, and that generic code can name.
#ifndef COIO_NET_BASIC_LISTENER_HPP
#define COIO_NET_BASIC_LISTENER_HPP

#include <cstddef>
#include <memory>
#include <utility>

#include "coio/asio.hpp"
#include "coio/awaitable.hpp"
#include "coio/detail/net/io_operation.hpp"
#include "coio/detail/net/socket_handle.hpp"
#include "coio/io_executor.hpp"
#include "coio/net/io_timeout.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace net {

/// A listening socket.
/**
 * An operation refers to the listener and to `ec`: from the call until it has ended, they stay
 * where they are.
 *
 * Thread safety: Distinct objects: Safe. Shared objects: Unsafe.
 */
template <typename Stream>
class basic_listener {
 public:
  using protocol_type = typename Stream::native_type::protocol_type;
  using endpoint_type = typename protocol_type::endpoint;
  /// The Asio acceptor inside.
  using native_type = asio::basic_socket_acceptor<protocol_type, io_executor>;

  /// Takes over an acceptor that listens.
  explicit basic_listener(native_type acceptor) : acceptor_(std::move(acceptor)) {}

  /// Waits for a connection.
  /**
   * @throws asio::system_error The system's reason; asio::error::timed_out if it took longer than
   * read_timeout().
   */
  auto accept() { return accept(nullptr); }
  /** @return A closed stream if it fails. */
  auto accept(asio::error_code& ec) { return accept(&ec); }

  /// The connections, one after the other.
  /**
   * `for (auto in = listener.incoming();;) { auto stream = co_await in.next(); ... }`
   *
   * Thread safety: that of the listener, to which it refers.
   */
  class incoming_streams {
   public:
    /// As accept().
    auto next() { return listener_->accept(); }
    auto next(asio::error_code& ec) { return listener_->accept(ec); }

   private:
    friend class basic_listener;
    explicit incoming_streams(basic_listener& l) noexcept : listener_(&l) {}
    basic_listener* listener_;
  };

  /// The connections; the listener must outlive the result.
  incoming_streams incoming() noexcept { return incoming_streams(*this); }

  /// Stops listening. An accept() under way ends with asio::error::operation_aborted.
  void close() { acceptor_.close(); }
  void close(asio::error_code& ec) { acceptor_.close(ec); }

  endpoint_type local_addr() const { return acceptor_.local_endpoint(); }
  endpoint_type local_addr(asio::error_code& ec) const { return acceptor_.local_endpoint(ec); }

  /// How long an accept() may take; std::nullopt, the default, means no timeout.
  void set_read_timeout(io_timeout t) { timeout_ = t; }
  io_timeout read_timeout() const { return timeout_; }

  /// The Asio acceptor.
  native_type& native() noexcept { return acceptor_; }
  const native_type& native() const noexcept { return acceptor_; }

 protected:
  // Returns an acceptor that listens, or a closed one if it fails.
  static native_type open(const io_executor& ex, const endpoint_type& endpoint,
                          asio::error_code& ec) {
    native_type acceptor(ex);
    acceptor.open(endpoint.protocol(), ec);
    if constexpr (requires { endpoint.port(); })
      if (!ec) detail::ignore_lingering(detail::number_of(acceptor), ec);
    if (!ec) acceptor.bind(endpoint, ec);
    if (!ec) acceptor.listen(asio::socket_base::max_listen_connections, ec);
    if (ec) return native_type(ex);
    return acceptor;
  }

  // For try_clone().
  native_type duplicate(asio::error_code& ec) { return detail::duplicate_socket(acceptor_, ec); }

 private:
  using socket = typename Stream::native_type;

  auto accept(asio::error_code* ec) {
    // Two connections are on two shards, if there are two. The socket does not move while the
    // operation is under way, and the operation does until it is awaited.
    auto s = std::make_unique<socket>(
        acceptor_.get_executor().query(asio::execution::context).next_executor());
    socket* const accepted = s.get();
    return detail::operate<detail::io_call::accept, Stream>(
        acceptor_, timeout_, [](asio::error_code&, std::size_t&) { return false; },
        [this, accepted](auto handler) { acceptor_.async_accept(*accepted, std::move(handler)); },
        [s = std::move(s), ec](const asio::error_code& e, std::size_t) {
          detail::pass(e, ec, "accept");
          return Stream(std::move(*s));
        });
  }

  native_type acceptor_;
  io_timeout timeout_;
};

}  // namespace net
}  // namespace COIO_ABI
}  // namespace coio

#endif
