// What files ask of the operating system. Each function blocks.
#ifndef COIO_DETAIL_IO_FILE_HANDLE_HPP
#define COIO_DETAIL_IO_FILE_HANDLE_HPP

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <span>

#include "coio/asio.hpp"
#include "coio/detail/export.hpp"

#if !defined(COIO_HAS_ASIOS_FILE)

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// What is open; closed when the file object and the operations under way have let it go.
class COIO_API file_handle {
 public:
  using native_type = int;
  static constexpr native_type none = -1;

  explicit file_handle(native_type h = none) noexcept : handle_(h) {}
  ~file_handle();
  file_handle(const file_handle&) = delete;
  file_handle& operator=(const file_handle&) = delete;

  // `flags` are those of file_base. What was open before, if anything, the caller has closed.
  void open(const char* path, unsigned flags, asio::error_code& ec) noexcept;

  native_type get() const noexcept { return handle_; }
  native_type release() noexcept;
  native_type duplicate(asio::error_code& ec) const noexcept;
  void close(asio::error_code& ec) noexcept;

  // Operations that have not begun when this is called end with operation_aborted. relaxed: a hint
  // of the time, nothing is published by it.
  void cancel() noexcept { cancelled_.fetch_add(1, std::memory_order_relaxed); }
  unsigned cancelled() const noexcept { return cancelled_.load(std::memory_order_relaxed); }

  std::uint64_t size(asio::error_code& ec) const noexcept;
  void resize(std::uint64_t n, asio::error_code& ec) noexcept;
  void sync(bool data_alone, asio::error_code& ec) noexcept;
  // `basis` is that of file_base. Returns where it is now.
  std::uint64_t seek(std::int64_t offset, int basis, asio::error_code& ec) noexcept;

  // At an offset, or at the file's own position. Read or write some of the bytes; where a read
  // finds the end of the file, asio::error::eof.
  static constexpr std::uint64_t own_position = ~std::uint64_t(0);
  std::size_t read(std::uint64_t offset, std::span<const asio::mutable_buffer> buffers,
                   asio::error_code& ec) noexcept;
  std::size_t write(std::uint64_t offset, std::span<const asio::const_buffer> buffers,
                    asio::error_code& ec) noexcept;

 private:
  native_type handle_;
  std::atomic<unsigned> cancelled_{0};
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
#endif
