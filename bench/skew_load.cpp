// HTTP load of which a few connections cost the server much, and the rest little. Prints
// percentiles of the latency of the light ones as JSON.
//
// A paced request has its time. If the answer to the one before is late, the request waits for it,
// and its latency still counts from its own time: a server that holds up a connection does not get
// away with fewer requests.
//
// skew_load PORT SECONDS SCENE WORKERS
//   burn  a connection whose requests cost 5 ms each, one every 7 ms; 16 light ones, 100/s each
//   hot   400 connections, of which 8 send without a pause requests that cost 50 us each. They are
//         those that a server with this number of workers gives to one of them if it assigns its
//         connections in turn. The others are light, 10/s each
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <list>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "http.hpp"
#include "load.hpp"

namespace {

using namespace std::chrono_literals;
using bench::steady;
using latencies = std::vector<double>;  // microseconds

constexpr auto warm_up = 200ms;
constexpr auto grace = 5s;  // for the answers to the last requests

struct kind {
  std::string_view path;
  steady::duration period;  // zero: the next request follows the answer
};

struct scene {
  int connections;
  int heavy_connections;
  int stride;  // between two heavy ones
  kind heavy;
  kind light;
};

scene find_scene(std::string_view name, int workers) {
  if (name == "burn") return {17, 1, 1, {"/burn?us=5000", 7ms}, {"/", 10ms}};
  if (name == "hot") return {400, 8, workers, {"/burn?us=50", 0ms}, {"/", 100ms}};
  throw std::invalid_argument("scene");
}

class client {
 public:
  client(std::uint16_t port, const kind& k, latencies& result)
      : socket_(bench::connect_to(port)), period_(k.period), result_(result) {
    request_.append("GET ").append(k.path).append(" HTTP/1.1\r\nHost: localhost\r\n\r\n");
  }

  int socket() const { return socket_.get(); }
  steady::duration period() const { return period_; }
  bool waiting() const { return waiting_; }
  steady::time_point due() const { return due_; }

  void schedule(steady::time_point first, steady::time_point counted_from) {
    due_ = first;
    counted_from_ = counted_from;
  }

  void send() {
    const auto n = ::send(socket(), request_.data(), request_.size(), MSG_NOSIGNAL);
    if (n != static_cast<ssize_t>(request_.size()))
      throw std::system_error(errno, std::generic_category(), "send");
    waiting_ = true;
  }

  void receive() {
    char bytes[1024];
    const auto n = ::recv(socket(), bytes, sizeof(bytes), 0);
    if (n <= 0) throw std::runtime_error("the server closed a connection");
    answer_.append(bytes, static_cast<std::size_t>(n));
    if (answer_.size() < bench::reply.size()) return;
    if (answer_ != bench::reply) throw std::runtime_error("unexpected answer: " + answer_);
    const auto now = steady::now();
    if (due_ >= counted_from_) result_.push_back(bench::microseconds(now - due_));
    answer_.clear();
    waiting_ = false;
    due_ = period_ == 0ms ? now : due_ + period_;
  }

 private:
  bench::descriptor socket_;
  steady::duration period_;
  latencies& result_;
  std::string request_;
  std::string answer_;
  steady::time_point due_;  // of the request that waits for its answer, or else of the next
  steady::time_point counted_from_;
  bool waiting_ = false;
};

void run(std::list<client>& clients, steady::time_point end) {
  bench::poller poller;
  for (auto& c : clients)
    poller.add(c.socket(), EPOLLIN, &c);
  for (;;) {
    auto next = steady::time_point::max();
    bool waiting = false;
    const auto now = steady::now();
    for (auto& c : clients) {
      if (!c.waiting() && c.due() < end && c.due() <= now) c.send();
      if (c.waiting())
        waiting = true;
      else if (c.due() < end)
        next = std::min(next, c.due());
    }
    if (next == steady::time_point::max()) {
      if (!waiting) return;
      next = end + grace;
    }
    if (now > end + grace) throw std::runtime_error("the server does not keep up");
    for (const auto& e : poller.wait_until(next))
      static_cast<client*>(e.data.ptr)->receive();
  }
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 5) throw std::invalid_argument("arguments");
  const int port = std::stoi(argv[1]), seconds = std::stoi(argv[2]), workers = std::stoi(argv[4]);
  if (port < 1 || port > 65535 || seconds < 1 || workers < 1)
    throw std::invalid_argument("arguments");
  const scene s = find_scene(argv[3], workers);
  latencies light, heavy;
  std::list<client> clients;
  for (int i = 0; i < s.connections; ++i) {
    const bool is_heavy = i % s.stride == 0 && i / s.stride < s.heavy_connections;
    clients.emplace_back(static_cast<std::uint16_t>(port), is_heavy ? s.heavy : s.light,
                         is_heavy ? heavy : light);
  }
  const auto begin = steady::now() + 10ms;
  int i = 0;
  for (auto& c : clients)
    c.schedule(begin + i++ * c.period() / s.connections, begin + warm_up);
  run(clients, begin + warm_up + std::chrono::seconds(seconds));

  if (light.empty() || heavy.empty()) throw std::runtime_error("a request was never answered");
  std::sort(light.begin(), light.end());
  std::sort(heavy.begin(), heavy.end());
  using bench::percentile;
  std::printf(
      "{\"p50_us\": %.1f, \"p90_us\": %.1f, \"p99_us\": %.1f, \"p999_us\": %.1f, "
      "\"heavy_p50_us\": %.1f, \"heavy_per_second\": %.1f}\n",
      percentile(light, 50), percentile(light, 90), percentile(light, 99), percentile(light, 99.9),
      percentile(heavy, 50), static_cast<double>(heavy.size()) / seconds);
} catch (const std::logic_error&) {
  std::cerr << "usage: " << argv[0] << " PORT SECONDS burn|hot WORKERS\n";
  return 2;
} catch (const std::exception& e) {
  std::cerr << argv[0] << ": " << e.what() << "\n";
  return 1;
}
