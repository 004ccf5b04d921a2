// Windows 10 and newer, with MSVC's runtime library or MinGW's.
#include <winsock2.h>
// Behind it.
#include <process.h>
#include <windows.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <system_error>

#include "coio/detail/net/socket_handle.hpp"
#include "coio/options.hpp"
#include "platform/clock.hpp"
#include "platform/cpu_list.hpp"
#include "platform/signal_thread.hpp"
#include "platform/system.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// ---- Threads ----

long thread_number() noexcept {
  return static_cast<long>(::GetCurrentThreadId());
}

void set_thread_name(const char* name) noexcept {
  wchar_t wide[64];
  std::size_t n = 0;
  for (; name[n] != 0 && n < 63; ++n)
    wide[n] = static_cast<wchar_t>(static_cast<unsigned char>(name[n]));
  wide[n] = 0;
  // Not in the libraries that MinGW links by itself.
  using function = HRESULT(WINAPI*)(HANDLE, PCWSTR);
  static const auto set = [] {
    const HMODULE kernel = ::GetModuleHandleW(L"kernel32.dll");
    return kernel ? reinterpret_cast<function>(
                        reinterpret_cast<void*>(::GetProcAddress(kernel, "SetThreadDescription")))
                  : nullptr;
  }();
  if (set) set(::GetCurrentThread(), wide);
}

void set_precise_timers() noexcept {}

std::uint64_t voluntary_switches() noexcept {
  return 0;
}

thread_clock thread_clock::mine() noexcept {
  thread_clock c;
  c.id_ = static_cast<std::intptr_t>(::GetCurrentThreadId());
  c.known_ = true;
  return c;
}

std::chrono::nanoseconds thread_clock::now() const noexcept {
  if (!known_) return {};
  const HANDLE thread =
      ::OpenThread(THREAD_QUERY_LIMITED_INFORMATION, FALSE, static_cast<DWORD>(id_));
  if (!thread) return {};
  FILETIME begin, end, kernel, user;
  const bool told = ::GetThreadTimes(thread, &begin, &end, &kernel, &user) != 0;
  ::CloseHandle(thread);
  if (!told) return {};
  const auto count = [](const FILETIME& t) {
    return static_cast<std::int64_t>(t.dwHighDateTime) << 32 | t.dwLowDateTime;
  };
  return std::chrono::nanoseconds((count(kernel) + count(user)) * 100);
}

// The system counts it in ticks of 15 ms.
bool thread_clock::exact() noexcept {
  return false;
}

// Not known: the system and Asio have threads of their own.
std::size_t thread_count() noexcept {
  return 0;
}

long process_number() noexcept {
  return static_cast<long>(::GetCurrentProcessId());
}

std::FILE* open_to_write(const char* name) noexcept {
  return std::fopen(name, "wN");
}

void after_fork(void (*)()) noexcept {}

// ---- CPUs ----

namespace {

// Of the processor group in which the process has begun: 64 CPUs.
constexpr int group_size = sizeof(DWORD_PTR) * 8;

[[noreturn]] void cannot_pin(DWORD error, const std::string& cpus) {
  throw std::system_error(static_cast<int>(error), std::system_category(), "CPU " + cpus);
}

// Returns what was set before.
DWORD_PTR set_mask(HANDLE thread, const std::string& cpus) {
  DWORD_PTR mask = 0;
  if (const auto list = parse_cpu_list(cpus))
    for (const int cpu : *list) {
      if (cpu >= group_size) cannot_pin(ERROR_INVALID_PARAMETER, cpus);
      mask |= DWORD_PTR{1} << cpu;
    }
  if (mask == 0) cannot_pin(ERROR_INVALID_PARAMETER, cpus);
  const DWORD_PTR before = ::SetThreadAffinityMask(thread, mask);
  if (before == 0) cannot_pin(::GetLastError(), cpus);
  return before;
}

// MinGW's std::thread is one of POSIX.
template <typename Native>
HANDLE handle_of(Native native) {
#if defined(__WINPTHREADS_VERSION)
  return static_cast<HANDLE>(::pthread_gethandle(native));
#else
  return static_cast<HANDLE>(native);
#endif
}

}  // namespace

struct scoped_pin::mask {
  DWORD_PTR cpus;
};

std::vector<int> allowed_cpus() {
  std::vector<int> cpus;
  DWORD_PTR process = 0, system = 0;
  if (::GetProcessAffinityMask(::GetCurrentProcess(), &process, &system) != 0)
    for (int i = 0; i < group_size; ++i)
      if ((process >> i & 1) != 0) cpus.push_back(i);
  return cpus;
}

