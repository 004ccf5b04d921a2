// Memory for one handler at a time, so that waking a worker needs no allocation in the common case.
#ifndef COIO_SRC_CORE_HANDLER_MEMORY_HPP
#define COIO_SRC_CORE_HANDLER_MEMORY_HPP

#include <atomic>
#include <cstddef>
#include <new>

#include "coio/asio.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

class handler_memory {
 public:
  void* allocate(std::size_t size) {
    // acquire: pairs with the release in deallocate(), by which the last user of the block left it
    // (orders: memory).
    if (size <= sizeof(block_) && !used_.exchange(true, std::memory_order_acquire)) return block_;
    return ::operator new(size);
  }

  void deallocate(void* p) noexcept {
    if (p == block_)
      used_.store(false, std::memory_order_release);
    else
      ::operator delete(p);
  }

 private:
  std::atomic<bool> used_{false};
  alignas(std::max_align_t) std::byte block_[192];
};

// The allocator that a handler with such memory is associated with.
template <typename T>
class handler_allocator {
 public:
  using value_type = T;

  explicit handler_allocator(handler_memory& m) noexcept : memory_(&m) {}
  template <typename U>
  handler_allocator(const handler_allocator<U>& other) noexcept : memory_(other.memory_) {}

  T* allocate(std::size_t n) { return static_cast<T*>(memory_->allocate(n * sizeof(T))); }
  void deallocate(T* p, std::size_t) noexcept { memory_->deallocate(p); }

  friend bool operator==(const handler_allocator& a, const handler_allocator& b) noexcept {
    return a.memory_ == b.memory_;
  }

 private:
  template <typename>
  friend class handler_allocator;
  handler_memory* memory_;
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
