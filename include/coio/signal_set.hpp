// Asio's signal set with coio's executor.
#ifndef COIO_SIGNAL_SET_HPP
#define COIO_SIGNAL_SET_HPP

#include "coio/asio.hpp"
#include "coio/io_executor.hpp"

namespace coio {
inline namespace COIO_ABI {

/// asio::signal_set: `coio::signal_set stop(ctx, SIGINT, SIGTERM); co_await stop.async_wait();`
using signal_set = asio::basic_signal_set<io_executor>;

}  // namespace COIO_ABI
}  // namespace coio

#endif
