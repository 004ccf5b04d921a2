// The calling thread: its number, its name, its timers, and the CPU time that it uses.
#ifndef COIO_SRC_PLATFORM_THREAD_HPP
#define COIO_SRC_PLATFORM_THREAD_HPP

#include <chrono>
#include <cstddef>
#include <optional>

#include "coio/asio.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// Returns the calling thread's number, as gettid() does, or 0 on other platforms.
long thread_number() noexcept;

// Sets the calling thread's name, which debuggers and `top -H` show. Cuts long names.
void set_thread_name(const char* name) noexcept;

// Makes the timers of the calling thread fire on time. By default the system may delay them to
// serve several at once.
void set_precise_timers() noexcept;

// The CPU time of one thread. Other threads may read it while that thread exists.
class thread_clock {
 public:
  // Returns the clock of the calling thread.
  static thread_clock mine() noexcept;

  // Returns 0 on platforms without such clocks.
  std::chrono::nanoseconds now() const noexcept;

 private:
  int id_ = 0;
  bool known_ = false;
};

// While one lives, the calling thread is one of this library's that does nothing for the program by
// itself.
class helper_thread {
 public:
  helper_thread() noexcept;
  ~helper_thread();
  helper_thread(const helper_thread&) = delete;
  helper_thread& operator=(const helper_thread&) = delete;

  // Their number in the process.
  static std::size_t count() noexcept;
};

// The number of threads of the process; 0 if that is not known.
std::size_t thread_count() noexcept;

// Returns for how long a thread (see thread_number()) has been runnable: it ran, or it waited for a
// CPU. Returns nothing where the system does not count this.
std::optional<std::chrono::nanoseconds> runnable_time(long thread) noexcept;

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
