// What a channel and a mutex cost.
//
// facade_sync RUNTIME THREADS CASE
//   RUNTIME  coio | asio (asio::experimental::concurrent_channel on a shared asio::io_context)
//   CASE     channel-unbounded: a value through an unbounded channel from one coroutine to another,
//            which answers through a second one; ns for each value
//            channel-bounded: the same with channels that hold one value
//            mutex: lock and unlock of a mutex that nobody else wants (coio alone)
//            mutex-4: 4 coroutines lock and unlock the same mutex (coio alone)
//
// Prints one JSON object.
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <limits>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <asio/experimental/concurrent_channel.hpp>

#include "coio/sched.hpp"
#include "coio/scheduler.hpp"
#include "coio/spawn.hpp"
#include "coio/sync.hpp"

#include "run_on.hpp"

namespace {

using clock_type = std::chrono::steady_clock;

double per_operation(clock_type::time_point begin, long n) {
  const std::chrono::duration<double, std::nano> d = clock_type::now() - begin;
  return d.count() / static_cast<double>(n);
}

constexpr long round_trips = 500'000;
constexpr long locks = 10'000'000;
constexpr int contenders = 4;
constexpr long locks_of_each = 100'000;

void expect(long expected, long found) {
  if (expected != found)
    throw std::runtime_error("expected " + std::to_string(expected) + ", found " +
                             std::to_string(found));
}

using ends = std::pair<coio::sync::sender<long>, coio::sync::receiver<long>>;

coio::awaitable<double> trips(ends there, ends back) {
  auto& [tx, in] = there;
  auto& [out, rx] = back;
  const auto begin = clock_type::now();
  auto answering =
      coio::spawn([in = std::move(in), out = std::move(out)]() -> coio::awaitable<void> {
        while (const auto v = co_await in.recv())
          co_await out.send(*v);
      });
  for (long i = 0; i < round_trips; ++i) {
    co_await tx.send(i);
    expect(i, (co_await rx.recv()).value());
  }
  co_return per_operation(begin, 2 * round_trips);
}

double coio_channel_bounded(int threads) {
  return coio::scheduler().with_workers(threads).run(
      [] { return trips(coio::sync::channel<long>(1), coio::sync::channel<long>(1)); });
}

double coio_channel_unbounded(int threads) {
  return coio::scheduler().with_workers(threads).run(
      [] { return trips(coio::sync::channel<long>(), coio::sync::channel<long>()); });
}

double coio_mutex(int threads) {
  return coio::scheduler().with_workers(threads).run([]() -> coio::awaitable<double> {
    coio::sync::mutex m;
    long counter = 0;
    const auto begin = clock_type::now();
    for (long i = 0; i < locks; ++i) {
      const auto guard = co_await m.lock();
      ++counter;
    }
    expect(locks, counter);
    co_return per_operation(begin, locks);
  });
}

double coio_mutex_4(int threads) {
  return coio::scheduler().with_workers(threads).run([]() -> coio::awaitable<double> {
    coio::sync::mutex m;
    long counter = 0;
    const auto begin = clock_type::now();
    std::vector<coio::join_handle<void>> handles;
    for (int i = 0; i < contenders; ++i)
      handles.push_back(coio::spawn([&]() -> coio::awaitable<void> {
        for (long j = 0; j < locks_of_each; ++j) {
          const auto guard = co_await m.lock();
          ++counter;
        }
      }));
    for (auto& h : handles)
      co_await h.join();
    expect(contenders * locks_of_each, counter);
    co_return per_operation(begin, contenders * locks_of_each);
  });
}

double asio_channel(int threads, std::size_t bound) {
  using channel = asio::experimental::concurrent_channel<void(asio::error_code, long)>;
  using asio::use_awaitable;
  asio::io_context ctx(threads);
  channel there(ctx, bound), back(ctx, bound);
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
          expect(i, co_await back.async_receive(use_awaitable));
        }
        result = per_operation(begin, 2 * round_trips);
      },
      [](const std::exception_ptr& e) {
        if (e) std::rethrow_exception(e);
      });
  bench::run_on(ctx, threads);
  return result;
}

double asio_channel_bounded(int threads) {
  return asio_channel(threads, 1);
}

double asio_channel_unbounded(int threads) {
  return asio_channel(threads, std::numeric_limits<std::size_t>::max());
}

}  // namespace

int main(int argc, char** argv) try {
  const std::string_view runtime = argc == 4 ? argv[1] : "", name = argc == 4 ? argv[3] : "";
  const int threads = argc == 4 ? std::atoi(argv[2]) : 0;
  double (*measure)(int) = nullptr;
  if (runtime == "coio" && name == "channel-bounded") measure = coio_channel_bounded;
  if (runtime == "coio" && name == "channel-unbounded") measure = coio_channel_unbounded;
  if (runtime == "coio" && name == "mutex") measure = coio_mutex;
  if (runtime == "coio" && name == "mutex-4") measure = coio_mutex_4;
  if (runtime == "asio" && name == "channel-bounded") measure = asio_channel_bounded;
  if (runtime == "asio" && name == "channel-unbounded") measure = asio_channel_unbounded;
  if (!measure || threads < 1) {
    std::cerr << "usage: " << argv[0]
              << " coio|asio THREADS channel-bounded|channel-unbounded|mutex|mutex-4\n";
    return 2;
  }
  const double ns = measure(threads);
  std::cout << "{\"runtime\": \"" << runtime << "\", \"threads\": " << threads << ", \"case\": \""
            << name << "\", \"ns_per_op\": " << ns << "}\n";
} catch (const std::exception& e) {
  std::cerr << argv[0] << ": " << e.what() << "\n";
  return 1;
}
