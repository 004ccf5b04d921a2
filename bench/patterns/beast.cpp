// Servers of Boost.Beast's, in the shape of its examples: each connection is accepted into a
// strand, and has a beast::tcp_stream, whose timer is armed around every read and write.
#include <algorithm>
#include <boost/beast.hpp>
#include <boost/redis/connection.hpp>
#include <boost/redis/src.hpp>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "host.hpp"

namespace bench {
namespace {

using namespace std::chrono_literals;
namespace beast = boost::beast;
namespace http = beast::http;
namespace redis = boost::redis;

using request = http::request<http::string_body>;
using response = http::response<http::string_body>;

response answer_to(const request& req, std::string text) {
  response res(http::status::ok, req.version());
  res.set(http::field::content_type, "text/plain");
  res.keep_alive(req.keep_alive());
  res.body() = std::move(text);
  res.prepare_payload();
  return res;
}

// With handlers: http/server/async and advanced/server.
class beast_session : public std::enable_shared_from_this<beast_session> {
 public:
  explicit beast_session(tcp::socket socket) : stream_(std::move(socket)) {}

  void start() {
    asio::dispatch(stream_.get_executor(),
                   beast::bind_front_handler(&beast_session::read, shared_from_this()));
  }

 private:
  void read() {
    request_ = {};
    stream_.expires_after(30s);
    http::async_read(stream_, buffer_, request_,
                     beast::bind_front_handler(&beast_session::on_read, shared_from_this()));
  }

  void on_read(beast::error_code ec, std::size_t) {
    if (ec) return;
    response_ = answer_to(request_, std::string(body));
    http::async_write(stream_, response_,
                      beast::bind_front_handler(&beast_session::on_write, shared_from_this()));
  }

  void on_write(beast::error_code ec, std::size_t) {
    if (!ec) read();
  }

  beast::tcp_stream stream_;
  beast::flat_buffer buffer_;
  request request_;
  response response_;
};

// With a coroutine: http/server/awaitable. `content` gives what the answer says.
template <typename Content>
asio::awaitable<void> converse(tcp::socket socket, Content content) try {
  beast::tcp_stream stream(std::move(socket));
  beast::flat_buffer buffer;
  for (;;) {
    stream.expires_after(30s);
    request req;
    co_await http::async_read(stream, buffer, req, asio::use_awaitable);
    const response res = answer_to(req, co_await content());
    co_await http::async_write(stream, res, asio::use_awaitable);
  }
} catch (const boost::system::system_error&) {
  // The client has gone.
}

template <typename Content>
void start(tcp::socket socket, Content content) {
  const auto executor = socket.get_executor();
  asio::co_spawn(executor, converse(std::move(socket), std::move(content)), asio::detached);
}

asio::awaitable<std::string> say_hello() {
  co_return std::string(body);
}

// ---- With Redis behind it ----

using connection = std::shared_ptr<redis::connection>;

// On the strand of the connection, which is for one thread at a time.
asio::awaitable<std::string> ask(connection c) {
  redis::request req;
  req.push("GET", "greeting");
  redis::response<std::optional<std::string>> res;
  co_await c->async_exec(req, res, asio::use_awaitable);
  co_return std::get<0>(res).value().value_or(std::string(body));
}

connection connect(context& ctx, std::uint16_t port) {
  auto c = std::make_shared<redis::connection>(asio::make_strand(ctx),
                                               redis::logger(redis::logger::level::disabled));
  redis::config config;
  config.addr.port = std::to_string(port);
  c->async_run(config, asio::consign(asio::detached, c));
  return c;
}

}  // namespace

void serve_beast(host& h, std::uint16_t) {
  h.accept_into_strands([](tcp::socket socket, context&) {
    std::make_shared<beast_session>(std::move(socket))->start();
  });
}

void serve_beast_coroutines(host& h, std::uint16_t) {
  h.accept_into_strands([](tcp::socket socket, context&) { start(std::move(socket), say_hello); });
}

void serve_beast_redis(host& h, std::uint16_t port) {
  // One for each context.
  auto connections = std::make_shared<std::vector<std::pair<context*, connection>>>();
  h.accept_into_strands([connections, port](tcp::socket socket, context& ctx) {
    auto found = std::find_if(connections->begin(), connections->end(),
                              [&](const auto& c) { return c.first == &ctx; });
    if (found == connections->end())
      found = connections->emplace(connections->end(), &ctx, connect(ctx, port));
    start(std::move(socket), [c = found->second]() -> asio::awaitable<std::string> {
      co_return co_await asio::co_spawn(c->get_executor(), ask(c), asio::use_awaitable);
    });
  });
}

}  // namespace bench
