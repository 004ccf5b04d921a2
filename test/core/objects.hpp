// Every kind of I/O object, made from every origin of an executor, after every action.
// objects_*.cpp have the kinds; here are the origins, the actions, and the case that combines them.
//
// A kind is a class with
//   type<Executor>          the type of the object;
//   open(object)            makes it ready for operations;
//   pend(object, handler)   starts an operation that does not end by itself;
//   use(object)             a task: an operation that ends, with checks of what it delivers;
//   cancels_surely          whether cancelling makes a pending operation fail.
// An object of the kind is the other end: peers, and memory for buffers.
#ifndef COIO_TEST_CORE_OBJECTS_HPP
#define COIO_TEST_CORE_OBJECTS_HPP

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <exception>
#include <memory>
#include <optional>
#include <ostream>
#include <system_error>
#include <type_traits>
#include <typeinfo>
#include <utility>
#include <vector>

#include "checks.hpp"
#include "coio/io_context.hpp"
#include "coio/io_executor.hpp"
#include "coio/thread_pool.hpp"
#include "connected.hpp"
#include "operation.hpp"

namespace coio::test {

namespace data = boost::unit_test::data;

using typed = coio::io_context::executor_type;
using erased = asio::any_io_executor;
using own = coio::io_executor;

// ---- Origins ----

enum class origin {
  context,
  context_typed,
  get_executor,
  next_executor,
  own_executor,
  strand,
  erased_strand,
  erased_next_executor,
  coroutine,
  pool,
  pool_next_executor,
};
constexpr const char* origin_names[] = {
    "ctx, as any_io_executor",
    "ctx",
    "ctx.get_executor()",
    "ctx.next_executor()",
    "io_executor(ctx.next_executor())",
    "make_strand(ctx)",
    "strand<any_io_executor>(ctx.next_executor())",
    "any_io_executor(ctx.next_executor())",
    "this_coro::executor",
    "pool.get_executor()",
    "pool.next_executor()",
};
inline std::ostream& operator<<(std::ostream& os, origin o) {
  return os << origin_names[static_cast<int>(o)];
}
constexpr origin origins[] = {
    origin::context,       origin::context_typed,        origin::get_executor,
    origin::next_executor, origin::own_executor,         origin::strand,
    origin::erased_strand, origin::erased_next_executor, origin::coroutine,
    origin::pool,          origin::pool_next_executor,
};

// The context of a case.
class program {
 public:
  program(origin o, int workers) {
    if (o == origin::pool || o == origin::pool_next_executor)
      pool_.emplace(static_cast<std::size_t>(workers));
    else
      context_.emplace(workers);
  }

  coio::io_context& context() { return pool_ ? *pool_ : *context_; }

  // Until the work is done.
  void run() {
    if (pool_)
      pool_->join();
    else
      context_->run();
  }

