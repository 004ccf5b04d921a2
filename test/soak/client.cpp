// client REQUESTS PORT...: opens and closes connections, as many at a time as fit into the buffers
// of nobody, with a hundred requests each, in tens; some end in order, some half-closed, some by a
// reset. Every byte of every answer is compared. Prints how many requests were answered.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

namespace {

constexpr std::size_t request_size = 64, batch = 10, batches = 10, connections = 64;

[[noreturn]] void give_up(const char* what) {
  std::fprintf(stderr, "client: %s: %s\n", what, std::strerror(errno));
  std::exit(1);
}

struct connection {
  int fd = -1;
  std::size_t batches_left = 0, received = 0;
  bool closing = false;  // half-closed: the end of the stream is to come
  char sent[batch * request_size];
};

int poller;
std::vector<unsigned short> ports;
std::uint64_t opened, answered;

void send_batch(connection& c) {
  for (std::size_t i = 0; i < sizeof c.sent; i += sizeof(std::uint64_t)) {
    const std::uint64_t n = answered * 31 + i + reinterpret_cast<std::uintptr_t>(&c);
    std::memcpy(c.sent + i, &n, sizeof n);
  }
  c.received = 0;
  // It fits into the buffers of a connection that has nothing under way.
  if (::send(c.fd, c.sent, sizeof c.sent, MSG_NOSIGNAL) != sizeof c.sent) give_up("send");
}

void open(connection& c) {
  c.fd = ::socket(AF_INET, SOCK_STREAM, 0);
  if (c.fd < 0) give_up("socket");
  ::sockaddr_in a{};
  a.sin_family = AF_INET;
  a.sin_port = htons(ports[opened % ports.size()]);
  a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(c.fd, reinterpret_cast<::sockaddr*>(&a), sizeof a) != 0) give_up("connect");
  ++opened;
  ::epoll_event e{};
  e.events = EPOLLIN;
  e.data.ptr = &c;
  if (::epoll_ctl(poller, EPOLL_CTL_ADD, c.fd, &e) != 0) give_up("epoll_ctl");
  c.batches_left = batches;
  c.closing = false;
  send_batch(c);
}

// False if the connection is closed.
bool answer(connection& c) {
  char buffer[batch * request_size];
  const ssize_t n = ::recv(c.fd, buffer, sizeof buffer, 0);
  if (n < 0) give_up("recv");
  if (n == 0) {
    if (!c.closing) give_up("the server has closed a connection");
    ::close(c.fd);
    return false;
  }
  const auto size = static_cast<std::size_t>(n);
  if (c.received + size > sizeof c.sent || std::memcmp(buffer, c.sent + c.received, size) != 0)
    give_up("an answer is another one");
  c.received += size;
  if (c.received < sizeof c.sent) return true;
  answered += batch;
  if (--c.batches_left > 0) {
    send_batch(c);
    return true;
  }
  switch (answered / batch % 3) {
    case 0:
      c.closing = true;
      ::shutdown(c.fd, SHUT_WR);
      return true;
    case 1: {
      const ::linger now{1, 0};
      ::setsockopt(c.fd, SOL_SOCKET, SO_LINGER, &now, sizeof now);
      break;
    }
  }
  ::close(c.fd);
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: client REQUESTS PORT...\n", stderr);
    return 2;
  }
  const std::uint64_t wanted = std::strtoull(argv[1], nullptr, 10) / (batch * batches);
  for (int i = 2; i < argc; ++i)
    ports.push_back(static_cast<unsigned short>(std::atoi(argv[i])));
  poller = ::epoll_create1(0);
  std::vector<connection> all(connections);
  std::size_t alive = 0;
  for (connection& c : all)
    if (opened < wanted) {
      open(c);
      ++alive;
    }
  ::epoll_event events[connections];
  while (alive > 0) {
    const int n = ::epoll_wait(poller, events, connections, 60'000);
    if (n <= 0) give_up("no answer for a minute");
    for (int i = 0; i < n; ++i) {
      connection& c = *static_cast<connection*>(events[i].data.ptr);
      if (answer(c)) continue;
      if (opened < wanted)
        open(c);
      else
        --alive;
    }
  }
  std::printf("%llu %llu\n", static_cast<unsigned long long>(opened),
              static_cast<unsigned long long>(answered));
}
