// Asio's I/O types with coio's executor. Not here, as they include more of Asio than <asio.hpp>:
// coio/channel.hpp and coio/ssl.hpp.
#ifndef COIO_IO_HPP
#define COIO_IO_HPP

#include "coio/basic_socket_acceptor.hpp"
#include "coio/descriptor.hpp"
#include "coio/file.hpp"
#include "coio/io_executor.hpp"
#include "coio/ip.hpp"
#include "coio/local.hpp"
#include "coio/signal_set.hpp"
#include "coio/steady_timer.hpp"
#include "coio/strand.hpp"

#endif
