#include <atomic>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <memory>
#include <new>
#include <stdexcept>
#include <thread>
#include <type_traits>

#include "coio/io_context.hpp"
#include "support.hpp"

namespace {

// Calls of operator new by the thread that counts.
thread_local int allocations = 0;

}  // namespace

// Not inlined: g++ would take malloc() and operator delete, or new and free(), for a mismatch.
[[gnu::noinline]] void* operator new(std::size_t size) {
  ++allocations;
  if (void* p = std::malloc(size)) return p;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* p) noexcept {
  std::free(p);
}
[[gnu::noinline]] void operator delete(void* p, std::size_t) noexcept {
  std::free(p);
}

namespace execution = asio::execution;
using executor = coio::io_context::executor_type;

static_assert(std::is_same_v<executor, asio::associated_executor_t<int, executor>>);
static_assert(asio::is_executor<executor>::value || execution::is_executor<executor>::value);
static_assert(std::is_convertible_v<executor, asio::any_io_executor>);
static_assert(std::is_nothrow_copy_constructible_v<executor>);
static_assert(sizeof(executor) == sizeof(void*));

BOOST_AUTO_TEST_CASE(properties) {
  coio::io_context ctx(3);
  const executor ex = ctx.get_executor();
  BOOST_TEST((asio::query(ex, execution::blocking) == execution::blocking.possibly));
  BOOST_TEST((asio::query(ex, execution::relationship) == execution::relationship.fork));
  BOOST_TEST(
      (asio::query(ex, execution::outstanding_work) == execution::outstanding_work.untracked));
  BOOST_TEST((asio::query(ex, execution::mapping) == execution::mapping.thread));
  BOOST_TEST(asio::query(ex, execution::occupancy) == 3u);

  const auto never = asio::require(ex, execution::blocking.never);
  BOOST_TEST((asio::query(never, execution::blocking) == execution::blocking.never));
  BOOST_TEST((asio::require(never, execution::blocking.possibly) == ex));
  BOOST_TEST((never != ex));

  const auto continuation = asio::require(ex, execution::relationship.continuation);
  BOOST_TEST(
      (asio::query(continuation, execution::relationship) == execution::relationship.continuation));
  BOOST_TEST((asio::require(continuation, execution::relationship.fork) == ex));

  const auto tracked = asio::require(ex, execution::outstanding_work.tracked);
  BOOST_TEST(
      (asio::query(tracked, execution::outstanding_work) == execution::outstanding_work.tracked));
  BOOST_TEST((asio::require(tracked, execution::outstanding_work.untracked) == ex));

  const auto allocating = asio::require(ex, execution::allocator(std::allocator<int>()));
  static_assert(
      std::is_same_v<decltype(asio::query(allocating, execution::allocator)), std::allocator<int>>);
  BOOST_TEST((asio::require(allocating, execution::allocator) == ex));
}

BOOST_AUTO_TEST_CASE(executors_are_equal_if_their_contexts_are) {
  coio::io_context a(1), b(1);
  BOOST_TEST((a.get_executor() == a.get_executor()));
  BOOST_TEST((a.get_executor() != b.get_executor()));
  executor ex = a.get_executor();
  ex = b.get_executor();
  BOOST_TEST((ex == b.get_executor()));
  asio::any_io_executor any_a(a.get_executor()), also_a(a.get_executor()), any_b(b.get_executor());
  BOOST_TEST((any_a == also_a));
  BOOST_TEST((any_a != any_b));
}

BOOST_AUTO_TEST_CASE(type_erasure_does_not_allocate) {
  coio::io_context ctx(2);
  const auto strand = asio::make_strand(ctx);
  const auto tracked_origin =
      asio::require(ctx.next_executor(), execution::outstanding_work.tracked);
  const int before = allocations;
  for (const executor& ex : {ctx.get_executor(), ctx.next_executor()}) {
    asio::any_io_executor any(ex);
    const asio::any_io_executor copy(any);
    const asio::any_io_executor never = asio::require(any, execution::blocking.never);
    const asio::any_io_executor tracked = asio::prefer(any, execution::outstanding_work.tracked,
                                                       execution::relationship.continuation);
    asio::any_io_executor moved(std::move(any));
    any = moved;
    any = never;
    any = std::move(moved);
    BOOST_TEST((any == copy));
  }
  // A strand beside it still fits.
  asio::any_io_executor in_strand(strand), same(in_strand);
  const asio::any_io_executor in_strand_tracked =
      asio::prefer(in_strand, execution::outstanding_work.tracked);
  const asio::any_io_executor tracked(tracked_origin);
  same = in_strand_tracked;
  same = tracked;
  BOOST_TEST(allocations == before);
  const auto control = std::make_unique<int>();
  BOOST_TEST(allocations == before + 1);  // the count counts
}

