// Computations that start others when they end.
//
// promise [--config FILE] [--workers N]
#include <coio/coio.hpp>

#include "arguments.hpp"

#include <exception>
#include <iostream>
#include <stdexcept>
#include <string>

namespace {

coio::awaitable<void> compute() {
  const std::string text = co_await coio::promise<int>::spawn([] { return 6; })
                               .success([](int i) { return i * 7; })
                               .success([](int i) { return std::to_string(i); })
                               .sync();
  std::cout << "The answer is " << text << '\n';

  const int mended =
      co_await coio::promise<int>::spawn([]() -> int { throw std::runtime_error("no answer"); })
          .fail([](std::exception_ptr e) {
            try {
              std::rethrow_exception(e);
            } catch (const std::exception& x) {
              std::cout << "Failed: " << x.what() << '\n';
            }
            return -1;
          })
          .sync();
  std::cout << "Mended: " << mended << '\n';

  // The same with a single value that somebody provides.
  auto [promise, future] = coio::sync::make_future<int>();
  coio::spawn([p = std::move(promise)]() mutable -> coio::awaitable<void> {
    co_await coio::sleep_ms(1);
    p.resolve(20);
  });
  std::cout << "Resolved: " << co_await future.then([](int i) { return i + 1; }).get() << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  const arguments args(argc, argv);
  coio::scheduler(args.options).run(compute);
}
