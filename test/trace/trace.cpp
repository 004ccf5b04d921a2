// What a trace says, by the file.
#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <system_error>
#include <vector>

#include "coio/coio.hpp"
#include "support.hpp"

#if defined(__unix__)
#include <sys/wait.h>
#include <unistd.h>
#endif

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using nlohmann::json;

namespace trace_test {

// A folder that goes with it.
class folder {
 public:
  ~folder() { fs::remove_all(path_); }
  std::string file(const std::string& name) const { return (path_ / name).string(); }
  std::size_t files() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(path_), fs::directory_iterator()));
  }

 private:
  // A new one each time: a process does not use the name of a trace twice.
  fs::path path_ = coio::test::new_folder();
};

}  // namespace trace_test

namespace {

using trace_test::folder;

const std::vector<int> worker_numbers{1, 2, 4};

json read(const std::string& file) {
  std::ifstream in(file);
  BOOST_REQUIRE_MESSAGE(in, file);
  return json::parse(in);
}

std::vector<json> events(const json& trace, const std::string& phase) {
  std::vector<json> found;
  for (const json& e : trace.at("traceEvents"))
    if (e.at("ph") == phase) found.push_back(e);
  return found;
}

std::size_t count(const std::vector<json>& all, const std::string& name) {
  return static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [&](const json& e) { return e.at("name") == name; }));
}

// The slices of a track lie within each other or beside each other.
void expect_nested(const std::vector<json>& slices) {
  std::map<int, std::vector<std::pair<double, double>>> tracks;
  for (const json& e : slices) {
    BOOST_TEST(e.at("dur").get<double>() >= 0);
    tracks[e.at("tid")].push_back(
        {e.at("ts").get<double>(), e.at("ts").get<double>() + e.at("dur").get<double>()});
  }
  for (auto& [track, spans] : tracks) {
    std::sort(spans.begin(), spans.end(), [](const auto& a, const auto& b) {
      return std::pair(a.first, -a.second) < std::pair(b.first, -b.second);
    });
    std::vector<double> open;
    for (const auto& [begin, end] : spans) {
      // Numbers in the file are rounded to nanoseconds.
      while (!open.empty() && open.back() <= begin + 0.001)
        open.pop_back();
      if (!open.empty() && end > open.back() + 0.002)
        BOOST_ERROR("on track " << track << " a slice from " << begin << " to " << end
                                << " crosses the end of one at " << open.back());
      open.push_back(end);
    }
  }
}

coio::options traced(int workers, const std::string& file) {
  coio::options o{.workers = workers};
  o.trace = file;
  return o;
}

}  // namespace

BOOST_DATA_TEST_CASE(trace_has_a_track_for_each_worker_and_slices_that_nest, worker_numbers,
                     workers) {
  const folder here;
  constexpr int messages = 300;
  coio::scheduler(traced(workers, here.file("t.json"))).run([]() -> coio::awaitable<void> {
    auto [tx, rx] = coio::sync::channel<int>(1);
    auto consumer = coio::builder()
                        .name("consumer")
                        .spawn([rx = std::move(rx)]() mutable -> coio::awaitable<void> {
                          while (const auto v = co_await rx.recv())
                            if (*v % 50 == 0) co_await coio::sleep(1ms);
                        });
    std::vector<coio::join_handle<void>> spawned;
    for (int i = 0; i < messages; ++i) {
      co_await tx.send(i);
      spawned.push_back(coio::spawn([] {}));
    }
    tx.close();
    co_await consumer.join();
    for (auto& s : spawned)
      co_await s.join();
    // Handlers of operations.
    asio::steady_timer t(co_await asio::this_coro::executor, 1ms);
    co_await t.async_wait(coio::use_awaitable);
  });
  const json trace = read(here.file("t.json"));
  std::set<std::string> tracks;
  for (const json& e : events(trace, "M"))
    if (e.at("name") == "thread_name") tracks.insert(e.at("args").at("name"));
  BOOST_TEST(tracks.size() == static_cast<std::size_t>(workers));
  BOOST_TEST(tracks.contains("worker 0"));

  const std::vector<json> slices = events(trace, "X");
  expect_nested(slices);
  BOOST_TEST(count(slices, "task") >= static_cast<std::size_t>(messages));
  BOOST_TEST(count(slices, "waiting") > 0u);
  std::size_t named = 0, suspended_here = 0;
  std::set<int> coroutines;
  for (const json& e : slices) {
    const std::string name = e.at("name");
    if (!name.starts_with("coroutine ")) continue;
    coroutines.insert(e.at("args").at("coroutine").get<int>());
    named += name.ends_with(" consumer");
    if (e.at("args").contains("suspended at"))
      suspended_here += e.at("args").at("suspended at").get<std::string>().find("trace.cpp:") !=
                        std::string::npos;
  }
  BOOST_TEST(named > 0u);
  BOOST_TEST(suspended_here > 0u);
  BOOST_TEST(coroutines.size() == static_cast<std::size_t>(messages) + 2);
  BOOST_TEST(trace.at("otherData").begin().value() == 0);
}

