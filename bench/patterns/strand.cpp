// A strand for each connection, and a deadline for every read and write.
#include <chrono>
#include <memory>
#include <string>
#include <utility>

#include "host.hpp"

namespace bench {
namespace {

using namespace std::chrono_literals;

class session : public std::enable_shared_from_this<session> {
 public:
  explicit session(tcp::socket socket)
      : socket_(std::move(socket)), deadline_(socket_.get_executor()) {}

  void start() {
    asio::dispatch(socket_.get_executor(), [self = shared_from_this()] { self->read(); });
  }

 private:
  void arm() {
    deadline_.expires_after(30s);
    deadline_.async_wait([self = shared_from_this()](const asio::error_code& error) {
      if (!error) self->socket_.close();
    });
  }

  void read() {
    const auto space = requests_.space();
    arm();
    socket_.async_read_some(
        asio::buffer(space.data(), space.size()),
        [self = shared_from_this()](const asio::error_code& error, std::size_t n) {
          self->deadline_.cancel();
          if (error) return;
          self->requests_.received(n);
          answer(self->requests_, self->answers_);
          if (self->answers_.empty())
            self->read();
          else
            self->write();
        });
  }

  void write() {
    arm();
    asio::async_write(socket_, asio::buffer(answers_),
                      [self = shared_from_this()](const asio::error_code& error, std::size_t) {
                        self->deadline_.cancel();
                        if (error) return;
                        self->answers_.clear();
                        self->read();
                      });
  }

  tcp::socket socket_;
  asio::steady_timer deadline_;
  request_reader requests_;
  std::string answers_;
};

}  // namespace

void serve_strand(host& h, std::uint16_t) {
  h.accept_into_strands(
      [](tcp::socket socket, context&) { std::make_shared<session>(std::move(socket))->start(); });
}

}  // namespace bench
