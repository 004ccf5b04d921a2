// Sends back what it receives, over TLS.
//
// tls_echo_server [--config FILE] [--workers N] ADDRESS CERTIFICATE_CHAIN PRIVATE_KEY
#include <coio/coio.hpp>
#include <coio/ssl.hpp>

#include "arguments.hpp"

#include <array>
#include <iostream>

namespace {

using coio::ip::tcp;
namespace ssl = coio::ssl;

coio::awaitable<void> echo(tcp::socket socket, ssl::context& tls) {
  const auto peer = socket.remote_endpoint();
  ssl::stream<> stream(std::move(socket), tls);
  asio::error_code ec;
  co_await stream.async_handshake(ssl::stream_base::server,
                                  asio::redirect_error(coio::use_awaitable, ec));
  std::array<char, 4096> buffer;
  while (!ec) {
    auto token = asio::redirect_error(coio::use_awaitable, ec);
    const auto n = co_await stream.async_read_some(asio::buffer(buffer), token);
    if (!ec) co_await asio::async_write(stream, asio::buffer(buffer, n), token);
  }
  // The end of the stream, if the client has said that it is; otherwise the connection was cut.
  std::cout << (ec == asio::error::eof ? "Goodbye " : "Lost ") << peer << std::endl;
  if (ec == asio::error::eof)
    co_await stream.async_shutdown(asio::redirect_error(coio::use_awaitable, ec));
}

}  // namespace

int main(int argc, char** argv) {
  const arguments args(argc, argv);
  if (args.rest.size() != 3) {
    std::cerr << "usage: " << argv[0]
              << " [--config FILE] [--workers N] ADDRESS CERTIFICATE_CHAIN PRIVATE_KEY\n";
    return 2;
  }
  ssl::context tls(ssl::context::tls_server);
  tls.use_certificate_chain_file(args.rest[1]);
  tls.use_private_key_file(args.rest[2], ssl::context::pem);
  coio::spawn([&]() -> coio::awaitable<void> {
    const auto at = coio::net::parse_endpoint<tcp>(args.rest[0]);
    tcp::acceptor acceptor(co_await asio::this_coro::executor, at);
    std::cout << "Listening on " << acceptor.local_endpoint() << std::endl;
    for (;;)
      coio::spawn(echo, co_await acceptor.async_accept(), std::ref(tls));
  });
  coio::scheduler::run(args.options);
}
