// A worker that is held up, or overloaded, is helped. The held-up handlers here wait for what they
// hold up: without help nothing would happen before the failsafe.
#include <algorithm>
#include <array>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <thread>
#include <utility>
#include <vector>

#include "coio/io_context.hpp"
#include "connected.hpp"
#include "core/scheduler.hpp"
#include "support.hpp"

using namespace std::chrono_literals;
using asio::ip::tcp;
using coio::test::eventually;

namespace {

struct pair_of_sockets {
  explicit pair_of_sockets(const coio::io_context::executor_type& ex) : client(ex), server(ex) {
    tcp::acceptor acceptor(ex, {asio::ip::address_v4::loopback(), 0});
    client.connect(acceptor.local_endpoint());
    acceptor.accept(server);
  }
  tcp::socket client, server;
};

}  // namespace

BOOST_AUTO_TEST_CASE(tasks_behind_a_stuck_handler_run) {
  for (const int workers : {2, 4})
    for (const int tasks : {1, 2, 3, 100}) {
      coio::io_context ctx(workers);
      std::atomic<int> ran{0};
      bool served = false;
      asio::post(ctx, [&] {
        for (int i = 0; i < tasks; ++i)
          asio::post(ctx, [&] { ++ran; });
        served = eventually([&] { return ran == tasks; });
      });
      ctx.run();
      BOOST_TEST_CONTEXT(workers << " workers, " << tasks << " tasks") {
        BOOST_TEST(served);
      }
    }
}

// Whichever worker is stuck, sockets and timers of its shard are served: there are as many on every
// shard.
BOOST_AUTO_TEST_CASE(sockets_and_timers_of_a_stuck_worker_are_served) {
  for (const int workers : {2, 3}) {
    constexpr std::size_t n = 12;
    coio::io_context ctx(workers);
    std::vector<std::unique_ptr<pair_of_sockets>> pairs;
    std::vector<std::unique_ptr<asio::steady_timer>> timers;
    std::array<std::array<char, 1>, n> buffers{};
    std::atomic<std::size_t> received{0}, fired{0};
    bool served = false;
    asio::post(ctx, [&] {
      for (std::size_t i = 0; i < n; ++i) {
        pairs.push_back(std::make_unique<pair_of_sockets>(ctx.get_executor()));
        pairs[i]->server.async_receive(asio::buffer(buffers[i]),
                                       [&](asio::error_code e, std::size_t) { received += !e; });
        timers.push_back(std::make_unique<asio::steady_timer>(ctx.get_executor(), 1ms));
        timers[i]->async_wait([&](asio::error_code e) { fired += !e; });
      }
      for (auto& p : pairs)
        p->client.send(asio::buffer("x", 1));
      served = eventually([&] { return received == n && fired == n; });
    });
    ctx.run();
    BOOST_TEST_CONTEXT(workers << " workers: " << received.load() << " received, " << fired.load()
                               << " fired") {
      BOOST_TEST(served);
    }
  }
}

// So is a worker that is stuck while no other is idle.
BOOST_AUTO_TEST_CASE(sockets_of_a_stuck_worker_are_served_by_a_busy_one) {
  constexpr std::size_t n = 12;
  coio::io_context ctx(2);
  std::vector<std::unique_ptr<pair_of_sockets>> pairs;
  std::array<std::array<char, 1>, n> buffers{};
  std::array<std::atomic<int>, n> received{};
  std::atomic<bool> over{false};
  bool served = false;
  // Each pair keeps its worker busy: what is received is sent again.
  std::function<void(std::size_t)> receive = [&](std::size_t i) {
    pairs[i]->server.async_receive(asio::buffer(buffers[i]),
                                   [&, i](asio::error_code e, std::size_t) {
                                     ++received[i];
                                     if (e || over) return;
                                     pairs[i]->client.send(asio::buffer("x", 1));
                                     receive(i);
                                   });
  };
  asio::post(ctx, [&] {
    for (std::size_t i = 0; i < n; ++i)
      pairs.push_back(std::make_unique<pair_of_sockets>(ctx.get_executor()));
    for (std::size_t i = 0; i < n; ++i) {
      pairs[i]->client.send(asio::buffer("x", 1));
      receive(i);
    }
    std::array<int, n> before;
    std::copy(received.begin(), received.end(), before.begin());
    served = eventually([&] {
      return std::equal(before.begin(), before.end(), received.begin(),
                        [](int b, const std::atomic<int>& now) { return now >= b + 100; });
    });
    over = true;
  });
  ctx.run();
  BOOST_TEST(served);
}