BOOST_DATA_TEST_CASE(flow_leads_from_who_queued_a_coroutine_to_where_it_ran, worker_numbers,
                     workers) {
  const folder here;
  coio::scheduler(traced(workers, here.file("t.json"))).run([]() -> coio::awaitable<void> {
    for (int i = 0; i < 10; ++i)
      co_await coio::sched();
  });
  const json trace = read(here.file("t.json"));
  std::map<int, double> begins;
  for (const json& e : events(trace, "s"))
    BOOST_TEST(begins.emplace(e.at("id").get<int>(), e.at("ts").get<double>()).second);
  const std::vector<json> ends = events(trace, "f");
  BOOST_TEST(begins.size() == 10u);
  BOOST_TEST(ends.size() == 10u);
  const std::vector<json> slices = events(trace, "X");
  for (const json& e : ends) {
    BOOST_REQUIRE(begins.contains(e.at("id").get<int>()));
    BOOST_TEST(begins[e.at("id").get<int>()] <= e.at("ts").get<double>());
    // It is bound to the slice of the coroutine that begins there.
    BOOST_TEST(std::any_of(slices.begin(), slices.end(), [&](const json& s) {
      return s.at("tid") == e.at("tid") && s.at("ts") == e.at("ts") &&
             s.at("name").get<std::string>().starts_with("coroutine ");
    }));
  }
}

BOOST_AUTO_TEST_CASE(callbacks_are_slices_too) {
  const folder here;
  {
    coio::io_context ctx(traced(2, here.file("t.json")));
    asio::steady_timer t(ctx, 1ms);
    t.async_wait([](const asio::error_code&) {});
    for (int i = 0; i < 5; ++i)
      asio::post(ctx, [] {});
    ctx.run();
  }
  const std::vector<json> slices = events(read(here.file("t.json")), "X");
  expect_nested(slices);
  BOOST_TEST(count(slices, "handler") >= 1u);
  BOOST_TEST(count(slices, "task") == 5u);
}

// The second is run by a worker that helps the first one's.
BOOST_AUTO_TEST_CASE(callbacks_of_a_shard_that_is_helped_are_slices) {
  const folder here;
  {
    coio::io_context ctx(traced(2, here.file("t.json")));
    coio::test::event second_ran;
    asio::steady_timer first(ctx, 0ms), second(ctx, 0ms);
    first.async_wait([&](const asio::error_code&) { BOOST_TEST(second_ran.wait()); });
    second.async_wait([&](const asio::error_code&) { second_ran.set(); });
    ctx.run();
  }
  const std::vector<json> slices = events(read(here.file("t.json")), "X");
  expect_nested(slices);
  BOOST_TEST(count(slices, "handler") == 2u);
  const auto helped = [&](const json& handler) {
    return handler.at("name") == "handler" &&
           std::any_of(slices.begin(), slices.end(), [&](const json& s) {
             return s.at("name") == "assist" && s.at("tid") == handler.at("tid") &&
                    s.at("ts") <= handler.at("ts");
           });
  };
  BOOST_TEST(std::any_of(slices.begin(), slices.end(), helped));
}

