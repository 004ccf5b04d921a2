#include <array>
#include <asio/experimental/awaitable_operators.hpp>
#include <asio/experimental/channel.hpp>
#include <asio/experimental/concurrent_channel.hpp>
#include <asio/experimental/parallel_group.hpp>
#include <asio/experimental/promise.hpp>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <coio/coio.hpp>
#include <future>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <tuple>
#include <vector>

// Names that left the experimental namespace on the way.
#if __has_include(<asio/deferred.hpp>)
#include <asio/as_tuple.hpp>
#include <asio/deferred.hpp>
#else
#include <asio/experimental/as_tuple.hpp>
#include <asio/experimental/deferred.hpp>
#endif
#if __has_include(<asio/experimental/use_promise.hpp>)
#include <asio/experimental/use_promise.hpp>
#endif
#if __has_include(<asio/co_composed.hpp>)
#include <asio/co_composed.hpp>
#elif __has_include(<asio/experimental/co_composed.hpp>)
#include <asio/experimental/co_composed.hpp>
#endif

// Sanitizers do not follow Boost's switches of stacks.
#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
#define COIO_TEST_NO_STACKS
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer) || __has_feature(address_sanitizer)
#define COIO_TEST_NO_STACKS
#endif
#endif
#if !defined(COIO_TEST_NO_STACKS)
#include <asio/spawn.hpp>
#endif

namespace {

#if __has_include(<asio/deferred.hpp>)
using asio::as_tuple;
using asio::deferred;
#else
using asio::experimental::as_tuple;
using asio::experimental::deferred;
#endif

namespace experimental = asio::experimental;

constexpr int worker_counts[] = {1, 2, 4};
constexpr auto for_ever = std::chrono::hours(1);

// Runs a coroutine on a strand of a context of so many workers; what it throws comes out.
template <typename F>
void run_on_strand(int workers, F f) {
  coio::io_context ctx(workers);
  auto done = asio::co_spawn(asio::make_strand(ctx.get_executor()), f(ctx), asio::use_future);
  ctx.run();
  done.get();
}

}  // namespace

BOOST_AUTO_TEST_CASE(cancellation_slots_of_every_type) {
  for (int workers : worker_counts)
    for (auto type : {asio::cancellation_type::terminal, asio::cancellation_type::partial,
                      asio::cancellation_type::total}) {
      coio::io_context ctx(workers);
      auto strand = asio::make_strand(ctx.get_executor());
      asio::steady_timer timer(strand, for_ever);
      asio::cancellation_signal signal;
      std::atomic<bool> cancelled{false};
      timer.async_wait(asio::bind_cancellation_slot(signal.slot(), [&](asio::error_code ec) {
        cancelled = ec == asio::error::operation_aborted;
      }));
      asio::post(strand, [&] { signal.emit(type); });
      ctx.run();
      BOOST_TEST(cancelled);
    }
}

#if __has_include(<asio/cancel_after.hpp>)
BOOST_AUTO_TEST_CASE(cancel_after_a_time) {
  for (int workers : worker_counts)
    run_on_strand(workers, [](coio::io_context&) -> asio::awaitable<void> {
      asio::steady_timer timer(co_await asio::this_coro::executor, for_ever);
      auto [ec] = co_await timer.async_wait(
          asio::cancel_after(std::chrono::milliseconds(1), as_tuple(asio::use_awaitable)));
      BOOST_TEST((ec == asio::error::operation_aborted));
    });
}
#endif

