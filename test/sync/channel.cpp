// Channels.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <atomic>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "../coro/checks.hpp"
#include "checks.hpp"
#include "coio/dump.hpp"
#include "coio/sched.hpp"
#include "coio/scheduler.hpp"
#include "coio/select.hpp"
#include "coio/spawn.hpp"
#include "coio/sync.hpp"

using coio::awaitable;

namespace {

const auto worker_counts = boost::unit_test::data::make({1, 2, 4});

template <typename F>
auto run(int workers, F f) {
  return coio::scheduler().with_workers(workers).run(std::move(f));
}

}  // namespace

BOOST_DATA_TEST_CASE(values_arrive_in_order_and_then_the_end, worker_counts, workers) {
  std::vector<int> seen;
  run(workers, [&]() -> awaitable<void> {
    auto [tx, rx] = coio::sync::channel<int>();
    auto sending = coio::spawn([tx = std::move(tx)]() -> awaitable<void> {
      for (int i = 0; i < 1000; ++i)
        co_await tx.send(i);
    });
    while (const auto v = co_await rx.recv())
      seen.push_back(*v);
    co_await sending.join();
  });
  BOOST_REQUIRE_EQUAL(seen.size(), 1000);
  for (int i = 0; i < 1000; ++i)
    BOOST_REQUIRE_EQUAL(seen[static_cast<std::size_t>(i)], i);
}

BOOST_DATA_TEST_CASE(many_senders_and_receivers_lose_and_double_nothing,
                     worker_counts* boost::unit_test::data::make({0, 1, 16}), workers, bound) {
  constexpr int senders = 8, receivers = 4, each = 2000;
  std::vector<std::vector<int>> seen(receivers);
  run(workers, [&]() -> awaitable<void> {
    auto [tx, rx] = coio::sync::channel<int>(static_cast<std::size_t>(bound));
    std::vector<coio::join_handle<void>> all;
    for (int s = 0; s < senders; ++s)
      all.push_back(coio::spawn([tx = tx, s]() -> awaitable<void> {
        for (int i = 0; i < each; ++i)
          co_await tx.send(s * each + i);
      }));
    for (int r = 0; r < receivers; ++r)
      all.push_back(
          coio::spawn([rx = rx, &mine = seen[static_cast<std::size_t>(r)]]() -> awaitable<void> {
            while (const auto v = co_await rx.recv())
              mine.push_back(*v);
          }));
    { const auto last = std::move(tx); }
    for (auto& h : all)
      co_await h.join();
  });
  std::set<int> all;
  for (const auto& v : seen) {
    for (const int i : v)
      CHECK(all.insert(i).second);
    // What one sender sent, one receiver gets in order.
    std::vector<int> last(senders, -1);
    for (const int i : v) {
      auto& before = last[static_cast<std::size_t>(i / each)];
      BOOST_REQUIRE_LT(before, i);
      before = i;
    }
  }
  CHECK_EQUAL(all.size(), senders * each);
}

BOOST_AUTO_TEST_CASE(try_form_returns_the_reason) {
  auto [tx, rx] = coio::sync::channel<std::unique_ptr<int>>(1);
  asio::error_code ec;
  CHECK(!rx.try_recv(ec));
  CHECK_EQUAL(ec, asio::error::would_block);
  CHECK(tx.try_send(std::make_unique<int>(1)));
  auto second = std::make_unique<int>(2);
  CHECK(!tx.try_send(std::move(second), ec));
  CHECK_EQUAL(ec, asio::error::would_block);
  CHECK(second);
  const auto first = rx.try_recv(ec);
  CHECK(!ec);
  CHECK(first);
  CHECK_EQUAL(**first, 1);
  CHECK(!rx.closed());
  rx.close();
  CHECK(tx.closed());
  CHECK(rx.closed());
  CHECK(!tx.try_send(std::move(second), ec));
  CHECK_EQUAL(ec, asio::error::broken_pipe);
  CHECK(!rx.try_recv(ec));
  CHECK_EQUAL(ec, asio::error::broken_pipe);
}

namespace channel_test {

// To move it may throw.
struct careful {
  explicit careful(int n) noexcept : value(n) {}
  careful(const careful& other) : value(other.value) {
    if (value < 0 && !forgiving) throw std::runtime_error("copied");
  }
  careful& operator=(const careful&) = default;
  int value;
  inline static std::atomic<bool> forgiving{false};
};

}  // namespace channel_test

