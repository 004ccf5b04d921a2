// What the load generators share: sockets, waiting, and percentiles.
#ifndef COIO_BENCH_LOAD_HPP
#define COIO_BENCH_LOAD_HPP

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <system_error>
#include <utility>
#include <vector>

namespace bench {

using steady = std::chrono::steady_clock;

inline double microseconds(steady::duration d) {
  return std::chrono::duration<double, std::micro>(d).count();
}

inline int check(int result, const char* what) {
  if (result < 0) throw std::system_error(errno, std::generic_category(), what);
  return result;
}

class descriptor {
 public:
  explicit descriptor(int fd) noexcept : fd_(fd) {}
  descriptor(descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  descriptor& operator=(descriptor&&) = delete;
  ~descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const noexcept { return fd_; }

 private:
  int fd_;
};

// A blocking socket that is connected to a port of this machine.
inline descriptor connect_to(std::uint16_t port) {
  descriptor s(check(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket"));
  const int on = 1;
  check(::setsockopt(s.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on)), "setsockopt");
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(port);
  check(::connect(s.get(), reinterpret_cast<sockaddr*>(&address), sizeof(address)), "connect");
  return s;
}

// An epoll set whose timeouts are exact to the microsecond.
class poller {
 public:
  // The constructor is called on the thread that waits.
  poller() : epoll_(check(::epoll_create1(EPOLL_CLOEXEC), "epoll")) {
    // Not to the default 50 microseconds.
    ::prctl(PR_SET_TIMERSLACK, 1UL);
  }

  void add(int fd, std::uint32_t events, void* tag) { control(EPOLL_CTL_ADD, fd, events, tag); }
  void change(int fd, std::uint32_t events, void* tag) { control(EPOLL_CTL_MOD, fd, events, tag); }

  // Waits until something happens, or the time has come.
  std::span<const epoll_event> wait_until(steady::time_point t) {
    using namespace std::chrono_literals;
    const auto ns = std::chrono::nanoseconds(std::max(t - steady::now(), steady::duration(0)));
    const timespec timeout{ns / 1s, (ns % 1s).count()};
    const int n = ::epoll_pwait2(epoll_.get(), events_.data(), static_cast<int>(events_.size()),
                                 &timeout, nullptr);
    if (n < 0 && errno != EINTR) check(n, "epoll_pwait2");
    return std::span(events_).first(static_cast<std::size_t>(std::max(n, 0)));
  }

 private:
  void control(int operation, int fd, std::uint32_t events, void* tag) {
    epoll_event e{};
    e.events = events;
    e.data.ptr = tag;
    check(::epoll_ctl(epoll_.get(), operation, fd, &e), "epoll_ctl");
  }

  descriptor epoll_;
  std::array<epoll_event, 256> events_;
};

// The smallest value that is no less than p per cent of all. There must be one.
inline double percentile(std::span<const double> sorted, double p) {
  const auto rank = std::ceil(p / 100 * static_cast<double>(sorted.size()));
  return sorted[static_cast<std::size_t>(std::max(rank, 1.0)) - 1];
}

}  // namespace bench

#endif
