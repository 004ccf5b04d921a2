// Addresses as text.
#ifndef COIO_NET_ADDRESS_HPP
#define COIO_NET_ADDRESS_HPP

#include <cstdint>
#include <string>
#include <string_view>

#include "coio/asio.hpp"
#include "coio/detail/export.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace net {

/// The two parts of "host:port"; the host of "[::1]:80" is ::1.
struct host_port {
  std::string host;
  std::uint16_t port = 0;
};

/// Splits "host:port".
/** @param ec asio::error::invalid_argument: there is no host, or one with further brackets, or no
    port from 0 to 65535. */
COIO_API host_port split_host_port(std::string_view text, asio::error_code& ec);

/// The endpoint for "127.0.0.1:8080", "[::1]:8080" or "localhost:8080" (127.0.0.1).
/** @param ec asio::error::invalid_argument: the text is no such thing, and nothing is changed. */
COIO_API void parse_endpoint(std::string_view text, asio::ip::address& address, std::uint16_t& port,
                             asio::error_code& ec);

/// As above, for an endpoint of the protocol.
template <typename Protocol>
typename Protocol::endpoint parse_endpoint(std::string_view text, asio::error_code& ec) {
  asio::ip::address address;
  std::uint16_t port = 0;
  parse_endpoint(text, address, port, ec);
  return {address, port};
}

/// @throws asio::system_error The text is no such thing.
template <typename Protocol>
typename Protocol::endpoint parse_endpoint(std::string_view text) {
  asio::error_code ec;
  const auto endpoint = parse_endpoint<Protocol>(text, ec);
  if (ec) throw asio::system_error(ec, std::string(text));
  return endpoint;
}

}  // namespace net
}  // namespace COIO_ABI
}  // namespace coio

#endif
