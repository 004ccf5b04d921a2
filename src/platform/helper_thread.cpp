#include "platform/helper_thread.hpp"

#include <atomic>

#include "platform/system.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

// relaxed: who compares it with the number of threads asks again if they do not match.
constinit std::atomic<std::size_t> helpers{0};

}  // namespace

helper_thread::helper_thread() noexcept {
  // The child of a fork has the thread alone that has made it.
  [[maybe_unused]] static const bool once = [] {
    after_fork([] { helpers.store(0, std::memory_order_relaxed); });
    return true;
  }();
  helpers.fetch_add(1, std::memory_order_relaxed);
}

helper_thread::~helper_thread() {
  helpers.fetch_sub(1, std::memory_order_relaxed);
}

std::size_t helper_thread::count() noexcept {
  return helpers.load(std::memory_order_relaxed);
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
