// macOS.
#include <mach/mach.h>
#include <pthread.h>
#include <time.h>

#include "platform/clock.hpp"
#include "platform/system.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// ---- Threads ----

long thread_number() noexcept {
  std::uint64_t number = 0;
  return ::pthread_threadid_np(::pthread_self(), &number) == 0 ? static_cast<long>(number) : 0;
}

void set_thread_name(const char* name) noexcept {
  ::pthread_setname_np(name);
}

void set_precise_timers() noexcept {}

std::uint64_t voluntary_switches() noexcept {
  return 0;
}

thread_clock thread_clock::mine() noexcept {
  thread_clock c;
  // Of the thread, not a new right to it.
  c.id_ = static_cast<std::intptr_t>(::pthread_mach_thread_np(::pthread_self()));
  c.known_ = true;
  return c;
}

std::chrono::nanoseconds thread_clock::now() const noexcept {
  ::thread_basic_info info{};
  ::mach_msg_type_number_t size = THREAD_BASIC_INFO_COUNT;
  if (!known_ || ::thread_info(static_cast<::thread_act_t>(id_), THREAD_BASIC_INFO,
                               reinterpret_cast<::thread_info_t>(&info), &size) != KERN_SUCCESS)
    return {};
  return std::chrono::seconds(info.user_time.seconds + info.system_time.seconds) +
         std::chrono::microseconds(info.user_time.microseconds + info.system_time.microseconds);
}

bool thread_clock::exact() noexcept {
  return true;
}

// Not known: the system gives processes threads of its own.
std::size_t thread_count() noexcept {
  return 0;
}

// ---- CPUs ----

double cpu_quota() {
  return 0;
}

bool prepare_process_fence() noexcept {
  return false;
}

void process_fence() noexcept {}

// ---- Time ----

std::int64_t coarse_now() noexcept {
  return steady_now();
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
