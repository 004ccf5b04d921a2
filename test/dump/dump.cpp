#include "coio/dump.hpp"

#include <algorithm>
#include <atomic>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <functional>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "between.hpp"
#include "coio/coio.hpp"
#include "support.hpp"

#if defined(COIO_PLATFORM_linux)
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>
#if defined(__GLIBC_PREREQ)
#if __GLIBC_PREREQ(2, 35)
#define HAS_STACK_TRACES
#endif
#endif
#endif

using namespace std::chrono_literals;
using coio::coroutine_dump;
using coio::coroutine_group;
using coio::coroutine_info;
using coio::coroutine_status;
using coio::test::eventually;

namespace dump_test {

// A context that a thread runs, with a dump of it from this one.
class running {
 public:
  explicit running(int workers)
      : ctx_(coio::options{.workers = workers}),
        work_(asio::make_work_guard(ctx_)),
        thread_([this] { ctx_.run(); }) {}
  ~running() {
    ctx_.stop();
    thread_.join();
  }

  coio::io_context& context() { return ctx_; }

  // Spawns, and waits until all that is spawned waits for something.
  template <typename... Fs>
  coroutine_dump dump_of(Fs&&... fs) {
    (spawn(std::forward<Fs>(fs)), ...);
    return settled();
  }
  template <typename F>
  void spawn(F&& f) {
    ++spawned_;
    coio::spawn(ctx_, std::forward<F>(f));
  }
  coroutine_dump settled() {
    coroutine_dump d;
    BOOST_REQUIRE(eventually([&] {
      d = coio::dump(ctx_);
      std::size_t waiting = 0;
      for (const coroutine_group& g : d.groups)
        if (g.examples.front().status == coroutine_status::waiting) waiting += g.count;
      return waiting == spawned_;
    }));
    return d;
  }

 private:
  coio::io_context ctx_;
  asio::executor_work_guard<coio::io_context::executor_type> work_;
  std::thread thread_;
  std::size_t spawned_ = 0;
};

}  // namespace dump_test

namespace {

using dump_test::running;

const std::vector<int> worker_numbers{1, 2, 4};

// Blocks the thread. ThreadSanitizer lets the signal come through only now and then.
void stay_until(const std::atomic<bool>& b) {
  eventually([&b] { return b.load(); });
}

// The one coroutine that waits for that.
coroutine_info the_one(const coroutine_dump& d, const std::string& waits_for) {
  std::optional<coroutine_info> found;
  for (const coroutine_group& g : d.groups)
    for (const coroutine_info& i : g.examples)
      if (i.waits_for == waits_for) {
        BOOST_TEST(!found, waits_for);
        found = i;
      }
  if (!found) {
    std::ostringstream text;
    text << d;
    BOOST_FAIL("none waits for " + waits_for + " in\n" + text.str());
  }
  return *found;
}

void expect_line(const coroutine_info& i, unsigned line) {
  BOOST_REQUIRE(!i.at.empty());
  BOOST_TEST(i.at.front().line == line);
  BOOST_TEST(i.at.front().file.ends_with("dump.cpp"));
  BOOST_TEST(i.at.front().coroutine == i.id);
  BOOST_REQUIRE(i.waited.has_value());
  // A coarse clock.
  BOOST_TEST((*i.waited >= 0ns && *i.waited < coio::test::failsafe));
}

template <typename T>
coio::awaitable<void> receive(coio::sync::receiver<T> rx) {
  co_await rx.recv();
}
constexpr unsigned receive_line = __LINE__ - 2;

}  // namespace

