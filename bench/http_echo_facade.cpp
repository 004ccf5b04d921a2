// The HTTP server of http_echo_server.cpp as one writes it with the facade.
//
// http_echo_facade [--config FILE] [--workers N]
#include <exception>
#include <iostream>
#include <string>
#include <utility>

#include "../example/arguments.hpp"
#include "announce.hpp"
#include "coio/net.hpp"
#include "coio/sched.hpp"
#include "coio/scheduler.hpp"
#include "coio/spawn.hpp"
#include "http.hpp"

namespace {

coio::awaitable<void> serve(coio::net::tcp_stream stream) {
  try {
    stream.native().set_option(asio::ip::tcp::no_delay(true));
    bench::request_reader requests;
    std::string answers;
    for (;;) {
      const auto space = requests.space();
      const auto n = co_await stream.read(asio::buffer(space.data(), space.size()));
      if (n == 0) break;
      requests.received(n);
      bench::answer(requests, answers);
      if (answers.empty()) continue;
      co_await stream.write_all(asio::buffer(answers));
      answers.clear();
    }
  } catch (const std::exception&) {
    // The client has left.
  }
}

coio::awaitable<void> accept_all() {
  auto listener = coio::net::tcp_listener::bind("127.0.0.1:0");
  bench::announce(listener.local_addr().port());
  for (auto incoming = listener.incoming();;)
    coio::spawn(serve, co_await incoming.next());
}

}  // namespace

int main(int argc, char** argv) try {
  const arguments args(argc, argv);
  if (!args.rest.empty()) {
    std::cerr << "usage: " << argv[0] << " [--config FILE] [--workers N]\n";
    return 2;
  }
  coio::spawn(accept_all);
  coio::scheduler::run(args.options);
} catch (const std::exception& e) {
  std::cerr << argv[0] << ": " << e.what() << "\n";
  return 1;
}
