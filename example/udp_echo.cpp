// A UDP echo server and its client, as two coroutines.
//
// udp_echo [--config FILE] [--workers N]
#include <coio/coio.hpp>

#include "arguments.hpp"

#include <array>
#include <iostream>
#include <string>
#include <string_view>

namespace {

coio::awaitable<void> serve(coio::net::udp_socket socket) {
  std::array<char, 1500> buffer;
  for (;;) {
    const auto [size, from] = co_await socket.recv_from(asio::buffer(buffer));
    co_await socket.send_to(asio::buffer(buffer, size), from);
  }
}

coio::awaitable<void> talk() {
  auto server = coio::net::udp_socket::bind("127.0.0.1:0");
  const auto address = server.local_addr();
  coio::spawn(serve, std::move(server));

  auto client = coio::net::udp_socket::bind("127.0.0.1:0");
  client.set_read_timeout(std::chrono::seconds(10));
  for (int i = 0; i < 5; ++i) {
    co_await client.send_to(asio::buffer("datagram " + std::to_string(i)), address);
    std::array<char, 1500> buffer;
    const auto [size, from] = co_await client.recv_from(asio::buffer(buffer));
    std::cout << "Got back: " << std::string_view(buffer.data(), size) << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) {
  const arguments args(argc, argv);
  coio::scheduler(args.options).run(talk);
}
