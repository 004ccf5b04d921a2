// The executor by which Asio's operations complete to a coroutine: the strand that its turn is.
#ifndef COIO_DETAIL_CORO_TURN_EXECUTOR_HPP
#define COIO_DETAIL_CORO_TURN_EXECUTOR_HPP

#include <exception>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

#include "coio/asio.hpp"
#include "coio/coroutine_executor.hpp"
#include "coio/detail/coro/fiber.hpp"
#include "coio/detail/export.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// Within one, the calling thread is in the turn of the fiber.
class COIO_API turn_scope {
 public:
  COIO_NOT_IN_COROUTINE explicit turn_scope(fiber& f) noexcept;
  COIO_NOT_IN_COROUTINE ~turn_scope();
  turn_scope(const turn_scope&) = delete;
  turn_scope& operator=(const turn_scope&) = delete;

  // Within the turn of another fiber.
  bool nested() const noexcept { return before_ != nullptr; }

 private:
  fiber* before_;
};

// What a function throws that runs on behalf of another thread comes out of run().
COIO_API void keep_exception_of(const fiber& f) noexcept;

// A function that runs in the turn.
template <typename Function>
class in_turn {
 public:
  template <typename F>
  in_turn(const ref<fiber>& f, F&& function) : fiber_(f), function_(std::forward<F>(function)) {}

  void operator()() {
    if (fiber_->in_turn()) return std::move(function_)();
    if (fiber_->try_turn()) return call();
    auto* const later = new waiting(std::move(*this));
    const ref<fiber> f = later->what.fiber_;
    if (!f->enter_turn(*later)) return;
    in_turn now(std::move(later->what));
    delete later;
    now.call();
  }

 private:
  // With the turn.
  void call() {
    const ref<fiber> f = fiber_;
    const turn_scope scope(*f);
    struct leaving {
      fiber& f;
      bool nested;
      ~leaving() { f.leave_turn(nested); }
    } const at_exit{*f, scope.nested()};
    std::move(function_)();
  }

  struct waiting : request {
    explicit waiting(in_turn&& f) : request{&waiting::run_later}, what(std::move(f)) {}

    static void* operator new(std::size_t size) { return allocate_task(size); }
    static void operator delete(void* p, std::size_t size) noexcept { deallocate_task(p, size); }
    static void* operator new(std::size_t size, std::align_val_t a) {
      return ::operator new(size, a);
    }
    static void operator delete(void* p, std::size_t, std::align_val_t a) noexcept {
      ::operator delete(p, a);
    }

    static void run_later(request& r) {
      auto& self = static_cast<waiting&>(r);
      in_turn now(std::move(self.what));
      delete &self;
      try {
        std::move(now.function_)();
      } catch (...) {
        keep_exception_of(*now.fiber_);
      }
    }

    in_turn what;
  };

  ref<fiber> fiber_;
  Function function_;
};

template <typename Inner>
class basic_turn_executor {
 public:
  basic_turn_executor(const Inner& inner, ref<fiber> f) noexcept
      : inner_(inner), fiber_(std::move(f)) {}

  friend bool operator==(const basic_turn_executor& a, const basic_turn_executor& b) noexcept {
    return a.inner_ == b.inner_ && a.fiber_ == b.fiber_;
  }
  friend bool operator!=(const basic_turn_executor& a, const basic_turn_executor& b) noexcept {
    return !(a == b);
  }

  template <typename Property>
    requires asio::can_query_v<const Inner&, Property>
  auto query(const Property& p) const noexcept
      -> decltype(asio::query(std::declval<const Inner&>(), p)) {
    return asio::query(inner_, p);
  }

  template <typename Property>
    requires asio::can_require_v<const Inner&, Property>
  auto require(const Property& p) const noexcept {
    using required = std::decay_t<decltype(asio::require(inner_, p))>;
    return basic_turn_executor<required>(asio::require(inner_, p), fiber_);
  }

  template <typename Function>
  void execute(Function&& f) const {
    inner_.execute(in_turn<std::decay_t<Function>>(fiber_, std::forward<Function>(f)));
  }

#if !defined(COIO_NO_TS_EXECUTORS)
  io_context& context() const noexcept { return inner_.context(); }
  void on_work_started() const noexcept { inner_.on_work_started(); }
  void on_work_finished() const noexcept { inner_.on_work_finished(); }
  template <typename Function, typename Allocator>
  void dispatch(Function&& f, const Allocator& a) const {
    inner_.dispatch(in_turn<std::decay_t<Function>>(fiber_, std::forward<Function>(f)), a);
  }
  template <typename Function, typename Allocator>
  void post(Function&& f, const Allocator& a) const {
    inner_.post(in_turn<std::decay_t<Function>>(fiber_, std::forward<Function>(f)), a);
  }
  template <typename Function, typename Allocator>
  void defer(Function&& f, const Allocator& a) const {
    post(std::forward<Function>(f), a);
  }
#endif

 private:
  Inner inner_;
  ref<fiber> fiber_;
};

using turn_executor = basic_turn_executor<coroutine_executor>;

COIO_API turn_executor turn_executor_of(fiber& f) noexcept;
// The executor of the fiber's context.
COIO_API coroutine_executor executor_of(const fiber& f) noexcept;
// Throws operation_aborted on behalf of who awaits something in a coroutine that was cancelled.
[[noreturn]] COIO_API void throw_aborted();

// Memory of operations comes from the worker's cache.
template <typename T>
struct cached_allocator {
  using value_type = T;

  cached_allocator() = default;
  template <typename U>
  cached_allocator(const cached_allocator<U>&) noexcept {}

  T* allocate(std::size_t n) {
    if constexpr (alignof(T) <= __STDCPP_DEFAULT_NEW_ALIGNMENT__)
      return static_cast<T*>(allocate_task(n * sizeof(T)));
    else
      return std::allocator<T>().allocate(n);
  }
  void deallocate(T* p, std::size_t n) noexcept {
    if constexpr (alignof(T) <= __STDCPP_DEFAULT_NEW_ALIGNMENT__)
      deallocate_task(p, n * sizeof(T));
    else
      std::allocator<T>().deallocate(p, n);
  }
  template <typename U>
  friend bool operator==(const cached_allocator&, const cached_allocator<U>&) noexcept {
    return true;
  }
};

template <>
struct cached_allocator<void> {
  using value_type = void;
  cached_allocator() = default;
  template <typename U>
  cached_allocator(const cached_allocator<U>&) noexcept {}
  template <typename U>
  struct rebind {
    using other = cached_allocator<U>;
  };
  template <typename U>
  friend bool operator==(const cached_allocator&, const cached_allocator<U>&) noexcept {
    return true;
  }
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