BOOST_DATA_TEST_CASE(waiting_coroutine_is_shown_with_what_it_waits_for_and_its_line, worker_numbers,
                     workers) {
  coio::sync::mutex m;
  coio::sync::semaphore none(0);
  coio::sync::mono_barrier barrier;
  coio::sync::condvar condition;
  coio::sync::mutex of_condition;
  auto [tx, rx] = coio::sync::channel<int>();
  auto [full_tx, full_rx] = coio::sync::channel<int>(0);
  auto [promise, future] = coio::sync::make_future<int>();
  auto held = m.try_lock();
  running r(workers);
  unsigned line = 0;

  // clang-format off
  line = __LINE__;
  r.spawn([&]() -> coio::awaitable<void> { static_cast<void>(co_await m.lock()); });
  r.spawn([&]() -> coio::awaitable<void> { co_await none.acquire(); });
  r.spawn([&]() -> coio::awaitable<void> { co_await barrier.wait(); });
  r.spawn([&]() -> coio::awaitable<void> { auto g = co_await of_condition.lock(); co_await condition.wait(g); });
  r.spawn([&]() -> coio::awaitable<void> { co_await full_tx.send(1); });
  r.spawn([&]() -> coio::awaitable<void> { co_await future.get(); });
  r.spawn([]() -> coio::awaitable<void> { co_await coio::sleep(1h); });
  r.spawn([&, rx = rx]() mutable -> coio::awaitable<void> { co_await coio::select(rx.recv(), coio::sleep(2h)); });
  r.spawn([]() -> coio::awaitable<void> { asio::steady_timer t(co_await asio::this_coro::executor, 1h); co_await t.async_wait(coio::use_awaitable); });
  // clang-format on
  r.spawn([rx = rx] { return receive(rx); });
  const coroutine_dump d = r.settled();
  BOOST_TEST(d.coroutines == 10u);
  BOOST_TEST(d.not_begun == 0u);
  BOOST_TEST(d.workers.size() == static_cast<std::size_t>(workers));

  const auto address = [](const auto& o) {
    std::ostringstream text;
    text << static_cast<const void*>(&o);
    return text.str();
  };
  const coroutine_info lock = the_one(d, "sync::mutex::lock");
  expect_line(lock, line + 1);
  BOOST_TEST(lock.object == address(m));
  BOOST_TEST(!lock.time_left.has_value());
  expect_line(the_one(d, "sync::semaphore::acquire"), line + 2);
  expect_line(the_one(d, "sync::mono_barrier::wait"), line + 3);
  const coroutine_info waiting = the_one(d, "sync::condvar::wait");
  expect_line(waiting, line + 4);
  BOOST_TEST(waiting.object == address(condition));
  expect_line(the_one(d, "sync::sender::send"), line + 5);
  expect_line(the_one(d, "sync::future::get"), line + 6);
  const coroutine_info sleeping = the_one(d, "sleep");
  expect_line(sleeping, line + 7);
  BOOST_TEST((sleeping.time_left > 59min && sleeping.time_left <= 1h));
  const coroutine_info selecting = the_one(d, "select");
  expect_line(selecting, line + 8);
  BOOST_TEST((selecting.time_left > 119min && selecting.time_left <= 2h));
  BOOST_TEST(selecting.object.starts_with("sync::receiver::recv 0x"));
  BOOST_TEST(selecting.object.ends_with(", sleep"));
#if defined(COIO_BOOST_ASIO)
  const std::string asios = "boost::asio::";
#else
  const std::string asios = "asio::";
#endif
  expect_line(the_one(d, asios + "basic_waitable_timer::initiate_async_wait"), line + 9);
  expect_line(the_one(d, "sync::receiver::recv"), receive_line);
}

BOOST_DATA_TEST_CASE(coroutine_that_waits_for_its_socket_is_shown_with_the_addresses,
                     worker_numbers, workers) {
  running r(workers);
  std::atomic<unsigned> listens{0}, port{0};
  r.spawn([&]() -> coio::awaitable<void> {
    auto l = coio::net::tcp_listener::bind("127.0.0.1:0");
    listens = l.local_addr().port();
    co_await l.accept();
  });
  BOOST_REQUIRE(eventually([&] { return listens != 0; }));
  const std::string here = "127.0.0.1:" + std::to_string(listens.load());
  BOOST_TEST(the_one(r.settled(), "net::basic_listener::accept").object == here);
  r.spawn([&]() -> coio::awaitable<void> {
    auto l = coio::net::tcp_listener::bind("127.0.0.1:0");
    auto accepting = coio::spawn([&]() -> coio::awaitable<void> {
      const auto s = co_await l.accept();
      co_await coio::sleep(1h);
    });
    auto c = co_await coio::net::tcp_stream::connect(l.local_addr());
    listens = l.local_addr().port();
    port = c.local_addr().port();
    char byte;
    co_await c.read(asio::buffer(&byte, 1));
  });
  coroutine_dump d;
  BOOST_REQUIRE(eventually([&] {
    d = coio::dump(r.context());
    return std::any_of(d.groups.begin(), d.groups.end(), [](const coroutine_group& g) {
      return g.examples.front().waits_for == "net::basic_stream::read";
    });
  }));
  BOOST_TEST(the_one(d, "net::basic_stream::read").object ==
             "127.0.0.1:" + std::to_string(port.load()) +
                 " - 127.0.0.1:" + std::to_string(listens.load()));
}

