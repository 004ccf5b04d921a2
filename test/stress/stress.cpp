// Hunts for lost wake-ups, runs that end too early or never, and whatever the sanitizers see, with
// random pauses. A wait that is not answered fails with the seed and what was seen.
//
// COIO_STRESS_SECONDS: how long all cases together go on (default 18).
// COIO_STRESS_SEED: the first seed (default: of the time).
// COIO_STRESS_LOAD: if set, a thread beside the cases never rests.
#include <array>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>
#include <random>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "coio/io_context.hpp"
#include "support.hpp"

using namespace std::chrono_literals;
using clock_type = std::chrono::steady_clock;
using coio::test::eventually;

namespace {

std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text && *text ? std::strtoull(text, nullptr, 10) : otherwise;
}

struct load {
  load() {
    if (std::getenv("COIO_STRESS_LOAD"))
      thread = std::jthread([](std::stop_token s) {
        while (!s.stop_requested()) {
        }
      });
  }
  std::jthread thread;
};
BOOST_TEST_GLOBAL_FIXTURE(load);

constexpr int cases = 6;

// Calls a round with rising seeds and each number of workers, for this case's share of the time.
// A round returns what went wrong, or nothing.
template <typename Round>
void stress(Round round) {
  static std::uint64_t seed = from_environment("COIO_STRESS_SEED", std::random_device()());
  const auto share =
      std::chrono::milliseconds(1000 * from_environment("COIO_STRESS_SECONDS", 18) / cases);
  const auto end = clock_type::now() + share;
  std::uint64_t rounds = 0;
  do {
    for (const int workers : {1, 2, 4, 8}) {
      const std::string failure = round(workers, ++seed);
      ++rounds;
      // What hangs would hang the destructors too: end the whole program, loudly.
      if (!failure.empty()) {
        BOOST_TEST_MESSAGE("FAILED with COIO_STRESS_SEED=" << seed - 1 << ", " << workers
                                                           << " workers: " << failure);
        std::abort();
      }
    }
  } while (clock_type::now() < end);
  BOOST_TEST(rounds >= 4u);
}

class random_source {
 public:
  explicit random_source(std::uint64_t seed) : engine_(seed) {}
  std::uint64_t below(std::uint64_t n) { return engine_() % n; }

  // Nothing, a yield, a spin or a sleep of up to 200 us: as long as the monitor's intervals, the
  // park of a worker, and a system call.
  void pause() {
    switch (below(8)) {
      case 0:
        std::this_thread::sleep_for(std::chrono::microseconds(below(200)));
        break;
      case 1:
      case 2:
        std::this_thread::yield();
        break;
      case 3: {
        const auto until = clock_type::now() + std::chrono::microseconds(below(60));
        while (clock_type::now() < until) {
        }
        break;
      }
      default:
        break;
    }
  }

 private:
  std::mt19937_64 engine_;
};

template <typename... Parts>
std::string text(const Parts&... parts) {
  std::ostringstream out;
  (out << ... << parts);
  return out.str();
}

}  // namespace

// Posters outside wait for each answer: all workers park again and again, and each post must wake
// one.
BOOST_AUTO_TEST_CASE(ping_pong) {
  stress([](int workers, std::uint64_t seed) -> std::string {
    coio::io_context ctx(workers);
    auto guard = std::make_optional(asio::make_work_guard(ctx));
    std::jthread runner([&] { ctx.run(); });
    constexpr int posters = 2, turns = 60;
    std::array<std::atomic<int>, posters> done{};
    std::vector<std::jthread> threads;
    std::atomic<bool> on{true};
    for (std::size_t p = 0; p < posters; ++p)
      threads.emplace_back([&, p] {
        random_source random(seed * posters + p);
        for (int turn = 1; turn <= turns && on; ++turn) {
          // Answered by a task, by a task's task, or by way of a timer of some shard.
          switch (random.below(3)) {
            case 0:
              asio::post(ctx, [&] { ++done[p]; });
              break;
            case 1:
              asio::post(ctx, [&] { asio::post(ctx, [&] { ++done[p]; }); });
              break;
            default:
              asio::post(ctx, [&] {
                auto timer = std::make_shared<asio::steady_timer>(ctx.get_executor(), 10us);
                timer->async_wait([&, timer](asio::error_code) { ++done[p]; });
              });
          }
          const auto limit = clock_type::now() + coio::test::failsafe;
          while (done[p] < turn && clock_type::now() < limit)
            std::this_thread::yield();
          if (done[p] < turn) return;
          random.pause();
        }
      });
    threads.clear();
    for (const auto& n : done)
      if (n != turns)
        return text("a post was not answered: ", done[0], " and ", done[1], " of ", turns);
    guard.reset();
    runner.join();
    return {};
  });
}

