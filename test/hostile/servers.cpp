#include "servers.hpp"

#include <array>
#include <chrono>
#include <memory>
#include <string>
#include <utility>

#include "coio/co_spawn.hpp"
#include "coio/coio.hpp"
#include "coio/io_context.hpp"

using namespace std::chrono_literals;
using asio::ip::tcp;

namespace coio::test {

namespace {

// After an accept that failed, for want of descriptors, say.
constexpr auto pause = 1ms;

// Each shard has its own descriptors, from the first object on that lives there. A server that is
// to live with few has them before.
void open_shards(io_context& ctx, int workers) {
  for (int i = 0; i < workers; ++i)
    tcp::socket(ctx.next_executor()).open(tcp::v4());
}

tcp::acceptor listen_at_loopback(io_context& ctx) {
  tcp::acceptor a(ctx, {asio::ip::address_v4::loopback(), 0});
  a.listen(4096);
  return a;
}

// ---- Callbacks, a strand for each connection ----

class connection : public std::enable_shared_from_this<connection> {
 public:
  connection(tcp::socket s, io_context& ctx) : socket_(std::move(s)), context_(ctx) {}

  void read() {
    socket_.async_read_some(asio::buffer(buffer_),
                            [self = shared_from_this()](const asio::error_code& ec, std::size_t n) {
                              if (ec) return;
                              if (self->buffer_[0] == farewell) return self->context_.stop();
                              asio::async_write(self->socket_, asio::buffer(self->buffer_, n),
                                                [self](const asio::error_code& e, std::size_t) {
                                                  if (!e) self->read();
                                                });
                            });
  }

 private:
  tcp::socket socket_;
  io_context& context_;
  std::array<char, 1024> buffer_;
};

void accept(io_context& ctx, tcp::acceptor& a, asio::steady_timer& timer) {
  a.async_accept(asio::make_strand(ctx), [&](const asio::error_code& ec, tcp::socket s) {
    if (!ec) {
      std::make_shared<connection>(std::move(s), ctx)->read();
      return accept(ctx, a, timer);
    }
    timer.expires_after(pause);
    timer.async_wait([&](const asio::error_code&) { accept(ctx, a, timer); });
  });
}

void with_callbacks(int workers, const std::function<void(unsigned short)>& ready) {
  io_context ctx(workers);
  open_shards(ctx, workers);
  auto acceptor = listen_at_loopback(ctx);
  asio::steady_timer timer(ctx);
  ready(acceptor.local_endpoint().port());
  accept(ctx, acceptor, timer);
  ctx.run();
}

// ---- Asio's coroutines ----

asio::awaitable<void> echo(tcp::socket s, io_context& ctx) {
  std::array<char, 1024> buffer;
  asio::error_code ec;
  auto token = asio::redirect_error(asio::use_awaitable, ec);
  for (;;) {
    const std::size_t n = co_await s.async_read_some(asio::buffer(buffer), token);
    if (ec) co_return;
    if (buffer[0] == farewell) co_return ctx.stop();
    co_await asio::async_write(s, asio::buffer(buffer, n), token);
    if (ec) co_return;
  }
}

asio::awaitable<void> accept(io_context& ctx, tcp::acceptor& a) {
  asio::steady_timer timer(ctx);
  for (;;) {
    asio::error_code ec;
    auto token = asio::redirect_error(asio::use_awaitable, ec);
    tcp::socket s = co_await a.async_accept(ctx.next_executor(), token);
    if (ec) {
      timer.expires_after(pause);
      co_await timer.async_wait(token);
      continue;
    }
    const auto home = s.get_executor();
    asio::co_spawn(home, echo(std::move(s), ctx), asio::detached);
  }
}

void with_coroutines(int workers, const std::function<void(unsigned short)>& ready) {
  io_context ctx(workers);
  open_shards(ctx, workers);
  auto acceptor = listen_at_loopback(ctx);
  ready(acceptor.local_endpoint().port());
  asio::co_spawn(ctx, accept(ctx, acceptor), asio::detached);
  ctx.run();
}

// ---- The facade ----

awaitable<void> serve(net::tcp_stream stream, io_context& ctx) {
  std::array<char, 1024> buffer;
  stream.set_read_timeout(60s);
  try {
    while (const std::size_t n = co_await stream.read(asio::buffer(buffer))) {
      if (buffer[0] == farewell) co_return ctx.stop();
      co_await stream.write_all(asio::buffer(buffer, n));
    }
  } catch (const asio::system_error&) {
    // This connection is over.
  }
}

awaitable<void> listen(io_context& ctx, const std::function<void(unsigned short)>& ready) {
  auto listener = net::tcp_listener::bind("127.0.0.1:0");
  ready(listener.local_addr().port());
  for (;;) {
    bool failed = false;
    try {
      auto stream = co_await listener.accept();
      spawn(serve, std::move(stream), std::ref(ctx));
    } catch (const asio::system_error&) {
      failed = true;
    }
    if (failed) co_await sleep(pause);
  }
}

void with_facade(int workers, const std::function<void(unsigned short)>& ready) {
  io_context ctx(workers);
  open_shards(ctx, workers);
  spawn(ctx, listen, std::ref(ctx), std::cref(ready));
  ctx.run();
}

}  // namespace

const style styles[3] = {
    {"callbacks", with_callbacks}, {"coroutines", with_coroutines}, {"facade", with_facade}};

}  // namespace coio::test
