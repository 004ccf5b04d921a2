// Seams: places where a thread may lose the CPU at the worst moment. Test builds (COIO_TEST_SEAMS)
// yield or sleep there at random; in releases they are nothing.
#ifndef COIO_SRC_CORE_SEAM_HPP
#define COIO_SRC_CORE_SEAM_HPP

#if defined(COIO_TEST_SEAMS)
#include <chrono>
#include <cstdint>
#include <thread>

namespace coio::test {

inline void seam() noexcept {
  thread_local std::uint64_t x = reinterpret_cast<std::uintptr_t>(&x) | 1;
  x ^= x << 13;
  x ^= x >> 7;
  x ^= x << 17;
  if (x % 64 == 0)
    std::this_thread::sleep_for(std::chrono::microseconds(x / 64 % 50));
  else if (x % 8 == 0)
    std::this_thread::yield();
}

}  // namespace coio::test

#define COIO_SEAM() ::coio::test::seam()
#else
#define COIO_SEAM() ((void)0)
#endif

#endif
