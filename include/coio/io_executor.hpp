// The executor of coio's I/O types.
#ifndef COIO_IO_EXECUTOR_HPP
#define COIO_IO_EXECUTOR_HPP

#include <concepts>
#include <type_traits>
#include <typeinfo>

#include "coio/asio.hpp"
#include "coio/detail/io/composed.hpp"
#include "coio/io_context.hpp"
#include "coio/use_awaitable.hpp"

namespace coio {
inline namespace COIO_ABI {

namespace detail {

// What an erased executor holds, if it is that. Asio 1.22 does not compare the types itself.
template <typename Executor>
const Executor* held_by(const asio::any_io_executor& ex) noexcept {
  return ex.target_type() == typeid(Executor) ? ex.target<Executor>() : nullptr;
}

}  // namespace detail

/// The executor of the library's I/O types: that of io_context, with coio::use_awaitable as the
/// token of operations that are given none.
/**
 * It is not type-erased, so Asio calls it directly. It converts to asio::any_io_executor, and from
 * one that holds an executor of coio's, so that `coio::ip::tcp::socket s(std::move(other))` takes
 * over an asio::ip::tcp::socket that lives in a coio::io_context, and the other way round.
 */
class io_executor : public io_context::executor_type {
 public:
  using default_completion_token_type = use_awaitable_t;

  io_executor(const io_context::executor_type& ex) noexcept : io_context::executor_type(ex) {}

  /// From an erased executor, or that of an object with another default token.
  /** @throws asio::execution::bad_executor It is no executor of coio::io_context. */
  template <typename Erased>
    requires std::same_as<Erased, asio::any_io_executor>
  io_executor(const Erased& ex) : io_context::executor_type(own_in(ex)) {}

  /// From the executor of an object with another default token.
  template <typename Other>
    requires(std::derived_from<Other, io_context::executor_type> &&
             !std::same_as<Other, io_executor>)
  io_executor(const Other& ex) noexcept : io_context::executor_type(ex) {}

 private:
  static const io_context::executor_type& own_in(const asio::any_io_executor& ex) {
    if (const auto* plain = detail::held_by<io_context::executor_type>(ex)) return *plain;
    if (const auto* own = detail::held_by<io_executor>(ex)) return *own;
    throw asio::execution::bad_executor();
  }
};

}  // namespace COIO_ABI
}  // namespace coio

#endif
