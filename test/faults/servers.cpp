#include "servers.hpp"

#include <array>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <exception>
#include <memory>
#include <string_view>
#include <utility>

#include "coio/co_spawn.hpp"
#include "coio/coio.hpp"
#include "coio/file.hpp"
#include "coio/io_context.hpp"
#include "injection.hpp"

using namespace std::chrono_literals;
using asio::ip::tcp;

namespace coio::test {

namespace {

constexpr auto pause = 1ms;

bool is_farewell(std::string_view s) {
  return s.substr(0, std::size(farewell) - 1) == farewell;
}

// Runs the context as a program does that wants to go on: what comes out is counted, and `again()`
// sets up what the exception has interrupted.
template <typename Context, typename Again>
void run(Context& ctx, server_state& state, Again again) {
  for (;;)
    try {
      ctx.restart();  // the exception may have been that of the last handler
      again();
      ctx.run();
      return;
    } catch (const std::exception&) {
      ++state.thrown;
    }
}

// Lives as long as the handler that it is in. If there is no memory to pass a handler on to its
// executor, Asio destroys it, and run() throws.
class under_way {
 public:
  explicit under_way(std::atomic<int>& n) : n_(&n) { ++n; }
  under_way(under_way&& other) noexcept : n_(std::exchange(other.n_, nullptr)) {}
  under_way& operator=(under_way&&) = delete;
  ~under_way() {
    if (n_) --*n_;
  }

 private:
  std::atomic<int>* n_;
};

// ---- Callbacks: a strand and a time limit for each connection ----

class session : public std::enable_shared_from_this<session> {
 public:
  session(tcp::socket socket, std::atomic<bool>& ended)
      : socket_(std::move(socket)), limit_(socket_.get_executor()), ended_(ended) {}

  void start() {
    limit_.expires_after(20s);
    limit_.async_wait([weak = weak_from_this()](const asio::error_code& ec) {
      asio::error_code ignored;
      if (const auto self = weak.lock(); self && !ec) self->socket_.close(ignored);
    });
    read();
  }

 private:
  void read() {
    socket_.async_read_some(asio::buffer(buffer_),
                            [self = shared_from_this()](const asio::error_code& ec, std::size_t n) {
                              if (ec) return self->end();
                              if (is_farewell({self->buffer_.data(), n})) {
                                self->ended_ = true;
                                return self->end();
                              }
                              self->write(n);
                            });
  }
  void write(std::size_t n) {
    asio::async_write(socket_, asio::buffer(buffer_, n),
                      [self = shared_from_this()](const asio::error_code& ec, std::size_t) {
                        ec ? self->end() : self->read();
                      });
  }
  void end() {
    asio::error_code ignored;
    socket_.close(ignored);
    limit_.cancel();
  }

  tcp::socket socket_;
  asio::steady_timer limit_;
  std::atomic<bool>& ended_;
  std::array<char, 256> buffer_;
};

io_context::executor_type next_executor(io_context& ctx) {
  return ctx.next_executor();
}
asio::io_context::executor_type next_executor(asio::io_context& ctx) {
  return ctx.get_executor();
}

// Asio's own fault, in 1.22 to 1.36 at least: a strand for which there is no memory destroys what
// it has not initialised.
template <typename Executor>
auto strand_of(const Executor& ex) {
  const exempt here;
  return asio::make_strand(ex);
}

template <typename Context>
class callback_server {
  using strand = asio::strand<typename Context::executor_type>;

 public:
  explicit callback_server(int workers)
      : ctx_(workers),
        strand_(strand_of(ctx_.get_executor())),
        acceptor_(strand_, {asio::ip::address_v4::loopback(), 0}),
        pause_(strand_) {}

  unsigned short port() { return acceptor_.local_endpoint().port(); }

  void run(server_state& state) {
    test::run(ctx_, state, [this] {
      if (!ended_ && accepts_ == 0) accept();
    });
  }

 private:
  // An accept is under way, or the pause after one that failed, unless an exception ends it.
  void accept() {
    acceptor_.async_accept(
        strand_of(next_executor(ctx_)),
        [this, mine = under_way(accepts_)](const asio::error_code& ec, tcp::socket s) {
          if (ended_) return;
          if (ec) return wait();
          accept();
          std::make_shared<session>(std::move(s), ended_)->start();
        });
  }
  void wait() {
    pause_.expires_after(pause);
    pause_.async_wait([this, mine = under_way(accepts_)](const asio::error_code&) { accept(); });
  }

  std::atomic<int> accepts_{0};
  Context ctx_;
  strand strand_;
  asio::basic_socket_acceptor<tcp, strand> acceptor_;
  asio::basic_waitable_timer<std::chrono::steady_clock,
                             asio::wait_traits<std::chrono::steady_clock>, strand>
      pause_;
  std::atomic<bool> ended_{false};
};

}  // namespace

// The farewell ends the accepts with the connection after it.
void serve_with_callbacks(int workers, server_state& state) {
  callback_server<io_context> server(workers);
  state.port.set_value(server.port());
  server.run(state);
}

void serve_without_coio(int workers, server_state& state) {
  callback_server<asio::io_context> server(workers);
  state.port.set_value(server.port());
  server.run(state);
}

// ---- Asio's coroutines ----

namespace {

class coroutine_server {
 public:
  explicit coroutine_server(int workers)
      : ctx_(workers), acceptor_(ctx_, {asio::ip::address_v4::loopback(), 0}) {}

