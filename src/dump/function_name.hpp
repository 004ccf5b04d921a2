// Names of functions and types as people write them.
#ifndef COIO_SRC_DUMP_FUNCTION_NAME_HPP
#define COIO_SRC_DUMP_FUNCTION_NAME_HPP

#include <source_location>
#include <string>
#include <typeinfo>

#include "coio/asio.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// Of the coroutine at a place, without its parameters. What compilers put into a source_location
// there differs: g++ 12 names the function that it has made of the coroutine.
std::string function_name(const std::source_location& at);
std::string function_name(const std::string& as_compiled);

// Of a type, without the arguments of templates.
std::string type_name(const std::type_info& t);

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
