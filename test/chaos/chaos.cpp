// Random programs over the whole interface: a seed says what each does. At its end, whatever it
// did: every handler ran once, or was destroyed once; every exception came out once; no byte and no
// value was lost or doubled; run() returned when nothing was left, and not before.
//
// COIO_CHAOS_SECONDS: how long programs are made (default 10).
// COIO_CHAOS_SEED: the first seed (default: of the time). A failure names its own.
// COIO_CHAOS_WORKERS: the number of workers (default: 1, 2, 4, 16 and 64 in turn).
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <random>
#include <thread>
#include <utility>
#include <vector>

#include "coio/coio.hpp"
#include "coio/io_context.hpp"
#include "coio/thread_pool.hpp"

using namespace std::chrono_literals;
using coio::awaitable;
using stream = asio::local::stream_protocol::socket;

namespace {

std::atomic<std::uint64_t> current_seed{0};
std::atomic<int> current_workers{0};

[[noreturn]] void fail(const char* what) {
  std::fprintf(stderr, "chaos: COIO_CHAOS_SEED=%llu COIO_CHAOS_WORKERS=%d: %s\n",
               static_cast<unsigned long long>(current_seed.load()), current_workers.load(), what);
  std::abort();
}

void expect(bool holds, const char* what) {
  if (!holds) fail(what);
}

struct chance {
  explicit chance(std::uint64_t seed) : state(seed * 2 + 1) {}
  std::uint64_t next() {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state * 0x2545F4914F6CDD1Du >> 16;
  }
  std::uint64_t below(std::uint64_t n) { return next() % n; }
  bool one_in(std::uint64_t n) { return below(n) == 0; }
  chance child() { return chance(next()); }

  std::uint64_t state;
};

struct thrown_on_purpose {};

// What all parts of one program share. It outlives its context.
struct program {
  std::atomic<long> budget{0};
  std::atomic<long> made{0}, ran{0}, dropped{0};
  std::atomic<long> threw{0}, caught{0};
  std::mutex stopping;
  long stops = 0;  // with the mutex
  std::atomic<bool> several{false};
  bool may_stop = false, may_throw = false;
};

// One in each handler and coroutine.
class token {
 public:
  explicit token(program& p) : program_(&p) { ++p.made; }
  token(token&& other) noexcept
      : program_(std::exchange(other.program_, nullptr)), ran_(other.ran_) {}
  token& operator=(token&&) = delete;
  ~token() {
    if (program_ && !ran_) ++program_->dropped;
  }
  void run() {
    expect(program_ && !ran_, "a handler ran twice");
    ran_ = true;
    ++program_->ran;
  }

 private:
  program* program_;
  bool ran_ = false;
};

// A thread that is none of the workers.
class outsider {
 public:
  outsider() : thread_([this] { loop(); }) {}
  ~outsider() {
    {
      const std::lock_guard lock(mutex_);
      over_ = true;
    }
    changed_.notify_one();
    thread_.join();
  }
  void run(std::function<void()> f) {
    {
      const std::lock_guard lock(mutex_);
      jobs_.push_back(std::move(f));
    }
    changed_.notify_one();
  }

 private:
  void loop() {
    std::unique_lock lock(mutex_);
    for (;;) {
      changed_.wait(lock, [this] { return over_ || !jobs_.empty(); });
      if (jobs_.empty()) return;
      {
        const auto f = std::move(jobs_.front());
        jobs_.pop_front();
        lock.unlock();
        f();
      }
      lock.lock();
    }
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> jobs_;
  bool over_ = false;
  std::thread thread_;
};

class world {
 public:
  // With a pool of so many threads besides, or none.
  world(program& p, const coio::options& o, std::size_t pool_threads)
      : program_(p), context_(o), strand_(asio::make_strand(context_)) {
    if (pool_threads != 0) pool_.emplace(pool_threads);
  }

  coio::io_context& context() { return context_; }

 private:
  coio::io_context::executor_type executor(chance& c) {
    return c.one_in(2) ? context_.get_executor() : context_.next_executor();
  }

  // How deep handlers are nested on this thread.
  struct scope {
    scope() { ++within_; }
    ~scope() { --within_; }
  };

  void go_on(chance& c) {
    const scope here;
    for (std::uint64_t n = c.below(4); n > 0; --n)
      act(c.child());
  }

  auto handler(chance& c) {
    return [this, t = token(program_), c = c.child()]() mutable {
      t.run();
      go_on(c);
    };
  }

  auto in_strand(chance& c) {
    return [this, t = token(program_), c = c.child()]() mutable {
      t.run();
      expect(!strand_busy_.exchange(true), "two handlers of a strand ran at once");
      // A handler that is dispatched into the strand runs within this one.
      if (c.one_in(8)) std::this_thread::sleep_for(std::chrono::microseconds(c.below(50)));
      strand_busy_ = false;
      go_on(c);
    };
  }