  unsigned short port() { return acceptor_.local_endpoint().port(); }

  void run(server_state& state) {
    test::run(ctx_, state, [this] {
      if (ended_ || accepts_ > 0) return;
      asio::co_spawn(ctx_, accept(under_way(accepts_)), [](const std::exception_ptr& e) {
        if (e) std::rethrow_exception(e);
      });
    });
  }

 private:
  asio::awaitable<void> accept(under_way) {
    while (!ended_) {
      asio::error_code ec;
      tcp::socket s = co_await acceptor_.async_accept(
          ctx_.next_executor(), asio::redirect_error(asio::use_awaitable, ec));
      if (ec) {
        asio::steady_timer timer(ctx_, pause);
        co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, ec));
        continue;
      }
      if (ended_) break;
      const auto home = s.get_executor();
      asio::co_spawn(home, echo(std::move(s)), asio::detached);
    }
  }

  asio::awaitable<void> echo(tcp::socket s) {
    std::array<char, 256> buffer;
    try {
      for (;;) {
        const std::size_t n = co_await s.async_read_some(asio::buffer(buffer), asio::use_awaitable);
        if (is_farewell({buffer.data(), n})) {
          ended_ = true;
          break;
        }
        co_await asio::async_write(s, asio::buffer(buffer, n), asio::use_awaitable);
      }
    } catch (const std::exception&) {
      // This connection is over.
    }
  }

  std::atomic<int> accepts_{0};
  io_context ctx_;
  tcp::acceptor acceptor_;
  std::atomic<bool> ended_{false};
};

}  // namespace

void serve_with_coroutines(int workers, server_state& state) {
  coroutine_server server(workers);
  state.port.set_value(server.port());
  server.run(state);
}

// ---- The facade, and most of what it has ----

namespace {

struct shared {
  explicit shared(std::atomic<bool>& e) : ended(e) {}

  std::atomic<bool>& ended;
  sync::mutex mutex;
  sync::semaphore permits{100};
  std::pair<sync::sender<int>, sync::receiver<int>> served = sync::channel<int>(1);
  long count = 0;
};

awaitable<std::size_t> bytes_of_a_file() {
  random_access_file file(co_await asio::this_coro::executor, "/proc/self/status",
                          file_base::read_only);
  std::array<char, 64> buffer;
  if (file.size() > buffer.size()) co_return 0;  // such files say that they are empty
  co_return co_await file.async_read_some_at(0, asio::buffer(buffer));
}

// What a server may do for a request beside answering it.
awaitable<void> work_for_a_request(shared& s, unsigned short port) {
  co_await s.permits.acquire();
  {
    const auto lock = co_await s.mutex.lock();
    ++s.count;
    co_await sched();
  }
  s.permits.release();
  co_await timeout(20s, sleep(100us));
  co_await join_all(sleep(50us), bytes_of_a_file());
  co_await spawn_blocking([] { return 1; }).join();
  co_await s.served.first.send(1);
  // A connection to itself, by name, that says nothing.
  co_await net::tcp_stream::connect("localhost:" + std::to_string(port));
}

awaitable<void> echo(net::tcp_stream stream, std::shared_ptr<shared> s, unsigned short port) {
  std::array<char, 256> buffer;
  try {
    // As a program that hands the other one to a second coroutine.
    net::tcp_stream second = stream.try_clone();
    stream.set_read_timeout(20s);
    if (stream.peer_addr().port() == port) co_return;
    while (const std::size_t n = co_await stream.read(asio::buffer(buffer))) {
      if (is_farewell({buffer.data(), n})) {
        s->ended = true;
        break;
      }
      co_await work_for_a_request(*s, port);
      co_await stream.write_all(asio::buffer(buffer, n));
    }
  } catch (const std::exception&) {
    // This connection is over.
  }
}

awaitable<void> count(sync::receiver<int> served) {
  while (const auto one = co_await served.recv()) {
  }
}

// `port`: 0 at the first start.
awaitable<void> serve(server_state& state, unsigned short& port, std::atomic<bool>& ended) {
  const auto s = std::make_shared<shared>(ended);
  auto listener = net::tcp_listener::bind("127.0.0.1:" + std::to_string(port));
  auto counting = spawn(count, s->served.second);
  if (port == 0) {
    port = listener.local_addr().port();
    state.port.set_value(port);
  }
  while (!s->ended) {
    bool failed = false;
    try {
      net::tcp_stream stream = co_await listener.accept();
      if (counting.done()) counting = spawn(count, s->served.second);
      if (!s->ended) spawn(echo, std::move(stream), s, port);
    } catch (const std::exception&) {
      failed = true;
    }
    if (failed) {
      // Until there is memory to sleep.
      for (bool slept = false; !slept;)
        try {
          co_await sleep(pause);
          slept = true;
        } catch (const std::exception&) {
        }
    }
  }
  s->served.first.close();
  if (!counting.done()) co_await counting.join();
}

}  // namespace

// What Asio itself throws ends a scheduler::run().
void serve_with_facade(int workers, server_state& state) {
  unsigned short port = 0;
  std::atomic<bool> ended{false};
  do
    try {
      scheduler().with_workers(workers).run([&] { return serve(state, port, ended); });
    } catch (const std::exception&) {
      if (port == 0) throw;
      ++state.thrown;
    }
  while (!ended);
}

}  // namespace coio::test
