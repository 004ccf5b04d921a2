// A server on several workers whose coroutines share one connection to Redis: it repeats lines by
// way of PING. A boost::redis::connection is for one thread at a time, so it lives on a strand.
//
//     redis_server REDIS_PORT PORT
#include <boost/asio/signal_set.hpp>
#include <boost/redis/connection.hpp>
#include <coio/coio.hpp>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <memory>
#include <string>

namespace net = boost::asio;
namespace redis = boost::redis;

namespace {

// On the connection's strand.
net::awaitable<std::string> ping(std::shared_ptr<redis::connection> connection, std::string line) {
  redis::request request;
  request.push("PING", line);
  redis::response<std::string> response;
  co_await connection->async_exec(request, response, net::use_awaitable);
  co_return std::get<0>(response).value();
}

coio::awaitable<void> serve(coio::ip::tcp::socket socket,
                            std::shared_ptr<redis::connection> connection) try {
  std::string buffer;
  for (;;) {
    const std::size_t n =
        co_await net::async_read_until(socket, net::dynamic_buffer(buffer, 1024), "\n");
    const std::string answer = co_await net::co_spawn(
        connection->get_executor(), ping(connection, buffer.substr(0, n)), coio::use_awaitable);
    buffer.erase(0, n);
    co_await net::async_write(socket, net::buffer(answer));
  }
} catch (const boost::system::system_error& e) {
  if (e.code() != net::error::eof) throw;
}

coio::awaitable<void> run(coio::io_context& ctx, std::string redis_port, net::ip::port_type port) {
  const auto connection = std::make_shared<redis::connection>(net::make_strand(ctx));
  redis::config config;
  config.addr.port = redis_port;
  connection->async_run(config, net::consign(net::detached, connection));
  coio::ip::tcp::acceptor acceptor(ctx, {net::ip::address_v4::loopback(), port});
  for (;;)
    coio::spawn(serve(co_await acceptor.async_accept(), connection)).detach();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: redis_server REDIS_PORT PORT\n";
    return 2;
  }
  coio::io_context ctx;
  net::signal_set signals(ctx, SIGTERM);
  signals.async_wait([&](auto, int) { ctx.stop(); });
  coio::spawn(ctx, run, std::ref(ctx), argv[1], static_cast<net::ip::port_type>(std::atoi(argv[2])))
      .detach();
  ctx.run();
}
