// A chat server: every line goes to everybody else.
//
// chat [--config FILE] [--workers N] [ADDRESS]
#include <coio/coio.hpp>

#include "arguments.hpp"

#include <iostream>
#include <map>
#include <memory>
#include <mutex>
#include <string>

using coio::ip::tcp;
using line = std::shared_ptr<const std::string>;
std::mutex lock;
std::map<int, coio::sync::sender<line>> members;

void say(int from, const std::string& text) {
  const auto said = std::make_shared<const std::string>(text + '\n');
  const std::lock_guard guard(lock);
  for (const auto& [id, member] : members)
    if (id != from) static_cast<void>(member.try_send(said));
}

// Who reads too slowly misses some lines.
coio::awaitable<void> write_lines(std::shared_ptr<tcp::socket> socket,
                                  coio::sync::receiver<line> lines) {
  asio::error_code ec;
  for (line l; !ec && (l = (co_await lines.recv()).value_or(nullptr));)
    co_await asio::async_write(*socket, asio::buffer(*l),
                               asio::redirect_error(coio::use_awaitable, ec));
}

coio::awaitable<void> serve(int id, std::shared_ptr<tcp::socket> socket) {
  auto [tx, rx] = coio::sync::channel<line>(100);
  (std::lock_guard(lock), members.emplace(id, std::move(tx)));
  coio::spawn(write_lines, socket, std::move(rx));
  say(0, "* " + std::to_string(id) + " has joined");
  std::string text;
  for (asio::error_code ec;;) {
    const auto n = co_await asio::async_read_until(*socket, asio::dynamic_buffer(text, 65536), '\n',
                                                   asio::redirect_error(coio::use_awaitable, ec));
    if (ec) break;
    say(id, std::to_string(id) + ": " + text.substr(0, n - 1));
    text.erase(0, n);
  }
  (std::lock_guard(lock), members.erase(id));
  say(0, "* " + std::to_string(id) + " has left");
}

int main(int argc, char** argv) {
  const arguments args(argc, argv);
  coio::spawn([&]() -> coio::awaitable<void> {
    const auto at = coio::net::parse_endpoint<tcp>(args.get(0, "127.0.0.1:8080"));
    tcp::acceptor acceptor(co_await asio::this_coro::executor, at);
    std::cout << "Listening on " << acceptor.local_endpoint() << std::endl;
    for (int id = 1;; ++id)
      coio::spawn(serve, id, std::make_shared<tcp::socket>(co_await acceptor.async_accept()));
  });
  coio::scheduler::run(args.options);
}
