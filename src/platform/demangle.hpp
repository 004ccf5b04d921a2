// Names of functions and types as the source has them.
#ifndef COIO_SRC_PLATFORM_DEMANGLE_HPP
#define COIO_SRC_PLATFORM_DEMANGLE_HPP

#include <string>

#include "coio/asio.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// Of a name that a linker or std::type_info has. What is none stays as it is.
std::string demangled(const char* name);

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
