// Facts about the machine and the process that only the operating system knows.
#ifndef COIO_SRC_CPU_HPP
#define COIO_SRC_CPU_HPP

#include "coio/asio.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// Sets the calling thread's name, as debuggers and `top -H` show it; long names are cut.
void set_thread_name(const char* name) noexcept;

// Asks for timers of the calling thread that fire on time rather than together with others'.
void set_precise_timers() noexcept;

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
