// An HTTP server as users of Asio write it. Compiled twice: with coio::io_context, and, where
// BENCH_ASIO is defined, with asio::io_context.
//
// http_echo_server WORKERS shared|per-core|old-style
//   shared     one context; sockets are made by the acceptor
//   per-core   a context for each worker; sockets are handed to them in turn (Asio alone)
//   old-style  one context; every socket is constructed from it
#include <cstdlib>
#include <exception>
#include <iostream>
#include <memory>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "http.hpp"
#if defined(BENCH_ASIO)
#include "coio/asio.hpp"
using context = asio::io_context;
#else
#include "coio/coio.hpp"
using context = coio::io_context;
#endif

using asio::use_awaitable;
using asio::ip::tcp;

namespace {

asio::awaitable<void> serve(tcp::socket socket) {
  try {
    socket.set_option(tcp::no_delay(true));
    bench::request_reader requests;
    std::string answers;
    for (;;) {
      const auto space = requests.space();
      requests.received(
          co_await socket.async_read_some(asio::buffer(space.data(), space.size()), use_awaitable));
      bench::answer(requests, answers);
      if (answers.empty()) continue;
      co_await asio::async_write(socket, asio::buffer(answers), use_awaitable);
      answers.clear();
    }
  } catch (const std::exception&) {
    // The client has left.
  }
}

void start(tcp::socket socket) {
  auto executor = socket.get_executor();
  asio::co_spawn(executor, serve(std::move(socket)), asio::detached);
}

asio::awaitable<void> listen(tcp::acceptor& acceptor) {
  for (;;)
    start(co_await acceptor.async_accept(use_awaitable));
}

asio::awaitable<void> listen_old_style(tcp::acceptor& acceptor, context& ctx) {
  for (;;) {
    tcp::socket socket(ctx);
    co_await acceptor.async_accept(socket, use_awaitable);
    start(std::move(socket));
  }
}

#if defined(BENCH_ASIO)
asio::awaitable<void> listen_per_core(tcp::acceptor& acceptor,
                                      std::vector<std::unique_ptr<context>>& contexts) {
  for (;;)
    for (auto& ctx : contexts)
      start(co_await acceptor.async_accept(*ctx, use_awaitable));
}

void run_all(const std::vector<context*>& contexts) {
  std::vector<std::thread> threads;
  for (auto* ctx : contexts)
    threads.emplace_back([ctx] {
      const auto work = asio::make_work_guard(*ctx);
      ctx->run();
    });
  for (auto& t : threads)
    t.join();
}
#endif

tcp::acceptor make_acceptor(context& ctx) {
  tcp::acceptor acceptor(ctx, {asio::ip::address_v4::loopback(), 0});
  bench::announce(acceptor.local_endpoint().port());
  return acceptor;
}

}  // namespace

int main(int argc, char** argv) try {
  const int workers = argc == 3 ? std::atoi(argv[1]) : 0;
  const std::string_view mode = argc == 3 ? argv[2] : "";
#if defined(BENCH_ASIO)
  if (workers > 0 && mode == "per-core") {
    std::vector<std::unique_ptr<context>> owned;
    std::vector<context*> contexts;
    for (int i = 0; i < workers; ++i)
      contexts.push_back(owned.emplace_back(std::make_unique<context>(1)).get());
    auto acceptor = make_acceptor(*contexts[0]);
    asio::co_spawn(*contexts[0], listen_per_core(acceptor, owned), asio::detached);
    run_all(contexts);
    return 0;
  }
#endif
  if (workers < 1 || (mode != "shared" && mode != "old-style")) {
    std::cerr << "usage: " << argv[0] << " WORKERS shared|per-core|old-style\n";
    return 2;
  }
  context ctx(workers);
  auto acceptor = make_acceptor(ctx);
  if (mode == "shared")
    asio::co_spawn(ctx, listen(acceptor), asio::detached);
  else
    asio::co_spawn(ctx, listen_old_style(acceptor, ctx), asio::detached);
#if defined(BENCH_ASIO)
  run_all(std::vector<context*>(static_cast<std::size_t>(workers), &ctx));
#else
  ctx.run();
#endif
} catch (const std::exception& e) {
  std::cerr << argv[0] << ": " << e.what() << "\n";
  return 1;
}
