// What coroutines cost: facade RUNTIME THREADS CASE prints one JSON row.
//
// RUNTIME is coio (coio::spawn and its kin) or asio (asio::co_spawn on an asio::io_context that
// THREADS threads run); CASE is one of
//   spawn-join  a coroutine starts another and awaits its end, one at a time
//   spawn-500k  500,000 are started, then awaited
//   sched       64 coroutines give way in turn
#include <atomic>
#include <chrono>
#include <coio/asio.hpp>
#include <coio/sched.hpp>
#include <coio/scheduler.hpp>
#include <coio/spawn.hpp>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "run_on.hpp"

namespace {

using bench_clock = std::chrono::steady_clock;

constexpr int one_at_a_time = 400'000;
constexpr int many = 500'000;
constexpr int yielders = 64;
constexpr int yields = 40'000;

double nanoseconds_since(bench_clock::time_point start, double operations) {
  return std::chrono::duration<double, std::nano>(bench_clock::now() - start).count() / operations;
}

namespace with_coio {

coio::awaitable<int> one() {
  co_return 1;
}

coio::awaitable<double> spawn_join() {
  const auto start = bench_clock::now();
  for (int i = 0; i < one_at_a_time; ++i)
    co_await coio::spawn(one).join();
  co_return nanoseconds_since(start, one_at_a_time);
}

coio::awaitable<double> spawn_500k() {
  const auto start = bench_clock::now();
  std::vector<coio::join_handle<int>> handles;
  handles.reserve(many);
  for (int i = 0; i < many; ++i)
    handles.push_back(coio::spawn(one));
  for (auto& h : handles)
    co_await h.join();
  co_return nanoseconds_since(start, many);
}

coio::awaitable<void> yield() {
  for (int i = 0; i < yields; ++i)
    co_await coio::sched();
}

coio::awaitable<double> sched() {
  const auto start = bench_clock::now();
  std::vector<coio::join_handle<void>> handles;
  for (int i = 0; i < yielders; ++i)
    handles.push_back(coio::spawn(yield));
  for (auto& h : handles)
    co_await h.join();
  co_return nanoseconds_since(start, double(yielders) * yields);
}

double run(std::string_view name, int threads) {
  coio::scheduler scheduler;
  scheduler.with_workers(threads);
  if (name == "spawn-join") return scheduler.run(spawn_join);
  if (name == "spawn-500k") return scheduler.run(spawn_500k);
  if (name == "sched") return scheduler.run(sched);
  return -1;
}

}  // namespace with_coio

namespace with_asio {

asio::awaitable<int> one() {
  co_return 1;
}

asio::awaitable<double> spawn_join() {
  const auto executor = co_await asio::this_coro::executor;
  const auto start = bench_clock::now();
  for (int i = 0; i < one_at_a_time; ++i)
    co_await asio::co_spawn(executor, one(), asio::use_awaitable);
  co_return nanoseconds_since(start, one_at_a_time);
}

asio::awaitable<double> spawn_500k() {
  const auto executor = co_await asio::this_coro::executor;
  const auto start = bench_clock::now();
  std::atomic<int> left{many};
  for (int i = 0; i < many; ++i)
    asio::co_spawn(executor, one(), [&left](std::exception_ptr, int) { --left; });
  while (left > 0)
    co_await asio::post(asio::use_awaitable);
  co_return nanoseconds_since(start, many);
}

asio::awaitable<void> yield() {
  for (int i = 0; i < yields; ++i)
    co_await asio::post(asio::use_awaitable);
}

asio::awaitable<double> sched() {
  const auto executor = co_await asio::this_coro::executor;
  const auto start = bench_clock::now();
  // This coroutine is one of them: what waits for them would yield, too.
  std::atomic<int> left{yielders - 1};
  for (int i = 1; i < yielders; ++i)
    asio::co_spawn(executor, yield(), [&left](std::exception_ptr) { --left; });
  co_await yield();
  while (left > 0)
    co_await asio::post(asio::use_awaitable);
  co_return nanoseconds_since(start, double(yielders) * yields);
}

double run(std::string_view name, int threads) {
  asio::io_context context(threads);
  double result = -1;
  const auto keep = [&](std::exception_ptr e, double r) {
    if (e) std::rethrow_exception(e);
    result = r;
    context.stop();
  };
  if (name == "spawn-join")
    asio::co_spawn(context, spawn_join(), keep);
  else if (name == "spawn-500k")
    asio::co_spawn(context, spawn_500k(), keep);
  else if (name == "sched")
    asio::co_spawn(context, sched(), keep);
  bench::run_on(context, threads);
  return result;
}

}  // namespace with_asio

}  // namespace

int main(int argc, char** argv) {
  const std::string_view runtime = argc == 4 ? argv[1] : "";
  const int threads = argc == 4 ? std::atoi(argv[2]) : 0;
  const std::string_view name = argc == 4 ? argv[3] : "";
  double result = -1;
  if (threads > 0 && runtime == "coio") result = with_coio::run(name, threads);
  if (threads > 0 && runtime == "asio") result = with_asio::run(name, threads);
  if (result < 0) {
    std::fprintf(stderr, "usage: %s coio|asio THREADS spawn-join|spawn-500k|sched\n", argv[0]);
    return 2;
  }
  std::printf("{\"runtime\": \"%s\", \"threads\": %d, \"case\": \"%s\", \"ns_per_op\": %.1f}\n",
              argv[1], threads, argv[3], result);
}