// After the first, tasks that a worker posts come from its cache. A wake-up that the worker posts
// to itself, once in its time slice, may allocate.
BOOST_AUTO_TEST_CASE(a_workers_posts_do_not_allocate) {
  coio::io_context ctx(1);
  int counted = -1, left = 1000, before = 0;
  struct chain {
    coio::io_context& c;
    int &left, &before, &counted;
    void operator()() const {
      if (--left == 990) before = allocations;
      if (left == 0)
        counted = allocations - before;
      else
        asio::post(c, *this);
    }
  };
  asio::post(ctx, chain{ctx, left, before, counted});
  ctx.run();
  BOOST_TEST(counted >= 0);
  BOOST_TEST(counted < 99);  // of 990 tasks
}

BOOST_AUTO_TEST_CASE(running_in_this_thread) {
  coio::io_context ctx(2), other(2);
  BOOST_TEST(!ctx.get_executor().running_in_this_thread());
  bool inside = false, in_other = true;
  asio::post(ctx, [&] {
    inside = ctx.get_executor().running_in_this_thread();
    in_other = other.get_executor().running_in_this_thread();
  });
  ctx.run();
  BOOST_TEST(inside);
  BOOST_TEST(!in_other);
  BOOST_TEST(!ctx.get_executor().running_in_this_thread());
}

BOOST_AUTO_TEST_CASE(execute_is_inline_only_on_a_worker_and_if_it_may_block) {
  for (const int workers : {1, 2}) {
    coio::io_context ctx(workers);
    std::atomic<int> ran{0};
    int inline_ran = 0, never_ran = -1;
    ctx.get_executor().execute([&] {
      const auto self = std::this_thread::get_id();
      ctx.get_executor().execute([&] { inline_ran += std::this_thread::get_id() == self; });
      asio::require(ctx.get_executor(), execution::blocking.possibly).execute([&] {
        ++inline_ran;
      });
      asio::dispatch(ctx, [&] { ++inline_ran; });
      const int so_far = inline_ran;
      asio::require(ctx.get_executor(), execution::blocking.never).execute([&ran] { ++ran; });
      never_ran = so_far;
    });
    BOOST_TEST(inline_ran == 0);
    ctx.run();
    BOOST_TEST(inline_ran == 3);
    BOOST_TEST(never_ran == 3);
    BOOST_TEST(ran == 1);
  }
}

// What the function owns may refer to what the caller has.
BOOST_AUTO_TEST_CASE(function_is_destroyed_before_a_blocking_execute_returns) {
  coio::io_context ctx(1);
  auto guard = asio::make_work_guard(ctx);
  std::jthread thread([&] { ctx.run(); });
  for (int round = 0; round < 20; ++round) {
    std::atomic<bool> destroyed{false};
    std::shared_ptr<void> owned(nullptr, [&](void*) {
      for (int i = 0; i < 1000; ++i)
        std::this_thread::yield();
      destroyed = true;
    });
    asio::require(ctx.get_executor(), execution::blocking.always).execute([o = std::move(owned)] {
    });
    BOOST_TEST(destroyed);
  }
  guard.reset();
}

// Nothing has begun.
BOOST_AUTO_TEST_CASE(what_the_copy_of_a_function_throws_the_caller_of_execute_gets) {
  struct throws {
    throws() = default;
    throws(const throws&) { throw std::runtime_error("copied"); }
    void operator()() const {}
  };
  coio::io_context ctx(1);
  asio::post(ctx, [&] {
    const throws f;
    BOOST_CHECK_THROW(ctx.get_executor().execute(f), std::runtime_error);
  });
  BOOST_CHECK_NO_THROW(ctx.run());
}

BOOST_AUTO_TEST_CASE(networking_ts_members) {
  coio::io_context ctx(1);
  const executor ex = ctx.get_executor();
  int ran = 0;
  const std::allocator<void> a;
  ex.on_work_started();
  BOOST_TEST(ctx.poll() == 0u);
  BOOST_TEST(!ctx.stopped());
  ex.post([&] { ++ran; }, a);
  ex.defer([&] { ++ran; }, a);
  ex.dispatch([&] { ++ran; }, a);
  BOOST_TEST(ran == 0);
  BOOST_TEST(ctx.poll() == 3u);
  BOOST_TEST(ran == 3);
  ex.post(
      [&] {
        ex.dispatch([&] { ++ran; }, a);
        BOOST_TEST(ran == 4);
      },
      a);
  ctx.poll();
  BOOST_TEST(ran == 4);
  ex.on_work_finished();
  BOOST_TEST(ctx.run() == 0u);
  BOOST_TEST(ctx.stopped());
  BOOST_TEST((&ex.context() == &ctx));
}

