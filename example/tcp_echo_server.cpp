// Sends back what it receives.
//
// tcp_echo_server [--config FILE] [--workers N] [ADDRESS]
#include <coio/coio.hpp>

#include "arguments.hpp"

#include <array>
#include <iostream>
#include <string>
#include <syncstream>

namespace {

coio::awaitable<void> echo(coio::net::tcp_stream stream) {
  std::array<char, 1024> buffer;
  for (;;) {
    asio::error_code ec;
    const auto n = co_await stream.read(asio::buffer(buffer), ec);
    if (ec) {
      std::osyncstream(std::cout) << "Error occurs: " << ec.message() << std::endl;
      break;
    }
    if (n == 0) {
      std::osyncstream(std::cout) << "EOF" << std::endl;
      break;
    }
    std::osyncstream(std::cout) << "Read " << n << " bytes, echo back" << std::endl;
    co_await stream.write_all(asio::buffer(buffer, n));
  }
  std::osyncstream(std::cout) << "Client closed" << std::endl;
}

}  // namespace

int main(int argc, char** argv) {
  const arguments args(argc, argv);
  const std::string address = args.get(0, "127.0.0.1:8080");
  coio::spawn([&]() -> coio::awaitable<void> {
    auto acceptor = coio::net::tcp_listener::bind(address);
    std::osyncstream(std::cout) << "Waiting for connection on " << acceptor.local_addr()
                                << std::endl;
    for (auto incoming = acceptor.incoming();;) {
      auto stream = co_await incoming.next();
      asio::error_code gone;  // if the client has left already
      std::osyncstream(std::cout) << "Got connection from " << stream.peer_addr(gone) << std::endl;
      coio::spawn(echo, std::move(stream));
    }
  });
  coio::scheduler::run(args.options);
}
