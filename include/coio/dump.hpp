// What every coroutine waits for, and where.
#ifndef COIO_DUMP_HPP
#define COIO_DUMP_HPP

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "coio/asio.hpp"
#include "coio/detail/export.hpp"

namespace coio {
inline namespace COIO_ABI {

class io_context;

/// A place in the program at which a coroutine awaits something.
struct await_frame {
  std::string function;
  std::string file;
  unsigned line = 0;
  /// The number of the spawned coroutine to which this one belongs.
  std::uint64_t coroutine = 0;
};

/// What a spawned coroutine does.
enum class coroutine_status {
  running,  ///< A worker runs it.
  ready,    ///< It is queued; or a worker runs it, which could not be asked.
  waiting
};

/// A spawned coroutine, as dump() found it.
struct coroutine_info {
  /// Counts from 1, roughly in the order in which the scheduler's coroutines began.
  std::uint64_t id = 0;
  /// That of spawn_options; may be empty.
  std::string name;
  coroutine_status status = coroutine_status::waiting;
  /// The function whose end it awaits, without the namespace coio; of operations of Asio's and
  /// awaitable types of other libraries, the type. Empty if it does not wait.
  std::string waits_for;
  /// What it waits for, where that is known: the addresses of a socket, the number of a coroutine,
  /// the address of a lock or a channel in memory.
  std::string object;
  /// How long it has waited, to some milliseconds. What it computed just before it waited may be
  /// counted in.
  std::optional<std::chrono::nanoseconds> waited;
  /// When the wait ends by itself.
  std::optional<std::chrono::nanoseconds> time_left;
  /// Where it waits, the innermost function first, and then those of the coroutines that join it.
  /// Of one that does not wait: where it did last, alone.
  std::vector<await_frame> at;
};

/// Coroutines that wait for the same at the same places.
struct coroutine_group {
  std::size_t count = 0;
  /// Some of them, those that have waited longest first.
  std::vector<coroutine_info> examples;
};

/// What a worker does.
struct worker_info {
  std::size_t worker = 0;
  /// The number of its thread, as gettid() returns it; 0 if it has none.
  long thread = 0;
  /// Whether it runs something of the program's.
  bool busy = false;
  /// The coroutine that it runs; 0 if it runs none.
  std::uint64_t coroutine = 0;
  std::string name;
  /// Where that one, and those around it, awaited something last.
  std::vector<await_frame> at;
  /// As coio::stack_trace() has it, a line each.
  std::vector<std::string> stack;
};

/// The coroutines of a scheduler at a moment.
/**
 * More exactly, each of them at some moment while the dump was made: nobody is stopped for longer
 * than it takes to look at some dozens.
 */
struct coroutine_dump {
  /// The spawned coroutines that have not ended.
  std::size_t coroutines = 0;
  /// Those among them that are queued and have not begun; they are in no group.
  std::size_t not_begun = 0;
  std::vector<worker_info> workers;
  /// The largest first.
  std::vector<coroutine_group> groups;
};

/// Shows all coroutines of the current scheduler: the one that runs the calling coroutine, or else
/// the default one, which is empty while it does not run.
/**
 * It works, too, while every worker is within a handler. Busy workers are interrupted by a signal
 * in order to see where they are; see coio::stack_trace(), whose limits are these.
 *
 * Coroutines that coio::spawn() and its kin started are shown, with those that they await. Code
 * within `asio::awaitable`, and callbacks, are not: of those, what the coroutine sees of them.
 *
 * @throws std::bad_alloc No memory.
 *
 * Thread safety: Safe; one call at a time proceeds.
 */
[[nodiscard]] COIO_API coroutine_dump dump();

/// As dump(), of the scheduler of a context, whichever of its shards that is.
[[nodiscard]] COIO_API coroutine_dump dump(io_context& c);

/// For people to read.
COIO_API std::ostream& operator<<(std::ostream& out, const coroutine_dump& d);

/// For programs to read, as JSON: objects with the names of the members above, times in seconds.
[[nodiscard]] COIO_API std::string to_json(const coroutine_dump& d);

/// From now on, whenever the process receives the signal, prints a dump of every scheduler on the
/// standard error output, and goes on.
/**
 * For example `coio::dump_on(SIGQUIT)`, for Control-\ and `kill -QUIT`. A thread is started that
 * waits for it. Calls for several signals add up. The child of a fork has no such thread until it
 * calls this again. On Windows the signals are SIGINT and SIGBREAK (Control-Break).
 *
 * @throws std::system_error There is no thread or no pipe, or the signal's action cannot be set.
 *
 * Thread safety: Safe.
 */
COIO_API void dump_on(int signal);

}  // namespace COIO_ABI
}  // namespace coio

#endif
