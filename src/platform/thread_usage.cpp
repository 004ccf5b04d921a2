// What a thread has used, where there are pthread_getcpuclockid() and RUSAGE_THREAD.
#include <pthread.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <time.h>

#include "platform/system.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

std::uint64_t voluntary_switches() noexcept {
  ::rusage usage;
  return ::getrusage(RUSAGE_THREAD, &usage) == 0 ? static_cast<std::uint64_t>(usage.ru_nvcsw) : 0;
}

thread_clock thread_clock::mine() noexcept {
  thread_clock c;
  ::clockid_t id;
  if (::pthread_getcpuclockid(::pthread_self(), &id) == 0) {
    c.id_ = id;
    c.known_ = true;
  }
  return c;
}

std::chrono::nanoseconds thread_clock::now() const noexcept {
  if (::timespec t; known_ && ::clock_gettime(static_cast<::clockid_t>(id_), &t) == 0)
    return std::chrono::seconds(t.tv_sec) + std::chrono::nanoseconds(t.tv_nsec);
  return {};
}

bool thread_clock::exact() noexcept {
  return true;
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
