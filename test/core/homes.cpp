// The laws of an executor's home: it stays what it is, it is part of the value, and next_executor()
// goes through all of them.
#include <atomic>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <vector>

#include "coio/io_context.hpp"
#include "coio/thread_pool.hpp"
#include "core/scheduler.hpp"
#include "support.hpp"

namespace execution = asio::execution;
namespace data = boost::unit_test::data;
using executor = coio::io_context::executor_type;
using namespace std::chrono_literals;

namespace {

constexpr int worker_counts[] = {1, 2, 4, 7};

template <typename Executor>
const asio::execution_context* home(const Executor& ex) {
  return &asio::query(ex, execution::context);
}

// Stops a context that does not end by itself.
class stopping {
 public:
  explicit stopping(coio::io_context& ctx)
      : thread_([&ctx](std::stop_token over) {
          if (!coio::test::eventually([&] { return over.stop_requested(); })) ctx.stop();
        }) {}

 private:
  std::jthread thread_;
};

// All homes, in the order in which next_executor() gives them.
std::vector<executor> all_homes(coio::io_context& ctx) {
  std::vector<executor> all;
  for (std::size_t n = asio::query(ctx.get_executor(), execution::occupancy); n > 0; --n)
    all.push_back(ctx.next_executor());
  return all;
}

// Calls f with the executor and with all that its properties, copies and adaptors make of it.
template <typename Function>
void for_each_variant(const executor& ex, Function f) {
  const auto properties = [&f](const auto& e) {
    f(e);
    f(asio::prefer(e, execution::blocking.never));
    f(asio::prefer(e, execution::blocking.possibly));
    f(asio::prefer(e, execution::relationship.continuation));
    f(asio::prefer(e, execution::relationship.fork));
    f(asio::prefer(e, execution::outstanding_work.tracked));
    f(asio::prefer(e, execution::outstanding_work.untracked));
    f(asio::prefer(e, execution::outstanding_work.tracked, execution::relationship.continuation,
                   execution::blocking.never));
  };
  properties(ex);
  properties(asio::require(ex, execution::allocator(std::allocator<int>())));
  properties(asio::require(ex, execution::blocking.never, execution::outstanding_work.tracked));
  properties(asio::any_io_executor(ex));
  properties(asio::any_io_executor(asio::require(ex, execution::outstanding_work.tracked)));
  f(asio::make_strand(ex));
  f(asio::any_io_executor(asio::make_strand(ex)));
  f(asio::strand<asio::any_io_executor>(ex));
  auto from = ex;
  auto moved = std::move(from);
  f(moved);
  from = moved;
  f(from);
}

// Calls f before run(), and from handlers on all workers.
void before_and_within_run(coio::io_context& ctx, std::function<void()> f) {
  f();
  for (const executor& ex : all_homes(ctx)) {
    asio::steady_timer(ex).async_wait([](asio::error_code) {});
    asio::post(ex, f);
  }
  ctx.run();
  ctx.restart();
}

}  // namespace

BOOST_DATA_TEST_CASE(home_of_an_executor_of_the_context_is_the_context, data::make(worker_counts)) {
  coio::io_context ctx(sample);
  std::atomic<int> wrong{0};
  before_and_within_run(ctx, [&] {
    for (int i = 0; i < 20; ++i)
      wrong += home(ctx.get_executor()) != &ctx;
  });
  BOOST_TEST(wrong == 0);
}

BOOST_DATA_TEST_CASE(home_of_a_shards_executor_is_the_shard, data::make(worker_counts)) {
  coio::io_context ctx(sample);
  for (const executor& ex : all_homes(ctx)) {
    coio::io_context& shard = asio::query(ex, execution::context);
    BOOST_TEST((home(shard.get_executor()) == &shard));
    BOOST_TEST((shard.get_executor() == ex));
  }
}

BOOST_DATA_TEST_CASE(home_of_a_variant_is_that_of_its_origin, data::make(worker_counts)) {
  coio::io_context ctx(sample);
  std::atomic<int> wrong{0}, asked{0};
  before_and_within_run(ctx, [&] {
    for (const executor& ex : all_homes(ctx)) {
      const auto first = home(ex);
      for_each_variant(ex, [&](const auto& variant) {
        const auto copy = variant;
        for (int i = 0; i < 3; ++i) {
          ++asked;
          wrong += home(variant) != first || home(copy) != first || home(ex) != first;
        }
      });
    }
  });
  BOOST_TEST(asked > 0);
  BOOST_TEST(wrong == 0);
}

// No two contexts share a home.
BOOST_DATA_TEST_CASE(homes_of_a_context_are_as_many_as_its_workers, data::make(worker_counts)) {
  coio::io_context ctx(sample), other(sample);
  std::set<const asio::execution_context*> homes;
  for (int round = 0; round < 3; ++round) {
    for (const executor& ex : all_homes(ctx))
      homes.insert(home(ex));
    BOOST_TEST(homes.size() == static_cast<std::size_t>(sample));
  }
  for (const executor& ex : all_homes(other))
    BOOST_TEST(!homes.count(home(ex)));
}

