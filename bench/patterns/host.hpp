// What the patterns of servers have in common: contexts, threads, and accepting. Compiled with
// coio::io_context, or, where BENCH_ASIO is defined, with asio::io_context.
#ifndef COIO_BENCH_PATTERNS_HOST_HPP
#define COIO_BENCH_PATTERNS_HOST_HPP

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "../../example/arguments.hpp"
#include "../http.hpp"
#if defined(BENCH_ASIO)
#include "coio/asio.hpp"
#else
#include "coio/coio.hpp"
#endif

namespace bench {

#if defined(BENCH_ASIO)
using context = asio::io_context;
inline constexpr std::string_view modes = "shared|per-core";
#else
using context = coio::io_context;
inline constexpr std::string_view modes = "shared|next";
#endif

using asio::ip::tcp;

// The modes:
//   shared    one context; nothing says where a connection is to live
//   next      one context; each connection is accepted with next_executor() (coio alone)
//   per-core  a context for each worker; connections are handed to them in turn (Asio alone)
class host {
 public:
  // Throws std::invalid_argument if it does not have the mode.
  host(const arguments& args, std::string_view mode);
  host(const host&) = delete;
  host& operator=(const host&) = delete;

  context& main_context() noexcept { return *contexts_[0]; }

  // For the next connection.
  context& next_context() noexcept { return *contexts_[turn_++ % contexts_.size()]; }

  tcp::acceptor& acceptor() noexcept { return acceptor_; }

  // Calls start(socket, context) for every connection.
  template <typename Start>
  void accept_all(Start start) {
    auto& ctx = next_context();
    auto accepted = [this, &ctx, start](const asio::error_code& error, tcp::socket socket) {
      if (!error) begin(start, std::move(socket), ctx);
      accept_all(start);
    };
    if (mode_ == mode::shared)
      acceptor_.async_accept(std::move(accepted));
    else if (mode_ == mode::per_core)
      acceptor_.async_accept(ctx, std::move(accepted));
    else
      accept_with_next(ctx, std::move(accepted));
  }

  // The same, with sockets whose executors are strands, one for each connection.
  template <typename Start>
  void accept_into_strands(Start start) {
    auto& ctx = next_context();
    acceptor_.async_accept(asio::make_strand(ctx),
                           [this, &ctx, start](const asio::error_code& error, tcp::socket socket) {
                             if (!error) {
                               asio::error_code has_left;
                               socket.set_option(tcp::no_delay(true), has_left);
                               start(std::move(socket), ctx);
                             }
                             accept_into_strands(start);
                           });
  }

  // Serves until the process ends.
  void run();

 private:
  enum class mode { shared, next, per_core };

  static mode to_mode(std::string_view name);
  static std::vector<std::unique_ptr<context>> make_contexts(const arguments& args, mode m);

  template <typename Start>
  void begin(const Start& start, tcp::socket socket, context& ctx) {
    asio::error_code has_left;
    socket.set_option(tcp::no_delay(true), has_left);
    if (mode_ != mode::per_core) return start(std::move(socket), ctx);
    // The thread that accepts is not the thread of that context.
    asio::dispatch(ctx,
                   [start, &ctx, s = std::move(socket)]() mutable { start(std::move(s), ctx); });
  }

  template <typename Context, typename Handler>
  void accept_with_next(Context& ctx, Handler handler) {
    if constexpr (requires { ctx.next_executor(); })
      acceptor_.async_accept(ctx.next_executor(), std::move(handler));
  }

  mode mode_;
  int workers_;
  std::vector<std::unique_ptr<context>> contexts_;
  tcp::acceptor acceptor_;
  std::size_t turn_ = 0;
};

// The patterns. Each starts to accept; the port is that of the store.
void serve_callbacks(host& h, std::uint16_t port);
void serve_strand(host& h, std::uint16_t port);
void serve_coroutines(host& h, std::uint16_t port);
void serve_coroutines_on_context(host& h, std::uint16_t port);
void serve_backend(host& h, std::uint16_t port);
void serve_store(host& h, std::uint16_t port);
void serve_library(host& h, std::uint16_t port);
// Where it is built with Boost.Asio.
void serve_beast(host& h, std::uint16_t port);
void serve_beast_coroutines(host& h, std::uint16_t port);
void serve_beast_redis(host& h, std::uint16_t port);

}  // namespace bench

#endif
