// An HTTP server for the place behind a load balancer, or beside others on the same port. On
// SIGTERM it says so at /health, stops accepting, finishes what is open, and exits.
//
// draining_server [--config FILE] [--workers N] [ADDRESS [NOTICE_MS]]
//
// NOTICE_MS: how long it goes on accepting after the signal, for the balancer to see /health. A
// second signal ends this time.
#include <coio/coio.hpp>
#include <coio/net/address.hpp>

#include "arguments.hpp"

#include <array>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include <sys/socket.h>

namespace {

using namespace std::chrono_literals;
using coio::net::tcp_listener;
using coio::net::tcp_stream;

constexpr auto request_limit = 30s;  // for what a client has begun
constexpr auto idle_limit = 1s;      // for a kept connection, once the server drains

// A flag that nothing else is read after: relaxed.
std::atomic<bool> draining = false;

std::string answer(std::string_view status, std::string_view body, bool last) {
  return "HTTP/1.1 " + std::string(status) + "\r\nContent-Length: " + std::to_string(body.size()) +
         (last ? "\r\nConnection: close\r\n\r\n" : "\r\n\r\n") + std::string(body);
}

coio::awaitable<std::string> respond(std::string request) {
  const bool last = draining.load(std::memory_order_relaxed) ||
                    request.find("\r\nConnection: close\r\n") != request.npos;
  if (request.starts_with("GET /health "))
    co_return draining.load(std::memory_order_relaxed)
        ? answer("503 Service Unavailable", "draining\n", last)
        : answer("200 OK", "ready\n", last);
  // Work that takes as long as it is asked to, in milliseconds.
  if (constexpr std::string_view work = "GET /work/"; request.starts_with(work))
    co_await coio::sleep_ms(std::atoi(request.c_str() + work.size()));
  co_return answer("200 OK", "hello\n", last || draining.load(std::memory_order_relaxed));
}

coio::awaitable<void> serve(tcp_stream stream) {
  stream.set_write_timeout(request_limit);
  stream.set_read_timeout(idle_limit);
  std::string input;
  std::array<char, 4096> buffer;
  auto last_byte = std::chrono::steady_clock::now();
  for (;;) {
    asio::error_code ec;
    const auto n = co_await stream.read(asio::buffer(buffer), ec);
    const auto now = std::chrono::steady_clock::now();
    if (ec == asio::error::timed_out) {
      // A request may have come with the timeout.
      const bool idle = input.empty() && draining.load(std::memory_order_relaxed) &&
                        stream.native().available(ec) == 0;
      if (idle || now - last_byte > request_limit) co_return;
      continue;
    }
    if (ec || n == 0 || input.size() > 65536) co_return;
    last_byte = now;
    input.append(buffer.data(), n);
    for (std::size_t end; (end = input.find("\r\n\r\n")) != input.npos;) {
      const auto text = co_await respond(input.substr(0, end + 4));
      input.erase(0, end + 4);
      co_await stream.write_all(text, ec);
      if (ec || text.find("\r\nConnection: close\r\n") != text.npos) co_return;
    }
  }
}

coio::awaitable<void> accept_all(tcp_listener& listener) {
  for (;;) {
    asio::error_code ec;
    auto stream = co_await listener.accept(ec);
    if (!ec)
      coio::spawn(serve, std::move(stream));
    else if (ec == asio::error::operation_aborted)
      co_return;
    else
      co_await coio::sleep_ms(100);  // out of descriptors, most likely: others end meanwhile
  }
}

// The socket option with which several processes listen on one port; the kernel spreads the
// connections over them. Asio has none of that name.
struct reuse_port {
  template <typename Protocol>
  int level(const Protocol&) const {
    return SOL_SOCKET;
  }
  template <typename Protocol>
  int name(const Protocol&) const {
    return SO_REUSEPORT;
  }
  template <typename Protocol>
  const void* data(const Protocol&) const {
    return &on;
  }
  template <typename Protocol>
  std::size_t size(const Protocol&) const {
    return sizeof on;
  }
  int on = 1;
};

tcp_listener listen(const std::string& address, const coio::io_context::executor_type& ex) {
  asio::error_code ec;
  const auto endpoint = coio::net::parse_endpoint<asio::ip::tcp>(address, ec);
  if (ec) throw asio::system_error(ec, address);
  tcp_listener::native_type acceptor(ex, endpoint.protocol());
  acceptor.set_option(asio::socket_base::reuse_address(true));
  acceptor.set_option(reuse_port());
  acceptor.bind(endpoint);
  acceptor.listen();
  return tcp_listener(std::move(acceptor));
}

coio::awaitable<void> serve_until_signal(std::string address, int notice_ms) {
  const auto executor = co_await asio::this_coro::executor;
  auto listener = listen(address, executor);
  asio::signal_set signals(executor, SIGTERM, SIGINT);
  std::cout << "Listening on " << listener.local_addr() << std::endl;
  auto accepting = coio::spawn(accept_all, std::ref(listener));

  co_await signals.async_wait(coio::use_awaitable);
  draining.store(true, std::memory_order_relaxed);
  std::cout << "Draining" << std::endl;
  co_await coio::when_any(coio::sleep_ms(notice_ms), signals.async_wait(coio::use_awaitable));

  accepting.cancel();
  try {
    co_await accepting.join();
  } catch (const asio::system_error&) {  // cancelled
  }
  // The kernel has accepted these already, and would reset them.
  auto& acceptor = listener.native();
  acceptor.non_blocking(true);
  for (asio::error_code ec;;) {
    auto socket = acceptor.accept(acceptor.get_executor(), ec);
    if (ec) break;
    coio::spawn(serve, tcp_stream(std::move(socket)));
  }
  listener.close();
}

}  // namespace

int main(int argc, char** argv) {
  const arguments args(argc, argv);
  const std::string address = args.get(0, "127.0.0.1:8000");
  coio::spawn(serve_until_signal, address, std::stoi(args.get(1, "0")));
  // Returns when the last connection has ended.
  coio::scheduler::run(args.options);
  std::cout << "Drained" << std::endl;
}
