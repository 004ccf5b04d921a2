// Asio's strand over coio's executor.
#ifndef COIO_STRAND_HPP
#define COIO_STRAND_HPP

#include "coio/asio.hpp"
#include "coio/io_executor.hpp"

namespace coio {
inline namespace COIO_ABI {

/// asio::strand: `coio::strand s = asio::make_strand(ctx);`.
using strand = asio::strand<io_executor>;

}  // namespace COIO_ABI
}  // namespace coio

#endif