#if defined(COIO_PLATFORM_linux)

// Whoever connects to a local socket chooses the name of his own.
BOOST_AUTO_TEST_CASE(name_of_a_peer_neither_prevents_a_dump_nor_looks_like_one) {
  const std::string folder = coio::test::new_folder().string();
  const std::string here = folder + "/here";
  std::string full = folder + "/\nworker 7 (thread 1) runs nothing";
  full.resize(sizeof(::sockaddr_un::sun_path), 'x');  // no zero behind it
  running r(1);
  std::atomic<bool> listens{false};
  r.spawn([&]() -> coio::awaitable<void> {
    auto l = coio::net::unix_listener::bind(here);
    listens = true;
    auto s = co_await l.accept();
    char byte;
    co_await s.read(asio::buffer(&byte, 1));
  });
  BOOST_REQUIRE(eventually([&] { return listens.load(); }));
  const int peer = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  ::sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::copy(full.begin(), full.end(), address.sun_path);
  BOOST_REQUIRE(::bind(peer, reinterpret_cast<::sockaddr*>(&address), sizeof address) == 0);
  std::fill(std::begin(address.sun_path), std::end(address.sun_path), '\0');
  std::copy(here.begin(), here.end(), address.sun_path);
  BOOST_REQUIRE(::connect(peer, reinterpret_cast<::sockaddr*>(&address), sizeof address) == 0);
  coroutine_dump d;
  BOOST_REQUIRE(eventually([&] {
    d = coio::dump(r.context());
    return d.groups.size() == 1 && d.groups[0].examples[0].waits_for == "net::basic_stream::read";
  }));
  BOOST_TEST(d.groups[0].examples[0].object == here + " - " + full);
  std::ostringstream out;
  out << d;
  BOOST_TEST(out.str().find("\nworker 7") == std::string::npos);
  BOOST_TEST(out.str().find("\\nworker 7") != std::string::npos);
  ::close(peer);
  std::filesystem::remove_all(folder);
}

#endif

namespace {

coio::awaitable<void> inner(coio::sync::receiver<int> rx) {
  co_await rx.recv();
}
coio::awaitable<void> middle(coio::sync::receiver<int> rx) {
  co_await inner(std::move(rx));
}
coio::awaitable<void> outer(coio::sync::receiver<int> rx) {
  co_await middle(std::move(rx));
}

}  // namespace

BOOST_DATA_TEST_CASE(chain_of_awaiting_and_joining_coroutines_is_shown_from_the_innermost_outwards,
                     worker_numbers, workers) {
  running r(workers);
  auto [tx, rx] = coio::sync::channel<int>();
  r.spawn([&, rx = rx]() -> coio::awaitable<void> {
    auto h = coio::builder().name("the inner").spawn([&] { return outer(rx); });
    co_await h.join();
  });
  // The one that it spawns.
  coroutine_dump d;
  BOOST_REQUIRE(eventually([&] {
    d = coio::dump(r.context());
    return d.groups.size() == 2 && d.groups[0].examples[0].status == coroutine_status::waiting &&
           d.groups[1].examples[0].status == coroutine_status::waiting;
  }));
  const coroutine_info joined = the_one(d, "sync::receiver::recv");
  const coroutine_info joiner = the_one(d, "join");
  BOOST_TEST(joined.name == "the inner");
  BOOST_TEST(joiner.name == "");
  BOOST_TEST(joiner.object == "coroutine " + std::to_string(joined.id));
  BOOST_REQUIRE(joined.at.size() == 4u);
  const char* const functions[] = {"inner", "middle", "outer", "lambda"};
  for (std::size_t i = 0; i < 3; ++i) {
    BOOST_TEST(joined.at[i].function.ends_with(functions[i]), joined.at[i].function);
    BOOST_TEST(joined.at[i].coroutine == joined.id);
  }
  BOOST_TEST(joined.at[3].coroutine == joiner.id);
  BOOST_TEST(joined.at[3].line == joiner.at[0].line);
  BOOST_TEST(joined.at[0].line + 3 == joined.at[1].line);
}

