// An echo server on a Unix-domain socket and its client, as two coroutines.
//
// unix_echo [--config FILE] [--workers N] [PATH]
#include <coio/coio.hpp>

#include "arguments.hpp"

#include <array>
#include <filesystem>
#include <iostream>
#include <string>

namespace {

coio::awaitable<void> serve(coio::net::unix_listener listener) {
  auto stream = co_await listener.accept();
  std::array<char, 1024> buffer;
  while (const auto n = co_await stream.read(asio::buffer(buffer)))
    co_await stream.write_all(asio::buffer(buffer, n));
  std::cout << "Client closed\n";
}

coio::awaitable<void> talk(std::string path) {
  std::filesystem::remove(path);
  auto server = coio::spawn(serve, coio::net::unix_listener::bind(path));
  {
    auto stream = co_await coio::net::unix_stream::connect(path);
    for (const std::string text : {"hello", "from", "a", "coroutine"}) {
      co_await stream.write_all(text);
      std::string answer(text.size(), '\0');
      co_await stream.read_exact(asio::buffer(answer));
      std::cout << "Got back: " << answer << '\n';
    }
  }
  co_await server.join();
  std::filesystem::remove(path);
}

}  // namespace

int main(int argc, char** argv) {
  const arguments args(argc, argv);
  const std::string path = args.get(0, "coio-echo.sock");
  coio::scheduler(args.options).run([&] { return talk(path); });
}
