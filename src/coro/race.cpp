#include "coio/when_any.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// seq_cst: pairs with begin(). The first stores that it has won, then looks who waits; who waits
// says so, then looks whether somebody has won (orders: race). Whoever takes the fiber out again
// resumes it.
void race::arrive(std::size_t i) noexcept {
  std::size_t none = nobody;
  if (!winner_.compare_exchange_strong(none, i, std::memory_order_seq_cst)) return;
  if (fiber* const f = waiting_.exchange(nullptr, std::memory_order_seq_cst)) f->wake();
}

void race::first_operation::begin(fiber& f, frame at) noexcept {
  static constexpr calls both{&first_operation::end_wait, &first_operation::end_wait,
                              [](const suspension&, wait_view& v) { v.what = "when_any"; }};
  how = &both;
  f.suspend(at, this);
  if (f.cancelled()) return f.go_on();
  race_.waiting_.store(&f, std::memory_order_seq_cst);
  if (race_.winner_.load(std::memory_order_seq_cst) != nobody && end_wait(*this)) f.go_on();
}

bool race::first_operation::end_wait(suspension& s) noexcept {
  return static_cast<first_operation&>(s).race_.waiting_.exchange(
             nullptr, std::memory_order_seq_cst) != nullptr;
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
