#include "platform/affinity.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <system_error>

#include "coio/options.hpp"

#if defined(__linux__)
#include <pthread.h>
#include <sched.h>

#include <cerrno>
#endif

namespace coio {
inline namespace COIO_ABI {
namespace detail {

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

// The kernel refuses to fill a mask smaller than its own; it supports no more CPUs than these.
struct cpu_mask {
  cpu_set_t sets[(options::max_cpu + 1) / CPU_SETSIZE] = {};
};

namespace {

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

std::vector<int> allowed_cpus() {
  std::vector<int> cpus;
  cpu_mask mask;
  if (get_mask(mask))
    for (int i = 0; i <= options::max_cpu; ++i)
      if (CPU_ISSET_S(static_cast<std::size_t>(i), sizeof mask, mask.sets)) cpus.push_back(i);
  return cpus;
}

void pin(std::thread& thread, const std::string& cpus) {
  set_mask(thread.native_handle(), cpus);
}

scoped_pin::scoped_pin(const std::string& cpus) : old_(std::make_unique<mask>()) {
  if (!get_mask(*old_))
    throw std::system_error(errno, std::generic_category(), "sched_getaffinity");
  set_mask(::pthread_self(), cpus);
}

scoped_pin::~scoped_pin() {
  // This fails only if the process has meanwhile lost all of the old CPUs.
  ::pthread_setaffinity_np(::pthread_self(), sizeof *old_, old_->sets);
}

#else

struct scoped_pin::mask {};

std::vector<int> allowed_cpus() {
  return {};
}

void pin(std::thread&, const std::string&) {
  throw std::system_error(std::make_error_code(std::errc::not_supported), "CPU affinity");
}

scoped_pin::scoped_pin(const std::string&) {
  throw std::system_error(std::make_error_code(std::errc::not_supported), "CPU affinity");
}

scoped_pin::~scoped_pin() = default;

#endif

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
