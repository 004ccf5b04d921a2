// Names in text that people read.
#ifndef COIO_SRC_DUMP_QUOTED_HPP
#define COIO_SRC_DUMP_QUOTED_HPP

#include <string>

#include "coio/asio.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// A space, then the name as in JSON, so that no name looks like a line of the text; nothing if
// there is no name.
std::string quoted(const std::string& name);

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
