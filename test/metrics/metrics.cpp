#include <algorithm>
#include <array>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <functional>
#include <mutex>
#include <numeric>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "coio/io_context.hpp"
#include "metrics/counters.hpp"
#include "support.hpp"

using namespace std::chrono_literals;
using coio::worker_metrics;
using coio::test::eventually;

namespace {

template <typename T>
T sum(const coio::context_metrics& m, T worker_metrics::*member) {
  return std::accumulate(m.workers.begin(), m.workers.end(), T(),
                         [&](T n, const worker_metrics& w) { return n + w.*member; });
}

// A task for each node of a binary tree.
void grow(coio::io_context& ctx, int n, std::atomic<int>& ran) {
  ++ran;
  const int left = (n - 1) / 2;
  if (left > 0) asio::post(ctx, [&ctx, left, &ran] { grow(ctx, left, ran); });
  if (n - 1 - left > 0)
    asio::post(ctx, [&ctx, right = n - 1 - left, &ran] { grow(ctx, right, ran); });
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_submitted_task_is_accounted_for) {
  coio::io_context ctx(4);
  constexpr int nodes = 20'000, outside = 1'000;
  std::atomic<int> ran{0};
  asio::post(ctx, [&] { grow(ctx, nodes, ran); });
  std::thread poster([&, guard = asio::make_work_guard(ctx)] {
    for (int i = 0; i < outside; ++i)
      asio::post(ctx, [&] { ++ran; });
  });
  ctx.run();
  poster.join();
  BOOST_TEST(ran == nodes + outside);
  const coio::context_metrics m = ctx.metrics();
  BOOST_TEST(m.workers.size() == 4u);
  BOOST_TEST(sum(m, &worker_metrics::tasks) == static_cast<unsigned>(nodes + outside));
  BOOST_TEST(sum(m, &worker_metrics::posted) == static_cast<unsigned>(nodes - 1));
  BOOST_TEST(sum(m, &worker_metrics::injected) == static_cast<unsigned>(outside + 1));
  BOOST_TEST(sum(m, &worker_metrics::queue_length) == 0u);
  BOOST_TEST(sum(m, &worker_metrics::steals) <= sum(m, &worker_metrics::steal_attempts));
  BOOST_TEST(sum(m, &worker_metrics::steals) <= sum(m, &worker_metrics::stolen));
  BOOST_TEST(sum(m, &worker_metrics::spurious_wakeups) <= sum(m, &worker_metrics::wakes_got));
  BOOST_TEST(sum(m, &worker_metrics::parks) > 0u);
  BOOST_TEST(m.injector_length == 0u);
  BOOST_TEST(m.outstanding_work == 0);
  BOOST_TEST(m.workers_running == 0u);
  BOOST_TEST(sum(m, &worker_metrics::running) == false);
}

BOOST_AUTO_TEST_CASE(what_is_queued_is_counted) {
  coio::io_context ctx(2);
  for (int i = 0; i < 5; ++i)
    asio::post(ctx, [] {});
  BOOST_TEST(ctx.metrics().injector_length == 5u);
  const auto guard = asio::make_work_guard(ctx);
  BOOST_TEST(ctx.metrics().outstanding_work == 1);

  asio::post(ctx, [&] {
    const auto before = ctx.metrics();
    for (int i = 0; i < 100; ++i)
      asio::post(ctx, [] {});
    const auto after = ctx.metrics();
    BOOST_TEST(sum(after, &worker_metrics::queue_length) ==
               sum(before, &worker_metrics::queue_length) + 100);
    BOOST_TEST(sum(after, &worker_metrics::queue_high_mark) >= 100u);
    BOOST_TEST(after.workers_running == 1u);
  });
  ctx.poll();
  BOOST_TEST(ctx.metrics().injector_length == 0u);
  BOOST_TEST(sum(ctx.metrics(), &worker_metrics::tasks) == 106u);
}

BOOST_AUTO_TEST_CASE(tasks_that_never_ran_are_accounted_for) {
  std::atomic<unsigned> made{0}, destroyed{0}, ran{0};
  struct counted {
    std::atomic<unsigned>* destroyed;
    explicit counted(std::atomic<unsigned>& made, std::atomic<unsigned>& d) : destroyed(&d) {
      ++made;
    }
    counted(counted&& other) noexcept : destroyed(std::exchange(other.destroyed, nullptr)) {}
    ~counted() {
      if (destroyed) ++*destroyed;
    }
  };
  {
    coio::io_context ctx(4);
    const auto submit = [&](int n) {
      for (int i = 0; i < n; ++i)
        asio::post(ctx, [&ran, c = counted(made, destroyed)] { ++ran; });
    };
    asio::post(ctx, [&, c = counted(made, destroyed)] {
      ++ran;
      submit(1'000);
      ctx.stop();
      submit(100);
    });
    submit(50);
    ctx.run();
    submit(7);
    const coio::context_metrics m = ctx.metrics();
    BOOST_TEST(sum(m, &worker_metrics::tasks) == ran);
    BOOST_TEST(sum(m, &worker_metrics::posted) + sum(m, &worker_metrics::injected) ==
               sum(m, &worker_metrics::tasks) + sum(m, &worker_metrics::queue_length));
    BOOST_TEST(sum(m, &worker_metrics::tasks) + sum(m, &worker_metrics::queue_length) +
                   m.injector_length ==
               made);
    BOOST_TEST(destroyed == ran);
    BOOST_TEST(made == 1'158U);
  }
  BOOST_TEST(destroyed == made);
}

BOOST_AUTO_TEST_CASE(time_is_divided_into_busy_and_idle) {
  coio::io_context ctx(1);
  asio::steady_timer timer(ctx);
  // Within run(): what passes before is nobody's.
  asio::post(ctx, [&timer] {
    timer.expires_after(20ms);
    timer.async_wait([](asio::error_code) {
      const auto end = std::chrono::steady_clock::now() + 20ms;
      while (std::chrono::steady_clock::now() < end) {
      }
    });
  });
  ctx.run();
  const worker_metrics w = ctx.metrics().workers.at(0);
  BOOST_TEST((w.idle >= 15ms));  // while the timer ran; a busy machine makes it more
  BOOST_TEST((w.busy + w.idle >= 40ms));
  BOOST_TEST(w.handlers == 1u);
  BOOST_TEST((ctx.metrics().workers.at(0).busy == w.busy));
#if defined(COIO_PLATFORM_linux)
  BOOST_TEST((w.busy > 0ns));
#endif
}

BOOST_AUTO_TEST_CASE(next_executor_counts_each_home) {
  coio::io_context ctx(4);
  for (int i = 0; i < 400; ++i)
    (void)ctx.next_executor();
  for (int i = 0; i < 10; ++i)
    (void)ctx.get_executor();
  for (const coio::shard_metrics& s : ctx.metrics().shards)
    BOOST_TEST(s.homes == 100u);  // each in its turn
}

BOOST_AUTO_TEST_CASE(shard_of_a_worker_in_a_long_handler_is_held_up) {
  coio::io_context ctx(2);
  const auto held_up = [&] {
    std::chrono::nanoseconds most{0};
    for (const coio::shard_metrics& s : ctx.metrics().shards)
      most = std::max(most, s.held_up);
    return most;
  };
  asio::post(ctx, [&] { BOOST_TEST(eventually([&] { return held_up() > 10ms; })); });
  ctx.run();
  BOOST_TEST((held_up() == 0ns));
}

BOOST_AUTO_TEST_CASE(shard_of_a_worker_that_never_waits_is_overloaded) {
  coio::io_context ctx(2);
  const auto first = [&] { return ctx.metrics().shards.at(0); };
  BOOST_TEST(first().servers == 0u);
  // Handlers of the base, which live on the first shard.
  asio::io_context& base = ctx;
  std::size_t servers = 0;
  const auto end = std::chrono::steady_clock::now() + coio::test::failsafe;
  std::function<void()> again = [&] {
    const auto until = std::chrono::steady_clock::now() + 100us;
    while (std::chrono::steady_clock::now() < until) {
    }
    servers = std::max(servers, first().servers);
    if (first().overloaded > 0ns) return;
    BOOST_REQUIRE((std::chrono::steady_clock::now() < end));
    asio::post(base, [&] { asio::dispatch(ctx, [&] { again(); }); });
  };
  asio::post(base, [&] { again(); });
  ctx.run();
  BOOST_TEST(servers >= 1u);
  BOOST_TEST((first().overloaded == 0ns));
  BOOST_TEST(first().servers == 0u);
}

BOOST_AUTO_TEST_CASE(thread_hooks_are_called_by_each_worker) {
  std::mutex mutex;
  std::set<std::size_t> started, stopped;
  std::set<std::thread::id> threads;
  coio::hooks h;
  h.on_thread_start = [&](std::size_t i) {
    const std::lock_guard lock(mutex);
    BOOST_TEST(started.insert(i).second);
    threads.insert(std::this_thread::get_id());
  };
  h.on_thread_stop = [&](std::size_t i) {
    const std::lock_guard lock(mutex);
    BOOST_TEST(stopped.insert(i).second);
    BOOST_TEST(threads.count(std::this_thread::get_id()) == 1u);
  };
  coio::io_context ctx(coio::options{.workers = 3}, h);
  asio::post(ctx, [] {});
  ctx.run();
  const std::set<std::size_t> all{0, 1, 2};
  BOOST_TEST(started == all, boost::test_tools::per_element());
  BOOST_TEST(stopped == all, boost::test_tools::per_element());
  BOOST_TEST(threads.size() == 3u);
}

BOOST_AUTO_TEST_CASE(exception_of_on_thread_start_leaves_run) {
  coio::hooks h;
  std::atomic<int> stopped{0};
  h.on_thread_start = [](std::size_t i) {
    if (i == 1) throw std::runtime_error("no licence for worker 1");
  };
  h.on_thread_stop = [&](std::size_t) { ++stopped; };
  coio::io_context ctx(coio::options{.workers = 2}, h);
  const auto guard = asio::make_work_guard(ctx);
  BOOST_CHECK_EXCEPTION(ctx.run(), std::runtime_error, [](const std::runtime_error& e) {
    return e.what() == std::string("no licence for worker 1");
  });
  BOOST_TEST(stopped == 1);
}

BOOST_AUTO_TEST_CASE(a_stuck_worker_is_reported_once) {
  // A worker that gets no CPU when it begins or is woken may be reported as well: only those count
  // that come while the handler runs.
  std::atomic<int> reports{0};
  std::atomic<std::size_t> holder{99};
  static thread_local std::size_t mine;
  coio::hooks h;
  h.on_thread_start = [](std::size_t i) { mine = i; };
  h.stuck_after = 5ms;
  h.on_stuck = [&](const coio::stuck_worker& s) {
    BOOST_TEST((s.duration >= 5ms));
    if (s.worker == holder) ++reports;
  };
  coio::io_context ctx(coio::options{.workers = 2}, h);
  asio::post(ctx, [&] {
    holder = mine;
    BOOST_TEST(eventually([&] { return reports > 0; }));
    BOOST_TEST((ctx.metrics().workers[mine].longest_handler >= 5ms));
    std::this_thread::sleep_for(20ms);  // long enough for a second report, if there were one
    BOOST_TEST(reports == 1);
  });
  ctx.run();
}

BOOST_AUTO_TEST_CASE(a_report_may_look_at_the_context_while_it_ends) {
  std::atomic<bool> reported{false}, looked{false};
  coio::io_context* context = nullptr;
  coio::hooks h;
  h.stuck_after = 1ms;
  h.on_stuck = [&](const coio::stuck_worker&) {
    reported = true;
    looked = eventually([&] { return !sum(context->metrics(), &worker_metrics::running); });
  };
  coio::io_context ctx(coio::options{.workers = 2}, h);
  context = &ctx;
  asio::post(ctx, [&] { BOOST_TEST(eventually([&] { return reported.load(); })); });
  ctx.run();
  BOOST_TEST(looked);
}

BOOST_AUTO_TEST_CASE(times_never_fall) {
  coio::io_context ctx(2);
  std::atomic<bool> begun{false}, done{false};
  asio::post(ctx, [&] {
    begun = true;
    while (!done) {
    }
  });
  std::thread runner([&] { ctx.run(); });
  BOOST_TEST(eventually([&] { return begun.load(); }));
  auto before = ctx.metrics();
  bool fell = false;
  for (int i = 0; i < 20'000; ++i) {
    auto m = ctx.metrics();
    for (std::size_t k = 0; k < 2; ++k)
      fell = fell || m.workers[k].busy < before.workers[k].busy ||
             m.workers[k].idle < before.workers[k].idle;
    before = std::move(m);
  }
  done = true;
  runner.join();
  BOOST_TEST(!fell);
}

BOOST_AUTO_TEST_CASE(ranges_of_a_histogram_end_with_powers_of_four) {
  coio::detail::histogram_counter<1> tasks;
  for (const std::uint64_t n : {0u, 1u, 2u, 4u, 5u, 16u, 17u})
    tasks.add(n);
  tasks.add(1 << 20);
  tasks.add((1 << 20) + 1);
  tasks.add(~std::uint64_t(0));
  const coio::histogram h = tasks.get();
  BOOST_TEST((h.counts == std::array<std::uint64_t, 12>{2, 2, 2, 1, 0, 0, 0, 0, 0, 0, 1, 2}));
  coio::detail::histogram_counter<1000> times;
  for (const std::uint64_t ns : {0u, 1000u, 1001u, 4000u, 4001u})
    times.add(ns);
  BOOST_TEST((times.get().counts == std::array<std::uint64_t, 12>{2, 2, 1}));
  BOOST_TEST(times.get().sum == 10'002u);
}

BOOST_AUTO_TEST_CASE(each_64th_task_is_measured) {
  coio::io_context ctx(coio::options{.workers = 1});
  constexpr int n = 640;
  constexpr auto spin = 50us;
  asio::post(ctx, [&] {
    for (int i = 0; i < n; ++i)
      asio::post(ctx, [&] {
        for (const auto end = std::chrono::steady_clock::now() + spin;
             std::chrono::steady_clock::now() < end;) {
        }
      });
  });
  ctx.run();
  const coio::worker_metrics w = ctx.metrics().workers[0];
  const auto sum = [](const coio::histogram& h) {
    return std::accumulate(h.counts.begin(), h.counts.end(), std::uint64_t(0));
  };
  BOOST_TEST(sum(w.run_time) == 10u);
  // None in 16 us or less, and so on.
  BOOST_TEST(w.run_time.counts[0] + w.run_time.counts[1] + w.run_time.counts[2] == 0u);
  BOOST_TEST(w.run_time.sum >= 10 * 50'000u);
  BOOST_TEST(sum(w.queue_lengths) == 10u);
  BOOST_TEST(w.queue_lengths.sum == 64u * 55);
  // The 64th waited for 63 others.
  BOOST_TEST(sum(w.queue_time) >= 1u);
  BOOST_TEST(w.queue_time.sum >= 63 * 50'000u);
}

BOOST_AUTO_TEST_CASE(histogram_in_the_text_is_one_of_prometheus) {
  coio::context_metrics m;
  m.workers.resize(1);
  m.workers[0].run_time.counts = {3, 2, 0, 1};
  m.workers[0].run_time.counts[11] = 1;
  m.workers[0].run_time.sum = 1'500'000'000;
  m.workers[0].queue_lengths.counts = {1};
  m.workers[0].queue_lengths.sum = 1;
  const std::string text = coio::metrics_text(m);
  for (const char* line :
       {"# TYPE coio_run_seconds histogram", "coio_run_seconds_bucket{worker=\"0\",le=\"1e-06\"} 3",
        "coio_run_seconds_bucket{worker=\"0\",le=\"4e-06\"} 5",
        "coio_run_seconds_bucket{worker=\"0\",le=\"1.6e-05\"} 5",
        "coio_run_seconds_bucket{worker=\"0\",le=\"1.048576\"} 6",
        "coio_run_seconds_bucket{worker=\"0\",le=\"+Inf\"} 7",
        "coio_run_seconds_sum{worker=\"0\"} 1.5", "coio_run_seconds_count{worker=\"0\"} 7",
        "coio_queue_tasks_bucket{worker=\"0\",le=\"4\"} 1", "coio_queue_tasks_sum{worker=\"0\"} 1"})
    BOOST_TEST(text.find('\n' + std::string(line) + '\n') != std::string::npos, line);
}

BOOST_AUTO_TEST_CASE(metrics_text_has_types_and_values) {
  coio::context_metrics m;
  m.workers.resize(2);
  m.workers[1].tasks = 7;
  m.workers[1].busy = 1'500'000'001ns;
  m.outstanding_work = 3;
  const std::string text = coio::metrics_text(m);
  const auto has = [&](const std::string& line) {
    return text.find('\n' + line + '\n') != std::string::npos;
  };
  BOOST_TEST(has("# TYPE coio_tasks_total counter"));
  BOOST_TEST(has("coio_tasks_total{worker=\"0\"} 0"));
  BOOST_TEST(has("coio_tasks_total{worker=\"1\"} 7"));
  BOOST_TEST(has("coio_busy_seconds_total{worker=\"1\"} 1.500000001"));
  BOOST_TEST(has("coio_outstanding_work 3"));
  BOOST_TEST(coio::metrics_text(m, "pool_").find("\npool_outstanding_work 3\n") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_report_may_look_at_the_context_while_the_workers_leave) {
  coio::hooks h;
  h.stuck_after = 1ms;
  coio::io_context* context = nullptr;
  std::atomic<bool> reporting{false}, reported{false};
  h.on_stuck = [&](const coio::stuck_worker&) {
    reporting = true;
    while (context->metrics().workers[0].handlers == 0 && context->metrics().workers_running > 1)
      std::this_thread::yield();
    BOOST_TEST(context->metrics().workers.size() == 2u);
    reported = true;
  };
  coio::io_context ctx(coio::options{.workers = 2}, h);
  context = &ctx;
  asio::post(ctx, [&] { BOOST_TEST(eventually([&] { return reporting.load(); })); });
  ctx.run();
  BOOST_TEST(reported);
}
