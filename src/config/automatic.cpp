// What "auto" and "compact" mean on this machine.
#include <algorithm>
#include <cmath>
#include <string>
#include <thread>
#include <vector>

#include "coio/options.hpp"
#include "platform/system.hpp"

namespace coio {
inline namespace COIO_ABI {

int default_workers() noexcept {
  int n = static_cast<int>(std::thread::hardware_concurrency());
  try {
    if (const auto cpus = detail::allowed_cpus(); !cpus.empty()) n = static_cast<int>(cpus.size());
    if (const double quota = detail::cpu_quota(); quota > 0 && quota < n)
      n = static_cast<int>(std::ceil(quota));
  } catch (...) {
    // No memory to ask with: what is known so far decides.
  }
  return std::clamp(n, options::min_workers, options::max_workers);
}

std::vector<std::string> compact_affinity() {
  std::vector<std::string> lists;
  for (const int cpu : detail::allowed_cpus()) {
    if (lists.size() == options::max_affinity_lists) break;
    lists.push_back(std::to_string(cpu));
  }
  return lists;
}

}  // namespace COIO_ABI
}  // namespace coio