BOOST_AUTO_TEST_CASE(a_cancelled_coroutine_ends) {
  for (int workers : worker_counts) {
    coio::io_context ctx(workers);
    auto strand = asio::make_strand(ctx.get_executor());
    asio::cancellation_signal signal;
    std::atomic<bool> ended{false}, reached{false};
    asio::co_spawn(
        strand,
        [&]() -> asio::awaitable<void> {
          asio::steady_timer timer(co_await asio::this_coro::executor, for_ever);
          co_await timer.async_wait(asio::use_awaitable);
          reached = true;
        },
        asio::bind_cancellation_slot(signal.slot(),
                                     [&](std::exception_ptr e) { ended = e != nullptr; }));
    asio::post(strand, [&] { signal.emit(asio::cancellation_type::terminal); });
    ctx.run();
    BOOST_TEST(ended);
    BOOST_TEST(!reached);
  }
}

BOOST_AUTO_TEST_CASE(channels) {
  for (int workers : worker_counts) {
    coio::io_context ctx(workers);
    constexpr int messages = 2000;
    auto strand = asio::make_strand(ctx.get_executor());
    experimental::channel<void(asio::error_code, int)> channel(strand, 8);
    std::atomic<int> sum{0};
    asio::co_spawn(
        strand,
        [&]() -> asio::awaitable<void> {
          for (int i = 0; i < messages; ++i)
            co_await channel.async_send({}, i, asio::use_awaitable);
          channel.close();
        },
        asio::detached);
    asio::co_spawn(
        strand,
        [&]() -> asio::awaitable<void> {
          for (;;) {
            auto [ec, n] = co_await channel.async_receive(as_tuple(asio::use_awaitable));
            if (ec) co_return;
            sum += n;
          }
        },
        asio::detached);
    ctx.run();
    BOOST_TEST(sum == messages * (messages - 1) / 2);
  }
}

BOOST_AUTO_TEST_CASE(concurrent_channels) {
  for (int workers : worker_counts) {
    coio::io_context ctx(workers);
    constexpr int messages = 1000, senders = 4;
    experimental::concurrent_channel<void(asio::error_code, int)> channel(ctx.get_executor(), 8);
    std::atomic<int> sum{0}, left{senders};
    for (int s = 0; s < senders; ++s) {
      asio::co_spawn(
          ctx,
          [&]() -> asio::awaitable<void> {
            for (int i = 0; i < messages; ++i)
              co_await channel.async_send({}, i, asio::use_awaitable);
            if (--left == 0) channel.close();
          },
          asio::detached);
      asio::co_spawn(
          ctx,
          [&]() -> asio::awaitable<void> {
            for (;;) {
              auto [ec, n] = co_await channel.async_receive(as_tuple(asio::use_awaitable));
              if (ec) co_return;
              sum += n;
            }
          },
          asio::detached);
    }
    ctx.run();
    BOOST_TEST(sum == senders * (messages * (messages - 1) / 2));
  }
}

BOOST_AUTO_TEST_CASE(awaitable_operators) {
  using namespace experimental::awaitable_operators;
  for (int workers : worker_counts)
    run_on_strand(workers, [](coio::io_context&) -> asio::awaitable<void> {
      const auto ex = co_await asio::this_coro::executor;
      asio::steady_timer soon(ex, std::chrono::milliseconds(1)), never(ex, for_ever);
      const auto first =
          co_await (never.async_wait(asio::use_awaitable) || soon.async_wait(asio::use_awaitable));
      BOOST_TEST(first.index() == 1u);
      asio::steady_timer a(ex, std::chrono::milliseconds(1)), b(ex, std::chrono::milliseconds(2));
      co_await (a.async_wait(asio::use_awaitable) && b.async_wait(asio::use_awaitable));
      BOOST_TEST((b.expiry() <= std::chrono::steady_clock::now()));
    });
}

