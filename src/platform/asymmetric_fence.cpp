#include "platform/asymmetric_fence.hpp"

#if defined(__linux__)
#include <linux/membarrier.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace coio {
inline namespace COIO_ABI {
namespace detail {

bool prepare_heavy_fence() noexcept {
#if defined(__linux__)
  static const bool registered =
      ::syscall(SYS_membarrier, MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED, 0, 0) == 0;
  return registered;
#else
  return false;
#endif
}

void heavy_fence(bool known) noexcept {
#if defined(__linux__)
  // It cannot fail once it is registered.
  if (known) ::syscall(SYS_membarrier, MEMBARRIER_CMD_PRIVATE_EXPEDITED, 0, 0);
#endif
  if (!known) std::atomic_thread_fence(std::memory_order_seq_cst);
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
