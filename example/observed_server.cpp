// An HTTP server, in plain Asio, that can be watched at work: / is a page that shows its workers
// live, /metrics is for Prometheus, /coroutines says what those of the facade wait for, and every
// other request is answered with itself.
//
// observed_server [--config FILE] [--workers N] [ADDRESS [INTERVAL_MS]]
//
// INTERVAL_MS: the time between two updates of the page, 1 to 5000.
#include <coio/coio.hpp>
#include <coio/net/address.hpp>

#include "arguments.hpp"
#include "http_request.hpp"
#include "observed_page.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <list>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace std::chrono_literals;
using asio::use_awaitable;
using asio::ip::tcp;
using time_source = std::chrono::steady_clock;

constexpr auto idle_limit = 60s;  // without a request
constexpr auto slow_limit = 10s;  // for a client that has begun something, and for draining
constexpr auto hold_time = 300ms;
constexpr std::size_t most_output = 65536;  // answers that are put together in one write
constexpr std::string_view plain = "Content-Type: text/plain\r\n";

// All of it is used within the strand of the socket.
struct connection {
  explicit connection(tcp::socket s) : socket(std::move(s)) {}

  tcp::socket socket;
  enum { idle, begun, streaming } state = idle;
  time_source::time_point since = time_source::now();  // in this state, or last sent to
};

// Of each worker.
using stuck_counts = std::vector<std::atomic<std::uint64_t>>;

// All of it is used within one strand, but what says otherwise.
class server {
 public:
  server(coio::io_context& ctx, const stuck_counts& stuck, const tcp::endpoint& where,
         time_source::duration interval)
      : ctx_(ctx),
        stuck_(stuck),
        strand_(asio::make_strand(ctx)),
        acceptor_(strand_, where),
        next_look_(strand_),
        interval_(interval) {
    start("acceptor", &server::accept_all);
    start("signals", &server::await_signal);
    start("janitor", &server::look_after);
  }

  tcp::endpoint address() const { return acceptor_.local_endpoint(); }

 private:
  // In a coroutine with a name, which dumps show.
  void start(const char* name, asio::awaitable<void> (server::*part)()) {
    coio::spawn(ctx_, {.name = name}, [this, part]() -> coio::awaitable<void> {
      co_await asio::co_spawn(strand_, (this->*part)(), coio::use_awaitable);
    }).join([](const std::exception_ptr& e) {
      if (e) std::rethrow_exception(e);
    });
  }

  asio::awaitable<void> accept_all() {
    asio::error_code ec;
    while (!draining_) {
      auto s = co_await acceptor_.async_accept(asio::any_io_executor(asio::make_strand(ctx_)),
                                               asio::redirect_error(use_awaitable, ec));
      if (!ec)
        start(std::move(s));
      else if (!draining_)  // out of descriptors, most likely: others end meanwhile
        co_await asio::steady_timer(strand_, 100ms).async_wait(use_awaitable);
    }
    // Those that the kernel has accepted would be reset.
    for (acceptor_.non_blocking(true);;) {
      auto s = acceptor_.accept(asio::any_io_executor(asio::make_strand(ctx_)), ec);
      if (ec) break;
      start(std::move(s));
    }
    acceptor_.close();
  }

  void start(tcp::socket s) {
    const auto c = std::make_shared<connection>(std::move(s));
    connections_.push_back(c);
    asio::co_spawn(c->socket.get_executor(), serve(c), asio::detached);
  }

  asio::awaitable<void> await_signal() {
    asio::signal_set signals(strand_, SIGTERM, SIGINT);
    co_await signals.async_wait(use_awaitable);
    std::cout << "Draining" << std::endl;
    draining_ = true;
    acceptor_.cancel();
    next_look_.cancel();
  }

  // Ends connections that wait for too long, and those that need not be waited for any more.
  asio::awaitable<void> look_after() {
    for (auto end = time_source::time_point::max(); !draining_ || !connections_.empty();) {
      asio::error_code ec;
      next_look_.expires_after(draining_ ? 50ms : 1000ms);
      co_await next_look_.async_wait(asio::redirect_error(use_awaitable, ec));
      const auto now = time_source::now();
      if (draining_) end = std::min(end, now + slow_limit);
      if (now > end) ctx_.stop();
      connections_.remove_if([](const auto& c) { return c.expired(); });
      for (const auto& weak : connections_)
        if (const auto c = weak.lock())
          asio::post(c->socket.get_executor(), [this, c, now] {
            asio::error_code ignored;
            const bool idle = c->state == connection::idle;
            if (now - c->since > (idle ? idle_limit : slow_limit) ||
                (draining_ && c->state == connection::streaming))
              c->socket.close(ignored);
            // A request may have come: what is still unread is seen here, and a read that has
            // ended already is not cancelled.
            else if (draining_ && idle && c->socket.available(ignored) == 0)
              c->socket.cancel(ignored);
          });
    }
  }

  // From here on within the strand of the connection.

