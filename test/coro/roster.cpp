#include "coro/roster.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <set>
#include <thread>
#include <vector>

#include "coio/detail/coro/spawned.hpp"
#include "support.hpp"

using coio::detail::fiber;
using coio::detail::roster;

namespace roster_test {

struct nothing {
  void operator()() const noexcept {}
};
using some_fiber = coio::detail::spawned<nothing>;

// Fibers that never run. They have their turn, as queued ones do.
class fibers {
 public:
  explicit fibers(std::size_t n) {
    for (std::size_t i = 0; i < n; ++i)
      all_.push_back(new some_fiber(nothing{}));
  }
  ~fibers() {
    for (some_fiber* const f : all_) {
      f->destroy();  // the coroutine's reference
      f->release();  // and that of its handle
    }
  }
  fiber& operator[](std::size_t i) { return *all_[i]; }
  std::size_t size() const { return all_.size(); }

 private:
  std::vector<some_fiber*> all_;
};

}  // namespace roster_test

namespace {

using roster_test::fibers;

std::set<fiber*> all_of(roster& r) {
  std::set<fiber*> found;
  r.read([&](fiber& f, roster::turns&) { BOOST_TEST(found.insert(&f).second); });
  return found;
}

}  // namespace

BOOST_AUTO_TEST_CASE(reader_finds_those_that_are_in) {
  fibers f(1000);
  roster r;
  roster::stock s;
  std::set<fiber*> in;
  for (std::size_t i = 0; i < f.size(); ++i) {
    r.enter(f[i], &s);
    in.insert(&f[i]);
  }
  BOOST_TEST((all_of(r) == in));
  for (std::size_t i = 0; i < f.size(); i += 3) {
    r.leave(f[i], &s);
    in.erase(&f[i]);
  }
  BOOST_TEST((all_of(r) == in));
  for (std::size_t i = 0; i < f.size(); i += 3)
    r.enter(f[i], nullptr);
  BOOST_TEST(all_of(r).size() == f.size());
  for (std::size_t i = 0; i < f.size(); ++i)
    r.leave(f[i], nullptr);
  BOOST_TEST(all_of(r).empty());
}

BOOST_AUTO_TEST_CASE(one_that_is_not_in_leaves_without_effect) {
  fibers f(2);
  roster r;
  roster::stock s;
  r.enter(f[0], &s);
  r.leave(f[1], &s);
  r.leave(f[0], &s);
  r.leave(f[0], &s);
  BOOST_TEST(all_of(r).empty());
}

BOOST_AUTO_TEST_CASE(numbers_are_unique_whoever_gives_them) {
  fibers f(3000);
  roster r;
  roster::stock a, b;
  std::set<std::uint64_t> numbers;
  for (std::size_t i = 0; i < f.size(); ++i) {
    std::array<roster::stock*, 3> const whose{&a, &b, nullptr};
    r.enter(f[i], whose[i % 3]);
    BOOST_TEST(f[i].id() != 0u);
    BOOST_TEST(numbers.insert(f[i].id()).second);
  }
  for (std::size_t i = 0; i < f.size(); ++i)
    r.leave(f[i], &a);
}

// Who ends is not destroyed while somebody may look.
BOOST_AUTO_TEST_CASE(one_that_leaves_waits_for_a_reader) {
  fibers f(1);
  roster r;
  roster::stock s;
  r.enter(f[0], &s);
  std::atomic<bool> reading{false}, leaving{false}, left{false};
  std::thread ends([&] {
    coio::test::eventually([&] { return reading.load(); });
    leaving = true;
    r.leave(f[0], &s);
    left = true;
  });
  r.read([&](fiber&, roster::turns&) {
    reading = true;
    coio::test::eventually([&] { return leaving.load(); });
    // Time for it to go on, if it does not wait.
    coio::test::eventually([&] { return left.load(); }, std::chrono::milliseconds(50));
    BOOST_TEST(!left);
  });
  ends.join();
  BOOST_TEST(all_of(r).empty());
}

// One begins them, another ends them: what the latter has too many of, the former gets back.
BOOST_AUTO_TEST_CASE(places_return_to_who_needs_them) {
  fibers f(500);
  roster r;
  roster::stock begins, ends;
  for (int round = 0; round < 100; ++round) {
    for (std::size_t i = 0; i < f.size(); ++i)
      r.enter(f[i], &begins);
    for (std::size_t i = 0; i < f.size(); ++i)
      r.leave(f[i], &ends);
    BOOST_TEST(begins.count + ends.count <= 4 * 1024u);
  }
  BOOST_TEST(ends.count <= 1024u);
}