BOOST_AUTO_TEST_CASE(parallel_group) {
  for (int workers : worker_counts) {
    coio::io_context ctx(workers);
    auto strand = asio::make_strand(ctx.get_executor());
    asio::steady_timer soon(strand, std::chrono::milliseconds(1)), never(strand, for_ever);
    std::atomic<int> first{-1};
    std::atomic<bool> other_cancelled{false};
    asio::post(strand, [&] {
      experimental::make_parallel_group(
          [&](auto token) { return never.async_wait(std::move(token)); },
          [&](auto token) { return soon.async_wait(std::move(token)); })
          .async_wait(experimental::wait_for_one(),
                      asio::bind_executor(strand, [&](std::array<std::size_t, 2> order,
                                                      asio::error_code ec1, asio::error_code ec2) {
                        if (!ec2) first = static_cast<int>(order[0]);
                        other_cancelled = ec1 == asio::error::operation_aborted;
                      }));
    });
    ctx.run();
    BOOST_TEST(first == 1);
    BOOST_TEST(other_cancelled);
  }
}

BOOST_AUTO_TEST_CASE(promise) {
  for (int workers : worker_counts)
    run_on_strand(workers, [](coio::io_context&) -> asio::awaitable<void> {
      asio::steady_timer timer(co_await asio::this_coro::executor, std::chrono::milliseconds(1));
      auto waiting = timer.async_wait(experimental::use_promise);
#if __has_include(<asio/experimental/use_promise.hpp>)
      co_await std::move(waiting)(asio::use_awaitable);
#else
      co_await waiting.async_wait(asio::use_awaitable);
#endif
      BOOST_TEST((timer.expiry() <= std::chrono::steady_clock::now()));
    });
}

BOOST_AUTO_TEST_CASE(deferred_operations) {
  for (int workers : worker_counts) {
    coio::io_context ctx(workers);
    asio::steady_timer timer(ctx, std::chrono::milliseconds(1));
    auto operation = timer.async_wait(deferred);
    std::atomic<bool> done{false};
    std::move(operation)([&](asio::error_code ec) { done = !ec; });
    ctx.run();
    BOOST_TEST(done);
  }
}

BOOST_AUTO_TEST_CASE(tokens_that_adapt) {
  for (int workers : worker_counts)
    run_on_strand(workers, [](coio::io_context& ctx) -> asio::awaitable<void> {
      const auto ex = co_await asio::this_coro::executor;
      asio::ip::tcp::socket closed(ex);
      char byte;
      asio::error_code ec;
      co_await closed.async_read_some(asio::buffer(&byte, 1),
                                      asio::redirect_error(asio::use_awaitable, ec));
      BOOST_TEST((ec == asio::error::bad_descriptor));
      auto [again, n] =
          co_await closed.async_read_some(asio::buffer(&byte, 1), as_tuple(asio::use_awaitable));
      BOOST_TEST((again == asio::error::bad_descriptor));
      BOOST_TEST(n == 0u);
      // Onto the context and back to the strand.
      co_await asio::post(asio::bind_executor(ctx.get_executor(), asio::use_awaitable));
    });
}

namespace {

std::atomic<int> live_blocks{0};
std::atomic<int> freed_blocks{0};

template <typename T>
struct counting_allocator {
  using value_type = T;
  counting_allocator() = default;
  template <typename U>
  counting_allocator(const counting_allocator<U>&) noexcept {}
  T* allocate(std::size_t n) {
    ++live_blocks;
    return std::allocator<T>().allocate(n);
  }
  void deallocate(T* p, std::size_t n) {
    --live_blocks;
    ++freed_blocks;
    std::allocator<T>().deallocate(p, n);
  }
  friend bool operator==(const counting_allocator&, const counting_allocator&) { return true; }
  friend bool operator!=(const counting_allocator&, const counting_allocator&) { return false; }
};

}  // namespace

BOOST_AUTO_TEST_CASE(associated_allocators_are_used) {
  for (int workers : worker_counts) {
    coio::io_context ctx(workers);
    freed_blocks = 0;
    asio::post(ctx, asio::bind_allocator(counting_allocator<char>(), [] {}));
    asio::steady_timer timer(ctx, std::chrono::milliseconds(1));
    timer.async_wait(asio::bind_allocator(counting_allocator<char>(), [](asio::error_code) {}));
    ctx.run();
    BOOST_TEST(live_blocks == 0);
    BOOST_TEST(freed_blocks >= 2);
  }
}

