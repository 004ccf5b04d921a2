// For systems on which no thread is interrupted for its stack.
#include "platform/call_stack.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

std::vector<call_frame> call_stack(long, void (*)(void*), void*) {
  return {};
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
