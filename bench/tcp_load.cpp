// Load for servers that send back what they receive. Checks each byte that comes back. Prints the
// rate and percentiles of the latency as JSON.
//
// tcp_load PORT CONNECTIONS ACTIVE BYTES SECONDS RATE
//
// Opens the connections, one after the other, and sends a message over each. Then it prints a line,
// waits for one, and lets the first ACTIVE connections send: each its next message when the last
// one has come back (RATE 0, closed loop), or all together RATE messages a second (open loop). In
// an open loop each message has its time. If the one before is late, the message waits for it, and
// its latency still counts from its own time: a server that stalls does not get away with fewer
// messages.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <future>
#include <iostream>
#include <list>
#include <random>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "load.hpp"

namespace {

using namespace std::chrono_literals;
using bench::steady;

constexpr std::size_t most_threads = 2;
constexpr auto warm_up = 200ms;
constexpr auto grace = 5s;  // for the last messages

// All messages are pieces of one random text, each from another place: neither another connection's
// message nor the one before can pass for the right one.
class text {
 public:
  explicit text(std::size_t bytes) : bytes_(bytes), all_(bytes + places) {
    std::minstd_rand random;
    std::generate(all_.begin(), all_.end(), [&] { return static_cast<char>(random() >> 8); });
  }
  std::span<const char> message(std::uint64_t connection, std::uint64_t number) const {
    return std::span(all_).subspan((connection * 1031 + number * 257) % places, bytes_);
  }

 private:
  static constexpr std::size_t places = 4099;  // a prime
  std::size_t bytes_;
  std::vector<char> all_;
};

class connection {
 public:
  connection(std::uint16_t port, std::uint64_t id, const text& t)
      : socket_(bench::connect_to(port)), id_(id), text_(t) {
    // To close it without a trace. Else thousands of addresses would stay taken for a minute.
    const linger reset{1, 0};
    bench::check(::setsockopt(socket(), SOL_SOCKET, SO_LINGER, &reset, sizeof(reset)),
                 "setsockopt");
    const timeval patience{10, 0};
    bench::check(::setsockopt(socket(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience)),
                 "setsockopt");
  }

  int socket() const { return socket_.get(); }
  bool waiting() const { return waiting_; }

  steady::time_point due;  // of the message that is on its way, or else of the next

  void begin() {
    message_ = text_.message(id_, number_++);
    sent_ = received_ = 0;
    waiting_ = true;
  }

  // Whether all is sent.
  bool send() {
    const auto rest = message_.subspan(sent_);
    const auto n = ::send(socket(), rest.data(), rest.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (n < 0 && errno != EAGAIN) throw std::system_error(errno, std::generic_category(), "send");
    sent_ += static_cast<std::size_t>(std::max<ssize_t>(n, 0));
    return sent_ == message_.size();
  }

  // Whether the message is complete.
  bool receive(std::span<char> space, int flags) {
    const auto n = ::recv(socket(), space.data(), space.size(), flags);
    if (n == 0) throw std::runtime_error("the server closed a connection");
    if (n < 0) {
      if (errno == EAGAIN && flags & MSG_DONTWAIT) return false;
      throw std::system_error(errno, std::generic_category(), "recv");
    }
    const auto bytes = static_cast<std::size_t>(n);
    if (bytes > sent_ - received_) throw std::runtime_error("more came back than was sent");
    if (std::memcmp(space.data(), message_.data() + received_, bytes) != 0)
      throw std::runtime_error("what came back is not what was sent");
    received_ += bytes;
    waiting_ = received_ < message_.size();
    return !waiting_;
  }

  // Sends a message and waits until it has come back, which makes sure that the server has accepted
  // the connection.
  void exchange(std::span<char> space) {
    begin();
    for (bool all_sent = send(), done = false; !done; all_sent = all_sent || send())
      done = receive(space, 0);
  }

 private:
  bench::descriptor socket_;
  std::uint64_t id_;
  const text& text_;
  std::span<const char> message_;
  std::uint64_t number_ = 0;
  std::size_t sent_ = 0;
  std::size_t received_ = 0;
  bool waiting_ = false;
};

struct plan {
  steady::time_point counted_from;
  steady::time_point end;
  steady::duration period;  // of each connection; zero in a closed loop
};

struct result {
  std::vector<double> latencies;  // microseconds
  std::size_t messages = 0;       // with those that do not count
};

// What one thread does.
class sender {
 public:
  sender(std::vector<connection*> connections, const plan& p)
      : connections_(std::move(connections)), plan_(p), space_(std::size_t(1) << 16) {}

