// Everything.
#ifndef COIO_COIO_HPP
#define COIO_COIO_HPP

#include "coio/asio.hpp"
#include "coio/awaitable.hpp"
#include "coio/builder.hpp"
#include "coio/co_spawn.hpp"
#include "coio/coroutine_executor.hpp"
#include "coio/dump.hpp"
#include "coio/hooks.hpp"
#include "coio/io.hpp"
#include "coio/io_context.hpp"
#include "coio/join_all.hpp"
#include "coio/join_handle.hpp"
#include "coio/metrics.hpp"
#include "coio/net.hpp"
#include "coio/options.hpp"
#include "coio/promise.hpp"
#include "coio/sched.hpp"
#include "coio/scheduler.hpp"
#include "coio/select.hpp"
#include "coio/spawn.hpp"
#include "coio/spawn_blocking.hpp"
#include "coio/stack_trace.hpp"
#include "coio/sync.hpp"
#include "coio/task_group.hpp"
#include "coio/thread_pool.hpp"
#include "coio/timeout.hpp"
#include "coio/use_awaitable.hpp"
#include "coio/version.hpp"
#include "coio/when_any.hpp"

#endif
