// How late a timer is and how often a pair of sockets echoes while other handlers never rest.
// Compiled twice: with coio::io_context, and, where BENCH_ASIO is defined, with asio::io_context.
//
// fairness WORKERS shared|per-core BESIDE SECONDS
//   per-core    a context for each worker; what never rests is spread over them (Asio alone)
//   nothing     beside nothing
//   posts       10 handlers that post themselves
//   yields      10 coroutines that yield
//   posters     2 threads that post from outside, each up to 64 handlers ahead
// Prints what was seen in the first and in the last quarter of the time.
#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "load.hpp"
#if defined(BENCH_ASIO)
#include "coio/asio.hpp"
using context = asio::io_context;
#else
#include "coio/coio.hpp"
using context = coio::io_context;
#endif

namespace {

using namespace std::chrono_literals;
using asio::ip::tcp;
using bench::steady;

constexpr int tasks = 10;
constexpr int posters = 2;
constexpr int ahead = 64;
constexpr auto period = 1ms;

class contexts {
 public:
  explicit contexts(int workers, [[maybe_unused]] const std::string& mode) {
#if defined(BENCH_ASIO)
    const bool per_core = mode == "per-core";
    if (!per_core && mode != "shared") throw std::invalid_argument("mode");
    for (int i = 0; i < (per_core ? workers : 1); ++i)
      all_.push_back(std::make_unique<context>(per_core ? 1 : workers));
    threads_ = workers;
#else
    if (mode != "shared") throw std::invalid_argument("mode");
    all_.push_back(std::make_unique<context>(workers));
#endif
  }

  context& at(int i) { return *all_[static_cast<std::size_t>(i) % all_.size()]; }

  // The threads end with the process.
  void start() {
    for (int i = 0; i < threads_; ++i)
      std::thread([&ctx = at(i)] {
        const auto work = asio::make_work_guard(ctx);
        ctx.run();
      }).detach();
  }

 private:
  std::vector<std::unique_ptr<context>> all_;
  int threads_ = 1;
};

// Latenesses in microseconds, by the time at which the timer was due.
class lateness {
 public:
  void expired(steady::time_point due, steady::time_point now) {
    const std::lock_guard lock(mutex_);
    samples_.push_back({due, now});
    due_ = now;
  }

  // Those of timers that were due or late at some time from `begin` to `end`, and that of the timer
  // that is late now.
  std::vector<double> between(steady::time_point begin, steady::time_point end) {
    const std::lock_guard lock(mutex_);
    std::vector<double> result;
    for (const auto& s : samples_)
      if (s.due < end && begin <= s.expired)
        result.push_back(bench::microseconds(s.expired - s.due));
    const auto now = steady::now();
    if (due_ + period < now && (due_ < end || result.empty()))
      result.push_back(bench::microseconds(now - due_ - period));
    std::sort(result.begin(), result.end());
    return result;
  }

