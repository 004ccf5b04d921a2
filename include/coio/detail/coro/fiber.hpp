// A fiber: a spawned coroutine together with all that it awaits, which runs one at a time.
//
// Everything that happens to a fiber happens in its turn, which one thread has at a time: the
// coroutine runs, a handler of an operation that it awaits runs, somebody cancels it. The turn is
// one word. A thread that wants it takes it if it is free, and otherwise leaves its request there,
// for the thread that has the turn looks at the word when it gives the turn up. So nobody waits,
// and nothing of a fiber runs twice at once, on however many workers:
//
//   * A queued or running fiber has the turn; to give way is to queue the fiber with the turn.
//   * A coroutine that suspends itself publishes where it waits, and then returns to the function
//     that resumed it, which gives the turn up. A wake-up that comes in between is a request.
//   * Who wakes the fiber takes the turn and queues the fiber; a completion handler of Asio that
//     runs on a worker takes the turn and resumes the coroutine at once.
//   * Who cancels it takes the turn, and then nobody else can resume the coroutine: what it waits
//     for is still there, and is asked to let it go.
//   * Handlers of composed operations run in the turn, because the executor that is associated
//     with them takes it (turn_executor.hpp): it is the strand of the coroutine.
#ifndef COIO_DETAIL_CORO_FIBER_HPP
#define COIO_DETAIL_CORO_FIBER_HPP

#include <atomic>
#include <chrono>
#include <coroutine>
#include <cstdint>
#include <exception>
#include <memory>
#include <new>
#include <source_location>
#include <string>
#include <type_traits>
#include <typeinfo>
#include <utility>

#include "coio/asio.hpp"
#include "coio/detail/core/task.hpp"
#include "coio/detail/export.hpp"