 public:
  // Anywhere, any time. Each act may lead to more, as long as the budget lasts.
  void act(chance c) {
    if (program_.budget.fetch_sub(1) <= 0) return;
    switch (c.below(17)) {
      case 0:
      case 1:
        return asio::post(executor(c), handler(c));
      case 2:
        return asio::dispatch(executor(c), handler(c));
      case 3:
        return asio::defer(executor(c), handler(c));
      case 4:
        return asio::post(strand_, in_strand(c));
      case 5:
        return asio::dispatch(asio::any_io_executor(strand_), in_strand(c));
      case 6:
      case 7:
        return wait(c);
      case 8:
        return poll(c);
      case 9:
        if (program_.may_throw && within_ > 0) {
          ++program_.threw;
          // If the handler below throws as well, Asio forgets this one.
          if (within_ > 1) program_.several = true;
          throw thrown_on_purpose();
        }
        return;
      case 10:
        return talk(c);
      case 11:
        return from_outside(c);
      case 12:
        if (program_.may_stop && c.one_in(4)) {
          // Together: a thread of the pool may stop a run that begins in between.
          const std::lock_guard lock(program_.stopping);
          ++program_.stops;
          context_.stop();
        }
        return;
      case 13:
        return lock_and_sleep(c);
      case 14:
        return send_and_receive(c);
      case 15:
        return cancel(c);
      case 16:
        return into_the_pool(c);
    }
  }

 private:
  // ---- Timers ----

  void wait(chance& c) {
    auto timer =
        std::make_shared<asio::steady_timer>(executor(c), std::chrono::microseconds(c.below(1500)));
    const auto due = timer->expiry();
    const bool cancelled = c.one_in(4);
    timer->async_wait([this, timer, due, cancelled, t = token(program_),
                       c = c.child()](const asio::error_code& ec) mutable {
      t.run();
      if (!ec) expect(std::chrono::steady_clock::now() >= due, "a timer was early");
      expect(!ec || cancelled, "a timer that nobody cancelled was cancelled");
      go_on(c);
    });
    if (cancelled) timer->cancel();
  }

  // ---- Nested run functions ----

  void poll(chance& c) {
    if (within_ == 0 || within_ > 3) return;
    switch (c.below(3)) {
      case 0:
        context_.poll_one();
        return;
      case 1:
        context_.poll();
        return;
      case 2:
        context_.run_one_for(std::chrono::microseconds(c.below(300)));
        return;
    }
  }

  // ---- Sockets ----

  static char byte(std::size_t i) { return static_cast<char>(i * 31 + i / 251); }

  struct talking {
    talking(const asio::any_io_executor& a, const asio::any_io_executor& b) : in(a), out(b) {
      asio::local::connect_pair(in, out);
    }
    stream in, out;
    std::size_t size = 0, sent = 0, received = 0;
    std::atomic<bool> disturbed{false};
    std::vector<char> outgoing;
    std::array<char, 512> incoming;
  };

  void talk(chance& c) {
    const auto of_a_strand = [&] { return asio::any_io_executor(asio::make_strand(executor(c))); };
    std::shared_ptr<talking> s;
    try {
      s = std::make_shared<talking>(of_a_strand(), of_a_strand());
    } catch (const asio::system_error&) {
      return;  // too many descriptors at once
    }
    s->size = c.below(5000) + 1;
    asio::post(s->in.get_executor(), [this, s, t = token(program_)]() mutable {
      t.run();
      receive(s);
    });
    asio::post(s->out.get_executor(), [this, s, t = token(program_), c = c.child()]() mutable {
      t.run();
      send(s, c);
    });
    if (c.one_in(4)) {
      s->disturbed = true;
      const bool close = c.one_in(2);
      asio::post(s->in.get_executor(), [s, close, t = token(program_)]() mutable {
        t.run();
        asio::error_code ignored;
        close ? s->in.close(ignored) : s->in.cancel(ignored);
      });
    }
  }

  void receive(const std::shared_ptr<talking>& s) {
    s->in.async_read_some(
        asio::buffer(s->incoming),
        [this, s, t = token(program_)](const asio::error_code& ec, std::size_t n) mutable {
          t.run();
          for (std::size_t i = 0; i < n; ++i)
            expect(s->incoming[i] == byte(s->received++), "a wrong byte was received");
          if (!ec) return receive(s);
          if (s->disturbed) return;
          expect(ec == asio::error::eof, "a socket failed");
          expect(s->received == s->size, "bytes were lost");
        });
  }

