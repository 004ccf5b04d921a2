// A message goes round a ring of 1,000 coroutines, ten times.
//
// ring [--config FILE] [--workers N]
#include <coio/coio.hpp>

#include "arguments.hpp"

#include <iostream>

namespace {

coio::awaitable<void> pass_on(coio::sync::receiver<int> in, coio::sync::sender<int> out) {
  while (const auto hops = co_await in.recv())
    co_await out.send(*hops + 1);
}

coio::awaitable<int> go_round(int members, int rounds) {
  auto [first, in] = coio::sync::channel<int>();
  for (int i = 0; i < members; ++i) {
    auto [out, next] = coio::sync::channel<int>();
    coio::spawn(pass_on, std::move(in), std::move(out));
    in = std::move(next);
  }
  int hops = 0;
  for (int i = 0; i < rounds; ++i) {
    co_await first.send(hops);
    hops = (co_await in.recv()).value();
  }
  co_return hops;
}

}  // namespace

int main(int argc, char** argv) {
  const arguments args(argc, argv);
  const int hops = coio::scheduler(args.options).run([] { return go_round(1000, 10); });
  std::cout << hops << " hops\n";
}