// Each handler of the strand runs alone, in order, on whichever worker.
template <typename Strand>
void check_strand(coio::io_context& ctx, Strand strand) {
  constexpr int n = 20'000;
  int next = 0;  // no lock but the strand
  int inside = 0;
  bool ordered = true, alone = true;
  for (int i = 0; i < n; ++i)
    asio::post(strand, [&, i] {
      alone = alone && ++inside == 1;
      ordered = ordered && next++ == i;
      --inside;
    });
  ctx.run();
  BOOST_TEST(next == n);
  BOOST_TEST(ordered);
  BOOST_TEST(alone);
  ctx.restart();
}

BOOST_AUTO_TEST_CASE(strands) {
  coio::io_context ctx(4);
  check_strand(ctx, asio::make_strand(ctx));
  check_strand(ctx, asio::strand<asio::any_io_executor>(ctx.get_executor()));
  check_strand(ctx, asio::io_context::strand(ctx));
}

BOOST_AUTO_TEST_CASE(work_guards) {
  coio::io_context ctx(2);
  auto typed = asio::make_work_guard(ctx);
  asio::executor_work_guard<asio::any_io_executor> erased(ctx.get_executor());
  BOOST_TEST(ctx.poll() == 0u);
  BOOST_TEST(!ctx.stopped());
  typed.reset();
  BOOST_TEST(ctx.poll() == 0u);
  BOOST_TEST(!ctx.stopped());
  erased.reset();
  BOOST_TEST(ctx.run() == 0u);
  BOOST_TEST(ctx.stopped());
}

BOOST_AUTO_TEST_CASE(tracked_executors_count_as_work) {
  coio::io_context ctx(1);
  {
    auto tracked = asio::require(ctx.get_executor(), execution::outstanding_work.tracked);
    auto copy = tracked;
    auto moved = std::move(tracked);
    copy = moved;
    moved = asio::require(ctx.get_executor(), execution::outstanding_work.tracked);
    ctx.poll();
    BOOST_TEST(!ctx.stopped());
  }
  ctx.poll();
  BOOST_TEST(ctx.stopped());
}

BOOST_AUTO_TEST_CASE(bind_executor) {
  coio::io_context ctx(2), other(1);
  bool in_ctx = false;
  asio::steady_timer timer(other, std::chrono::milliseconds(1));
  timer.async_wait(asio::bind_executor(ctx.get_executor(), [&](asio::error_code) {
    in_ctx = ctx.get_executor().running_in_this_thread();
  }));
  std::jthread t([&] { other.run(); });
  // The operation keeps the executor's context going.
  ctx.run();
  BOOST_TEST(in_ctx);
}

template <typename Executor>
asio::awaitable<int, Executor> answer() {
  co_await asio::post(asio::use_awaitable_t<Executor>());
  co_return 42;
}

template <typename Executor>
void check_co_spawn(coio::io_context& ctx) {
  std::atomic<int> sum{0};
  for (int i = 0; i < 100; ++i)
    asio::co_spawn(
        Executor(ctx.get_executor()),
        [&]() -> asio::awaitable<void, Executor> {
          const auto ex = co_await asio::this_coro::executor;
          sum += co_await answer<Executor>();
          sum += co_await asio::co_spawn(ex, answer<Executor>(), asio::use_awaitable_t<Executor>());
        },
        asio::detached);
  int result = 0;
  asio::co_spawn(Executor(ctx.get_executor()), answer<Executor>(),
                 [&](std::exception_ptr, int n) { result = n; });
  ctx.run();
  BOOST_TEST(sum == 8400);
  BOOST_TEST(result == 42);
  ctx.restart();
}

BOOST_AUTO_TEST_CASE(co_spawn) {
  for (const int workers : {1, 2, 4}) {
    coio::io_context ctx(workers);
    check_co_spawn<asio::any_io_executor>(ctx);
    check_co_spawn<executor>(ctx);
  }
}

BOOST_AUTO_TEST_CASE(an_exception_of_a_coroutine) {
  coio::io_context ctx(2);
  asio::co_spawn(
      ctx,
      []() -> asio::awaitable<void> {
        co_await asio::post(asio::use_awaitable);
        throw std::runtime_error("coroutine");
      },
      [](std::exception_ptr e) {
        if (e) std::rethrow_exception(e);
      });
  BOOST_CHECK_THROW(ctx.run(), std::runtime_error);
}