 private:
  struct sample {
    steady::time_point due;
    steady::time_point expired;
  };
  std::mutex mutex_;
  std::vector<sample> samples_;
  steady::time_point due_ = steady::now();  // no earlier than the next time, less a period
};

asio::awaitable<void> tick(lateness& result) {
  asio::steady_timer timer(co_await asio::this_coro::executor);
  for (auto due = steady::now() + period;;) {
    timer.expires_at(due);
    co_await timer.async_wait(asio::use_awaitable);
    const auto now = steady::now();
    result.expired(due, now);
    // What has been missed is not made up for: it has been counted.
    due += period * ((now - due) / period + 1);
  }
}

asio::awaitable<void> echo(tcp::socket socket) {
  for (char c = 0;;) {
    co_await asio::async_read(socket, asio::buffer(&c, 1), asio::use_awaitable);
    co_await asio::async_write(socket, asio::buffer(&c, 1), asio::use_awaitable);
  }
}

asio::awaitable<void> ask(tcp::socket socket, std::atomic<long>& trips) {
  for (char c = 0;; trips.fetch_add(1, std::memory_order_relaxed)) {
    co_await asio::async_write(socket, asio::buffer(&c, 1), asio::use_awaitable);
    co_await asio::async_read(socket, asio::buffer(&c, 1), asio::use_awaitable);
  }
}

void start_echo(context& ctx, std::atomic<long>& trips) {
  tcp::acceptor acceptor(ctx, {asio::ip::address_v4::loopback(), 0});
  tcp::socket client(ctx);
  client.connect(acceptor.local_endpoint());
  client.set_option(tcp::no_delay(true));
  tcp::socket peer = acceptor.accept();
  peer.set_option(tcp::no_delay(true));
  asio::co_spawn(ctx, echo(std::move(peer)), asio::detached);
  asio::co_spawn(ctx, ask(std::move(client), trips), asio::detached);
}

void post_again(context& ctx) {
  asio::post(ctx, [&ctx] { post_again(ctx); });
}

asio::awaitable<void> yield() {
  for (;;)
    co_await asio::post(asio::use_awaitable);
}

void post_from_outside(contexts& all) {
  std::atomic<int> queued{0};
  for (int i = 0;; ++i) {
    while (queued.load(std::memory_order_relaxed) >= ahead)
      std::this_thread::yield();
    queued.fetch_add(1, std::memory_order_relaxed);
    asio::post(all.at(i), [&queued] { queued.fetch_sub(1, std::memory_order_relaxed); });
  }
}

void start_beside(contexts& all, const std::string& what) {
  if (what == "posts")
    for (int i = 0; i < tasks; ++i)
      post_again(all.at(i));
  else if (what == "yields")
    for (int i = 0; i < tasks; ++i)
      asio::co_spawn(all.at(i), yield(), asio::detached);
  else if (what == "posters")
    for (int i = 0; i < posters; ++i)
      std::thread([&all] { post_from_outside(all); }).detach();
  else if (what != "nothing")
    throw std::invalid_argument("beside");
}

void print(const char* part, const std::vector<double>& late, double trips) {
  std::printf("\"%s_p50_us\": %.1f, \"%s_p99_us\": %.1f, \"%s_max_us\": %.1f, \"%s_trips\": %.1f",
              part, bench::percentile(late, 50), part, bench::percentile(late, 99), part,
              late.back(), part, trips);
}

void measure(int workers, const std::string& mode, const std::string& beside, double seconds) {
  contexts all(workers, mode);
  lateness late;
  std::atomic<long> trips{0};
  start_echo(all.at(0), trips);
  asio::co_spawn(all.at(0), tick(late), asio::detached);
  start_beside(all, beside);
  all.start();

  const auto part =
      std::chrono::duration_cast<steady::duration>(std::chrono::duration<double>(seconds / 4));
  const auto begin = steady::now() + 100ms;  // threads have started
  std::array<long, 5> seen{};
  for (std::size_t i = 0; i < seen.size(); ++i) {
    std::this_thread::sleep_until(begin + static_cast<int>(i) * part);
    seen[i] = trips;
  }
  const auto first = late.between(begin, begin + part);
  const auto last = late.between(begin + 3 * part, begin + 4 * part);
  std::printf("{");
  print("first", first, static_cast<double>(seen[1] - seen[0]) / (seconds / 4));
  std::printf(", ");
  print("last", last, static_cast<double>(seen[4] - seen[3]) / (seconds / 4));
  std::printf("}\n");
  std::fflush(stdout);
  // The handlers never end.
  std::_Exit(0);
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 5) throw std::invalid_argument("arguments");
  const int workers = std::stoi(argv[1]);
  const double seconds = std::stod(argv[4]);
  if (workers < 1 || seconds <= 0) throw std::invalid_argument("arguments");
  measure(workers, argv[2], argv[3], seconds);
} catch (const std::logic_error&) {
  std::cerr << "usage: " << argv[0]
            << " WORKERS shared|per-core nothing|posts|yields|posters SECONDS\n";
  return 2;
} catch (const std::exception& e) {
  std::cerr << argv[0] << ": " << e.what() << "\n";
  return 1;
}
