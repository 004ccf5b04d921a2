// Asio's TLS over coio's sockets. Requires OpenSSL.
#ifndef COIO_SSL_HPP
#define COIO_SSL_HPP

#include "coio/asio.hpp"
#include "coio/ip.hpp"
// After <asio.hpp>.
#if defined(COIO_BOOST_ASIO)
#include <boost/asio/ssl.hpp>
#else
#include <asio/ssl.hpp>
#endif

namespace coio {
inline namespace COIO_ABI {

/// Asio's namespace of the same name, with coio's sockets below.
namespace ssl {

using namespace asio::ssl;

/// asio::ssl::stream, whose operations are awaited without a token.
template <typename Stream = ip::tcp::socket>
using stream = asio::ssl::stream<Stream>;

}  // namespace ssl
}  // namespace COIO_ABI
}  // namespace coio

#endif
