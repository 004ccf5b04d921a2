// Asio's other descriptors with coio's executor: those of POSIX, serial ports, pipes.
#ifndef COIO_DESCRIPTOR_HPP
#define COIO_DESCRIPTOR_HPP

#include "coio/asio.hpp"
#include "coio/io_executor.hpp"

namespace coio {
inline namespace COIO_ABI {

#if defined(COIO_HAS_STREAM_DESCRIPTOR)
/// Asio's namespace of the same name, with coio's executor for the I/O objects.
namespace posix {

using namespace asio::posix;

using descriptor = asio::posix::basic_descriptor<io_executor>;
using stream_descriptor = asio::posix::basic_stream_descriptor<io_executor>;

}  // namespace posix
#endif

#if defined(COIO_HAS_SERIAL_PORT)
/// asio::serial_port
using serial_port = asio::basic_serial_port<io_executor>;
#endif

#if defined(COIO_HAS_PIPE)
/// asio::readable_pipe and asio::writable_pipe, to be connected by asio::connect_pipe().
using readable_pipe = asio::basic_readable_pipe<io_executor>;
using writable_pipe = asio::basic_writable_pipe<io_executor>;
#endif

}  // namespace COIO_ABI
}  // namespace coio

#endif
