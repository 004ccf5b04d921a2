// An asynchronous operation of Asio's that a coroutine awaits.
#ifndef COIO_DETAIL_CORO_OPERATION_HPP
#define COIO_DETAIL_CORO_OPERATION_HPP

#include <exception>
#include <tuple>
#include <type_traits>
#include <typeinfo>
#include <utility>

#include "coio/asio.hpp"
#include "coio/detail/coro/awaiter.hpp"
#include "coio/detail/coro/fiber.hpp"
#include "coio/detail/coro/result.hpp"
#include "coio/detail/coro/single_operation.hpp"
#include "coio/detail/coro/turn_executor.hpp"
#include "coio/detail/export.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// What the arguments of a completion handler mean to who awaits it: an error or an exception first
// is thrown, one value is itself, several are a tuple.
template <typename... Values>
struct values {
  using type = std::tuple<Values...>;
};
template <typename Value>
struct values<Value> {
  using type = Value;
};
template <>
struct values<> {
  using type = void;
};

template <typename... Args>
struct completion : values<std::decay_t<Args>...> {};
template <typename... Args>
struct completion<asio::error_code, Args...> : values<std::decay_t<Args>...> {};
template <typename... Args>
struct completion<std::exception_ptr, Args...> : values<std::decay_t<Args>...> {};

template <typename T, typename... Values>
void keep_values(result<T>& r, Values&&... v) {
  if constexpr (sizeof...(Values) == 1)
    r.keep(std::forward<Values>(v)...);
  else if constexpr (sizeof...(Values) > 1)
    r.keep(T(std::forward<Values>(v)...));
}

template <typename T>
void keep_completion(result<T>&) noexcept {}
template <typename T, typename First, typename... Values>
void keep_completion(result<T>& r, First&& first, Values&&... v) {
  using type = std::remove_cvref_t<First>;
  if constexpr (std::is_same_v<type, asio::error_code>) {
    if (first)
      r.fail(std::make_exception_ptr(asio::system_error(first)));
    else
      keep_values(r, std::forward<Values>(v)...);
  } else if constexpr (std::is_same_v<type, std::exception_ptr>) {
    if (first)
      r.fail(std::forward<First>(first));
    else
      keep_values(r, std::forward<Values>(v)...);
  } else {
    keep_values(r, std::forward<First>(first), std::forward<Values>(v)...);
  }
}

// An operation of Asio's while it is under way: what it is for its handler. Asio destroys it with
// its context, and so the coroutine.
class initiated : protected suspension {
 public:
  fiber& its_fiber() const noexcept { return *fiber_; }
  asio::cancellation_slot slot() const noexcept { return slot_; }

  // The handler has been destroyed without having been called. Then so is the coroutine, unless the
  // operation is still beginning: the coroutine is told then.
  void drop() noexcept {
    // In this order: only the thread in the turn may read whether the operation is beginning.
    if (fiber_->in_turn() && initiating_)
      dropped_ = true;
    else
      fiber_->drop();
  }

 protected:
  // Suspends the coroutine, and begins the operation. Nobody resumes the coroutine before this has
  // returned. False if the handler has been destroyed. Asio has thread-local variables.
  template <typename Start>
  COIO_NOT_IN_COROUTINE bool initiate(fiber& f, frame at, const calls& c, Start start) {
    fiber_ = &f;
    slot_ = f.slot();
    how = &c;
    f.suspend(at, this);
    initiating_ = true;
    try {
      start();
    } catch (...) {
      initiating_ = dropped_ = false;
      f.not_suspended();
      throw;
    }
    initiating_ = false;
    if (dropped_) f.go_on();
    return !dropped_;
  }

 private:
  fiber* fiber_ = nullptr;
  asio::cancellation_slot slot_;
  bool initiating_ = false;
  bool dropped_ = false;
};

// The completion handler: one pointer.
template <typename Operation>
class plain_handler {
 public:
  using allocator_type = cached_allocator<void>;
  using cancellation_slot_type = asio::cancellation_slot;

  explicit plain_handler(Operation& o) noexcept : operation_(&o) {}
  plain_handler(plain_handler&& other) noexcept
      : operation_(std::exchange(other.operation_, nullptr)) {}
  plain_handler& operator=(plain_handler&& other) noexcept {
    std::swap(operation_, other.operation_);
    return *this;
  }
  ~plain_handler() {
    if (operation_) operation_->drop();
  }

  allocator_type get_allocator() const noexcept { return {}; }
  cancellation_slot_type get_cancellation_slot() const noexcept { return operation_->slot(); }

  template <typename... Args>
  void operator()(Args&&... args) {
    std::exchange(operation_, nullptr)->complete(std::forward<Args>(args)...);
  }

 protected:
  Operation* operation_;
};

// The handler of an operation that may have several (single_operation.hpp): their executor is the
// strand of the coroutine.
template <typename Operation>
class operation_handler : public plain_handler<Operation> {
 public:
  using executor_type = turn_executor;
  using plain_handler<Operation>::plain_handler;

  executor_type get_executor() const noexcept {
    return turn_executor_of(this->operation_->its_fiber());
  }
};

template <typename T, typename Initiation, typename... Args>
class [[nodiscard]] operation : public operation_base<operation<T, Initiation, Args...>, T>,
                                public initiated {
  using handler = std::conditional_t<single_operation<Initiation>, plain_handler<operation>,
                                     operation_handler<operation>>;

 public:
  template <typename I, typename... As>
  explicit operation(I&& initiation, As&&... args)
      : initiation_(std::forward<I>(initiation)), args_(std::forward<As>(args)...) {}

  bool await_ready() const noexcept { return false; }

  template <typename Promise>
  void await_suspend(std::coroutine_handle<Promise> h) {
    static constexpr suspension::calls seen{
        nullptr, nullptr, [](const suspension&, wait_view& v) { v.type = &typeid(Initiation); }};
    const bool begun = initiate(*h.promise().its, frame_of(h), seen, [this] {
      std::apply(
          [this](Args&... args) { std::move(initiation_)(handler(*this), std::move(args)...); },
          args_);
    });
    if (!begun) result_.fail(aborted());
  }

  T await_resume() { return result_.take(); }

  // For the handler.
  template <typename... Values>
  void complete(Values&&... v) {
    try {
      keep_completion(result_, std::forward<Values>(v)...);
    } catch (...) {
      result_.fail(std::current_exception());
    }
    its_fiber().complete();
  }

 private:
  Initiation initiation_;
  std::tuple<Args...> args_;
  result<T> result_;
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
