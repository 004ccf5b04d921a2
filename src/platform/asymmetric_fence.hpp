// A pair of fences, of which one costs nothing: where threads that do something often meet one that
// does something seldom.
//
// Each of two threads writes a word, passes its fence, and reads the other's word. As with two
// seq_cst fences, one of them sees what the other wrote.
#ifndef COIO_SRC_PLATFORM_ASYMMETRIC_FENCE_HPP
#define COIO_SRC_PLATFORM_ASYMMETRIC_FENCE_HPP

#include <atomic>

#include "coio/asio.hpp"
#include "platform/system.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// Whether the system has a fence for all threads of the process. The fences below are told the
// answer, the same on both sides.
inline bool prepare_heavy_fence() noexcept {
  return prepare_process_fence();
}

inline void light_fence(bool heavy_known) noexcept {
  // The system interrupts this thread, if it runs, with a fence. So the compiler alone must not
  // reorder.
  if (heavy_known)
    std::atomic_signal_fence(std::memory_order_seq_cst);
  else
    std::atomic_thread_fence(std::memory_order_seq_cst);
}

inline void heavy_fence(bool known) noexcept {
  if (known)
    process_fence();
  else
    std::atomic_thread_fence(std::memory_order_seq_cst);
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
