// What coroutines wait for other than I/O.
#ifndef COIO_SYNC_HPP
#define COIO_SYNC_HPP

#include "coio/sync/channel.hpp"
#include "coio/sync/condvar.hpp"
#include "coio/sync/future.hpp"
#include "coio/sync/mono_barrier.hpp"
#include "coio/sync/mutex.hpp"
#include "coio/sync/semaphore.hpp"

#endif
