// The monitor: a thread that looks at the workers from time to time, as Go's sysmon does.
//
// It looks for workers that need help:
// * a worker that has been inside one handler since the last look is *stuck*;
// * a worker that was busy in every look for a while, and has not blocked, is *overloaded*:
//   too many of the busy I/O objects live on its shard;
// * a task that has waited in the injector since the last look, for whatever reason.
// It asks an idle worker to assist: to run what is ready on the other's shard, and to steal its
// tasks. For one that is stuck, any worker will do that is parked at the moment. So the worst case
// is what a shared asio::io_context does always, and never one core; but for the first handler
// after a calm time, for up to as long as the monitor sleeps.
//
// A look costs ten microseconds or twenty, with the switches of threads. They follow each other
// closely while some worker is busy and another idle, for help may be needed and is there, and for
// a while after a handler has taken long; seldom while all are busy, or none is.
#ifndef COIO_SRC_MONITOR_MONITOR_HPP
#define COIO_SRC_MONITOR_MONITOR_HPP

#include <atomic>
#include <chrono>
#include <cstdint>
#include <optional>
#include <thread>
#include <vector>

#include "coio/asio.hpp"
#include "platform/wake_timer.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

class scheduler;

class monitor {
 public:
  // The scheduler has its settings already.
  explicit monitor(scheduler& s);
  ~monitor() { stop(); }

  // Starts the thread, unless it runs, and joins it. The caller sees to it that these calls do not
  // overlap. start() may throw std::system_error.
  void start();
  void stop() noexcept;

  // A worker is busy, or a task has come: if the monitor sleeps, it is to look again soon. Returns
  // whether this call has armed the timer.
  bool notice() noexcept {
    // seq_cst: pairs with fall_asleep(). The worker marks itself busy, then reads this; the monitor
    // writes this, then looks for busy workers (orders: asleep).
    return asleep_.load(std::memory_order_seq_cst) && arm_timer();
  }

  // By the worker that armed the timer, when it is parked again: if no worker is busy, the monitor
  // may sleep on. Another worker may have armed the timer meanwhile; the look for busy workers arms
  // it again.
  void dismiss() noexcept;

  enum class finding {
    needed,
    needed_in_vain,
    well,
    calm,       // no worker was busy
    saturated,  // no worker was idle
  };

  // One look at everybody, at that time, which does not go back. By the monitor's thread, or if it
  // has none.
  finding look(std::chrono::steady_clock::time_point now);
  // How long to wait after a look which has found that, and which came `interval` after the one
  // before.
  std::chrono::microseconds next_interval(finding found, std::chrono::microseconds interval) const;

  // In the child of a fork.
  void forked() noexcept {
    if (timer_) timer_->renew();
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
    bool asked = false;       // to help, since the last look: what it does now is on our account
    bool available = false;   // parked in the last look, and not asked since
    bool idle = false;        // has little to do
    bool overloaded = false;  // when that was last asked
    clock::time_point overloaded_since{};
    bool reported = false;                               // to hooks::on_stuck, in this handler
    bool loaded = false;                                 // has not been parked for long
    clock::time_point since{};                           // since then
    std::optional<std::chrono::nanoseconds> cpu_time{};  // at that time
    clock::time_point handler_since{};
  };

  void loop();
  bool knows_cpu_time(std::size_t i) const;
  bool overloaded(std::size_t i, clock::time_point now);
  void publish(std::size_t i, clock::time_point now);
  void notice_handler(std::size_t i, clock::duration time);
  bool ask_for_help(std::size_t needy, bool idle_only);
  bool any_worker_busy() const;
  bool wait(std::chrono::microseconds time);
  void doze();
  void fall_asleep() noexcept;
  bool arm_timer() noexcept;
  bool active(std::size_t i) const noexcept;

  scheduler& scheduler_;
  std::thread thread_;
  std::optional<wake_timer> timer_;  // from the first start() on
  // seq_cst: stop() writes it, then lets the timer expire at once; others arm the timer, then read
  // it. So the thread that arms the timer last sees stop(), or is stop().
  std::atomic<bool> stopping_{false};
  // Whether the monitor waits for another thread to arm the timer. The thread that clears it arms
  // the timer. After dismiss() the monitor may be awake all the same, and the timer expire in vain.
  std::atomic<bool> asleep_{false};
  // Whether a worker has needed help not long ago. relaxed: asleep_ orders it.
  std::atomic<bool> alert_{false};
  std::atomic<unsigned> times_armed_{0};  // relaxed: it only has to go up
  std::vector<seen> seen_;
  clock::duration longest_stuck_{};  // as of the last look
  clock::time_point last_need_{};    // when a look last found a worker stuck or overloaded
  bool injected_ = false;            // tasks were in the injector in the last look
  std::size_t next_helper_ = 0;
  std::size_t next_needy_ = 0;
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
