// How often a thread has blocked.
#ifndef COIO_SRC_PLATFORM_VOLUNTARY_SWITCHES_HPP
#define COIO_SRC_PLATFORM_VOLUNTARY_SWITCHES_HPP

#include <cstdint>

#include "coio/asio.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// How often the calling thread has given up its CPU in order to wait, since it began. Always 0
// where the system does not count it. About 0.3 us.
std::uint64_t voluntary_switches() noexcept;

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