// run() ends when the last work does, wherever and however it ends, and not before.
BOOST_AUTO_TEST_CASE(end_of_work) {
  stress([](int workers, std::uint64_t seed) -> std::string {
    random_source random(seed);
    coio::io_context ctx(workers);
    asio::io_context& base = ctx;
    std::atomic<int> expected{0}, ran{0};
    std::vector<std::jthread> outside;
    for (std::uint64_t k = random.below(3) + 1; k > 0; --k) {
      ++expected;
      const std::uint64_t way = random.below(4);
      switch (way) {
        case 0:
          outside.emplace_back([&, seed, k, guard = asio::make_work_guard(ctx)] {
            random_source(seed + k).pause();
            asio::post(ctx, [&] { ++ran; });
          });
          break;
        case 1:
          outside.emplace_back([&, seed, k, guard = asio::make_work_guard(base)] {
            random_source(seed + k).pause();
            asio::post(base, [&] { ++ran; });
          });
          break;
        case 2:
          asio::post(ctx, [&] {
            auto timer = std::make_shared<asio::steady_timer>(ctx.get_executor(), 20us);
            timer->async_wait([&, timer](asio::error_code) { asio::post(ctx, [&] { ++ran; }); });
          });
          break;
        default:
          asio::post(base, [&] {
            auto timer = std::make_shared<asio::steady_timer>(base, 20us);
            timer->async_wait([&, timer](asio::error_code) { ++ran; });
          });
      }
    }
    std::atomic<bool> ended{false};
    std::jthread runner([&] {
      ctx.run();
      ended = true;
    });
    if (!eventually([&] { return ended.load(); }))
      return text("run() does not end: ", ran, " of ", expected, " ran");
    outside.clear();
    if (ran != expected) return text("run() ended early: ", ran, " of ", expected, " ran");
    return {};
  });
}

// Several threads call run(), one stops and restarts, others post: nothing posted is lost.
BOOST_AUTO_TEST_CASE(run_stop_restart) {
  stress([](int workers, std::uint64_t seed) -> std::string {
    random_source random(seed);
    coio::io_context ctx(workers);
    std::atomic<int> posted{0}, ran{0};
    std::atomic<bool> posting{true};
    std::jthread poster([&] {
      random_source mine(seed + 1);
      for (int i = 0; i < 200; ++i) {
        ++posted;
        asio::post(ctx, [&] { asio::post(ctx, [&] { ++ran; }); });
        mine.pause();
      }
      posting = false;
    });
    const auto guard = asio::make_work_guard(ctx);
    for (int round = 0; round < 10; ++round) {
      std::atomic<int> left{0};
      std::vector<std::jthread> runners;
      const int n = static_cast<int>(random.below(3)) + 1;
      for (int k = 0; k < n; ++k)
        runners.emplace_back([&, how = random.below(3)] {
          if (how == 0)
            while (!ctx.stopped())
              ctx.run_one_for(1ms);
          else
            ctx.run();
          ++left;
        });
      random.pause();
      ctx.stop();
      if (!eventually([&] { return left == n; })) return text("stop() is not heard by ", n - left);
      runners.clear();
      ctx.restart();
    }
    poster.join();
    if (!eventually([&] { return ctx.poll(), ran == posted; }))
      return text("lost: ", ran, " of ", posted, " ran");
    return {};
  });
}

