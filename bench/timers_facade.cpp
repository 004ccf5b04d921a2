// The cases timeout, timeout-ready and expire of timers.cpp, as one writes them with the facade.
//
// timers_facade WORKERS timeout|timeout-ready TIMERS | WORKERS expire|expire-2ms SECONDS
//
// expire-2ms: with a slack of 2 ms: then they are as late as those of Tokio.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <exception>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

#include "coio/coio.hpp"
#include "load.hpp"

namespace {

using namespace std::chrono_literals;
using bench::steady;

coio::awaitable<void> ready() {
  co_return;
}

coio::awaitable<void> gives_way() {
  co_await coio::sched();
}

coio::awaitable<void> limit_often(long count, coio::awaitable<void> (*limited)()) {
  for (long i = 0; i < count; ++i)
    co_await coio::timeout(1h + i * 1ms, limited());
}

coio::awaitable<void> timeout(long count, coio::awaitable<void> (*limited)()) {
  constexpr int coroutines = 64;
  const auto begin = steady::now();
  std::vector<coio::join_handle<void>> handles;
  for (int i = 0; i < coroutines; ++i)
    handles.push_back(coio::spawn(limit_often, count / coroutines, limited));
  for (auto& h : handles)
    co_await h.join();
  std::printf("{\"ns_per_timer\": %.1f}\n",
              bench::microseconds(steady::now() - begin) * 1000 / static_cast<double>(count));
}

coio::awaitable<std::vector<double>> expire_often(steady::time_point first, steady::duration period,
                                                  steady::time_point end) {
  std::vector<double> late;  // microseconds
  for (auto due = first; due < end; due += period) {
    co_await coio::sleep_until(due);
    late.push_back(bench::microseconds(steady::now() - due));
  }
  co_return late;
}

coio::awaitable<void> expire(long seconds) {
  constexpr int coroutines = 1000;
  constexpr auto period = 100ms;
  const auto begin = steady::now() + 50ms;
  const auto cpu = std::clock();
  std::vector<coio::join_handle<std::vector<double>>> handles;
  for (int i = 0; i < coroutines; ++i)
    handles.push_back(coio::spawn(expire_often, begin + i * steady::duration(period) / coroutines,
                                  period, begin + std::chrono::seconds(seconds)));
  std::vector<double> late;
  for (auto& h : handles) {
    const auto some = co_await h.join();
    late.insert(late.end(), some.begin(), some.end());
  }
  const double cpu_us = static_cast<double>(std::clock() - cpu) * 1e6 / CLOCKS_PER_SEC;
  std::sort(late.begin(), late.end());
  std::printf("{\"cpu_us_per_expiry\": %.3f, \"late_p50_us\": %.1f, \"late_p99_us\": %.1f}\n",
              cpu_us / static_cast<double>(late.size()), bench::percentile(late, 50),
              bench::percentile(late, 99));
}

coio::awaitable<void> find_case(const std::string& name, long n) {
  if (name == "timeout") return timeout(n, gives_way);
  if (name == "timeout-ready") return timeout(n, ready);
  if (name == "expire" || name == "expire-2ms") return expire(n);
  throw std::invalid_argument("case");
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 4) throw std::invalid_argument("arguments");
  const int workers = std::stoi(argv[1]);
  const long n = std::stol(argv[3]);
  if (workers < 1 || n < 1) throw std::invalid_argument("arguments");
  coio::options o;
  o.workers = workers;
  if (argv[2] == std::string("expire-2ms")) o.timer_slack = 2ms;
  coio::scheduler(o).run([&] { return find_case(argv[2], n); });
} catch (const std::logic_error&) {
  std::cerr << "usage: " << argv[0]
            << " WORKERS timeout|timeout-ready TIMERS | WORKERS expire|expire-2ms SECONDS\n";
  return 2;
} catch (const std::exception& e) {
  std::cerr << argv[0] << ": " << e.what() << "\n";
  return 1;
}
