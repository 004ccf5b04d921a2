// Paced HTTP load: one heavy connection, 16 light ones. Prints percentiles of the latency of the
// light ones as JSON.
//
// A request has its time. If the answer to the one before is late, the request waits for it, and
// its latency still counts from its own time: a server that holds up a connection does not get away
// with fewer requests.
//
// skew_load PORT SECONDS
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <list>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "http.hpp"

namespace {

using namespace std::chrono_literals;
using steady = std::chrono::steady_clock;
using latencies = std::vector<double>;  // microseconds

constexpr int light_connections = 16;
constexpr auto light_period = 10ms;
constexpr auto heavy_period = 7ms;
constexpr std::string_view heavy_path = "/burn?us=5000";
constexpr auto warm_up = 200ms;
constexpr auto grace = 5s;  // for the answers to the last requests

double microseconds(steady::duration d) {
  return std::chrono::duration<double, std::micro>(d).count();
}

int check(int result, const char* what) {
  if (result < 0) throw std::system_error(errno, std::generic_category(), what);
  return result;
}

class client {
 public:
  client(std::uint16_t port, std::string_view path, steady::duration period, latencies& result)
      : socket_(check(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket")),
        period_(period),
        result_(result) {
    const int on = 1;
    check(::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on)), "setsockopt");
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    check(::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof(address)), "connect");
    request_.append("GET ").append(path).append(" HTTP/1.1\r\nHost: localhost\r\n\r\n");
  }
  client(const client&) = delete;
  client& operator=(const client&) = delete;
  ~client() { ::close(socket_); }

  int socket() const { return socket_; }
  bool waiting() const { return waiting_; }
  steady::time_point due() const { return due_; }

  void schedule(steady::time_point first, steady::time_point counted_from) {
    due_ = first;
    counted_from_ = counted_from;
  }

  void send() {
    const auto n = ::send(socket_, request_.data(), request_.size(), MSG_NOSIGNAL);
    if (n != static_cast<ssize_t>(request_.size()))
      throw std::system_error(errno, std::generic_category(), "send");
    waiting_ = true;
  }

  void receive() {
    char bytes[1024];
    const auto n = ::recv(socket_, bytes, sizeof(bytes), 0);
    if (n <= 0) throw std::runtime_error("the server closed a connection");
    answer_.append(bytes, static_cast<std::size_t>(n));
    const std::string_view all(answer_);
    if (!all.ends_with(bench::body)) {
      if (all.size() > 1000) throw std::runtime_error("unexpected answer: " + answer_);
      return;
    }
    if (!all.starts_with(bench::status)) throw std::runtime_error("unexpected answer: " + answer_);
    if (due_ >= counted_from_) result_.push_back(microseconds(steady::now() - due_));
    answer_.clear();
    waiting_ = false;
    due_ += period_;
  }

 private:
  int socket_;
  steady::duration period_;
  latencies& result_;
  std::string request_;
  std::string answer_;
  steady::time_point due_;  // of the request that waits for its answer, or else of the next
  steady::time_point counted_from_;
  bool waiting_ = false;
};

timespec until(steady::time_point t) {
  const auto ns = std::chrono::nanoseconds(std::max(t - steady::now(), steady::duration(0)));
  return {ns / 1s, (ns % 1s).count()};
}

void run(std::list<client>& clients, steady::time_point end) {
  std::vector<pollfd> sockets;
  for (const auto& c : clients)
    sockets.push_back({c.socket(), POLLIN, 0});
  for (;;) {
    auto next = steady::time_point::max();
    bool waiting = false;
    for (auto& c : clients) {
      if (!c.waiting() && c.due() < end && c.due() <= steady::now()) c.send();
      if (c.waiting())
        waiting = true;
      else if (c.due() < end)
        next = std::min(next, c.due());
    }
    if (next == steady::time_point::max()) {
      if (!waiting) return;
      next = end + grace;
    }
    if (steady::now() > end + grace) throw std::runtime_error("the server does not keep up");
    const timespec timeout = until(next);
    if (::ppoll(sockets.data(), sockets.size(), &timeout, nullptr) < 0 && errno != EINTR)
      throw std::system_error(errno, std::generic_category(), "ppoll");
    std::size_t i = 0;
    for (auto& c : clients)
      if (sockets[i++].revents) c.receive();
  }
}

double percentile(const latencies& sorted, double p) {
  const auto rank = std::ceil(p / 100 * static_cast<double>(sorted.size()));
  return sorted[static_cast<std::size_t>(std::max(rank, 1.0)) - 1];
}

}  // namespace

int main(int argc, char** argv) try {
  const int port = argc == 3 ? std::atoi(argv[1]) : 0;
  const int seconds = argc == 3 ? std::atoi(argv[2]) : 0;
  if (port < 1 || port > 65535 || seconds < 1) {
    std::cerr << "usage: " << argv[0] << " PORT SECONDS\n";
    return 2;
  }
  // Timeouts to the microsecond, not to the default 50.
  ::prctl(PR_SET_TIMERSLACK, 1UL);
  latencies light, heavy;
  std::list<client> clients;
  const auto p = static_cast<std::uint16_t>(port);
  clients.emplace_back(p, heavy_path, heavy_period, heavy);
  for (int i = 0; i < light_connections; ++i)
    clients.emplace_back(p, "/", light_period, light);

  const auto begin = steady::now() + 10ms;
  int i = 0;
  for (auto& c : clients)
    c.schedule(begin + i++ * light_period / light_connections, begin + warm_up);
  run(clients, begin + warm_up + std::chrono::seconds(seconds));

  std::sort(light.begin(), light.end());
  std::sort(heavy.begin(), heavy.end());
  std::printf(
      "{\"p50_us\": %.1f, \"p90_us\": %.1f, \"p99_us\": %.1f, \"p999_us\": %.1f, "
      "\"heavy_p50_us\": %.1f, \"requests\": %zu}\n",
      percentile(light, 50), percentile(light, 90), percentile(light, 99), percentile(light, 99.9),
      percentile(heavy, 50), light.size());
} catch (const std::exception& e) {
  std::cerr << argv[0] << ": " << e.what() << "\n";
  return 1;
}
