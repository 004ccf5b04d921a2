// An HTTP server as users of Asio write it. Compiled twice: see asio_server.hpp, which has the
// modes.
//
// http_echo_server [--config FILE] [--workers N] MODE
#include <exception>
#include <iostream>
#include <string>
#include <utility>

#include "asio_server.hpp"
#include "http.hpp"

namespace {

asio::awaitable<void> serve(bench::tcp::socket socket) {
  bench::request_reader requests;
  std::string answers;
  for (;;) {
    const auto space = requests.space();
    requests.received(co_await socket.async_read_some(asio::buffer(space.data(), space.size()),
                                                      asio::use_awaitable));
    bench::answer(requests, answers);
    if (answers.empty()) continue;
    co_await asio::async_write(socket, asio::buffer(answers), asio::use_awaitable);
    answers.clear();
  }
}

}  // namespace

int main(int argc, char** argv) try {
  const arguments args(argc, argv);
  if (args.rest.size() == 1 && bench::serve(serve, args, args.rest[0])) return 0;
  std::cerr << "usage: " << argv[0] << " [--config FILE] [--workers N] " << bench::modes << "\n";
  return 2;
} catch (const std::exception& e) {
  std::cerr << argv[0] << ": " << e.what() << "\n";
  return 1;
}
