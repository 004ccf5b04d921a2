// What coroutines cost that start others and await them, with coio::spawn. Prints nanoseconds a
// coroutine.
//
// tasks_spawn THREADS CASE
//   skynet  a tree in which each starts ten; the 1,000,000 leaves are added up
//   fib     fib(27), the naive way: each starts one, and awaits another itself
#include <array>
#include <chrono>
#include <exception>
#include <iostream>
#include <stdexcept>
#include <string>

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

struct task {
  coio::awaitable<long> (*start)();
  long result;
  long coroutines;  // that are started
};

task find_case(const std::string& name) {
  if (name == "skynet")
    return {[] { return skynet(0, leaves); }, leaves * (leaves - 1) / 2, (leaves * 10 - 1) / 9};
  if (name == "fib") return {[] { return fib(fib_of); }, 196'418, 317'811};
  throw std::invalid_argument("case");
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 3) throw std::invalid_argument("arguments");
  using clock = std::chrono::steady_clock;
  const task t = find_case(argv[2]);
  coio::scheduler scheduler;
  scheduler.with_workers(std::stoi(argv[1]));
  clock::time_point begin, end;
  const long result = scheduler.run([&]() -> coio::awaitable<long> {
    begin = clock::now();
    const long r = co_await t.start();
    end = clock::now();
    co_return r;
  });
  if (result != t.result)
    throw std::runtime_error("expected " + std::to_string(t.result) + ", found " +
                             std::to_string(result));
  std::cout << std::chrono::duration<double, std::nano>(end - begin).count() /
                   static_cast<double>(t.coroutines)
            << "\n";
} catch (const std::logic_error&) {
  std::cerr << "usage: " << argv[0] << " THREADS skynet|fib\n";
  return 2;
} catch (const std::exception& e) {
  std::cerr << argv[0] << ": " << e.what() << "\n";
  return 1;
}
