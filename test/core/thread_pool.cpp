// Those cases that are templates run on asio::thread_pool, too.
#include <array>
#include <asio/thread_pool.hpp>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <future>
#include <thread>
#include <tuple>

#include "coio/thread_pool.hpp"
#include "support.hpp"

using coio::test::event;
using coio::test::eventually;
using pools = std::tuple<asio::thread_pool, coio::thread_pool>;

BOOST_AUTO_TEST_CASE_TEMPLATE(work_is_done_without_a_call_of_run, Pool, pools) {
  Pool pool(2);
  auto answer = asio::post(pool, asio::use_future([] { return 42; }));
  BOOST_REQUIRE((answer.wait_for(coio::test::failsafe) == std::future_status::ready));
  BOOST_TEST(answer.get() == 42);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(join_waits_for_all_work, Pool, pools) {
  Pool pool(4);
  std::atomic<int> ran{0};
  for (int i = 0; i < 100; ++i)
    asio::post(pool, [&] { asio::post(pool, [&] { ++ran; }); });
  pool.join();
  BOOST_TEST(ran == 100);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(wait_is_join, Pool, pools) {
  Pool pool(2);
  std::atomic<bool> ran{false};
  asio::post(pool, [&] { asio::post(pool, [&] { ran = true; }); });
  pool.wait();
  BOOST_TEST(ran);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(destruction_drops_what_is_queued, Pool, pools) {
  std::atomic<int> ran{0};
  {
    event started, go_on;
    Pool pool(1);
    asio::post(pool, [&] {
      started.set();
      BOOST_TEST(go_on.wait());
    });
    for (int i = 0; i < 100; ++i)
      asio::post(pool, [&] { ++ran; });
    BOOST_TEST(started.wait());
    pool.stop();
    go_on.set();
  }
  BOOST_TEST(ran == 0);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(an_attached_thread_comes_back_at_the_end, Pool, pools) {
  Pool pool(1);
  std::atomic<bool> back{false};
  std::thread other([&] {
    pool.attach();
    back = true;
  });
  asio::post(pool, asio::use_future([] {})).get();
  BOOST_TEST(!eventually([&] { return back.load(); }, std::chrono::milliseconds(50)));
  pool.join();
  other.join();
}

BOOST_AUTO_TEST_CASE(it_serves_sockets_too) {
  coio::thread_pool pool(2);
  asio::ip::udp::socket socket(pool.get_executor(), {asio::ip::address_v4::loopback(), 0});
  std::array<char, 4> data{};
  auto received = socket.async_receive(asio::buffer(data), asio::use_future);
  socket.send_to(asio::buffer("ping", 4), socket.local_endpoint());
  BOOST_REQUIRE((received.wait_for(coio::test::failsafe) == std::future_status::ready));
  BOOST_TEST(received.get() == 4u);
}

BOOST_AUTO_TEST_CASE(numbers_that_do_not_fit_are_refused) {
  for (const std::size_t n : {std::size_t(0), std::size_t(1025), ~std::size_t(0)})
    BOOST_CHECK_THROW(coio::thread_pool pool(n), coio::options_error);
}

#if defined(COIO_PLATFORM_linux)
BOOST_AUTO_TEST_CASE(a_worker_that_cannot_start_is_an_exception_of_the_constructor) {
  coio::options o;
  o.workers = 2;
  o.affinity = {std::to_string(coio::options::max_cpu)};  // no machine has it
  BOOST_CHECK_THROW(coio::thread_pool pool(o), std::system_error);
}
#endif

BOOST_AUTO_TEST_CASE(a_pool_takes_hooks) {
  std::atomic<int> started{0}, stopped{0};
  coio::hooks h;
  h.on_thread_start = [&](std::size_t) { ++started; };
  h.on_thread_stop = [&](std::size_t) { ++stopped; };
  {
    coio::thread_pool pool(coio::options{.workers = 3}, h);
    BOOST_TEST(pool.metrics().workers_running == 3U);
    BOOST_TEST(coio::test::eventually([&] { return started == 3; }));
    pool.join();
  }
  BOOST_TEST(stopped == 3);
}

BOOST_AUTO_TEST_CASE(execute_with_blocking_always_returns_when_the_function_has) {
  coio::thread_pool pool(2);
  const auto ex = asio::require(pool.executor(), asio::execution::blocking.always);
  BOOST_TEST((asio::query(ex, asio::execution::blocking) == asio::execution::blocking.always));
  std::thread::id outside = std::this_thread::get_id(), ran_on = outside, nested_on = outside;
  ex.execute([&] {
    ran_on = std::this_thread::get_id();
    ex.execute([&] { nested_on = std::this_thread::get_id(); });
  });
  BOOST_TEST((ran_on != outside));
  BOOST_TEST((nested_on == ran_on));
  const auto back = asio::require(ex, asio::execution::blocking.possibly);
  BOOST_TEST((back == pool.get_executor()));
}
