// What is to be seen of a fiber from outside.
#ifndef COIO_SRC_CORO_FIBER_READER_HPP
#define COIO_SRC_CORO_FIBER_READER_HPP

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <source_location>

#include "coio/detail/coro/fiber.hpp"
#include "coro/await_chain.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

class fiber_reader {
 public:
  // ---- With the lock of the roster in which the fiber is ----

  // Who waits for its end, if that is a fiber in the same roster. Such a one is in the roster as
  // long as the lock is held, although it may cease to wait.
  static fiber* joiner(const fiber& f) noexcept {
    // acquire: pairs with fiber::wait() (orders: joiner).
    const std::uintptr_t w = f.waiter_.load(std::memory_order_acquire);
    return (w & fiber::kinds) == fiber::is_fiber ? reinterpret_cast<fiber*>(w & ~fiber::kinds)
                                                 : nullptr;
  }
  static std::source_location last_at(const fiber& f) noexcept {
    return f.last_at_.load(std::memory_order_relaxed);
  }

  // ---- In its turn, besides, while it is suspended ----

  static bool waits(const fiber& f) noexcept { return !f.ready_ && f.where_; }
  static wait_view what(const fiber& f) {
    wait_view v;
    f.where_->how->describe(*f.where_, v);
    return v;
  }
  // When it was suspended, in nanoseconds of the steady clock.
  static std::int64_t since(const fiber& f) noexcept { return f.since_; }

  // Calls a function with the place of each coroutine, the innermost first. Also by the thread that
  // has the turn, in the handler of a signal.
  template <typename Function>
  static void each_place(const fiber& f, Function call) {
    for (frame at = f.next_; at; at = at.promise().outer)
      call(at.promise().at);
  }

  static void note(const fiber* f, await_chain& c) noexcept {
    c.coroutine = f ? f->id() : 0;
    c.size = 0;
    c.name[0] = 0;
    if (!f) return;
    if (f->name_) {
      const std::size_t n = std::min(f->name_->size(), c.name.size() - 1);
      std::memcpy(c.name.data(), f->name_->data(), n);
      c.name[n] = 0;
    }
    each_place(*f, [&](const std::source_location& at) {
      if (c.size < c.at.size()) c.at[c.size++] = at;
    });
  }
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
