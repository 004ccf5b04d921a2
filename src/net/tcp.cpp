#include <string>
#include <utility>

#include "coio/ip.hpp"
#include "coio/net/address.hpp"
#include "coio/net/tcp_listener.hpp"
#include "coio/net/tcp_stream.hpp"
#include "net/executors.hpp"
#include "net/fail.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace net {

namespace {

void check(const asio::error_code& ec, const std::string& what) {
  if (ec) throw asio::system_error(ec, what);
}

}  // namespace

awaitable<tcp_stream> tcp_stream::connect(std::string host_and_port) {
  const auto ex = co_await asio::this_coro::executor;
  co_return co_await connect(detail::spread(ex), std::move(host_and_port));
}

awaitable<tcp_stream> tcp_stream::connect(std::string host_and_port, asio::error_code& ec) {
  const auto ex = co_await asio::this_coro::executor;
  co_return co_await connect(detail::spread(ex), std::move(host_and_port), ec);
}

awaitable<tcp_stream> tcp_stream::connect(endpoint_type endpoint) {
  const auto ex = co_await asio::this_coro::executor;
  co_return co_await connect(detail::spread(ex), endpoint);
}

awaitable<tcp_stream> tcp_stream::connect(endpoint_type endpoint, asio::error_code& ec) {
  const auto ex = co_await asio::this_coro::executor;
  co_return co_await connect(detail::spread(ex), endpoint, ec);
}

awaitable<tcp_stream> tcp_stream::connect(io_executor ex, std::string host_and_port) {
  asio::error_code ec;
  auto stream = co_await connect(ex, host_and_port, ec);
  check(ec, "connect to " + host_and_port);
  co_return stream;
}

awaitable<tcp_stream> tcp_stream::connect(io_executor ex, std::string host_and_port,
                                          asio::error_code& ec) {
  native_type socket(ex);
  const host_port target = split_host_port(host_and_port, ec);
  if (ec) co_return tcp_stream(std::move(socket));
  asio::error_code no_address;
  const auto address = asio::ip::make_address(target.host, no_address);
  if (!no_address) co_return co_await connect(ex, endpoint_type(address, target.port), ec);

  ip::tcp::resolver r(ex);
  const auto found = co_await r.async_resolve(target.host, std::to_string(target.port),
                                              asio::redirect_error(use_awaitable, ec));
  if (!ec) co_await asio::async_connect(socket, found, asio::redirect_error(use_awaitable, ec));
  if (ec) {
    asio::error_code ignored;
    socket.close(ignored);
  }
  co_return tcp_stream(std::move(socket));
}

awaitable<tcp_stream> tcp_stream::connect(io_executor ex, endpoint_type endpoint) {
  asio::error_code ec;
  auto stream = co_await connect(ex, endpoint, ec);
  check(ec, "connect");
  co_return stream;
}

awaitable<tcp_stream> tcp_stream::connect(io_executor ex, endpoint_type endpoint,
                                          asio::error_code& ec) {
  native_type socket(ex);
  co_await socket.async_connect(endpoint, asio::redirect_error(use_awaitable, ec));
  if (ec) {
    asio::error_code ignored;
    socket.close(ignored);
  }
  co_return tcp_stream(std::move(socket));
}

tcp_stream tcp_stream::try_clone() {
  return detail::or_throw("try_clone", [&](asio::error_code& ec) { return try_clone(ec); });
}

tcp_stream tcp_stream::try_clone(asio::error_code& ec) {
  return tcp_stream(duplicate(ec));
}

tcp_listener tcp_listener::bind(std::string_view address) {
  return bind(detail::current_executor("bind"), address);
}

tcp_listener tcp_listener::bind(std::string_view address, asio::error_code& ec) {
  return bind(detail::current_executor("bind"), address, ec);
}

tcp_listener tcp_listener::bind(const endpoint_type& endpoint) {
  return bind(detail::current_executor("bind"), endpoint);
}

tcp_listener tcp_listener::bind(const endpoint_type& endpoint, asio::error_code& ec) {
  return bind(detail::current_executor("bind"), endpoint, ec);
}

tcp_listener tcp_listener::bind(const io_executor& ex, std::string_view address) {
  return detail::or_throw("bind to " + std::string(address),
                          [&](asio::error_code& ec) { return bind(ex, address, ec); });
}

tcp_listener tcp_listener::bind(const io_executor& ex, std::string_view address,
                                asio::error_code& ec) {
  const auto endpoint = parse_endpoint<asio::ip::tcp>(address, ec);
  return ec ? tcp_listener(native_type(ex)) : bind(ex, endpoint, ec);
}

tcp_listener tcp_listener::bind(const io_executor& ex, const endpoint_type& endpoint) {
  return detail::or_throw("bind", [&](asio::error_code& ec) { return bind(ex, endpoint, ec); });
}

tcp_listener tcp_listener::bind(const io_executor& ex, const endpoint_type& endpoint,
                                asio::error_code& ec) {
  return tcp_listener(open(ex, endpoint, ec));
}

tcp_listener tcp_listener::try_clone() {
  return detail::or_throw("try_clone", [&](asio::error_code& ec) { return try_clone(ec); });
}

tcp_listener tcp_listener::try_clone(asio::error_code& ec) {
  return tcp_listener(duplicate(ec));
}

}  // namespace net
}  // namespace COIO_ABI
}  // namespace coio