BOOST_DATA_TEST_CASE(executors_of_two_homes_are_not_equal, data::make(worker_counts)) {
  coio::io_context ctx(sample);
  const auto all = all_homes(ctx), again = all_homes(ctx);
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = 0; j < all.size(); ++j) {
      const executor &a = all[i], &b = again[j];
      BOOST_TEST((a == b) == (i == j));
      BOOST_TEST((a != b) == (i != j));
      BOOST_TEST((asio::any_io_executor(a) == asio::any_io_executor(b)) == (i == j));
      BOOST_TEST((asio::require(a, execution::blocking.never) ==
                  asio::require(b, execution::blocking.never)) == (i == j));
      BOOST_TEST((asio::require(a, execution::outstanding_work.tracked) ==
                  asio::require(b, execution::outstanding_work.tracked)) == (i == j));
      BOOST_TEST((asio::strand<executor>(a) == asio::strand<executor>(b)) == false);
    }
}

// Whatever is required and then required away again leaves the value that was there.
BOOST_DATA_TEST_CASE(properties_of_any_home_there_and_back_give_an_equal_executor,
                     data::make(worker_counts)) {
  coio::io_context ctx(sample);
  for (const executor& ex : all_homes(ctx)) {
    BOOST_TEST((asio::require(asio::require(ex, execution::blocking.never),
                              execution::blocking.possibly) == ex));
    BOOST_TEST((asio::require(asio::require(ex, execution::relationship.continuation),
                              execution::relationship.fork) == ex));
    BOOST_TEST((asio::require(asio::require(ex, execution::outstanding_work.tracked),
                              execution::outstanding_work.untracked) == ex));
    BOOST_TEST((asio::require(asio::require(ex, execution::allocator(std::allocator<int>())),
                              execution::allocator) == ex));
    const asio::any_io_executor any(ex);
    BOOST_TEST((asio::prefer(asio::prefer(any, execution::outstanding_work.tracked),
                             execution::outstanding_work.untracked) == any));
    BOOST_TEST((asio::prefer(asio::require(any, execution::blocking.never),
                             execution::blocking.possibly) == any));
    BOOST_TEST((asio::prefer(asio::prefer(any, execution::relationship.continuation),
                             execution::relationship.fork) == any));
    BOOST_TEST((*any.target<executor>() == ex));
    // The two bits do not disturb each other.
    const auto both =
        asio::require(ex, execution::blocking.never, execution::relationship.continuation);
    BOOST_TEST((asio::query(both, execution::blocking) == execution::blocking.never));
    BOOST_TEST(
        (asio::query(both, execution::relationship) == execution::relationship.continuation));
    BOOST_TEST((asio::require(both, execution::blocking.possibly) ==
                asio::require(ex, execution::relationship.continuation)));
    BOOST_TEST((asio::require(both, execution::relationship.fork) ==
                asio::require(ex, execution::blocking.never)));
  }
}

BOOST_DATA_TEST_CASE(next_executor_before_and_within_run_rotates_strictly,
                     data::make(worker_counts)) {
  coio::io_context ctx(sample);
  std::vector<const asio::execution_context*> given;
  const auto take = [&] {
    // What looks at an executor, or makes objects from it, does not turn the wheel.
    asio::any_io_executor any(ctx.get_executor());
    home(any);
    home(ctx.get_executor());
    asio::steady_timer timer(ctx), another(any);
    const executor ex = ctx.next_executor();
    home(ex);
    home(asio::require(ex, execution::outstanding_work.tracked));
    asio::steady_timer third(ex), fourth{asio::any_io_executor(ex)};
    given.push_back(home(ex));
  };
  for (int i = 0; i < 3 * sample + 1; ++i)
    take();
  asio::post(ctx, [&] {
    for (int i = 0; i < 3 * sample + 1; ++i)
      take();
  });
  ctx.run();
  for (int i = 0; i < 3 * sample + 1; ++i)
    take();
  // asio::make_strand(ctx) turns it by one.
  given.push_back(home(asio::make_strand(ctx)));
  take();
  for (std::size_t i = 0; i < given.size(); ++i)
    BOOST_TEST((given[i] == given[i % static_cast<std::size_t>(sample)]));
}

