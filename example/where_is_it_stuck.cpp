// A small shop of coroutines with five mistakes, and how each is found: coroutines that wait for
// what never comes, a handler that blocks, a deadlock, a shard that carries everything, and work
// that one worker does alone.
//
// where_is_it_stuck [--config FILE] [--workers N] [TRACE]
//
// TRACE: the file for the trace of the last part, which ui.perfetto.dev and chrome://tracing open.
// While it runs, kill -QUIT PID (or Control-\) prints what every coroutine waits for.
#include <coio/coio.hpp>

#include "arguments.hpp"

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstddef>
#include <iostream>
#include <string>
#include <thread>
#include <utility>

namespace {

using namespace std::chrono_literals;

struct order {
  int number;
};

// ---- Coroutines that wait for what never comes ----

coio::awaitable<order> next_order(coio::sync::receiver<order>& orders) {
  const auto o = co_await orders.recv();
  co_return o.value_or(order{0});
}

coio::awaitable<void> cook(coio::sync::receiver<order> orders) {
  for (;;)
    co_await next_order(orders);
}

// The mistake: nobody sends orders. The dump says where the cooks wait, and that the manager waits
// for one of them.
void a_dump(const coio::options& o) {
  coio::scheduler(o).run([]() -> coio::awaitable<void> {
    auto [tx, orders] = coio::sync::channel<order>();
    for (int i = 0; i < 3; ++i)
      coio::builder().name("cook " + std::to_string(i)).spawn([orders = orders] {
        return cook(orders);
      });
    auto head = coio::builder().name("head cook").spawn([orders = orders] { return cook(orders); });
    coio::builder().name("manager").spawn(
        [head = std::move(head)]() mutable -> coio::awaitable<void> { co_await head.join(); });
    co_await coio::sleep(50ms);  // they have begun
    std::cout << "---- What do they wait for? ----\n" << coio::dump() << std::endl;
    tx.close();
  });
}

// ---- A handler that blocks ----

std::atomic<bool> reported{false};

coio::awaitable<void> pay_by_card() {
  co_await coio::sched();
  // The mistake: a worker sleeps.
  for (int i = 0; i < 100 && !reported; ++i)
    std::this_thread::sleep_for(10ms);
}

coio::awaitable<void> check_out() {
  co_await pay_by_card();
}

// The monitor, which two workers or more have, sees it.
void a_stuck_handler(coio::options o) {
  if (o.workers == 1) o.workers = 2;
  coio::hooks h;
  h.on_stuck = [](const coio::stuck_worker& s) {
    // A line is one write: other threads print, too.
    std::cout << "---- A handler has held a worker for " + std::to_string(s.duration / 1ms) +
                     " ms ----\n" + coio::stack_trace(s)
              << std::endl;
    reported = true;
  };
  coio::scheduler(o).with_hooks(h).run([]() -> coio::awaitable<void> {
    auto customer = coio::builder().name("customer").spawn([] { return check_out(); });
    co_await customer.join();
  });
}

// ---- A deadlock ----

coio::awaitable<void> use(coio::sync::mutex& first, coio::sync::mutex& second) {
  const auto one = co_await first.lock();
  co_await coio::sleep(10ms);
  const auto other = co_await second.lock();
}

// The mistake: the two lock in different orders. scheduler::run() says so, and does not hang.
void a_deadlock(const coio::options& o) {
  coio::sync::mutex oven, sink;
  try {
    coio::scheduler(o).run([&]() -> coio::awaitable<void> {
      coio::builder().name("baker").spawn([&] { return use(oven, sink); });
      auto washer = coio::builder().name("washer").spawn([&] { return use(sink, oven); });
      co_await washer.join();
    });
  } catch (const coio::deadlock& e) {
    std::cout << "---- " << e.what() << std::endl;
  }
}

// ---- A shard that carries everything ----

void sweep() {
  const auto end = std::chrono::steady_clock::now() + 200us;
  while (std::chrono::steady_clock::now() < end) {
  }
}

#if defined(COIO_HAS_LOCAL_SOCKETS)

coio::awaitable<void> serve(coio::net::unix_stream table) {
  char dish;
  while (co_await table.read(asio::buffer(&dish, 1)) == 1) {
    sweep();
    co_await table.write_all(asio::buffer(&dish, 1));
  }
}

coio::awaitable<void> eat(coio::net::unix_stream table, const std::atomic<bool>& closed) {
  for (char dish = 0; !closed;) {
    co_await table.write_all(asio::buffer(&dish, 1));
    co_await table.read_exact(asio::buffer(&dish, 1));
  }
}

// The mistake: all sockets are made with the executor of the context, and so live on its first
// shard. Its worker calls others, which leave their own shards and serve it together, as threads do
// that share an asio::io_context; or the monitor sees first that it is overloaded, and asks others
// to help now and then. The metrics say so. With ctx.next_executor() for each pair, each worker
// would serve its own.
void a_busy_shard(coio::options o) {
  if (o.workers == 1) o.workers = 2;
  coio::io_context ctx(o);
  std::atomic<bool> closed{false};
  for (int table = 0; table < 16; ++table) {
    auto [waiter, guest] = coio::net::unix_stream::pair(ctx.get_executor());
    coio::spawn(ctx, [s = std::move(waiter)]() mutable { return serve(std::move(s)); });
    coio::spawn(ctx,
                [&closed, s = std::move(guest)]() mutable { return eat(std::move(s), closed); });
  }
  std::thread manager([&] {
    coio::context_metrics m = ctx.metrics();
    const auto alone = [&m] { return m.shards[0].servers < 2 && m.workers[0].assists_got == 0; };
    for (int i = 0; i < 500 && alone(); ++i) {
      std::this_thread::sleep_for(10ms);
      m = ctx.metrics();
    }
    std::string text = "---- A shard that carries everything ----\n";
    for (std::size_t i = 0; i < m.shards.size(); ++i)
      text += "shard " + std::to_string(i) + " is served by " +
              std::to_string(m.shards[i].servers) + " workers; others have helped " +
              std::to_string(m.workers[i].assists_got) + " times; next_executor() has named it " +
              std::to_string(m.shards[i].homes) + " times\n";
    std::cout << text << std::endl;
    closed = true;
  });
  ctx.run();
  manager.join();
}

#else

void a_busy_shard(const coio::options&) {}

#endif

// ---- Work that one worker does alone ----

// The mistake: one coroutine does everything. In the trace one track is full, and the others are
// empty; with a coroutine for each room they share the work.
void a_trace(coio::options o, const std::string& file) {
  o.trace = file;
  coio::scheduler(o).run([]() -> coio::awaitable<void> {
    auto alone = coio::builder().name("alone").spawn([]() -> coio::awaitable<void> {
      for (int room = 0; room < 20; ++room) {
        sweep();
        co_await coio::sched();
      }
    });
    co_await alone.join();
    coio::task_group together;
    for (int room = 0; room < 20; ++room)
      together.spawn(sweep);
    co_await together.join();
  });
  std::cout << "---- The trace is in " << file << std::endl;
}

}  // namespace

int main(int argc, char** argv) {
  const arguments args(argc, argv);
#if defined(SIGQUIT)
  coio::dump_on(SIGQUIT);
#endif
  a_dump(args.options);
  a_stuck_handler(args.options);
  a_deadlock(args.options);
  a_busy_shard(args.options);
  if (!args.rest.empty()) a_trace(args.options, args.rest[0]);
}
