#include "injection.hpp"

#include <dlfcn.h>
#include <fcntl.h>
#include <netdb.h>
#include <pthread.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/timerfd.h>
#include <sys/uio.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <utility>

namespace coio::test {

namespace {

constexpr const char* names[] = {
    "operator new", "accept",         "bind",       "close", "connect", "epoll_create1",
    "epoll_ctl",    "epoll_wait",     "eventfd",    "fcntl", "fstat",   "getaddrinfo",
    "getpeername",  "getsockname",    "getsockopt", "ioctl", "listen",  "open",
    "pread",        "pthread_create", "read",       "recv",  "send",    "setsockopt",
    "socket",       "timerfd_create"};
static_assert(std::size(names) == static_cast<std::size_t>(call::number));

std::atomic<call> armed{call::number};
std::atomic<int> armed_error{0};
std::atomic<long> calls{0}, first{0}, last{0}, failures{0};
constinit thread_local bool is_exempt = false;

// Whether this call is to fail; then `error` says how.
bool fails(call c, int& error) noexcept {
  if (armed.load(std::memory_order_acquire) != c || is_exempt) return false;
  const long n = calls.fetch_add(1) + 1;
  if (n < first || n >= last) return false;
  failures.fetch_add(1);
  error = armed_error;
  return true;
}

}  // namespace

const char* name_of(call c) noexcept {
  return names[static_cast<std::size_t>(c)];
}

void arm(call c, int error, long nth, long times) noexcept {
  disarm();
  calls = 0;
  failures = 0;
  first = nth;
  last = nth + times;
  armed_error = error;
  armed.store(c, std::memory_order_release);
}

void disarm() noexcept {
  armed.store(call::number);
}

long failed() noexcept {
  return failures;
}

exempt::exempt() noexcept : before_(std::exchange(is_exempt, true)) {}

exempt::~exempt() {
  is_exempt = before_;
}

}  // namespace coio::test

using coio::test::call;
using coio::test::fails;
using coio::test::one_byte;

// ---- Calls ----

// The next definition: a sanitizer's, or the system's. Sanitizers of clang's are in the program
// itself, where only this name leads to them.
#define DEFINE(result, name, parameters, arguments, which, on_error) \
  DEFINE_WHERE(true, result, name, parameters, arguments, which, on_error)
