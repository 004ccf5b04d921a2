// The steady clock as a number.
#ifndef COIO_SRC_PLATFORM_CLOCK_HPP
#define COIO_SRC_PLATFORM_CLOCK_HPP

#include <chrono>
#include <cstdint>

#include "coio/asio.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// std::chrono::steady_clock in nanoseconds.
inline std::int64_t steady_now() noexcept {
  return std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
