// Mistakes, of which the compiler tells: mistakes.py compiles this file and compares what is said.
// A line that ends with a comment "mistake: WORDS" must have a message with these words; any other
// line must have none.
#include <chrono>
#include <string>
#include <utility>

#include "coio/coio.hpp"

namespace {

using coio::awaitable;

awaitable<int> one() {
  co_return 1;
}

struct not_callable {};

awaitable<void> drops_what_it_should_use(coio::net::tcp_stream stream,
                                         coio::net::tcp_listener listener,
                                         coio::net::udp_socket datagrams,
                                         coio::ip::tcp::socket socket) {
  using namespace std::chrono_literals;
  coio::sync::mutex mutex;
  coio::sync::semaphore permits(1);
  coio::sync::condvar changed;
  coio::sync::mono_barrier barrier;
  auto [tx, rx] = coio::sync::channel<int>(1);
  auto [promise, future] = coio::sync::make_future<int>();
  char bytes[8];

  // Not awaited.
  one();                                          // mistake: nodiscard
  coio::sched();                                  // mistake: nodiscard
  coio::sleep(1ms);                               // mistake: nodiscard
  coio::sleep_ms(1);                              // mistake: nodiscard
  mutex.lock();                                   // mistake: nodiscard
  permits.acquire();                              // mistake: nodiscard
  permits.acquire_for(1ms);                       // mistake: nodiscard
  barrier.wait();                                 // mistake: nodiscard
  barrier.wait_for(1ms);                          // mistake: nodiscard
  tx.send(1);                                     // mistake: nodiscard
  rx.recv();                                      // mistake: nodiscard
  rx.recv_for(1ms);                               // mistake: nodiscard
  future.get();                                   // mistake: nodiscard
  coio::timeout(1ms, one());                      // mistake: nodiscard
  coio::when_any(one(), one());                   // mistake: nodiscard
  coio::join_all(one(), one());                   // mistake: nodiscard
  coio::select(rx.recv());                        // mistake: nodiscard
  coio::net::tcp_stream::connect("localhost:1");  // mistake: nodiscard
  auto [in, out] = coio::net::split(std::move(stream));
  in.read(asio::buffer(bytes));                    // mistake: nodiscard
  out.write(asio::buffer(bytes));                  // mistake: nodiscard
  listener.accept();                               // mistake: nodiscard
  datagrams.recv_from(asio::buffer(bytes));        // mistake: nodiscard
  datagrams.send_to(asio::buffer(bytes), {});      // mistake: nodiscard
  socket.async_read_some(asio::buffer(bytes));     // mistake: nodiscard
  asio::async_write(socket, asio::buffer(bytes));  // mistake: nodiscard
  coio::spawn(one).join();                         // mistake: nodiscard

  // What they return says whether they did anything, or ends it at once.
  mutex.try_lock();       // mistake: nodiscard
  permits.try_acquire();  // mistake: nodiscard
  tx.try_send(1);         // mistake: nodiscard
  rx.try_recv();          // mistake: nodiscard

  // Made and thrown away.
  coio::sync::make_future<int>();  // mistake: nodiscard
  coio::sync::channel<int>();      // mistake: nodiscard
  coio::scheduler::metrics();      // mistake: nodiscard
  coio::options().to_json();       // mistake: nodiscard
  coio::default_workers();         // mistake: nodiscard

  // As it should be.
  const auto held = co_await mutex.lock();
  co_await changed.wait_for(const_cast<coio::sync::mutex::guard&>(held), 1ms);
  coio::spawn(one);
  promise.resolve(1);
}

void cannot_be(coio::io_context& ctx) {
  auto coroutine = one();
  asio::co_spawn(asio::make_strand(ctx), one(), asio::detached);  // mistake: within a strand
  coio::spawn(not_callable());                                    // mistake: no matching function
  coio::spawn([](int) {}, std::string());                         // mistake: no matching function
  coio::spawn(coroutine);                                         // mistake: no matching function
  coio::select(one());                                            // mistake: no matching function
  coio::timeout(std::chrono::seconds(1), 5);                      // mistake: no matching function
}

awaitable<void> cannot_be_awaited() {
  auto coroutine = one();
  co_await coroutine;  // mistake: awaited once
}

}  // namespace
