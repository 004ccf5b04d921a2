// A server of Boost.Cobalt's coroutines on several workers: each connection is a task on a strand
// of its own, which a deadline races.
//
//     cobalt_server PORT
#include <boost/asio.hpp>
#include <boost/cobalt.hpp>
#include <chrono>
#include <coio/io_context.hpp>
#include <cstdlib>
#include <iostream>
#include <string>

namespace net = boost::asio;
namespace cobalt = boost::cobalt;

namespace {

cobalt::task<void> serve(net::ip::tcp::socket socket) {
  std::string buffer;
  for (;;) {
    net::steady_timer deadline(co_await cobalt::this_coro::executor, std::chrono::seconds(30));
    const auto first =
        co_await cobalt::race(net::async_read_until(socket, net::dynamic_buffer(buffer, 1024), "\n",
                                                    net::as_tuple(cobalt::use_op)),
                              deadline.async_wait(net::as_tuple(cobalt::use_op)));
    if (first.index() != 0) co_return;
    const auto [ec, n] = get<0>(first);
    if (ec) co_return;
    co_await net::async_write(socket, net::buffer(buffer, n), cobalt::use_op);
    buffer.erase(0, n);
  }
}

cobalt::task<void> listen(coio::io_context& ctx, net::ip::port_type port) {
  net::ip::tcp::acceptor acceptor(ctx, {net::ip::address_v4::loopback(), port});
  for (;;) {
    const auto strand = net::make_strand(ctx);
    net::ip::tcp::socket socket(co_await acceptor.async_accept(strand, cobalt::use_op));
    cobalt::spawn(strand, serve(std::move(socket)), net::detached);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: cobalt_server PORT\n";
    return 2;
  }
  coio::io_context ctx;
  net::signal_set signals(ctx, SIGTERM);
  signals.async_wait([&](auto, int) { ctx.stop(); });
  cobalt::spawn(net::make_strand(ctx),
                listen(ctx, static_cast<net::ip::port_type>(std::atoi(argv[1]))), net::detached);
  ctx.run();
}
