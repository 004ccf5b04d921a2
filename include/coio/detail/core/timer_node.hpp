// A timer: what something that waits for a point in time hangs into a timer wheel.
#ifndef COIO_DETAIL_CORE_TIMER_NODE_HPP
#define COIO_DETAIL_CORE_TIMER_NODE_HPP

#include <cstdint>

#include "coio/asio.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// A place in a circular list, whose head is another one.
struct timer_links {
  timer_links* next = nullptr;
  timer_links* previous = nullptr;
};

// Lives where the waiting happens, such as in the frame of a coroutine, so that a wait allocates
// nothing. It must have left its wheel before it dies. All members are the wheel's.
struct timer_node : timer_links {
  timer_node() = default;
  timer_node(const timer_node&) = delete;
  timer_node& operator=(const timer_node&) = delete;

  bool linked() const noexcept { return next != nullptr; }

  std::uint64_t deadline = 0;  // in ticks of the wheel
};

static_assert(sizeof(timer_node) <= 32);

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
