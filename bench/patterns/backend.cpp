// A store is asked for every request: by callbacks in lines, and by coroutines in the protocol of
// Redis.
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "pipeline.hpp"

namespace bench {
namespace {

constexpr std::string_view key = "greeting";

void append_answer(std::string& answers, std::string_view text) {
  answers += status;
  answers += "Content-Type: text/plain\r\nContent-Length: ";
  answers += std::to_string(text.size());
  answers += "\r\n\r\n";
  answers += text;
}

class session : public std::enable_shared_from_this<session> {
 public:
  session(tcp::socket socket, pipeline& backend) : socket_(std::move(socket)), backend_(backend) {}

  void read() {
    const auto space = requests_.space();
    socket_.async_read_some(
        asio::buffer(space.data(), space.size()),
        [self = shared_from_this()](const asio::error_code& error, std::size_t n) {
          if (error) return;
          self->requests_.received(n);
          self->ask();
        });
  }

 private:
  void ask() {
    if (!requests_.next()) return answers_.empty() ? read() : write();
    backend_.async_ask(std::string(key) + '\n',
                       asio::bind_executor(socket_.get_executor(),
                                           [self = shared_from_this()](const std::string& text) {
                                             append_answer(self->answers_, text);
                                             self->ask();
                                           }));
  }

  void write() {
    asio::async_write(socket_, asio::buffer(answers_),
                      [self = shared_from_this()](const asio::error_code& error, std::size_t) {
                        if (error) return;
                        self->answers_.clear();
                        self->read();
                      });
  }

  tcp::socket socket_;
  pipeline& backend_;
  request_reader requests_;
  std::string answers_;
};

asio::awaitable<void> serve(tcp::socket socket, pipeline& store) {
  const std::string get =
      "*2\r\n$3\r\nGET\r\n$" + std::to_string(key.size()) + "\r\n" + std::string(key) + "\r\n";
  request_reader requests;
  std::string answers;
  for (;;) {
    const auto space = requests.space();
    requests.received(co_await socket.async_read_some(asio::buffer(space.data(), space.size()),
                                                      asio::use_awaitable));
    while (requests.next())
      append_answer(answers, co_await store.async_ask(get, asio::use_awaitable));
    if (answers.empty()) continue;
    co_await asio::async_write(socket, asio::buffer(answers), asio::use_awaitable);
    answers.clear();
  }
}

}  // namespace

// The two make their strands in the two usual ways: of which the second spreads in coio.

void serve_backend(host& h, std::uint16_t port) {
  auto backend = std::make_shared<pipeline>(asio::make_strand(h.main_context().get_executor()),
                                            port, take_line);
  h.accept_all([backend](tcp::socket socket, context&) {
    std::make_shared<session>(std::move(socket), *backend)->read();
  });
}

void serve_store(host& h, std::uint16_t port) {
  auto store = std::make_shared<pipeline>(asio::make_strand(h.main_context()), port, take_resp);
  h.accept_all([store](tcp::socket socket, context&) {
    const auto executor = socket.get_executor();
    asio::co_spawn(executor, serve(std::move(socket), *store), asio::detached);
  });
}

}  // namespace bench
