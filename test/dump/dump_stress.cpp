// Dumps harm nobody: while one after the other is made, coroutines begin, wait, are woken,
// cancelled and destroyed, and nothing is lost.
#include <atomic>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <cstddef>
#include <thread>
#include <vector>

#include "coio/coio.hpp"
#include "support.hpp"

using namespace std::chrono_literals;

namespace {

const std::vector<int> worker_numbers{1, 2, 4};

// Makes dumps of a context until it is told to stop, or until an object of it goes.
class dumper {
 public:
  explicit dumper(coio::io_context& c)
      : thread_([this, &c] {
          while (!done_.load(std::memory_order_relaxed)) {
            const coio::coroutine_dump d = coio::dump(c);
            most_ = std::max(most_, d.coroutines);
            ++dumps_;
          }
        }) {}
  ~dumper() { stop(); }
  void stop() {
    done_ = true;
    if (thread_.joinable()) thread_.join();
  }
  std::size_t dumps() const { return dumps_; }
  std::size_t most() const { return most_; }

 private:
  std::atomic<bool> done_{false};
  std::size_t dumps_ = 0, most_ = 0;
  std::thread thread_;
};

coio::awaitable<int> child(int n) {
  if (n % 3 == 0) co_await coio::sched();
  co_return n;
}

// Spawns and joins, sends and receives, locks, sleeps, and cancels.
coio::awaitable<void> load(int rounds, std::atomic<long>& sum) {
  coio::sync::mutex m;
  auto [tx, rx] = coio::sync::channel<int>(1);
  auto echo = coio::spawn([&m, rx = std::move(rx)]() mutable -> coio::awaitable<long> {
    long received = 0;
    while (const auto v = co_await rx.recv()) {
      const auto g = co_await m.lock();
      received += *v;
    }
    co_return received;
  });
  long sent = 0;
  for (int i = 0; i < rounds; ++i) {
    auto h = coio::spawn([i] { return child(i); });
    auto never = coio::spawn([]() -> coio::awaitable<void> { co_await coio::sleep(1h); });
    if (i % 16 == 0) co_await coio::sleep(50us);
    {
      const auto g = co_await m.lock();
      co_await coio::sched();
    }
    co_await tx.send(i);
    sent += i;
    never.cancel();
    bool aborted = false;
    try {
      co_await never.join();
    } catch (const asio::system_error& e) {
      aborted = e.code() == asio::error::operation_aborted;
    }
    if (co_await h.join() != i || !aborted) sum += 1'000'000'000;
  }
  tx.close();
  if (co_await echo.join() != sent) sum += 1'000'000'000;
  sum += rounds;
}

#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__) || defined(__clang__)
constexpr int rounds = 300;
#else
constexpr int rounds = 2000;
#endif

}  // namespace

BOOST_DATA_TEST_CASE(coroutines_under_constant_dumps_lose_nothing, worker_numbers, workers) {
  coio::io_context ctx(coio::options{.workers = workers});
  std::atomic<long> sum{0};
  constexpr int n = 8;
  for (int i = 0; i < n; ++i)
    coio::spawn(ctx, [&] { return load(rounds, sum); });
  dumper d(ctx);
  ctx.run();
  d.stop();
  BOOST_TEST(sum == long{n} * rounds);
  BOOST_TEST(d.dumps() > 0u);
  BOOST_TEST(d.most() > static_cast<std::size_t>(n));
}

// As above, by coroutines of the scheduler itself.
BOOST_DATA_TEST_CASE(coroutines_that_dump_their_own_scheduler_lose_nothing, worker_numbers,
                     workers) {
  std::atomic<long> sum{0};
  std::atomic<int> left{2};
  coio::scheduler().with_workers(workers).run([&]() -> coio::awaitable<void> {
    coio::task_group g;
    for (int i = 0; i < 2; ++i)
      g.spawn([&]() -> coio::awaitable<void> {
        co_await load(rounds / 4, sum);
        --left;
      });
    g.spawn([&]() -> coio::awaitable<void> {
      while (left > 0) {
        if (coio::dump().coroutines == 0) sum += 1'000'000'000;
        co_await coio::sched();
      }
    });
    co_await g.join();
  });
  BOOST_TEST(sum == 2 * (rounds / 4));
}

// Who dumps all schedulers meets some that are just made and destroyed.
BOOST_DATA_TEST_CASE(schedulers_that_come_and_go_under_dumps_are_destroyed, worker_numbers,
                     workers) {
  std::atomic<bool> done{false};
  std::thread dumps([&] {
    while (!done)
      static_cast<void>(coio::dump());
  });
  for (int i = 0; i < rounds / 20; ++i) {
    auto [tx, rx] = coio::sync::channel<int>();
    coio::spawn([rx = rx]() mutable -> coio::awaitable<void> { co_await rx.recv(); });
    coio::spawn([tx = std::move(tx)]() mutable -> coio::awaitable<void> {
      co_await coio::sched();
      tx.close();
    });
    coio::scheduler::run(workers);
  }
  done = true;
  dumps.join();
  BOOST_TEST(coio::scheduler::work_count() == 0u);
}
