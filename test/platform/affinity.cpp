// What the settings do to threads: their names, and the CPUs that they run on.
#if defined(COIO_PLATFORM_linux)
#include <pthread.h>
#include <sched.h>

#include <array>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <latch>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

#include "coio/io_context.hpp"
#include "support.hpp"

namespace {

std::set<int> cpus_of(pid_t thread) {
  cpu_set_t mask;
  CPU_ZERO(&mask);
  std::set<int> cpus;
  if (::sched_getaffinity(thread, sizeof mask, &mask) != 0) return cpus;
  for (int i = 0; i < CPU_SETSIZE; ++i)
    if (CPU_ISSET(static_cast<unsigned>(i), &mask)) cpus.insert(i);
  return cpus;
}

std::set<int> my_cpus() {
  return cpus_of(0);
}

std::string my_name() {
  std::array<char, 16> name{};
  ::pthread_getname_np(::pthread_self(), name.data(), name.size());
  return name.data();
}

// The CPUs of the thread of this process that has the given name.
std::optional<std::set<int>> cpus_of_thread(const std::string& name) {
  for (const auto& entry : std::filesystem::directory_iterator("/proc/self/task")) {
    std::string found;
    std::getline(std::ifstream(entry.path() / "comm"), found);
    if (found == name) return cpus_of(std::stoi(entry.path().filename().string()));
  }
  return std::nullopt;
}

// Calls a function on each of the workers at the same time, with a lock held.
template <typename Function>
void on_every_worker(coio::io_context& ctx, int workers, Function f) {
  std::latch all(workers);
  std::mutex mutex;
  for (int i = 0; i < workers; ++i)
    asio::post(ctx.get_executor(), [&] {
      all.arrive_and_wait();
      const std::lock_guard lock(mutex);
      f();
    });
  ctx.run();
}

}  // namespace

BOOST_AUTO_TEST_CASE(threads_have_the_name_of_the_settings) {
  coio::options o;
  o.workers = 3;
  o.thread_name = "web server";
  coio::io_context ctx(o);
  std::set<std::string> names;
  const std::string mine = my_name();
  on_every_worker(ctx, 3, [&] { names.insert(my_name()); });
  BOOST_TEST(names == (std::set<std::string>{mine, "web server-1", "web server-2"}),
             boost::test_tools::per_element());
  BOOST_TEST(my_name() == mine);
}

BOOST_AUTO_TEST_CASE(an_empty_name_leaves_threads_theirs) {
  coio::options o;
  o.workers = 2;
  o.thread_name = "";
  coio::io_context ctx(o);
  std::set<std::string> names;
  on_every_worker(ctx, 2, [&] { names.insert(my_name()); });
  BOOST_TEST(names == std::set<std::string>{my_name()}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(every_worker_is_pinned_and_the_caller_only_for_the_call) {
  const std::set<int> before = my_cpus();
  const int cpu = *before.rbegin();
  coio::options o;
  o.workers = 2;
  o.affinity = {std::to_string(cpu)};
  coio::io_context ctx(o);
  std::vector<std::set<int>> seen;
  std::optional<std::set<int>> of_monitor;
  on_every_worker(ctx, 2, [&] {
    seen.push_back(my_cpus());
    // It names itself when it begins.
    coio::test::eventually([&] {
      of_monitor = cpus_of_thread("coio-monitor");
      return of_monitor.has_value();
    });
  });
  BOOST_REQUIRE(seen.size() == 2U);
  BOOST_TEST((seen[0] == std::set<int>{cpu}));
  BOOST_TEST((seen[1] == std::set<int>{cpu}));
  // The monitor is to look at a worker that holds its CPU, and so must not share it.
  BOOST_REQUIRE(of_monitor.has_value());
  BOOST_TEST((*of_monitor == before));
  BOOST_TEST((my_cpus() == before));
}

BOOST_AUTO_TEST_CASE(compact_gives_each_worker_a_cpu) {
  const std::set<int> before = my_cpus();
  // Two more workers than CPUs: the lists are used again from the first on.
  coio::options o = coio::options::from_json(R"({"affinity": "compact"})");
  o.workers = static_cast<int>(before.size()) + 2;
  coio::io_context ctx(o);
  std::multiset<int> seen;
  on_every_worker(ctx, o.workers, [&] {
    const std::set<int> cpus = my_cpus();
    seen.insert(cpus.size() == 1 ? *cpus.begin() : -1);
  });
  std::multiset<int> expected(before.begin(), before.end());
  for (int i = 0; i < 2; ++i)
    expected.insert(*std::next(before.begin(), i % static_cast<int>(before.size())));
  BOOST_TEST((seen == expected));
}

BOOST_AUTO_TEST_CASE(callers_of_run_are_pinned_if_they_are_the_only_workers) {
  const std::set<int> before = my_cpus();
  coio::options o;
  o.workers = 2;
  o.spawn_threads = false;
  o.affinity = {std::to_string(*before.begin())};
  coio::io_context ctx(o);
  std::set<int> other_after;
  std::vector<std::set<int>> seen;
  std::latch both(2);
  std::mutex mutex;
  for (int i = 0; i < 2; ++i)
    asio::post(ctx.get_executor(), [&] {
      both.arrive_and_wait();
      const std::lock_guard lock(mutex);
      seen.push_back(my_cpus());
    });
  std::thread other([&] {
    ctx.run();
    other_after = my_cpus();
  });
  ctx.run();
  other.join();
  BOOST_REQUIRE(seen.size() == 2U);
  BOOST_TEST((seen[0] == std::set<int>{*before.begin()}));
  BOOST_TEST((seen[1] == std::set<int>{*before.begin()}));
  BOOST_TEST((my_cpus() == before));
  BOOST_TEST((other_after == before));
}

BOOST_AUTO_TEST_CASE(run_on_a_missing_cpu_throws) {
  for (const int workers : {1, 2, 4})
    for (const std::size_t bad : {0U, 1U}) {
      const std::set<int> before = my_cpus();
      const std::string good = std::to_string(*before.begin());
      coio::options o;
      o.workers = workers;
      o.affinity = {good, good};
      o.affinity[bad] = "16383";
      coio::io_context ctx(o);
      int handled = 0;
      asio::post(ctx.get_executor(), [&] { ++handled; });
      if (static_cast<int>(bad) < workers) {
        BOOST_CHECK_EXCEPTION(ctx.run(), std::system_error, [](const std::system_error& e) {
          return e.code() == std::errc::invalid_argument &&
                 std::string(e.what()).find("cannot pin the workers (CPU 16383") !=
                     std::string::npos;
        });
        BOOST_TEST(handled == 0);
        BOOST_TEST((my_cpus() == before));
        BOOST_TEST(ctx.poll() == 1U);
      } else {
        BOOST_TEST(ctx.run() == 1U);
      }
      BOOST_TEST(handled == 1);
      BOOST_TEST((my_cpus() == before));
    }
}

#else
#include <boost/test/unit_test.hpp>
BOOST_AUTO_TEST_CASE(affinity_on_other_platforms_is_not_tested) {
  BOOST_TEST(true, "names and affinity are set on Linux alone");
}
#endif
