// Sends lines to an echo server and prints the answers.
//
// tcp_echo_client [--workers N [ADDRESS]] < LINES
#include <coio/coio.hpp>

#include <cstdlib>
#include <iostream>
#include <string>

int main(int argc, char** argv) {
  const std::string address = argc > 3 ? argv[3] : "127.0.0.1:8080";
  coio::scheduler()
      .with_workers(argc > 2 ? std::atoi(argv[2]) : 1)
      .run([&]() -> coio::awaitable<void> {
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
