// Any text is an endpoint or is refused; what was read is the same when written and read again, and
// is what Asio makes of its two parts.
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>

#include "coio/net/address.hpp"
#include "fuzz/require.hpp"

using asio::ip::tcp;

extern "C" int COIO_FUZZ_TARGET(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  asio::error_code ec;
  const coio::net::host_port parts = coio::net::split_host_port(text, ec);
  if (ec) {
    require(ec == asio::error::invalid_argument, "text that has no two parts has another error");
    require(parts.host.empty() && parts.port == 0, "text that was refused has parts");
  } else {
    require(!parts.host.empty(), "a host is empty");
    require(text.find(parts.host) != text.npos, "a host is not part of the text");
    const bool colons = parts.host.find(':') != std::string::npos;
    const std::string again =
        (colons ? "[" + parts.host + "]" : parts.host) + ":" + std::to_string(parts.port);
    const coio::net::host_port same = coio::net::split_host_port(again, ec);
    require(!ec && same.host == parts.host && same.port == parts.port,
            "two parts changed when written and read");
  }

  asio::error_code refused;
  const auto endpoint = coio::net::parse_endpoint<tcp>(text, refused);
  if (refused) {
    require(endpoint == tcp::endpoint(), "text that was refused is an endpoint");
    return 0;
  }
  require(!parts.host.empty(), "text without two parts is an endpoint");
  require(endpoint.port() == parts.port, "an endpoint has another port");
  asio::error_code unknown;
  const auto address = asio::ip::make_address(parts.host, unknown);
  require(parts.host == "localhost" ? endpoint.address().is_loopback()
                                    : !unknown && address == endpoint.address(),
          "an endpoint has another address");
  std::ostringstream out;
  out << endpoint;
  require(coio::net::parse_endpoint<tcp>(out.str()) == endpoint,
          "an endpoint changed when written and read");
  return 0;
}
