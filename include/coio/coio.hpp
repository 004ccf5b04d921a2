// Everything.
#ifndef COIO_COIO_HPP
#define COIO_COIO_HPP

#include "coio/asio.hpp"
#include "coio/awaitable.hpp"
#include "coio/builder.hpp"
#include "coio/io_context.hpp"
#include "coio/join_handle.hpp"
#include "coio/net.hpp"
#include "coio/options.hpp"
#include "coio/sched.hpp"
#include "coio/scheduler.hpp"
#include "coio/spawn.hpp"
#include "coio/sync.hpp"
#include "coio/version.hpp"

#endif
