// A TCP server as users of Asio write it, whatever it says to its clients. Compiled with
// coio::io_context, or, where BENCH_ASIO is defined, with Asio's own contexts, which need nothing
// of the settings but the number of workers.
#ifndef COIO_BENCH_ASIO_SERVER_HPP
#define COIO_BENCH_ASIO_SERVER_HPP

#include <memory>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "../example/arguments.hpp"
#include "announce.hpp"
#if defined(BENCH_ASIO)
#include "coio/asio.hpp"
#else
#include "coio/coio.hpp"
#endif

namespace bench {

#if defined(BENCH_ASIO)
using context = asio::io_context;
inline constexpr std::string_view modes = "shared|per-core|old-style|thread-pool";
#else
using context = coio::io_context;
inline constexpr std::string_view modes = "shared|next|old-style";
#endif

using asio::use_awaitable;
using asio::ip::tcp;

// A session gives the coroutine that serves a connection to its end, which it may reach by an
// exception: the client has left.
template <typename Session>
void start(const Session& s, tcp::socket socket) {
  asio::error_code has_left;
  socket.set_option(tcp::no_delay(true), has_left);
  auto executor = socket.get_executor();
  asio::co_spawn(executor, s(std::move(socket)), asio::detached);
}

template <typename Session>
asio::awaitable<void> listen(Session s, tcp::acceptor& acceptor) {
  for (;;)
    start(s, co_await acceptor.async_accept(use_awaitable));
}

template <typename Context>
concept spreads = requires(Context& ctx) { ctx.next_executor(); };

template <typename Session, spreads Context>
asio::awaitable<void> listen_next(Session s, tcp::acceptor& acceptor, Context& ctx) {
  for (;;)
    start(s, co_await acceptor.async_accept(ctx.next_executor(), use_awaitable));
}

template <typename Session>
asio::awaitable<void> listen_old_style(Session s, tcp::acceptor& acceptor, context& ctx) {
  for (;;) {
    tcp::socket socket(ctx);
    co_await acceptor.async_accept(socket, use_awaitable);
    start(s, std::move(socket));
  }
}

template <typename Context>
tcp::acceptor make_acceptor(Context& ctx) {
  tcp::acceptor acceptor(ctx, {asio::ip::address_v4::loopback(), 0});
  announce(acceptor.local_endpoint().port());
  return acceptor;
}

#if defined(BENCH_ASIO)
template <typename Session>
asio::awaitable<void> listen_per_core(Session s, tcp::acceptor& acceptor,
                                      std::vector<std::unique_ptr<context>>& contexts) {
  for (;;)
    for (auto& ctx : contexts)
      start(s, co_await acceptor.async_accept(*ctx, use_awaitable));
}

inline void run_all(const std::vector<context*>& contexts) {
  std::vector<std::thread> threads;
  for (auto* ctx : contexts)
    threads.emplace_back([ctx] {
      const auto work = asio::make_work_guard(*ctx);
      ctx->run();
    });
  for (auto& t : threads)
    t.join();
}

template <typename Session>
void serve_per_core(const Session& s, int workers) {
  std::vector<std::unique_ptr<context>> owned;
  std::vector<context*> contexts;
  for (int i = 0; i < workers; ++i)
    contexts.push_back(owned.emplace_back(std::make_unique<context>(1)).get());
  auto acceptor = make_acceptor(*contexts[0]);
  asio::co_spawn(*contexts[0], listen_per_core(s, acceptor, owned), asio::detached);
  run_all(contexts);
}

template <typename Session>
void serve_on_thread_pool(const Session& s, int workers) {
  asio::thread_pool pool(static_cast<std::size_t>(workers));
  auto acceptor = make_acceptor(pool);
  asio::co_spawn(pool, listen(s, acceptor), asio::detached);
  pool.join();
}
#endif

template <typename Session, typename Context>
void spawn_listener(const Session& s, tcp::acceptor& acceptor, Context& ctx,
                    std::string_view mode) {
  if constexpr (spreads<Context>)
    if (mode == "next") return asio::co_spawn(ctx, listen_next(s, acceptor, ctx), asio::detached);
  if (mode == "shared")
    asio::co_spawn(ctx, listen(s, acceptor), asio::detached);
  else
    asio::co_spawn(ctx, listen_old_style(s, acceptor, ctx), asio::detached);
}

// Serves until the process ends. False if it does not know the mode:
//   shared       one context; sockets are made by the acceptor
//   next         one context; every socket is accepted with next_executor() (coio alone)
//   old-style    one context; every socket is constructed from it
//   per-core     a context for each worker; sockets are handed to them in turn (Asio alone)
//   thread-pool  an asio::thread_pool (Asio alone)
template <typename Session>
bool serve(const Session& s, const arguments& args, std::string_view mode) {
#if defined(BENCH_ASIO)
  const int workers = args.workers();
  if (mode == "per-core") return serve_per_core(s, workers), true;
  if (mode == "thread-pool") return serve_on_thread_pool(s, workers), true;
#endif
  if (mode != "shared" && mode != "old-style" && !(spreads<context> && mode == "next"))
    return false;
#if defined(BENCH_ASIO)
  context ctx(workers);
#else
  context ctx(args.options);
#endif
  auto acceptor = make_acceptor(ctx);
  spawn_listener(s, acceptor, ctx, mode);
#if defined(BENCH_ASIO)
  run_all(std::vector<context*>(static_cast<std::size_t>(workers), &ctx));
#else
  ctx.run();
#endif
  return true;
}

}  // namespace bench

#endif
