// An HTTP server with Boost.Beast, whose sessions are coroutines of the facade. Only with
// Boost.Asio.
//
// beast_server [--config FILE] [--workers N] [ADDRESS]
#include <coio/coio.hpp>

#include <boost/beast.hpp>

#include "arguments.hpp"

#include <chrono>
#include <iostream>
#include <string>

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using coio::ip::tcp;

// Beast's stream over coio's executor: its operations are awaited without a token.
using stream_type = beast::basic_stream<net::ip::tcp, coio::io_executor>;

http::response<http::string_body> answer(const http::request<http::string_body>& request) {
  http::response<http::string_body> r(http::status::ok, request.version());
  r.set(http::field::content_type, "text/plain");
  r.keep_alive(request.keep_alive());
  r.body() = std::string(request.method_string()) + " " + std::string(request.target()) + "\n" +
             request.body();
  r.prepare_payload();
  return r;
}

coio::awaitable<void> serve(tcp::socket socket) try {
  stream_type stream(std::move(socket));
  beast::flat_buffer buffer;
  for (bool goes_on = true; goes_on;) {
    stream.expires_after(std::chrono::seconds(30));
    http::request<http::string_body> request;
    co_await http::async_read(stream, buffer, request);
    const auto response = answer(request);
    goes_on = response.keep_alive();
    co_await http::async_write(stream, response);
  }
  stream.socket().shutdown(tcp::socket::shutdown_send);
} catch (const beast::system_error&) {
  // The client has left, or was too slow.
}

int main(int argc, char** argv) {
  const arguments args(argc, argv);
  coio::spawn([&]() -> coio::awaitable<void> {
    const auto at = coio::net::parse_endpoint<tcp>(args.get(0, "127.0.0.1:8080"));
    tcp::acceptor acceptor(co_await net::this_coro::executor, at);
    std::cout << "Listening on " << acceptor.local_endpoint() << std::endl;
    for (;;)
      coio::spawn(serve, co_await acceptor.async_accept());
  });
  coio::scheduler::run(args.options);
}
