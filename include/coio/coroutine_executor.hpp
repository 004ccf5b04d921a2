// The executor of coroutines.
#ifndef COIO_COROUTINE_EXECUTOR_HPP
#define COIO_COROUTINE_EXECUTOR_HPP

#include "coio/asio.hpp"
#include "coio/io_context.hpp"

namespace coio {
inline namespace COIO_ABI {

/// The executor of coio::awaitable, as asio::this_coro::executor gives it: the context's.
/**
 * What operations that a coroutine awaits complete by is another one: a strand of the coroutine's.
 */
using coroutine_executor = io_context::executor_type;

}  // namespace COIO_ABI
}  // namespace coio

#endif
