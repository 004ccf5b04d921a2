// Facts about the machine and the process that only the operating system knows.
#ifndef COIO_SRC_PLATFORM_CPU_HPP
#define COIO_SRC_PLATFORM_CPU_HPP

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "coio/asio.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// Sets the calling thread's name, as debuggers and `top -H` show it; long names are cut.
void set_thread_name(const char* name) noexcept;

// Asks for timers of the calling thread that fire on time rather than together with others'.
void set_precise_timers() noexcept;

// The calling thread, as gettid() tells it, or 0.
long thread_number() noexcept;

// The CPU time of one thread, which another can read as long as the thread is there.
class thread_clock {
 public:
  // Of the calling thread.
  static thread_clock mine() noexcept;

  // 0 where the platform does not tell.
  std::chrono::nanoseconds now() const noexcept;

 private:
  int id_ = 0;
  bool known_ = false;
};

// For how long a thread (see thread_number()) has not been blocked, whether it ran or waited for a
// CPU; nothing where the system does not tell.
std::optional<std::chrono::nanoseconds> runnable_time(long thread) noexcept;

// The CPU time per time that this process's control group and its ancestors grant, or 0 for no
// limit. `read` returns the text of a file, empty if there is none.
double cgroup_quota(const std::function<std::string(const std::string& path)>& read);

// The CPUs of a list such as "0-3,8", in rising order; nothing if it is no list of CPUs.
std::optional<std::vector<int>> parse_cpu_list(std::string_view text);

// Pins a thread to the CPUs of a list. Throws std::system_error, which names the list.
void pin(std::thread& thread, const std::string& cpus);

// Pins the calling thread as long as it lives. Throws as pin() does.
class scoped_pin {
 public:
  explicit scoped_pin(const std::string& cpus);
  ~scoped_pin();
  scoped_pin(const scoped_pin&) = delete;
  scoped_pin& operator=(const scoped_pin&) = delete;

 private:
  struct mask;
  std::unique_ptr<mask> old_;
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
