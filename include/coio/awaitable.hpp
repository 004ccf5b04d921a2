// Coroutines.
#ifndef COIO_AWAITABLE_HPP
#define COIO_AWAITABLE_HPP

#include "coio/asio.hpp"
#include "coio/coroutine_executor.hpp"

namespace coio {
inline namespace COIO_ABI {

/// asio::awaitable with this library's executor instead of a type-erased one, which about halves
/// the cost of a coroutine.
template <typename T = void>
using awaitable = asio::awaitable<T, coroutine_executor>;

/// The completion token for operations that are awaited in a coio::awaitable.
using use_awaitable_t = asio::use_awaitable_t<coroutine_executor>;

/// The completion token for operations that are awaited in a coio::awaitable.
inline constexpr use_awaitable_t use_awaitable;

}  // namespace COIO_ABI
}  // namespace coio

#endif
