// An endless chain of posts starves nothing. Each case ends when what might starve has been served.
#include <array>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <memory>
#include <thread>
#include <vector>

#include "coio/io_context.hpp"
#include "support.hpp"

using namespace std::chrono_literals;

namespace {

// Chains of posts that go on until they are told to end, or for the failsafe.
class chains {
 public:
  chains(coio::io_context& c, int n) : context_(c) {
    for (int i = 0; i < n; ++i)
      asio::post(c, link{*this});
  }
  void end() { on_ = false; }
  bool ended_in_time() const { return !late_; }

 private:
  struct link {
    chains& self;
    void operator()() const {
      if (!self.on_) return;
      if (std::chrono::steady_clock::now() > self.limit_)
        self.late_ = true;
      else
        asio::post(self.context_, *this);
    }
  };
  coio::io_context& context_;
  std::atomic<bool> on_{true}, late_{false};
  const std::chrono::steady_clock::time_point limit_ =
      std::chrono::steady_clock::now() + coio::test::failsafe;
};

// Runs the case with 1 and 2 workers, and 1 and 8 chains.
template <typename Case>
void for_all(Case run) {
  for (const int workers : {1, 2})
    for (const int n : {1, 8}) {
      coio::io_context ctx(workers);
      chains c(ctx, n);
      run(ctx, c);
      BOOST_TEST_CONTEXT(workers << " workers, " << n << " chains") {
        BOOST_TEST(c.ended_in_time());
      }
    }
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_timer_fires) {
  for_all([](coio::io_context& ctx, chains& c) {
    asio::steady_timer timer(ctx, 1ms);
    timer.async_wait([&](asio::error_code) { c.end(); });
    ctx.run();
  });
}

BOOST_AUTO_TEST_CASE(timers_of_all_shards_fire) {
  for_all([](coio::io_context& ctx, chains& c) {
    std::atomic<int> fired{0};
    std::vector<std::unique_ptr<asio::steady_timer>> timers;
    asio::post(ctx, [&] {
      for (int i = 0; i < 8; ++i) {
        timers.push_back(std::make_unique<asio::steady_timer>(ctx.get_executor(), 1ms));
        timers.back()->async_wait([&](asio::error_code) {
          if (++fired == 8) c.end();
        });
      }
    });
    ctx.run();
  });
}

BOOST_AUTO_TEST_CASE(a_socket_is_served) {
  for_all([](coio::io_context& ctx, chains& c) {
    asio::ip::udp::socket socket(ctx, {asio::ip::address_v4::loopback(), 0});
    socket.connect(socket.local_endpoint());
    std::array<char, 1> buffer{};
    socket.async_receive(asio::buffer(buffer), [&](asio::error_code, std::size_t) { c.end(); });
    socket.send(asio::buffer("x", 1));
    ctx.run();
  });
}

BOOST_AUTO_TEST_CASE(a_post_from_outside_runs) {
  for_all([](coio::io_context& ctx, chains& c) {
    coio::test::event running;
    asio::post(ctx, [&] { running.set(); });
    std::jthread outside([&] {
      running.wait();
      asio::post(ctx, [&] { c.end(); });
    });
    ctx.run();
  });
}

BOOST_AUTO_TEST_CASE(a_post_to_the_base_runs) {
  for_all([](coio::io_context& ctx, chains& c) {
    asio::post(static_cast<asio::io_context&>(ctx), [&] { c.end(); });
    ctx.run();
  });
}

// Two endless conversations over sockets do not starve a task either.
BOOST_AUTO_TEST_CASE(endless_io_starves_no_task) {
  for (const int workers : {1, 2}) {
    coio::io_context ctx(workers);
    std::atomic<bool> on{true};
    asio::ip::udp::socket socket(ctx, {asio::ip::address_v4::loopback(), 0});
    socket.connect(socket.local_endpoint());
    std::array<char, 1> buffer{};
    const auto limit = std::chrono::steady_clock::now() + coio::test::failsafe;
    std::function<void()> bounce = [&] {
      socket.async_receive(asio::buffer(buffer), [&](asio::error_code, std::size_t) {
        if (!on || std::chrono::steady_clock::now() > limit) return;
        bounce();
        socket.send(asio::buffer("x", 1));
      });
    };
    bounce();
    socket.send(asio::buffer("x", 1));
    int left = 1000;
    std::function<void()> task = [&] {
      if (--left == 0)
        on = false;
      else
        asio::post(ctx, task);
    };
    asio::post(ctx, task);
    ctx.run();
    BOOST_TEST(left == 0);
    BOOST_TEST(!on.load());
  }
}

// Tasks of some milliseconds each leave room for a timer after a few of them.
BOOST_AUTO_TEST_CASE(long_tasks_do_not_starve_a_timer) {
  coio::io_context ctx(1);
  int tasks = 0;
  bool fired = false;
  const auto chain = [&](auto self) -> void {
    const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(2);
    while (std::chrono::steady_clock::now() < end) {
    }
    ++tasks;
    if (!fired && tasks < 1000) asio::post(ctx, [&, self] { self(self); });
  };
  asio::steady_timer timer(ctx, std::chrono::milliseconds(10));
  timer.async_wait([&](asio::error_code) { fired = true; });
  for (int i = 0; i < 4; ++i)
    asio::post(ctx, [&] { chain(chain); });
  ctx.run();
  BOOST_TEST(fired);
  BOOST_TEST(tasks < 50);
}