// The same for what lives on shard 0 because it was made from the context.
BOOST_AUTO_TEST_CASE(old_style_objects_of_a_stuck_worker_are_served) {
  coio::io_context ctx(2);
  asio::steady_timer timer(ctx, 1ms);
  std::atomic<bool> fired{false};
  bool served = false;
  timer.async_wait([&](asio::error_code) { fired = true; });
  asio::post(ctx, [&] { served = eventually([&] { return fired.load(); }); });
  ctx.run();
  BOOST_TEST(served);
}

BOOST_AUTO_TEST_CASE(posts_from_outside_run_beside_a_stuck_handler) {
  coio::io_context ctx(2);
  std::atomic<bool> stuck{false}, ran{false};
  bool served = false;
  asio::post(ctx, [&] {
    stuck = true;
    served = eventually([&] { return ran.load(); });
  });
  std::jthread outside([&, guard = asio::make_work_guard(ctx)] {
    eventually([&] { return stuck.load(); });
    asio::post(ctx, [&] { ran = true; });
  });
  ctx.run();
  BOOST_TEST(served);
}

// A handler that is a completion, not a task, is stuck.
BOOST_AUTO_TEST_CASE(a_stuck_completion) {
  coio::io_context ctx(2);
  std::vector<std::unique_ptr<asio::steady_timer>> timers;
  std::atomic<int> fired{0};
  std::atomic<int> waiting{0};
  bool served = false;
  asio::post(ctx, [&] {
    for (int i = 0; i < 8; ++i) {
      timers.push_back(std::make_unique<asio::steady_timer>(ctx.get_executor(), 1ms));
      timers.back()->async_wait([&](asio::error_code) {
        // The first waits for all others, half of which are on its own shard.
        if (waiting.fetch_add(1) == 0)
          served = eventually([&] { return fired == 7; });
        else
          ++fired;
      });
    }
  });
  ctx.run();
  BOOST_TEST(served);
}

// The monitor sleeps while nothing happens, and must not oversleep.
BOOST_AUTO_TEST_CASE(a_completion_is_stuck_after_a_calm_time) {
  coio::io_context ctx(2);
  std::vector<std::unique_ptr<asio::steady_timer>> timers;
  int served = 0;
  std::atomic<int> fired{0};
  // Thrice: after the first time the monitor is alert.
  std::function<void(int)> round = [&](int left) {
    if (left == 0) return;
    timers.clear();
    fired = 0;
    // By the time at which the first fires, all workers have long been idle.
    for (int i = 0; i < 8; ++i) {
      timers.push_back(std::make_unique<asio::steady_timer>(ctx.get_executor(), 30ms));
      timers.back()->async_wait([&, left](asio::error_code) {
        if (fired.fetch_add(1) != 0) return;
        served += eventually([&] { return fired == 8; });
        asio::post(ctx, [&, left] { round(left - 1); });
      });
    }
  };
  asio::post(ctx, [&] { round(3); });
  ctx.run();
  BOOST_TEST(served == 3);
}

// Short handlers far apart, after each of which the timer is disarmed, on two shards at once; and
// now and then one that is stuck.
BOOST_AUTO_TEST_CASE(a_handler_is_stuck_among_short_ones) {
  constexpr int rounds = 300;
  coio::io_context ctx(3);
  int stuck = 0;
  std::atomic<int> fired{0}, done{0};
  std::vector<std::unique_ptr<asio::steady_timer>> timers;
  std::atomic<bool> over{false};
  std::vector<std::unique_ptr<asio::steady_timer>> beats;
  std::function<void(asio::steady_timer&)> beat = [&](asio::steady_timer& t) {
    t.expires_after(700us);
    t.async_wait([&](asio::error_code) {
      if (!over) beat(t);
    });
  };
  std::function<void(int)> round = [&](int left) {
    if (left == 0) {
      over = true;
      return;
    }
    timers.clear();
    fired = done = 0;
    for (int i = 0; i < 6; ++i) {
      timers.push_back(std::make_unique<asio::steady_timer>(ctx.get_executor(), 3ms));
      timers.back()->async_wait([&, left](asio::error_code) {
        if (fired.fetch_add(1) == 0 && left % 10 == 0)
          stuck += eventually([&] { return fired == 6; });
        if (done.fetch_add(1) == 5) asio::post(ctx, [&, left] { round(left - 1); });
      });
    }
  };
  asio::post(ctx, [&] {
    for (int i = 0; i < 2; ++i)
      beat(*beats.emplace_back(std::make_unique<asio::steady_timer>(ctx.get_executor())));
    round(rounds);
  });
  ctx.run();
  BOOST_TEST(stuck == rounds / 10);
}

