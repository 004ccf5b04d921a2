#include <atomic>
#include <boost/test/unit_test.hpp>
#include <coio/coio.hpp>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <thread>
#include <type_traits>
#include <vector>

#include "support.hpp"

using coio::test::event;

namespace {

// Posts from every worker and from outside to a strand; any two handlers of a strand at once, and
// any change of order, are seen.
template <typename MakeStrand>
void stress_strands(MakeStrand make_strand) {
  constexpr int strands = 16, chains = 4, rounds = 2000;
  coio::io_context ctx(4);
  struct state {
    std::atomic<int> inside{0};
    int ran = 0;                // without a lock: the strand is the lock
    int last[chains + 1] = {};  // of each poster
  };
  std::vector<state> states(strands);
  std::atomic<int> overlaps{0}, disorders{0};
  using strand = decltype(make_strand(ctx));
  std::vector<strand> all;
  for (int s = 0; s < strands; ++s)
    all.push_back(make_strand(ctx));

  auto enter = [&](int s, int chain, int round) {
    state& st = states[static_cast<std::size_t>(s)];
    if (st.inside.fetch_add(1) != 0) ++overlaps;
    ++st.ran;
    if (st.last[chain] != round - 1) ++disorders;
    st.last[chain] = round;
    st.inside.fetch_sub(1);
  };

  // Each chain posts its next round to every strand and then itself again to the context.
  std::function<void(int, int)> step = [&](int chain, int round) {
    for (int s = 0; s < strands; ++s)
      asio::post(all[static_cast<std::size_t>(s)],
                 [&, s, chain, round] { enter(s, chain, round); });
    if (round < rounds) asio::post(ctx, [&, chain, round] { step(chain, round + 1); });
  };
  for (int c = 0; c < chains; ++c)
    asio::post(ctx, [&, c] { step(c, 1); });
  auto work = asio::make_work_guard(ctx);
  std::thread outside([&] {
    for (int round = 1; round <= rounds; ++round)
      for (int s = 0; s < strands; ++s)
        asio::post(all[static_cast<std::size_t>(s)], [&, s, round] { enter(s, chains, round); });
    work.reset();
  });
  ctx.run();
  outside.join();
  BOOST_TEST(overlaps == 0);
  BOOST_TEST(disorders == 0);
  for (const state& st : states)
    BOOST_TEST(st.ran == (chains + 1) * rounds);
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_strand_runs_one_handler_at_a_time_in_order) {
  stress_strands([](coio::io_context& ctx) { return asio::make_strand(ctx); });
}

BOOST_AUTO_TEST_CASE(a_strand_of_a_type_erased_executor_does_too) {
  stress_strands([](coio::io_context& ctx) {
    return asio::make_strand(asio::any_io_executor(ctx.get_executor()));
  });
}

#if !defined(ASIO_NO_TS_EXECUTORS)
BOOST_AUTO_TEST_CASE(an_io_context_strand_does_too) {
  stress_strands([](coio::io_context& ctx) { return coio::io_context::strand(ctx); });
}

BOOST_AUTO_TEST_CASE(networking_ts_members_of_the_executor) {
  coio::io_context ctx(2);
  auto ex = ctx.get_executor();
  std::atomic<int> ran{0};
  ex.on_work_started();
  ex.post([&] { ++ran; }, std::allocator<void>());
  ex.defer([&] { ++ran; }, std::allocator<void>());
  ex.dispatch([&] { ++ran; }, std::allocator<void>());
  std::thread finisher([&] {
    coio::test::eventually([&] { return ran == 3; });
    ex.on_work_finished();
  });
  BOOST_TEST(ctx.run() >= 3u);
  finisher.join();
  BOOST_TEST(ran == 3);
  static_assert(std::is_base_of_v<asio::execution_context, std::decay_t<decltype(ex.context())>>);
}
#endif

#if !defined(ASIO_NO_DEPRECATED)
BOOST_AUTO_TEST_CASE(deprecated_members) {
  coio::io_context ctx(2);
  std::atomic<int> ran{0};
  ctx.post([&] { ++ran; });
  ctx.dispatch([&] { ++ran; });
  auto wrapped = ctx.wrap([&](int n) { ran += n; });
  wrapped(1);
  asio::error_code ec = asio::error::eof;
  BOOST_TEST(ctx.run(ec) >= 2u);
  BOOST_TEST(!ec);
  ctx.reset();
  BOOST_TEST(ctx.poll(ec) == 0u);
  // wrapped() is called here and now: what wrap() binds is where operations run it.
  BOOST_TEST(ran == 3);
  std::atomic<bool> inside{false};
  ctx.reset();
  asio::steady_timer timer(ctx);
  timer.expires_after(std::chrono::nanoseconds(0));
  timer.async_wait(
      ctx.wrap([&](asio::error_code) { inside = ctx.get_executor().running_in_this_thread(); }));
  ctx.run();
  BOOST_TEST(inside);
}

#if ASIO_VERSION < 103300
BOOST_AUTO_TEST_CASE(io_context_work_keeps_run_from_returning) {
  coio::io_context ctx(2);
  auto work = std::make_unique<coio::io_context::work>(ctx);
  event ran;
  std::thread finisher([&] {
    asio::post(ctx, [&] { ran.set(); });
    ran.wait();
    // Only now may run() return.
    asio::post(ctx, [&] { work.reset(); });
  });
  ctx.run();
  BOOST_TEST(!work);
  finisher.join();
}
#endif
#endif

BOOST_AUTO_TEST_CASE(types_of_asio_io_context) {
  static_assert(std::is_same_v<coio::io_context::count_type, std::size_t>);
  static_assert(std::is_same_v<coio::io_context::fork_event, asio::io_context::fork_event>);
  static_assert(std::is_base_of_v<asio::io_context, coio::io_context>);
  static_assert(asio::execution::is_executor<coio::io_context::executor_type>::value);
  static_assert(std::is_convertible_v<coio::io_context::executor_type, asio::any_io_executor>);
  BOOST_TEST(true);
}

namespace {
class fork_counter : public asio::execution_context::service {
 public:
  using key_type = fork_counter;
  inline static asio::execution_context::id id;
  explicit fork_counter(asio::execution_context& c) : service(c) {}
  void shutdown() override {}
  void notify_fork(asio::execution_context::fork_event event) override {
    if (event == asio::execution_context::fork_prepare) ++prepared;
    if (event == asio::execution_context::fork_parent) ++parent;
  }
  int prepared = 0, parent = 0;
};
}  // namespace

BOOST_AUTO_TEST_CASE(notify_fork_reaches_services_of_every_shard) {
  coio::io_context ctx(4);
  std::set<asio::execution_context*> shards;
  for (int i = 0; i < 8; ++i)
    shards.insert(&asio::query(ctx.next_executor(), asio::execution::context));
  BOOST_TEST(shards.size() == 4u);
  for (auto* shard : shards)
    asio::use_service<fork_counter>(*shard);
  ctx.notify_fork(asio::execution_context::fork_prepare);
  ctx.notify_fork(asio::execution_context::fork_parent);
  for (auto* shard : shards) {
    BOOST_TEST(asio::use_service<fork_counter>(*shard).prepared == 1);
    BOOST_TEST(asio::use_service<fork_counter>(*shard).parent == 1);
  }
}

// Code that knows nothing of coio.
namespace {
void old_code(asio::io_context& ctx, std::atomic<int>& done) {
  asio::post(ctx, [&] { ++done; });
  asio::post(ctx.get_executor(), [&] { ++done; });
  asio::dispatch(ctx, [&] { ++done; });
  auto timer = std::make_shared<asio::steady_timer>(ctx, std::chrono::milliseconds(1));
  timer->async_wait([&, timer](asio::error_code) { ++done; });
}
}  // namespace

BOOST_AUTO_TEST_CASE(a_base_reference_posts_and_makes_timers) {
  for (int workers : {1, 2, 4}) {
    coio::io_context ctx(workers);
    std::atomic<int> done{0};
    old_code(ctx, done);
    ctx.run();
    BOOST_TEST(done == 4);
  }
}

BOOST_AUTO_TEST_CASE(a_base_reference_runs) {
  for (int workers : {1, 4}) {
    coio::io_context ctx(workers);
    std::atomic<int> done{0};
    old_code(ctx, done);
    asio::post(ctx.get_executor(), [&] { ++done; });
    asio::io_context& base = ctx;
    base.run();
    BOOST_TEST(done == 5);
  }
}

#if !defined(ASIO_USE_TS_EXECUTOR_AS_DEFAULT)  // asio::executor has no properties
BOOST_AUTO_TEST_CASE(properties_survive_type_erasure) {
  coio::io_context ctx(2);
  asio::any_io_executor any = ctx.get_executor();
  std::atomic<int> ran{0};
  auto never = asio::require(any, asio::execution::blocking.never);
  auto tracked = asio::prefer(any, asio::execution::outstanding_work.tracked);
  never.execute([&] { ++ran; });
  std::thread finisher([&] {
    coio::test::eventually([&] { return ran == 1; });
    tracked.execute([&] { ++ran; });
    tracked = asio::any_io_executor();
  });
  ctx.run();
  finisher.join();
  BOOST_TEST(ran == 2);
  BOOST_TEST((any == asio::any_io_executor(ctx.get_executor())));
}
#endif

// From about 1.32 on Asio's context takes an allocator; so does this one, for every shard.
template <typename Context>
concept takes_allocator =
    std::is_constructible_v<Context, std::allocator_arg_t, const std::allocator<void>&, int>;
static_assert(takes_allocator<asio::io_context> == takes_allocator<coio::io_context>);

template <typename T>
struct counting_allocator {
  using value_type = T;
  explicit counting_allocator(std::size_t& n) : count(&n) {}
  template <typename U>
  counting_allocator(const counting_allocator<U>& other) : count(other.count) {}
  T* allocate(std::size_t n) { return ++*count, std::allocator<T>().allocate(n); }
  void deallocate(T* p, std::size_t n) { std::allocator<T>().deallocate(p, n); }
  template <typename U>
  bool operator==(const counting_allocator<U>& other) const {
    return count == other.count;
  }
  std::size_t* count;
};

// How often a context with so many workers has allocated.
template <typename Context>
std::size_t allocations(int workers) {
  std::size_t n = 0;
  if constexpr (takes_allocator<Context>) {
    Context ctx(std::allocator_arg, counting_allocator<std::byte>(n), workers);
    bool ran = false;
    asio::post(ctx, [&] { ran = true; });
    ctx.run();
    BOOST_TEST(ran);
  }
  return n;
}

// How often a pool of two threads has.
template <typename Pool>
std::size_t allocations_of_pool() {
  std::size_t n = 0;
  if constexpr (takes_allocator<asio::io_context>) {
    Pool pool(std::allocator_arg, counting_allocator<std::byte>(n), std::size_t(2));
    BOOST_TEST(asio::post(pool, asio::use_future([] { return 42; })).get() == 42);
  }
  return n;
}

BOOST_AUTO_TEST_CASE(constructor_with_an_allocator) {
  const std::size_t one = allocations<coio::io_context>(1);
  BOOST_TEST((one > 0) == takes_allocator<asio::io_context>);
  BOOST_TEST(allocations<coio::io_context>(3) == 3 * one);
  BOOST_TEST(allocations_of_pool<coio::thread_pool>() == 2 * allocations<coio::io_context>(1));
}

#if defined(COIO_HAS_SERVICE_MAKER)
namespace {

// What a service maker makes: a note of the context that it is in.
struct noted : asio::execution_context::service {
  using key_type = noted;
  static inline asio::execution_context::id id;
  noted(asio::execution_context& ctx, std::vector<asio::execution_context*>& notes) : service(ctx) {
    notes.push_back(&ctx);
  }
  void shutdown() noexcept override {}
};

struct note_maker : asio::execution_context::service_maker {
  void make(asio::execution_context& ctx) const override { asio::make_service<noted>(ctx, notes); }
  std::vector<asio::execution_context*>& notes;
  explicit note_maker(std::vector<asio::execution_context*>& n) : notes(n) {}
};

template <typename Context>
std::size_t workers_of(Context& ctx) {
  return asio::query(ctx.get_executor(), asio::execution::occupancy);
}

// The number of workers that a context has which is configured so.
std::size_t workers_for(const std::string& configuration) {
  const asio::config_from_string config(configuration);
  coio::io_context ctx(config);
  std::size_t n = 0;
  coio::io_context with_allocator(std::allocator_arg, counting_allocator<std::byte>(n), config);
  BOOST_TEST(n > 0);
  BOOST_TEST(workers_of(with_allocator) == workers_of(ctx));
  bool ran = false;
  asio::post(ctx, [&] { ran = true; });
  ctx.run();
  BOOST_TEST(ran);
  return workers_of(ctx);
}

}  // namespace

BOOST_AUTO_TEST_CASE(constructor_with_a_service_maker) {
  std::vector<asio::execution_context*> notes;
  const note_maker maker(notes);
  coio::options o;
  o.workers = 3;
  coio::io_context ctx(o, maker);
  BOOST_TEST(notes.size() == 3u);
  BOOST_TEST(asio::has_service<noted>(ctx));
  // Each of the shards has the service.
  std::set<asio::execution_context*> shards;
  asio::post(ctx, [&] {
    for (int i = 0; i < 6; ++i) {
      auto& shard = asio::query(ctx.next_executor(), asio::execution::context);
      BOOST_TEST(asio::has_service<noted>(shard));
      shards.insert(&shard);
    }
  });
  ctx.run();
  BOOST_TEST((shards == std::set<asio::execution_context*>(notes.begin(), notes.end())));

  notes.clear();
  coio::thread_pool pool(2, maker);
  BOOST_TEST(notes.size() == 2u);
  std::size_t n = 0;
  coio::thread_pool allocating(std::allocator_arg, counting_allocator<std::byte>(n), 2, maker);
  BOOST_TEST(notes.size() == 4u);
  BOOST_TEST(n > 0);
  coio::io_context plain{maker};
  BOOST_TEST(notes.size() == 4 + workers_of(plain));
}

BOOST_AUTO_TEST_CASE(the_configuration_has_the_number_of_workers) {
  BOOST_TEST(workers_for("scheduler.concurrency_hint=1") == 1u);
  BOOST_TEST(workers_for("scheduler.concurrency_hint=3") == 3u);
  const auto cpus = static_cast<std::size_t>(coio::default_workers());
  BOOST_TEST(workers_for("scheduler.concurrency_hint=-1") == cpus);
  // Nothing is said: as without a configuration.
  coio::io_context plain;
  for (const char* silent : {"", "scheduler.concurrency_hint=0", "timer.heap_reserve=10"})
    BOOST_TEST(workers_for(silent) == workers_of(plain));
  // A lock that is turned off promises one thread, whatever the hint.
  for (const char* lock :
       {"scheduler.locking", "reactor.registration_locking", "reactor.io_locking"})
    BOOST_TEST(workers_for(std::string("scheduler.concurrency_hint=3\n") + lock + "=0") == 1u);
  // The maker behind asio::io_context(int).
  for (const int hint : {1, 3, ASIO_CONCURRENCY_HINT_UNSAFE, ASIO_CONCURRENCY_HINT_UNSAFE_IO,
                         ASIO_CONCURRENCY_HINT_SAFE, ASIO_CONCURRENCY_HINT_DEFAULT}) {
    const asio::config_from_concurrency_hint maker(hint);
    coio::io_context configured{maker}, hinted(hint);
    BOOST_TEST(workers_of(configured) == workers_of(hinted));
  }
}

BOOST_AUTO_TEST_CASE(configurations_that_are_refused) {
  for (const char* hint : {"-7", "1025"}) {
    const asio::config_from_string config(std::string("scheduler.concurrency_hint=") + hint);
    BOOST_CHECK_THROW(coio::io_context ctx{config}, coio::options_error);
  }
  const asio::config_from_string one_thread("scheduler.locking=0");
  BOOST_CHECK_THROW(coio::thread_pool pool(2, one_thread), coio::options_error);
  coio::options o;
  o.workers = 0;
  coio::io_context ctx(o, one_thread);
  BOOST_TEST(workers_of(ctx) == 1u);
}
#endif
