// Asio's protocols of Unix-domain sockets with coio's executor.
#ifndef COIO_LOCAL_HPP
#define COIO_LOCAL_HPP

#include "coio/asio.hpp"
#include "coio/basic_socket_acceptor.hpp"
#include "coio/io_executor.hpp"

#if defined(COIO_HAS_LOCAL_SOCKETS)

namespace coio {
inline namespace COIO_ABI {

/// Asio's namespace of the same name, with coio's executor for the I/O objects.
namespace local {

using namespace asio::local;

/// asio::local::stream_protocol, whose acceptor spreads the connections over the workers.
class stream_protocol : public asio::local::stream_protocol {
 public:
  using socket = asio::basic_stream_socket<asio::local::stream_protocol, io_executor>;
  using acceptor = basic_socket_acceptor<asio::local::stream_protocol, io_executor>;

  stream_protocol() = default;
  stream_protocol(const asio::local::stream_protocol&) noexcept {}
};

/// asio::local::datagram_protocol
class datagram_protocol : public asio::local::datagram_protocol {
 public:
  using socket = asio::basic_datagram_socket<asio::local::datagram_protocol, io_executor>;

  datagram_protocol() = default;
  datagram_protocol(const asio::local::datagram_protocol&) noexcept {}
};

#if defined(COIO_HAS_SEQ_PACKET_PROTOCOL)
/// asio::local::seq_packet_protocol, which newer versions of Asio have.
class seq_packet_protocol : public asio::local::seq_packet_protocol {
 public:
  using socket = asio::basic_seq_packet_socket<asio::local::seq_packet_protocol, io_executor>;
  using acceptor = basic_socket_acceptor<asio::local::seq_packet_protocol, io_executor>;

  seq_packet_protocol() = default;
  seq_packet_protocol(const asio::local::seq_packet_protocol&) noexcept {}
};
#endif

}  // namespace local
}  // namespace COIO_ABI
}  // namespace coio

#endif
#endif
