// The shape of an HTTP library that was written for one thread: all that a connection has is made
// from the context.
#include <chrono>
#include <deque>
#include <memory>
#include <string_view>

#include "host.hpp"

namespace bench {
namespace {

using namespace std::chrono_literals;

class session : public std::enable_shared_from_this<session> {
 public:
  explicit session(context& ctx) : ctx_(ctx), socket_(ctx), timeout_(ctx) {}

  tcp::socket& socket() noexcept { return socket_; }

  void read() {
    const auto space = requests_.space();
    timeout_.expires_after(30s);
    timeout_.async_wait([self = shared_from_this()](const asio::error_code& error) {
      if (!error) self->socket_.close();
    });
    socket_.async_read_some(
        asio::buffer(space.data(), space.size()),
        [self = shared_from_this()](const asio::error_code& error, std::size_t n) {
          self->timeout_.cancel();
          if (error) return;
          self->requests_.received(n);
          asio::post(self->ctx_, [self] { self->respond(); });
        });
  }

 private:
  void respond() {
    constexpr std::string_view headers = "Content-Type: text/plain\r\nContent-Length: 13\r\n\r\n";
    while (requests_.next())
      parts_.insert(parts_.end(), {status, headers, body});
    write();
  }

  void write() {
    if (parts_.empty()) return read();
    asio::async_write(socket_, asio::buffer(parts_.front()),
                      [self = shared_from_this()](const asio::error_code& error, std::size_t) {
                        if (error) return;
                        self->parts_.pop_front();
                        self->write();
                      });
  }

  context& ctx_;
  tcp::socket socket_;
  asio::steady_timer timeout_;
  request_reader requests_;
  std::deque<std::string_view> parts_;
};

void accept(host& h) {
  auto& ctx = h.next_context();
  auto s = std::make_shared<session>(ctx);
  h.acceptor().async_accept(s->socket(), [&h, &ctx, s](const asio::error_code& error) {
    if (!error) {
      asio::error_code has_left;
      s->socket().set_option(tcp::no_delay(true), has_left);
      asio::post(ctx, [s] { s->read(); });
    }
    accept(h);
  });
}

}  // namespace

void serve_library(host& h, std::uint16_t) {
  accept(h);
}

}  // namespace bench
