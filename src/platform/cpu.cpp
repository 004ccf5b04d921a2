#include "platform/cpu.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <system_error>

#include "coio/options.hpp"

#if defined(__linux__)
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>
#endif

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

// The folder of the process's control group in the hierarchy of the given controller ("" for the
// unified one, version 2), or an empty string. The text is that of /proc/self/cgroup.
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

#if defined(__linux__)

std::string read_file(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

#endif

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

std::optional<std::vector<int>> parse_cpu_list(std::string_view text) {
  std::vector<bool> named;
  const char* at = text.data();
  const char* const end = at + text.size();
  const auto number = [&](int& n) {
    const auto [next, error] = std::from_chars(at, end, n);
    if (error != std::errc() || n < 0 || n > options::max_cpu) return false;
    at = next;
    return true;
  };
  for (;;) {
    int first, last;
    if (!number(first)) return std::nullopt;
    last = first;
    if (at != end && *at == '-' && (++at, !number(last) || last < first)) return std::nullopt;
    if (named.size() <= static_cast<std::size_t>(last))
      named.resize(static_cast<std::size_t>(last) + 1);
    std::fill(named.begin() + first, named.begin() + last + 1, true);
    if (at == end) break;
    if (*at++ != ',') return std::nullopt;
  }
  std::vector<int> cpus;
  for (std::size_t i = 0; i < named.size(); ++i)
    if (named[i]) cpus.push_back(static_cast<int>(i));
  return cpus;
}

#if defined(__linux__)

namespace {

// The kernel refuses to fill a mask smaller than its own; it supports no more CPUs than these.
struct cpu_mask {
  cpu_set_t sets[(options::max_cpu + 1) / CPU_SETSIZE] = {};
};

bool get_mask(cpu_mask& mask) noexcept {
  return ::sched_getaffinity(0, sizeof mask, mask.sets) == 0;
}

void set_mask(pthread_t thread, const std::string& cpus) {
  cpu_mask mask;
  const auto list = parse_cpu_list(cpus);
  if (list)
    for (const int cpu : *list)
      CPU_SET_S(static_cast<std::size_t>(cpu), sizeof mask, mask.sets);
  if (const int error = list ? ::pthread_setaffinity_np(thread, sizeof mask, mask.sets) : EINVAL)
    throw std::system_error(error, std::generic_category(), "CPU " + cpus);
}

}  // namespace

struct scoped_pin::mask : cpu_mask {};

void pin(std::thread& thread, const std::string& cpus) {
  set_mask(thread.native_handle(), cpus);
}

scoped_pin::scoped_pin(const std::string& cpus) : old_(std::make_unique<mask>()) {
  if (!get_mask(*old_))
    throw std::system_error(errno, std::generic_category(), "sched_getaffinity");
  set_mask(::pthread_self(), cpus);
}

scoped_pin::~scoped_pin() {
  // It fails only if all of the old CPUs were taken from the process meanwhile.
  ::pthread_setaffinity_np(::pthread_self(), sizeof *old_, old_->sets);
}

#else

struct scoped_pin::mask {};

void pin(std::thread&, const std::string&) {
  throw std::system_error(std::make_error_code(std::errc::not_supported), "CPU affinity");
}

scoped_pin::scoped_pin(const std::string&) {
  throw std::system_error(std::make_error_code(std::errc::not_supported), "CPU affinity");
}

scoped_pin::~scoped_pin() = default;

#endif

void set_thread_name([[maybe_unused]] const char* name) noexcept {
#if defined(__linux__)
  char cut[16] = {};
  for (int i = 0; i < 15 && name[i]; ++i)
    cut[i] = name[i];
  ::pthread_setname_np(::pthread_self(), cut);
#endif
}

long thread_number() noexcept {
#if defined(__linux__)
  return static_cast<long>(::gettid());
#else
  return 0;
#endif
}

thread_clock thread_clock::mine() noexcept {
  thread_clock c;
#if defined(__linux__)
  ::clockid_t id;
  if (::pthread_getcpuclockid(::pthread_self(), &id) == 0) {
    c.id_ = id;
    c.known_ = true;
  }
#endif
  return c;
}

std::chrono::nanoseconds thread_clock::now() const noexcept {
#if defined(__linux__)
  if (::timespec t; known_ && ::clock_gettime(id_, &t) == 0)
    return std::chrono::seconds(t.tv_sec) + std::chrono::nanoseconds(t.tv_nsec);
#endif
  return {};
}

std::optional<std::chrono::nanoseconds> runnable_time([[maybe_unused]] long thread) noexcept {
#if defined(__linux__)
  // "cpu_time run_delay timeslices", both times in nanoseconds.
  char text[96];
  std::snprintf(text, sizeof text, "/proc/self/task/%ld/schedstat", thread);
  const int file = ::open(text, O_RDONLY | O_CLOEXEC);
  if (file < 0) return std::nullopt;
  const ::ssize_t n = ::read(file, text, sizeof text - 1);
  ::close(file);
  if (n <= 0) return std::nullopt;
  text[n] = 0;
  long long ran = 0, waited = 0;
  if (std::sscanf(text, "%lld %lld", &ran, &waited) == 2)
    return std::chrono::nanoseconds(ran + waited);
#endif
  return std::nullopt;
}

void set_precise_timers() noexcept {
#if defined(__linux__)
  // The default slack of 50 us would double the monitor's shortest interval.
  ::prctl(PR_SET_TIMERSLACK, 1UL, 0UL, 0UL, 0UL);
#endif
}

}  // namespace detail

int default_workers() noexcept {
  int n = static_cast<int>(std::thread::hardware_concurrency());
#if defined(__linux__)
  detail::cpu_mask mask;
  if (detail::get_mask(mask)) n = CPU_COUNT_S(sizeof mask, mask.sets);
  try {
    if (const double quota = detail::cgroup_quota(detail::read_file); quota > 0 && quota < n)
      n = static_cast<int>(std::ceil(quota));
  } catch (...) {
    // No memory to read the files with: the affinity mask alone decides.
  }
#endif
  return std::clamp(n, options::min_workers, options::max_workers);
}

std::vector<std::string> compact_affinity() {
  std::vector<std::string> lists;
#if defined(__linux__)
  detail::cpu_mask mask;
  if (detail::get_mask(mask))
    for (std::size_t i = 0; i <= options::max_cpu && lists.size() < options::max_affinity_lists;
         ++i)
      if (CPU_ISSET_S(i, sizeof mask, mask.sets)) lists.push_back(std::to_string(i));
#endif
  return lists;
}

}  // namespace COIO_ABI
}  // namespace coio
