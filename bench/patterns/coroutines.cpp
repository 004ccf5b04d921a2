// Coroutines in which every read has a timeout.
#include <asio/experimental/awaitable_operators.hpp>

#include <chrono>
#include <string>
#include <utility>

#include "host.hpp"

namespace bench {
namespace {

using namespace std::chrono_literals;
using namespace asio::experimental::awaitable_operators;

// No timer expires here. In a server in which some do, several threads would ask for a strand
// around the two sides of `||`.
asio::awaitable<void> serve(tcp::socket socket) {
  asio::steady_timer timeout(co_await asio::this_coro::executor);
  request_reader requests;
  std::string answers;
  for (;;) {
    const auto space = requests.space();
    timeout.expires_after(30s);
    const auto done = co_await (
        socket.async_read_some(asio::buffer(space.data(), space.size()), asio::use_awaitable) ||
        timeout.async_wait(asio::use_awaitable));
    if (done.index() == 1) co_return;
    requests.received(std::get<0>(done));
    answer(requests, answers);
    if (answers.empty()) continue;
    co_await asio::async_write(socket, asio::buffer(answers), asio::use_awaitable);
    answers.clear();
  }
}

}  // namespace

void serve_coroutines(host& h, std::uint16_t) {
  h.accept_all([](tcp::socket socket, context&) {
    const auto executor = socket.get_executor();
    asio::co_spawn(executor, serve(std::move(socket)), asio::detached);
  });
}

void serve_coroutines_on_context(host& h, std::uint16_t) {
  h.accept_all([](tcp::socket socket, context& ctx) {
    asio::co_spawn(ctx, serve(std::move(socket)), asio::detached);
  });
}

}  // namespace bench