 private:
  std::optional<coio::io_context> context_;
  std::optional<coio::thread_pool> pool_;
};

inline asio::awaitable<erased> its_executor() {
  co_return co_await asio::this_coro::executor;
}

// Calls f(executor, whether it stands for the context itself), within run() or before.
template <typename Function>
void with_executor(program& p, origin o, bool within, Function f) {
  coio::io_context& ctx = p.context();
  const auto call = [&ctx, o, f] {
    switch (o) {
      case origin::context:
        return f(erased(ctx.get_executor()), true);
      case origin::context_typed:
        return f(ctx.get_executor(), true);
      case origin::get_executor:
      case origin::pool:
        return f(ctx.get_executor(), false);
      case origin::next_executor:
      case origin::pool_next_executor:
        return f(ctx.next_executor(), false);
      case origin::own_executor:
        return f(own(ctx.next_executor()), false);
      case origin::strand:
        return f(asio::make_strand(ctx), false);
      case origin::erased_strand:
        return f(asio::strand<erased>(ctx.next_executor()), false);
      case origin::erased_next_executor:
        return f(erased(ctx.next_executor()), false);
      case origin::coroutine:
        return;
    }
  };
  if (o == origin::coroutine) {
    std::optional<erased> kept;
    asio::co_spawn(ctx.next_executor(), its_executor(),
                   [&kept, f, within](std::exception_ptr, erased ex) {
                     within ? f(ex, false) : void(kept = ex);
                   });
    if (within) return p.run();
    p.run();
    ctx.restart();
    f(*kept, false);
  } else if (within) {
    asio::post(ctx, call);
  } else {
    call();
  }
  p.run();
}

// ---- Homes ----

template <typename Executor>
asio::execution_context& home_of(const Executor& ex) {
  return asio::query(ex, asio::execution::context);
}

// Whether it is a strand, or one is in it.
template <typename Executor>
bool strand_in(const Executor& ex) {
  if constexpr (std::is_same_v<Executor, erased>)
    return ex.target_type() != typeid(typed) && ex.target_type() != typeid(own);
  else
    return !std::is_base_of_v<typed, Executor>;
}

// An executor whose home is another one, if there is one.
template <typename Executor>
Executor elsewhere(coio::io_context& ctx, const asio::execution_context& home) {
  typed ex = ctx.next_executor();
  for (std::size_t n = asio::query(ex, asio::execution::occupancy); n > 1 && &home_of(ex) == &home;
       --n)
    ex = ctx.next_executor();
  return Executor(ex);
}

// ---- Actions ----

enum class action {
  none,
  moved,
  converted,
  made_own,
  as_default,
  assigned,
  converted_and_assigned,
  cancelled,
  closed,
  destroyed,
};
constexpr const char* action_names[] = {
    "nothing",
    "move construction",
    "conversion to any_io_executor",
    "conversion to io_executor",
    "as_default_on()",
    "move assignment over another one",
    "converting move assignment over another one",
    "cancel() on another shard",
    "close() on another shard",
    "destruction of the context",
};
inline std::ostream& operator<<(std::ostream& os, action a) {
  return os << action_names[static_cast<int>(a)];
}

// What Asio's classes are able to do differs with the class and with the version.
template <typename Kind, typename Executor>
struct able {
  using object = typename Kind::template type<Executor>;
  using any_object = typename Kind::template type<erased>;
  using own_object = typename Kind::template type<own>;
  using awaiting_object =
      typename Kind::template type<asio::use_awaitable_t<>::executor_with_default<Executor>>;
  static constexpr bool move = std::is_move_constructible_v<object>;
  static constexpr bool convert = std::is_constructible_v<any_object, object>;
  static constexpr bool make_own = std::is_constructible_v<own_object, object>;
  static constexpr bool as_default = std::is_constructible_v<awaiting_object, object>;
  static constexpr bool convert_and_assign = std::is_assignable_v<any_object&, object>;
  static constexpr bool close = requires(object& o) { o.close(); };
};

template <typename Kind>
std::vector<action> actions() {
  using of = able<Kind, typed>;
  std::vector<action> all{action::none, action::cancelled, action::destroyed};
  if (of::move) all.insert(all.end(), {action::moved, action::assigned});
  if (of::convert) all.push_back(action::converted);
  if (of::make_own) all.push_back(action::made_own);
  if (of::as_default) all.push_back(action::as_default);
  if (of::convert_and_assign) all.push_back(action::converted_and_assigned);
  if (of::close) all.push_back(action::closed);
  return all;
}

// ---- A case ----

// Makes an object as a program does that has this origin.
template <typename Object, typename Executor>
Object make(coio::io_context& ctx, const Executor& ex, bool from_context) {
  if constexpr (std::is_same_v<Executor, typed> || std::is_same_v<Executor, erased>)
    if (from_context) return Object(ctx);
  return Object(ex);
}

// Pending operations own the objects.
template <typename Kind, typename Executor>
void abandon(std::shared_ptr<int> alive, const Executor& ex) {
  struct owned {
    Kind kind;
    typename Kind::template type<Executor> object;
    explicit owned(const Executor& e) : object(e) {}
  };
  const auto o = std::make_shared<owned>(ex);
  o->kind.open(o->object);
  o->kind.pend(o->object, with_error{[o, alive](asio::error_code) {}});
}

// Puts an object over another one, of another home, that has a pending operation.
template <typename Kind, typename Target, typename Object>
task assign_over(Kind& kind, Kind& other, Target& target, Object& object) {
  asio::execution_context& home = home_of(object.get_executor());
  other.open(target);
  const auto [error, ignored] =
      co_await await_callback<int>([&](ended<int> h) { other.pend(target, with_error{h}); },
                                   [&](outcome<int>& o) {
                                     target = std::move(object);
                                     o.arrive();
                                   });
  CHECK(says_aborted(error) || (!Kind::cancels_surely && !error));
  CHECK(&home_of(target.get_executor()) == &home);
  co_await kind.use(target);
}

// Ends an operation by a handler of another home.
template <typename Kind, typename Object, typename End>
task end_elsewhere(coio::io_context& ctx, Kind& kind, Object& object, End end) {
  asio::steady_timer other(elsewhere<erased>(ctx, home_of(object.get_executor())));
  other.expires_after(std::chrono::seconds(0));
  const auto [error, ignored] =
      co_await await_callback<int>([&](ended<int> h) { kind.pend(object, with_error{h}); },
                                   [&](outcome<int>& o) {
                                     other.async_wait([&object, end, &o](asio::error_code) {
                                       end(object);
                                       o.arrive();
                                     });
                                   });
  CHECK(says_aborted(error) || (!Kind::cancels_surely && !error));
}

template <typename Kind, typename Executor>
detached_task act(coio::io_context& ctx, action a, Executor ex, bool from_context, bool& done) {
  using of = able<Kind, Executor>;
  using object_type = typename of::object;
  using any_type = typename of::any_object;
  Kind kind, other;
  auto object = make<object_type>(ctx, ex, from_context);
  asio::execution_context& home = home_of(ex);
  bool refused = false;
  CHECK(&home_of(object.get_executor()) == &home);
  if (from_context) CHECK(&home == &ctx);
  kind.open(object);
  switch (a) {
    case action::moved:
      if constexpr (of::move) {
        object_type to(std::move(object));
        CHECK(&home_of(to.get_executor()) == &home);
        co_await kind.use(to);
      }
      break;
    case action::converted:
      if constexpr (of::convert) {
        any_type to(std::move(object));
        CHECK(&home_of(to.get_executor()) == &home);
        co_await kind.use(to);
      }
      break;
    case action::made_own:
      // An erased strand is no executor of coio's: the object stays what it is.
      if constexpr (of::make_own) {
        try {
          typename of::own_object to(std::move(object));
          CHECK(!strand_in(ex));
          CHECK(&home_of(to.get_executor()) == &home);
          co_await kind.use(to);
        } catch (const asio::execution::bad_executor&) {
          refused = true;
        }
        CHECK(refused == strand_in(ex));
        if (refused) co_await kind.use(object);
      }
      break;
    case action::as_default:
      if constexpr (of::as_default) {
        auto to = asio::use_awaitable.as_default_on(std::move(object));
        CHECK(&home_of(to.get_executor()) == &home);
        co_await kind.use(to);
      }
      break;
    case action::assigned:
      if constexpr (of::move) {
        object_type target(elsewhere<Executor>(ctx, home));
        co_await assign_over(kind, other, target, object);
      }
      break;
    case action::converted_and_assigned:
      if constexpr (of::convert_and_assign) {
        any_type target(elsewhere<erased>(ctx, home));
        co_await assign_over(kind, other, target, object);
      }
      break;
    case action::closed:
      if constexpr (of::close) {
        co_await end_elsewhere(ctx, kind, object, [](auto& o) { o.close(); });
        kind.open(object);
        co_await kind.use(object);
      }
      break;
    case action::cancelled:
      co_await end_elsewhere(ctx, kind, object, [](auto& o) { o.cancel(); });
      co_await kind.use(object);
      break;
    default:
      co_await kind.use(object);
  }
  done = true;
}

template <typename Kind>
void check(origin o, action a, int workers, bool within) {
  const auto alive = std::make_shared<int>();
  {
    program p(o, workers);
    coio::io_context& ctx = p.context();
    bool done = false;
    with_executor(p, o, within, [&, a](const auto& ex, bool from_context) {
      using executor = std::decay_t<decltype(ex)>;
      if (a != action::destroyed) {
        act<Kind>(ctx, a, ex, from_context, done);
        return;
      }
      abandon<Kind>(alive, ex);
      abandon<Kind>(alive, elsewhere<executor>(ctx, home_of(ex)));
      done = true;
      ctx.stop();
    });
    BOOST_TEST(done);
  }
  BOOST_TEST(alive.use_count() == 1);
}

template <typename Kind>
void check_all(origin o, action a) {
  for (const int workers : {1, 2, 4})
    for (const bool within : {false, true})
      BOOST_TEST_CONTEXT(workers << " workers, made " << (within ? "within" : "before") << " run()")
  check<Kind>(o, a, workers, within);
}

}  // namespace coio::test

// A test case for each origin and action.
#define COIO_TEST_OBJECTS(name, kind)                                           \
  BOOST_DATA_TEST_CASE(name,                                                    \
                       coio::test::data::make(coio::test::origins) *            \
                           coio::test::data::make(coio::test::actions<kind>()), \
                       origin, action) {                                        \
    coio::test::check_all<kind>(origin, action);                                \
  }

#endif
