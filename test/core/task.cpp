#include "coio/detail/core/task.hpp"

#include <array>
#include <boost/test/unit_test.hpp>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <vector>

#include "coio/detail/core/task_cache.hpp"
#include "coio/io_context.hpp"

using coio::detail::make_task;
using coio::detail::task;
using coio::detail::task_cache;

namespace {

// Counts what it hands out.
struct ledger {
  int allocations = 0;
  int blocks = 0;  // handed out and not given back
};

template <typename T>
struct counting_allocator {
  using value_type = T;
  explicit counting_allocator(ledger& l) : book(&l) {}
  template <typename U>
  counting_allocator(const counting_allocator<U>& other) : book(other.book) {}
  T* allocate(std::size_t n) {
    ++book->allocations;
    ++book->blocks;
    return std::allocator<T>().allocate(n);
  }
  void deallocate(T* p, std::size_t n) {
    --book->blocks;
    std::allocator<T>().deallocate(p, n);
  }
  friend bool operator==(const counting_allocator&, const counting_allocator&) = default;
  ledger* book;
};

// A function object that counts its copies alive.
struct tracked {
  explicit tracked(int& a, int& r) : alive(a), runs(r) { ++alive; }
  tracked(tracked&& other) noexcept : alive(other.alive), runs(other.runs) { ++alive; }
  ~tracked() { --alive; }
  void operator()() { ++runs; }
  int& alive;
  int& runs;
};

struct throws_when_moved {
  throws_when_moved(int& a, int n) : alive(a), moves_left(n) { ++alive; }
  throws_when_moved(throws_when_moved&& other) : alive(other.alive), moves_left(other.moves_left) {
    if (moves_left-- == 0) throw std::runtime_error("moved");
    ++alive;
  }
  ~throws_when_moved() { --alive; }
  void operator()() {}
  int& alive;
  int moves_left;
};

}  // namespace

BOOST_AUTO_TEST_CASE(run_runs_the_function_and_frees_it) {
  int alive = 0, runs = 0;
  make_task(tracked(alive, runs), std::allocator<void>())->run();
  BOOST_TEST(runs == 1);
  BOOST_TEST(alive == 0);
}

BOOST_AUTO_TEST_CASE(destroy_frees_without_running) {
  int alive = 0, runs = 0;
  task* t = make_task(tracked(alive, runs), std::allocator<void>());
  BOOST_TEST(alive == 1);
  t->destroy();
  BOOST_TEST(runs == 0);
  BOOST_TEST(alive == 0);
}

BOOST_AUTO_TEST_CASE(a_users_allocator_is_used) {
  ledger book;
  int alive = 0, runs = 0;
  const counting_allocator<void> a(book);
  make_task(tracked(alive, runs), a)->run();
  make_task(tracked(alive, runs), a)->destroy();
  BOOST_TEST(book.allocations == 2);
  BOOST_TEST(book.blocks == 0);
  BOOST_TEST(runs == 1);
  BOOST_TEST(alive == 0);
}

BOOST_AUTO_TEST_CASE(memory_is_free_before_the_function_runs) {
  ledger book;
  int blocks_seen = -1;
  make_task([&] { blocks_seen = book.blocks; }, counting_allocator<void>(book))->run();
  BOOST_TEST(blocks_seen == 0);
}

BOOST_AUTO_TEST_CASE(a_move_that_throws_leaks_nothing) {
  for (int moves = 0; moves < 2; ++moves) {
    ledger book;
    int alive = 0;
    const auto whole_life = [&] {
      make_task(throws_when_moved(alive, moves), counting_allocator<void>(book))->run();
    };
    BOOST_CHECK_THROW(whole_life(), std::runtime_error);
    BOOST_TEST(book.allocations == 1);
    BOOST_TEST(book.blocks == 0);
    BOOST_TEST(alive == 0);
  }
}

BOOST_AUTO_TEST_CASE(a_function_that_throws_leaks_nothing) {
  ledger book;
  task* t = make_task([] { throw std::runtime_error("ran"); }, counting_allocator<void>(book));
  BOOST_CHECK_THROW(t->run(), std::runtime_error);
  BOOST_TEST(book.blocks == 0);
}

BOOST_AUTO_TEST_CASE(alignment_is_kept) {
  struct alignas(256) aligned {
    std::uintptr_t* seen;
    void operator()() { *seen = reinterpret_cast<std::uintptr_t>(this); }
  };
  std::uintptr_t address = 1;
  make_task(aligned{&address}, std::allocator<void>())->run();
  BOOST_TEST(address % 256 == 0u);
}

BOOST_AUTO_TEST_CASE(the_cache_gives_freed_memory_again) {
  task_cache cache;
  for (const std::size_t size : {1u, 63u, 64u, 65u, 128u, 500u, 512u}) {
    void* p = cache.allocate(size);
    std::fill_n(static_cast<unsigned char*>(p), size, static_cast<unsigned char>(0xA5));
    cache.deallocate(p, size);
    void* q = cache.allocate(size);
    BOOST_TEST(p == q);
    cache.deallocate(q, size);
  }
}

BOOST_AUTO_TEST_CASE(the_cache_is_bounded_and_frees_what_it_keeps) {
  // What it does not free, the address sanitizer reports as a leak.
  task_cache cache;
  std::vector<void*> blocks;
  for (int i = 0; i < 5000; ++i)
    blocks.push_back(cache.allocate(40));
  for (void* p : blocks)
    cache.deallocate(p, 40);
  void* large = cache.allocate(100'000);
  cache.deallocate(large, 100'000);
  BOOST_TEST(blocks.size() == 5000u);
}

// Memory from a thread without a cache ends in a worker's, and serves any size of its list there.
BOOST_AUTO_TEST_CASE(memory_moves_between_threads) {
  coio::io_context ctx(1);
  int sum = 0;
  for (int round = 0; round < 3; ++round) {
    for (int i = 0; i < 2000; ++i)
      asio::post(ctx, [&sum, &ctx, small = std::array<char, 3>{}] {
        ++sum;
        asio::post(ctx, [&sum, large = std::array<char, 40>{}] { ++sum, (void)large; });
        (void)small;
      });
    ctx.run();
    ctx.restart();
  }
  BOOST_TEST(sum == 12'000);
}
