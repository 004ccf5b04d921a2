// dump() of a scheduler, for others than users.
#ifndef COIO_SRC_DUMP_DUMP_SCHEDULER_HPP
#define COIO_SRC_DUMP_DUMP_SCHEDULER_HPP

#include "coio/dump.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

class scheduler;

// The caller sees to it that the scheduler lives. By a thread that is no worker, with
// scheduler::outsiders() locked.
coroutine_dump dump(scheduler& s);

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
