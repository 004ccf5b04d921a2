// A TCP proxy. It passes on the end of each direction by itself.
//
// proxy [--config FILE] [--workers N] ADDRESS TARGET
#include <coio/coio.hpp>

#include "arguments.hpp"

#include <iostream>
#include <string>
#include <vector>

namespace {

using coio::net::tcp_stream;

coio::awaitable<void> copy(coio::net::read_half<tcp_stream> in,
                           coio::net::write_half<tcp_stream> out) {
  std::vector<char> buffer(65536);
  asio::error_code ec;
  while (const auto n = co_await in.read(asio::buffer(buffer), ec)) {
    co_await out.write_all(asio::buffer(buffer, n), ec);
    if (ec) break;
  }
  out.shutdown(ec);
}

coio::awaitable<void> forward(tcp_stream client, std::string target) {
  auto server = co_await tcp_stream::connect(target);
  auto [from_client, to_client] = split(std::move(client));
  auto [from_server, to_server] = split(std::move(server));
  coio::spawn(copy, std::move(from_client), std::move(to_server));
  coio::spawn(copy, std::move(from_server), std::move(to_client));
}

}  // namespace

int main(int argc, char** argv) {
  const arguments args(argc, argv);
  if (args.rest.size() != 2) {
    std::cerr << "usage: " << argv[0] << " [--config FILE] [--workers N] ADDRESS TARGET\n";
    return 2;
  }
  coio::spawn([&]() -> coio::awaitable<void> {
    auto listener = coio::net::tcp_listener::bind(args.rest[0]);
    std::cout << "Listening on " << listener.local_addr() << std::endl;
    for (auto incoming = listener.incoming();;)
      coio::spawn(forward, co_await incoming.next(), args.rest[1]);
  });
  coio::scheduler::run(args.options);
}
