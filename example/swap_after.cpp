// A ticker with coio; swap_before.cpp is the same in plain Asio, and swap.diff what has changed.
//
// swap [--workers N]
#include <coio/coio.hpp>

#include <cstdio>
#include <cstdlib>

int main(int argc, char** argv) {
  const int workers = argc > 2 ? std::atoi(argv[2]) : 2;
  coio::io_context ctx(workers);

  asio::steady_timer timer(ctx, std::chrono::milliseconds(5));
  timer.async_wait([](asio::error_code) { std::puts("tick"); });
  for (int i = 0; i < 3; ++i)
    asio::post(ctx, [] { std::puts("task"); });

  ctx.run();
}
