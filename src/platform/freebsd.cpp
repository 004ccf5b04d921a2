// FreeBSD.
#include <pthread.h>
#include <pthread_np.h>
#include <sys/cpuset.h>
#include <sys/param.h>

#include <cerrno>
#include <system_error>

#include "coio/options.hpp"
#include "platform/cpu_list.hpp"
#include "platform/system.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// ---- Threads ----

long thread_number() noexcept {
  return ::pthread_getthreadid_np();
}

void set_thread_name(const char* name) noexcept {
  ::pthread_set_name_np(::pthread_self(), name);
}

void set_precise_timers() noexcept {}

std::size_t thread_count() noexcept {
  return 0;
}

// ---- CPUs ----

namespace {

void set_mask(::pthread_t thread, const std::string& cpus) {
  ::cpuset_t mask;
  CPU_ZERO(&mask);
  int error = EINVAL;
  if (const auto list = parse_cpu_list(cpus)) {
    error = 0;
    for (const int cpu : *list)
      if (cpu < CPU_SETSIZE)
        CPU_SET(static_cast<std::size_t>(cpu), &mask);
      else
        error = EINVAL;
  }
  if (error == 0) error = ::pthread_setaffinity_np(thread, sizeof mask, &mask);
  if (error != 0) throw std::system_error(error, std::generic_category(), "CPU " + cpus);
}

}  // namespace

struct scoped_pin::mask {
  ::cpuset_t set;
};

std::vector<int> allowed_cpus() {
  std::vector<int> cpus;
  ::cpuset_t mask;
  if (::pthread_getaffinity_np(::pthread_self(), sizeof mask, &mask) == 0)
    for (int i = 0; i < CPU_SETSIZE; ++i)
      if (CPU_ISSET(static_cast<std::size_t>(i), &mask)) cpus.push_back(i);
  return cpus;
}

double cpu_quota() {
  return 0;
}

void pin(std::thread& thread, const std::string& cpus) {
  set_mask(thread.native_handle(), cpus);
}

scoped_pin::scoped_pin(const std::string& cpus) : old_(std::make_unique<mask>()) {
  const int error = ::pthread_getaffinity_np(::pthread_self(), sizeof old_->set, &old_->set);
  if (error != 0) throw std::system_error(error, std::generic_category(), "pthread_getaffinity_np");
  set_mask(::pthread_self(), cpus);
}

scoped_pin::~scoped_pin() {
  ::pthread_setaffinity_np(::pthread_self(), sizeof old_->set, &old_->set);
}

bool prepare_process_fence() noexcept {
  return false;
}

void process_fence() noexcept {}

// ---- Time ----

std::int64_t coarse_now() noexcept {
  ::timespec t{};
  ::clock_gettime(CLOCK_MONOTONIC_FAST, &t);
  return std::int64_t{t.tv_sec} * 1'000'000'000 + t.tv_nsec;
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
