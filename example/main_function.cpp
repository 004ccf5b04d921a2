// A main() that is a coroutine: its value comes out of run().
//
// main_function [--config FILE] [--workers N]
#include <coio/coio.hpp>

#include "arguments.hpp"

#include <iostream>

namespace {

coio::awaitable<int> async_main() {
  auto six = coio::spawn([]() -> coio::awaitable<int> { co_return 6; });
  auto seven = coio::spawn([] { return 7; });
  co_return co_await six.join() * co_await seven.join();
}

}  // namespace

int main(int argc, char** argv) {
  const arguments args(argc, argv);
  const int value = coio::scheduler(args.options).run(async_main);
  std::cout << "main returned " << value << '\n';
}
