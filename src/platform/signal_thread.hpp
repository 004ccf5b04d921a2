// A thread that does something whenever the process receives a signal.
#ifndef COIO_SRC_PLATFORM_SIGNAL_THREAD_HPP
#define COIO_SRC_PLATFORM_SIGNAL_THREAD_HPP

#include "coio/asio.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// Calls the function, which must not throw, on a thread of its own, from now on until the process
// ends. One thread serves all signals, and calls the function of the last call for any of them.
// Throws std::system_error.
void call_on_signal(int signal, void (*function)());

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
