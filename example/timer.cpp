// Coroutines that sleep; no thread does.
//
// timer [--workers N]
#include <coio/coio.hpp>

#include <cstdio>
#include <cstdlib>

int main(int argc, char** argv) {
  for (const int ms : {30, 10, 20})
    coio::spawn([ms]() -> coio::awaitable<void> {
      co_await coio::sleep_ms(ms);
      std::printf("slept %d ms\n", ms);
    });
  coio::scheduler::run(argc > 2 ? std::atoi(argv[2]) : 1);
}
