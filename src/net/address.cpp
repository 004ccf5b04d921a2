#include "coio/net/address.hpp"

#include <charconv>
#include <system_error>

namespace coio {
inline namespace COIO_ABI {
namespace net {

host_port split_host_port(std::string_view text, asio::error_code& ec) {
  ec = asio::error::invalid_argument;
  const auto colon = text.rfind(':');
  // Others would read a text with a zero up to that alone.
  if (colon == std::string_view::npos || text.find('\0') != std::string_view::npos) return {};
  std::string_view host = text.substr(0, colon);
  const std::string_view port = text.substr(colon + 1);
  if (host.size() > 2 && host.front() == '[' && host.back() == ']')
    host = host.substr(1, host.size() - 2);
  else if (host.find(':') != std::string_view::npos)
    return {};
  if (host.find_first_of("[]") != std::string_view::npos) return {};
  host_port result{std::string(host)};
  const auto parsed = std::from_chars(port.data(), port.data() + port.size(), result.port);
  if (host.empty() || parsed.ec != std::errc() || parsed.ptr != port.data() + port.size())
    return {};
  ec.clear();
  return result;
}

void parse_endpoint(std::string_view text, asio::ip::address& address, std::uint16_t& port,
                    asio::error_code& ec) {
  const host_port parts = split_host_port(text, ec);
  if (ec) return;
  const auto result =
      asio::ip::make_address(parts.host == "localhost" ? "127.0.0.1" : parts.host, ec);
  if (ec) return;
  address = result;
  port = parts.port;
}

}  // namespace net
}  // namespace COIO_ABI
}  // namespace coio
