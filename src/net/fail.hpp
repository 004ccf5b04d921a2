// The forms of functions that throw, made from those that set an error_code.
#ifndef COIO_SRC_NET_FAIL_HPP
#define COIO_SRC_NET_FAIL_HPP

#include <string>
#include <string_view>

#include "coio/asio.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace net {
namespace detail {

// Returns the result of f(ec); throws if that sets ec.
template <typename F>
auto or_throw(std::string_view what, F f) {
  asio::error_code ec;
  auto result = f(ec);
  if (ec) throw asio::system_error(ec, std::string(what));
  return result;
}

}  // namespace detail
}  // namespace net
}  // namespace COIO_ABI
}  // namespace coio

#endif