  void send(const std::shared_ptr<talking>& s, chance c) {
    const std::size_t n = std::min<std::size_t>(s->size - s->sent, c.below(700) + 1);
    s->outgoing.resize(n);
    for (std::size_t i = 0; i < n; ++i)
      s->outgoing[i] = byte(s->sent + i);
    asio::async_write(s->out, asio::buffer(s->outgoing),
                      [this, s, n, t = token(program_), c = c.child()](const asio::error_code& ec,
                                                                       std::size_t done) mutable {
                        t.run();
                        expect(s->disturbed || (!ec && done == n), "a write failed");
                        s->sent += done;
                        if (ec) return;
                        if (s->sent < s->size) return send(s, c);
                        asio::error_code ignored;
                        s->out.shutdown(stream::shutdown_send, ignored);
                        go_on(c);
                      });
  }

  // ---- Other threads ----

  void from_outside(chance& c) {
    outsider_.run([this, c = c.child(), work = asio::make_work_guard(context_)]() mutable {
      if (c.one_in(3)) std::this_thread::sleep_for(std::chrono::microseconds(c.below(300)));
      for (std::uint64_t n = c.below(4); n > 0; --n)
        asio::post(executor(c), handler(c));
    });
  }

  // The guard is the last to be destroyed.
  void into_the_pool(chance& c) {
    if (!pool_) return;
    asio::post(*pool_, [this, work = asio::make_work_guard(context_), t = token(program_),
                        c = c.child()]() mutable {
      t.run();
      go_on_and_catch(c);
    });
  }

  // ---- Coroutines ----

  void go_on_and_catch(chance& c) {
    try {
      go_on(c);
    } catch (const thrown_on_purpose&) {
      ++program_.caught;
    } catch (const asio::multiple_exceptions&) {
      program_.several = true;
    }
  }

  // In the context or in the pool, with the same mutex. The token is destroyed with the coroutine,
  // if that does not come to its end.
  void lock_and_sleep(chance& c) {
    coio::io_context& where = pool_ && c.one_in(3) ? *pool_ : context_;
    coio::spawn(where,
                [this, work = asio::make_work_guard(context_), t = token(program_),
                 c = c.child()]() mutable -> awaitable<void> {
                  for (std::uint64_t n = c.below(5); n > 0; --n) {
                    const auto lock = co_await mutex_.lock();
                    expect(!locked_.exchange(true), "two coroutines held a mutex");
                    if (c.one_in(2)) co_await coio::sched();
                    if (c.one_in(8)) co_await coio::sleep(std::chrono::microseconds(c.below(400)));
                    locked_ = false;
                  }
                  t.run();
                  go_on_and_catch(c);
                });
  }

  void send_and_receive(chance& c) {
    coio::spawn(context_, [this, t = token(program_), c = c.child()]() mutable -> awaitable<void> {
      auto [tx, rx] = coio::sync::channel<std::uint64_t>(c.below(3));
      const std::uint64_t values = c.below(40);
      auto sending = coio::spawn([tx = std::move(tx), values]() -> awaitable<void> {
        for (std::uint64_t i = 1; i <= values; ++i)
          co_await tx.send(i);
      });
      std::uint64_t sum = 0, count = 0;
      for (;;) {
        const bool in_time = c.one_in(2);
        std::optional<std::uint64_t> value;
        bool late = false;
        try {
          if (in_time) {
            value = co_await rx.recv_for(std::chrono::microseconds(c.below(200)));
          } else {
            auto chosen = co_await coio::select(rx.recv(), coio::sleep(100us));
            if (chosen.index() == 1)
              late = true;
            else
              value = std::get<0>(chosen);
          }
        } catch (const asio::system_error& e) {
          if (e.code() != asio::error::timed_out) throw;
          late = true;
        }
        if (late) continue;
        if (!value) break;
        sum += *value;
        ++count;
      }
      co_await sending.join();
      expect(count == values && sum == values * (values + 1) / 2, "a channel lost a value");
      t.run();
      go_on_and_catch(c);
    });
  }

  // A coroutine that waits for permits is cancelled, and takes none or gives back what it took.
  void cancel(chance& c) {
    auto waiting = std::make_shared<coio::join_handle<void>>(
        coio::spawn(context_, [this, c = c.child()]() mutable -> awaitable<void> {
          for (std::uint64_t n = c.below(4); n > 0; --n) {
            co_await permits_.acquire();
            struct giving_back {
              coio::sync::semaphore& s;
              ~giving_back() { s.release(); }
            } const held{permits_};
            co_await coio::sleep(std::chrono::microseconds(c.below(300)));
          }
        }));
    const auto late = std::chrono::microseconds(c.below(500));
    const bool from_outside = c.one_in(2);
    coio::spawn(
        context_,
        [this, waiting, late, from_outside, t = token(program_),
         c = c.child()]() mutable -> awaitable<void> {
          co_await coio::sleep(late);
          if (from_outside)
            outsider_.run([waiting, work = asio::make_work_guard(context_)] { waiting->cancel(); });
          else
            waiting->cancel();
          try {
            co_await waiting->join();
          } catch (const asio::system_error& e) {
            expect(e.code() == asio::error::operation_aborted, "a coroutine failed");
          }
          t.run();
          go_on_and_catch(c);
        });
  }

