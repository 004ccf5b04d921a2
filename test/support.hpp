// What the tests share.
#ifndef COIO_TEST_SUPPORT_HPP
#define COIO_TEST_SUPPORT_HPP

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <random>
#include <string>
#include <thread>

namespace coio::test {

// Bounds of waits. They turn a hang into a failure; no test is right because of them.
inline constexpr std::chrono::seconds failsafe{30};

// With io_uring in place of epoll, Asio counts as handlers what it does for itself, too.
#if defined(ASIO_HAS_IO_URING) && defined(ASIO_DISABLE_EPOLL)
inline constexpr bool on_io_uring = true;
#else
inline constexpr bool on_io_uring = false;
#endif

// clang 16, when optimising, loses an asio::awaitable that goes on on another thread, in an
// asio::io_context too: doc/compatibility.md.
#if defined(__clang__) && __clang_major__ < 17 && defined(__OPTIMIZE__)
inline constexpr bool asios_coroutines_change_threads = false;
#else
inline constexpr bool asios_coroutines_change_threads = true;
#endif

// Whether run() or one of its kin may return n after so many handlers of the program's.
constexpr bool counted(std::size_t n, std::size_t handlers) {
  return n == handlers || (on_io_uring && n > handlers);
}

// Waits until a condition holds. False if it never did.
template <typename Condition>
bool eventually(Condition condition, std::chrono::steady_clock::duration limit = failsafe) {
  const auto end = std::chrono::steady_clock::now() + limit;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(std::chrono::microseconds(100));
  }
  return true;
}

// As value.wait(old). std::atomic::wait() of libstdc++ 12 loses wake-ups where there are no
// futexes.
inline void wait_while(const std::atomic<int>& value, int old) {
#if defined(_WIN32)
  while (value == old)
    std::this_thread::yield();
#else
  value.wait(old);
#endif
}

// Sets a variable of the environment.
inline void set_variable(const char* name, const char* value) {
#if defined(_WIN32)
  ::_putenv_s(name, value);
#else
  ::setenv(name, value, 1);
#endif
}

inline void unset_variable(const char* name) {
#if defined(_WIN32)
  ::_putenv_s(name, "");
#else
  ::unsetenv(name);
#endif
}

// Makes a folder that did not exist before.
inline std::filesystem::path new_folder() {
  std::random_device random;
  for (;;) {
    auto path = std::filesystem::temp_directory_path() / ("coio." + std::to_string(random()));
    if (std::filesystem::create_directory(path)) return path;
  }
}

// Something that one thread waits for and another makes happen, any number of times.
class event {
 public:
  // Who waits may destroy the event as soon as it has the lock.
  void set() {
    const std::lock_guard lock(mutex_);
    set_ = true;
    changed_.notify_one();
  }

  // Waits, and takes the event back. False if it did not happen.
  bool wait(std::chrono::steady_clock::duration limit = failsafe) {
    std::unique_lock lock(mutex_);
    const bool happened = changed_.wait_for(lock, limit, [this] { return set_; });
    set_ = false;
    return happened;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool set_ = false;
};

// As std::latch, which waits as std::atomic does: see wait_while().
class latch {
 public:
  explicit latch(std::ptrdiff_t n) : left_(n) {}

  void count_down() {
    const std::lock_guard lock(mutex_);
    if (--left_ == 0) done_.notify_all();
  }
  bool try_wait() const {
    const std::lock_guard lock(mutex_);
    return left_ == 0;
  }
  void wait() const {
    std::unique_lock lock(mutex_);
    done_.wait(lock, [this] { return left_ == 0; });
  }
  void arrive_and_wait() {
    count_down();
    wait();
  }

 private:
  mutable std::mutex mutex_;
  mutable std::condition_variable done_;
  std::ptrdiff_t left_;
};

}  // namespace coio::test

#endif