BOOST_DATA_TEST_CASE(dump_of_a_scheduler_whose_workers_are_all_stuck_shows_those_that_wait,
                     worker_numbers, workers) {
  coio::test::latch stuck(workers);
  std::atomic<bool> go_on{false};
  running r(workers);
  auto [tx, rx] = coio::sync::channel<int>();
  static_cast<void>(r.dump_of([rx = rx] { return receive(rx); }));
  for (int i = 0; i < workers; ++i)
    coio::spawn(r.context(), [&, i]() -> coio::awaitable<void> {
      auto h = coio::builder().name("stuck " + std::to_string(i)).spawn([&] {
        stuck.count_down();
        stay_until(go_on);
      });
      // Whoever spawned it waits, too, and is not stuck.
      co_await h.join();
    });
  stuck.wait();
  const coroutine_dump d = coio::dump(r.context());
  const coroutine_info waiting = the_one(d, "sync::receiver::recv");
  BOOST_TEST(waiting.at.front().line == receive_line);
  std::size_t running = 0, joining = 0;
  for (const coroutine_group& g : d.groups)
    for (const coroutine_info& i : g.examples) {
      running += i.status != coroutine_status::waiting && i.name.starts_with("stuck ");
      joining += i.waits_for == "join";
    }
  BOOST_TEST(running == static_cast<std::size_t>(workers));
  BOOST_TEST(joining == static_cast<std::size_t>(workers));
#if defined(HAS_STACK_TRACES)
  for (const coio::worker_info& w : d.workers) {
    BOOST_TEST(w.busy);
    BOOST_TEST(w.name.starts_with("stuck "));
    BOOST_TEST(w.coroutine != 0u);
    BOOST_TEST(!w.stack.empty());
  }
#endif
  go_on = true;
}

#if defined(HAS_STACK_TRACES)

namespace {

coio::awaitable<void> blocks(coio::test::latch& reached, std::atomic<bool>& go_on) {
  co_await coio::sched();
  reached.count_down();
  stay_until(go_on);
}
constexpr unsigned blocks_line = __LINE__ - 4;
coio::awaitable<void> calls_it(coio::test::latch& reached, std::atomic<bool>& go_on) {
  co_await blocks(reached, go_on);
}

}  // namespace

namespace {

coio::awaitable<void> blocks_at_once(coio::test::latch& reached, std::atomic<bool>& go_on) {
  reached.count_down();
  stay_until(go_on);
  co_return;
}

coio::awaitable<void> returns() {
  co_return;
}

coio::awaitable<void> blocks_after_a_call(coio::test::latch& reached, std::atomic<bool>& go_on) {
  co_await returns();
  reached.count_down();
  stay_until(go_on);
}

// The functions that the worker is in, when one of these blocks.
template <typename F>
std::vector<std::string> running_chain(F f) {
  coio::test::latch reached(1);
  std::atomic<bool> go_on{false};
  running r(2);
  coio::spawn(r.context(), [&]() -> coio::awaitable<void> { co_await f(reached, go_on); });
  reached.wait();
  std::vector<std::string> functions;
  for (const coio::worker_info& w : coio::dump(r.context()).workers)
    for (const coio::await_frame& at : w.at)
      functions.push_back(at.line == 0 ? "" : at.function.substr(at.function.rfind(':') + 1));
  go_on = true;
  return functions;
}

}  // namespace

// Without having been suspended: the fiber knows which coroutine is the innermost all the same.
BOOST_AUTO_TEST_CASE(chain_of_a_running_coroutine_grows_and_shrinks_with_calls) {
  const auto at_once = running_chain(blocks_at_once);
  BOOST_REQUIRE(at_once.size() == 2u);
  BOOST_TEST(at_once[0] == "");  // it has awaited nothing
  BOOST_TEST(at_once[1] != "");
  const auto after = running_chain(blocks_after_a_call);
  BOOST_REQUIRE(after.size() == 2u);
  BOOST_TEST(after[0] == "blocks_after_a_call");
}

