#include "core/injector.hpp"

#if __has_include(<dlfcn.h>)
#include <dlfcn.h>
#endif

#include <algorithm>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <cerrno>
#include <cstdlib>
#include <memory>
#include <new>
#include <thread>
#include <vector>

using coio::detail::injector;
using coio::detail::make_task;
using coio::detail::task;

// The sanitizers' own must see every block.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define COIO_TEST_SANITIZED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define COIO_TEST_SANITIZED
#endif
#endif

#if !defined(COIO_TEST_SANITIZED) && defined(RTLD_NEXT)

static std::atomic<bool> no_memory{false};

// Take the place of the system's in this program; Boost's queue has its nodes from one of them.
extern "C" void* aligned_alloc(std::size_t alignment, std::size_t size) {
  if (no_memory) return nullptr;
  using function = decltype(&aligned_alloc);
  static const auto next = reinterpret_cast<function>(dlsym(RTLD_NEXT, "aligned_alloc"));
  return next(alignment, size);
}

extern "C" int posix_memalign(void** p, std::size_t alignment, std::size_t size) {
  if (no_memory) return ENOMEM;
  using function = decltype(&posix_memalign);
  static const auto next = reinterpret_cast<function>(dlsym(RTLD_NEXT, "posix_memalign"));
  return next(p, alignment, size);
}

BOOST_AUTO_TEST_CASE(task_for_which_there_is_no_memory_is_destroyed) {
  injector in;
  const auto shared = std::make_shared<int>();
  task* const t = make_task([shared] {}, std::allocator<void>());
  BOOST_TEST(shared.use_count() == 2);
  no_memory = true;
  BOOST_CHECK_THROW(in.push(t), std::bad_alloc);
  no_memory = false;
  BOOST_TEST(shared.use_count() == 1);
  BOOST_TEST(in.size() == 0);
  BOOST_TEST(!in.pop());
}

#endif

BOOST_AUTO_TEST_CASE(first_in_first_out) {
  injector in;
  BOOST_TEST(!in.pop());
  BOOST_TEST(in.size() == 0);
  std::vector<int> order;
  // More than its initial size.
  for (int i = 0; i < 1000; ++i)
    in.push(make_task([&order, i] { order.push_back(i); }, std::allocator<void>()));
  BOOST_TEST(in.size() == 1000);
  while (task* t = in.pop())
    t->run();
  BOOST_TEST(order.size() == 1000u);
  BOOST_TEST(std::is_sorted(order.begin(), order.end()));
  BOOST_TEST(in.size() == 0);
}

// Each task is taken once, and each taker sees the tasks of one pusher in order.
BOOST_AUTO_TEST_CASE(many_pushers_and_takers) {
  for (const int pushers : {1, 2, 4})
    for (const int takers : {1, 2, 4}) {
      constexpr int each = 5'000;
      injector in;
      std::vector<std::atomic<int>> runs(static_cast<std::size_t>(pushers * each));
      std::atomic<int> taken{0};
      std::atomic<bool> ordered{true};
      // The last number of each pusher that the calling taker saw.
      static thread_local std::vector<int>* last = nullptr;

      std::vector<std::jthread> threads;
      for (int p = 0; p < pushers; ++p)
        threads.emplace_back([&, p] {
          for (int i = 0; i < each; ++i)
            in.push(make_task(
                [&, p, i] {
                  runs[static_cast<std::size_t>(p * each + i)].fetch_add(1);
                  int& l = (*last)[static_cast<std::size_t>(p)];
                  if (i <= l) ordered = false;
                  l = i;
                },
                std::allocator<void>()));
        });
      for (int k = 0; k < takers; ++k)
        threads.emplace_back([&] {
          std::vector<int> mine(static_cast<std::size_t>(pushers), -1);
          last = &mine;
          while (taken.load() < pushers * each) {
            if (task* t = in.pop()) {
              t->run();
              taken.fetch_add(1);
            } else {
              std::this_thread::yield();
            }
          }
        });
      threads.clear();
      BOOST_TEST_CONTEXT(pushers << " pushers, " << takers << " takers") {
        BOOST_TEST(ordered.load());
        BOOST_TEST(std::all_of(runs.begin(), runs.end(), [](auto& n) { return n.load() == 1; }));
        BOOST_TEST(in.size() == 0);
        BOOST_TEST(!in.pop());
      }
    }
}
