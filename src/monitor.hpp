// The monitor: a thread that looks at the workers from time to time, as Go's sysmon does.
//
// It looks for workers that need help:
// * a worker that has been inside one handler since the last look is *stuck*;
// * a worker that was busy in every look for a while, and has not blocked, is *overloaded*:
//   too many of the busy I/O objects live on its shard;
// * a task that has waited in the injector since the last look, for whatever reason.
// It asks an idle worker to assist: to run what is ready on the other's shard, and to steal its
// tasks. For one that is stuck, any worker will do that is parked at the moment. So the worst case
// is what a shared asio::io_context does always, and never one core.
//
// A look costs ten microseconds or twenty, with the switches of threads. While some worker is idle
// they follow each other closely, for help is there; while all are busy, seldom.
#ifndef COIO_SRC_MONITOR_HPP
#define COIO_SRC_MONITOR_HPP

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "coio/asio.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

class scheduler;

class monitor {
 public:
  explicit monitor(scheduler& s) noexcept : scheduler_(s) {}
  ~monitor() { stop(); }

  // Starts the thread, unless it runs, and joins it. The caller sees to it that these calls do not
  // overlap. start() may throw std::system_error.
  void start();
  void stop() noexcept;

  // A worker has left parking: end the monitor's sleep, if it sleeps.
  void notice() noexcept {
    // seq_cst: pairs with doze(). The worker marks itself running, then looks here; the monitor
    // announces its sleep here, then looks for running workers.
    if (asleep_.load(std::memory_order_seq_cst)) wake();
  }

 private:
  using clock = std::chrono::steady_clock;

  // What the last look saw of a worker.
  struct seen {
    std::uint64_t ticks = 0;
    std::uint64_t ran = 0;  // handlers and tasks
    bool busy = false;
    bool stuck = false;             // in the same handler as in the look before
    std::uint16_t parked = 0xFFFF;  // in which of the last 16 looks it was, the last in bit 0
    bool asked = false;         // to help, since the last look: what it does now is on our account
    bool available = false;     // parked in the last look, and not asked since
    bool idle = false;          // has little to do
    bool overloaded = false;    // when that was last asked
    bool reported = false;      // to hooks::on_stuck, in this handler
    clock::time_point since{};  // busy in every look since then
    std::optional<std::chrono::nanoseconds> runnable{};  // runnable_time() at that time
    clock::time_point handler_since{};
  };

  enum class finding { needed, needed_in_vain, well, saturated };

  void loop();
  finding look();
  bool overloaded(std::size_t i, clock::time_point now);
  void notice_handler(std::size_t i, clock::duration time);
  bool ask_for_help(std::size_t needy, bool idle_only);
  bool all_quiet();
  bool wait(std::chrono::microseconds time);
  void doze();
  void wake() noexcept;

  scheduler& scheduler_;
  std::thread thread_;
  std::mutex mutex_;
  std::condition_variable changed_;
  // relaxed: nothing else is read because of it; the lock orders it with the condition variable.
  std::atomic<bool> stopping_{false};
  std::atomic<bool> asleep_{false};
  std::vector<seen> seen_;
  clock::duration longest_stuck_{};  // as of the last look
  bool injected_ = false;            // tasks were in the injector in the last look
  std::size_t next_helper_ = 0;
  std::size_t next_needy_ = 0;
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
