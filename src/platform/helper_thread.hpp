// The library's own threads, as far as they do nothing for the program by themselves.
#ifndef COIO_SRC_PLATFORM_HELPER_THREAD_HPP
#define COIO_SRC_PLATFORM_HELPER_THREAD_HPP

#include <cstddef>

#include "coio/asio.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// While one lives, the calling thread is one of this library's that does nothing for the program by
// itself.
class helper_thread {
 public:
  helper_thread() noexcept;
  ~helper_thread();
  helper_thread(const helper_thread&) = delete;
  helper_thread& operator=(const helper_thread&) = delete;

  // Their number in the process.
  static std::size_t count() noexcept;
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
