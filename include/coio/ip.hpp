// Asio's Internet protocols with coio's executor.
#ifndef COIO_IP_HPP
#define COIO_IP_HPP

#include "coio/asio.hpp"
#include "coio/basic_socket_acceptor.hpp"
#include "coio/io_executor.hpp"

namespace coio {
inline namespace COIO_ABI {

/// Asio's namespace of the same name, with coio's executor for the I/O objects.
namespace ip {

using namespace asio::ip;

/// asio::ip::tcp, whose acceptor spreads the connections over the workers.
class tcp : public asio::ip::tcp {
 public:
  using socket = asio::basic_stream_socket<asio::ip::tcp, io_executor>;
  using acceptor = basic_socket_acceptor<asio::ip::tcp, io_executor>;
  using resolver = asio::ip::basic_resolver<asio::ip::tcp, io_executor>;

  tcp(const asio::ip::tcp& protocol) noexcept : asio::ip::tcp(protocol) {}
};

/// asio::ip::udp
class udp : public asio::ip::udp {
 public:
  using socket = asio::basic_datagram_socket<asio::ip::udp, io_executor>;
  using resolver = asio::ip::basic_resolver<asio::ip::udp, io_executor>;

  udp(const asio::ip::udp& protocol) noexcept : asio::ip::udp(protocol) {}
};

/// asio::ip::icmp
class icmp : public asio::ip::icmp {
 public:
  using socket = asio::basic_raw_socket<asio::ip::icmp, io_executor>;
  using resolver = asio::ip::basic_resolver<asio::ip::icmp, io_executor>;

  icmp(const asio::ip::icmp& protocol) noexcept : asio::ip::icmp(protocol) {}
};

}  // namespace ip
}  // namespace COIO_ABI
}  // namespace coio

#endif
