// The smallest program: a coroutine that gives way to others.
//
// basic [--config FILE] [--workers N]
#include <coio/coio.hpp>

#include "arguments.hpp"

#include <cstdio>

int main(int argc, char** argv) {
  const arguments args(argc, argv);
  coio::spawn([]() -> coio::awaitable<void> {
    for (int i = 0; i < 10; ++i) {
      std::puts("Heil Hydra");
      co_await coio::sched();
    }
  });
  coio::scheduler::run(args.options);
}
