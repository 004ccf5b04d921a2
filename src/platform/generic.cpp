// A system of which nothing is known.
#include "platform/clock.hpp"
#include "platform/system.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// ---- Threads ----

long thread_number() noexcept {
  return 0;
}

void set_thread_name(const char*) noexcept {}
void set_precise_timers() noexcept {}

std::uint64_t voluntary_switches() noexcept {
  return 0;
}

thread_clock thread_clock::mine() noexcept {
  return {};
}

std::chrono::nanoseconds thread_clock::now() const noexcept {
  return {};
}

bool thread_clock::exact() noexcept {
  return false;
}

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

void system_timer::open() noexcept {}
void system_timer::close() noexcept {}
void system_timer::set(std::chrono::microseconds) noexcept {}
void system_timer::cancel() noexcept {}
void system_timer::wait() noexcept {}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
