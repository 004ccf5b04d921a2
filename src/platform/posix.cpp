// Forks, signals and sockets of the systems that follow POSIX.
#include <fcntl.h>
#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <mutex>
#include <system_error>
#include <thread>

#include "coio/detail/net/socket_handle.hpp"
#include "platform/helper_thread.hpp"
#include "platform/signal_thread.hpp"
#include "platform/system.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

// The handler writes to the pipe, from which the thread reads. relaxed: set before the handler is,
// and otherwise used with the lock.
std::atomic<int> to_thread{-1};
static_assert(std::atomic<int>::is_always_lock_free);
// relaxed: set before the handler is, and the pipe orders the two.
std::atomic<void (*)()> called{nullptr};

void wake_thread(int) {
  const int error = errno;
  const char c = 0;
  // A full pipe says enough.
  [[maybe_unused]] const auto n = ::write(to_thread.load(std::memory_order_relaxed), &c, 1);
  errno = error;
}

void start() {
  int ends[2];
  if (::pipe(ends) != 0) fail("coio::dump_on: cannot make a pipe");
  for (const int end : ends)
    ::fcntl(end, F_SETFD, FD_CLOEXEC);
  ::fcntl(ends[1], F_SETFL, O_NONBLOCK);
  try {
    std::thread([from = ends[0]] {
      set_thread_name("coio-dump");
      const helper_thread mine;
      char c;
      for (;;)
        if (const auto n = ::read(from, &c, 1); n == 1)
          called.load(std::memory_order_relaxed)();
        else if (n == 0 || errno != EINTR)
          return;
    }).detach();
  } catch (...) {
    ::close(ends[0]);
    ::close(ends[1]);
    throw;
  }
  to_thread.store(ends[1], std::memory_order_relaxed);
}

}  // namespace

long process_number() noexcept {
  return ::getpid();
}

std::FILE* open_to_write(const char* name) noexcept {
  return std::fopen(name, "we");
}

void after_fork(void (*in_child)()) noexcept {
  ::pthread_atfork(nullptr, nullptr, in_child);
}

void call_on_signal(int signal, void (*function)()) {
  static std::mutex mutex;
  const std::lock_guard lock(mutex);
  // The child of a fork has no such thread, and the pipe leads to its parent's.
  [[maybe_unused]] static const bool once = [] {
    after_fork([] { to_thread.store(-1, std::memory_order_relaxed); });
    return true;
  }();
  called.store(function, std::memory_order_relaxed);
  if (to_thread.load(std::memory_order_relaxed) < 0) start();
  struct ::sigaction action {};
  action.sa_handler = wake_thread;
  action.sa_flags = SA_RESTART | SA_ONSTACK;
  ::sigemptyset(&action.sa_mask);
  if (::sigaction(signal, &action, nullptr) != 0) fail("coio::dump_on: cannot handle the signal");
}

}  // namespace detail

namespace net {
namespace detail {

socket_number duplicate(socket_number h, asio::error_code& ec) noexcept {
  const int copy = ::fcntl(static_cast<int>(h), F_DUPFD_CLOEXEC, 0);
  ec = copy < 0 ? asio::error_code(errno, asio::system_category()) : asio::error_code();
  return static_cast<socket_number>(copy);
}

void discard(socket_number h) noexcept {
  ::close(static_cast<int>(h));
}

void ignore_lingering(socket_number h, asio::error_code& ec) noexcept {
  const int on = 1;
  ec.clear();
  if (::setsockopt(static_cast<int>(h), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) != 0)
    ec = asio::error_code(errno, asio::system_category());
}

}  // namespace detail
}  // namespace net
}  // namespace COIO_ABI
}  // namespace coio
