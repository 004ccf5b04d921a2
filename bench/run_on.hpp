// Running an asio::io_context on several threads, as coio::io_context does it by itself.
#ifndef COIO_BENCH_RUN_ON_HPP
#define COIO_BENCH_RUN_ON_HPP

#include <thread>
#include <vector>

namespace bench {

// The calling thread is one of them. Returns when all have.
template <typename Context>
void run_on(Context& context, int threads) {
  std::vector<std::jthread> others;
  for (int i = 1; i < threads; ++i)
    others.emplace_back([&] { context.run(); });
  context.run();
}

}  // namespace bench

#endif
