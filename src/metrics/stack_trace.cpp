#include "coio/stack_trace.hpp"

#include <cstdio>

#include "platform/call_stack.hpp"

namespace coio {
inline namespace COIO_ABI {

std::string stack_trace(const stuck_worker& s) {
  std::string text;
  for (const detail::call_frame& f : detail::call_stack(s.thread)) {
    char offset[24];
    std::snprintf(offset, sizeof offset, "%#zx", f.offset);
    text += f.function + " (" + f.file + ' ' + offset + ")\n";
  }
  return text;
}

}  // namespace COIO_ABI
}  // namespace coio
