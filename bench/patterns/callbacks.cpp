// Callbacks, and an acceptor that makes the sockets.
#include <memory>
#include <string>
#include <utility>

#include "host.hpp"

namespace bench {
namespace {

class session : public std::enable_shared_from_this<session> {
 public:
  explicit session(tcp::socket socket) : socket_(std::move(socket)) {}

  void read() {
    const auto space = requests_.space();
    socket_.async_read_some(
        asio::buffer(space.data(), space.size()),
        [self = shared_from_this()](const asio::error_code& error, std::size_t n) {
          if (error) return;
          self->requests_.received(n);
          answer(self->requests_, self->answers_);
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

  tcp::socket socket_;
  request_reader requests_;
  std::string answers_;
};

}  // namespace

void serve_callbacks(host& h, std::uint16_t) {
  h.accept_all(
      [](tcp::socket socket, context&) { std::make_shared<session>(std::move(socket))->read(); });
}

}  // namespace bench
