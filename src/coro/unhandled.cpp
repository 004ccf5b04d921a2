#include <cstdio>
#include <mutex>

#include "coio/join_handle.hpp"

namespace coio {
inline namespace COIO_ABI {

namespace {

void print_unhandled(const std::string& name, std::exception_ptr e) {
  const char* coroutine = name.empty() ? "(unnamed)" : name.c_str();
  try {
    std::rethrow_exception(e);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "coio: unhandled exception in coroutine %s: %s\n", coroutine,
                 error.what());
  } catch (...) {
    std::fprintf(stderr, "coio: unhandled exception in coroutine %s: not a std::exception\n",
                 coroutine);
  }
}

struct {
  std::mutex mutex;
  unhandled_exception_handler handler;
} unhandled;

}  // namespace

unhandled_exception_handler set_unhandled_exception_handler(unhandled_exception_handler handler) {
  const std::lock_guard lock(unhandled.mutex);
  return std::exchange(unhandled.handler, std::move(handler));
}

namespace detail {

void report_unhandled(const std::string& name, std::exception_ptr e) noexcept {
  unhandled_exception_handler handler;
  {
    const std::lock_guard lock(unhandled.mutex);
    handler = unhandled.handler;
  }
  if (handler)
    handler(name, std::move(e));
  else
    print_unhandled(name, std::move(e));
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
