// What coroutines cost that sleep: memory RUNTIME THREADS COROUTINES SECONDS prints one JSON
// object.
//
// RUNTIME is coio (coio::spawn and coio::sleep_until) or asio (asio::co_spawn and
// asio::steady_timer on an asio::io_context that THREADS threads run). One coroutine starts the
// others. They sleep until the same moment, which is SECONDS after the start, and are counted when
// they begin and when they end, since not every runtime can wait for all of them.
//   bytes   the resident set when all sleep, less that before, a coroutine
//   cpu_ms  CPU time of the process, from the start until all have ended
//   wall_s  the time that this took
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <ctime>
#include <exception>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>

#include "coio/asio.hpp"
#include "coio/sched.hpp"
#include "coio/scheduler.hpp"
#include "coio/spawn.hpp"

#include "run_on.hpp"

namespace {

using namespace std::chrono_literals;
using bench_clock = std::chrono::steady_clock;

// Not on the heap, so that a coroutine needs no pointer to them.
std::atomic<long> begun{0}, ended{0};

std::size_t resident_bytes() {
  std::size_t total = 0, resident = 0;
  std::ifstream("/proc/self/statm") >> total >> resident;
  return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

class measurement {
 public:
  measurement(long coroutines, long seconds)
      : coroutines_(coroutines), moment_(start_ + std::chrono::seconds(seconds)) {}

  bench_clock::time_point moment() const { return moment_; }

  void all_sleep() {
    grown_ = static_cast<double>(resident_bytes()) - static_cast<double>(before_);
    if (bench_clock::now() >= moment_)
      throw std::runtime_error("the first woke up before the last slept; let them sleep longer");
  }

  void all_have_ended() const {
    const double cpu_ms = static_cast<double>(std::clock() - cpu_) * 1e3 / CLOCKS_PER_SEC;
    const std::chrono::duration<double> wall = bench_clock::now() - start_;
    std::printf("{\"bytes\": %.1f, \"cpu_ms\": %.3f, \"wall_s\": %.4f}\n",
                grown_ / static_cast<double>(coroutines_), cpu_ms, wall.count());
  }

 private:
  const long coroutines_;
  const std::size_t before_ = resident_bytes();
  const std::clock_t cpu_ = std::clock();
  const bench_clock::time_point start_ = bench_clock::now();
  const bench_clock::time_point moment_;
  double grown_ = 0;
};

namespace with_coio {

coio::awaitable<void> sleeper(bench_clock::time_point moment) {
  ++begun;
  co_await coio::sleep_until(moment);
  ++ended;
}

coio::awaitable<void> start(long coroutines, long seconds) {
  measurement m(coroutines, seconds);
  for (long i = 0; i < coroutines; ++i)
    coio::spawn(sleeper, m.moment());
  while (begun < coroutines)
    co_await coio::sleep(1ms);
  m.all_sleep();
  co_await coio::sleep_until(m.moment());
  while (ended < coroutines)
    co_await coio::sleep(1ms);
  m.all_have_ended();
}

void run(int threads, long coroutines, long seconds) {
  coio::scheduler().with_workers(threads).run([&] { return start(coroutines, seconds); });
}

}  // namespace with_coio

namespace with_asio {

asio::awaitable<void> sleep_until(bench_clock::time_point moment) {
  asio::steady_timer timer(co_await asio::this_coro::executor, moment);
  co_await timer.async_wait(asio::use_awaitable);
}

asio::awaitable<void> sleeper(bench_clock::time_point moment) {
  ++begun;
  asio::steady_timer timer(co_await asio::this_coro::executor, moment);
  co_await timer.async_wait(asio::use_awaitable);
  ++ended;
}

asio::awaitable<void> start(long coroutines, long seconds) {
  const auto executor = co_await asio::this_coro::executor;
  measurement m(coroutines, seconds);
  for (long i = 0; i < coroutines; ++i)
    asio::co_spawn(executor, sleeper(m.moment()), asio::detached);
  while (begun < coroutines)
    co_await sleep_until(bench_clock::now() + 1ms);
  m.all_sleep();
  co_await sleep_until(m.moment());
  while (ended < coroutines)
    co_await sleep_until(bench_clock::now() + 1ms);
  m.all_have_ended();
}

void run(int threads, long coroutines, long seconds) {
  asio::io_context context(threads);
  std::exception_ptr failure;
  asio::co_spawn(context, start(coroutines, seconds), [&](std::exception_ptr e) {
    failure = e;
    context.stop();
  });
  bench::run_on(context, threads);
  if (failure) std::rethrow_exception(failure);
}

}  // namespace with_asio

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 5) throw std::invalid_argument("arguments");
  const std::string runtime = argv[1];
  const int threads = std::stoi(argv[2]);
  const long coroutines = std::stol(argv[3]), seconds = std::stol(argv[4]);
  if (threads < 1 || coroutines < 1 || seconds < 1) throw std::invalid_argument("arguments");
  if (runtime == "coio")
    with_coio::run(threads, coroutines, seconds);
  else if (runtime == "asio")
    with_asio::run(threads, coroutines, seconds);
  else
    throw std::invalid_argument("runtime");
} catch (const std::logic_error&) {
  std::cerr << "usage: " << argv[0] << " coio|asio THREADS COROUTINES SECONDS\n";
  return 2;
} catch (const std::exception& e) {
  std::cerr << argv[0] << ": " << e.what() << "\n";
  return 1;
}
