#include "platform/asymmetric_fence.hpp"

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <thread>

namespace {

struct alignas(64) apart {
  std::atomic<int> value{0};
};

void wait_a_little(int n) {
  for (std::atomic<int> k{0}; k.load(std::memory_order_relaxed) < n;)
    k.store(k.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
}

// Each of two threads writes its word, passes its fence, and reads the other's. Returns how often
// neither saw what the other wrote.
int unseen(bool known, int rounds) {
  apart x, y, round, done;
  int light_saw = 0, count = 0;
  std::thread light([&] {
    for (int i = 1; i <= rounds; ++i) {
      while (round.value.load(std::memory_order_acquire) != i) {
      }
      wait_a_little(i % 13);
      x.value.store(i, std::memory_order_relaxed);
      coio::detail::light_fence(known);
      light_saw = y.value.load(std::memory_order_relaxed);
      done.value.store(i, std::memory_order_release);
    }
  });
  for (int i = 1; i <= rounds; ++i) {
    round.value.store(i, std::memory_order_release);
    wait_a_little(i * 7 % 97);  // the other has seen the round by then, now and then just now
    y.value.store(i, std::memory_order_relaxed);
    coio::detail::heavy_fence(known);
    const int heavy_saw = x.value.load(std::memory_order_relaxed);
    while (done.value.load(std::memory_order_acquire) != i) {
    }
    count += heavy_saw != i && light_saw != i;
  }
  light.join();
  return count;
}

}  // namespace

BOOST_AUTO_TEST_CASE(one_of_two_threads_sees_the_other) {
  BOOST_TEST(unseen(coio::detail::prepare_heavy_fence(), 40'000) == 0);
}

BOOST_AUTO_TEST_CASE(one_of_two_threads_sees_the_other_where_the_system_has_no_fence) {
  BOOST_TEST(unseen(false, 40'000) == 0);
}
