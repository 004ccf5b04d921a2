// Seams: places where a thread may lose the CPU at the worst moment. Test builds (COIO_TEST_SEAMS)
// yield or sleep there at random, or do there what a test wants to come in between; in releases
// they are nothing.
#ifndef COIO_SRC_CORE_SEAM_HPP
#define COIO_SRC_CORE_SEAM_HPP

#if defined(COIO_TEST_SEAMS)
#include <chrono>
#include <cstdint>
#include <functional>
#include <string_view>
#include <thread>
#include <utility>

namespace coio::test {

// Comes in between, once, when this thread is at a seam of the function of that name.
struct interruption {
  std::string_view function;
  std::function<void()> run;
};
// A pointer: MinGW frees a thread's variables before it calls their destructors.
inline interruption*& next_interruption() {
  static constinit thread_local interruption* next = nullptr;
  return next;
}

inline void seam(const char* function) {
  if (interruption*& next = next_interruption(); next && next->function == function)
    return std::exchange(next, nullptr)->run();
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

#define COIO_SEAM() ::coio::test::seam(__func__)
#else
#define COIO_SEAM() ((void)0)
#endif

#endif