namespace {

using channel_test::careful;

awaitable<void> until_waiting(std::size_t n) {
  for (std::size_t waiting = n + 1; waiting != n;) {
    co_await coio::sched();
    waiting = 0;
    for (const coio::coroutine_group& g : coio::dump().groups)
      if (g.examples.front().status == coio::coroutine_status::waiting) waiting += g.count;
  }
}

template <typename T, typename Value>
bool send_throws(const coio::sync::sender<T>& tx, Value value) {
  try {
    static_cast<void>(tx.try_send(T(value)));
  } catch (const std::runtime_error&) {
    return true;
  }
  return false;
}

}  // namespace

BOOST_DATA_TEST_CASE(value_that_cannot_be_moved_leaves_the_receiver_waiting, worker_counts,
                     workers) {
  run(workers, []() -> awaitable<void> {
    auto [tx, rx] = coio::sync::channel<careful>();
    auto received = coio::spawn(rx.recv());
    co_await until_waiting(1);
    CHECK(send_throws(tx, -1));
    CHECK(!received.done());
    CHECK(tx.try_send(careful(1)));
    const auto value = co_await received.join();
    CHECK(value);
    CHECK_EQUAL(value->value, 1);
    // One of a selection has been chosen for good.
    auto selected = coio::spawn([rx = rx]() -> awaitable<asio::error_code> {
      asio::error_code ec;
      try {
        co_await coio::select(rx.recv(), coio::sleep(std::chrono::hours(1)));
      } catch (const asio::system_error& e) {
        ec = e.code();
      }
      co_return ec;
    });
    co_await until_waiting(1);
    CHECK(send_throws(tx, -1));
    const asio::error_code ec = co_await selected.join();
    CHECK_EQUAL(ec, asio::error::no_memory);
  });
}

BOOST_DATA_TEST_CASE(value_that_cannot_be_moved_leaves_the_sender_waiting,
                     worker_counts* boost::unit_test::data::make({0, 1}), workers, bound) {
  careful::forgiving = true;
  run(workers, [bound]() -> awaitable<void> {
    auto [tx, rx] = coio::sync::channel<careful>(static_cast<std::size_t>(bound));
    if (bound == 1) co_await tx.send(careful(1));
    auto sent = coio::spawn(tx.send(careful(-1)));
    co_await until_waiting(1);
    careful::forgiving = false;
    bool thrown = false;
    for (int i = 0; i <= bound; ++i)
      try {
        const auto value = rx.try_recv();
        CHECK(value);
        CHECK_EQUAL(value->value, 1);
      } catch (const std::runtime_error&) {
        thrown = true;
      }
    CHECK(thrown);
    CHECK(!sent.done());
    careful::forgiving = true;
    const auto value = rx.try_recv();
    CHECK(value);
    CHECK_EQUAL(value->value, -1);
    co_await sent.join();
  });
  careful::forgiving = false;
}

BOOST_AUTO_TEST_CASE(try_form_sends_a_copy) {
  auto [tx, rx] = coio::sync::channel<std::string>(1);
  const std::string text = "text";
  asio::error_code ec;
  CHECK(tx.try_send(text, ec));
  CHECK(!tx.try_send(text, ec));
  CHECK_EQUAL(ec, asio::error::would_block);
  CHECK_EQUAL(rx.try_recv().value_or(""), text);
}

BOOST_DATA_TEST_CASE(waiting_sender_fails_when_the_receiver_is_destroyed, worker_counts, workers) {
  const auto code = run(workers, []() -> awaitable<asio::error_code> {
    auto [tx, rx] = coio::sync::channel<int>(0);
    auto sending = coio::spawn([tx = std::move(tx)]() -> awaitable<asio::error_code> {
      try {
        co_await tx.send(1);
      } catch (const asio::system_error& e) {
        co_return e.code();
      }
      co_return asio::error_code();
    });
    co_await coio::sched();
    { const auto last = std::move(rx); }
    co_return co_await sending.join();
  });
  CHECK_EQUAL(code, asio::error::broken_pipe);
}