BOOST_DATA_TEST_CASE(chain_of_a_running_coroutine_is_shown, worker_numbers, workers) {
  coio::test::latch reached(1);
  std::atomic<bool> go_on{false};
  running r(workers);
  coio::spawn(r.context(), [&]() -> coio::awaitable<void> { co_await calls_it(reached, go_on); });
  reached.wait();
  const coroutine_dump d = coio::dump(r.context());
  std::size_t found = 0;
  for (const coio::worker_info& w : d.workers) {
    if (w.at.empty()) continue;
    ++found;
    BOOST_REQUIRE(w.at.size() == 3u);
    BOOST_TEST(w.at[0].function.ends_with("blocks"));
    BOOST_TEST(w.at[0].line == blocks_line);
    BOOST_TEST(w.at[1].function.ends_with("calls_it"));
  }
  BOOST_TEST(found == 1u);
  BOOST_REQUIRE(d.groups.size() == 1u);
  BOOST_TEST((d.groups[0].examples[0].status == coroutine_status::running));
  BOOST_TEST(d.groups[0].examples[0].at.front().line == blocks_line);
  go_on = true;
}

#endif

BOOST_DATA_TEST_CASE(many_coroutines_at_one_place_are_one_group, worker_numbers, workers) {
  running r(workers);
  auto [tx, rx] = coio::sync::channel<int>();
  constexpr std::size_t n = 20'000;
  for (std::size_t i = 0; i < n; ++i)
    r.spawn([rx = rx] { return receive(rx); });
  const coroutine_dump d = r.settled();
  BOOST_TEST(d.coroutines == n);
  BOOST_REQUIRE(d.groups.size() == 1u);
  BOOST_TEST(d.groups[0].count == n);
  const auto& e = d.groups[0].examples;
  BOOST_TEST(e.size() == 8u);
  BOOST_TEST(std::is_sorted(e.begin(), e.end(),
                            [](const auto& a, const auto& b) { return a.waited > b.waited; }));
}

BOOST_AUTO_TEST_CASE(those_that_have_not_begun_are_counted) {
  coio::io_context ctx(coio::options{.workers = 1});
  for (int i = 0; i < 3; ++i)
    coio::spawn(ctx, [] {});
  coroutine_dump d = coio::dump(ctx);
  BOOST_TEST(d.coroutines == 3u);
  BOOST_TEST(d.not_begun == 3u);
  BOOST_TEST(d.groups.empty());
  BOOST_TEST(d.workers.at(0).thread == 0);
  ctx.run();
  d = coio::dump(ctx);
  BOOST_TEST(d.coroutines == 0u);
}

BOOST_AUTO_TEST_CASE(coroutine_that_was_queued_again_is_ready) {
  coio::io_context ctx(coio::options{.workers = 1});
  bool seen = false;
  coio::spawn(ctx, [&]() -> coio::awaitable<void> {
    co_await coio::sched();
    co_await coio::sched();
  });
  coio::spawn(ctx, [&]() -> coio::awaitable<void> {
    const coroutine_dump d = coio::dump();
    BOOST_TEST(d.coroutines == 2u);
    std::size_t ready = 0, running = 0;
    for (const coroutine_group& g : d.groups) {
      const coroutine_info& i = g.examples.front();
      ready += i.status == coroutine_status::ready;
      running += i.status == coroutine_status::running;
      BOOST_TEST(i.waits_for == "");
      BOOST_TEST(!i.waited.has_value());
    }
    BOOST_TEST(ready == 1u);
    BOOST_TEST(running == 1u);
    seen = true;
    co_return;
  });
  ctx.run();
  BOOST_TEST(seen);
}

BOOST_AUTO_TEST_CASE(default_scheduler_that_does_not_run_has_no_dump) {
  const coroutine_dump d = coio::dump();
  BOOST_TEST(d.coroutines == 0u);
  BOOST_TEST(d.workers.empty());
  std::ostringstream text;
  text << d;
  BOOST_TEST(text.str() == "0 coroutines\n");
}

BOOST_AUTO_TEST_CASE(mutex_is_shown_with_who_has_locked_it_last) {
  coio::sync::mutex a, b;
  running r(2);
  coio::test::latch both(2);
  const auto crosswise = [&both](coio::sync::mutex& x, coio::sync::mutex& y) {
    return [&]() -> coio::awaitable<void> {
      const auto first = co_await x.lock();
      both.count_down();
      while (!both.try_wait())
        co_await coio::sched();
      const auto second = co_await y.lock();
    };
  };
  const coroutine_dump d = r.dump_of(crosswise(a, b), crosswise(b, a));
  BOOST_REQUIRE(d.groups.size() == 1u);
  const auto& e = d.groups[0].examples;
  BOOST_REQUIRE(e.size() == 2u);
  BOOST_TEST(e[0].object.ends_with(", last locked by coroutine " + std::to_string(e[1].id)));
  BOOST_TEST(e[1].object.ends_with(", last locked by coroutine " + std::to_string(e[0].id)));
}

