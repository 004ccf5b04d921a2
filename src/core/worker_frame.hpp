// Scopes of a worker's run functions.
#ifndef COIO_SRC_CORE_WORKER_FRAME_HPP
#define COIO_SRC_CORE_WORKER_FRAME_HPP

#include <exception>
#include <utility>

#include "core/scheduler.hpp"
#include "core/worker.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// A call of run() or run_some(). It may be nested in a handler of any kind: the worker is awake in
// it, and has afterwards the state that the caller believes it to have, or is notified.
class worker::frame {
 public:
  frame(worker& w, bool stepping) noexcept
      : worker_(w),
        frame_{&w, top_frame(), &w.scheduler_},
        stepping_(std::exchange(w.stepping_, stepping)),
        thrown_(std::exchange(w.thrown_, false)),
        kept_(w.frames.get() > 0 ? std::exchange(w.kept_, nullptr) : nullptr),
        running_(std::exchange(w.running_, no_worker)),
        was_awake_(w.scheduler_.idle().state(w.index) == worker_state::awake) {
    top_frame() = &frame_;
    w.frames.add(1);
    w.awake();
    if (w.frames.get() == 1) w.scheduler_.the_session().enter(w.index);
  }

  ~frame() {
    if (worker_.frames.get() == 1) worker_.scheduler_.the_session().exit(worker_.index);
    worker_.scheduler_.end_search(worker_.index);
    worker_.frames.add(static_cast<unsigned>(-1));
    top_frame() = frame_.below;
    worker_.stepping_ = stepping_;
    worker_.thrown_ = thrown_;
    worker_.running_ = running_;
    // What is kept comes out of the frame that it was thrown in, or of the next one below.
    if (worker_.frames.get() > 0)
      if (const auto left = std::exchange(worker_.kept_, kept_)) worker_.keep_exception(left);
    if (worker_.frames.get() == 0) {
      worker_.repay();
      // Nobody else would search while this thread is away.
      if (worker_.scheduler_.injected().size() > 0) worker_.scheduler_.wake_for_work();
    } else if (was_awake_) {
      worker_.awake();
    } else {
      worker_.rest();
      if (!worker_.lent_.empty()) worker_.wake_myself(true);  // repays
    }
  }

  frame(const frame&) = delete;
  frame& operator=(const frame&) = delete;

 private:
  worker& worker_;
  worker_frame frame_;
  const bool stepping_;
  const bool thrown_;
  const std::exception_ptr kept_;
  const std::size_t running_;
  const bool was_awake_;
};

// The worker is among its tasks.
class worker::busy_scope {
 public:
  explicit busy_scope(worker& w) noexcept : worker_(w) {
    if (w.depth++ == 0) w.become_busy();
  }
  ~busy_scope() {
    // The worker looks for the end of the work when it parks.
    if (--worker_.depth == 0) worker_.activity.set_ordered(worker_.activity.get() + 1);
  }
  busy_scope(const busy_scope&) = delete;
  busy_scope& operator=(const busy_scope&) = delete;

 private:
  worker& worker_;
};

// Calls a run function of a shard; in a frame above the first, one that runs a single handler.
template <typename Function>
std::size_t worker::in_shard(std::size_t i, Function f) {
  struct back {
    worker& w;
    std::size_t was;
    ~back() { w.running_ = was; }
  } const at_exit{*this, std::exchange(running_, i)};
  const bool lent = lend();
  const std::size_t n = f(scheduler_.context(i));
  if (lent && n == 0) take_back();
  return n;
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
