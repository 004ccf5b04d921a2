#include "platform/cgroup.hpp"

#include <algorithm>
#include <sstream>

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

// Returns the folder of the process's control group in the hierarchy of the given controller (""
// for the unified one, version 2), or an empty string. The text is that of /proc/self/cgroup.
std::string cgroup_path(const std::string& text, const std::string& controller) {
  std::istringstream file(text);
  for (std::string line; std::getline(file, line);) {
    const auto first = line.find(':');
    const auto second = line.find(':', first + 1);
    if (first == std::string::npos || second == std::string::npos) continue;
    // A list of controllers: "cpu,cpuacct"; empty for the unified hierarchy.
    std::string names = line.substr(first, second - first);
    std::replace(names.begin(), names.end(), ':', ',');
    names += ',';
    std::string wanted = controller;
    wanted.insert(0, 1, ',');
    wanted += ',';
    if (controller.empty() ? names == wanted : names.find(wanted) != names.npos)
      return line.substr(second + 1);
  }
  return {};
}

}  // namespace

double cgroup_quota(const std::function<std::string(const std::string& path)>& read) {
  double least = 0;
  const auto limit = [&](double quota, double period) {
    if (quota > 0 && period > 0)
      least = least > 0 ? std::min(least, quota / period) : quota / period;
  };
  const auto each_ancestor = [](std::string path, auto look) {
    for (;;) {
      look(path);
      const auto slash = path.find_last_of('/');
      if (slash == std::string::npos) return;
      path.erase(slash);
    }
  };
  const std::string groups = read("/proc/self/cgroup");
  each_ancestor(cgroup_path(groups, ""), [&](const std::string& path) {
    // "max 100000" grants all.
    std::istringstream file(read("/sys/fs/cgroup" + path + "/cpu.max"));
    double quota = 0, period = 0;
    if (file >> quota >> period) limit(quota, period);
  });
  each_ancestor(cgroup_path(groups, "cpu"), [&](const std::string& path) {
    const std::string folder = "/sys/fs/cgroup/cpu" + path;
    std::istringstream quota_file(read(folder + "/cpu.cfs_quota_us"));
    std::istringstream period_file(read(folder + "/cpu.cfs_period_us"));
    double quota = 0, period = 0;
    if (quota_file >> quota && period_file >> period) limit(quota, period);
  });
  return least;
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
