// Coroutines over callbacks: handlers have no executor but that of their object. For the tests of
// objects.hpp.
#ifndef COIO_TEST_CORE_OPERATION_HPP
#define COIO_TEST_CORE_OPERATION_HPP

#include <atomic>
#include <concepts>
#include <coroutine>
#include <exception>
#include <optional>
#include <system_error>
#include <utility>

#include "coio/asio.hpp"
#include "coio/spawn.hpp"
#include "coio/use_awaitable.hpp"

namespace coio::test {

class task {
 public:
  struct promise_type {
    task get_return_object() { return task(handle::from_promise(*this)); }
    std::suspend_always initial_suspend() noexcept { return {}; }
    auto final_suspend() noexcept {
      struct awaiter {
        bool await_ready() noexcept { return false; }
        std::coroutine_handle<> await_suspend(
            std::coroutine_handle<promise_type> self) const noexcept {
          return self.promise().next;
        }
        void await_resume() noexcept {}
      };
      return awaiter();
    }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }

    std::coroutine_handle<> next;
  };

  task(task&& other) noexcept : self_(std::exchange(other.self_, nullptr)) {}
  ~task() {
    if (self_) self_.destroy();
  }

  bool await_ready() { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> next) {
    self_.promise().next = next;
    return self_;
  }
  void await_resume() {}

 private:
  using handle = std::coroutine_handle<promise_type>;
  explicit task(handle self) : self_(self) {}
  handle self_;
};

// Begins at once, and destroys itself at its end.
struct detached_task {
  struct promise_type {
    detached_task get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
};

template <typename T>
struct result {
  asio::error_code error;
  std::optional<T> value;
};

template <typename T, typename Start, typename Provoke>
class operation;

// Where an operation leaves its result. The coroutine goes on when the operation has ended, and
// what made it end has returned: only then may another thread use the same objects.
template <typename T>
class outcome {
 public:
  void set(asio::error_code e, std::optional<T> value) {
    result_.error = e;
    if (value) result_.value.emplace(std::move(*value));
    arrive();
  }
  void arrive() {
    if (--missing_ == 0) waiting_.resume();
  }

 private:
  template <typename, typename, typename>
  friend class operation;
  std::atomic<int> missing_{2};
  std::coroutine_handle<> waiting_;
  result<T> result_;
};

// The handler of an operation.
template <typename T>
struct ended {
  outcome<T>* to;

  void operator()(asio::error_code e) { to->set(e, std::nullopt); }
  void operator()(asio::error_code e, T value) { to->set(e, std::move(value)); }
  void operator()(std::exception_ptr e) { to->set(code_of(e), std::nullopt); }
  void operator()(std::exception_ptr e, std::optional<T> value) {
    to->set(code_of(e), std::move(value));
  }

 private:
  static asio::error_code code_of(std::exception_ptr e) {
    try {
      if (e) std::rethrow_exception(e);
    } catch (const std::system_error& error) {
      return error.code();
    }
    return {};
  }
};

// Awaits what start(handler) starts, and provoke(outcome), which makes it end and then arrives.
template <typename T, typename Start, typename Provoke>
class operation {
 public:
  operation(Start s, Provoke p) : start_(std::move(s)), provoke_(std::move(p)) {}
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<> h) {
    outcome_.waiting_ = h;
    start_(ended<T>{&outcome_});
    provoke_(outcome_);
  }
  result<T> await_resume() { return std::move(outcome_.result_); }

 private:
  Start start_;
  Provoke provoke_;
  outcome<T> outcome_;
};

template <typename T, typename Start, typename Provoke>
operation<T, Start, Provoke> await_callback(Start start, Provoke provoke) {
  return {std::move(start), std::move(provoke)};
}

template <typename Executor>
concept awaiting = requires { typename Executor::default_completion_token_type; };

// The object's operations are awaited in coroutines of the facade.
template <typename Executor>
concept awaiting_in_facade =
    awaiting<Executor> &&
    std::same_as<typename Executor::default_completion_token_type, coio::use_awaitable_t>;

template <typename T, typename Start>
coio::awaitable<void> await_in_facade(Start start, ended<T> h) {
  std::optional<T> value;
  asio::error_code ec;
  try {
    if constexpr (std::is_void_v<decltype(start().await_resume())>)
      co_await start();
    else
      value.emplace(co_await start());
  } catch (const asio::system_error& e) {
    ec = e.code();
  }
  h.to->set(ec, std::move(value));
}

// Results of coroutines need a default constructor.
template <typename T>
asio::awaitable<std::optional<T>> optionally(asio::awaitable<T> a) {
  co_return co_await std::move(a);
}
inline asio::awaitable<void> optionally(asio::awaitable<void> a) {
  return a;
}

// Awaits an operation of an object: start(handler), or start() if it has a default token. provoke()
// makes it end.
template <typename T, typename Object, typename Start, typename Provoke>
auto await_operation(Object& object, Start start, Provoke provoke) {
  return await_callback<T>(
      [&, start](ended<T> h) {
        if constexpr (awaiting_in_facade<typename Object::executor_type>)
          coio::spawn(object.get_executor().query(asio::execution::context),
                      await_in_facade<T, Start>, start, h);
        else if constexpr (awaiting<typename Object::executor_type>)
          asio::co_spawn(asio::any_io_executor(object.get_executor()), optionally(start()), h);
        else
          start(h);
      },
      [provoke](outcome<T>& o) {
        provoke();
        o.arrive();
      });
}

// Takes any results of an operation.
template <typename Function>
struct with_error {
  Function function;
  template <typename... Results>
  void operator()(asio::error_code e, const Results&...) {
    function(e);
  }
};
template <typename Function>
with_error(Function) -> with_error<Function>;

}  // namespace coio::test

#endif
