// The executor of io_context and thread_pool.
#ifndef COIO_EXECUTOR_HPP
#define COIO_EXECUTOR_HPP

#include <cstddef>
#include <cstdint>
#include <future>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

#include "coio/asio.hpp"
#include "coio/detail/core/home.hpp"
#include "coio/detail/core/submit.hpp"
#include "coio/detail/core/task.hpp"

namespace coio {
inline namespace COIO_ABI {

class io_context;

namespace detail {
struct executor_access;
}

/// The executor of io_context and thread_pool: a home, which is a shard of the context, and
/// properties.
/**
 * It has the standard properties (blocking, relationship, outstanding_work, allocator, mapping,
 * occupancy, context) and the members of a Networking TS executor.
 *
 * I/O objects made from an executor live at its home: the reactor of that shard serves them, and
 * their completion handlers run on the worker that serves the shard. Functions that execute() is
 * given run on any worker. Copying, converting, and changing a property keep the home. Executors
 * with different homes are not equal. See io_context::next_executor().
 *
 * Thread safety: Distinct objects: Safe. Shared objects: Safe for concurrent use of const members.
 */
template <typename Allocator, bool Tracked>
class basic_executor {
 public:
  basic_executor(const basic_executor& other) noexcept
      : target_(other.target_), allocator_(other.allocator_) {
    if constexpr (Tracked) start_work();
  }

  basic_executor(basic_executor&& other) noexcept
      : target_(Tracked ? std::exchange(other.target_, 0) : other.target_),
        allocator_(std::move(other.allocator_)) {}

  basic_executor& operator=(const basic_executor& other) noexcept {
    if (this != &other) {
      basic_executor copy(other);
      swap(copy);
    }
    return *this;
  }

  basic_executor& operator=(basic_executor&& other) noexcept {
    if (this != &other) {
      basic_executor moved(std::move(other));
      swap(moved);
    }
    return *this;
  }

  ~basic_executor() {
    if constexpr (Tracked)
      if (target_) detail::work_finished(scheduler());
  }

  friend bool operator==(const basic_executor& a, const basic_executor& b) noexcept {
    return a.target_ == b.target_ && a.allocator_ == b.allocator_;
  }
  friend bool operator!=(const basic_executor& a, const basic_executor& b) noexcept {
    return !(a == b);
  }

  /// Whether the calling thread runs handlers of the context.
  bool running_in_this_thread() const noexcept {
    return detail::current_worker(scheduler()) != nullptr;
  }

  /// The shard that is this executor's home, always the same. That of io_context::get_executor() is
  /// the context itself.
  io_context& query(asio::execution::context_t) const noexcept { return *home().shard; }

  static constexpr asio::execution::mapping_t query(asio::execution::mapping_t) noexcept {
    return asio::execution::mapping.thread;
  }

  asio::execution::blocking_t query(asio::execution::blocking_t) const noexcept {
    if (target_ & never) return asio::execution::blocking.never;
    if (target_ & always) return asio::execution::blocking.always;
    return asio::execution::blocking.possibly;
  }

  asio::execution::relationship_t query(asio::execution::relationship_t) const noexcept {
    return target_ & continuation
               ? asio::execution::relationship_t(asio::execution::relationship.continuation)
               : asio::execution::relationship_t(asio::execution::relationship.fork);
  }

  static constexpr asio::execution::outstanding_work_t query(
      asio::execution::outstanding_work_t) noexcept {
    if constexpr (Tracked)
      return asio::execution::outstanding_work.tracked;
    else
      return asio::execution::outstanding_work.untracked;
  }

  template <typename OtherAllocator>
  Allocator query(asio::execution::allocator_t<OtherAllocator>) const noexcept {
    return allocator_;
  }
  Allocator query(asio::execution::allocator_t<void>) const noexcept { return allocator_; }

  /// The number of workers.
  std::size_t query(asio::execution::occupancy_t) const noexcept {
    return detail::worker_count(scheduler());
  }

  basic_executor require(asio::execution::blocking_t::possibly_t) const noexcept {
    return {adopt(), target_ & ~(never | always), allocator_};
  }
  basic_executor require(asio::execution::blocking_t::never_t) const noexcept {
    return {adopt(), (target_ & ~always) | never, allocator_};
  }
  /// As the executor of asio::thread_pool: execute() returns when the function has returned, or
  /// will not be called because the context is destroyed.
  basic_executor require(asio::execution::blocking_t::always_t) const noexcept {
    return {adopt(), (target_ & ~never) | always, allocator_};
  }
  basic_executor require(asio::execution::relationship_t::fork_t) const noexcept {
    return {adopt(), target_ & ~continuation, allocator_};
  }
  basic_executor require(asio::execution::relationship_t::continuation_t) const noexcept {
    return {adopt(), target_ | continuation, allocator_};
  }

  basic_executor<Allocator, true> require(
      asio::execution::outstanding_work_t::tracked_t) const noexcept {
    return {typename basic_executor<Allocator, true>::adopt(), target_, allocator_};
  }
  basic_executor<Allocator, false> require(
      asio::execution::outstanding_work_t::untracked_t) const noexcept {
    return {typename basic_executor<Allocator, false>::adopt(), target_, allocator_};
  }

  template <typename OtherAllocator>
  basic_executor<OtherAllocator, Tracked> require(
      asio::execution::allocator_t<OtherAllocator> a) const noexcept {
    return {typename basic_executor<OtherAllocator, Tracked>::adopt(), target_, a.value()};
  }
  basic_executor<std::allocator<void>, Tracked> require(
      asio::execution::allocator_t<void>) const noexcept {
    return {typename basic_executor<std::allocator<void>, Tracked>::adopt(), target_,
            std::allocator<void>()};
  }

  /// Runs a function object on one of the workers: at once if the calling thread is one and the
  /// executor may block, else through a run queue.
  /** @throws std::bad_alloc No memory for the task, and what the function's move or copy throws. */
  template <typename Function>
  void execute(Function&& f) const {
    if (!(target_ & never) && detail::run_inline(scheduler(), std::forward<Function>(f), Tracked))
      return;
    if (target_ & always) return execute_and_wait(std::forward<Function>(f));
    detail::submit(scheduler(), detail::make_task(std::forward<Function>(f), allocator_));
  }

#if !defined(COIO_NO_TS_EXECUTORS)
  io_context& context() const noexcept { return *home().shard; }

  void on_work_started() const noexcept { detail::work_started(scheduler()); }
  void on_work_finished() const noexcept { detail::work_finished(scheduler()); }

  template <typename Function, typename OtherAllocator>
  void dispatch(Function&& f, const OtherAllocator& a) const {
    if (detail::run_inline(scheduler(), std::forward<Function>(f), false)) return;
    post(std::forward<Function>(f), a);
  }

  template <typename Function, typename OtherAllocator>
  void post(Function&& f, const OtherAllocator& a) const {
    detail::submit(scheduler(), detail::make_task(std::forward<Function>(f), a));
  }

  template <typename Function, typename OtherAllocator>
  void defer(Function&& f, const OtherAllocator& a) const {
    post(std::forward<Function>(f), a);
  }
#endif

 private:
  friend class io_context;
  friend struct detail::executor_access;
  template <typename, bool>
  friend class basic_executor;

  // The low bits of target_; the rest is the address of the home.
  static constexpr std::uintptr_t never = 1;
  static constexpr std::uintptr_t continuation = 2;
  static constexpr std::uintptr_t always = 4;
  static constexpr std::uintptr_t bits = never | continuation | always;

  struct adopt {};

  basic_executor(adopt, std::uintptr_t target, const Allocator& a) noexcept
      : target_(target), allocator_(a) {
    if constexpr (Tracked) start_work();
  }

  explicit basic_executor(const detail::home& h) noexcept
      : target_(reinterpret_cast<std::uintptr_t>(&h)), allocator_() {}

  const detail::home& home() const noexcept {
    return *reinterpret_cast<const detail::home*>(target_ & ~bits);
  }

  detail::scheduler& scheduler() const noexcept { return *home().owner; }

  template <typename Function>
  void execute_and_wait(Function&& f) const {
    // The task's end breaks the promise, whether the function has returned, has thrown, or was
    // never called. What the function owns may refer to what the caller has, so it goes first.
    std::promise<void> unkept;
    const std::future<void> over = unkept.get_future();
    detail::submit(scheduler(), detail::make_task(
                                    [function = std::decay_t<Function>(std::forward<Function>(f)),
                                     unkept = std::move(unkept)]() mutable {
                                      std::decay_t<Function> called(std::move(function));
                                      std::move(called)();
                                    },
                                    allocator_));
    over.wait();
  }

  void start_work() const noexcept {
    if (target_) detail::work_started(scheduler());
  }

  void swap(basic_executor& other) noexcept {
    std::swap(target_, other.target_);
    std::swap(allocator_, other.allocator_);
  }

  std::uintptr_t target_;
  [[no_unique_address]] Allocator allocator_;
};

namespace detail {

struct executor_access {
  using plain = basic_executor<std::allocator<void>, false>;

  static scheduler& owner(const plain& e) noexcept { return e.scheduler(); }
  // Returns an executor of the same context whose home is the calling worker's: for timers, whose
  // handlers then run where the caller ran, without waking another worker.
  static plain local(const plain& e) noexcept { return plain(local_home(e.scheduler())); }
};

}  // namespace detail

}  // namespace COIO_ABI
}  // namespace coio

#endif
