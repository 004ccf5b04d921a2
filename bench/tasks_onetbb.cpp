// What a task of oneTBB costs. Prints nanoseconds a task.
//
// tasks_onetbb THREADS CASE OPERATIONS
//   tree    a binary tree of OPERATIONS tasks, in one group
//   skynet  a tree in which each task runs ten in a group; the 1,000,000 leaves are added up
//   fib     fib(27), the naive way: each task runs one, and does another itself
// skynet and fib ignore OPERATIONS.
#include <tbb/global_control.h>
#include <tbb/task_arena.h>
#include <tbb/task_group.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <exception>
#include <iostream>
#include <stdexcept>
#include <string>

namespace {

constexpr long leaves = 1'000'000;
constexpr int fib_of = 27;

void node(tbb::task_group& group, long size) {
  const long left = (size - 1) / 2, right = size - 1 - left;
  if (left > 0) group.run([&group, left] { node(group, left); });
  if (right > 0) group.run([&group, right] { node(group, right); });
}

void tree(long size) {
  tbb::task_group group;
  group.run_and_wait([&group, size] { node(group, size); });
}

long skynet(long number, long size) {
  if (size == 1) return number;
  std::array<long, 10> sums;
  tbb::task_group group;
  for (auto& s : sums) {
    group.run([&s, number, size] { s = skynet(number, size / 10); });
    number += size / 10;
  }
  group.wait();
  long sum = 0;
  for (const long s : sums)
    sum += s;
  return sum;
}

long fib(int n) {
  if (n < 2) return n;
  long first;
  tbb::task_group group;
  group.run([&first, n] { first = fib(n - 1); });
  const long second = fib(n - 2);
  group.wait();
  return first + second;
}

void expect(long expected, long found) {
  if (expected != found)
    throw std::runtime_error("expected " + std::to_string(expected) + ", found " +
                             std::to_string(found));
}

// The number of tasks.
long run(const std::string& name, long operations) {
  if (name == "tree") return tree(operations), operations;
  if (name == "skynet") {
    expect(leaves * (leaves - 1) / 2, skynet(0, leaves));
    return (leaves * 10 - 1) / 9;
  }
  if (name == "fib") {
    expect(196'418, fib(fib_of));
    return 317'811;
  }
  throw std::invalid_argument("case");
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 4) throw std::invalid_argument("arguments");
  const int threads = std::stoi(argv[1]);
  const std::string name = argv[2];
  const long operations = std::stol(argv[3]);
  tbb::global_control limit(tbb::global_control::max_allowed_parallelism,
                            static_cast<std::size_t>(threads));
  tbb::task_arena arena(threads);
  arena.execute([] { tree(1000); });  // starts the threads
  using clock = std::chrono::steady_clock;
  const auto begin = clock::now();
  long tasks = 0;
  arena.execute([&] { tasks = run(name, operations); });
  const auto time = clock::now() - begin;
  std::cout << std::chrono::duration<double, std::nano>(time).count() / static_cast<double>(tasks)
            << "\n";
} catch (const std::logic_error&) {
  std::cerr << "usage: " << argv[0] << " THREADS tree|skynet|fib OPERATIONS\n";
  return 2;
} catch (const std::exception& e) {
  std::cerr << argv[0] << ": " << e.what() << "\n";
  return 1;
}