BOOST_DATA_TEST_CASE(a_cancelled_receiver_takes_no_value, worker_counts, workers) {
  const int got = run(workers, []() -> awaitable<int> {
    auto [tx, rx] = coio::sync::channel<int>();
    auto waiting = coio::spawn([rx = rx]() -> awaitable<void> { co_await rx.recv(); });
    co_await coio::sched();
    waiting.cancel();
    try {
      co_await waiting.join();
      BOOST_ERROR("not cancelled");
    } catch (const asio::system_error& e) {
      CHECK_EQUAL(e.code(), asio::error::operation_aborted);
    }
    co_await tx.send(7);
    const auto value = co_await rx.recv();
    co_return value.value();
  });
  CHECK_EQUAL(got, 7);
}

BOOST_DATA_TEST_CASE(threads_and_coroutines_share_channels, worker_counts, workers) {
  auto [to_thread, in_thread] = coio::sync::channel<int>(4);
  auto [to_coroutine, in_coroutine] = coio::sync::channel<int>(4);
  std::thread thread([in = std::move(in_thread), out = std::move(to_coroutine)] {
    while (const auto v = in.blocking_recv())
      out.blocking_send(*v + 1);
  });
  const int sum =
      run(workers, [out = std::move(to_thread), in = std::move(in_coroutine)]() -> awaitable<int> {
        int total = 0;
        for (int i = 0; i < 500; ++i) {
          co_await out.send(i);
          const auto value = co_await in.recv();
          total += value.value();
        }
        out.close();
        co_return total;
      });
  thread.join();
  CHECK_EQUAL(sum, 500 * 501 / 2);
}

BOOST_DATA_TEST_CASE(a_coroutine_that_never_has_to_wait_gives_others_a_turn, worker_counts,
                     workers) {
  run(workers, []() -> awaitable<void> {
    auto [tx, rx] = coio::sync::channel<int>();
    bool stop = false;
    // It ends only if the other coroutine runs, also where there is one worker.
    auto other = coio::spawn([&stop, tx = tx]() -> awaitable<void> {
      stop = true;
      co_await tx.send(-1);
    });
    for (int i = 0;; ++i) {
      co_await tx.send(i);
      const auto value = co_await rx.recv();
      if (value == -1) break;
    }
    co_await other.join();
    CHECK(stop);
  });
}

BOOST_DATA_TEST_CASE(waiter_is_destroyed_with_the_scheduler, worker_counts, workers) {
  const auto token = std::make_shared<int>(0);
  run(workers, [&]() -> awaitable<void> {
    auto [tx, rx] = coio::sync::channel<int>();
    for (int i = 0; i < 10; ++i)
      coio::spawn([token, tx = tx, rx = rx]() -> awaitable<void> { co_await rx.recv(); });
    co_await coio::sched();
  });
  CHECK_EQUAL(token.use_count(), 1);
}

// The value that is received makes room for the one that its sender waits to send.
BOOST_AUTO_TEST_CASE(receive_without_memory_loses_no_value_and_no_sender) {
  using value = coio::test::moved_without_memory;
  coio::test::run(1, []() -> awaitable<void> {
    auto [tx, rx] = coio::sync::channel<value>(1);
    co_await tx.send(value(1));
    auto sending = coio::spawn([tx = tx]() -> awaitable<void> { co_await tx.send(value(2)); });
    co_await coio::sched();  // the only worker runs it, up to its wait
    value::moves_left = 1;   // out of the queue, not into it
    const auto first = rx.try_recv();
    coio::test::expect(value::moves_left.exchange(-1) == -1);
    coio::test::expect(first && first->value == 1 && !sending.done());
    const auto second = co_await rx.recv();
    coio::test::expect(second && second->value == 2);
    co_await sending.join();
    coio::test::expect(!rx.try_recv());
  });
}

BOOST_AUTO_TEST_CASE(last_receiver_goes_although_what_is_queued_cannot_be_moved) {
  using value = coio::test::moved_without_memory;
  auto [tx, rx] = coio::sync::channel<value>();
  BOOST_TEST(tx.try_send(value(1)));
  BOOST_TEST(tx.try_send(value(2)));
  {
    const auto last = std::move(rx);
    value::moves_left = 0;
  }
  BOOST_TEST(value::moves_left.exchange(-1) == -1);
  BOOST_TEST(tx.closed());
}
