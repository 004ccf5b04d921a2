// Files that are read and written without holding up a worker.
#ifndef COIO_FILE_HPP
#define COIO_FILE_HPP

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

#include "coio/asio.hpp"
#include "coio/detail/export.hpp"
#include "coio/detail/io/file_handle.hpp"
#include "coio/detail/io/file_operation.hpp"
#include "coio/io_executor.hpp"

namespace coio {
inline namespace COIO_ABI {

#if defined(COIO_HAS_ASIOS_FILE)

using file_base = asio::file_base;
using stream_file = asio::basic_stream_file<io_executor>;
using random_access_file = asio::basic_random_access_file<io_executor>;

#else

/// As asio::file_base, which Asio has only with io_uring and on Windows.
class file_base {
 public:
  /// How a file is opened: a combination of these.
  enum flags : unsigned {
    read_only = 1,
    write_only = 2,
    read_write = 4,
    append = 8,
    create = 16,
    exclusive = 32,
    truncate = 64,
    sync_all_on_write = 128
  };
  friend constexpr flags operator|(flags a, flags b) noexcept {
    return static_cast<flags>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
  }
  friend constexpr flags operator&(flags a, flags b) noexcept {
    return static_cast<flags>(static_cast<unsigned>(a) & static_cast<unsigned>(b));
  }
  friend constexpr flags operator^(flags a, flags b) noexcept {
    return static_cast<flags>(static_cast<unsigned>(a) ^ static_cast<unsigned>(b));
  }
  friend constexpr flags operator~(flags a) noexcept {
    return static_cast<flags>(~static_cast<unsigned>(a));
  }
  friend constexpr flags& operator|=(flags& a, flags b) noexcept { return a = a | b; }
  friend constexpr flags& operator&=(flags& a, flags b) noexcept { return a = a & b; }
  friend constexpr flags& operator^=(flags& a, flags b) noexcept { return a = a ^ b; }

  enum seek_basis { seek_set = 0, seek_cur = 1, seek_end = 2 };

 protected:
  ~file_base() = default;
};

/// What stream_file and random_access_file share: the interface of asio::basic_file.
/**
 * Each asynchronous operation blocks a thread of the scheduler's set for blocking work
 * (options::blocking_threads), and no worker; so many run at a time, and the others wait their
 * turn. An operation that has begun is not interrupted: after cancel() or close() it ends with what
 * it did, and those that have not begun end with asio::error::operation_aborted.
 *
 * Thread safety: Distinct objects: Safe. Shared objects: Unsafe.
 */
class basic_file : public file_base {
 public:
  using executor_type = io_executor;
  using native_handle_type = detail::file_handle::native_type;

  executor_type get_executor() const noexcept { return executor_; }

  /// Opens a file.
  /** @throws asio::system_error The system's reason; asio::error::already_open. */
  COIO_API void open(const std::string& path, flags open_flags);
  COIO_API void open(const std::string& path, flags open_flags, asio::error_code& ec);

  /// Takes over a handle, which it closes in the end.
  COIO_API void assign(native_handle_type handle);
  COIO_API void assign(native_handle_type handle, asio::error_code& ec);

  bool is_open() const noexcept { return file_ != nullptr; }

  /// Closes the file, as soon as no operation that has begun uses it.
  COIO_API void close();
  COIO_API void close(asio::error_code& ec);

  /// Gives the handle away. Operations that have not begun are cancelled.
  COIO_API native_handle_type release();
  COIO_API native_handle_type release(asio::error_code& ec);
  native_handle_type native_handle() const noexcept {
    return file_ ? file_->get() : detail::file_handle::none;
  }

  /// Cancels the operations that have not begun.
  COIO_API void cancel();
  COIO_API void cancel(asio::error_code& ec);

  /// The size in bytes.
  COIO_API std::uint64_t size() const;
  COIO_API std::uint64_t size(asio::error_code& ec) const;
  /// Cuts the file off, or makes it longer with zeros.
  COIO_API void resize(std::uint64_t n);
  COIO_API void resize(std::uint64_t n, asio::error_code& ec);
  /// Blocks until the file is on the disk.
  COIO_API void sync_all();
  COIO_API void sync_all(asio::error_code& ec);
  /// The same without what is not needed to read the data.
  COIO_API void sync_data();
  COIO_API void sync_data(asio::error_code& ec);

 protected:
  explicit basic_file(const executor_type& ex) noexcept : executor_(ex) {}
  basic_file(const executor_type& ex, const std::string& path, flags open_flags) : executor_(ex) {
    open(path, open_flags);
  }
  basic_file(const executor_type& ex, native_handle_type handle) : executor_(ex) { assign(handle); }
  basic_file(basic_file&&) noexcept = default;
  basic_file& operator=(basic_file&& other) noexcept {
    basic_file moved(std::move(other));
    std::swap(executor_, moved.executor_);
    std::swap(file_, moved.file_);
    return *this;
  }
  COIO_API ~basic_file();

  // If no file is open, one of which every use fails with bad_descriptor.
  COIO_API const std::shared_ptr<detail::file_handle>& handle() const;

  template <typename Buffer, typename Buffers>
  std::size_t transfer(std::uint64_t offset, const Buffers& b, asio::error_code& ec) {
    return detail::file_transfer<Buffer, Buffers>(offset, b)(*handle(), ec);
  }

  template <typename Buffer, typename Buffers, typename Token>
  auto async_transfer(std::uint64_t offset, const Buffers& b, Token&& token) {
    using transfer = detail::file_transfer<Buffer, Buffers>;
    return asio::async_initiate<Token, void(asio::error_code, std::size_t)>(
        detail::initiate_file_operation<transfer>(executor_), token, handle(), transfer(offset, b));
  }

  template <typename Function>
  auto or_throw(const char* what, Function f) {
    asio::error_code ec;
    const auto result = f(ec);
    if (ec) throw asio::system_error(ec, what);
    return result;
  }

 private:
  executor_type executor_;
  std::shared_ptr<detail::file_handle> file_;
};

/// A file that is read and written at its own position: the interface of asio::basic_stream_file.
/**
 * One operation at a time may be under way, as on a socket.
 *
 * Thread safety: as basic_file.
 */
class stream_file : public basic_file {
 public:
  /// Not open.
  explicit stream_file(const executor_type& ex) noexcept : basic_file(ex) {}
  /// @throws asio::system_error The file cannot be opened.
  stream_file(const executor_type& ex, const std::string& path, flags open_flags)
      : basic_file(ex, path, open_flags) {}
  stream_file(const executor_type& ex, native_handle_type h) : basic_file(ex, h) {}
  explicit stream_file(io_context& c) noexcept : basic_file(c.get_executor()) {}
  stream_file(io_context& c, const std::string& path, flags open_flags)
      : basic_file(c.get_executor(), path, open_flags) {}
  stream_file(io_context& c, native_handle_type h) : basic_file(c.get_executor(), h) {}

  /// @return The new position, from the beginning.
  COIO_API std::uint64_t seek(std::int64_t offset, seek_basis whence);
  COIO_API std::uint64_t seek(std::int64_t offset, seek_basis whence, asio::error_code& ec);

  template <typename MutableBuffers>
  std::size_t read_some(const MutableBuffers& buffers) {
    return or_throw("read_some", [&](auto& ec) { return read_some(buffers, ec); });
  }
  template <typename MutableBuffers>
  std::size_t read_some(const MutableBuffers& buffers, asio::error_code& ec) {
    return transfer<asio::mutable_buffer>(here, buffers, ec);
  }
  template <typename ConstBuffers>
  std::size_t write_some(const ConstBuffers& buffers) {
    return or_throw("write_some", [&](auto& ec) { return write_some(buffers, ec); });
  }
  template <typename ConstBuffers>
  std::size_t write_some(const ConstBuffers& buffers, asio::error_code& ec) {
    return transfer<asio::const_buffer>(here, buffers, ec);
  }

  /// Reads some bytes; at the end of the file asio::error::eof.
  template <typename MutableBuffers,
            typename Token = asio::default_completion_token_t<executor_type>>
  auto async_read_some(const MutableBuffers& buffers, Token&& token = Token()) {
    return async_transfer<asio::mutable_buffer>(here, buffers, std::forward<Token>(token));
  }
  template <typename ConstBuffers, typename Token = asio::default_completion_token_t<executor_type>>
  auto async_write_some(const ConstBuffers& buffers, Token&& token = Token()) {
    return async_transfer<asio::const_buffer>(here, buffers, std::forward<Token>(token));
  }

 private:
  static constexpr std::uint64_t here = detail::file_handle::own_position;
};

/// A file that is read and written at given offsets, which are in bytes from its beginning: the
/// interface of asio::basic_random_access_file.
/**
 * Any number of operations may be under way; they run side by side.
 *
 * Thread safety: as basic_file.
 */
class random_access_file : public basic_file {
 public:
  /// Not open.
  explicit random_access_file(const executor_type& ex) noexcept : basic_file(ex) {}
  /// @throws asio::system_error The file cannot be opened.
  random_access_file(const executor_type& ex, const std::string& path, flags open_flags)
      : basic_file(ex, path, open_flags) {}
  random_access_file(const executor_type& ex, native_handle_type h) : basic_file(ex, h) {}
  explicit random_access_file(io_context& c) noexcept : basic_file(c.get_executor()) {}
  random_access_file(io_context& c, const std::string& path, flags open_flags)
      : basic_file(c.get_executor(), path, open_flags) {}
  random_access_file(io_context& c, native_handle_type h) : basic_file(c.get_executor(), h) {}

  template <typename MutableBuffers>
  std::size_t read_some_at(std::uint64_t offset, const MutableBuffers& buffers) {
    return or_throw("read_some_at", [&](auto& ec) { return read_some_at(offset, buffers, ec); });
  }
  template <typename MutableBuffers>
  std::size_t read_some_at(std::uint64_t offset, const MutableBuffers& buffers,
                           asio::error_code& ec) {
    return transfer<asio::mutable_buffer>(from(offset), buffers, ec);
  }
  template <typename ConstBuffers>
  std::size_t write_some_at(std::uint64_t offset, const ConstBuffers& buffers) {
    return or_throw("write_some_at", [&](auto& ec) { return write_some_at(offset, buffers, ec); });
  }
  template <typename ConstBuffers>
  std::size_t write_some_at(std::uint64_t offset, const ConstBuffers& buffers,
                            asio::error_code& ec) {
    return transfer<asio::const_buffer>(from(offset), buffers, ec);
  }

  /// Reads some bytes; at the end of the file asio::error::eof.
  template <typename MutableBuffers,
            typename Token = asio::default_completion_token_t<executor_type>>
  auto async_read_some_at(std::uint64_t offset, const MutableBuffers& buffers,
                          Token&& token = Token()) {
    return async_transfer<asio::mutable_buffer>(from(offset), buffers, std::forward<Token>(token));
  }
  template <typename ConstBuffers, typename Token = asio::default_completion_token_t<executor_type>>
  auto async_write_some_at(std::uint64_t offset, const ConstBuffers& buffers,
                           Token&& token = Token()) {
    return async_transfer<asio::const_buffer>(from(offset), buffers, std::forward<Token>(token));
  }

 private:
  // The largest number means a file's own position elsewhere; it is too far as the one before is.
  static std::uint64_t from(std::uint64_t offset) noexcept {
    return (std::min)(offset, detail::file_handle::own_position - 1);
  }
};

#endif

}  // namespace COIO_ABI
}  // namespace coio

#endif
