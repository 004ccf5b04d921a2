#include "coro/roster.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// With the lock: takes up to `n` places from the shared stock, or else those of a new chunk.
void roster::fill(stock& s, std::size_t n) {
  if (&s != &shared_ && shared_.count > 0) {
    while (s.count < n && shared_.count > 0)
      push(pop(shared_), s);
    return;
  }
  chunks_.push_back(std::make_unique<chunk>());
  for (auto p = chunks_.back()->rbegin(); p != chunks_.back()->rend(); ++p)
    push(*p, s);
}

void roster::enter_with_lock(fiber& f, stock* s) {
  const std::lock_guard lock(mutex_);
  if (!s) s = &shared_;
  if (s->count == 0) fill(*s, exchanged);
  if (s == &shared_) {
    ++s->end_id;
  } else if (s->next_id == s->end_id) {
    s->next_id = shared_.next_id;
    s->end_id = shared_.next_id = shared_.end_id = s->next_id + ids;
  }
  put(f, *s);
}

// The stock is full, or there is none.
void roster::give_back(place& p, stock* s) noexcept {
  const std::lock_guard lock(mutex_);
  if (s)
    for (std::size_t i = 0; i < exchanged; ++i)
      push(pop(*s), shared_);
  push(p, s ? *s : shared_);
}

void roster::wait_for_reader() noexcept {
  const std::lock_guard lock(mutex_);
}

roster::reading::reading(roster& r) noexcept : roster_(r) {
  // relaxed: the fences order it.
  r.reading_.store(true, std::memory_order_relaxed);
  heavy_fence(r.fence_known_);
}

roster::reading::~reading() {
  // release: see leave().
  roster_.reading_.store(false, std::memory_order_release);
}

// No worker runs coroutines any more, but functions of spawn_blocking() still begin and end, with
// the lock: their threads end later than this.
void roster::destroy_all() noexcept {
  for (std::size_t i = 0;; ++i) {
    chunk* places = nullptr;
    {
      const std::lock_guard lock(mutex_);
      if (i == chunks_.size()) return;
      places = chunks_[i].get();
    }
    for (place& p : *places) {
      if (!fiber_at(p)) continue;
      COIO_SEAM();
      ref<fiber> f;
      {
        const std::lock_guard lock(mutex_);
        fiber* const found = fiber_at(p);
        if (!found) continue;
        found->add_ref();
        f = ref<fiber>(found);
      }
      f->destroy_waiting();
    }
  }
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
