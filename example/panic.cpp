// What becomes of an exception in a coroutine.
//
// panic [--config FILE] [--workers N]
#include <coio/coio.hpp>

#include "arguments.hpp"

#include <iostream>
#include <stdexcept>

namespace {

coio::awaitable<void> fail() {
  co_await coio::sched();
  throw std::runtime_error("something went wrong");
}

}  // namespace

int main(int argc, char** argv) {
  const arguments args(argc, argv);
  // Whoever joins the coroutine gets its exception.
  coio::spawn([]() -> coio::awaitable<void> {
    auto handle = coio::spawn(fail);
    try {
      co_await handle.join();
    } catch (const std::exception& e) {
      std::cout << "joined: " << e.what() << std::endl;
    }
  });
  // That of a coroutine that nobody joins goes to a handler; the default one writes to stderr.
  coio::builder().name("careless").spawn(fail);
  coio::scheduler::run(args.options);
  std::cout << "all others go on" << std::endl;
}
