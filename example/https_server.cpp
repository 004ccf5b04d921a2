// An HTTPS server that says how the connection is protected, and whether its session was resumed:
// a client that comes back saves a round trip and the work of the key exchange.
//
// https_server [--config FILE] [--workers N] ADDRESS CERTIFICATE_CHAIN PRIVATE_KEY
#include <coio/coio.hpp>
#include <coio/ssl.hpp>

#include "arguments.hpp"

#include <iostream>
#include <string>

namespace {

using coio::ip::tcp;
namespace ssl = coio::ssl;

coio::awaitable<void> serve(tcp::socket socket, ssl::context& tls) try {
  ssl::stream<> stream(std::move(socket), tls);
  co_await coio::timeout(std::chrono::seconds(10), stream.async_handshake(stream.server));
  std::string input;
  for (bool last = false; !last;) {
    const auto n = co_await asio::async_read_until(stream, asio::dynamic_buffer(input), "\r\n\r\n");
    last = input.substr(0, n).find("Connection: close") != input.npos;
    input.erase(0, n);
    SSL* const session = stream.native_handle();
    const std::string text = std::string(SSL_get_version(session)) + " " +
                             (SSL_session_reused(session) ? "resumed" : "new") + "\n";
    const std::string answer = "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(text.size()) +
                               (last ? "\r\nConnection: close" : "") + "\r\n\r\n" + text;
    co_await asio::async_write(stream, asio::buffer(answer));
  }
  co_await stream.async_shutdown();
} catch (const std::exception&) {
  // The client has left.
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
      coio::spawn(serve, co_await acceptor.async_accept(), std::ref(tls));
  });
  coio::scheduler::run(args.options);
}
