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

// Counts calls that are nested on the stack.
class nested_call {
 public:
  COIO_API COIO_NOT_IN_COROUTINE nested_call() noexcept;
  COIO_API COIO_NOT_IN_COROUTINE ~nested_call();
  nested_call(const nested_call&) = delete;
  nested_call& operator=(const nested_call&) = delete;

  bool shallow() const noexcept { return shallow_; }

 private:
  bool shallow_;
};

// The executor of a handler whose operation has none of its own. From 1.38 Asio's default is
// inline_executor, on which nothing can be posted.
template <typename Handler>
using handler_executor = asio::associated_executor_t<Handler, asio::system_executor>;

template <typename Handler>
handler_executor<Handler> get_handler_executor(const Handler& handler) {
  return asio::get_associated_executor(handler, asio::system_executor());
}

// That executor, which counts as outstanding work while the handler waits.
template <typename Handler>
using work_of = std::decay_t<decltype(asio::prefer(std::declval<handler_executor<Handler>>(),
                                                   asio::execution::outstanding_work.tracked))>;

template <typename Handler>
work_of<Handler> make_work(const Handler& handler) {
  return asio::prefer(get_handler_executor(handler), asio::execution::outstanding_work.tracked);
}

// Calls the function later, on the executor; where that can only call at once, whatever the thread,
// on one of Asio's system threads.
template <typename Executor, typename Function>
void post_to(const Executor& executor, Function&& function) {
  if constexpr (asio::execution::is_executor<Executor>::value &&
                !asio::can_require<Executor, asio::execution::blocking_t::never_t>::value)
    asio::post(asio::system_executor(), std::forward<Function>(function));
  else
    asio::post(executor, std::forward<Function>(function));
}

// Calls the function on the executor: at once if the executor permits it and few such calls are on
// the stack, otherwise later. A function dispatched to an executor that counts work is the end of
// an operation to the worker, which then runs other tasks. That must not happen here, where code of
// the caller is below on the stack. So the executor is made one that counts no work.
template <typename Executor, typename Function>
void resume(const Executor& executor, Function&& function) {
  const nested_call call;
  if (call.shallow())
    asio::dispatch(asio::prefer(executor, asio::execution::outstanding_work.untracked),
                   std::forward<Function>(function));
  else
    post_to(executor, std::forward<Function>(function));
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
