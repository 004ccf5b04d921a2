// What a channel and a mutex cost.
//
// facade_sync RUNTIME THREADS CASE
//   RUNTIME  coio | asio (asio::experimental::concurrent_channel on a shared asio::io_context)
//   CASE     channel: a value through an unbounded channel from one coroutine to another, which
//            answers through a second one; ns for each value
//            mutex: lock and unlock of a mutex that nobody else wants (coio alone)
//
// Prints one JSON object.
#include <chrono>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <limits>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <asio/experimental/concurrent_channel.hpp>

#include "coio/sched.hpp"
#include "coio/scheduler.hpp"
#include "coio/spawn.hpp"
#include "coio/sync.hpp"

namespace {

using clock_type = std::chrono::steady_clock;

double per_operation(clock_type::time_point begin, long n) {
  const std::chrono::duration<double, std::nano> d = clock_type::now() - begin;
  return d.count() / static_cast<double>(n);
}

constexpr long round_trips = 500'000;
constexpr long locks = 10'000'000;

double coio_channel(int threads) {
  return coio::scheduler().with_workers(threads).run([]() -> coio::awaitable<double> {
    auto [tx, in] = coio::sync::channel<long>();
    auto [out, rx] = coio::sync::channel<long>();
    const auto begin = clock_type::now();
    auto answering =
        coio::spawn([in = std::move(in), out = std::move(out)]() -> coio::awaitable<void> {
          while (const auto v = co_await in.recv())
            co_await out.send(*v);
        });
    for (long i = 0; i < round_trips; ++i) {
      co_await tx.send(i);
      co_await rx.recv();
    }
    co_return per_operation(begin, 2 * round_trips);
  });
}

double coio_mutex(int threads) {
  return coio::scheduler().with_workers(threads).run([]() -> coio::awaitable<double> {
    coio::sync::mutex m;
    const auto begin = clock_type::now();
    for (long i = 0; i < locks; ++i)
      const auto guard = co_await m.lock();
    co_return per_operation(begin, locks);
  });
}

double asio_channel(int threads) {
  using channel = asio::experimental::concurrent_channel<void(asio::error_code, long)>;
  using asio::use_awaitable;
  asio::io_context ctx(threads);
  constexpr auto unbounded = std::numeric_limits<std::size_t>::max();
  channel there(ctx, unbounded), back(ctx, unbounded);
  double result = 0;
  asio::co_spawn(
      ctx,
      [&]() -> asio::awaitable<void> {
        for (long i = 0; i < round_trips; ++i)
          co_await back.async_send({}, co_await there.async_receive(use_awaitable), use_awaitable);
      },
      asio::detached);
  asio::co_spawn(
      ctx,
      [&]() -> asio::awaitable<void> {
        const auto begin = clock_type::now();
        for (long i = 0; i < round_trips; ++i) {
          co_await there.async_send({}, i, use_awaitable);
          co_await back.async_receive(use_awaitable);
        }
        result = per_operation(begin, 2 * round_trips);
      },
      asio::detached);
  std::vector<std::thread> others;
  for (int i = 1; i < threads; ++i)
    others.emplace_back([&] { ctx.run(); });
  ctx.run();
  for (auto& t : others)
    t.join();
  return result;
}

}  // namespace

int main(int argc, char** argv) try {
  const std::string_view runtime = argc == 4 ? argv[1] : "", name = argc == 4 ? argv[3] : "";
  const int threads = argc == 4 ? std::atoi(argv[2]) : 0;
  double (*measure)(int) = nullptr;
  if (runtime == "coio" && name == "channel") measure = coio_channel;
  if (runtime == "coio" && name == "mutex") measure = coio_mutex;
  if (runtime == "asio" && name == "channel") measure = asio_channel;
  if (!measure || threads < 1) {
    std::cerr << "usage: " << argv[0] << " coio|asio THREADS channel|mutex\n";
    return 2;
  }
  const double ns = measure(threads);
  std::cout << "{\"runtime\": \"" << runtime << "\", \"threads\": " << threads << ", \"case\": \""
            << name << "\", \"ns_per_op\": " << ns << "}\n";
} catch (const std::exception& e) {
  std::cerr << argv[0] << ": " << e.what() << "\n";
  return 1;
}