// Worker 1 is in a handler that executors do not know of. It has been woken to search, and does not
// come: its shard needs help. The other, which comes and goes, must not keep the monitor from
// seeing that.
BOOST_AUTO_TEST_CASE(a_worker_that_was_woken_does_not_come) {
  coio::io_context ctx(3);
  auto guard = asio::make_work_guard(ctx);
  const auto ex = ctx.get_executor();
  asio::io_context* shard = nullptr;
  coio::test::event found, stuck;
  std::atomic<bool> fired{false}, over{false};
  bool served = false;
  std::jthread running([&] { ctx.run(); });
  asio::post(ctx, [&] {
    shard = &coio::detail::worker::innermost()->owner.context(1);
    found.set();
  });
  found.wait();
  std::this_thread::sleep_for(50ms);  // the monitor sleeps by then, or it would see what follows
  asio::post(*shard, [&] {
    stuck.set();
    served = eventually([&] { return fired.load(); });
    over = true;
  });
  stuck.wait();
  asio::steady_timer timer(*shard, 30ms);
  timer.async_wait(asio::bind_executor(ex, [&](asio::error_code) { fired = true; }));
  asio::steady_timer beat(static_cast<asio::io_context&>(ctx));
  std::function<void()> next = [&] {
    beat.expires_after(5ms);
    beat.async_wait(asio::bind_executor(ex, [&](asio::error_code) {
      if (over) return guard.reset();
      for (int i = 0; i < 4; ++i)
        asio::post(ctx, [] {});
      next();
    }));
  };
  asio::post(static_cast<asio::io_context&>(ctx), next);
  running.join();
  BOOST_TEST(served);
}

#if !defined(COIO_NO_METRICS)

// One handler in a while, shorter than the monitor sleeps: after some of them it sees one.
BOOST_AUTO_TEST_CASE(short_handlers_are_seen_now_and_then) {
  coio::io_context ctx(2);
  asio::steady_timer timer(ctx.get_executor());
  const auto end = std::chrono::steady_clock::now() + coio::test::failsafe;
  bool seen = false;
  std::function<void()> next = [&] {
    timer.expires_after(20ms);
    timer.async_wait([&](asio::error_code) {
      const auto until = std::chrono::steady_clock::now() + 4ms;
      while (std::chrono::steady_clock::now() < until) {
      }
      for (const auto& w : ctx.metrics().workers)
        seen = seen || w.longest_handler > 0ns;
      if (!seen && std::chrono::steady_clock::now() < end) next();
    });
  };
  asio::post(ctx, next);
  ctx.run();
  BOOST_TEST(seen);
}

// A worker that was busy when its thread left needs no help.
BOOST_AUTO_TEST_CASE(a_worker_without_a_thread_is_not_helped) {
  coio::options o;
  o.workers = 2;
  o.spawn_threads = false;
  coio::io_context ctx(o);
  asio::steady_timer over(ctx, 1h);
  over.async_wait([](asio::error_code) {});
  std::jthread staying([&] { ctx.run(); });
  std::atomic<bool> held{false};
  const auto longest = [&](std::size_t i) { return ctx.metrics().workers[i].longest_handler; };
  bool seen = false;
  // Both threads have a handler; the one that leaves stays in it until the monitor has seen that.
  asio::post(ctx, [&] {
    held = true;
    eventually([&] { return longest(1) > 0ns; });
  });
  eventually([&] { return held.load(); });
  asio::post(ctx, [&] { seen = eventually([&] { return longest(1) > 0ns; }); });
  std::thread([&] { ctx.run_one(); }).join();
  BOOST_TEST(seen);
  const auto asked = [&] { return ctx.metrics().workers[1].assists_got; };
  // Long enough for some looks, and for it to count as overloaded.
  asio::steady_timer later(ctx, 5ms);
  std::uint64_t before = 0, after = 1;
  later.async_wait([&](asio::error_code) {
    before = asked();
    later.expires_after(30ms);
    later.async_wait([&](asio::error_code) {
      after = asked();
      over.cancel();
    });
  });
  staying.join();
  BOOST_TEST(before == after);
}

#endif

// All but one worker stuck: the one that is left does everything.
BOOST_AUTO_TEST_CASE(all_but_one_stuck) {
  constexpr int workers = 4;
  coio::io_context ctx(workers);
  std::atomic<int> stuck{0}, ran{0}, served{0};
  for (int i = 0; i < workers - 1; ++i)
    asio::post(ctx, [&] {
      ++stuck;
      for (int k = 0; k < 10; ++k)
        asio::post(ctx, [&] { ++ran; });
      served += eventually([&] { return stuck == workers - 1 && ran == 10 * (workers - 1); });
    });
  ctx.run();
  BOOST_TEST(served == workers - 1);
}