  static constexpr std::size_t permits = 3;

 public:
  // When nothing is left.
  void check() {
    expect(permits_.available() == permits, "a permit was lost");
    expect(!locked_ && !strand_busy_, "something is held");
  }

 private:
  inline static thread_local int within_ = 0;

  program& program_;
  coio::sync::mutex mutex_;
  coio::sync::semaphore permits_{permits};
  std::atomic<bool> locked_{false}, strand_busy_{false};
  coio::io_context context_;
  asio::strand<coio::io_context::executor_type> strand_;
  // These end first: the thread uses the context, and the pool uses both.
  outsider outsider_;
  std::optional<coio::thread_pool> pool_;
};

// ---- One program ----

// Calls a run function as long as exceptions come out.
template <typename Run>
void run_through(program& p, Run run) {
  for (;;)
    try {
      run();
      return;
    } catch (const thrown_on_purpose&) {
      ++p.caught;
    } catch (const asio::multiple_exceptions&) {
      p.several = true;  // Asio's exception for all that functions within one handler threw
    }
}

void run_program(std::uint64_t seed, int workers) {
  current_seed = seed;
  current_workers = workers;
  ::alarm(60);
  chance c(seed);
  for (int i = 0; i < 8; ++i)
    c.next();
  program p;
  p.budget = static_cast<long>(c.below(400)) + 1;
  p.may_stop = c.one_in(3);
  p.may_throw = c.one_in(2);
  const bool abandoned = c.one_in(4);
  const std::uint64_t driver = c.below(3);
  coio::options o;
  o.workers = workers;
  o.spawn_threads = driver != 1;
  o.monitor = !c.one_in(4);
  {
    world w(p, o, c.one_in(3) ? c.below(3) + 1 : 0);
    coio::io_context& ctx = w.context();
    for (std::uint64_t n = c.below(12) + 1; n > 0; --n)
      w.act(c.child());
    ctx.restart();  // another thread may have finished the only work that there was
    for (;;) {
      if (driver == 0) {
        run_through(p, [&] { ctx.run(); });
      } else if (driver == 1) {
        std::vector<std::jthread> threads;
        for (int i = 0; i < workers; ++i)
          threads.emplace_back([&] { run_through(p, [&] { ctx.run(); }); });
      } else {
        run_through(p, [&] {
          while (!ctx.stopped()) {
            if (c.one_in(2))
              ctx.run_for(std::chrono::microseconds(c.below(500)));
            else
              c.one_in(2) ? ctx.poll() : ctx.run_one();
          }
        });
      }
      long stops;
      {
        const std::lock_guard lock(p.stopping);
        stops = std::exchange(p.stops, 0);
      }
      if (stops == 0) {
        // Nothing was stopped, so nothing is left.
        expect(p.made == p.ran + p.dropped, "run() returned although handlers were left");
        w.check();
        break;
      }
      if (abandoned) break;
      ctx.restart();
    }
  }
  expect(p.made == p.ran + p.dropped, "a handler was neither run nor destroyed");
  expect(abandoned || p.several ? p.threw >= p.caught : p.threw == p.caught,
         "an exception was lost");
  ::alarm(0);
}

std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text && *text ? std::strtoull(text, nullptr, 10) : otherwise;
}

}  // namespace

BOOST_AUTO_TEST_CASE(random_programs_lose_nothing) {
  std::signal(SIGALRM, [](int) { fail("the program does not end"); });
  const auto end = std::chrono::steady_clock::now() +
                   std::chrono::seconds(from_environment("COIO_CHAOS_SECONDS", 10));
  const auto only = static_cast<int>(from_environment("COIO_CHAOS_WORKERS", 0));
  const std::vector<int> counts = only ? std::vector{only} : std::vector{1, 2, 4, 16, 64};
  std::uint64_t seed = from_environment("COIO_CHAOS_SEED", std::random_device()());
  std::uint64_t programs = 0;
  do {
    for (const int workers : counts)
      run_program(seed, workers);
    ++seed;
    programs += counts.size();
  } while (std::chrono::steady_clock::now() < end);
  BOOST_TEST_MESSAGE(programs << " programs");
  BOOST_TEST(programs >= counts.size());
}
