// How a coroutine waits for one of several synchronisation objects.
//
// It locks the mutexes of all of them, in the order of their addresses. If one has what is wanted,
// that takes effect; else a waiter is queued at each. These waiters share one word, which says
// which of them has been taken. A thread that would take one of them, with the mutex of its object,
// claims that word first, and otherwise passes the waiter over; so do the time limit and a
// cancellation. So one operation takes effect, or none. The coroutine takes the other waiters out
// of their queues when it goes on.
//
// Waiters of one coroutine never meet: none is queued while it looks for what is there.
#ifndef COIO_DETAIL_SYNC_SELECTION_HPP
#define COIO_DETAIL_SYNC_SELECTION_HPP

#include <chrono>
#include <concepts>
#include <mutex>
#include <optional>
#include <span>
#include <type_traits>
#include <utility>

#include "coio/asio.hpp"
#include "coio/detail/coro/fiber.hpp"
#include "coio/detail/coro/timer.hpp"
#include "coio/detail/export.hpp"
#include "coio/detail/sync/waiter.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace sync {
namespace detail {

class COIO_API selection : private coio::detail::suspension, private coio::detail::turn_timer {
 public:
  using time_point = std::chrono::steady_clock::time_point;

  // One of the operations.
  struct option {
    waiter* w = nullptr;
    time_point limit = (time_point::max)();
    wait_queue* queue = nullptr;  // null: it waits for that time alone
    void* object = nullptr;
    std::optional<asio::error_code> (*attempt)(void* object, waiter& w, waiter*& wake) = nullptr;
    void (*describe)(const waiter& w, coio::detail::wait_view& v) = nullptr;
  };

 protected:
  selection() noexcept : nobody_(nullptr) {}
  ~selection() = default;

  // `locks` has room for the mutex of each.
  void begin(fiber& f, coio::detail::frame at, std::span<option> all, std::span<std::mutex*> locks);
  // After the wait, and before the operations are destroyed.
  void end() noexcept;
  // Which was taken; null if the wait was cancelled.
  waiter* chosen() const noexcept {
    waiter* const w = chosen_.load(std::memory_order_acquire);
    return w == &nobody_ ? nullptr : w;
  }

 private:
  bool try_all(std::span<std::mutex*> locks);
  bool choose(waiter& w) noexcept;
  static bool cancel_wait(suspension& s) noexcept;
  static void describe(const suspension& s, coio::detail::wait_view& v);
  static void time_out(request& r);

  std::span<option> all_;
  choice chosen_{nullptr};
  waiter nobody_;               // chosen by a cancellation
  option* earliest_ = nullptr;  // whose time limit ends the wait
  bool timed_ = false;
};

// sleep_until() as one of several.
class chosen_sleep : public waiter {
 public:
  using value_type = void;

  explicit chosen_sleep(coio::detail::sleep_operation&& s) noexcept
      : waiter(nullptr), until_(s.until()) {}
  chosen_sleep(chosen_sleep&& other) noexcept : waiter(nullptr), until_(other.until_) {}

  void attach(fiber&) const noexcept {}

 private:
  friend struct selection_access;
  bool try_now() const noexcept { return until_ <= std::chrono::steady_clock::now(); }
  void give() const noexcept {}

  std::chrono::steady_clock::time_point until_;
};

// What a selection needs of an operation.
struct selection_access {
  template <typename Operation>
  static bool try_now(Operation& o) {
    return o.try_now();
  }
  template <typename Operation>
  static selection::option option_of(Operation& o) {
    if constexpr (std::same_as<Operation, chosen_sleep>) {
      return {.w = &o, .limit = o.until_};
    } else {
      auto& object = o.its_object();
      using object_type = std::remove_reference_t<decltype(object)>;
      return {
          .w = &o,
          .limit = o.limit_ ? *o.limit_ : (selection::time_point::max)(),
          .queue = &wait_access::queue(object),
          .object = &object,
          .attempt =
              [](void* with, waiter& w, waiter*& wake) {
                return wait_access::attempt(*static_cast<object_type*>(with), w, wake);
              },
          .describe = [](const waiter& w,
                         coio::detail::wait_view& v) { static_cast<const Operation&>(w).view(v); }};
    }
  }
  template <typename Operation>
  static bool is(Operation& o, const waiter* w) noexcept {
    return static_cast<const waiter*>(&o) == w;
  }
  template <typename Operation>
  static decltype(auto) give(Operation& o) {
    return o.give();
  }
};

template <typename Operation>
struct as_option {
  using type = Operation;
};
template <>
struct as_option<coio::detail::sleep_operation> {
  using type = chosen_sleep;
};

}  // namespace detail
}  // namespace sync
}  // namespace COIO_ABI
}  // namespace coio

#endif