  result run() {
    for (auto* c : connections_)
      poller_.add(c->socket(), EPOLLIN, c);
    if (!paced())
      for (auto* c : connections_)
        begin(*c, steady::now());
    for (;;) {
      const auto next = paced() ? begin_due() : steady::time_point::max();
      if (outstanding_ == 0 && next == steady::time_point::max()) return std::move(result_);
      const auto last = plan_.end + grace;
      if (steady::now() > last) throw std::runtime_error("the server does not keep up");
      for (const auto& e : poller_.wait_until(std::min(next, last)))
        serve(*static_cast<connection*>(e.data.ptr), e.events);
    }
  }

 private:
  bool paced() const { return plan_.period > 0ns; }

  // Gives the time of the next message.
  steady::time_point begin_due() {
    const auto now = steady::now();
    auto next = steady::time_point::max();
    for (auto* c : connections_) {
      if (c->waiting() || c->due >= plan_.end) continue;
      if (c->due <= now)
        begin(*c, c->due);
      else
        next = std::min(next, c->due);
    }
    return next;
  }

  void begin(connection& c, steady::time_point due) {
    c.due = due;
    c.begin();
    ++outstanding_;
    if (!c.send()) poller_.change(c.socket(), EPOLLIN | EPOLLOUT, &c);
  }

  void serve(connection& c, std::uint32_t events) {
    if (events & EPOLLOUT && c.send()) poller_.change(c.socket(), EPOLLIN, &c);
    if (!(events & ~static_cast<std::uint32_t>(EPOLLOUT)) || !c.receive(space_, MSG_DONTWAIT))
      return;
    const auto now = steady::now();
    ++result_.messages;
    if (c.due >= plan_.counted_from && c.due < plan_.end)
      result_.latencies.push_back(bench::microseconds(now - c.due));
    --outstanding_;
    if (paced())
      c.due += plan_.period;
    else if (now < plan_.end)
      begin(c, now);
  }

  std::vector<connection*> connections_;
  const plan& plan_;
  bench::poller poller_;
  std::vector<char> space_;
  std::size_t outstanding_ = 0;
  result result_;
};

result run(std::list<connection>& connections, std::size_t active, int seconds, int rate) {
  const auto begin = steady::now() + 10ms;
  plan p{begin + warm_up, begin + warm_up + std::chrono::seconds(seconds), 0ns};
  if (rate > 0) p.period = std::chrono::nanoseconds(1s) * active / rate;
  std::vector<std::vector<connection*>> shares(std::min(most_threads, active));
  auto c = connections.begin();
  for (std::size_t i = 0; i < active; ++i, ++c) {
    c->due = begin + i * p.period / active;
    shares[i % shares.size()].push_back(&*c);
  }
  std::vector<std::future<result>> threads;
  for (auto& share : shares)
    threads.push_back(
        std::async(std::launch::async, [&p, &share] { return sender(std::move(share), p).run(); }));
  result all;
  for (auto& t : threads) {
    const auto one = t.get();
    all.messages += one.messages;
    all.latencies.insert(all.latencies.end(), one.latencies.begin(), one.latencies.end());
  }
  return all;
}

void print(result r, int seconds) {
  auto& l = r.latencies;
  if (l.empty()) throw std::runtime_error("no message came back");
  std::sort(l.begin(), l.end());
  std::printf("{\"messages\": %zu, \"messages_per_second\": %.1f", r.messages,
              static_cast<double>(l.size()) / seconds);
  for (const auto& [name, p] : {std::pair("p50_us", 50.0),
                                {"p90_us", 90.0},
                                {"p99_us", 99.0},
                                {"p999_us", 99.9},
                                {"max_us", 100.0}})
    std::printf(", \"%s\": %.1f", name, bench::percentile(l, p));
  std::printf("}\n");
}

}  // namespace

int main(int argc, char** argv) try {
  std::vector<int> numbers;
  for (int i = 1; i < argc; ++i)
    numbers.push_back(std::stoi(argv[i]));
  if (numbers.size() != 6 || *std::min_element(numbers.begin(), numbers.end() - 1) < 1 ||
      numbers[0] > 65535 || numbers[2] > numbers[1] || numbers[5] < 0)
    throw std::invalid_argument("arguments");
  const auto port = static_cast<std::uint16_t>(numbers[0]);
  const text t(static_cast<std::size_t>(numbers[3]));
  std::vector<char> space(std::size_t(1) << 16);
  std::list<connection> connections;
  for (int i = 0; i < numbers[1]; ++i)
    connections.emplace_back(port, static_cast<std::uint64_t>(i), t).exchange(space);
  std::puts("ready");
  std::fflush(stdout);
  if (std::getchar() == EOF) return 0;
  print(run(connections, static_cast<std::size_t>(numbers[2]), numbers[4], numbers[5]), numbers[4]);
} catch (const std::logic_error&) {
  std::cerr << "usage: " << argv[0] << " PORT CONNECTIONS ACTIVE BYTES SECONDS RATE\n";
  return 2;
} catch (const std::exception& e) {
  std::cerr << argv[0] << ": " << e.what() << "\n";
  return 1;
}
