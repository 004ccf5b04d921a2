// Coroutines that wait for each other for ever.
#ifndef COIO_DEADLOCK_HPP
#define COIO_DEADLOCK_HPP

#include <stdexcept>

#include "coio/asio.hpp"
#include "coio/detail/export.hpp"
#include "coio/dump.hpp"

namespace coio {
inline namespace COIO_ABI {

/// Thrown by scheduler::run() when coroutines are left that wait for each other, and nothing else
/// can wake them: no timer, no I/O, no thread of the program's. See options::deadlock_detection.
class COIO_API deadlock : public std::logic_error {
 public:
  explicit deadlock(coroutine_dump d);

  /// The coroutines, and where each of them waits. Also in what(), as text.
  const coroutine_dump& dump() const noexcept { return dump_; }

 private:
  coroutine_dump dump_;
};

}  // namespace COIO_ABI
}  // namespace coio

#endif
