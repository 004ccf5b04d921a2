// A main() that is a coroutine: its value comes out of run().
//
// main_function [--workers N]
#include <coio/coio.hpp>

#include <cstdlib>
#include <iostream>

namespace {

coio::awaitable<int> async_main() {
  auto six = coio::spawn([]() -> coio::awaitable<int> { co_return 6; });
  auto seven = coio::spawn([] { return 7; });
  co_return co_await six.join() * co_await seven.join();
}

}  // namespace

int main(int argc, char** argv) {
  const int value =
      coio::scheduler().with_workers(argc > 2 ? std::atoi(argv[2]) : 2).run(async_main);
  std::cout << "main returned " << value << '\n';
}
