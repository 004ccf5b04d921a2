// What one operation of a runtime costs. Prints nanoseconds an operation.
//
// tasks RUNTIME THREADS CASE any|typed OPERATIONS
#include <chrono>
#include <cstdlib>
#include <exception>
#include <future>
#include <iostream>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <type_traits>
#include <vector>

#include "coio/coio.hpp"

namespace {

// Operations done. Each thread counts its own and adds them up when it ends, before it is joined.
std::atomic<long> total{0};

struct tally {
  long n = 0;
  ~tally() { total.fetch_add(n, std::memory_order_relaxed); }
};

// Not inline: a coroutine must not keep the address of one thread's tally on another thread.
[[gnu::noinline]] void count() noexcept {
  thread_local tally t;
  ++t.n;
}

// A runtime is at work from its construction to finish(), which waits until no work is left.

class coio_runtime {
 public:
  explicit coio_runtime(int threads)
      : context_(threads), guard_(context_.get_executor()), thread_([this] { context_.run(); }) {}
  auto executor() { return context_.get_executor(); }
  void finish() {
    guard_.reset();
    thread_.join();
  }

 private:
  coio::io_context context_;
  asio::executor_work_guard<coio::io_context::executor_type> guard_;
  std::thread thread_;
};

class asio_runtime {
 public:
  explicit asio_runtime(int threads) : context_(threads), guard_(context_.get_executor()) {
    for (int i = 0; i < threads; ++i)
      threads_.emplace_back([this] { context_.run(); });
  }
  auto executor() { return context_.get_executor(); }
  void finish() {
    guard_.reset();
    for (auto& t : threads_)
      t.join();
  }

 private:
  asio::io_context context_;
  asio::executor_work_guard<asio::io_context::executor_type> guard_;
  std::vector<std::thread> threads_;
};

class pool_runtime {
 public:
  explicit pool_runtime(int threads) : pool_(static_cast<std::size_t>(threads)) {}
  auto executor() { return pool_.get_executor(); }
  void finish() { pool_.join(); }

 private:
  asio::thread_pool pool_;
};

// The cases start `n` operations on an executor, which outlives them.

template <typename Executor>
void post_outside(const Executor& ex, long n) {
  for (long i = 0; i < n; ++i)
    asio::post(ex, [] { count(); });
}

template <typename Executor>
struct link {
  const Executor& ex;
  long left;
  void operator()() const {
    count();
    if (left > 1) asio::post(ex, link{ex, left - 1});
  }
};

template <int Chains, typename Executor>
void chains(const Executor& ex, long n) {
  for (int i = 0; i < Chains; ++i)
    asio::post(ex, link<Executor>{ex, n / Chains});
}

template <typename Executor>
struct node {
  const Executor& ex;
  long size;
  void operator()() const {
    count();
    const long left = (size - 1) / 2;
    if (left > 0) asio::post(ex, node{ex, left});
    if (size - 1 - left > 0) asio::post(ex, node{ex, size - 1 - left});
  }
};

template <typename Executor>
void tree(const Executor& ex, long n) {
  asio::post(ex, node<Executor>{ex, n});
}

template <typename Executor>
asio::awaitable<void, Executor> yield_n(long n) {
  for (long i = 0; i < n; ++i) {
    co_await asio::post(asio::use_awaitable_t<Executor>());
    count();
  }
}

template <typename Executor>
void yield(const Executor& ex, long n) {
  constexpr int coroutines = 64;
  for (int i = 0; i < coroutines; ++i)
    asio::co_spawn(ex, yield_n<Executor>(n / coroutines), asio::detached);
}

template <typename Executor>
asio::awaitable<void, Executor> child() {
  count();
  co_return;
}

template <typename Executor>
asio::awaitable<void, Executor> spawn_detached_n(const Executor& ex, long n) {
  constexpr long batch = 256;  // so that not all coroutines are alive at once
  for (long i = 1; i <= n; ++i) {
    asio::co_spawn(ex, child<Executor>(), asio::detached);
    if (i % batch == 0) co_await asio::post(asio::use_awaitable_t<Executor>());
  }
}

template <typename Executor>
void spawn_detached(const Executor& ex, long n) {
  asio::co_spawn(ex, spawn_detached_n(ex, n), asio::detached);
}

template <typename Executor>
asio::awaitable<void, Executor> spawn_await_n(const Executor& ex, long n) {
  for (long i = 0; i < n; ++i)
    co_await asio::co_spawn(ex, child<Executor>(), asio::use_awaitable_t<Executor>());
}

template <typename Executor>
void spawn_await(const Executor& ex, long n) {
  asio::co_spawn(ex, spawn_await_n(ex, n), asio::detached);
}

template <typename Executor>
auto find_case(const std::string& name) {
  const std::map<std::string, void (*)(const Executor&, long)> cases{
      {"post-outside", post_outside<Executor>},
      {"chain-1", chains<1, Executor>},
      {"chain-64", chains<64, Executor>},
      {"tree", tree<Executor>},
      {"yield", yield<Executor>},
      {"spawn-detached", spawn_detached<Executor>},
      {"spawn-await", spawn_await<Executor>},
  };
  return cases.at(name);
}

template <typename Executor, typename Runtime>
double measure(int threads, const std::string& name, long n) {
  using clock = std::chrono::steady_clock;
  const auto start = find_case<Executor>(name);
  Runtime runtime(threads);
  const Executor ex(runtime.executor());
  std::promise<void> up;
  asio::post(ex, [&] { up.set_value(); });
  up.get_future().wait();
  const auto begin = clock::now();
  start(ex, n);
  runtime.finish();
  const auto time = clock::now() - begin;
  if (total != n)
    throw std::runtime_error("expected " + std::to_string(n) + " operations, found " +
                             std::to_string(total));
  return std::chrono::duration<double, std::nano>(time).count() / static_cast<double>(n);
}

template <typename Runtime>
double measure(int threads, const std::string& name, const std::string& executor, long n) {
  if (executor == "any") return measure<asio::any_io_executor, Runtime>(threads, name, n);
  if (executor != "typed") throw std::invalid_argument("executor");
  return measure<decltype(std::declval<Runtime&>().executor()), Runtime>(threads, name, n);
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 6) throw std::invalid_argument("arguments");
  const std::string runtime = argv[1], name = argv[3], executor = argv[4];
  const int threads = std::stoi(argv[2]);
  const long n = std::stol(argv[5]);
  double ns;
  if (runtime == "coio")
    ns = measure<coio_runtime>(threads, name, executor, n);
  else if (runtime == "asio::io_context")
    ns = measure<asio_runtime>(threads, name, executor, n);
  else if (runtime == "asio::thread_pool")
    ns = measure<pool_runtime>(threads, name, executor, n);
  else
    throw std::invalid_argument("runtime");
  std::cout << ns << "\n";
} catch (const std::logic_error&) {
  std::cerr << "usage: " << argv[0] << " coio|asio::io_context|asio::thread_pool THREADS"
            << " post-outside|chain-1|chain-64|tree|yield|spawn-detached|spawn-await any|typed"
            << " OPERATIONS\n";
  return 2;
} catch (const std::exception& e) {
  std::cerr << argv[0] << ": " << e.what() << "\n";
  return 1;
}
