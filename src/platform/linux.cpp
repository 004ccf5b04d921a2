// Linux.
#include <fcntl.h>
#include <linux/membarrier.h>
#include <pthread.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

#include "coio/options.hpp"
#include "platform/cgroup.hpp"
#include "platform/cpu_list.hpp"
#include "platform/system.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// ---- Threads ----

long thread_number() noexcept {
  return ::syscall(SYS_gettid);  // glibc has gettid() since 2.30
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

std::size_t thread_count() noexcept {
  const int folder = ::open("/proc/self/task", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return 0;
  // A link for each thread, besides the two of every folder.
  struct ::stat s {};
  const bool known = ::fstat(folder, &s) == 0 && s.st_nlink > 2;
  ::close(folder);
  return known ? static_cast<std::size_t>(s.st_nlink) - 2 : 0;
}

// ---- CPUs ----

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

double cpu_quota() {
  return cgroup_quota([](const std::string& path) {
    std::ifstream file(path);
    return std::string(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  });
}

bool prepare_process_fence() noexcept {
  static const bool registered =
      ::syscall(SYS_membarrier, MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED, 0, 0) == 0;
  return registered;
}

void process_fence() noexcept {
  // It cannot fail once it is registered.
  ::syscall(SYS_membarrier, MEMBARRIER_CMD_PRIVATE_EXPEDITED, 0, 0);
}

// ---- Time ----

std::int64_t coarse_now() noexcept {
  ::timespec t{};
  ::clock_gettime(CLOCK_MONOTONIC_COARSE, &t);
  return std::int64_t{t.tv_sec} * 1'000'000'000 + t.tv_nsec;
}

void system_timer::open() noexcept {
  handle_ = ::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC);
}

void system_timer::close() noexcept {
  if (handle_ != none) ::close(static_cast<int>(handle_));
}

void system_timer::renew() noexcept {
  close();
  open();
}

void system_timer::set(std::chrono::microseconds delay) noexcept {
  const auto s = std::chrono::duration_cast<std::chrono::seconds>(delay);
  ::itimerspec time{};
  time.it_value.tv_sec = static_cast<time_t>(s.count());
  // A time of 0 would disarm the timer.
  time.it_value.tv_nsec = static_cast<long>(std::chrono::nanoseconds(delay - s).count()) + 1;
  ::timerfd_settime(static_cast<int>(handle_), 0, &time, nullptr);
}

void system_timer::cancel() noexcept {
  const ::itimerspec never{};
  ::timerfd_settime(static_cast<int>(handle_), 0, &never, nullptr);
}

void system_timer::wait() noexcept {
  std::uint64_t times;
  while (::read(static_cast<int>(handle_), &times, sizeof times) < 0)
    if (errno != EINTR) {
      // The program has closed this descriptor.
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
      return;
    }
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
