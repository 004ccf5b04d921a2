// The functions that another thread is in.
#ifndef COIO_SRC_PLATFORM_CALL_STACK_HPP
#define COIO_SRC_PLATFORM_CALL_STACK_HPP

#include <cstddef>
#include <string>
#include <vector>

#include "coio/asio.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

struct call_frame {
  std::string function;  // "??" if the dynamic linker does not know it
  std::string file;      // the program or the library; "??" as above
  std::size_t offset;    // of the call instruction in that file
};

// Interrupts a thread (see thread_number()) and returns the functions that it is in, the innermost
// first. Returns nothing where coio::stack_trace() returns nothing. `also`, if it is not null, is
// called with `with` in the handler of the signal; not if nothing is returned.
std::vector<call_frame> call_stack(long thread, void (*also)(void* with) = nullptr,
                                   void* with = nullptr);

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
