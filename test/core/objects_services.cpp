// Timers, resolvers and signal sets of every origin, after every action. See objects.hpp.
#include <csignal>

#include "objects.hpp"

namespace coio::test {

using asio::ip::tcp;

struct timer {
  template <typename Executor>
  using type = asio::basic_waitable_timer<std::chrono::steady_clock,
                                          asio::wait_traits<std::chrono::steady_clock>, Executor>;
  static constexpr bool cancels_surely = true;

  template <typename Timer>
  void open(Timer&) {}

  template <typename Timer, typename Handler>
  void pend(Timer& t, Handler h) {
    t.expires_after(std::chrono::hours(1));
    t.async_wait(std::move(h));
  }

  template <typename Timer>
  task use(Timer& t) {
    const auto begin = std::chrono::steady_clock::now();
    t.expires_at(begin + std::chrono::microseconds(100));
    const auto waited = co_await await_operation<int>(
        t, [&](auto... token) { return t.async_wait(token...); }, [] {});
    CHECK(!waited.error);
    CHECK(std::chrono::steady_clock::now() - begin >= std::chrono::microseconds(100));
  }
};

struct resolver {
  template <typename Executor>
  using type = asio::ip::basic_resolver<tcp, Executor>;
  // A thread of Asio's resolves: what it has begun, it ends.
  static constexpr bool cancels_surely = false;
  static inline const auto numeric = tcp::resolver::numeric_host | tcp::resolver::numeric_service;

  template <typename Resolver>
  void open(Resolver&) {}

  template <typename Resolver, typename Handler>
  void pend(Resolver& r, Handler h) {
    r.async_resolve("127.0.0.1", "1", numeric, std::move(h));
  }

  template <typename Resolver>
  task use(Resolver& r) {
    const auto found = co_await await_operation<tcp::resolver::results_type>(
        r, [&](auto... token) { return r.async_resolve("127.0.0.1", "80", numeric, token...); },
        [] {});
    CHECK(!found.error && found.value && found.value->size() == 1);
    if (!found.error)
      CHECK(found.value->begin()->endpoint() ==
            tcp::endpoint(asio::ip::address_v4::loopback(), 80));
  }
};

struct signals {
  template <typename Executor>
  using type = asio::basic_signal_set<Executor>;
  static constexpr bool cancels_surely = true;

  template <typename Set>
  void open(Set& s) {
    s.add(SIGTERM);
  }

  template <typename Set, typename Handler>
  void pend(Set& s, Handler h) {
    s.async_wait(std::move(h));
  }

  template <typename Set>
  task use(Set& s) {
    const auto got = co_await await_operation<int>(
        s, [&](auto... token) { return s.async_wait(token...); }, [] { std::raise(SIGTERM); });
    CHECK(!got.error && got.value == SIGTERM);
  }
};

}  // namespace coio::test

COIO_TEST_OBJECTS(timer_of_any_origin_after_any_action_fires, coio::test::timer)
COIO_TEST_OBJECTS(resolver_of_any_origin_after_any_action_resolves, coio::test::resolver)
COIO_TEST_OBJECTS(signal_set_of_any_origin_after_any_action_catches, coio::test::signals)
