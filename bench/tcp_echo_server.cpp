// A server that sends back what it receives. Compiled twice: see asio_server.hpp, which has the
// modes.
//
// tcp_echo_server [--config FILE] [--workers N] MODE BUFFER_BYTES
#include <cstddef>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <utility>
#include <vector>

#include "asio_server.hpp"

namespace {

asio::awaitable<void> serve(bench::tcp::socket socket, std::size_t buffer_size) {
  std::vector<char> buffer(buffer_size);
  for (;;) {
    const auto n = co_await socket.async_read_some(asio::buffer(buffer), asio::use_awaitable);
    co_await asio::async_write(socket, asio::buffer(buffer, n), asio::use_awaitable);
  }
}

}  // namespace

int main(int argc, char** argv) try {
  const arguments args(argc, argv);
  const int buffer_size = args.rest.size() == 2 ? std::atoi(args.rest[1].c_str()) : 0;
  const auto session = [n = static_cast<std::size_t>(buffer_size)](bench::tcp::socket socket) {
    return serve(std::move(socket), n);
  };
  if (buffer_size > 0 && bench::serve(session, args, args.rest[0])) return 0;
  std::cerr << "usage: " << argv[0] << " [--config FILE] [--workers N] " << bench::modes
            << " BUFFER_BYTES\n";
  return 2;
} catch (const std::exception& e) {
  std::cerr << argv[0] << ": " << e.what() << "\n";
  return 1;
}
