// A ticker with coio; swap_before.cpp is the same in plain Asio, and swap.diff what has changed.
//
// swap_after [--config FILE] [--workers N]
#include <coio/io_context.hpp>

#include "arguments.hpp"

#include <cstdio>

int main(int argc, char** argv) {
  const arguments args(argc, argv);
  coio::io_context ctx(args.options);

  asio::steady_timer timer(ctx, std::chrono::milliseconds(5));
  timer.async_wait([](asio::error_code) { std::puts("tick"); });
  for (int i = 0; i < 3; ++i)
    asio::post(ctx, [] { std::puts("task"); });

  ctx.run();
}
