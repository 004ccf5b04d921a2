// Two echo servers on one context, for long: one of coroutines, whose requests use time limits,
// channels, children and blocking work, and one of callbacks, with a strand and a deadline for each
// connection. Prints its two ports. SIGTERM ends it; then it prints what it has counted.
#include <sys/resource.h>

#include <array>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>

#include "coio/coio.hpp"
#include "coio/io_context.hpp"

using namespace std::chrono_literals;
using asio::ip::tcp;

namespace {

constexpr std::size_t request_size = 64;

struct counts {
  std::atomic<std::uint64_t> opened{0}, closed{0}, requests{0}, received{0};
};

// ---- Coroutines ----

// What one request in so many does beside being answered.
coio::awaitable<void> work_for(std::uint64_t n) {
  if (n % 16 == 0) co_await coio::timeout(1h, coio::sched());
  if (n % 64 == 0)
    co_await coio::spawn([]() -> coio::awaitable<void> { co_await coio::sched(); }).join();
  if (n % 256 == 0) co_await coio::sleep(50us);
  if (n % 1024 == 0) co_await coio::join_all(coio::sched(), coio::sleep(20us));
  if (n % 4096 == 0) co_await coio::spawn_blocking([] {}).join();
}

coio::awaitable<void> serve(coio::net::tcp_stream stream, coio::sync::sender<int> requests,
                            counts& c) {
  std::array<char, 16 * request_size> buffer;
  stream.set_read_timeout(60s);
  try {
    for (std::size_t have = 0;;) {
      const std::size_t n =
          co_await stream.read(asio::buffer(buffer.data() + have, buffer.size() - have));
      if (n == 0) break;
      have += n;
      const std::size_t whole = have / request_size;
      for (std::size_t i = 0; i < whole; ++i) {
        co_await work_for(c.requests.fetch_add(1, std::memory_order_relaxed));
        co_await requests.send(1);
      }
      co_await stream.write_all(asio::buffer(buffer, whole * request_size));
      std::copy(buffer.begin() + static_cast<std::ptrdiff_t>(whole * request_size),
                buffer.begin() + static_cast<std::ptrdiff_t>(have), buffer.begin());
      have -= whole * request_size;
    }
  } catch (const asio::system_error&) {
    // This connection is over.
  }
  ++c.closed;
}

coio::awaitable<void> receive(coio::sync::receiver<int> requests, counts& c) {
  while (const auto one = co_await requests.recv())
    c.received.fetch_add(static_cast<std::uint64_t>(*one), std::memory_order_relaxed);
}

// Until it is cancelled.
coio::awaitable<void> accept_all(coio::net::tcp_listener& listener,
                                 coio::sync::sender<int> requests, counts& c) {
  for (;;) {
    auto stream = co_await listener.accept();
    ++c.opened;
    coio::spawn(serve, std::move(stream), requests, std::ref(c));
  }
}

// ---- Callbacks ----

class connection : public std::enable_shared_from_this<connection> {
 public:
  connection(tcp::socket s, counts& c)
      : socket_(std::move(s)), deadline_(socket_.get_executor()), counts_(c) {
    ++counts_.opened;
  }
  ~connection() { ++counts_.closed; }

  void read() {
    deadline_.expires_after(60s);
    deadline_.async_wait([weak = weak_from_this()](const asio::error_code& ec) {
      if (const auto self = weak.lock(); self && !ec) self->end();
    });
    socket_.async_read_some(asio::buffer(buffer_),
                            [self = shared_from_this()](const asio::error_code& ec, std::size_t n) {
                              if (ec) return self->end();
                              self->bytes_ += n;
                              self->counts_.requests += self->bytes_ / request_size;
                              self->counts_.received += self->bytes_ / request_size;
                              self->bytes_ %= request_size;
                              asio::async_write(self->socket_, asio::buffer(self->buffer_, n),
                                                [self](const asio::error_code& e, std::size_t) {
                                                  e ? self->end() : self->read();
                                                });
                            });
  }

 private:
  void end() {
    asio::error_code ignored;
    socket_.close(ignored);
    deadline_.cancel();
  }

  tcp::socket socket_;
  asio::steady_timer deadline_;
  counts& counts_;
  std::array<char, 16 * request_size> buffer_;
  std::size_t bytes_ = 0;
};

void accept(coio::io_context& ctx, tcp::acceptor& a, counts& c) {
  a.async_accept(asio::make_strand(ctx), [&](const asio::error_code& ec, tcp::socket s) {
    if (ec == asio::error::operation_aborted) return;
    if (!ec) std::make_shared<connection>(std::move(s), c)->read();
    accept(ctx, a, c);
  });
}

std::size_t open_descriptors() {
  const std::filesystem::directory_iterator all("/proc/self/fd");
  return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

}  // namespace

int main() {
  const std::size_t before = open_descriptors();
  counts c;
  {
    coio::io_context ctx;
    tcp::acceptor acceptor(ctx, {asio::ip::address_v4::loopback(), 0});
    accept(ctx, acceptor, c);
    asio::signal_set signals(ctx, SIGTERM);
    auto end = coio::sync::channel<int>(1);
    signals.async_wait([&](const asio::error_code&, int) {
      asio::post(acceptor.get_executor(), [&] { acceptor.close(); });
      end.first.close();
    });
    coio::spawn(ctx, [&]() -> coio::awaitable<void> {
      auto listener = coio::net::tcp_listener::bind("127.0.0.1:0");
      std::cout << listener.local_addr().port() << ' ' << acceptor.local_endpoint().port()
                << std::endl;
      auto [tx, rx] = coio::sync::channel<int>(64);
      auto receiving = coio::spawn(receive, std::move(rx), std::ref(c));
      auto accepting = coio::spawn(accept_all, std::ref(listener), std::move(tx), std::ref(c));
      co_await end.second.recv();
      accepting.cancel();
      co_await receiving.join();  // until the last connection is closed
    });
    ctx.run();
  }
  std::cout << c.opened << ' ' << c.closed << ' ' << c.requests << ' ' << c.received << ' '
            << open_descriptors() - before << std::endl;
}
