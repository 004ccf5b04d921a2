#include "platform/call_stack.hpp"

// Since glibc 2.35 the unwinder finds its tables with _dl_find_object(), without locks and without
// memory, and so may run in the handler of a signal.
#if defined(__GLIBC_PREREQ)
#if __GLIBC_PREREQ(2, 35)
#define COIO_HAS_CALL_STACKS
#endif
#endif

#if defined(COIO_HAS_CALL_STACKS)
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
#include <mutex>

#include "platform/demangle.hpp"
#endif

namespace coio {
inline namespace COIO_ABI {
namespace detail {

#if defined(COIO_HAS_CALL_STACKS)

namespace {

// AddressSanitizer takes the frames of functions for dead that lie beyond the stack on which a
// handler runs. There it must be the thread's own.
#if defined(__SANITIZE_ADDRESS__)
#define COIO_ADDRESS_SANITIZER
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define COIO_ADDRESS_SANITIZER
#endif
#endif
#if defined(COIO_ADDRESS_SANITIZER)
constexpr int signal_flags = SA_RESTART;
#else
constexpr int signal_flags = SA_RESTART | SA_ONSTACK;
#endif

constexpr long time_limit_ns = 100'000'000;

// The request of one thread to another. A thread that handles the signal after the time limit finds
// no request.
struct {
  std::mutex mutex;  // held by the thread that asks
  enum step { idle, asked, noting };
  std::atomic<step> at{idle};
  std::atomic<long> thread{0};
  sem_t noted;
  std::array<std::uintptr_t, 64> addresses;
  std::size_t size;
  void (*also)(void*);
  void* with;
} interruption;
static_assert(std::atomic<long>::is_always_lock_free);

_Unwind_Reason_Code note(_Unwind_Context* c, void*) {
  int interrupted = 0;
  const std::uintptr_t address = _Unwind_GetIPInfo(c, &interrupted);
  if (address == 0) return _URC_END_OF_STACK;
  // The frames before are those of the handler of the signal and of its caller.
  if (interrupted) interruption.size = 0;
  // A return address is that of the instruction after the call, which may be another function's.
  interruption.addresses[interruption.size++] = interrupted ? address : address - 1;
  return interruption.size < interruption.addresses.size() ? _URC_NO_REASON : _URC_END_OF_STACK;
}

void on_signal(int) {
  const int error = errno;
  auto step = interruption.asked;
  // acq_rel: pairs with the thread that asks, in both directions (orders: signal).
  if (::gettid() == interruption.thread.load(std::memory_order_relaxed) &&
      interruption.at.compare_exchange_strong(step, interruption.noting,
                                              std::memory_order_acq_rel)) {
    interruption.size = 0;
    _Unwind_Backtrace(note, nullptr);
    if (interruption.also) interruption.also(interruption.with);
    ::sem_post(&interruption.noted);
  }
  errno = error;
}

// Makes the thread note its return addresses. Returns false if it does not within the time limit.
bool ask(long thread) {
  ::timespec end;
  ::clock_gettime(CLOCK_REALTIME, &end);
  end.tv_nsec += time_limit_ns;
  end.tv_sec += end.tv_nsec / 1'000'000'000;
  end.tv_nsec %= 1'000'000'000;
  interruption.thread.store(thread, std::memory_order_relaxed);
  interruption.at.store(interruption.asked, std::memory_order_release);
  bool noted = ::syscall(SYS_tgkill, ::getpid(), thread, SIGURG) == 0;
  int result;
  while (noted && (result = ::sem_timedwait(&interruption.noted, &end)) != 0 && errno == EINTR) {
  }
  noted = noted && result == 0;
  if (auto step = interruption.asked;
      !noted && !interruption.at.compare_exchange_strong(step, interruption.idle,
                                                         std::memory_order_acq_rel)) {
    // The thread has begun at the last moment.
    while (::sem_wait(&interruption.noted) != 0) {
    }
    noted = true;
  }
  interruption.at.store(interruption.idle, std::memory_order_relaxed);
  return noted;
}

call_frame frame_at(std::uintptr_t address) {
  ::Dl_info info{};
  ::dladdr(reinterpret_cast<void*>(address), &info);
  call_frame f{"??", info.dli_fname ? info.dli_fname : "??",
               address - reinterpret_cast<std::uintptr_t>(info.dli_fbase)};
  if (info.dli_sname) f.function = demangled(info.dli_sname);
  return f;
}

}  // namespace

std::vector<call_frame> call_stack(long thread, void (*also)(void* with), void* with) {
  std::vector<call_frame> frames;
  const std::lock_guard lock(interruption.mutex);
  [[maybe_unused]] static const bool once = [] {
    ::sem_init(&interruption.noted, 0, 0);
    // What the unwinder does at its first use must not happen in the handler of a signal.
    _Unwind_Backtrace([](_Unwind_Context*, void*) { return _URC_END_OF_STACK; }, nullptr);
    return true;
  }();
  struct ::sigaction ours {
  }, before{};
  if (::sigaction(SIGURG, nullptr, &before) != 0 || (before.sa_flags & SA_SIGINFO) != 0 ||
      (before.sa_handler != SIG_DFL && before.sa_handler != SIG_IGN))
    return frames;
  ours.sa_handler = on_signal;
  ours.sa_flags = signal_flags;
  ::sigfillset(&ours.sa_mask);
  if (::sigaction(SIGURG, &ours, nullptr) != 0) return frames;
  interruption.also = also;
  interruption.with = with;
  const bool noted = ask(thread);
  // The default, which is in force again, ignores a signal that arrives late.
  ::sigaction(SIGURG, &before, nullptr);
  if (noted)
    for (std::size_t i = 0; i < interruption.size; ++i)
      frames.push_back(frame_at(interruption.addresses[i]));
  return frames;
}

#else

std::vector<call_frame> call_stack(long, void (*)(void*), void*) {
  return {};
}

#endif

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
