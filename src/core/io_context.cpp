#include "coio/io_context.hpp"

#include <utility>

#include "core/scheduler.hpp"

namespace coio {
inline namespace COIO_ABI {

io_context::io_context() : io_context(options::from_environment()) {}

io_context::io_context(int concurrency_hint) : io_context(detail::options_for(concurrency_hint)) {}

io_context::io_context(const options& o) : io_context(o, hooks()) {}

io_context::io_context(const options& o, hooks h)
    : scheduler_holder(detail::make_scheduler(o, std::move(h))),
      asio::io_context(its_scheduler().hint()) {
  open(its_scheduler().hint());
}

#if defined(COIO_HAS_SERVICE_MAKER)
io_context::io_context(const service_maker& m) : asio::io_context(m) {
  own(detail::make_scheduler(detail::options_for(*this), hooks()));
  open(m);
}

io_context::io_context(const options& o, const service_maker& m) : asio::io_context(m) {
  own(detail::make_scheduler(detail::options_for(*this, o), hooks()));
  open(m);
}
#endif

io_context::~io_context() {
  if (owned_) its_scheduler().close();
}

io_context::count_type io_context::run() {
  return its_scheduler().run();
}

io_context::count_type io_context::run_one() {
  return its_scheduler().run_alone(1, nullptr, true);
}

io_context::count_type io_context::do_run_until(std::size_t limit,
                                                std::chrono::steady_clock::time_point deadline) {
  return its_scheduler().run_alone(limit, &deadline, true);
}

io_context::count_type io_context::poll() {
  return its_scheduler().run_alone(detail::worker::no_limit, nullptr, false);
}

io_context::count_type io_context::poll_one() {
  return its_scheduler().run_alone(1, nullptr, false);
}

void io_context::stop() {
  its_scheduler().stop();
}

bool io_context::stopped() const noexcept {
  return its_scheduler().stopped();
}

void io_context::restart() {
  its_scheduler().restart();
}

context_metrics io_context::metrics() const {
  return its_scheduler().metrics();
}

void io_context::notify_fork(asio::execution_context::fork_event event) {
  its_scheduler().notify_fork(event);
}

}  // namespace COIO_ABI
}  // namespace coio