// Bursts of tasks that throw, on any worker.
BOOST_AUTO_TEST_CASE(exceptions) {
  stress([](int workers, std::uint64_t seed) -> std::string {
    random_source random(seed);
    coio::io_context ctx(workers);
    std::atomic<int> ran{0};
    const int n = 100, throwing = static_cast<int>(random.below(5)) + 1;
    for (int i = 0; i < n; ++i) {
      if (i % (n / throwing) == 0 && i / (n / throwing) < throwing)
        asio::post(ctx, [] { throw std::runtime_error("x"); });
      asio::post(ctx, [&] { asio::post(ctx, [&] { ++ran; }); });
    }
    int caught = 0;
    std::atomic<bool> ended{false};
    std::jthread runner([&] {
      for (;;)
        try {
          ctx.run();
          break;
        } catch (const std::runtime_error&) {
          ++caught;
        }
      ended = true;
    });
    if (!eventually([&] { return ended.load(); })) return text("run() does not end: ", ran, " ran");
    runner.join();
    if (ran != n || caught != throwing)
      return text(ran, " of ", n, " ran, ", caught, " of ", throwing, " exceptions came out");
    return {};
  });
}

// Destroyed at a random moment, with coroutines on all shards.
BOOST_AUTO_TEST_CASE(destruction) {
  stress([](int workers, std::uint64_t seed) -> std::string {
    struct counted {
      explicit counted(std::atomic<int>& n) : alive(n) { ++alive; }
      counted(const counted& other) : alive(other.alive) { ++alive; }
      ~counted() { --alive; }
      std::atomic<int>& alive;
    };
    random_source random(seed);
    std::atomic<int> alive{0};
    {
      coio::io_context ctx(workers);
      const auto turn = [](counted, std::chrono::microseconds d) -> asio::awaitable<void> {
        asio::steady_timer timer(co_await asio::this_coro::executor);
        for (;;) {
          timer.expires_after(d);
          co_await timer.async_wait(asio::use_awaitable);
          co_await asio::post(asio::use_awaitable);
        }
      };
      for (int i = 0; i < 20; ++i)
        asio::co_spawn(ctx, turn(counted(alive), std::chrono::microseconds(random.below(100))),
                       asio::detached);
      std::atomic<bool> ended{false};
      std::jthread runner([&] {
        ctx.run();
        ended = true;
      });
      for (std::uint64_t k = random.below(10); k > 0; --k)
        random.pause();
      ctx.stop();
      if (!eventually([&] { return ended.load(); })) return "stop() is not heard";
    }
    if (alive != 0) return text(alive, " coroutines left");
    return {};
  });
}

// Sockets on all shards beside handlers of random length and posts from outside.
BOOST_AUTO_TEST_CASE(sockets) {
  using asio::ip::udp;
  stress([](int workers, std::uint64_t seed) -> std::string {
    coio::io_context ctx(workers);
    constexpr std::size_t n = 6;
    constexpr int turns = 40;
    struct conversation {
      explicit conversation(const coio::io_context::executor_type& ex)
          : socket(ex, {asio::ip::address_v4::loopback(), 0}) {
        socket.connect(socket.local_endpoint());
      }
      udp::socket socket;
      std::array<char, 1> data{};
      std::atomic<int> turns{0};
    };
    std::vector<std::unique_ptr<conversation>> all(n);
    const auto talk = [&](std::size_t i) -> asio::awaitable<void> {
      all[i] = std::make_unique<conversation>(ctx.get_executor());
      conversation& c = *all[i];
      random_source random(seed + i);
      for (; c.turns < turns; ++c.turns) {
        co_await c.socket.async_send(asio::buffer(c.data), asio::use_awaitable);
        co_await c.socket.async_receive(asio::buffer(c.data), asio::use_awaitable);
        random.pause();
      }
    };
    for (std::size_t i = 0; i < n; ++i)
      asio::co_spawn(ctx, talk(i), asio::detached);
    std::atomic<bool> ended{false};
    std::jthread runner([&] {
      ctx.run();
      ended = true;
    });
    if (!eventually([&] { return ended.load(); })) {
      std::string state = "a conversation has stopped:";
      for (const auto& c : all)
        state += text(" ", c ? c->turns.load() : -1);
      return state;
    }
    for (const auto& c : all)
      if (c->turns != turns) return "run() ended early";
    return {};
  });
}
