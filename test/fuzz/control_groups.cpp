// Whatever the files of the control groups hold, the quota is a number that means something. The
// input is what each file holds that is asked for, one after the other, between zero bytes.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "fuzz/require.hpp"
#include "platform/cgroup.hpp"

extern "C" int COIO_FUZZ_TARGET(const std::uint8_t* data, std::size_t size) {
  std::string_view left(reinterpret_cast<const char*>(data), size);
  const double quota = coio::detail::cgroup_quota([&](const std::string& path) {
    require(path.starts_with("/proc/self/cgroup") || path.starts_with("/sys/fs/cgroup"),
            "a file elsewhere is read");
    const std::string_view text = left.substr(0, left.find('\0'));
    left.remove_prefix(text.size() < left.size() ? text.size() + 1 : text.size());
    return std::string(text);
  });
  require(quota >= 0 && !std::isnan(quota), "a quota is no number of CPUs");
  return 0;
}
