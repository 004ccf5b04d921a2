// A TCP proxy. It passes on the end of each direction by itself, gives up a target that does not
// answer, and closes a connection on which nothing has come from a side for a while.
//
// proxy [--config FILE] [--workers N] ADDRESS TARGET [SECONDS]
#include <coio/coio.hpp>

#include "arguments.hpp"

#include <chrono>
#include <iostream>
#include <string>
#include <vector>

using coio::net::tcp_stream;

coio::awaitable<void> copy(coio::net::read_half<tcp_stream> in,
                           coio::net::write_half<tcp_stream> out) {
  std::vector<char> buffer(65536);
  asio::error_code ec;
  while (const auto n = co_await in.read(asio::buffer(buffer), ec)) {
    co_await out.write_all(asio::buffer(buffer, n), ec);
    if (ec) break;
  }
  const bool silent = ec == asio::error::timed_out;
  out.shutdown(ec);
  if (silent) in.stream().shutdown(asio::socket_base::shutdown_both, ec);
}

coio::awaitable<void> forward(tcp_stream client, std::string target, std::chrono::seconds limit) {
  auto server = co_await coio::timeout(limit, tcp_stream::connect(target));
  for (tcp_stream* s : {&client, &server}) {
    s->set_read_timeout(limit);
    s->set_write_timeout(limit);
  }
  auto [from_client, to_client] = split(std::move(client));
  auto [from_server, to_server] = split(std::move(server));
  coio::spawn(copy, std::move(from_client), std::move(to_server));
  coio::spawn(copy, std::move(from_server), std::move(to_client));
}

int main(int argc, char** argv) {
  const arguments args(argc, argv);
  if (args.rest.size() < 2) {
    std::cerr << "usage: " << argv[0]
              << " [--config FILE] [--workers N] ADDRESS TARGET [SECONDS]\n";
    return 2;
  }
  const std::chrono::seconds limit(std::stoi(args.get(2, "60")));
  coio::spawn([&]() -> coio::awaitable<void> {
    auto listener = coio::net::tcp_listener::bind(args.rest[0]);
    std::cout << "Listening on " << listener.local_addr() << std::endl;
    for (auto incoming = listener.incoming();;)
      coio::spawn(forward, co_await incoming.next(), args.rest[1], limit);
  });
  coio::scheduler::run(args.options);
}
