// What timers cost. Compiled twice: with coio::io_context, and, where BENCH_ASIO is defined, with
// asio::io_context.
//
// timers WORKERS arm-cancel TIMERS
//   64 coroutines arm that many timers together, then cancel them: prints nanoseconds a timer.
// timers WORKERS timeout TIMERS
//   64 coroutines run that many others together, one after another, each with a limit of an hour,
//   and each of those gives way once: the same.
// timers WORKERS timeout-ready TIMERS
//   As timeout, but the others end at once.
// timers WORKERS expire SECONDS
//   1,000 coroutines sleep until 10 a second pass each: prints what an expiry costs in CPU time,
//   and how late they are.
#include <asio/experimental/awaitable_operators.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <ctime>
#include <exception>
#include <iostream>
#include <mutex>
#include <stdexcept>
#include <string>
#include <vector>

#include "load.hpp"
#include "run_on.hpp"
#if defined(BENCH_ASIO)
#include "coio/asio.hpp"
using context = asio::io_context;
#else
#include "coio/coio.hpp"
using context = coio::io_context;
#endif

namespace {

using namespace std::chrono_literals;
using bench::steady;
using executor = context::executor_type;
using timer = asio::basic_waitable_timer<steady, asio::wait_traits<steady>, executor>;
template <typename T>
using awaitable = asio::awaitable<T, executor>;
constexpr asio::use_awaitable_t<executor> use_awaitable;

void run(context& ctx, int workers) {
#if defined(BENCH_ASIO)
  bench::run_on(ctx, workers);
#else
  static_cast<void>(workers);
  ctx.run();
#endif
}

awaitable<void> arm_and_cancel(long count) {
  const auto ex = co_await asio::this_coro::executor;
  std::vector<timer> timers;
  timers.reserve(static_cast<std::size_t>(count));
  for (long i = 0; i < count; ++i) {
    auto& t = timers.emplace_back(ex, 1h + i * 1ms);
    t.async_wait([](const asio::error_code&) {});
  }
  for (auto& t : timers)
    t.cancel();
}

constexpr int many = 64;  // coroutines

void run_and_print(context& ctx, int workers, long count) {
  const auto begin = steady::now();
  run(ctx, workers);
  std::printf("{\"ns_per_timer\": %.1f}\n",
              bench::microseconds(steady::now() - begin) * 1000 / static_cast<double>(count));
}

void arm_cancel(int workers, long count) {
  context ctx(workers);
  for (int i = 0; i < many; ++i)
    asio::co_spawn(ctx, arm_and_cancel(count / many), asio::detached);
  run_and_print(ctx, workers, count);
}

asio::awaitable<void> ready() {
  co_return;
}

asio::awaitable<void> gives_way() {
  co_await asio::post(asio::use_awaitable);
}

asio::awaitable<void> limit_often(long count, asio::awaitable<void> (*limited)()) {
  using namespace asio::experimental::awaitable_operators;
  asio::steady_timer limit(co_await asio::this_coro::executor);
  for (long i = 0; i < count; ++i) {
    limit.expires_after(1h + i * 1ms);
    const auto first = co_await (limited() || limit.async_wait(asio::use_awaitable));
    if (first.index() != 0) throw std::runtime_error("the limit was over");
  }
}

void timeout(int workers, long count, asio::awaitable<void> (*limited)()) {
  context ctx(workers);
  // Each in a strand, for the two sides of `||` may not run at the same time.
  for (int i = 0; i < many; ++i)
    asio::co_spawn(asio::make_strand(ctx), limit_often(count / many, limited),
                   [](const std::exception_ptr& e) {
                     if (e) std::rethrow_exception(e);
                   });
  run_and_print(ctx, workers, count);
}

struct lateness {
  std::mutex mutex;
  std::vector<double> all;  // microseconds
};

awaitable<void> expire_often(steady::time_point first, steady::duration period,
                             steady::time_point end, lateness& result) {
  std::vector<double> late;
  timer t(co_await asio::this_coro::executor);
  for (auto due = first; due < end; due += period) {
    t.expires_at(due);
    co_await t.async_wait(use_awaitable);
    late.push_back(bench::microseconds(steady::now() - due));
  }
  const std::lock_guard lock(result.mutex);
  result.all.insert(result.all.end(), late.begin(), late.end());
}

void expire(int workers, long seconds) {
  constexpr int coroutines = 1000;
  constexpr auto period = 100ms;
  context ctx(workers);
  lateness result;
  const auto begin = steady::now() + 50ms;
  for (int i = 0; i < coroutines; ++i)
    asio::co_spawn(ctx,
                   expire_often(begin + i * steady::duration(period) / coroutines, period,
                                begin + std::chrono::seconds(seconds), result),
                   asio::detached);
  const auto cpu = std::clock();
  run(ctx, workers);
  const double cpu_us = static_cast<double>(std::clock() - cpu) * 1e6 / CLOCKS_PER_SEC;
  auto& late = result.all;
  std::sort(late.begin(), late.end());
  std::printf("{\"cpu_us_per_expiry\": %.3f, \"late_p50_us\": %.1f, \"late_p99_us\": %.1f}\n",
              cpu_us / static_cast<double>(late.size()), bench::percentile(late, 50),
              bench::percentile(late, 99));
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 4) throw std::invalid_argument("arguments");
  const int workers = std::stoi(argv[1]);
  const std::string name = argv[2];
  const long n = std::stol(argv[3]);
  if (workers < 1 || n < 1) throw std::invalid_argument("arguments");
  if (name == "arm-cancel")
    arm_cancel(workers, n);
  else if (name == "timeout")
    timeout(workers, n, gives_way);
  else if (name == "timeout-ready")
    timeout(workers, n, ready);
  else if (name == "expire")
    expire(workers, n);
  else
    throw std::invalid_argument("case");
} catch (const std::logic_error&) {
  std::cerr << "usage: " << argv[0]
            << " WORKERS arm-cancel|timeout|timeout-ready TIMERS | WORKERS expire SECONDS\n";
  return 2;
} catch (const std::exception& e) {
  std::cerr << argv[0] << ": " << e.what() << "\n";
  return 1;
}