namespace coio {
inline namespace COIO_ABI {

class io_context;

namespace detail {

class fiber;
class scheduler;

// The part of a coroutine's promise that does not depend on its result.
struct promise_base {
  static void* operator new(std::size_t size) { return allocate_task(size); }
  static void operator delete(void* p, std::size_t size) noexcept { deallocate_task(p, size); }

  fiber* its = nullptr;                         // once it has begun
  std::coroutine_handle<promise_base> outer{};  // the coroutine that awaits this one
  // Where the result goes: a result<T>; of a fiber's first coroutine, whose exception goes to the
  // fiber, a value_of<T>.
  void* result = nullptr;
  // Where the coroutine has awaited something last.
  std::source_location at{};
};

using frame = std::coroutine_handle<promise_base>;

// The frame of a coroutine whose promise is derived from promise_base, and no more aligned.
template <typename Promise>
frame frame_of(std::coroutine_handle<Promise> h) noexcept {
  static_assert(std::is_base_of_v<promise_base, Promise> &&
                alignof(Promise) == alignof(promise_base));
  return frame::from_address(h.address());
}

// What a suspended fiber waits for, for people to read.
struct wait_view {
  const char* what = nullptr;            // a function of the facade's; or else
  const std::type_info* type = nullptr;  // that of the operation
  const void* object = nullptr;          // a lock, a channel, ...
  const fiber* awaited = nullptr;        // whose end it waits for
  // When the wait ends by itself.
  std::chrono::steady_clock::time_point until = (std::chrono::steady_clock::time_point::max)();
  std::string more;
};

// 0x..., as a debugger has it.
COIO_API std::string hexadecimal(const void* p);

// Where a fiber is suspended, for those who end the wait before its time, and for those who look.
struct suspension {
  struct calls {
    // Ends the wait, with the error operation_aborted, unless it has ended already; returns whether
    // it did, and the fiber goes on then. Called in the turn. Null if it cannot be ended.
    bool (*cancel)(suspension&) noexcept;
    // Takes the fiber out of where it waits, because it is to be destroyed; false if another thread
    // is about to wake it. Null if what it waits for destroys the fiber itself.
    bool (*destroy)(suspension&) noexcept;
    // Called in the turn, by any thread. What it sets besides is how the view comes.
    void (*describe)(const suspension&, wait_view&);
  };
  const calls* how = nullptr;
};

// What a thread wants to do in the turn that another thread has. Aligned for the bits of the word.
struct alignas(16) request {
  void (*run)(request&) = nullptr;
  request* next = nullptr;
};

template <typename T>
class ref {
 public:
  ref() = default;
  // Takes over a reference.
  explicit ref(T* p) noexcept : p_(p) {}
  ref(const ref& other) noexcept : p_(other.p_) {
    if (p_) p_->add_ref();
  }
  ref(ref&& other) noexcept : p_(std::exchange(other.p_, nullptr)) {}
  template <typename U>
    requires(std::is_base_of_v<T, U> && !std::is_same_v<T, U>)
  ref(ref<U> other) noexcept : p_(other.leak()) {}
  ref& operator=(ref other) noexcept {
    std::swap(p_, other.p_);
    return *this;
  }
  ~ref() {
    if (p_) p_->release();
  }
  T* leak() noexcept { return std::exchange(p_, nullptr); }
  T* operator->() const noexcept { return p_; }
  T& operator*() const noexcept { return *p_; }
  T* get() const noexcept { return p_; }
  explicit operator bool() const noexcept { return p_ != nullptr; }
  friend bool operator==(const ref&, const ref&) = default;

 private:
  T* p_ = nullptr;
};

// If there is no memory for it, std::bad_alloc.
inline std::exception_ptr aborted() noexcept {
  try {
    throw asio::system_error(asio::error::operation_aborted);
  } catch (...) {
    return std::current_exception();
  }
}

// What Asio's operations need to be cancelled. Made when the first one is awaited that somebody
// could cancel, or when the program asks for its state.
struct asio_cancellation {
  static void* operator new(std::size_t size) { return allocate_task(size); }
  static void operator delete(void* p, std::size_t size) noexcept { deallocate_task(p, size); }

  asio::cancellation_signal signal;
  asio::cancellation_state state{signal.slot()};
};

// A part of a fiber's run that can be cancelled by itself, as the time limit of timeout() does it.
// It has a cancellation state of its own, as a coroutine that is spawned.
struct cancel_scope {
  cancel_scope* outer = nullptr;
  std::unique_ptr<asio_cancellation> saved;  // of the part around this one
  bool throws = true;                        // there
  bool outside = false;                      // whether that part is cancelled: before, or meanwhile
  bool cancelled = false;                    // this one
};

// It is itself the task with which it is queued, and what its handle refers to. Aligned for the
// bits of the word of who waits for its end.
class COIO_API fiber : public task {
 public:
  // So many steps in turn that did not have to wait; then it gives way. A step is the end or the
  // beginning of a coroutine that is awaited, or an operation that is complete at once.
  static constexpr int most_steps = 128;

  fiber(const fiber&) = delete;
  fiber& operator=(const fiber&) = delete;

  static void* operator new(std::size_t size) { return allocate_task(size); }
  static void operator delete(void* p, std::size_t size) noexcept { deallocate_task(p, size); }
  // What is called, or its result, may be aligned more than what comes from a cache.
  static void* operator new(std::size_t size, std::align_val_t a) {
    return ::operator new(size, a);
  }
  static void operator delete(void* p, std::size_t, std::align_val_t a) noexcept {
    ::operator delete(p, a);
  }

  // ---- Any thread that has a reference ----

  // relaxed: a thread that adds a reference has one.
  void add_ref() noexcept { refs_.fetch_add(1, std::memory_order_relaxed); }
  void release() noexcept {
    // acq_rel: release, so that this owner's writes happen before the destruction; acquire, so that
    // the destruction happens after the other owners' writes. The only owner that is left needs the
    // acquire alone (orders: references).
    if (refs_.load(std::memory_order_acquire) == 1 ||
        refs_.fetch_sub(1, std::memory_order_acq_rel) == 1)
      delete this;
  }

  // acquire: pairs with end(); a thread that sees the end sees the result (orders: result).
  bool done() const noexcept { return waiter_.load(std::memory_order_acquire) == over; }

  void cancel() noexcept;

  const std::string& name() const noexcept {
    static const std::string none;
    return name_ ? *name_ : none;
  }

  // What waits for the end: a fiber, or a task that is run. False if the fiber has ended, or if
  // somebody waits already.
  bool wait(fiber& joiner) noexcept { return wait(word_of(joiner)); }
  bool wait(task* t) noexcept { return wait(reinterpret_cast<std::uintptr_t>(t)); }
  // Undoes it. False if the end has come before.
  bool unwait(fiber& joiner) noexcept {
    // It may have got an owner since it was awaited.
    const auto word = reinterpret_cast<std::uintptr_t>(&joiner) | is_fiber;
    return unwait(word) || unwait(word | is_far);
  }
  bool unwait(task* t) noexcept { return unwait(reinterpret_cast<std::uintptr_t>(t)); }

  // By who waited, or after done().
  std::exception_ptr take_exception() noexcept { return std::exchange(exception_, nullptr); }

  // The wait is over: by the one thread that ended it. In two steps: the first takes the turn, if
  // it is free; then the caller makes the second.
  void wake() noexcept {
    if (begin_wake()) finish_wake();
  }
  bool begin_wake() noexcept { return take_turn(woken); }
  void finish_wake() noexcept {
    ready_ = true;
    requeue();
  }
  // The same, by a completion handler. On a worker of the fiber's the coroutine goes on at once.
  void complete() noexcept;
  // The operation that it awaits has been destroyed instead of completed.
  void drop() noexcept;
  // Takes the turn, or leaves the request. True: the caller has the turn, and gives it up by
  // leave_turn(). The coroutine goes on then, if it can, on this thread unless that is `nested` in
  // the turn of another one.
  bool enter_turn(request& r) noexcept;
  // Takes the turn, if it is free.
  bool try_turn() noexcept {
    std::uintptr_t free = 0;
    // acq_rel: as in take_turn().
    return turn_.compare_exchange_strong(free, held, std::memory_order_acq_rel,
                                         std::memory_order_relaxed);
  }
  void leave_turn(bool nested) noexcept;
  // As leave_turn(), by a thread on which the fiber is not to run: if it can go on, it is queued.
  void pass_on() noexcept;
  // As pass_on(); a worker looks at what has been asked for meanwhile, unless the queue is
  // destroyed before.
  void hand_back() noexcept;
  // By a context that is being destroyed.
  void destroy_waiting() noexcept;
  // The fiber whose turn the calling thread is in, of several the innermost; or null.
  COIO_NOT_IN_COROUTINE static fiber* innermost() noexcept;
  // Whether the calling thread is in the turn.
  bool in_turn() const noexcept { return innermost() == this; }
  // relaxed: a fiber is queued after it has an owner.
  scheduler& owner() const noexcept { return *owner_.load(std::memory_order_relaxed); }
  io_context& context() const noexcept;

  // Before it is queued.
  void name(std::string n) { name_ = std::make_unique<std::string>(std::move(n)); }
  bool has_owner_of(const fiber& other) const noexcept {
    return owner_.load(std::memory_order_relaxed) == other.owner_.load(std::memory_order_relaxed);
  }
  // release: pairs with cancel() (orders: owner).
  void own(scheduler& s) noexcept { owner_.store(&s, std::memory_order_release); }
  bool begun() const noexcept { return begun_.load(std::memory_order_relaxed); }
  // 0 before it has begun. relaxed: for people.
  std::uint64_t id() const noexcept { return id_.load(std::memory_order_relaxed); }

  // ---- In the turn ----

  // Whether a step may be made now; otherwise the fiber is to give way.
  bool may_step() noexcept { return --steps_ > 0; }

  // Goes to a frame: at once, or after pausing.
  std::coroutine_handle<> step(frame to) noexcept {
    next_ = to;
    if (may_step()) return to;
    pause(to);
    return std::noop_coroutine();
  }
  // Goes on at the frame when all have run that are queued.
  void give_way(frame at) noexcept {
    next_ = at;
    gives_way_ = true;
  }
  // Lets the worker look for I/O and timers, and then goes on before the others, as a rule: who
  // calls coroutines and joins them has not asked to give way, and a tree of them is to be walked
  // depth first, however large it is.
  void pause(frame at) noexcept {
    give_way(at);
    pauses_ = true;
  }
  // The coroutine waits from now on.
  void suspend(frame at, suspension* where) noexcept {
    next_ = at;
    where_ = where;
  }
  // It does not wait after all: what it was to wait for could not begin.
  void not_suspended() noexcept { where_ = nullptr; }
  // What it was to wait for is there: it goes on at the place that it has given.
  void go_on() noexcept { ready_ = true; }
  // Another fiber, whose turn the caller has, runs when this one is suspended.
  void run_then(fiber& f) noexcept { then_ = &f; }
  // The innermost coroutine is about to be destroyed, and this one goes on, or none. Said before,
  // for the handler of a signal may look at any time.
  void return_to(frame outer) noexcept {
    next_ = outer;
    std::atomic_signal_fence(std::memory_order_release);
  }
  void ended() noexcept { ended_ = true; }
  void fail(std::exception_ptr e) noexcept { exception_ = std::move(e); }

  // Whether what is awaited next is to throw operation_aborted.
  bool interrupted() noexcept { return cancelled() && throws_; }
  bool cancelled() noexcept {
    if (turn_.load(std::memory_order_relaxed) != held) look_at_requests();
    return cancelled_;
  }
  bool throws_if_cancelled() const noexcept { return throws_; }
  void throw_if_cancelled(bool b) noexcept { throws_ = b; }
  // Whether there is somebody who could cancel it.
  bool cancellable() const noexcept { return refs_.load(std::memory_order_relaxed) > 1 || scope_; }
  asio_cancellation& for_asio();
  // The slot for an operation of Asio's; not connected if nobody can cancel it.
  asio::cancellation_slot slot() {
    return cancellable() ? for_asio().state.slot() : asio::cancellation_slot();
  }
  void forget_cancellation() noexcept { cancelled_ = false; }

  void open(cancel_scope& s) noexcept;
  void close(cancel_scope& s) noexcept;
  void cancel(cancel_scope& s) noexcept;

  // Does what other threads have asked for meanwhile.
  void look_at_requests() noexcept;

 protected:
  fiber() noexcept : task(&fiber::call_fiber) {}
  virtual ~fiber();

  // Begins: sets where the coroutine goes on; false if that was all.
  virtual bool start() noexcept = 0;
  // The end: what has been called is not needed any more, and an exception is to be passed to
  // fail().
  virtual void finish() noexcept = 0;
  void resume_at(frame f) noexcept { next_ = f; }

 private:
  friend class roster;
  friend class fiber_reader;
  friend class turn_scope;

  // In the word of the turn; the rest is the address of the request that came last.
  static constexpr std::uintptr_t held = 1;
  static constexpr std::uintptr_t woken = 2;
  static constexpr std::uintptr_t cancel_wanted = 4;
  static constexpr std::uintptr_t dropped = 8;
  static constexpr std::uintptr_t bits = held | woken | cancel_wanted | dropped;

  // In the word of who waits for the end; otherwise it is an address.
  static constexpr std::uintptr_t over = 1;
  static constexpr std::uintptr_t is_fiber = 2;
  static constexpr std::uintptr_t is_far = 4;  // a fiber of another scheduler's
  static constexpr std::uintptr_t kinds = over | is_fiber | is_far;

  static void call_fiber(task* t, bool run);
  // Runs fibers of which the caller has the turn, one after the other.
  static void run_all(fiber* f) noexcept;
  fiber* begin() noexcept;
  fiber* begin_first() noexcept;
  fiber* proceed(bool resume) noexcept;
  fiber* end() noexcept;
  void destroy_coroutine() noexcept;
  void destroy_linked() noexcept;
  void requeue() noexcept;
  void run_next() noexcept;
  void resume_recorded() noexcept;
  bool start_recorded() noexcept;
  void record_queued() const noexcept;
  bool take_turn(std::uintptr_t wish) noexcept;
  bool give_up_turn() noexcept;
  void deliver_cancel(cancel_scope* s) noexcept;
  bool passes(cancel_scope* s, asio_cancellation* inside, const cancel_scope* last) noexcept;
  std::uintptr_t word_of(fiber& joiner) const noexcept {
    return reinterpret_cast<std::uintptr_t>(&joiner) | is_fiber |
           (has_owner_of(joiner) ? 0 : is_far);
  }
  bool wait(std::uintptr_t w) noexcept;
  bool unwait(std::uintptr_t w) noexcept;

  alignas(8) std::atomic<std::uintptr_t> turn_{held};
  std::atomic<unsigned> refs_{2};  // the coroutine's and the handle's
  std::atomic<bool> begun_{false};
  // ---- In the turn ----
  bool ready_ = false;      // the wait is over
  bool gives_way_ = false;  // it is to be queued
  bool pauses_ = false;     // as the first
  bool ended_ = false;
  bool drop_ = false;  // it is to be destroyed
  bool throws_ = true;
  bool cancelled_ = false;
  bool cancel_called_ = false;
  bool counted_ = false;  // as outstanding work
  int steps_ = 0;
  cancel_scope* scope_ = nullptr;
  // The innermost coroutine, which runs, or is to go on.
  frame next_{};
  suspension* where_ = nullptr;
  fiber* then_ = nullptr;
  // When it was suspended, as its worker knew the time; see worker_base::seen_time.
  std::int64_t since_ = 0;
  // ----
  std::atomic<std::uintptr_t> waiter_{0};
  std::atomic<scheduler*> owner_{nullptr};
  std::exception_ptr exception_;
  std::unique_ptr<std::string> name_;
  std::unique_ptr<asio_cancellation> for_asio_;
  // From its beginning to its end: its number and its place in the scheduler's roster.
  std::atomic<std::uint64_t> id_{0};
  std::atomic<std::uintptr_t>* place_ = nullptr;
  // Where it was suspended last. relaxed: for those who find it in nobody's turn but its own.
  std::atomic<std::source_location> last_at_{};
};

// Whether the calling thread is a worker of the fiber's.
inline bool at_home(const fiber& f) noexcept {
  return current_worker(f.owner()) != nullptr;
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
