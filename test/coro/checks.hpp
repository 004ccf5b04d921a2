// Checks within coroutines, which run on several threads.
#ifndef COIO_TEST_CORO_CHECKS_HPP
#define COIO_TEST_CORO_CHECKS_HPP

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <utility>

#include "coio/scheduler.hpp"

namespace coio::test {

// Boost.Test's own checks are for one thread.
inline std::atomic<int> failures{0};

inline void expect(bool holds) {
  if (!holds) ++failures;
}

template <typename F>
void run(int workers, F f) {
  coio::scheduler().with_workers(workers).run(std::move(f));
  BOOST_TEST(failures.exchange(0) == 0);
}

}  // namespace coio::test

#endif
