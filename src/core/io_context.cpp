#include "coio/io_context.hpp"

#include <utility>

#include "core/scheduler.hpp"

namespace coio {
inline namespace COIO_ABI {

io_context::io_context() : io_context(options::from_environment()) {}

io_context::io_context(int concurrency_hint) : io_context(detail::options_for(concurrency_hint)) {}

io_context::io_context(const options& o) : io_context(o, hooks()) {}

io_context::io_context(const options& o, hooks h)
    : scheduler_holder(detail::make_scheduler(o, std::move(h)), true),
      asio::io_context(scheduler_->hint()) {
  open(scheduler_->hint());
}

#if defined(COIO_HAS_SERVICE_MAKER)
io_context::io_context(const service_maker& m)
    : scheduler_holder(nullptr, false), asio::io_context(m) {
  own(detail::make_scheduler(detail::options_for(*this), hooks()));
  open(m);
}

io_context::io_context(const options& o, const service_maker& m)
    : scheduler_holder(nullptr, false), asio::io_context(m) {
  own(detail::make_scheduler(detail::options_for(*this, o), hooks()));
  open(m);
}
#endif

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