BOOST_AUTO_TEST_CASE(trace_that_is_too_long_keeps_the_end) {
  const folder here;
  constexpr int posts = 100'000;
  {
    coio::io_context ctx(traced(1, here.file("t.json")));
    for (int i = 0; i < posts; ++i)
      asio::post(ctx, [] {});
    ctx.run();
  }
  const json trace = read(here.file("t.json"));
  const std::size_t kept = events(trace, "X").size();
  const auto lost = trace.at("otherData").begin().value().get<std::size_t>();
  BOOST_TEST(kept <= 65536u);
  BOOST_TEST(kept + lost >= static_cast<std::size_t>(posts));
  BOOST_TEST(kept > 60'000u);
}

BOOST_AUTO_TEST_CASE(further_contexts_have_files_of_their_own) {
  const folder here;
  for (int i = 0; i < 3; ++i)
    coio::io_context(traced(1, here.file("t.x.json"))).run();
  BOOST_TEST(here.files() == 3u);
  for (const char* name : {"t.x.json", "t.x-2.json", "t.x-3.json"})
    BOOST_TEST(events(read(here.file(name)), "M").size() == 2u);
  for (int i = 0; i < 2; ++i)
    coio::io_context(traced(1, here.file("plain"))).run();
  BOOST_TEST(fs::exists(here.file("plain-2")));
}

BOOST_AUTO_TEST_CASE(no_context_takes_the_file_of_another) {
  const folder here;
  for (const char* name : {"t.json", "t.json", "t-2.json", "./t.json"})
    coio::io_context(traced(1, here.file(name))).run();
  BOOST_TEST(here.files() == 4u);
  for (const char* name : {"t.json", "t-2.json", "t-2-2.json", "t-3.json"})
    BOOST_TEST(events(read(here.file(name)), "M").size() == 2u);
}

#if defined(__unix__)

BOOST_AUTO_TEST_CASE(child_of_a_fork_has_a_file_of_its_own) {
  const folder here;
  auto ctx = std::make_unique<coio::io_context>(traced(1, here.file("t.json")));
  asio::post(*ctx, [] {});
  ctx->run();
  ctx->restart();
  ctx->notify_fork(asio::execution_context::fork_prepare);
  const ::pid_t child = ::fork();
  ctx->notify_fork(child == 0 ? asio::execution_context::fork_child
                              : asio::execution_context::fork_parent);
  ctx->run();
  ctx.reset();
  if (child == 0) ::_exit(0);
  int status = -1;
  BOOST_REQUIRE(::waitpid(child, &status, 0) == child);
  BOOST_TEST(here.files() == 2u);
  BOOST_TEST(events(read(here.file("t.json")), "X").size() > 0u);
  BOOST_TEST(events(read(here.file("t-" + std::to_string(child) + ".json")), "M").size() == 2u);
}

#endif

BOOST_AUTO_TEST_CASE(file_that_cannot_be_written_is_refused_with_its_name) {
  const folder here;
  const std::string file = here.file("no such folder/t.json");
  try {
    coio::io_context ctx(traced(1, file));
    BOOST_ERROR("it was accepted");
  } catch (const std::system_error& e) {
    BOOST_TEST((e.code() == std::errc::no_such_file_or_directory));
    BOOST_TEST(std::string(e.what()).find(file) != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(environment_names_the_file) {
  const folder here;
  coio::test::set_variable("COIO_TRACE", here.file("env.json").c_str());
  coio::io_context(1).run();
  coio::test::set_variable("COIO_TRACE", "two\nlines");
  BOOST_CHECK_THROW(coio::options::from_environment(), coio::options_error);
  coio::test::set_variable("COIO_TRACE", "");
  BOOST_TEST(coio::options::from_environment().trace == "");
  coio::test::unset_variable("COIO_TRACE");
  BOOST_TEST(events(read(here.file("env.json")), "M").size() == 2u);
  coio::io_context(1).run();
  BOOST_TEST(here.files() == 1u);
}
