// The timer of the systems that have kqueue().
#include <sys/event.h>
#include <sys/time.h>
#include <sys/types.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>

#include "platform/system.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

void change(std::intptr_t queue, unsigned short flags, unsigned int unit, std::int64_t data) {
  struct ::kevent change {};
  change.ident = 1;
  change.filter = EVFILT_TIMER;
  change.flags = flags;
  change.fflags = unit;
  change.data = static_cast<decltype(change.data)>(data);
  ::kevent(static_cast<int>(queue), &change, 1, nullptr, 0, nullptr);
}

}  // namespace

void system_timer::open() noexcept {
  handle_ = ::kqueue();
}

void system_timer::close() noexcept {
  if (handle_ != none) ::close(static_cast<int>(handle_));
}

// The child of a fork does not inherit the descriptor. Its number may be that of another one there.
void system_timer::renew() noexcept {
  open();
}

void system_timer::set(std::chrono::microseconds delay) noexcept {
  // Takes back what has expired, too.
  change(handle_, EV_ADD | EV_ONESHOT, NOTE_USECONDS, delay.count());
}

void system_timer::cancel() noexcept {
  change(handle_, EV_DELETE, 0, 0);
}

void system_timer::wait() noexcept {
  struct ::kevent event {};
  while (::kevent(static_cast<int>(handle_), nullptr, 0, &event, 1, nullptr) < 0)
    if (errno != EINTR) {
      // The program has closed this descriptor.
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
      return;
    }
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
