// Asio's timers with coio's executor.
#ifndef COIO_STEADY_TIMER_HPP
#define COIO_STEADY_TIMER_HPP

#include <chrono>

#include "coio/asio.hpp"
#include "coio/io_executor.hpp"

namespace coio {
inline namespace COIO_ABI {

/// Asio's timers. A timer for what happens on a socket is made beside it:
/// `coio::steady_timer deadline(socket.get_executor());`.
template <typename Clock>
using basic_timer = asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, io_executor>;

using steady_timer = basic_timer<std::chrono::steady_clock>;
using system_timer = basic_timer<std::chrono::system_clock>;
using high_resolution_timer = basic_timer<std::chrono::high_resolution_clock>;

}  // namespace COIO_ABI
}  // namespace coio

#endif
