#include "platform/demangle.hpp"

#if __has_include(<cxxabi.h>)
#include <cxxabi.h>

#include <cstdlib>
#include <memory>
#endif

namespace coio {
inline namespace COIO_ABI {
namespace detail {

std::string demangled(const char* name) {
#if __has_include(<cxxabi.h>)
  const std::unique_ptr<char, decltype(&std::free)> whole(
      abi::__cxa_demangle(name, nullptr, nullptr, nullptr), &std::free);
  if (whole) return whole.get();
#endif
  return name;
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
