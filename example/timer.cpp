// Coroutines that sleep; no thread does.
//
// timer [--config FILE] [--workers N]
#include <coio/coio.hpp>

#include "arguments.hpp"

#include <cstdio>

int main(int argc, char** argv) {
  const arguments args(argc, argv);
  for (const int ms : {30, 10, 20})
    coio::spawn([ms]() -> coio::awaitable<void> {
      co_await coio::sleep_ms(ms);
      std::printf("slept %d ms\n", ms);
    });
  coio::scheduler::run(args.options);
}
