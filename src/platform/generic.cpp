// A system of which nothing is known.
#include <system_error>

#include "platform/call_stack.hpp"
#include "platform/clock.hpp"
#include "platform/system.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

[[noreturn]] void cannot_pin(const std::string& cpus) {
  throw std::system_error(std::make_error_code(std::errc::not_supported), "CPU " + cpus);
}

}  // namespace

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

std::optional<std::chrono::nanoseconds> runnable_time(long) noexcept {
  return std::nullopt;
}

std::size_t thread_count() noexcept {
  return 0;
}

std::vector<call_frame> call_stack(long, void (*)(void*), void*) {
  return {};
}

// ---- CPUs ----

std::vector<int> allowed_cpus() {
  return {};
}

double cpu_quota() {
  return 0;
}

void pin(std::thread&, const std::string& cpus) {
  cannot_pin(cpus);
}

struct scoped_pin::mask {};

scoped_pin::scoped_pin(const std::string& cpus) {
  cannot_pin(cpus);
}

scoped_pin::~scoped_pin() = default;

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
