// Channels: queues between coroutines and threads.
#ifndef COIO_SYNC_CHANNEL_HPP
#define COIO_SYNC_CHANNEL_HPP

#include <chrono>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <new>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include "coio/asio.hpp"
#include "coio/awaitable.hpp"
#include "coio/detail/sync/waiter.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace sync {

template <typename T>
class sender;
template <typename T>
class receiver;

namespace detail {

// What the ends of a channel share.
template <typename T>
class channel_state {
 public:
  static constexpr std::size_t unbounded = ~std::size_t(0);

  explicit channel_state(std::size_t bound) : bound_(bound) {}

  // The two directions, as those who wait want them. The data of a waiting sender is its T; that of
  // a waiting receiver is a std::optional<T>.
  struct sending {
    channel_state& c;
    std::optional<asio::error_code> attempt(waiter& w, waiter*& wake) {
      return unless_blocked(c.put(*static_cast<T*>(w.data()), wake));
    }
    wait_queue& queue() noexcept { return c.senders_; }
  };
  struct receiving {
    channel_state& c;
    std::optional<asio::error_code> attempt(waiter& w, waiter*& wake) {
      return unless_blocked(c.get(*static_cast<std::optional<T>*>(w.data()), wake));
    }
    wait_queue& queue() noexcept { return c.receivers_; }
  };

  // Sends at once if it can be done: no error. would_block: it cannot; `value` is as it was.
  asio::error_code try_send(T& value) {
    taken_waiter wake;
    const std::lock_guard lock(lock_);
    return put(value, wake.w);
  }

  // As try_send. broken_pipe: the channel is closed and empty.
  asio::error_code try_recv(std::optional<T>& value) {
    taken_waiter wake;
    const std::lock_guard lock(lock_);
    return get(value, wake.w);
  }

  // Senders can send no more; receivers still receive what is queued.
  void close() {
    waiter *senders, *receivers;
    {
      const std::lock_guard lock(lock_);
      closed_ = true;
      senders = senders_.take_all();
      receivers = receivers_.take_all();
    }
    const auto wake = [](waiter& w) { w.resume(asio::error::broken_pipe); };
    wait_queue::for_each(senders, wake);
    wait_queue::for_each(receivers, wake);
  }

  bool closed() const {
    const std::lock_guard lock(lock_);
    return closed_;
  }

  void add_sender() noexcept {
    const std::lock_guard lock(lock_);
    ++sender_count_;
  }
  void drop_sender() {
    if (drop(sender_count_)) close();
  }
  void add_receiver() noexcept {
    const std::lock_guard lock(lock_);
    ++receiver_count_;
  }
  void drop_receiver() {
    if (!drop(receiver_count_)) return;
    close();
    // What is queued is destroyed without the lock, unless it cannot be moved.
    for (std::optional<T> unread;; unread.reset()) {
      const std::lock_guard lock(lock_);
      if (queue_.empty()) return;
      try {
        unread.emplace(std::move(queue_.front()));
      } catch (...) {
        // It is destroyed where it is.
      }
      queue_.pop_front();
    }
  }

 private:
  static std::optional<asio::error_code> unless_blocked(const asio::error_code& e) noexcept {
    if (e == asio::error::would_block) return std::nullopt;
    return e;
  }

  bool drop(std::size_t& count) noexcept {
    const std::lock_guard lock(lock_);
    return --count == 0;
  }

  // If to move the value throws, who was to have it, or to give it, goes on waiting; one of a
  // selection, which has been chosen for good, is told.
  static void keep_waiting(wait_queue& q, waiter*& wake) noexcept {
    if (q.put_back(*wake))
      wake = nullptr;
    else
      wake->set_error(asio::error::no_memory);
  }

  asio::error_code put(T& value, waiter*& wake) {
    if (closed_) return asio::error::broken_pipe;
    if ((wake = receivers_.pop())) try {
        static_cast<std::optional<T>*>(wake->data())->emplace(std::move(value));
      } catch (...) {
        keep_waiting(receivers_, wake);
        throw;
      }
    else if (queue_.size() < bound_ && senders_.empty())
      queue_.push_back(std::move(value));
    else
      return asio::error::would_block;
    return {};
  }

  asio::error_code get(std::optional<T>& value, waiter*& wake) {
    if (!queue_.empty()) {
      value.emplace(std::move(queue_.front()));
      queue_.pop_front();
      // There is room for the value of one who waited for it. If that cannot be moved, or there is
      // no memory, it is received from where it is.
      if ((wake = senders_.pop())) try {
          queue_.push_back(std::move(*static_cast<T*>(wake->data())));
        } catch (...) {
          keep_waiting(senders_, wake);
        }
    } else if ((wake = senders_.pop())) {
      try {
        value.emplace(std::move(*static_cast<T*>(wake->data())));
      } catch (...) {
        keep_waiting(senders_, wake);
        throw;
      }
    } else {
      return closed_ ? asio::error::broken_pipe : asio::error::would_block;
    }
    return {};
  }