// Calls for which the condition does not hold do not count.
#define DEFINE_WHERE(condition, result, name, parameters, arguments, which, on_error)           \
  extern "C" result __interceptor_##name parameters __attribute__((weak));                      \
  extern "C" result name parameters {                                                           \
    static const auto real =                                                                    \
        __interceptor_##name ? &__interceptor_##name                                            \
                             : reinterpret_cast<result(*) parameters>(dlsym(RTLD_NEXT, #name)); \
    if (int error = 0; (condition) && fails(call::which, error)) on_error;                      \
    return real arguments;                                                                      \
  }

#define FAIL return (errno = error, -1)
// Of those that move bytes, `size` is how many.
#define FAIL_OR_SHORT(size)      \
  {                              \
    if (error != one_byte) FAIL; \
    if (size > 1) size = 1;      \
  }
// A message of several parts is cut down to the first byte of the first.
#define FAIL_OR_SHORT_MESSAGE                                 \
  {                                                           \
    if (error != one_byte) FAIL;                              \
    iovec part = m->msg_iovlen > 0 ? m->msg_iov[0] : iovec{}; \
    if (part.iov_len > 1) part.iov_len = 1;                   \
    msghdr cut = *m;                                          \
    cut.msg_iov = &part;                                      \
    cut.msg_iovlen = m->msg_iovlen > 0 ? 1 : 0;               \
    return real(fd, &cut, flags);                             \
  }
#define FAIL_OR_SHORT_PARTS                 \
  {                                         \
    if (error != one_byte) FAIL;            \
    iovec part = n > 0 ? v[0] : iovec{};    \
    if (part.iov_len > 1) part.iov_len = 1; \
    return real(fd, &part, n > 0 ? 1 : 0);  \
  }
#define FAIL_OR_SHORT_PARTS_AT                 \
  {                                            \
    if (error != one_byte) FAIL;               \
    iovec part = n > 0 ? v[0] : iovec{};       \
    if (part.iov_len > 1) part.iov_len = 1;    \
    return real(fd, &part, n > 0 ? 1 : 0, at); \
  }

DEFINE(int, accept, (int fd, sockaddr* a, socklen_t* n), (fd, a, n), accept, FAIL)
DEFINE(int, bind, (int fd, const sockaddr* a, socklen_t n), (fd, a, n), bind, FAIL)
DEFINE(int, connect, (int fd, const sockaddr* a, socklen_t n), (fd, a, n), connect, FAIL)
DEFINE(int, epoll_create1, (int flags), (flags), epoll_create1, FAIL)
// Asio does not look at the result for descriptors of its own, nor where it changes what it waits
// for.
static bool is_socket(int fd) {
  struct stat s;
  const coio::test::exempt here;
  return fstat(fd, &s) == 0 && S_ISSOCK(s.st_mode);
}
DEFINE_WHERE(what == EPOLL_CTL_ADD && is_socket(fd), int, epoll_ctl,
             (int e, int what, int fd, epoll_event* v), (e, what, fd, v), epoll_ctl, FAIL)
DEFINE(int, epoll_wait, (int e, epoll_event* v, int n, int ms), (e, v, n, ms), epoll_wait, FAIL)
DEFINE(int, eventfd, (unsigned value, int flags), (value, flags), eventfd, FAIL)
DEFINE(int, fstat, (int fd, struct stat* s), (fd, s), fstat, FAIL)
DEFINE(int, getpeername, (int fd, sockaddr* a, socklen_t* n), (fd, a, n), getpeername, FAIL)
DEFINE(int, getsockname, (int fd, sockaddr* a, socklen_t* n), (fd, a, n), getsockname, FAIL)
DEFINE(int, getsockopt, (int fd, int l, int o, void* v, socklen_t* n), (fd, l, o, v, n), getsockopt,
       FAIL)
DEFINE(int, listen, (int fd, int n), (fd, n), listen, FAIL)
DEFINE(int, setsockopt, (int fd, int l, int o, const void* v, socklen_t n), (fd, l, o, v, n),
       setsockopt, FAIL)
DEFINE(int, socket, (int domain, int type, int protocol), (domain, type, protocol), socket, FAIL)
DEFINE(int, timerfd_create, (int clock, int flags), (clock, flags), timerfd_create, FAIL)
DEFINE(int, getaddrinfo, (const char* host, const char* s, const addrinfo* h, addrinfo** r),
       (host, s, h, r), getaddrinfo, return error)
DEFINE(int, pthread_create,
       (pthread_t * t, const pthread_attr_t* a, void* (*f)(void*), void* argument),
       (t, a, f, argument), pthread_create, return error)
// The descriptor is closed all the same, as it is by Linux.
DEFINE(int, close, (int fd), (fd), close, {
  real(fd);
  FAIL;
})
DEFINE(ssize_t, read, (int fd, void* p, size_t n), (fd, p, n), read, FAIL_OR_SHORT(n))
DEFINE(ssize_t, readv, (int fd, const iovec* v, int n), (fd, v, n), read, FAIL_OR_SHORT_PARTS)
DEFINE(ssize_t, pread, (int fd, void* p, size_t n, off_t at), (fd, p, n, at), pread,
       FAIL_OR_SHORT(n))
DEFINE(ssize_t, preadv, (int fd, const iovec* v, int n, off_t at), (fd, v, n, at), pread,
       FAIL_OR_SHORT_PARTS_AT)
DEFINE(ssize_t, recv, (int fd, void* p, size_t n, int flags), (fd, p, n, flags), recv,
       FAIL_OR_SHORT(n))
DEFINE(ssize_t, recvmsg, (int fd, msghdr* m, int flags), (fd, m, flags), recv,
       FAIL_OR_SHORT_MESSAGE)
DEFINE(ssize_t, send, (int fd, const void* p, size_t n, int flags), (fd, p, n, flags), send,
       FAIL_OR_SHORT(n))
DEFINE(ssize_t, sendmsg, (int fd, const msghdr* m, int flags), (fd, m, flags), send,
       FAIL_OR_SHORT_MESSAGE)

// With one argument or none after the command, which is passed on as it came.
#define DEFINE_VARIADIC(name, first, what, which)                                   \
  extern "C" int __interceptor_##name(first, what, ...) __attribute__((weak));      \
  extern "C" int name(first a, what b, ...) {                                       \
    static const auto real =                                                        \
        __interceptor_##name                                                        \
            ? &__interceptor_##name                                                 \
            : reinterpret_cast<int (*)(first, what, ...)>(dlsym(RTLD_NEXT, #name)); \
    if (int error = 0; fails(call::which, error)) FAIL;                             \
    va_list list;                                                                   \
    va_start(list, b);                                                              \
    void* const rest = va_arg(list, void*);                                         \
    va_end(list);                                                                   \
    return real(a, b, rest);                                                        \
  }

DEFINE_VARIADIC(fcntl, int, int, fcntl)
DEFINE_VARIADIC(ioctl, int, unsigned long, ioctl)
DEFINE_VARIADIC(open, const char*, int, open)

// ---- Memory ----

// Asio's handlers.
DEFINE(void*, aligned_alloc, (size_t alignment, size_t n), (alignment, n), allocate, return nullptr)

namespace {

void* allocate(std::size_t n, std::size_t alignment) {
  if (int error = 0; fails(call::allocate, error)) return nullptr;
  if (alignment <= alignof(std::max_align_t)) return std::malloc(n ? n : 1);
  void* p = nullptr;
  return posix_memalign(&p, alignment, n) == 0 ? p : nullptr;
}

void* allocate_or_throw(std::size_t n, std::size_t alignment) {
  if (void* const p = allocate(n, alignment)) return p;
  throw std::bad_alloc();
}

}  // namespace

void* operator new(std::size_t n) {
  return allocate_or_throw(n, 1);
}
void* operator new(std::size_t n, const std::nothrow_t&) noexcept {
  return allocate(n, 1);
}
void* operator new(std::size_t n, std::align_val_t a) {
  return allocate_or_throw(n, static_cast<std::size_t>(a));
}
void* operator new(std::size_t n, std::align_val_t a, const std::nothrow_t&) noexcept {
  return allocate(n, static_cast<std::size_t>(a));
}
void operator delete(void* p) noexcept {
  std::free(p);
}
void operator delete(void* p, std::size_t) noexcept {
  std::free(p);
}
void operator delete(void* p, std::align_val_t) noexcept {
  std::free(p);
}
void operator delete(void* p, std::size_t, std::align_val_t) noexcept {
  std::free(p);
}
