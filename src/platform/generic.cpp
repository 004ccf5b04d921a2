// A system of which nothing is known.
#include <atomic>

#include "platform/clock.hpp"
#include "platform/system.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// ---- Threads ----

// In the order in which threads first ask.
long thread_number() noexcept {
  static std::atomic<long> numbers{0};
  thread_local const long mine = numbers.fetch_add(1, std::memory_order_relaxed) + 1;
  return mine;
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
void system_timer::renew() noexcept {}
void system_timer::set(std::chrono::microseconds) noexcept {}
void system_timer::cancel() noexcept {}
void system_timer::wait() noexcept {}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
