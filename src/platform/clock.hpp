// The steady clock as a number, and the time as the system last noted it.
#ifndef COIO_SRC_PLATFORM_CLOCK_HPP
#define COIO_SRC_PLATFORM_CLOCK_HPP

#include <chrono>
#include <cstdint>

#if defined(__linux__)
#include <time.h>
#endif

#include "coio/asio.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// std::chrono::steady_clock in nanoseconds.
inline std::int64_t steady_now() noexcept {
  return std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// As steady_now(), a few milliseconds late at most. A quarter of
// the price of the clock itself where the system has such a one.
inline std::int64_t coarse_now() noexcept {
#if defined(__linux__)
  ::timespec t{};
  ::clock_gettime(CLOCK_MONOTONIC_COARSE, &t);
  return std::int64_t{t.tv_sec} * 1'000'000'000 + t.tv_nsec;
#else
  return steady_now();
#endif
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
