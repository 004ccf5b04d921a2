// Where a thread is, as text.
#ifndef COIO_SRC_DUMP_STACK_LINES_HPP
#define COIO_SRC_DUMP_STACK_LINES_HPP

#include <string>
#include <vector>

#include "coio/asio.hpp"
#include "coro/await_chain.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// A line for each function that the thread is in, as coio::stack_trace() has them, and the
// coroutines that it runs. Both are empty where that returns nothing.
std::vector<std::string> stack_lines(long thread, await_chain& chain);

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
