// A chat server: every line goes to everybody else.
//
// chat [--config FILE] [--workers N] [ADDRESS]
#include <coio/coio.hpp>

#include "arguments.hpp"

#include <array>
#include <iostream>
#include <map>
#include <memory>
#include <mutex>
#include <string>

using coio::net::tcp_stream;
using line = std::shared_ptr<const std::string>;
std::mutex lock;
std::map<int, coio::sync::sender<line>> members;

void enter(int id, coio::sync::sender<line> member) {
  const std::lock_guard guard(lock);
  members.emplace(id, std::move(member));
}

void leave(int id) {
  const std::lock_guard guard(lock);
  members.erase(id);
}

void say(int from, const std::string& text) {
  const auto said = std::make_shared<const std::string>(text + '\n');
  const std::lock_guard guard(lock);
  for (const auto& [id, member] : members)
    if (id != from) static_cast<void>(member.try_send(said));
}

// Who reads too slowly misses some lines.
coio::awaitable<void> write_lines(coio::net::write_half<tcp_stream> out,
                                  coio::sync::receiver<line> in) {
  asio::error_code ec;
  for (line l; !ec && (l = (co_await in.recv()).value_or(nullptr));)
    co_await out.write_all(*l, ec);
}

coio::awaitable<void> serve(int id, tcp_stream stream) {
  auto [in, out] = split(std::move(stream));
  auto [tx, rx] = coio::sync::channel<line>(100);
  enter(id, std::move(tx));
  coio::spawn(write_lines, std::move(out), std::move(rx));
  say(0, "* " + std::to_string(id) + " has joined");
  std::array<char, 1024> buffer;
  asio::error_code ec;
  for (std::string text; const auto n = co_await in.read(asio::buffer(buffer), ec);) {
    text.append(buffer.data(), n);
    for (std::size_t end; (end = text.find('\n')) != text.npos; text.erase(0, end + 1))
      say(id, std::to_string(id) + ": " + text.substr(0, end));
  }
  leave(id);
  say(0, "* " + std::to_string(id) + " has left");
}

int main(int argc, char** argv) {
  const arguments args(argc, argv);
  coio::spawn([&]() -> coio::awaitable<void> {
    auto listener = coio::net::tcp_listener::bind(args.get(0, "127.0.0.1:8080"));
    std::cout << "Listening on " << listener.local_addr() << std::endl;
    for (int id = 1;; ++id)
      coio::spawn(serve, id, co_await listener.accept());
  });
  coio::scheduler::run(args.options);
}
