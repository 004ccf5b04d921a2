// Makes one call of the system fail, or one allocation: the program's own definitions of the
// system's functions stand before the system's.
#ifndef COIO_TEST_FAULTS_INJECTION_HPP
#define COIO_TEST_FAULTS_INJECTION_HPP

namespace coio::test {

enum class call {
  allocate,
  accept,
  bind,
  close,
  connect,
  epoll_create1,
  epoll_ctl,
  epoll_wait,
  eventfd,
  fcntl,
  fstat,
  getaddrinfo,
  getpeername,
  getsockname,
  getsockopt,
  ioctl,
  listen,
  open,
  pread,
  pthread_create,
  read,
  recv,
  send,
  setsockopt,
  socket,
  timerfd_create,
  number
};

const char* name_of(call) noexcept;

// In place of an error: the call moves one byte.
inline constexpr int one_byte = -1;

// The nth call from now on, counted from 1, and those that follow it, `times` in all, fail with
// this error. Calls of threads that are exempt do not count.
void arm(call, int error, long nth, long times) noexcept;
void disarm() noexcept;
// How many calls have failed since arm().
long failed() noexcept;

// The calling thread's calls succeed, as long as this lives.
class exempt {
 public:
  exempt() noexcept;
  ~exempt();
  exempt(const exempt&) = delete;
  exempt& operator=(const exempt&) = delete;

 private:
  bool before_;
};

}  // namespace coio::test

#endif
