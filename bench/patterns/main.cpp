// HTTP servers as people write them with Asio, a pattern each. Compiled twice: see host.hpp, which
// has the modes.
//
// patterns [--config FILE] [--workers N] PATTERN MODE [STORE_PORT]
//   callbacks    handlers, and an acceptor that makes the sockets
//   strand       each connection is accepted into a strand, and has a timer that is armed around
//                every read and write: the shape of the servers of Boost.Beast, without Beast
//   coro         a coroutine on its socket's executor; every read is `read || timeout`
//   coro-ctx     the same, spawned on the context
//   backend      callbacks; for every request a store is asked over one connection that all share
//   store        coroutines; so, and the store speaks the protocol of Redis
//   library      sockets, timers and posts are all from the context itself, every request arms and
//                cancels a timer, and an answer is several small writes
// and, built with Boost.Asio, beast.cpp:
//   beast        a server of Beast's with handlers
//   beast-coro   with a coroutine for each connection
//   beast-redis  the same; for every request a Redis is asked over one connection that all share
#include <cstdlib>
#include <exception>
#include <iostream>
#include <stdexcept>
#include <string>
#include <thread>

#include "host.hpp"

namespace bench {

host::mode host::to_mode(std::string_view name) {
  if (name == "shared") return mode::shared;
#if defined(BENCH_ASIO)
  if (name == "per-core") return mode::per_core;
#else
  constexpr auto has_next = []<typename Context>(Context*) {
    return requires(Context& ctx) { ctx.next_executor(); };
  };
  if (name == "next" && has_next(static_cast<context*>(nullptr))) return mode::next;
#endif
  throw std::invalid_argument("mode");
}

std::vector<std::unique_ptr<context>> host::make_contexts(const arguments& args,
                                                          [[maybe_unused]] mode m) {
  std::vector<std::unique_ptr<context>> result;
#if defined(BENCH_ASIO)
  if (m == mode::per_core)
    for (int i = 0; i < args.workers(); ++i)
      result.push_back(std::make_unique<context>(1));
  else
    result.push_back(std::make_unique<context>(args.workers()));
#else
  result.push_back(std::make_unique<context>(args.options));
#endif
  return result;
}

host::host(const arguments& args, std::string_view name)
    : mode_(to_mode(name)),
      workers_(args.workers()),
      contexts_(make_contexts(args, mode_)),
      acceptor_(main_context(), {asio::ip::address_v4::loopback(), 0}) {}

void host::run() {
  announce(acceptor_.local_endpoint().port());
#if defined(BENCH_ASIO)
  std::vector<std::thread> threads;
  for (int i = 0; i < workers_; ++i)
    threads.emplace_back([&ctx = next_context()] {
      const auto work = asio::make_work_guard(ctx);
      ctx.run();
    });
  for (auto& t : threads)
    t.join();
#else
  main_context().run();
#endif
}

}  // namespace bench

namespace {

struct pattern {
  std::string_view name;
  void (*start)(bench::host&, std::uint16_t);
};

constexpr pattern patterns[] = {
    {"callbacks", bench::serve_callbacks},
    {"strand", bench::serve_strand},
    {"coro", bench::serve_coroutines},
    {"coro-ctx", bench::serve_coroutines_on_context},
    {"backend", bench::serve_backend},
    {"store", bench::serve_store},
    {"library", bench::serve_library},
#if defined(COIO_BOOST_ASIO)
    {"beast", bench::serve_beast},
    {"beast-coro", bench::serve_beast_coroutines},
    {"beast-redis", bench::serve_beast_redis},
#endif
};

void serve(const arguments& args) {
  if (args.rest.size() < 2 || args.rest.size() > 3) throw std::invalid_argument("arguments");
  const int port = std::atoi(args.get(2, "0").c_str());
  for (const auto& p : patterns) {
    if (p.name != args.rest[0]) continue;
    bench::host h(args, args.rest[1]);
    p.start(h, static_cast<std::uint16_t>(port));
    return h.run();
  }
  throw std::invalid_argument("pattern");
}

}  // namespace

int main(int argc, char** argv) try {
  serve(arguments(argc, argv));
} catch (const std::invalid_argument&) {
  std::cerr << "usage: " << argv[0] << " [--config FILE] [--workers N] ";
  for (const auto& p : patterns)
    std::cerr << (&p == patterns ? "" : "|") << p.name;
  std::cerr << " " << bench::modes << " [STORE_PORT]\n";
  return 2;
} catch (const std::exception& e) {
  std::cerr << argv[0] << ": " << e.what() << "\n";
  return 1;
}
