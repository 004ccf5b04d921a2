// Settings of an execution context.
#ifndef COIO_OPTIONS_HPP
#define COIO_OPTIONS_HPP

#include <chrono>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "coio/asio.hpp"
#include "coio/detail/export.hpp"

namespace coio {
inline namespace COIO_ABI {

/// What is wrong with a setting or with the place that it was read from: one line that names the
/// place, the key as a JSON pointer, what was expected and what was found.
class COIO_API options_error : public std::invalid_argument {
 public:
  using std::invalid_argument::invalid_argument;
};

/// Settings of an io_context. They are copied when the context is constructed.
/**
 * An aggregate, whose members a program sets as it likes; or read from JSON, with a key for each
 * member (doc/configuration.md, options.schema.json). Sources can be laid on top of each other:
 * what a later one does not name stays as it was.
 *
 * @code
 * coio::options o = coio::options::from_environment();
 * o.merge_file("server.json");
 * coio::io_context ctx(o);
 * @endcode
 *
 * Every function that reads throws options_error, also for files that cannot be read, and then
 * leaves the settings as they were.
 *
 * Thread safety: Distinct objects: Safe. Shared objects: Unsafe.
 */
struct options {
  /// The least and the most that each setting can be; the C++ side of options.schema.json.
  static constexpr int min_workers = 1;
  static constexpr int max_workers = 1024;
  static constexpr std::size_t max_thread_name = 10;
  static constexpr std::size_t max_affinity_lists = max_workers;
  static constexpr int max_cpu = 16383;
  static constexpr std::size_t max_run_queue_capacity = std::size_t(1) << 20;
  static constexpr std::chrono::microseconds max_monitor_interval{1'000'000};
  static constexpr int max_blocking_threads = 10'000;
  static constexpr std::chrono::microseconds max_timer_slack{1'000'000};
  static constexpr std::size_t max_trace = 4096;

  /// The most bytes of JSON that are read, and the deepest that values may be nested.
  static constexpr std::size_t max_json_size = std::size_t(1) << 20;
  static constexpr std::size_t max_json_depth = 16;

  /// The number of workers; 0 means one for each CPU that this process may use (see
  /// default_workers()).
  int workers = 0;

  /// The threads that run() starts are named so, with a hyphen and the number of their worker. At
  /// most 10 bytes, for Linux keeps 15. Empty: they have the name of the thread that calls run().
  std::string thread_name = "coio";

  /// CPU lists such as "0-3,8": worker i runs on the CPUs of list i, or i modulo the number of
  /// lists. Empty: workers run wherever the process may. See compact_affinity().
  /**
   * A thread that calls run() is pinned for the time of the call; then it has its old CPUs again.
   * Calls that run handlers on the calling thread alone (poll(), run_one(), run_for()) do not pin.
   */
  std::vector<std::string> affinity = {};

  /// Tasks that a worker's run queue holds before it grows for the first time; 1 to 1,048,576.
  /// Rounded up to a power of two.
  std::size_t run_queue_capacity = 256;

  /// Whether the monitor runs: the small thread that has idle workers help stuck or overloaded
  /// ones. A context with one worker never has it.
  bool monitor = true;

  /// The shortest and the longest time between two looks of the monitor while some workers are busy
  /// and others idle; 1 us to 1 s. Its looks are rarer while nothing is amiss, up to sixteen times
  /// the longest while all workers are busy or none is, and it sleeps while there is nothing to do.
  std::chrono::microseconds monitor_min_interval{50};
  std::chrono::microseconds monitor_max_interval{400};

  /// Whether run() starts the threads of the other workers. If not, every worker is a thread that
  /// called run().
  bool spawn_threads = true;

  /// The most threads that run blocking calls at a time, beside the workers; 1 to 10,000. They
  /// start when they are needed.
  int blocking_threads = 512;

  /// The largest delay of a coroutine's timer. Timers that are due within it share a wake-up; 0 to
  /// 1 s. With 1 ms, 10,000 expiries a second take 1,000 wake-ups. Timers of
  /// Asio's are not meant.
  std::chrono::microseconds timer_slack{0};

  /// Whether scheduler::run() ends with coio::deadlock when coroutines are left that wait for each
  /// other and nothing can wake them. Only where the system tells how many threads the process has
  /// (Linux), and while it has none but this library's. Whoever waits for an operation of another
  /// library's, such as one of asio::experimental::channel, counts as one that can be woken.
  bool deadlock_detection = true;

  /// The file to which the context writes, when it is destroyed, what its workers did last:
  /// handlers, tasks, coroutines, who woke whom, 65,536 events of each worker. In the format of
  /// Chrome's traces, which Perfetto (ui.perfetto.dev) and chrome://tracing open. Empty: no trace.
  /// At most 4,096 bytes without control characters. Where a process makes several such contexts,
  /// those after the first put a number into the name. The constructor of the context makes the
  /// file, and throws std::system_error if it cannot.
  std::string trace = {};

  /// Reads JSON text: an object, in UTF-8, with or without a byte order mark.
  /**
   * @param text At most max_json_size bytes.
   * @param origin What error messages call the text.
   */
  COIO_API static options from_json(std::string_view text, std::string_view origin = "JSON");

  /// Reads a file of JSON.
  COIO_API static options from_file(const std::string& path);

  /// Reads the file that the environment variable COIO_CONFIG names, then COIO_WORKERS: a number of
  /// workers, or `auto`, and COIO_TRACE: a file. A variable that is empty counts as not set.
  /** No other thread may change the environment meanwhile. */
  COIO_API static options from_environment();

  /// As from_json(), on top of these settings.
  COIO_API void merge_json(std::string_view text, std::string_view origin = "JSON");

  /// As from_file(), on top of these settings.
  COIO_API void merge_file(const std::string& path);

  /// As from_environment(), on top of these settings.
  COIO_API void merge_environment();

  /// The settings as JSON text, which from_json() turns into the same settings.
  [[nodiscard]] COIO_API std::string to_json() const;

  /// Does nothing if every setting is in its range.
  /**
   * The constructor of the context calls it. Whether the machine has the CPUs of the affinity
   * lists, run() finds out.
   * @throws options_error A setting is out of its range.
   */
  COIO_API void validate() const;

  friend bool operator==(const options&, const options&) = default;
};

/// The number of CPUs that this process may use: those in its affinity mask, but no more than its
/// control group's quota (rounded up), and at least one.
[[nodiscard]] COIO_API int default_workers() noexcept;

/// For options::affinity: each worker on one CPU, in the order of the numbers of those that the
/// calling thread may use. `"affinity": "compact"` in JSON.
/** Empty where threads cannot be pinned. */
[[nodiscard]] COIO_API std::vector<std::string> compact_affinity();

}  // namespace COIO_ABI
}  // namespace coio

#endif
