// Everything.
#ifndef COIO_COIO_HPP
#define COIO_COIO_HPP

#include "coio/asio.hpp"
#include "coio/awaitable.hpp"
#include "coio/io_context.hpp"
#include "coio/options.hpp"
#include "coio/version.hpp"

#endif
