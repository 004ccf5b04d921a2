// Checks within coroutines, which run on several threads.
#ifndef COIO_TEST_CORO_CHECKS_HPP
#define COIO_TEST_CORO_CHECKS_HPP

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <new>
#include <utility>

#include "coio/scheduler.hpp"

namespace coio::test {

// Boost.Test's own checks are for one thread.
inline std::atomic<int> failures{0};

inline void expect(bool holds) {
  if (!holds) ++failures;
}

// Throws std::bad_alloc when it is moved so many times more; negative: never.
struct moved_without_memory {
  explicit moved_without_memory(int v) noexcept : value(v) {}
  moved_without_memory(moved_without_memory&& other) : value(other.value) {
    if (moves_left.load() >= 0 && moves_left-- == 0) throw std::bad_alloc();
    other.value = 0;
  }
  moved_without_memory& operator=(moved_without_memory&&) = delete;

  inline static std::atomic<int> moves_left{-1};
  int value;
};

template <typename F>
void run(int workers, F f) {
  coio::scheduler().with_workers(workers).run(std::move(f));
  BOOST_TEST(failures.exchange(0) == 0);
}

}  // namespace coio::test

#endif
