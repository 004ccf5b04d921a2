#include <coio/coio.hpp>

#include <iostream>

#if COIO_VERSION != COIO_VERSION_MAJOR * 10000 + COIO_VERSION_MINOR * 100 + COIO_VERSION_PATCH
#error "The version macros contradict each other"
#endif

namespace net = coio::asio;  // ::asio or boost::asio

int main() {
  coio::io_context ctx(2);
  int sum = 0;
  net::strand<coio::io_context::executor_type> strand(ctx.get_executor());
  for (int i = 1; i <= 10; ++i)
    net::post(strand, [&sum, i] { sum += i; });
  ctx.run();
  const int product = coio::scheduler().with_workers(2).run([]() -> coio::awaitable<int> {
    auto six = coio::spawn([]() -> coio::awaitable<int> { co_return 6; });
    co_return 7 * co_await six.join();
  });
  std::cout << "coio " << COIO_VERSION_MAJOR << '.' << COIO_VERSION_MINOR << '.'
            << COIO_VERSION_PATCH << ": " << sum << ' ' << product << '\n';
}