  asio::awaitable<void> serve(std::shared_ptr<connection> c) {
    c->socket.set_option(tcp::no_delay(true));
    std::string input;
    std::array<char, 8192> buffer;
    for (bool last = false; !last;) {
      std::string output;
      try {
        while (!last && output.size() < most_output) {
          const auto r = http_request::parse(input);
          if (!r) break;
          if (r->method == "GET" && r->target == "/events")
            co_return co_await stream(*c, std::move(output));
          last = r->close || draining_;
          output += respond(*r, input.substr(0, r->size), last);
          input.erase(0, r->size);
        }
      } catch (const bad_request& e) {
        last = true;
        output += answer(e.status, plain, e.status, last);
      }
      if (!output.empty()) {
        enter(*c, connection::begun);
        co_await asio::async_write(c->socket, asio::buffer(output), use_awaitable);
        if (last) break;
        if (output.size() >= most_output) continue;
      }
      if (input.empty()) {
        if (draining_) co_return;
        enter(*c, connection::idle);
      }
      const auto n = co_await c->socket.async_read_some(asio::buffer(buffer), use_awaitable);
      if (c->state == connection::idle) enter(*c, connection::begun);
      input.append(buffer.data(), n);
    }
    // Closed with unread input, the connection would be reset, and the answer lost.
    c->socket.shutdown(tcp::socket::shutdown_send);
    for (;;)
      co_await c->socket.async_read_some(asio::buffer(buffer), use_awaitable);
  }

  static void enter(connection& c, decltype(connection::state) state) {
    c.state = state;
    c.since = time_source::now();
  }

  std::string respond(const http_request& r, std::string_view all, bool last) {
    std::string text;
    if (r.target == "/") {
      // The page may use nothing but itself and this server.
      text = answer("200 OK",
                    "Content-Type: text/html; charset=utf-8\r\n"
                    "Content-Security-Policy: default-src 'none'; connect-src 'self'; "
                    "img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'\r\n",
                    observed_page, last);
    } else if (r.target == "/metrics") {
      text = answer("200 OK", "Content-Type: text/plain; version=0.0.4; charset=utf-8\r\n",
                    metrics(), last);
    } else if (r.target == "/coroutines") {
      text = answer("200 OK", "Content-Type: application/json\r\n", coio::to_json(coio::dump(ctx_)),
                    last);
    } else {
      if (r.method == "POST" && r.target == "/hold")  // as a handler without manners does
        for (const auto end = time_source::now() + hold_time; time_source::now() < end;) {
        }
      text = answer("200 OK", plain, all, last);
    }
    if (r.method == "HEAD") text.erase(text.find("\r\n\r\n") + 4);
    return text;
  }

  static std::string answer(std::string_view status, std::string_view fields, std::string_view body,
                            bool last) {
    std::string text = "HTTP/1.1 ";
    text.append(status).append("\r\n").append(fields);
    if (last) text += "Connection: close\r\n";
    text += "X-Content-Type-Options: nosniff\r\n";
    text += "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n";
    return text.append(body);
  }

  // Sends an event after the other. A client that reads slowly gets fewer: the next one is made
  // when the last has been sent.
  asio::awaitable<void> stream(connection& c, std::string text) {
    c.socket.set_option(asio::socket_base::send_buffer_size(16384));
    asio::steady_timer timer(c.socket.get_executor());
    text +=
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n"
        "Connection: close\r\n\r\nretry: 1000\n";
    while (!draining_) {
      text += event(metrics());
      enter(c, connection::streaming);
      co_await asio::async_write(c.socket, asio::buffer(text), use_awaitable);
      text.clear();
      timer.expires_after(interval_);
      co_await timer.async_wait(use_awaitable);
    }
  }

  // Those of the context, and one of the program's own.
  std::string metrics() const {
    std::string text = coio::metrics_text(ctx_.metrics());
    text +=
        "# HELP stuck_handlers_total Handlers that held the worker for more than 100 ms.\n"
        "# TYPE stuck_handlers_total counter\n";
    for (std::size_t i = 0; i < stuck_.size(); ++i)
      text += "stuck_handlers_total{worker=\"" + std::to_string(i) + "\"} " +
              std::to_string(stuck_[i]) + '\n';
    return text;
  }

  // The metrics as a server-sent event, without the lines that are for people.
  static std::string event(std::string_view metrics) {
    std::string text;
    for (std::size_t i = 0, end; (end = metrics.find('\n', i)) != metrics.npos; i = end + 1)
      if (metrics[i] != '#') text.append("data: ").append(metrics, i, end + 1 - i);
    return text += '\n';
  }

  coio::io_context& ctx_;
  const stuck_counts& stuck_;
  asio::strand<coio::io_context::executor_type> strand_;
  tcp::acceptor acceptor_;
  asio::steady_timer next_look_;
  std::list<std::weak_ptr<connection>> connections_;
  const time_source::duration interval_;
  std::atomic<bool> draining_{false};  // read in all strands
};

}  // namespace

int main(int argc, char** argv) try {
  const arguments args(argc, argv);
  const std::string address = args.get(0, "127.0.0.1:8000");
  asio::error_code ec;
  const auto where = coio::net::parse_endpoint<tcp>(address, ec);
  if (ec) throw asio::system_error(ec, address);
  const std::string interval = args.get(1, "500");
  const int interval_ms = std::atoi(interval.c_str());
  if (interval_ms < 1 || interval_ms > 5000)
    throw std::invalid_argument("INTERVAL_MS: expected 1 to 5000, found " + interval);
  stuck_counts stuck(static_cast<std::size_t>(args.workers()));
  coio::hooks hooks;
  hooks.on_stuck = [&stuck](const coio::stuck_worker& s) {
    ++stuck[s.worker];
    std::cerr << "Worker " << s.worker << " (thread " << s.thread
              << ") has been in one handler for " << s.duration / 1ms << " ms\n"
              << coio::stack_trace(s) << std::flush;
  };
  coio::io_context ctx(args.options, hooks);
  server s(ctx, stuck, where, std::chrono::milliseconds(interval_ms));
  std::cout << "Listening on " << s.address() << std::endl;
  ctx.run();
  std::cout << "Drained" << std::endl;
} catch (const std::exception& e) {
  std::cerr << argv[0] << ": " << e.what() << '\n';
  return 1;
}
