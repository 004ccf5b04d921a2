// Asio's channels with coio's executor. The facade's own are in coio/sync/channel.hpp.
#ifndef COIO_CHANNEL_HPP
#define COIO_CHANNEL_HPP

#include "coio/asio.hpp"
#include "coio/io_executor.hpp"
// After <asio.hpp>.
#if defined(COIO_BOOST_ASIO)
#include <boost/asio/experimental/channel.hpp>
#include <boost/asio/experimental/concurrent_channel.hpp>
#else
#include <asio/experimental/channel.hpp>
#include <asio/experimental/concurrent_channel.hpp>
#endif

namespace coio {
inline namespace COIO_ABI {

/// asio::experimental::channel, which one thread at a time may use: with several workers in one
/// strand, or by one coroutine at a time.
template <typename... Signatures>
using channel = asio::experimental::basic_channel<io_executor, asio::experimental::channel_traits<>,
                                                  Signatures...>;

/// asio::experimental::concurrent_channel, which any worker may use at any time.
template <typename... Signatures>
using concurrent_channel =
    asio::experimental::basic_concurrent_channel<io_executor, asio::experimental::channel_traits<>,
                                                 Signatures...>;

}  // namespace COIO_ABI
}  // namespace coio

#endif
