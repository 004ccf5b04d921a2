// What a coroutine or an operation gave: a value, or an exception.
#ifndef COIO_DETAIL_CORO_RESULT_HPP
#define COIO_DETAIL_CORO_RESULT_HPP

#include <exception>
#include <memory>
#include <optional>
#include <stdexcept>
#include <type_traits>
#include <utility>
#include <variant>

#include "coio/asio.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// T, or a type with one value in the place of void.
template <typename T>
using non_void = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

template <typename T>
class value_of {
  using stored = std::conditional_t<std::is_reference_v<T>, std::remove_reference_t<T>*, T>;

 public:
  template <typename U>
  void keep(U&& value) {
    if constexpr (std::is_reference_v<T>)
      value_.emplace(std::addressof(value));
    else
      value_.emplace(std::forward<U>(value));
  }
  T take() {
    if constexpr (std::is_reference_v<T>)
      return static_cast<T>(**value_);
    else
      return std::move(*value_);
  }

 private:
  std::optional<stored> value_;
};

template <>
class value_of<void> {
 public:
  void take() const noexcept {}
};

template <typename T>
class result : public value_of<T> {
 public:
  void fail(std::exception_ptr e) noexcept { exception_ = std::move(e); }
  std::exception_ptr take_exception() noexcept { return std::exchange(exception_, nullptr); }

  T take() {
    if (exception_) std::rethrow_exception(std::exchange(exception_, nullptr));
    return value_of<T>::take();
  }

 private:
  std::exception_ptr exception_;
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