// Sockets made from the context all live on shard 0. Endless ping-pong over them, each completion
// some work: before long, two workers have served them.
BOOST_AUTO_TEST_CASE(an_overloaded_shard_is_shared) {
  coio::io_context ctx(2);
  std::mutex mutex;
  std::set<std::thread::id> served_by;
  std::atomic<bool> shared{false};
  // A worker stays on shard 1: something lives there.
  std::vector<std::unique_ptr<asio::steady_timer>> elsewhere;
  asio::post(ctx, [&] {
    for (int i = 0; i < 4; ++i) {
      elsewhere.push_back(std::make_unique<asio::steady_timer>(ctx.get_executor(), 1h));
      elsewhere.back()->async_wait([](asio::error_code) {});
    }
  });

  constexpr std::size_t n = 16;
  std::vector<std::unique_ptr<asio::ip::udp::socket>> sockets;
  std::array<std::array<char, 1>, n> buffers{};
  std::function<void(std::size_t)> bounce = [&](std::size_t i) {
    sockets[i]->async_receive(asio::buffer(buffers[i]), [&, i](asio::error_code e, std::size_t) {
      if (e) return;
      const auto until = std::chrono::steady_clock::now() + 50us;
      while (std::chrono::steady_clock::now() < until) {
      }
      {
        const std::lock_guard lock(mutex);
        served_by.insert(std::this_thread::get_id());
        if (served_by.size() == 2) shared = true;
      }
      if (shared) return;
      bounce(i);
      sockets[i]->send(asio::buffer("x", 1));
    });
  };
  for (std::size_t i = 0; i < n; ++i) {
    sockets.push_back(std::make_unique<asio::ip::udp::socket>(
        ctx, asio::ip::udp::endpoint(asio::ip::address_v4::loopback(), 0)));
    sockets[i]->connect(sockets[i]->local_endpoint());
    bounce(i);
    sockets[i]->send(asio::buffer("x", 1));
  }
  std::jthread ending([&, guard = asio::make_work_guard(ctx)] {
    eventually([&] { return shared.load(); });
    ctx.stop();
  });
  ctx.run();
  BOOST_TEST(shared.load());
}

// Who helps goes on by itself: the shard gets a whole second worker, not a batch of 64 handlers for
// each look of the monitor's.
BOOST_AUTO_TEST_CASE(help_lasts_as_long_as_the_overload) {
  coio::io_context ctx(2);
  const auto second = ctx.next_executor(), first = ctx.next_executor();
  BOOST_REQUIRE(first == ctx.get_executor());
  BOOST_REQUIRE(second != first);
  using socket = coio::test::stream_protocol::socket;
  struct ready {
    socket s;
    std::atomic<bool>& over;
    void wait() {
      s.async_wait(s.wait_read, [this](asio::error_code e) {
        const auto until = std::chrono::steady_clock::now() + 200us;
        while (std::chrono::steady_clock::now() < until) {
        }
        if (!e && !over) wait();
      });
    }
  };
  for (const auto& [home, helper] : {std::pair(first, 1u), std::pair(second, 0u)}) {
    std::atomic<bool> over{false};
    std::vector<std::unique_ptr<ready>> objects;
    std::vector<socket> kept;
    for (int i = 0; i < 16; ++i) {
      socket in(home), out(home);
      coio::test::connect_pair(in, out);
      out.send(asio::buffer("x", 1));
      kept.push_back(std::move(out));
      objects.push_back(std::make_unique<ready>(std::move(in), over));
      objects.back()->wait();
    }
    const auto before = ctx.metrics();
    bool lasted = false;
    std::uint64_t asked = 0, ran = 0;
    std::jthread observer([&, guard = asio::make_work_guard(ctx)] {
      lasted = eventually([&] {
        const auto now = ctx.metrics();
        asked = now.workers[1 - helper].assists_got - before.workers[1 - helper].assists_got;
        ran = now.workers[helper].handlers - before.workers[helper].handlers;
        return ran > 1000 && ran > 128 * asked;
      });
      over = true;
    });
    ctx.run();
    observer.join();
    BOOST_TEST(lasted,
               "the helper ran " << ran << " handlers, and was asked " << asked << " times");
    ctx.restart();
  }
}

BOOST_AUTO_TEST_CASE(without_a_monitor_work_is_done_all_the_same) {
  coio::options o;
  o.workers = 3;
  o.monitor = false;
  coio::io_context ctx(o);
  std::atomic<int> ran{0};
  for (int i = 0; i < 1000; ++i)
    asio::post(ctx, [&] {
      ++ran;
      asio::post(ctx, [&] { ++ran; });
    });
  ctx.run();
  BOOST_TEST(ran == 2000);
}
