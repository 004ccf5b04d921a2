#include "coio/stack_trace.hpp"

// glibc 2.35 has _dl_find_object(), by which the unwinder works without locks and memory, and so in
// the handler of a signal.
#if defined(__linux__) && defined(__GLIBC_PREREQ)
#if __GLIBC_PREREQ(2, 35)
#define COIO_STACK_TRACES
#endif
#endif

#if defined(COIO_STACK_TRACES)
#include <cxxabi.h>
#include <dlfcn.h>
#include <semaphore.h>
#include <signal.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>
#include <unwind.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <mutex>
#endif

namespace coio {
inline namespace COIO_ABI {

#if defined(COIO_STACK_TRACES)

namespace {

constexpr long patience_ns = 100'000'000;

// What one thread asks of another. A thread that comes too late finds nothing asked.
struct {
  std::mutex mutex;  // held by who asks
  enum step { idle, asked, noting };
  std::atomic<step> at{idle};
  std::atomic<long> thread{0};
  sem_t noted;
  std::array<std::uintptr_t, 64> addresses;
  std::size_t size;
} request;
static_assert(std::atomic<long>::is_always_lock_free);

_Unwind_Reason_Code note(_Unwind_Context* c, void*) {
  int interrupted = 0;
  const std::uintptr_t address = _Unwind_GetIPInfo(c, &interrupted);
  if (address == 0) return _URC_END_OF_STACK;
  // What came before are the handler of the signal and its caller.
  if (interrupted) request.size = 0;
  // Return addresses are behind the call, which may be the last instruction of the function.
  request.addresses[request.size++] = interrupted ? address : address - 1;
  return request.size < request.addresses.size() ? _URC_NO_REASON : _URC_END_OF_STACK;
}

void on_signal(int) {
  const int error = errno;
  auto step = request.asked;
  // acq_rel: pairs with who asks, in both directions.
  if (::gettid() == request.thread.load(std::memory_order_relaxed) &&
      request.at.compare_exchange_strong(step, request.noting, std::memory_order_acq_rel)) {
    request.size = 0;
    _Unwind_Backtrace(note, nullptr);
    ::sem_post(&request.noted);
  }
  errno = error;
}

// Has the thread note its addresses; false if it does not come to it.
bool ask(long thread) {
  ::timespec end;
  ::clock_gettime(CLOCK_REALTIME, &end);
  end.tv_nsec += patience_ns;
  end.tv_sec += end.tv_nsec / 1'000'000'000;
  end.tv_nsec %= 1'000'000'000;
  request.thread.store(thread, std::memory_order_relaxed);
  request.at.store(request.asked, std::memory_order_release);
  bool noted = ::syscall(SYS_tgkill, ::getpid(), thread, SIGURG) == 0;
  int result;
  while (noted && (result = ::sem_timedwait(&request.noted, &end)) != 0 && errno == EINTR) {
  }
  noted = noted && result == 0;
  if (auto step = request.asked; !noted && !request.at.compare_exchange_strong(
                                               step, request.idle, std::memory_order_acq_rel)) {
    // It has begun at the last moment.
    while (::sem_wait(&request.noted) != 0) {
    }
    noted = true;
  }
  request.at.store(request.idle, std::memory_order_relaxed);
  return noted;
}

std::string line(std::uintptr_t address) {
  ::Dl_info info{};
  ::dladdr(reinterpret_cast<void*>(address), &info);
  std::string name = "??";
  if (info.dli_sname) {
    const std::unique_ptr<char, decltype(&std::free)> whole(
        abi::__cxa_demangle(info.dli_sname, nullptr, nullptr, nullptr), &std::free);
    name = whole ? whole.get() : info.dli_sname;
  }
  char offset[24];
  std::snprintf(offset, sizeof offset, "%#zx",
                address - reinterpret_cast<std::uintptr_t>(info.dli_fbase));
  return name + " (" + (info.dli_fname ? info.dli_fname : "??") + ' ' + offset + ")\n";
}

}  // namespace

std::string stack_trace(const stuck_worker& s) {
  std::string text;
  const std::lock_guard lock(request.mutex);
  [[maybe_unused]] static const bool once = [] {
    ::sem_init(&request.noted, 0, 0);
    // What the unwinder does at its first use must not be done in a handler.
    _Unwind_Backtrace([](_Unwind_Context*, void*) { return _URC_END_OF_STACK; }, nullptr);
    return true;
  }();
  struct ::sigaction ours {
  }, before{};
  if (::sigaction(SIGURG, nullptr, &before) != 0 || (before.sa_flags & SA_SIGINFO) != 0 ||
      (before.sa_handler != SIG_DFL && before.sa_handler != SIG_IGN))
    return text;
  ours.sa_handler = on_signal;
  ours.sa_flags = SA_RESTART | SA_ONSTACK;
  ::sigfillset(&ours.sa_mask);
  if (::sigaction(SIGURG, &ours, nullptr) != 0) return text;
  const bool noted = ask(s.thread);
  // A signal that comes late is ignored, as it is by default.
  ::sigaction(SIGURG, &before, nullptr);
  if (noted)
    for (std::size_t i = 0; i < request.size; ++i)
      text += line(request.addresses[i]);
  return text;
}

#else

std::string stack_trace(const stuck_worker&) {
  return {};
}

#endif

}  // namespace COIO_ABI
}  // namespace coio
