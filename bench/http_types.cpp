// The HTTP server of http_echo_server.cpp with coio's I/O types, or, where BENCH_ERASED is defined,
// with Asio's erased sockets from coio's acceptor; in three styles.
//
// http_types [--config FILE] [--workers N] STYLE
//   callbacks  handlers
//   awaitable  coroutines of Asio's
//   coroutine  coroutines of the facade's, not with erased sockets
#include <exception>
#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "../example/arguments.hpp"
#include "announce.hpp"
#include "coio/coio.hpp"
#include "http.hpp"

namespace {

#if defined(BENCH_ERASED)
using socket_type = asio::ip::tcp::socket;
using acceptor_type = coio::basic_socket_acceptor<asio::ip::tcp>;
using executor_type = asio::any_io_executor;
#else
using socket_type = coio::ip::tcp::socket;
using acceptor_type = coio::ip::tcp::acceptor;
using executor_type = coio::io_executor;
#endif

class session : public std::enable_shared_from_this<session> {
 public:
  explicit session(socket_type s) : socket_(std::move(s)) {}

  void read() {
    const auto space = requests_.space();
    socket_.async_read_some(
        asio::buffer(space.data(), space.size()),
        [self = shared_from_this()](const asio::error_code& error, std::size_t n) {
          if (error) return;
          self->requests_.received(n);
          bench::answer(self->requests_, self->answers_);
          if (self->answers_.empty())
            self->read();
          else
            self->write();
        });
  }

 private:
  void write() {
    asio::async_write(socket_, asio::buffer(answers_),
                      [self = shared_from_this()](const asio::error_code& error, std::size_t) {
                        if (error) return;
                        self->answers_.clear();
                        self->read();
                      });
  }

  socket_type socket_;
  bench::request_reader requests_;
  std::string answers_;
};

void accept_callbacks(acceptor_type& a) {
  a.async_accept([&a](const asio::error_code& error, socket_type s) {
    if (!error) {
      s.set_option(asio::ip::tcp::no_delay(true));
      std::make_shared<session>(std::move(s))->read();
    }
    accept_callbacks(a);
  });
}

template <typename Awaitable, typename Token>
Awaitable serve(socket_type s, Token token) try {
  s.set_option(asio::ip::tcp::no_delay(true));
  bench::request_reader requests;
  std::string answers;
  for (;;) {
    const auto space = requests.space();
    requests.received(co_await s.async_read_some(asio::buffer(space.data(), space.size()), token));
    bench::answer(requests, answers);
    if (answers.empty()) continue;
    co_await asio::async_write(s, asio::buffer(answers), token);
    answers.clear();
  }
} catch (const asio::system_error&) {
  // The client has left.
}

using awaitable = asio::awaitable<void, executor_type>;

awaitable accept_awaitable(acceptor_type& a) {
  const asio::use_awaitable_t<executor_type> token;
  for (;;) {
    auto s = co_await a.async_accept(token);
    const auto ex = s.get_executor();
    asio::co_spawn(ex, serve<awaitable>(std::move(s), token), asio::detached);
  }
}

#if !defined(BENCH_ERASED)
coio::awaitable<void> accept_coroutine(acceptor_type& a) {
  using coio::use_awaitable_t;
  for (;;)
    coio::spawn(serve<coio::awaitable<void>, use_awaitable_t>, co_await a.async_accept(),
                use_awaitable_t());
}
#endif

bool start(coio::io_context& ctx, acceptor_type& a, std::string_view style) {
  if (style == "callbacks")
    accept_callbacks(a);
  else if (style == "awaitable")
    asio::co_spawn(executor_type(ctx.get_executor()), accept_awaitable(a), asio::detached);
#if !defined(BENCH_ERASED)
  else if (style == "coroutine")
    coio::spawn(ctx, accept_coroutine, std::ref(a));
#endif
  else
    return false;
  return true;
}

}  // namespace

int main(int argc, char** argv) try {
  const arguments args(argc, argv);
  coio::io_context ctx(args.options);
  acceptor_type acceptor(ctx, {asio::ip::address_v4::loopback(), 0});
  if (args.rest.size() != 1 || !start(ctx, acceptor, args.rest[0])) {
    std::cerr << "usage: " << argv[0]
              << " [--config FILE] [--workers N] callbacks|awaitable|coroutine\n";
    return 2;
  }
  bench::announce(acceptor.local_endpoint().port());
  ctx.run();
} catch (const std::exception& e) {
  std::cerr << argv[0] << ": " << e.what() << "\n";
  return 1;
}
