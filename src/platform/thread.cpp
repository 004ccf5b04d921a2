#include "platform/thread.hpp"

#if defined(__linux__)
#include <fcntl.h>
#include <pthread.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

#include <cstdio>
#endif

namespace coio {
inline namespace COIO_ABI {
namespace detail {

#if defined(__linux__)

long thread_number() noexcept {
  return static_cast<long>(::gettid());
}

void set_thread_name(const char* name) noexcept {
  char cut[16] = {};
  for (int i = 0; i < 15 && name[i]; ++i)
    cut[i] = name[i];
  ::pthread_setname_np(::pthread_self(), cut);
}

void set_precise_timers() noexcept {
  // The default slack of 50 us would double the monitor's shortest interval.
  ::prctl(PR_SET_TIMERSLACK, 1UL, 0UL, 0UL, 0UL);
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
  if (::timespec t; known_ && ::clock_gettime(id_, &t) == 0)
    return std::chrono::seconds(t.tv_sec) + std::chrono::nanoseconds(t.tv_nsec);
  return {};
}

std::optional<std::chrono::nanoseconds> runnable_time(long thread) noexcept {
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
  if (std::sscanf(text, "%lld %lld", &ran, &waited) != 2) return std::nullopt;
  return std::chrono::nanoseconds(ran + waited);
}

#else

long thread_number() noexcept {
  return 0;
}

void set_thread_name(const char*) noexcept {}
void set_precise_timers() noexcept {}

thread_clock thread_clock::mine() noexcept {
  return {};
}

std::chrono::nanoseconds thread_clock::now() const noexcept {
  return {};
}

std::optional<std::chrono::nanoseconds> runnable_time(long) noexcept {
  return std::nullopt;
}

#endif

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
