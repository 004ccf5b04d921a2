#include "coio/detail/coro/join.hpp"

#include "coio/detail/core/submit.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

void end_wait::begin(frame at) noexcept {
  if (awaited_.done()) return me_->pause(at);  // it had no step left
  static constexpr calls ends{&end_wait::cancel_wait, &end_wait::remove_wait, &end_wait::describe};
  how = &ends;
  me_->suspend(at, this);
  const bool ours = me_->has_owner_of(awaited_) && !awaited_.begun() && take_task(&awaited_);
  if (!awaited_.wait(*me_)) me_->go_on();
  if (ours) me_->run_then(awaited_);
}

bool end_wait::cancel_wait(suspension& s) noexcept {
  auto& self = static_cast<end_wait&>(s);
  if (self.call_) {
    self.call_(self.with_);
    return false;
  }
  self.cancelled_ = self.awaited_.unwait(*self.me_);
  return self.cancelled_;
}

void end_wait::describe(const suspension& s, wait_view& v) {
  v.what = "join";
  v.awaited = &static_cast<const end_wait&>(s).awaited_;
}

bool end_wait::remove_wait(suspension& s) noexcept {
  auto& self = static_cast<end_wait&>(s);
  return self.awaited_.unwait(*self.me_);
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
