#include "coio/io_context.hpp"

#include "scheduler.hpp"

namespace coio {
inline namespace COIO_ABI {

namespace detail {

options options_for(int hint) {
  options o;
  if (ASIO_CONCURRENCY_HINT_IS_SPECIAL(hint)) {
    o.workers = ASIO_CONCURRENCY_HINT_IS_LOCKING(SCHEDULER, hint) &&
                        ASIO_CONCURRENCY_HINT_IS_LOCKING(REACTOR_IO, hint)
                    ? 0
                    : 1;
  } else if (hint != ASIO_CONCURRENCY_HINT_DEFAULT) {
    // Zero is no number of workers here, although it is in options.
    o.workers = hint == 0 ? -1 : hint;
  }
  return o;
}

}  // namespace detail

io_context::io_context() : io_context(options::from_environment()) {}

io_context::io_context(int concurrency_hint) : io_context(detail::options_for(concurrency_hint)) {}

io_context::io_context(const options& o) : io_context(o, hooks()) {}

io_context::io_context(const options& o, hooks h)
    : scheduler_holder(detail::make_scheduler(o, std::move(h)), true),
      asio::io_context(scheduler_->hint()) {
  scheduler_->open(*this,
                   [this] { return std::unique_ptr<io_context>(new io_context(*scheduler_)); });
}

io_context::~io_context() {
  if (owned_) scheduler_->close();
}

io_context::count_type io_context::run() {
  return scheduler_->run();
}

io_context::count_type io_context::run_one() {
  return scheduler_->run_alone(1, nullptr, true);
}

io_context::count_type io_context::do_run_until(std::size_t limit,
                                                std::chrono::steady_clock::time_point deadline) {
  return scheduler_->run_alone(limit, &deadline, true);
}

io_context::count_type io_context::poll() {
  return scheduler_->run_alone(detail::worker::no_limit, nullptr, false);
}

io_context::count_type io_context::poll_one() {
  return scheduler_->run_alone(1, nullptr, false);
}

void io_context::stop() {
  scheduler_->stop();
}

bool io_context::stopped() const noexcept {
  return scheduler_->stopped();
}

void io_context::restart() {
  scheduler_->restart();
}

context_metrics io_context::metrics() const {
  return scheduler_->metrics();
}

void io_context::notify_fork(asio::execution_context::fork_event event) {
  scheduler_->notify_fork(event);
}

}  // namespace COIO_ABI
}  // namespace coio