  const std::size_t bound_;
  mutable std::mutex lock_;
  std::deque<T> queue_;
  // Not empty only while the queue is full, or a value of one that waits could not be moved there.
  wait_queue senders_{lock_};
  wait_queue receivers_{lock_};  // not empty only while the queue is empty
  std::size_t sender_count_ = 0;
  std::size_t receiver_count_ = 0;
  bool closed_ = false;
};

// Throws where a handle has no channel.
template <typename T>
channel_state<T>& state_of(const std::shared_ptr<channel_state<T>>& s, const char* function) {
  if (!s)
    throw std::logic_error(std::string(function) +
                           ": expected an end of a channel, found one that was moved from");
  return *s;
}

template <typename T>
class send_operation final : public wait_operation<send_operation<T>, void> {
 public:
  send_operation(std::shared_ptr<channel_state<T>> s, T value)
      : state_(std::move(s)), value_(std::move(value)) {}
  send_operation(send_operation&&) = default;

 private:
  friend class wait_operation<send_operation, void>;
  static constexpr const char* waits_for = "sync::sender::send";
  void look(coio::detail::wait_view& v) const { v.object = state_.get(); }
  bool at_once() {
    result_ = state_->try_send(value_);
    return result_ != asio::error::would_block;
  }
  typename channel_state<T>::sending& object() noexcept {
    this->data_ = &value_;
    result_.clear();
    return direction_.emplace(typename channel_state<T>::sending{*state_});
  }
  void finish(const asio::error_code& ec) const {
    if (ec) throw asio::system_error(ec, "send");
    if (result_) throw asio::system_error(result_, "send");
  }

  std::shared_ptr<channel_state<T>> state_;
  T value_;
  asio::error_code result_;
  std::optional<typename channel_state<T>::sending> direction_;
};

template <typename T>
class recv_operation final : public wait_operation<recv_operation<T>, std::optional<T>> {
 public:
  explicit recv_operation(std::shared_ptr<channel_state<T>> s,
                          std::optional<coroutine_wait::time_point> limit = {})
      : wait_operation<recv_operation, std::optional<T>>(limit), state_(std::move(s)) {}
  recv_operation(recv_operation&&) = default;

 private:
  friend class wait_operation<recv_operation, std::optional<T>>;
  static constexpr const char* waits_for = "sync::receiver::recv";
  void look(coio::detail::wait_view& v) const { v.object = state_.get(); }
  bool at_once() { return state_->try_recv(value_) != asio::error::would_block; }
  typename channel_state<T>::receiving& object() noexcept {
    this->data_ = &value_;
    return direction_.emplace(typename channel_state<T>::receiving{*state_});
  }
  std::optional<T> finish(const asio::error_code& ec) {
    if (ec && ec != asio::error::broken_pipe) throw asio::system_error(ec, "recv");
    return std::move(value_);
  }

  std::shared_ptr<channel_state<T>> state_;
  std::optional<T> value_;
  std::optional<typename channel_state<T>::receiving> direction_;
};

}  // namespace detail

/// The sending end of a channel. Copies send into the same channel.
/**
 * When the last copy is gone, the channel is closed: receivers get what is queued, and then nothing
 * more.
 *
 * Thread safety: Distinct objects: Safe, copies of each other too. Shared objects: Safe for
 * concurrent use of const members.
 */
template <typename T>
class sender {
 public:
  sender(const sender& other) noexcept : state_(other.state_) {
    if (state_) state_->add_sender();
  }
  sender(sender&& other) noexcept = default;
  sender& operator=(sender other) noexcept {
    state_.swap(other.state_);
    return *this;
  }
  ~sender() {
    if (state_) state_->drop_sender();
  }

  /// Sends a value; waits while the channel is full.
  /**
   * @throws asio::system_error The channel is closed (asio::error::broken_pipe), or the wait was
   * cancelled (asio::error::operation_aborted).
   */
  [[nodiscard]] auto send(T value) const {
    detail::state_of(state_, "coio::sync::sender::send");
    return detail::send_operation<T>(state_, std::move(value));
  }

  /// Sends a value if the channel is neither full nor closed.
  /** @return Whether it was sent. A value that was not is left as it was. */
  [[nodiscard]] bool try_send(T&& value) const {
    asio::error_code ignored;
    return try_send(std::move(value), ignored);
  }
  /// As above; sends a copy.
  [[nodiscard]] bool try_send(const T& value) const { return try_send(T(value)); }

  /// As above, and says why not.
  /** @param ec asio::error::would_block: the channel is full; broken_pipe: it is closed. */
  [[nodiscard]] bool try_send(T&& value, asio::error_code& ec) const {
    ec = detail::state_of(state_, "coio::sync::sender::try_send").try_send(value);
    return !ec;
  }
  [[nodiscard]] bool try_send(const T& value, asio::error_code& ec) const {
    return try_send(T(value), ec);
  }

