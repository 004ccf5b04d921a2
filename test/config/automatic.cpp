// What "auto" and "compact" mean.
#include <boost/test/unit_test.hpp>
#include <cstddef>
#include <string>
#include <thread>
#include <vector>

#include "coio/options.hpp"

#if defined(COIO_PLATFORM_linux)
#include <sched.h>

BOOST_AUTO_TEST_CASE(workers_follow_the_affinity_mask) {
  const std::vector<std::string> cpus = coio::compact_affinity();
  BOOST_REQUIRE(!cpus.empty());
  BOOST_TEST(coio::default_workers() >= 1);
  BOOST_TEST(static_cast<std::size_t>(coio::default_workers()) <= cpus.size());
  for (const std::string& cpu : cpus) {
    int workers = 0;
    std::vector<std::string> compact;
    std::thread([&] {
      cpu_set_t one;
      CPU_ZERO(&one);
      CPU_SET(static_cast<unsigned>(std::stoi(cpu)), &one);
      if (::sched_setaffinity(0, sizeof one, &one) != 0) return;
      workers = coio::default_workers();
      compact = coio::compact_affinity();
    }).join();
    BOOST_TEST(workers == 1);
    BOOST_TEST(compact == std::vector<std::string>{cpu});
  }
}

#else

BOOST_AUTO_TEST_CASE(workers_are_at_least_one_and_compact_where_cpus_are_known) {
  const int workers = coio::default_workers();
  BOOST_TEST(workers >= 1);
#if defined(COIO_PLATFORM_windows)
  BOOST_TEST(coio::compact_affinity().size() == static_cast<std::size_t>(workers));
#else
  BOOST_TEST(coio::compact_affinity().empty());
#endif
}

#endif
