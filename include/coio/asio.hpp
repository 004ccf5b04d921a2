// The one place that includes Asio and names its version: standalone Asio, or, where
// COIO_BOOST_ASIO is defined, Boost.Asio. In namespace coio, `asio` is the one that is in use.
#ifndef COIO_ASIO_HPP
#define COIO_ASIO_HPP

// First, some header of the standard library: before that Asio cannot tell how memory is aligned
// there, and a file that includes Asio first would free what it shares with other files otherwise
// than they have allocated it.
#include <cstddef>

#if defined(COIO_BOOST_ASIO) && defined(ASIO_STANDALONE)
#error "coio::coio and coio::boost are for different libraries: link one of them to a target"
#endif

// COIO_ASIO is the name of Asio's namespace, for what has to be declared there.
#if defined(COIO_BOOST_ASIO)
#include <boost/asio.hpp>
#define COIO_ASIO boost::asio
#define COIO_ASIO_VERSION BOOST_ASIO_VERSION
#else
#include <asio.hpp>
#define COIO_ASIO asio
#define COIO_ASIO_VERSION ASIO_VERSION
#endif

#if COIO_ASIO_VERSION < 102200
#error "coio needs Asio 1.22.0 or newer"
#endif

// What Asio has here.
#if defined(COIO_BOOST_ASIO)
#if __has_include(<boost/asio/config.hpp>)
#define COIO_HAS_SERVICE_MAKER
#endif
#if __has_include(<boost/asio/local/seq_packet_protocol.hpp>)
#define COIO_HAS_SEQ_PACKET_PROTOCOL
#endif
#if defined(BOOST_ASIO_HAS_LOCAL_SOCKETS)
#define COIO_HAS_LOCAL_SOCKETS
#endif
#if defined(BOOST_ASIO_HAS_POSIX_STREAM_DESCRIPTOR)
#define COIO_HAS_STREAM_DESCRIPTOR
#endif
#if defined(BOOST_ASIO_HAS_SERIAL_PORT)
#define COIO_HAS_SERIAL_PORT
#endif
#if defined(BOOST_ASIO_HAS_PIPE)
#define COIO_HAS_PIPE
#endif
#if defined(BOOST_ASIO_HAS_FILE)
#define COIO_HAS_ASIOS_FILE
#endif
#if defined(BOOST_ASIO_NO_DEPRECATED)
#define COIO_NO_DEPRECATED
#endif
#if defined(BOOST_ASIO_NO_TS_EXECUTORS)
#define COIO_NO_TS_EXECUTORS
#endif
#define COIO_CONCURRENCY_HINT(name) BOOST_ASIO_CONCURRENCY_HINT_##name
#else
#if __has_include(<asio/config.hpp>)
#define COIO_HAS_SERVICE_MAKER
#endif
#if __has_include(<asio/local/seq_packet_protocol.hpp>)
#define COIO_HAS_SEQ_PACKET_PROTOCOL
#endif
#if defined(ASIO_HAS_LOCAL_SOCKETS)
#define COIO_HAS_LOCAL_SOCKETS
#endif
#if defined(ASIO_HAS_POSIX_STREAM_DESCRIPTOR)
#define COIO_HAS_STREAM_DESCRIPTOR
#endif
#if defined(ASIO_HAS_SERIAL_PORT)
#define COIO_HAS_SERIAL_PORT
#endif
#if defined(ASIO_HAS_PIPE)
#define COIO_HAS_PIPE
#endif
#if defined(ASIO_HAS_FILE)
#define COIO_HAS_ASIOS_FILE
#endif
#if defined(ASIO_NO_DEPRECATED)
#define COIO_NO_DEPRECATED
#endif
#if defined(ASIO_NO_TS_EXECUTORS)
#define COIO_NO_TS_EXECUTORS
#endif
#define COIO_CONCURRENCY_HINT(name) ASIO_CONCURRENCY_HINT_##name
#endif

// Every name of the library lives in an inline namespace that carries which Asio it is, and its
// version, so that code compiled against one and linked with a library built for another does not
// link, rather than crash.
#define COIO_CONCAT_(a, b) a##b
#define COIO_CONCAT(a, b) COIO_CONCAT_(a, b)
#if defined(COIO_BOOST_ASIO)
#define COIO_ABI COIO_CONCAT(boost_asio_, COIO_ASIO_VERSION)
#else
#define COIO_ABI COIO_CONCAT(asio_, COIO_ASIO_VERSION)
#endif

namespace coio {

#if defined(COIO_BOOST_ASIO)
/// Boost.Asio, with the names that standalone Asio has for Boost.System's.
namespace asio {
using namespace ::boost::asio;
using ::boost::system::error_category;
using ::boost::system::error_code;
using ::boost::system::system_category;
using ::boost::system::system_error;
}  // namespace asio
#elif !defined(COIO_DOXYGEN)  // which takes it for an alias of itself
namespace asio = ::asio;
#endif

inline namespace COIO_ABI {

/// Asio's: std::error_code, or boost::system::error_code.
using error_code = asio::error_code;
/// Asio's: std::system_error, or boost::system::system_error.
using system_error = asio::system_error;

}  // namespace COIO_ABI
}  // namespace coio

#endif
