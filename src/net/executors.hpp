// The executors of the sockets that nobody has given one.
#ifndef COIO_SRC_NET_EXECUTORS_HPP
#define COIO_SRC_NET_EXECUTORS_HPP

#include "coio/detail/coro/current.hpp"
#include "coio/io_context.hpp"
#include "coio/io_executor.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace net {
namespace detail {

// That of the calling thread's context. Throws if there is none; `function` is named then.
inline io_executor current_executor(const char* function) {
  return coio::detail::current_context(function).get_executor();
}

// Another one of the same context: connections are spread over the workers.
inline io_executor spread(const io_executor& ex) {
  return ex.query(asio::execution::context).next_executor();
}

}  // namespace detail
}  // namespace net
}  // namespace COIO_ABI
}  // namespace coio

#endif
