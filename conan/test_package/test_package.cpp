#include <coio/coio.hpp>

#include <iostream>

int main() {
  const int answer = coio::scheduler().with_workers(2).run([]() -> coio::awaitable<int> {
    auto six = coio::spawn([]() -> coio::awaitable<int> { co_return 6; });
    co_return 7 * co_await six.join();
  });
  std::cout << "The answer is " << answer << '\n';
  return answer == 42 ? 0 : 1;
}
