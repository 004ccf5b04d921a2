// The CPU quota of the process's control group, as Linux says it.
#ifndef COIO_SRC_PLATFORM_CGROUP_HPP
#define COIO_SRC_PLATFORM_CGROUP_HPP

#include <functional>
#include <string>

#include "coio/asio.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// Returns how many CPUs' time the control group of this process and its ancestors grant, or 0 if
// there is no limit. The function returns the text of a file, or an empty string if there is none.
double cgroup_quota(const std::function<std::string(const std::string& path)>& read);

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
