// Where the thread of a stuck worker is.
#ifndef COIO_STACK_TRACE_HPP
#define COIO_STACK_TRACE_HPP

#include <string>

#include "coio/asio.hpp"
#include "coio/detail/export.hpp"
#include "coio/hooks.hpp"

namespace coio {
inline namespace COIO_ABI {

/// For hooks::on_stuck: a line for each function that the thread is in, the innermost first, with
/// the file and the offset that addr2line wants.
/**
 * The thread is interrupted by SIGURG, for which nobody else has a use as a rule, and notes its
 * return addresses. Blocking calls of the handler may end with EINTR by that, as they may by any
 * signal; Asio's and the standard library's go on.
 *
 * Names are those that the dynamic linker knows: of shared libraries, and of a program that is
 * linked with -rdynamic (ENABLE_EXPORTS in CMake).
 *
 * @return Empty if the platform does not allow it: it needs Linux and glibc 2.35. Also if the
 * program handles SIGURG itself, and if the thread has gone, blocks the signal, or does not come to
 * handle it within 100 ms.
 * @throws std::bad_alloc No memory.
 *
 * Thread safety: Safe; one call at a time proceeds.
 */
[[nodiscard]] COIO_API std::string stack_trace(const stuck_worker& s);

}  // namespace COIO_ABI
}  // namespace coio

#endif
