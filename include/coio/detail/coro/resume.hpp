// Calling the handler of an operation whose event happens on a worker.
#ifndef COIO_DETAIL_CORO_RESUME_HPP
#define COIO_DETAIL_CORO_RESUME_HPP

#include <type_traits>
#include <utility>

#include "coio/asio.hpp"
#include "coio/coroutine_executor.hpp"
#include "coio/detail/export.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// A call within which others may follow, each on the stack of the one before.
class nested_call {
 public:
  COIO_API nested_call() noexcept;
  COIO_API ~nested_call();
  nested_call(const nested_call&) = delete;
  nested_call& operator=(const nested_call&) = delete;

  bool shallow() const noexcept { return shallow_; }

 private:
  bool shallow_;
};

// The handler's executor, counted as work for as long as the handler waits.
template <typename Handler>
using work_of =
    std::decay_t<decltype(asio::prefer(std::declval<asio::associated_executor_t<Handler>>(),
                                       asio::execution::outstanding_work.tracked))>;

template <typename Handler>
work_of<Handler> make_work(const Handler& handler) {
  return asio::prefer(asio::get_associated_executor(handler),
                      asio::execution::outstanding_work.tracked);
}

// Calls the function on the executor: at once if that may be and not too many such calls are on the
// stack already, else later. Through an executor that counts no work, since it may have one that
// does: by that a worker knows the end of an operation, after which it runs other tasks, and here
// the caller's code is below on the stack.
template <typename Executor, typename Function>
void resume(const Executor& executor, Function&& function) {
  const nested_call call;
  if (call.shallow())
    asio::dispatch(asio::prefer(executor, asio::execution::outstanding_work.untracked),
                   std::forward<Function>(function));
  else
    asio::post(executor, std::forward<Function>(function));
}

// The same for coroutines, without going through the executor.
template <typename Inner, typename Function>
void resume(const basic_coroutine_executor<Inner>& executor, Function&& function) {
  const nested_call call;
  if (!call.shallow() || !executor.call_here(function))
    asio::post(executor, std::forward<Function>(function));
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
