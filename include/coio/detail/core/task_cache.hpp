// A worker's cache of task memory: free blocks by size, used by the worker's thread alone.
#ifndef COIO_DETAIL_CORE_TASK_CACHE_HPP
#define COIO_DETAIL_CORE_TASK_CACHE_HPP

#include <array>
#include <cstddef>
#include <new>

#include "coio/asio.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

class task_cache {
 public:
  task_cache() = default;
  task_cache(const task_cache&) = delete;
  task_cache& operator=(const task_cache&) = delete;

  ~task_cache() {
    for (list& l : lists_)
      while (block* b = l.first) {
        l.first = b->next;
        ::operator delete(b);
      }
  }

  void* allocate(std::size_t size) {
    if (size > largest) return ::operator new(size);
    list& l = lists_[place(size)];
    if (block* b = l.first) {
      l.first = b->next;
      --l.count;
      return b;
    }
    return ::operator new(rounded(size));
  }

  void deallocate(void* p, std::size_t size) noexcept {
    if (size <= largest) {
      list& l = lists_[place(size)];
      if (l.count < most) {
        l.first = ::new (p) block{l.first};
        ++l.count;
        return;
      }
    }
    ::operator delete(p);
  }

  // What threads without a cache allocate must fit a cache that it may end in.
  static std::size_t rounded(std::size_t size) noexcept {
    return size > largest ? size : place(size) * step + header;
  }

 private:
  // Common allocators have blocks of multiples of 16 bytes, of which 8 are their own: what is cut
  // so wastes nothing.
  static constexpr std::size_t step = 16;
  static constexpr std::size_t header = 8;
  static constexpr std::size_t largest = 512 + header;

  static std::size_t place(std::size_t size) noexcept { return (size + step - header - 1) / step; }

  // Blocks kept of a size: a burst of so many tasks comes without a call of the allocator.
  static constexpr std::size_t most = 1024;

  struct block {
    block* next;
  };
  struct list {
    block* first = nullptr;
    std::size_t count = 0;
  };
  std::array<list, largest / step + 1> lists_;
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
