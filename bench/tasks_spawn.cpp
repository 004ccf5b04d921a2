// What coroutines of the facade cost. Prints nanoseconds an operation.
//
// tasks_spawn THREADS CASE OPERATIONS
//   yield, spawn-detached, spawn-await  as in tasks.cpp, with coio::sched, coio::spawn and join()
//   skynet  a tree in which each starts ten; the 1,000,000 leaves are added up
//   fib     fib(27), the naive way: each starts one, and awaits another itself
// The last two have as many operations as they start coroutines.
#include <array>
#include <atomic>
#include <chrono>
#include <exception>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

#include "coio/coio.hpp"

namespace {

constexpr long leaves = 1'000'000;
constexpr int fib_of = 27;

coio::awaitable<long> skynet(long number, long size) {
  if (size == 1) co_return number;
  std::array<coio::join_handle<long>, 10> children;
  for (auto& c : children) {
    c = coio::spawn(skynet, number, size / 10);
    number += size / 10;
  }
  long sum = 0;
  for (auto& c : children)
    sum += co_await c.join();
  co_return sum;
}

coio::awaitable<long> fib(int n) {
  if (n < 2) co_return n;
  auto first = coio::spawn(fib, n - 1);
  const long second = co_await fib(n - 2);
  co_return second + co_await first.join();
}

coio::awaitable<void> yields(long n) {
  for (; n > 0; --n)
    co_await coio::sched();
}

coio::awaitable<long> yield(long n) {
  constexpr int coroutines = 64;
  std::vector<coio::join_handle<void>> handles;
  for (int i = 0; i < coroutines; ++i)
    handles.push_back(coio::spawn(yields, n / coroutines));
  for (auto& h : handles)
    co_await h.join();
  co_return n;
}

coio::awaitable<long> spawn_detached(long n) {
  constexpr long batch = 256;  // so that not all coroutines are alive at once
  std::atomic<long> ended{0};
  for (long i = 1; i <= n; ++i) {
    coio::spawn([&ended]() -> coio::awaitable<void> {
      ended.fetch_add(1, std::memory_order_relaxed);
      co_return;
    });
    if (i % batch == 0) co_await coio::sched();
  }
  while (ended.load() < n)
    co_await coio::sched();
  co_return n;
}

coio::awaitable<long> spawn_await(long n) {
  long ended = 0;
  for (long i = 0; i < n; ++i)
    ended += co_await coio::spawn([]() -> coio::awaitable<long> { co_return 1; }).join();
  co_return ended;
}

struct task {
  coio::awaitable<long> (*start)(long n);
  long operations;
  long result;
};

task find_case(const std::string& name, long n) {
  if (name == "yield") return {yield, n, n};
  if (name == "spawn-detached") return {spawn_detached, n, n};
  if (name == "spawn-await") return {spawn_await, n, n};
  if (name == "skynet")
    return {[](long) { return skynet(0, leaves); }, (leaves * 10 - 1) / 9,
            leaves * (leaves - 1) / 2};
  if (name == "fib") return {[](long) { return fib(fib_of); }, 317'811, 196'418};
  throw std::invalid_argument("case");
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 4) throw std::invalid_argument("arguments");
  using clock = std::chrono::steady_clock;
  const task t = find_case(argv[2], std::stol(argv[3]));
  coio::scheduler scheduler;
  scheduler.with_workers(std::stoi(argv[1]));
  clock::time_point begin, end;
  const long result = scheduler.run([&]() -> coio::awaitable<long> {
    begin = clock::now();
    const long r = co_await t.start(t.operations);
    end = clock::now();
    co_return r;
  });
  if (result != t.result)
    throw std::runtime_error("expected " + std::to_string(t.result) + ", found " +
                             std::to_string(result));
  std::cout << std::chrono::duration<double, std::nano>(end - begin).count() /
                   static_cast<double>(t.operations)
            << "\n";
} catch (const std::logic_error&) {
  std::cerr << "usage: " << argv[0] << " THREADS"
            << " yield|spawn-detached|spawn-await|skynet|fib OPERATIONS\n";
  return 2;
} catch (const std::exception& e) {
  std::cerr << argv[0] << ": " << e.what() << "\n";
  return 1;
}
