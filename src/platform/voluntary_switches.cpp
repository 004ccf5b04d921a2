#include "platform/voluntary_switches.hpp"

#if defined(__linux__) || defined(__FreeBSD__)
#include <sys/resource.h>
#include <sys/time.h>
#endif

namespace coio {
inline namespace COIO_ABI {
namespace detail {

std::uint64_t voluntary_switches() noexcept {
#if defined(RUSAGE_THREAD)
  ::rusage usage;
  if (::getrusage(RUSAGE_THREAD, &usage) == 0) return static_cast<std::uint64_t>(usage.ru_nvcsw);
#endif
  return 0;
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
