// Coroutines that end together, when there is no memory.
#include <boost/test/unit_test.hpp>

#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>

#include "coio/sched.hpp"
#include "coio/scheduler.hpp"
#include "coio/sync.hpp"
#include "coio/task_group.hpp"

namespace {

// So many allocations of this thread succeed; negative: all.
constinit thread_local int left = -1;

}  // namespace

// Not inlined: g++ would take malloc() and operator delete, or new and free(), for a mismatch.
[[gnu::noinline]] void* operator new(std::size_t size) {
  if (left == 0) throw std::bad_alloc();
  if (left > 0) --left;
  if (void* const p = std::malloc(size)) return p;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* p) noexcept {
  std::free(p);
}
[[gnu::noinline]] void operator delete(void* p, std::size_t) noexcept {
  std::free(p);
}

BOOST_AUTO_TEST_CASE(group_is_cancelled_without_memory) {
  coio::scheduler{}.with_workers(1).run([]() -> coio::awaitable<void> {
    int ended = 0;
    for (const bool destroyed : {false, true}) {
      auto group = std::make_unique<coio::task_group>();
      for (int i = 0; i < 100; ++i)
        group->spawn([&ended]() -> coio::awaitable<void> {
          struct at_end {
            int& n;
            ~at_end() { ++n; }
          } const count{ended};
          co_await coio::sleep(std::chrono::hours(1));
        });
      co_await coio::sched();
      left = 0;
      if (destroyed)
        group.reset();
      else
        group->cancel();
      left = -1;
      while (coio::scheduler::work_count() > 1)
        co_await coio::sched();
    }
    BOOST_TEST(ended == 200);
  });
}

BOOST_AUTO_TEST_CASE(child_that_a_group_cannot_take_does_not_run) {
  coio::scheduler{}.with_workers(1).run([]() -> coio::awaitable<void> {
    bool thrown = true;
    for (int n = 0; thrown; ++n) {
      int ran = 0;
      coio::task_group group;
      left = n;
      try {
        group.spawn([&ran] { ++ran; });
        thrown = false;
      } catch (const std::bad_alloc&) {
      }
      left = -1;
      co_await coio::sched();
      co_await group.join();
      BOOST_TEST(ran == (thrown ? 0 : 1));
    }
  });
}
