// Looking for a deadlock.
#ifndef COIO_SRC_CORO_DEADLOCK_WATCH_HPP
#define COIO_SRC_CORO_DEADLOCK_WATCH_HPP

#include "coio/asio.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

class scheduler;

enum class verdict {
  none,       // and none until something runs
  not_known,  // it is to be looked again, even if nothing runs
  asked       // the session ends, if there is one
};

// By a worker that is in none of the program's handlers.
verdict look_for_deadlock(scheduler& s) noexcept;

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
