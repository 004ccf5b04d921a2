// A chat server: every line goes to everybody else.
//
// chat [--config FILE] [--workers N] [ADDRESS]
#include <coio/coio.hpp>

#include "arguments.hpp"

#include <array>
#include <iostream>
#include <map>
#include <memory>
#include <string>

namespace {

// Lines go through a bounded channel to each member's writer; who reads too slowly misses some.
using line = std::shared_ptr<const std::string>;

class room {
 public:
  coio::awaitable<int> join(coio::sync::sender<line> member) {
    const auto guard = co_await mutex_.lock();
    members_.emplace(next_, std::move(member));
    co_return next_++;
  }

  coio::awaitable<void> leave(int id) {
    const auto guard = co_await mutex_.lock();
    members_.erase(id);
  }

  coio::awaitable<void> say(int from, line text) {
    const auto guard = co_await mutex_.lock();
    for (const auto& [id, member] : members_)
      if (id != from) static_cast<void>(member.try_send(text));
  }

 private:
  coio::sync::mutex mutex_;
  std::map<int, coio::sync::sender<line>> members_;
  int next_ = 1;
};

coio::awaitable<void> write_lines(coio::net::write_half<coio::net::tcp_stream> out,
                                  coio::sync::receiver<line> lines) {
  while (const auto text = co_await lines.recv())
    co_await out.write_all(**text);
}

coio::awaitable<void> serve(room& r, coio::net::tcp_stream stream) {
  auto [in, out] = split(std::move(stream));
  auto [tx, rx] = coio::sync::channel<line>(100);
  const int id = co_await r.join(std::move(tx));
  coio::spawn(write_lines, std::move(out), std::move(rx));
  co_await r.say(0, std::make_shared<std::string>("* " + std::to_string(id) + " has joined\n"));
  std::string text;
  std::array<char, 1024> buffer;
  asio::error_code ec;
  while (const auto n = co_await in.read(asio::buffer(buffer), ec)) {
    text.append(buffer.data(), n);
    for (std::size_t end; (end = text.find('\n')) != text.npos; text.erase(0, end + 1))
      co_await r.say(
          id, std::make_shared<std::string>(std::to_string(id) + ": " + text.substr(0, end + 1)));
  }
  co_await r.leave(id);
  co_await r.say(0, std::make_shared<std::string>("* " + std::to_string(id) + " has left\n"));
}

}  // namespace

int main(int argc, char** argv) {
  const arguments args(argc, argv);
  const std::string address = args.get(0, "127.0.0.1:8080");
  room r;
  coio::spawn([&]() -> coio::awaitable<void> {
    auto listener = coio::net::tcp_listener::bind(address);
    std::cout << "Listening on " << listener.local_addr() << std::endl;
    for (auto incoming = listener.incoming();;)
      coio::spawn(serve, std::ref(r), co_await incoming.next());
  });
  coio::scheduler::run(args.options);
}
