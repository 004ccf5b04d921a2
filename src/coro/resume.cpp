#include "coio/detail/coro/resume.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

// A coroutine that joins another is resumed on the other's stack, and so on along a chain of them:
// a few frames of some hundred bytes each.
constexpr int most_nested = 16;

constinit thread_local int nested = 0;

}  // namespace

nested_call::nested_call() noexcept : shallow_(++nested <= most_nested) {}

nested_call::~nested_call() {
  --nested;
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
