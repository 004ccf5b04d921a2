#include "coio/detail/coro/resume.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

// The end of a coroutine resumes the coroutine that joins it on the same stack, and so on along a
// chain of joins. Each takes a few frames of some hundred bytes.
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
