// The store that the patterns ask: one thread, which answers all that has come with one write.
//
// patterns_store lines|resp
//   lines   a line is a key, and is answered by a line
//   resp    GET KEY, in the protocol of Redis, is answered by a bulk string
#include <sys/epoll.h>

#include <cerrno>
#include <charconv>
#include <exception>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "../announce.hpp"
#include "../load.hpp"

namespace {

const std::map<std::string, std::string, std::less<>> values{{"greeting", "Hello, world!"}};

std::string_view find(std::string_view key) {
  const auto found = values.find(key);
  return found == values.end() ? std::string_view() : found->second;
}

// The text up to the end of the line, which it takes off the rest.
std::optional<std::string_view> take_line(std::string_view& rest, std::string_view end) {
  const auto n = rest.find(end);
  if (n == rest.npos) return {};
  const auto line = rest.substr(0, n);
  rest.remove_prefix(n + end.size());
  return line;
}

// Both take the first question off the rest, and append its answer; false if it is not complete.

bool answer_line(std::string_view& rest, std::string& answers) {
  const auto key = take_line(rest, "\n");
  if (!key) return false;
  answers.append(find(*key)) += '\n';
  return true;
}

bool answer_resp(std::string_view& rest, std::string& answers) {
  constexpr std::string_view end = "\r\n";
  auto after = rest;
  const auto number = [](std::string_view text) {
    std::size_t n = 0;
    if (!text.empty()) std::from_chars(text.data() + 1, text.data() + text.size(), n);
    return n;
  };
  const auto head = take_line(after, end);
  if (!head) return false;
  std::vector<std::string_view> words;
  for (auto n = number(*head); n > 0; --n) {
    const auto size = take_line(after, end);
    if (!size || after.size() < number(*size) + end.size()) return false;
    words.push_back(after.substr(0, number(*size)));
    after.remove_prefix(number(*size) + end.size());
  }
  rest = after;
  if (words.size() != 2 || words[0] != "GET") {
    answers += "-ERR expected GET KEY\r\n";
    return true;
  }
  const auto value = find(words[1]);
  answers += '$' + std::to_string(value.size());
  answers.append(end).append(value).append(end);
  return true;
}

using protocol = bool (*)(std::string_view&, std::string&);

struct client {
  bench::descriptor socket;
  std::string received;
};

// False once the client has left.
bool serve(client& c, protocol take) {
  char buffer[65536];
  const auto n = ::read(c.socket.get(), buffer, sizeof(buffer));
  if (n <= 0) return false;
  c.received.append(buffer, static_cast<std::size_t>(n));
  std::string_view rest(c.received);
  std::string answers;
  while (take(rest, answers)) {
  }
  c.received.erase(0, c.received.size() - rest.size());
  for (std::string_view left(answers); !left.empty();) {
    const auto sent = ::send(c.socket.get(), left.data(), left.size(), MSG_NOSIGNAL);
    if (sent < 0) return false;
    left.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

[[noreturn]] void serve_all(protocol take) {
  const bench::descriptor listener(
      bench::check(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket"));
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof(address);
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  bench::check(::bind(listener.get(), generic, size), "bind");
  bench::check(::listen(listener.get(), 128), "listen");
  bench::check(::getsockname(listener.get(), generic, &size), "getsockname");
  bench::announce(ntohs(address.sin_port));
  bench::poller poller;
  poller.add(listener.get(), EPOLLIN, nullptr);
  for (;;) {
    for (const auto& event : poller.wait_until(bench::steady::now() + std::chrono::hours(1))) {
      if (auto* c = static_cast<client*>(event.data.ptr)) {
        if (!serve(*c, take)) delete c;
        continue;
      }
      bench::descriptor socket(bench::check(::accept(listener.get(), nullptr, nullptr), "accept"));
      const int on = 1;
      ::setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
      auto c = std::make_unique<client>(std::move(socket), std::string());
      poller.add(c->socket.get(), EPOLLIN, c.get());
      // To be deleted once it has left.
      c.release();
    }
  }
}

}  // namespace

int main(int argc, char** argv) try {
  const std::string_view name = argc == 2 ? argv[1] : "";
  if (name == "lines") serve_all(answer_line);
  if (name == "resp") serve_all(answer_resp);
  std::cerr << "usage: " << argv[0] << " lines|resp\n";
  return 2;
} catch (const std::exception& e) {
  std::cerr << argv[0] << ": " << e.what() << "\n";
  return 1;
}