// That of the job of the process, such as a container's.
double cpu_quota() {
  JOBOBJECT_CPU_RATE_CONTROL_INFORMATION rate{};
  if (::QueryInformationJobObject(nullptr, JobObjectCpuRateControlInformation, &rate, sizeof rate,
                                  nullptr) == 0)
    return 0;
  constexpr DWORD capped =
      JOB_OBJECT_CPU_RATE_CONTROL_ENABLE | JOB_OBJECT_CPU_RATE_CONTROL_HARD_CAP;
  if ((rate.ControlFlags & capped) != capped) return 0;
  // In hundredths of a percent of all CPUs.
  return rate.CpuRate / 10'000.0 * ::GetActiveProcessorCount(ALL_PROCESSOR_GROUPS);
}

void pin(std::thread& thread, const std::string& cpus) {
  set_mask(handle_of(thread.native_handle()), cpus);
}

scoped_pin::scoped_pin(const std::string& cpus) : old_(std::make_unique<mask>()) {
  old_->cpus = set_mask(::GetCurrentThread(), cpus);
}

scoped_pin::~scoped_pin() {
  ::SetThreadAffinityMask(::GetCurrentThread(), old_->cpus);
}

// Wine 8 accepts the call, and does nothing.
bool prepare_process_fence() noexcept {
  static const bool genuine = [] {
    const HMODULE nt = ::GetModuleHandleW(L"ntdll.dll");
    return nt && !::GetProcAddress(nt, "wine_get_version");
  }();
  return genuine;
}

void process_fence() noexcept {
  ::FlushProcessWriteBuffers();
}

// ---- Time ----

std::int64_t coarse_now() noexcept {
  return steady_now();
}

namespace {

HANDLE timer_of(std::intptr_t handle) noexcept {
  return reinterpret_cast<HANDLE>(handle);
}

}  // namespace

void system_timer::open() noexcept {
  // CREATE_WAITABLE_TIMER_HIGH_RESOLUTION, since Windows 10 1803; without it a timer is up to 16 ms
  // late.
  constexpr DWORD high_resolution = 2;
  HANDLE timer = ::CreateWaitableTimerExW(nullptr, nullptr, high_resolution, TIMER_ALL_ACCESS);
  if (!timer) timer = ::CreateWaitableTimerExW(nullptr, nullptr, 0, TIMER_ALL_ACCESS);
  handle_ = timer ? reinterpret_cast<std::intptr_t>(timer) : none;
}

void system_timer::close() noexcept {
  if (handle_ != none) ::CloseHandle(timer_of(handle_));
}

void system_timer::renew() noexcept {
  close();
  open();
}

void system_timer::set(std::chrono::microseconds delay) noexcept {
  // Wine's timer stays as it is if it has expired.
  cancel();
  LARGE_INTEGER due;
  due.QuadPart = -(delay.count() * 10 + 1);  // less than zero: from now on, in 100 ns
  ::SetWaitableTimer(timer_of(handle_), &due, 0, nullptr, nullptr, FALSE);
}

void system_timer::cancel() noexcept {
  ::CancelWaitableTimer(timer_of(handle_));
  // Takes back that it has expired.
  ::WaitForSingleObject(timer_of(handle_), 0);
}

void system_timer::wait() noexcept {
  ::WaitForSingleObject(timer_of(handle_), INFINITE);
}

// ---- Signals ----

// The system runs the handler of Control-C and Control-Break on a thread of its own; that of any
// other signal only std::raise() calls.
void call_on_signal(int signal, void (*function)()) {
  static std::atomic<void (*)()> called{nullptr};
  struct handler {
    static void run(int s) {
      std::signal(s, run);
      // Not on a thread that has raised the signal, which may hold locks. And not on a std::thread:
      // MinGW's is freed too early if it ends before it is detached, and the next one of the
      // program's then may never run.
      const std::uintptr_t thread = ::_beginthreadex(nullptr, 0, call, nullptr, 0, nullptr);
      if (thread != 0) ::CloseHandle(reinterpret_cast<HANDLE>(thread));
    }
    static unsigned __stdcall call(void*) {
      called.load()();
      return 0;
    }
  };
  if (signal != SIGINT && signal != SIGBREAK)
    throw std::system_error(std::make_error_code(std::errc::not_supported),
                            "coio::dump_on: expected SIGINT or SIGBREAK");
  called = function;
  if (std::signal(signal, handler::run) == SIG_ERR)
    throw std::system_error(errno, std::generic_category(),
                            "coio::dump_on: cannot handle the signal");
}

}  // namespace detail

namespace net {
namespace detail {

// A second handle would share the completion port of the first: Asio's object for it could not be
// bound to a context.
socket_number duplicate(socket_number, asio::error_code& ec) noexcept {
  ec = asio::error::operation_not_supported;
  return INVALID_SOCKET;
}

void discard(socket_number h) noexcept {
  ::closesocket(h);
}

void ignore_lingering(socket_number, asio::error_code& ec) noexcept {
  ec.clear();
}

}  // namespace detail
}  // namespace net
}  // namespace COIO_ABI
}  // namespace coio
