// Awaiting the first of several coroutines.
#ifndef COIO_WHEN_ANY_HPP
#define COIO_WHEN_ANY_HPP

#include <array>
#include <atomic>
#include <cstddef>
#include <memory>
#include <stdexcept>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>

#include "coio/awaitable.hpp"
#include "coio/detail/coro/structured.hpp"
#include "coio/detail/export.hpp"
#include "coio/join_all.hpp"
#include "coio/join_handle.hpp"
#include "coio/select.hpp"

namespace coio {
inline namespace COIO_ABI {

namespace detail {

// Several coroutines and the one that waits for the first of them to end. All of them own it: when
// the context is destroyed, so are they, in any order.
class COIO_API race {
 public:
  static constexpr std::size_t nobody = ~std::size_t(0);

  // By the coroutine with that number, at its end.
  void arrive(std::size_t i) noexcept;
  // Who was the first, so far.
  std::size_t winner() const noexcept { return winner_.load(std::memory_order_acquire); }

  // Waits for the first, or until the caller is cancelled.
  class COIO_API first_operation final : public awaiter_base, private suspension {
   public:
    static constexpr bool uninterrupted = true;
    explicit first_operation(race& r) noexcept : race_(r) {}
    first_operation(first_operation&& other) noexcept : race_(other.race_) {}

    bool await_ready() const noexcept { return false; }
    template <typename Promise>
    void await_suspend(std::coroutine_handle<Promise> h) noexcept {
      begin(*h.promise().its, frame_of(h));
    }
    void await_resume() const noexcept {}

   private:
    void begin(fiber& f, frame at) noexcept;
    static bool end_wait(suspension& s) noexcept;
    race& race_;
  };
  first_operation first() noexcept { return first_operation(*this); }

 private:
  std::atomic<std::size_t> winner_{nobody};
  std::atomic<fiber*> waiting_{nullptr};
};

// A part of what is called, which goes at the coroutine's end, also if that has not begun.
class arrival {
 public:
  arrival(std::shared_ptr<race> r, std::size_t i) noexcept : race_(std::move(r)), i_(i) {}
  arrival(arrival&&) noexcept = default;
  arrival& operator=(arrival&&) = delete;
  ~arrival() {
    if (race_) race_->arrive(i_);
  }

 private:
  std::shared_ptr<race> race_;
  std::size_t i_;
};

template <typename T>
join_handle<T> start_racer(awaitable<T> a, arrival at_end) {
  return spawn([at_end = std::move(at_end), a = std::move(a)]() mutable { return std::move(a); });
}

template <std::size_t... Is, typename... Ts>
std::tuple<join_handle<Ts>...> start_race(const std::shared_ptr<race>& r,
                                          std::index_sequence<Is...>, awaitable<Ts>&... as) {
  // Braces: in their order.
  return std::tuple<join_handle<Ts>...>{start_racer(std::move(as), arrival(r, Is))...};
}

template <typename Result, std::size_t I = 0, typename Handles>
Result winning(std::size_t winner, const Handles& handles) {
  if constexpr (I < std::tuple_size_v<Handles>) {
    if (I == winner) return Result(std::in_place_index<I>, result_of(std::get<I>(handles)));
    return winning<Result, I + 1>(winner, handles);
  } else {
    throw std::logic_error("coio::when_any: no winner");
  }
}

template <typename... Ts>
awaitable<std::variant<non_void<Ts>...>> run_race(awaitable<Ts>... coroutines) {
  const auto shared = std::make_shared<race>();
  race& r = *shared;
  auto handles = start_race(shared, std::index_sequence_for<Ts...>(), coroutines...);
  // If the caller is cancelled, there may be no winner yet: then all have to go.
  co_await r.first();
  const std::size_t winner = r.winner();
  const auto all = std::apply(
      [](auto&... h) { return std::array<fiber*, sizeof...(h)>{spawn_access::state(h).get()...}; },
      handles);
  for (std::size_t i = 0; i < all.size(); ++i)
    if (i != winner) all[i]->cancel();
  // What is left ends before this does.
  bool told = true;  // see above
  for (fiber* const f : all)
    co_await settle_operation(
        *f, [f] { f->cancel(); }, told);
  co_return winning<std::variant<non_void<Ts>...>>(r.winner(), handles);
}

}  // namespace detail

/// Runs the coroutines concurrently until the first of them ends, and gives what it returned or
/// throws what it threw.
/**
 * The others are cancelled, and have ended when this returns. What they return is lost; what they
 * throw goes to the handler that set_unhandled_exception_handler() has set. If the caller is
 * cancelled, all are; if the first of them returns nevertheless, that is the result. If all of them
 * are operations that select() takes, this is select(), and nothing is lost.
 *
 * Each runs as a coroutine of its own.
 *
 * @return A variant whose index says which coroutine it was; std::monostate stands for void.
 * @throws asio::system_error The caller was cancelled (asio::error::operation_aborted). Also what
 * the first coroutine threw.
 */
template <typename... As>
  requires(sizeof...(As) > 0 && (detail::awaited_once<As> && ...))
[[nodiscard]] awaitable<std::variant<detail::non_void<detail::awaited_t<As>>...>> when_any(
    As&&... coroutines) {
  if constexpr ((selectable<std::remove_cvref_t<As>> && ...))
    return select(std::move(coroutines)...);
  else
    return detail::run_race(detail::as_coroutine(std::move(coroutines))...);
}

}  // namespace COIO_ABI
}  // namespace coio

#endif
