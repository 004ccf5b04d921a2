// Boost.Test's checks are for one thread at a time. These are for coroutines on several workers.
#ifndef COIO_TEST_CHECKS_HPP
#define COIO_TEST_CHECKS_HPP

#include <boost/test/unit_test.hpp>
#include <mutex>

namespace coio::test {

inline std::mutex checks_lock;

}  // namespace coio::test

// What is checked is evaluated without the lock, for it may suspend.
#define CHECK(...)                                             \
  do {                                                         \
    const bool check_holds = static_cast<bool>(__VA_ARGS__);   \
    const std::lock_guard check_lock(coio::test::checks_lock); \
    BOOST_CHECK_MESSAGE(check_holds, #__VA_ARGS__);            \
  } while (false)

#define CHECK_EQUAL(a, b)                                      \
  do {                                                         \
    auto&& check_a = (a);                                      \
    auto&& check_b = (b);                                      \
    const std::lock_guard check_lock(coio::test::checks_lock); \
    BOOST_CHECK_EQUAL(check_a, check_b);                       \
  } while (false)

#endif
