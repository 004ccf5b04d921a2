// How long an operation on a socket may take.
#ifndef COIO_NET_IO_TIMEOUT_HPP
#define COIO_NET_IO_TIMEOUT_HPP

#include <chrono>
#include <optional>

#include "coio/asio.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace net {

/// How long an operation may take; std::nullopt means no timeout.
using io_timeout = std::optional<std::chrono::steady_clock::duration>;

}  // namespace net
}  // namespace COIO_ABI
}  // namespace coio

#endif
