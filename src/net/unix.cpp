#include "coio/net/unix_listener.hpp"
#include "coio/net/unix_stream.hpp"

#if defined(COIO_HAS_LOCAL_SOCKETS)

#include <string>
#include <utility>

#include "net/executors.hpp"
#include "net/fail.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace net {

namespace {

// Returns an endpoint for the path; sets ec if the path is too long.
asio::local::stream_protocol::endpoint make_endpoint(std::string_view path, asio::error_code& ec) {
  try {
    ec.clear();
    return asio::local::stream_protocol::endpoint(path);
  } catch (const asio::system_error& e) {
    ec = e.code();
    return {};
  }
}

}  // namespace

awaitable<unix_stream> unix_stream::connect(std::string path) {
  const auto ex = co_await asio::this_coro::executor;
  co_return co_await connect(detail::spread(ex), std::move(path));
}

awaitable<unix_stream> unix_stream::connect(std::string path, asio::error_code& ec) {
  const auto ex = co_await asio::this_coro::executor;
  co_return co_await connect(detail::spread(ex), std::move(path), ec);
}

awaitable<unix_stream> unix_stream::connect(io_executor ex, std::string path) {
  asio::error_code ec;
  auto stream = co_await connect(ex, path, ec);
  if (ec) throw asio::system_error(ec, "connect to " + path);
  co_return stream;
}

awaitable<unix_stream> unix_stream::connect(io_executor ex, std::string path,
                                            asio::error_code& ec) {
  native_type socket(ex);
  const auto endpoint = make_endpoint(path, ec);
  if (!ec) co_await socket.async_connect(endpoint, asio::redirect_error(use_awaitable, ec));
  if (ec) {
    asio::error_code ignored;
    socket.close(ignored);
  }
  co_return unix_stream(std::move(socket));
}

std::pair<unix_stream, unix_stream> unix_stream::pair(const io_executor& ex, asio::error_code& ec) {
  native_type a(ex), b(ex);
  asio::local::connect_pair(a, b, ec);
  return {unix_stream(std::move(a)), unix_stream(std::move(b))};
}

std::pair<unix_stream, unix_stream> unix_stream::pair(const io_executor& ex) {
  return detail::or_throw("pair", [&](asio::error_code& ec) { return pair(ex, ec); });
}

// The two ends are side by side.
std::pair<unix_stream, unix_stream> unix_stream::pair() {
  return pair(detail::spread(detail::current_executor("pair")));
}

std::pair<unix_stream, unix_stream> unix_stream::pair(asio::error_code& ec) {
  return pair(detail::spread(detail::current_executor("pair")), ec);
}

unix_stream unix_stream::try_clone() {
  return detail::or_throw("try_clone", [&](asio::error_code& ec) { return try_clone(ec); });
}

unix_stream unix_stream::try_clone(asio::error_code& ec) {
  return unix_stream(duplicate(ec));
}

unix_listener unix_listener::bind(std::string_view path) {
  return bind(detail::current_executor("bind"), path);
}

unix_listener unix_listener::bind(std::string_view path, asio::error_code& ec) {
  return bind(detail::current_executor("bind"), path, ec);
}

unix_listener unix_listener::bind(const io_executor& ex, std::string_view path) {
  return detail::or_throw("bind to " + std::string(path),
                          [&](asio::error_code& ec) { return bind(ex, path, ec); });
}

unix_listener unix_listener::bind(const io_executor& ex, std::string_view path,
                                  asio::error_code& ec) {
  const auto endpoint = make_endpoint(path, ec);
  // Linux would give it another name.
  if (path.empty()) ec = asio::error::invalid_argument;
  return unix_listener(ec ? native_type(ex) : open(ex, endpoint, ec));
}

unix_listener unix_listener::try_clone() {
  return detail::or_throw("try_clone", [&](asio::error_code& ec) { return try_clone(ec); });
}

unix_listener unix_listener::try_clone(asio::error_code& ec) {
  return unix_listener(duplicate(ec));
}

}  // namespace net
}  // namespace COIO_ABI
}  // namespace coio

#endif
