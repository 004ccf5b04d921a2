// What a worker did last, for a trace.
#ifndef COIO_SRC_TRACE_TRACE_RING_HPP
#define COIO_SRC_TRACE_TRACE_RING_HPP

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <source_location>
#include <string_view>

#include "coio/asio.hpp"
#include "platform/clock.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// Whether any scheduler of the process has a trace, or has had one. Then a thread looks whether its
// worker has. relaxed: a worker runs after its scheduler has been made.
extern constinit std::atomic<bool> tracing;
inline bool is_tracing() noexcept {
  return tracing.load(std::memory_order_relaxed);
}

enum class trace_kind : std::uint8_t {
  handler,    // begin to end
  task,       // begin to end
  coroutine,  // begin to end; its number; where it stopped
  waiting,    // begin to end
  assist,     // begin to end; whom
  steal,      // at begin; how many tasks
  wake,       // at begin; the number of a coroutine that is queued
  name        // of the coroutine with that number
};

struct trace_event {
  struct span {
    std::int64_t end;
    std::source_location at;
  };

  std::int64_t begin;  // nanoseconds of the steady clock
  std::uint64_t number;
  trace_kind kind;
  union {
    span rest;
    std::array<char, 24> text;
  };
};

// Written by the worker alone. Who reads it has waited for the worker to leave.
class trace_ring {
 public:
  static constexpr std::size_t size = std::size_t(1) << 16;

  // Left as the memory is: pages that are never written take none.
  trace_ring() : memory_(std::make_unique_for_overwrite<slot[]>(size)) {}

  // From `begin` until now.
  void span(trace_kind k, std::int64_t begin, std::uint64_t number = 0,
            std::source_location at = {}) noexcept {
    add({begin, number, k, {{steady_now(), at}}});
  }
  void instant(trace_kind k, std::uint64_t number) noexcept {
    const std::int64_t t = steady_now();
    add({t, number, k, {{t, {}}}});
  }
  void name(std::uint64_t coroutine, std::string_view text) noexcept {
    trace_event e{steady_now(), coroutine, trace_kind::name, {{0, {}}}};
    e.text = {};
    std::memcpy(e.text.data(), text.data(), std::min(text.size(), e.text.size() - 1));
    add(e);
  }

  std::size_t count() const noexcept {
    return static_cast<std::size_t>(std::min<std::uint64_t>(next_, size));
  }
  void clear() noexcept { next_ = 0; }

  // How many there is no room for any more.
  std::uint64_t lost() const noexcept { return next_ - count(); }
  // The oldest is the first.
  const trace_event& operator[](std::size_t i) const noexcept {
    return memory_[(next_ - count() + i) % size].event;
  }

 private:
  union slot {
    slot() noexcept {}
    trace_event event;
  };

  void add(const trace_event& e) noexcept { ::new (&memory_[next_++ % size].event) trace_event(e); }

  std::unique_ptr<slot[]> memory_;
  std::uint64_t next_ = 0;
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