BOOST_DATA_TEST_CASE(function_that_blocks_is_running, worker_numbers, workers) {
  std::atomic<bool> go_on{false}, runs{false};
  coio::coroutine_dump d;
  coio::scheduler(coio::options{.workers = workers}).run([&]() -> coio::awaitable<void> {
    auto h = coio::spawn_blocking([&] {
      runs = true;
      stay_until(go_on);
    });
    while (!runs)
      co_await coio::sched();
    d = coio::dump();
    go_on = true;
    co_await h.join();
  });
  BOOST_TEST(d.coroutines == 2u);
  for (const coio::coroutine_group& g : d.groups)
    BOOST_TEST((g.examples.front().status == coio::coroutine_status::running));
}

// No name ends the text, or looks like a line of it.
BOOST_AUTO_TEST_CASE(name_is_quoted) {
  coio::coroutine_dump d;
  coio::scheduler(coio::options{.workers = 1}).run([&]() -> coio::awaitable<void> {
    auto [tx, rx] = coio::sync::channel<int>();
    auto h = coio::builder().name(std::string("a\0b\n\"c\xff", 7)).spawn([rx = rx] {
      return receive(rx);
    });
    co_await coio::sched();
    d = coio::dump();
    tx.close();
    co_await h.join();
  });
  std::ostringstream text;
  text << d;
  BOOST_TEST(text.str().find(" \"a\\u0000b\\n\\\"c\xef\xbf\xbd\"") != std::string::npos);
}

#if defined(COIO_TEST_SEAMS)

namespace dump_test {

// Remembers who has destroyed it.
struct destroyed_by {
  std::atomic<std::thread::id>& thread;
  ~destroyed_by() { thread = std::this_thread::get_id(); }
};

}  // namespace dump_test

// The locks of the dump are held then, and whoever is destroyed may ask for a dump.
BOOST_DATA_TEST_CASE(coroutine_that_is_dropped_during_a_dump_is_destroyed_by_a_worker,
                     worker_numbers, workers) {
  std::atomic<std::thread::id> thread{};
  std::shared_ptr<void> kept;
  std::atomic<bool> waits{false}, went_on{false};
  coio::io_context ctx(workers);
  coio::spawn(ctx, [&]() -> coio::awaitable<void> {
    const dump_test::destroyed_by here{thread};
    co_await asio::async_initiate<const coio::use_awaitable_t&, void()>(
        [&](auto h) {
          kept = std::make_shared<decltype(h)>(std::move(h));
          waits = true;
        },
        coio::use_awaitable);
    went_on = true;
  });
  std::thread runs([&] { ctx.run(); });
  BOOST_TEST(eventually([&] {
    return waits && coio::dump(ctx).groups.size() == 1 &&
           coio::dump(ctx).groups[0].examples[0].status == coio::coroutine_status::waiting;
  }));
  const coio::test::between b("give_up_turn", [&] { kept.reset(); });
  static_cast<void>(coio::dump(ctx));
  BOOST_TEST(b.came());
  runs.join();
  BOOST_TEST(!went_on);
  BOOST_TEST((thread.load() != std::this_thread::get_id()));
  BOOST_TEST((thread.load() != std::thread::id()));
}

#endif