// It serves the first shard, whose work it was called for, and is alone to look after its own, for
// there is no monitor.
BOOST_DATA_TEST_CASE(workers_away_from_their_shards_come_back_when_these_are_used,
                     data::make({2, 4, 16}), workers) {
  coio::options o;
  o.workers = workers;
  o.monitor = false;
  coio::io_context ctx(o);
  auto guard = asio::make_work_guard(ctx);
  std::thread running([&] { ctx.run(); });
  auto& s = coio::detail::executor_access::owner(ctx.get_executor());
  for (std::size_t i = 1; i < s.worker_count(); ++i)
    BOOST_TEST(coio::test::eventually([&] {
      return s.worker_at(i).place() == 0 && s.idle().state(i) == coio::detail::worker_state::parked;
    }));
  // One of them waits for I/O there, and the others for handlers.
  for (std::size_t i = 1; i < s.worker_count(); ++i)
    BOOST_REQUIRE((home(ctx.next_executor()) != &ctx));
  for (std::size_t i = 1; i < s.worker_count(); ++i)
    BOOST_TEST(coio::test::eventually([&] { return s.worker_at(i).place() == i; }));
  guard.reset();
  running.join();
}

// A worker without a thread serves no home: the others look after it, from its first use on.
BOOST_AUTO_TEST_CASE(object_at_the_home_of_a_worker_without_a_thread_is_served) {
  coio::options o{.workers = 4};
  o.spawn_threads = false;
  bool fired = false;
  const auto fire = [&](asio::error_code) { fired = true; };
  {
    // Made by a handler of the only thread, which blocks in its shard.
    coio::io_context ctx(o);
    asio::steady_timer first(ctx, 1ms);
    std::optional<asio::steady_timer> second;
    first.async_wait([&](asio::error_code) {
      second.emplace(ctx.next_executor(), 1ms);
      second->async_wait(fire);
    });
    const stopping late(ctx);
    ctx.run();
    BOOST_TEST(fired);
  }
  fired = false;
  // By another thread, while the only one waits.
  coio::io_context ctx(4);
  std::optional<asio::steady_timer> timer;
  coio::test::event waits;
  asio::post(ctx, [&] { waits.set(); });
  const auto guard = asio::make_work_guard(ctx);
  std::jthread other([&] {
    waits.wait();
    timer.emplace(ctx.next_executor(), 1ms);
    timer->async_wait([&](asio::error_code) {
      fired = true;
      ctx.stop();
    });
  });
  ctx.run_for(coio::test::failsafe);
  other.join();
  BOOST_TEST(fired);
}

// What executors do not count goes on while the session asks whether it is at its end.
BOOST_AUTO_TEST_CASE(uncounted_work_at_the_home_of_a_worker_without_a_thread_is_done) {
  coio::options o{.workers = 2};
  o.spawn_threads = false;
  coio::io_context ctx(o);
  asio::io_context& first = ctx;
  asio::io_context& second = asio::query(ctx.next_executor(), asio::execution::context);
  BOOST_REQUIRE(&first != &second);
  asio::steady_timer slow(first, 1h), quick(second, 10ms);
  slow.async_wait([](asio::error_code) {});
  bool fired = false;
  quick.async_wait([&](asio::error_code) {
    fired = true;
    slow.cancel();
  });
  const stopping late(ctx);
  ctx.run();
  BOOST_TEST(fired);
}

// However many threads ask, each home is given as often as the others.
BOOST_DATA_TEST_CASE(next_executor_by_all_workers_at_once_gives_every_home_as_often,
                     data::make(worker_counts)) {
  coio::io_context ctx(sample);
  constexpr int rounds = 100;
  std::mutex lock;
  std::multiset<const asio::execution_context*> given;
  for (int i = 0; i < sample; ++i)
    asio::post(ctx, [&] {
      for (int n = 0; n < rounds; ++n) {
        const auto h = home(ctx.next_executor());
        const std::lock_guard locked(lock);
        given.insert(h);
      }
    });
  ctx.run();
  for (const executor& ex : all_homes(ctx))
    BOOST_TEST(given.count(home(ex)) == static_cast<std::size_t>(rounds));
}

BOOST_DATA_TEST_CASE(homes_of_a_pool_are_used_as_those_of_a_context, data::make(worker_counts)) {
  coio::thread_pool pool(static_cast<std::size_t>(sample));
  BOOST_TEST((home(pool.get_executor()) == &pool));
  const auto all = all_homes(pool), again = all_homes(pool);
  BOOST_TEST((all == again));
  std::set<const asio::execution_context*> homes;
  for (const executor& ex : all)
    homes.insert(home(ex));
  BOOST_TEST(homes.size() == static_cast<std::size_t>(sample));
}

// Asio's own template is the better match for a class that is derived from io_context, and gives
// home 0.
BOOST_AUTO_TEST_CASE(make_strand_of_a_pool_rotates_as_that_of_a_context) {
  coio::thread_pool pool(3);
  coio::io_context ctx(3);
  for (coio::io_context* c : {static_cast<coio::io_context*>(&pool), &ctx}) {
    const auto all = all_homes(*c);
    for (const executor& ex : all) {
      const auto strand = c == &ctx ? asio::make_strand(ctx) : asio::make_strand(pool);
      BOOST_TEST((strand.get_inner_executor() == ex));
    }
  }
}
