// The same HTTP server by hand: one epoll loop a thread, connections handed to the loops in turn.
// What it reaches is the limit for servers that use epoll.
//
// epoll_server [--config FILE] [--workers N]
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <exception>
#include <iostream>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

#include "../example/arguments.hpp"
#include "http.hpp"

namespace {

int check(int result, const char* what) {
  if (result < 0) throw std::system_error(errno, std::generic_category(), what);
  return result;
}

// Its events come to one loop alone.
class connection {
 public:
  connection(int loop, int socket) : loop_(loop), socket_(socket) {
    const int on = 1;
    check(::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on)), "setsockopt");
    watch(EPOLL_CTL_ADD, EPOLLIN);
  }
  connection(const connection&) = delete;
  connection& operator=(const connection&) = delete;
  ~connection() { ::close(socket_); }

  // False when the client has left.
  bool serve(std::uint32_t events) {
    if (events & EPOLLOUT) {
      if (!flush()) return false;
      if (!answers_.empty()) return true;
      watch(EPOLL_CTL_MOD, EPOLLIN);
    }
    if (!(events & ~static_cast<std::uint32_t>(EPOLLOUT))) return true;
    const auto space = requests_.space();
    const auto n = ::recv(socket_, space.data(), space.size(), 0);
    if (n == 0) return false;
    if (n < 0) return errno == EAGAIN || errno == EINTR;
    requests_.received(static_cast<std::size_t>(n));
    bench::answer(requests_, answers_);
    if (!flush()) return false;
    if (!answers_.empty()) watch(EPOLL_CTL_MOD, EPOLLOUT);
    return true;
  }

 private:
  bool flush() {
    if (answers_.empty()) return true;
    const auto n = ::send(socket_, answers_.data(), answers_.size(), MSG_NOSIGNAL);
    if (n < 0) return errno == EAGAIN || errno == EINTR;
    answers_.erase(0, static_cast<std::size_t>(n));
    return true;
  }

  void watch(int operation, std::uint32_t events) {
    epoll_event e{};
    e.events = events;
    e.data.ptr = this;
    check(::epoll_ctl(loop_, operation, socket_, &e), "epoll_ctl");
  }

  int loop_;
  int socket_;
  bench::request_reader requests_;
  std::string answers_;
};

void accept(int listener, const std::vector<int>& loops, std::size_t& next) {
  const int socket = ::accept4(listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
  if (socket < 0) return;
  // The loop destroys it, perhaps before this thread knows the address.
  new connection(loops[next], socket);
  next = (next + 1) % loops.size();
}

void run(int loop, int listener, const std::vector<int>& loops) {
  std::size_t next = 0;
  std::array<epoll_event, 128> events;
  for (;;) {
    const int n = ::epoll_wait(loop, events.data(), static_cast<int>(events.size()), -1);
    for (int i = 0; i < n; ++i) {
      const auto& e = events[static_cast<std::size_t>(i)];
      auto* const c = static_cast<connection*>(e.data.ptr);
      if (!c) {
        accept(listener, loops, next);
        continue;
      }
      bool more = false;
      try {
        more = c->serve(e.events);
      } catch (const std::exception&) {
        // A request too long: as if the client had left.
      }
      if (!more) delete c;
    }
  }
}

}  // namespace

int main(int argc, char** argv) try {
  const arguments args(argc, argv);
  if (!args.rest.empty()) {
    std::cerr << "usage: " << argv[0] << " [--config FILE] [--workers N]\n";
    return 2;
  }
  const int listener =
      check(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), "socket");
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof(address);
  auto* const generic = reinterpret_cast<sockaddr*>(&address);
  check(::bind(listener, generic, length), "bind");
  check(::listen(listener, SOMAXCONN), "listen");
  check(::getsockname(listener, generic, &length), "getsockname");

  std::vector<int> loops;
  for (int i = 0; i < args.workers(); ++i)
    loops.push_back(check(::epoll_create1(EPOLL_CLOEXEC), "epoll"));
  epoll_event e{};
  e.events = EPOLLIN;
  check(::epoll_ctl(loops[0], EPOLL_CTL_ADD, listener, &e), "epoll_ctl");
  bench::announce(ntohs(address.sin_port));
  std::vector<std::thread> threads;
  for (const int loop : loops)
    threads.emplace_back([loop, listener, &loops] { run(loop, listener, loops); });
  for (auto& t : threads)
    t.join();
} catch (const std::exception& e) {
  std::cerr << argv[0] << ": " << e.what() << "\n";
  return 1;
}
