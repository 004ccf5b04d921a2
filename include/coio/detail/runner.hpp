// Runners: coroutines that run spawned coroutines, one after the other.
//
// asio::co_spawn makes a coroutine frame, a thread of execution, two cancellation states and two
// units of outstanding work for each coroutine, and posts its end. A runner has had all that done
// once. Each worker keeps its idle runners. Most coroutines that are spawned end before long, and
// many without being suspended, so that few runners serve many of them.
#ifndef COIO_DETAIL_RUNNER_HPP
#define COIO_DETAIL_RUNNER_HPP

#include <cstddef>
#include <memory>
#include <vector>

#include "coio/asio.hpp"
#include "coio/awaitable.hpp"
#include "coio/detail/export.hpp"
#include "coio/detail/gate.hpp"
#include "coio/detail/spawn_state.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// The idle runners of one worker; for its thread.
class runner_list {
 public:
  runner_list() = default;
  runner_list(runner_list&&) noexcept = default;
  ~runner_list();

 private:
  friend class runner;
  class runner* first_ = nullptr;
  std::size_t length_ = 0;
};

// Runs the coroutine; by a worker, at the beginning of a task. Takes over the coroutine's
// reference.
COIO_API void run_coroutine(ref<spawn_state> s);

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
