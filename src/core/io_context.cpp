#include "coio/io_context.hpp"

#include <string>

#include "core/scheduler.hpp"

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

#if defined(COIO_HAS_SERVICE_MAKER)
namespace {

int hint_of(const asio::config& c) {
  return c.get("scheduler", "concurrency_hint", 0);
}

// Whether Asio leaves out what several threads need. With a hint of 1 that is waking another.
bool for_one_thread(const asio::config& c) {
  return hint_of(c) == 1 || !c.get("scheduler", "locking", true) ||
         !c.get("reactor", "registration_locking", true) || !c.get("reactor", "io_locking", true);
}

}  // namespace

options options_for(asio::execution_context& configured) {
  const asio::config c(configured);
  if (for_one_thread(c)) return options_for(1);
  const int hint = hint_of(c);
  return hint == 0 ? options::from_environment() : options_for(hint);
}

options options_for(asio::execution_context& configured, options o) {
  if (for_one_thread(asio::config(configured))) {
    if (o.workers > 1)
      throw options_error("coio::options: /workers: expected 1, as Asio is configured for one " +
                          ("thread, found " + std::to_string(o.workers)));
    if (o.workers == 0) o.workers = 1;
  }
  return o;
}
#endif

}  // namespace detail

io_context::io_context() : io_context(options::from_environment()) {}

io_context::io_context(int concurrency_hint) : io_context(detail::options_for(concurrency_hint)) {}

io_context::io_context(const options& o) : io_context(o, hooks()) {}

io_context::io_context(const options& o, hooks h)
    : scheduler_holder(detail::make_scheduler(o, std::move(h))),
      asio::io_context(its_scheduler().hint()) {
  open(its_scheduler().hint());
}

#if defined(COIO_HAS_SERVICE_MAKER)
io_context::io_context(const service_maker& m)
    : asio::io_context(m) {
  own(detail::make_scheduler(detail::options_for(*this), hooks()));
  open(m);
}

io_context::io_context(const options& o, const service_maker& m)
    : asio::io_context(m) {
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
