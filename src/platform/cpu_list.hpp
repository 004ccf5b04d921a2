// Lists of CPUs as text.
#ifndef COIO_SRC_PLATFORM_CPU_LIST_HPP
#define COIO_SRC_PLATFORM_CPU_LIST_HPP

#include <optional>
#include <string_view>
#include <vector>

#include "coio/asio.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// Returns the CPUs of a list such as "0-3,8" in rising order, or nothing if the text is no list of
// CPUs.
std::optional<std::vector<int>> parse_cpu_list(std::string_view text);

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
