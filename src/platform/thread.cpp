#include "platform/thread.hpp"

#include <atomic>

#if defined(__linux__)
#include <fcntl.h>
#include <pthread.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cstdio>
#endif

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

// relaxed: who compares it with the number of threads asks again if they do not match.
constinit std::atomic<std::size_t> helpers{0};

}  // namespace

helper_thread::helper_thread() noexcept {
  helpers.fetch_add(1, std::memory_order_relaxed);
}

helper_thread::~helper_thread() {
  helpers.fetch_sub(1, std::memory_order_relaxed);
}

std::size_t helper_thread::count() noexcept {
  return helpers.load(std::memory_order_relaxed);
}

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

std::size_t thread_count() noexcept {
  const int folder = ::open("/proc/self/task", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return 0;
  // A link for each thread, besides the two of every folder.
  struct ::stat s {};
  const bool known = ::fstat(folder, &s) == 0 && s.st_nlink > 2;
  ::close(folder);
  return known ? static_cast<std::size_t>(s.st_nlink) - 2 : 0;
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

std::size_t thread_count() noexcept {
  return 0;
}

std::optional<std::chrono::nanoseconds> runnable_time(long) noexcept {
  return std::nullopt;
}

#endif

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
