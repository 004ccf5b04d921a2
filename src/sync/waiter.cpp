#include "coio/detail/sync/waiter.hpp"

#include <array>
#include <atomic>
#include <functional>
#include <thread>
#include <unordered_set>
#include <utility>

namespace coio {
inline namespace COIO_ABI {
namespace sync {
namespace detail {

namespace {

// Guards the links between services and queues. Locked before the mutex of an object.
std::mutex services_lock;

// The number of waiters that foreign threads have taken and not yet posted, by a hash of their
// context. Contexts that share a counter wait a little longer, and no more than that.
std::array<std::atomic<std::size_t>, 64> foreign_resumes;

std::atomic<std::size_t>& foreign_resumes_of(const io_context& c) noexcept {
  return foreign_resumes[std::hash<const io_context*>()(&c) / alignof(io_context) %
                         foreign_resumes.size()];
}

}  // namespace

// The queues in which coroutines of one context have waited.
class abandoner : public asio::execution_context::service {
 public:
  using key_type = abandoner;
  static asio::execution_context::id id;

  explicit abandoner(asio::execution_context& c)
      : service(c), context_(static_cast<io_context&>(c)) {}

 private:
  friend class wait_queue;

  // The destruction of a coroutine may destroy the queue in which it waited, and other queues.
  void shutdown() noexcept override {
    for (waiter_list abandoned;;) {
      {
        const std::lock_guard lock(services_lock);
        if (queues_.empty()) break;
        wait_queue& q = **queues_.begin();
        q.known_to_.store(nullptr, std::memory_order_relaxed);
        std::erase(q.services_, this);
        queues_.erase(&q);
        const std::lock_guard queue_lock(q.lock_);
        q.take_of(context_, abandoned);
      }
      while (!abandoned.empty()) {
        waiter& w = abandoned.front();
        abandoned.unlink(w);
        static_cast<coroutine_waiter&>(w).abandon();
      }
    }
    // The mutex of the queue orders the increment of a thread that took a waiter before this.
    // acquire: pairs with the release in end_foreign(), so that the thread no longer uses the
    // context.
    while (foreign_resumes_of(context_).load(std::memory_order_acquire) != 0)
      std::this_thread::yield();
  }

  io_context& context_;
  std::unordered_set<wait_queue*> queues_;
};

asio::execution_context::id abandoner::id;

void wait_queue::attach_to(io_context& c) {
  auto& service = asio::use_service<abandoner>(c);
  const std::lock_guard lock(services_lock);
  attached_.store(true, std::memory_order_relaxed);
  if (service.queues_.insert(this).second) services_.push_back(&service);
  known_to_.store(&c, std::memory_order_relaxed);
}

void wait_queue::forget() noexcept {
  const std::lock_guard lock(services_lock);
  for (abandoner* s : services_)
    s->queues_.erase(this);
}

void waiter_list::take_of(const io_context& c, waiter_list& taken) noexcept {
  for (waiter *w = head_, *next; w; w = next) {
    next = w->next_;
    if (w->context_ != &c) continue;
    unlink(*w);
    taken.append(*w);
  }
}

std::optional<asio::error_code> waiter_list::push(waiter& w) noexcept {
  if (w.state_ == waiter::taken) return asio::error::operation_aborted;
  append(w);
  return std::nullopt;
}

void waiter_list::append(waiter& w) noexcept {
  w.state_ = waiter::queued;
  w.next_ = nullptr;
  w.previous_ = tail_;
  (tail_ ? tail_->next_ : head_) = &w;
  tail_ = &w;
  // From here on the context cannot be destroyed before the mutex of this queue is unlocked.
  if (std::exchange(w.foreign_, false)) waiter::end_foreign(*w.context_);
}

waiter* waiter_list::pop() noexcept {
  waiter* w = head_;
  if (w) take(*w);
  return w;
}

bool waiter_list::take(waiter& w) noexcept {
  if (w.state_ != waiter::queued) {
    w.state_ = waiter::taken;
    return false;
  }
  unlink(w);
  begin_foreign(w);
  return true;
}

waiter* waiter_list::take_all() noexcept {
  for (waiter* w = head_; w; w = w->next_) {
    w->state_ = waiter::taken;
    begin_foreign(*w);
  }
  tail_ = nullptr;
  return std::exchange(head_, nullptr);
}

void waiter_list::unlink(waiter& w) noexcept {
  (w.previous_ ? w.previous_->next_ : head_) = w.next_;
  (w.next_ ? w.next_->previous_ : tail_) = w.previous_;
  w.state_ = waiter::taken;
}

void waiter_list::begin_foreign(waiter& w) noexcept {
  w.foreign_ = w.context_ && !w.context_->get_executor().running_in_this_thread();
  // relaxed: the mutex of the queue orders it; see abandoner::shutdown().
  if (w.foreign_) foreign_resumes_of(*w.context_).fetch_add(1, std::memory_order_relaxed);
}

void waiter::end_foreign(const io_context& c) noexcept {
  // release: see abandoner::shutdown().
  foreign_resumes_of(c).fetch_sub(1, std::memory_order_release);
}

}  // namespace detail
}  // namespace sync
}  // namespace COIO_ABI
}  // namespace coio
