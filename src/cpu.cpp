#include "cpu.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <string>
#include <thread>

#include "coio/options.hpp"

#if defined(__linux__)
#include <pthread.h>
#include <sched.h>
#include <sys/prctl.h>
#endif

namespace coio {
inline namespace COIO_ABI {
namespace {

#if defined(__linux__)

// CPUs in the affinity mask, or 0 when it cannot be read.
int affinity_cpus() noexcept {
  // The kernel refuses a mask smaller than its own; 16,384 CPUs are more than it supports.
  constexpr int most = 16384;
  cpu_set_t* set = CPU_ALLOC(most);
  if (!set) return 0;
  const std::size_t size = CPU_ALLOC_SIZE(most);
  CPU_ZERO_S(size, set);
  const int n = ::sched_getaffinity(0, size, set) == 0 ? CPU_COUNT_S(size, set) : 0;
  CPU_FREE(set);
  return n;
}

// The folder of this process's control group in the hierarchy of the given controller ("" for the
// unified one, version 2), or an empty string.
std::string cgroup_path(const std::string& controller) {
  std::ifstream file("/proc/self/cgroup");
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

// The CPU time per time that the control group and its ancestors grant, or 0 for no limit.
double quota_cpus() {
  double least = 0;
  const auto limit = [&](double quota, double period) {
    if (quota > 0 && period > 0)
      least = least > 0 ? std::min(least, quota / period) : quota / period;
  };
  const auto each_ancestor = [](std::string path, auto look) {
    for (;;) {
      look(path);
      if (path.empty() || path == "/") return;
      path.erase(path.find_last_of('/'));
    }
  };
  each_ancestor(cgroup_path(""), [&](const std::string& path) {
    std::ifstream file("/sys/fs/cgroup" + path + "/cpu.max");
    std::string quota;
    double period = 0;
    if (file >> quota >> period && quota != "max") limit(std::atof(quota.c_str()), period);
  });
  each_ancestor(cgroup_path("cpu"), [&](const std::string& path) {
    std::ifstream quota_file("/sys/fs/cgroup/cpu" + path + "/cpu.cfs_quota_us");
    std::ifstream period_file("/sys/fs/cgroup/cpu" + path + "/cpu.cfs_period_us");
    double quota = 0, period = 0;
    if (quota_file >> quota && period_file >> period) limit(quota, period);
  });
  return least;
}

#endif

}  // namespace

int default_workers() noexcept {
  int n = static_cast<int>(std::thread::hardware_concurrency());
#if defined(__linux__)
  if (const int cpus = affinity_cpus(); cpus > 0) n = cpus;
  try {
    if (const double quota = quota_cpus(); quota > 0)
      n = std::min(n, static_cast<int>(std::ceil(quota)));
  } catch (...) {
    // No memory to read the files with: the affinity mask alone decides.
  }
#endif
  return std::clamp(n, options::min_workers, options::max_workers);
}

namespace detail {

void set_thread_name([[maybe_unused]] const char* name) noexcept {
#if defined(__linux__)
  char cut[16] = {};
  for (int i = 0; i < 15 && name[i]; ++i)
    cut[i] = name[i];
  ::pthread_setname_np(::pthread_self(), cut);
#endif
}

void set_precise_timers() noexcept {
#if defined(__linux__)
  // The default slack of 50 us would double the monitor's shortest interval.
  ::prctl(PR_SET_TIMERSLACK, 1UL, 0UL, 0UL, 0UL);
#endif
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
