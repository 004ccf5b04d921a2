// A task: a function object on its way through the run queues.
#ifndef COIO_DETAIL_CORE_TASK_HPP
#define COIO_DETAIL_CORE_TASK_HPP

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

#include "coio/asio.hpp"
#include "coio/detail/core/worker_base.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

class run_queue;

class task {
 public:
  task(const task&) = delete;
  task& operator=(const task&) = delete;

  // Runs the function and frees the task, in the other order: the memory is free for what the
  // function posts.
  void run() { call_(this, true); }

  // Frees the task without running it.
  void destroy() noexcept { call_(this, false); }

 protected:
  using call = void (*)(task*, bool run);
  explicit task(call c) noexcept : call_(c) {}
  ~task() = default;

 private:
  friend class run_queue;

  call call_;
  // In the run queue in which it was last. Atomic: its owner may look for it there while a thief
  // puts it into another.
  std::atomic<std::uint32_t> position_{0};
};

template <typename Function, typename Allocator>
class task_of final : public task {
  using rebound = typename std::allocator_traits<Allocator>::template rebind_alloc<task_of>;
  using traits = std::allocator_traits<rebound>;

  // The default allocator says that the user has no wish: the worker's cache serves.
  template <typename T>
  struct is_std_allocator : std::false_type {};
  template <typename T>
  struct is_std_allocator<std::allocator<T>> : std::true_type {};

 public:
  template <typename F>
  static task* make(F&& f, const Allocator& a) {
    rebound r(a);
    task_of* p = allocate(r);
    try {
      return ::new (static_cast<void*>(p)) task_of(std::forward<F>(f), a);
    } catch (...) {
      deallocate(p, r);
      throw;
    }
  }

 private:
  template <typename F>
  task_of(F&& f, const Allocator& a)
      : task(&task_of::call_function), allocator_(a), function_(std::forward<F>(f)) {}

  static constexpr bool cached() {
    return is_std_allocator<Allocator>::value &&
           alignof(task_of) <= __STDCPP_DEFAULT_NEW_ALIGNMENT__;
  }

  static task_of* allocate(rebound& r) {
    if constexpr (cached())
      return static_cast<task_of*>(allocate_task(sizeof(task_of)));
    else
      return traits::allocate(r, 1);
  }

  static void deallocate(task_of* p, [[maybe_unused]] rebound& r) noexcept {
    if constexpr (cached())
      deallocate_task(p, sizeof(task_of));
    else
      traits::deallocate(r, p, 1);
  }

  static void call_function(task* base, bool run) {
    auto* self = static_cast<task_of*>(base);
    struct freeing {
      task_of* p;
      rebound r;
      void now() noexcept {
        if (!p) return;
        p->~task_of();
        deallocate(std::exchange(p, nullptr), r);
      }
      ~freeing() { now(); }
    } memory{self, rebound(self->allocator_)};
    if (!run) return;
    Function function(std::move(self->function_));
    memory.now();
    function();
  }

  [[no_unique_address]] Allocator allocator_;
  Function function_;
};

template <typename Function, typename Allocator>
task* make_task(Function&& f, const Allocator& a) {
  return task_of<std::decay_t<Function>, Allocator>::make(std::forward<Function>(f), a);
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
