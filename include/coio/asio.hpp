// The one place that includes Asio and names its version.
#ifndef COIO_ASIO_HPP
#define COIO_ASIO_HPP

// First, some header of the standard library: before that Asio cannot tell how memory is aligned
// there, and a file that includes Asio first would free what it shares with other files otherwise
// than they have allocated it.
#include <cstddef>

#include <asio.hpp>

#if ASIO_VERSION < 102200
#error "coio needs Asio 1.22.0 or newer"
#endif

// In newer versions services can be made with the context, and among them its configuration.
#if __has_include(<asio/config.hpp>)
#define COIO_HAS_SERVICE_MAKER
#endif

// Every name of the library lives in an inline namespace that carries Asio's version, so that code
// compiled against one Asio and linked with a library built for another does not link, rather than
// crash.
#define COIO_CONCAT_(a, b) a##b
#define COIO_CONCAT(a, b) COIO_CONCAT_(a, b)
#define COIO_ABI COIO_CONCAT(asio_, ASIO_VERSION)

namespace coio {
inline namespace COIO_ABI {}
}  // namespace coio

#endif