BOOST_AUTO_TEST_CASE(text_and_json_say_the_same) {
  running r(1);
  auto [tx, rx] = coio::sync::channel<int>();
  coio::spawn(r.context(), [rx = rx] { return receive(rx); }).detach();
  coroutine_dump d;
  BOOST_REQUIRE(eventually([&] {
    d = coio::dump(r.context());
    return d.workers[0].thread != 0 && d.groups.size() == 1 &&
           d.groups[0].examples[0].status == coroutine_status::waiting;
  }));
  d.groups[0].examples[0].name = "not \xff UTF-8";
  std::ostringstream out;
  out << d;
  const std::string text = out.str();
  BOOST_TEST(text.starts_with("1 coroutine\n\nworker 0 (thread "));
  BOOST_TEST(text.find("\n1 coroutine waits in sync::receiver::recv at\n    ") != text.npos);
  BOOST_TEST(text.find("dump.cpp:" + std::to_string(receive_line) + ")\n") != text.npos);
  const auto j = nlohmann::json::parse(coio::to_json(d));
  BOOST_TEST(j["coroutines"] == 1);
  BOOST_TEST(j["workers"][0]["thread"] == d.workers[0].thread);
  const auto& c = j["groups"][0]["examples"][0];
  BOOST_TEST(j["groups"][0]["count"] == 1);
  BOOST_TEST(c["status"] == "waiting");
  BOOST_TEST(c["waits_for"] == "sync::receiver::recv");
  BOOST_TEST(c["id"] == d.groups[0].examples[0].id);
  BOOST_TEST(c["at"][0]["line"] == receive_line);
  BOOST_TEST(c["waited"].get<double>() >= 0);
  BOOST_TEST(!c.contains("time_left"));
}

#if defined(COIO_PLATFORM_linux)

namespace dump_test {

// What comes on the standard error output while it lives.
class standard_error {
 public:
  standard_error() {
    int ends[2];
    BOOST_REQUIRE(::pipe(ends) == 0);
    from_ = ends[0];
    ::fcntl(from_, F_SETFL, O_NONBLOCK);
    before_ = ::dup(2);
    ::dup2(ends[1], 2);
    ::close(ends[1]);
  }
  ~standard_error() {
    ::dup2(before_, 2);
    ::close(before_);
    ::close(from_);
  }
  // True once it has said that.
  bool says(const std::string& what) {
    return eventually([&] {
      char some[4096];
      for (::ssize_t n; (n = ::read(from_, some, sizeof some)) > 0;)
        text_.append(some, static_cast<std::size_t>(n));
      return text_.find(what) != text_.npos;
    });
  }
  const std::string& text() const { return text_; }

 private:
  int from_ = -1, before_ = -1;
  std::string text_;
};

}  // namespace dump_test

BOOST_DATA_TEST_CASE(signal_prints_every_scheduler_also_while_all_are_stuck, worker_numbers,
                     workers) {
  coio::dump_on(SIGUSR1);
  coio::test::latch stuck(workers + 1);
  std::atomic<bool> go_on{false};
  running one(workers), other(1);
  auto [tx, rx] = coio::sync::channel<int>();
  static_cast<void>(one.dump_of([rx = rx] { return receive(rx); }));
  for (int i = 0; i <= workers; ++i)
    coio::spawn(i < workers ? one.context() : other.context(), [&] {
      stuck.count_down();
      stay_until(go_on);
    });
  stuck.wait();
  bool printed = false, second = false;
  {
    dump_test::standard_error e;
    std::raise(SIGUSR1);
    printed = e.says("dump.cpp:" + std::to_string(receive_line) + ")") && e.says("coio: ");
    std::raise(SIGUSR1);
    const std::size_t before = e.text().size();
    second =
        eventually([&] { return e.says("\n1 coroutine waits in") && e.text().size() > before; });
  }
  go_on = true;
  BOOST_TEST(printed);
  BOOST_TEST(second);
}

#if !defined(__SANITIZE_THREAD__)

// The parent's thread is not there.
BOOST_AUTO_TEST_CASE(child_of_a_fork_prints_its_own_dumps) {
  coio::dump_on(SIGUSR1);
  const ::pid_t child = ::fork();
  if (child == 0) {
    bool printed = false;
    try {
      coio::dump_on(SIGUSR1);
      dump_test::standard_error e;
      std::raise(SIGUSR1);
      printed = e.says("coio: ");
    } catch (const std::exception&) {
    }
    ::_exit(printed ? 0 : 1);
  }
  int status = -1;
  BOOST_REQUIRE(::waitpid(child, &status, 0) == child);
  BOOST_TEST(status == 0);
}

#endif

BOOST_AUTO_TEST_CASE(signal_that_cannot_be_handled_is_refused) {
  BOOST_CHECK_THROW(coio::dump_on(SIGKILL), std::system_error);
  BOOST_CHECK_THROW(coio::dump_on(12345), std::system_error);
}

#endif
