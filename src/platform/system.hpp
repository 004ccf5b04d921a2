// What the library asks of the operating system, besides sockets, files and signals.
//
// One file for each system says it, some with parts that several share: linux.cpp, windows.cpp,
// darwin.cpp, freebsd.cpp; generic.cpp knows nothing, and shows what has to be there. CMake chooses
// one (COIO_PLATFORM). Each function says what it returns where the answer is not known. The
// library is right with these answers, too; it is slower, or shows people less.
#ifndef COIO_SRC_PLATFORM_SYSTEM_HPP
#define COIO_SRC_PLATFORM_SYSTEM_HPP

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "coio/asio.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// ---- The calling thread ----

// Its number, as debuggers show it where the system has such numbers; never 0.
long thread_number() noexcept;

// Sets its name, which debuggers and `top -H` show. Cuts long names. Does nothing if the system has
// no names.
void set_thread_name(const char* name) noexcept;

// Makes its timers fire on time, if by default the system may delay them to serve several at once.
void set_precise_timers() noexcept;

// How often it has given up its CPU in order to wait, since it began, or 0, always. About 0.3 us.
std::uint64_t voluntary_switches() noexcept;

// ---- Any thread ----

// The CPU time of one thread. Other threads may read it while that thread exists.
class thread_clock {
 public:
  // Returns the clock of the calling thread.
  static thread_clock mine() noexcept;

  // Returns 0, always, if the system has no such clocks.
  std::chrono::nanoseconds now() const noexcept;

  // Whether the system has such clocks, which are right to some microseconds.
  static bool exact() noexcept;

 private:
  std::intptr_t id_ = 0;
  bool known_ = false;
};

// ---- The process ----

// Its number, or 0.
long process_number() noexcept;

// The number of its threads, or 0.
std::size_t thread_count() noexcept;

// The CPUs that the calling thread may use, in rising order, or none.
std::vector<int> allowed_cpus();

// Calls the function in the child of each fork from now on, before fork() returns there.
void after_fork(void (*in_child)()) noexcept;

// Opens a file for writing, which no program that the process starts inherits. Returns none, with
// errno set, if it cannot.
std::FILE* open_to_write(const char* name) noexcept;

// How many CPUs' time the system grants the process, or 0 if there is no limit.
double cpu_quota();

// Pins a thread to the CPUs of a list such as "0-3,8". Throws std::system_error, whose message
// contains the list; std::errc::not_supported if the system cannot do it.
void pin(std::thread& thread, const std::string& cpus);

// Pins the calling thread until the object is destroyed. The constructor throws as pin() does.
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

// Prepares process_fence(). Returns whether the system has one, always the same.
bool prepare_process_fence() noexcept;

// A seq_cst fence on each running thread of the process.
void process_fence() noexcept;

// The steady clock (see steady_now()) a few milliseconds late at most, at a quarter of its price;
// or the clock itself.
std::int64_t coarse_now() noexcept;

// ---- A timer ----

// One thread waits for it, and any thread sets it, which is one call of the system and wakes no
// thread before the time.
class system_timer {
 public:
  system_timer() noexcept { open(); }
  ~system_timer() { close(); }
  system_timer(const system_timer&) = delete;
  system_timer& operator=(const system_timer&) = delete;

  // False if the system has no such timer, or could not give one. The functions below need one.
  explicit operator bool() const noexcept { return handle_ != none; }

  void set(std::chrono::microseconds delay) noexcept;
  void cancel() noexcept;
  void wait() noexcept;
  // In the child of a fork.
  void renew() noexcept;

 private:
  static constexpr std::intptr_t none = -1;

  void open() noexcept;
  void close() noexcept;

  std::intptr_t handle_ = none;
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
