#include "coro/roster.hpp"

#include <utility>

#include "core/seam.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

void roster::push(place& p, stock& s) noexcept {
  // relaxed: of a free place nobody reads more than that it is free.
  p.store(reinterpret_cast<std::uintptr_t>(s.first) | 1, std::memory_order_relaxed);
  s.first = &p;
  ++s.count;
}

roster::place& roster::pop(stock& s) noexcept {
  place& p = *s.first;
  s.first = reinterpret_cast<place*>(p.load(std::memory_order_relaxed) & ~std::uintptr_t(1));
  --s.count;
  return p;
}

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

void roster::enter(fiber& f, stock* s) {
  std::unique_lock<std::mutex> lock;
  if (!s || s->count == 0 || s->next_id == s->end_id) {
    lock = std::unique_lock(mutex_);
    if (!s) s = &shared_;
    if (s->count == 0) fill(*s, exchanged);
    if (s == &shared_) {
      ++s->end_id;
    } else if (s->next_id == s->end_id) {
      s->next_id = shared_.next_id;
      s->end_id = shared_.next_id = shared_.end_id = s->next_id + ids;
    }
  }
  place& p = pop(*s);
  f.id_.store(++s->next_id, std::memory_order_relaxed);
  f.place_ = &p;
  // release: pairs with fiber_at() (orders: roster).
  p.store(reinterpret_cast<std::uintptr_t>(&f), std::memory_order_release);
}

void roster::leave(fiber& f, stock* s) noexcept {
  place* const p = std::exchange(f.place_, nullptr);
  if (!p) return;
  if (s && s->count < most) {
    push(*p, *s);
  } else {
    const std::lock_guard lock(mutex_);
    if (s)
      for (std::size_t i = 0; i < exchanged; ++i)
        push(pop(*s), shared_);
    push(*p, s ? *s : shared_);
  }
  COIO_SEAM();
  // Between the place and the word; pairs with the reader's.
  light_fence(fence_known_);
  // acquire: pairs with the end of the reading, after which the reader does nothing with the fiber
  // (orders: reading). Until then the lock orders that.
  if (reading_.load(std::memory_order_acquire)) const std::lock_guard wait(mutex_);
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

void roster::destroy_all() noexcept {
  // No thread runs coroutines any more, and none ends but by what this one destroys. Their number
  // does not grow.
  for (const auto& c : chunks_)
    for (place& p : *c)
      if (fiber* const f = fiber_at(p)) {
        f->add_ref();
        const ref<fiber> here(f);
        f->destroy_waiting();
      }
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
