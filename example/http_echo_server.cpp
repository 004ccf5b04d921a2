// Answers every HTTP request with the same page: the benchmark's server.
//
// http_echo_server [--config FILE] [--workers N] [ADDRESS]
#include <coio/coio.hpp>

#include "arguments.hpp"

#include <array>
#include <iostream>
#include <string>
#include <string_view>

namespace {

constexpr std::string_view answer =
    "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 13\r\n\r\nHello, world!";

coio::awaitable<void> serve(coio::net::tcp_stream stream) {
  stream.native().set_option(asio::ip::tcp::no_delay(true));
  stream.set_read_timeout(std::chrono::minutes(1));
  std::string requests, answers;
  std::array<char, 4096> buffer;
  asio::error_code ec;
  while (const auto n = co_await stream.read(asio::buffer(buffer), ec)) {
    requests.append(buffer.data(), n);
    for (std::size_t end; (end = requests.find("\r\n\r\n")) != requests.npos; answers += answer)
      requests.erase(0, end + 4);
    if (requests.size() > 65536) break;
    co_await stream.write_all(asio::buffer(answers), ec);
    if (ec) break;
    answers.clear();
  }
}

}  // namespace

int main(int argc, char** argv) {
  const arguments args(argc, argv);
  const std::string address = args.get(0, "127.0.0.1:8000");
  coio::spawn([&]() -> coio::awaitable<void> {
    auto listener = coio::net::tcp_listener::bind(address);
    std::cout << "Listening on " << listener.local_addr() << std::endl;
    for (auto incoming = listener.incoming();;)
      coio::spawn(serve, co_await incoming.next());
  });
  coio::scheduler::run(args.options);
}
