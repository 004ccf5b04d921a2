// Sends lines to an echo server and prints the answers.
//
// tcp_echo_client [--config FILE] [--workers N] [ADDRESS] < LINES
#include <coio/coio.hpp>

#include "arguments.hpp"

#include <iostream>
#include <string>

int main(int argc, char** argv) {
  const arguments args(argc, argv);
  const std::string address = args.get(0, "127.0.0.1:8080");
  coio::scheduler(args.options).run([&]() -> coio::awaitable<void> {
    auto stream = co_await coio::net::tcp_stream::connect(address);
    stream.set_read_timeout(std::chrono::seconds(10));
    for (std::string line; std::getline(std::cin, line);) {
      line += '\n';
      co_await stream.write_all(line);
      std::string answer(line.size(), '\0');
      co_await stream.read_exact(asio::buffer(answer));
      std::cout << answer << std::flush;
    }
  });
}
