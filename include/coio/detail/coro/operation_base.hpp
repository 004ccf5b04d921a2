// What operation_base does, which needs coroutines. Included by coio/awaitable.hpp, at its end.
#ifndef COIO_DETAIL_CORO_OPERATION_BASE_HPP
#define COIO_DETAIL_CORO_OPERATION_BASE_HPP

#include <utility>

#include "coio/awaitable.hpp"
#include "coio/detail/coro/awaiter.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// An awaiter as a coroutine.
template <typename Derived, typename T>
awaitable<T> operation_base<Derived, T>::run(Derived d) {
  co_return co_await std::move(d);
}
template <typename Derived, typename T>
operation_base<Derived, T>::operator awaitable<T>() && {
  return run(std::move(static_cast<Derived&>(*this)));
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
