// A program that ends itself while coroutines wait, for gdb.py.
#include <chrono>
#include <cstdlib>
#include <utility>

#include "coio/coio.hpp"

namespace {

coio::awaitable<void> inner(coio::sync::receiver<int> rx) {
  co_await rx.recv();
}

coio::awaitable<void> outer(coio::sync::receiver<int> rx) {
  co_await inner(std::move(rx));
}

coio::awaitable<void> crashes() {
  co_await coio::sched();
  std::abort();
}

}  // namespace

int main() {
  coio::scheduler().with_workers(2).run([]() -> coio::awaitable<void> {
    auto [tx, rx] = coio::sync::channel<int>();
    for (int i = 0; i < 300; ++i)
      coio::spawn([rx = rx] { return outer(rx); });
    coio::sync::mutex m;
    const auto g = co_await m.lock();
    coio::builder().name("locker").spawn(
        [&]() -> coio::awaitable<void> { const auto never = co_await m.lock(); });
    auto h = coio::builder().name("head").spawn([rx = rx] { return outer(rx); });
    coio::builder().name("joiner").spawn(
        [h = std::move(h)]() mutable -> coio::awaitable<void> { co_await h.join(); });
    auto l = coio::net::tcp_listener::bind("127.0.0.1:0");
    coio::spawn([&]() -> coio::awaitable<void> { co_await l.accept(); });
    // All of them wait.
    for (std::size_t waiting = 0; waiting < 304;
         co_await coio::sleep(std::chrono::milliseconds(1))) {
      waiting = 0;
      for (const auto& group : coio::dump().groups)
        if (group.examples.front().status == coio::coroutine_status::waiting)
          waiting += group.count;
    }
    co_await coio::builder().name("culprit").spawn([] { return crashes(); }).join();
  });
}
