// The smallest program: a coroutine that gives way to others.
//
// basic [--workers N]
#include <coio/coio.hpp>

#include <cstdio>
#include <cstdlib>

int main(int argc, char** argv) {
  coio::spawn([]() -> coio::awaitable<void> {
    for (int i = 0; i < 10; ++i) {
      std::puts("Heil Hydra");
      co_await coio::sched();
    }
  });
  coio::scheduler::run(argc > 2 ? std::atoi(argv[2]) : 1);
}