#if __has_include(<asio/bind_immediate_executor.hpp>)
BOOST_AUTO_TEST_CASE(bound_immediate_executors_are_used) {
  for (int workers : worker_counts) {
    coio::io_context ctx(workers);
    asio::ip::tcp::socket closed(ctx.get_executor());
    std::atomic<bool> inside{false};
    char byte;
    asio::post(ctx, [&] {
      // Fails at once, and so completes through the immediate executor, here inline.
      bool* here = new bool(false);
      closed.async_read_some(
          asio::buffer(&byte, 1),
          asio::bind_immediate_executor(asio::system_executor(),
                                        [here](asio::error_code, std::size_t) { *here = true; }));
      inside = *here;
      delete here;
    });
    ctx.run();
    BOOST_TEST(inside);
  }
}
#endif

BOOST_AUTO_TEST_CASE(futures) {
  for (int workers : worker_counts) {
    coio::io_context ctx(workers);
    auto work = asio::make_work_guard(ctx);
    std::thread runner([&] { ctx.run(); });
    asio::steady_timer timer(ctx, std::chrono::milliseconds(1));
    timer.async_wait(asio::use_future).get();
    BOOST_TEST(asio::post(ctx, asio::use_future([] { return 42; })).get() == 42);
    auto failing = asio::co_spawn(
        ctx,
        []() -> asio::awaitable<int> {
          throw std::runtime_error("thrown");
          co_return 1;
        },
        asio::use_future);
    BOOST_CHECK_THROW(failing.get(), std::runtime_error);
    work.reset();
    runner.join();
  }
}

#if !defined(COIO_TEST_NO_STACKS)
BOOST_AUTO_TEST_CASE(stackful_coroutines) {
  for (int workers : worker_counts) {
    coio::io_context ctx(workers);
    std::atomic<int> rounds{0};
    for (int i = 0; i < 8; ++i) {
      auto body = [&](auto yield) {
        asio::steady_timer timer(ctx.get_executor());
        for (int round = 0; round < 20; ++round) {
          timer.expires_after(std::chrono::microseconds(100));
          timer.async_wait(yield);
          asio::post(yield);
          ++rounds;
        }
      };
#if ASIO_VERSION < 102400
      asio::spawn(asio::make_strand(ctx.get_executor()), body);
#else
      asio::spawn(asio::make_strand(ctx.get_executor()), body, asio::detached);
#endif
    }
    ctx.run();
    BOOST_TEST(rounds == 8 * 20);
  }
}
#endif

#if __has_include(<asio/co_composed.hpp>) || __has_include(<asio/experimental/co_composed.hpp>)
namespace {
#if __has_include(<asio/co_composed.hpp>)
using asio::co_composed;
#else
using asio::experimental::co_composed;
#endif

template <typename Token>
auto async_wait_twice(asio::steady_timer& timer, Token&& token) {
  return asio::async_initiate<Token, void(asio::error_code)>(
      co_composed<void(asio::error_code)>(
          [](auto state, asio::steady_timer& t) -> void {
            for (int i = 0; i < 2; ++i) {
              t.expires_after(std::chrono::milliseconds(1));
              auto [ec] = co_await t.async_wait(as_tuple(deferred));
              if (ec) co_return {ec};
            }
            (void)state;
            co_return {asio::error_code()};
          },
          timer),
      token, std::ref(timer));
}
}  // namespace

BOOST_AUTO_TEST_CASE(composed_coroutines) {
  for (int workers : worker_counts) {
    coio::io_context ctx(workers);
    asio::steady_timer timer(ctx);
    std::atomic<bool> done{false};
    async_wait_twice(timer, [&](asio::error_code ec) { done = !ec; });
    ctx.run();
    BOOST_TEST(done);
  }
}
#endif
