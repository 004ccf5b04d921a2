// A ticker in plain Asio; swap_after.cpp is the same with coio, and swap.diff what has changed.
//
// swap_before [--config FILE] [--workers N]
#include <asio.hpp>

#include "arguments.hpp"

#include <cstdio>
#include <thread>
#include <vector>

int main(int argc, char** argv) {
  const arguments args(argc, argv);
  const int workers = args.workers();
  asio::io_context ctx(workers);

  asio::steady_timer timer(ctx, std::chrono::milliseconds(5));
  timer.async_wait([](asio::error_code) { std::puts("tick"); });
  for (int i = 0; i < 3; ++i)
    asio::post(ctx, [] { std::puts("task"); });

  std::vector<std::thread> threads;
  for (int i = 1; i < workers; ++i)
    threads.emplace_back([&] { ctx.run(); });
  ctx.run();
  for (auto& t : threads)
    t.join();
}