  /// As send(), for plain threads: blocks the calling thread.
  /** @throws asio::system_error The channel is closed (asio::error::broken_pipe). */
  void blocking_send(T value) const {
    detail::thread_waiter w(&value);
    typename detail::channel_state<T>::sending direction{
        detail::state_of(state_, "coio::sync::sender::blocking_send")};
    if (const auto e = detail::block(direction, w)) throw asio::system_error(e, "send");
  }

  /// Closes the channel for all its senders; those that wait fail (asio::error::broken_pipe).
  void close() const { detail::state_of(state_, "coio::sync::sender::close").close(); }

  /// Whether the channel is closed, because of close() or because no receiver is left.
  bool closed() const { return detail::state_of(state_, "coio::sync::sender::closed").closed(); }

 private:
  template <typename U>
  friend std::pair<sender<U>, receiver<U>> channel(std::size_t bound);

  explicit sender(std::shared_ptr<detail::channel_state<T>> s) noexcept : state_(std::move(s)) {
    state_->add_sender();
  }
  std::shared_ptr<detail::channel_state<T>> state_;
};

/// The receiving end of a channel. Copies receive from the same channel, each value once.
/**
 * When the last copy is gone, the channel is closed and what is queued is dropped.
 *
 * Thread safety: as sender.
 */
template <typename T>
class receiver {
 public:
  receiver(const receiver& other) noexcept : state_(other.state_) {
    if (state_) state_->add_receiver();
  }
  receiver(receiver&& other) noexcept = default;
  receiver& operator=(receiver other) noexcept {
    state_.swap(other.state_);
    return *this;
  }
  ~receiver() {
    if (state_) state_->drop_receiver();
  }

  /// Receives a value; waits while there is none.
  /**
   * Usual loop: `while (auto value = co_await rx.recv())`.
   *
   * @return The value, or nothing if the channel is closed and empty.
   * @throws asio::system_error The wait was cancelled (asio::error::operation_aborted).
   */
  [[nodiscard]] auto recv() const {
    detail::state_of(state_, "coio::sync::receiver::recv");
    return detail::recv_operation<T>(state_);
  }

  /// As recv(), but waits no longer than the given time.
  /**
   * @throws asio::system_error asio::error::timed_out: no value came in time; none has been taken.
   */
  template <typename Rep, typename Period>
  [[nodiscard]] auto recv_for(std::chrono::duration<Rep, Period> d) const {
    return recv_until(coio::detail::time_after(d));
  }
  [[nodiscard]] auto recv_until(std::chrono::steady_clock::time_point t) const {
    detail::state_of(state_, "coio::sync::receiver::recv_until");
    return detail::recv_operation<T>(state_, t);
  }

  /// Receives a value if there is one.
  [[nodiscard]] std::optional<T> try_recv() const {
    asio::error_code ignored;
    return try_recv(ignored);
  }

  /// As above, and says why not.
  /** @param ec asio::error::would_block: the channel is empty; broken_pipe: it is empty and closed.
   */
  [[nodiscard]] std::optional<T> try_recv(asio::error_code& ec) const {
    std::optional<T> value;
    ec = detail::state_of(state_, "coio::sync::receiver::try_recv").try_recv(value);
    return value;
  }

  /// As recv(), for plain threads: blocks the calling thread.
  std::optional<T> blocking_recv() const {
    std::optional<T> value;
    detail::thread_waiter w(&value);
    typename detail::channel_state<T>::receiving direction{
        detail::state_of(state_, "coio::sync::receiver::blocking_recv")};
    detail::block(direction, w);
    return value;
  }

  /// Closes the channel: no more can be sent. What is queued can still be received.
  void close() const { detail::state_of(state_, "coio::sync::receiver::close").close(); }

  /// Whether the channel is closed, because of close() or because no sender is left. What is queued
  /// can still be received.
  bool closed() const { return detail::state_of(state_, "coio::sync::receiver::closed").closed(); }

 private:
  template <typename U>
  friend std::pair<sender<U>, receiver<U>> channel(std::size_t bound);

  explicit receiver(std::shared_ptr<detail::channel_state<T>> s) noexcept : state_(std::move(s)) {
    state_->add_receiver();
  }
  std::shared_ptr<detail::channel_state<T>> state_;
};

/// Makes a channel: `auto [tx, rx] = coio::sync::channel<int>();`
/**
 * Values arrive in the order in which they were sent; senders that wait for room are served in the
 * order in which they came, and so are receivers that wait for values.
 *
 * @param bound The number of values that it holds before senders wait; 0: a sender waits until its
 * value is received. Without it, senders never wait.
 */
template <typename T>
[[nodiscard]] std::pair<sender<T>, receiver<T>> channel(
    std::size_t bound = detail::channel_state<T>::unbounded) {
  const auto state = std::make_shared<detail::channel_state<T>>(bound);
  return {sender<T>(state), receiver<T>(state)};
}

}  // namespace sync
}  // namespace COIO_ABI
}  // namespace coio

#endif
