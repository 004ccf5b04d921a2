#include "coio/net/udp_socket.hpp"

#include <string>
#include <utility>

#include "coio/net/address.hpp"
#include "net/executors.hpp"
#include "net/fail.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace net {

udp_socket::udp_socket(native_type socket) : socket_(std::move(socket)) {
  if (socket_.is_open()) socket_.non_blocking(true);
}

udp_socket udp_socket::bind(std::string_view address) {
  return bind(detail::spread(detail::current_executor("bind")), address);
}

udp_socket udp_socket::bind(std::string_view address, asio::error_code& ec) {
  return bind(detail::spread(detail::current_executor("bind")), address, ec);
}

udp_socket udp_socket::bind(const endpoint_type& endpoint) {
  return bind(detail::spread(detail::current_executor("bind")), endpoint);
}

udp_socket udp_socket::bind(const endpoint_type& endpoint, asio::error_code& ec) {
  return bind(detail::spread(detail::current_executor("bind")), endpoint, ec);
}

udp_socket udp_socket::bind(const io_executor& ex, std::string_view address) {
  return detail::or_throw("bind to " + std::string(address),
                          [&](asio::error_code& ec) { return bind(ex, address, ec); });
}

udp_socket udp_socket::bind(const io_executor& ex, std::string_view address, asio::error_code& ec) {
  const auto endpoint = parse_endpoint<asio::ip::udp>(address, ec);
  return ec ? udp_socket(native_type(ex)) : bind(ex, endpoint, ec);
}

udp_socket udp_socket::bind(const io_executor& ex, const endpoint_type& endpoint) {
  return detail::or_throw("bind", [&](asio::error_code& ec) { return bind(ex, endpoint, ec); });
}

udp_socket udp_socket::bind(const io_executor& ex, const endpoint_type& endpoint,
                            asio::error_code& ec) {
  native_type socket(ex);
  socket.open(endpoint.protocol(), ec);
  if (!ec) socket.bind(endpoint, ec);
  return udp_socket(ec ? native_type(ex) : std::move(socket));
}

udp_socket udp_socket::try_clone() {
  return detail::or_throw("try_clone", [&](asio::error_code& ec) { return try_clone(ec); });
}

udp_socket udp_socket::try_clone(asio::error_code& ec) {
  return udp_socket(detail::duplicate_socket(socket_, ec));
}

}  // namespace net
}  // namespace COIO_ABI
}  // namespace coio
