#include "coio/detail/io/file_handle.hpp"

#if !defined(COIO_HAS_ASIOS_FILE)

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <limits>

#include "coio/file.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

// More buffers than that are left for the next call.
constexpr std::size_t most_buffers = 64;

// Calls a function of the system's until it is not interrupted.
template <typename Function>
auto checked(asio::error_code& ec, Function call) noexcept {
  for (;;) {
    const auto result = call();
    if (result != -1) {
      ec.clear();
      return result;
    }
    if (errno == EINTR) continue;
    ec.assign(errno, asio::system_category());
    return result;
  }
}

template <typename Buffer>
std::size_t fill(std::array<iovec, most_buffers>& to, std::span<const Buffer> from) noexcept {
  const std::size_t n = std::min(to.size(), from.size());
  for (std::size_t i = 0; i < n; ++i)
    to[i] = {const_cast<void*>(static_cast<const void*>(from[i].data())), from[i].size()};
  return n;
}

bool too_far(std::uint64_t offset, asio::error_code& ec) noexcept {
  if (offset <= static_cast<std::uint64_t>(std::numeric_limits<off_t>::max())) return false;
  ec = asio::error::invalid_argument;
  return true;
}

}  // namespace

file_handle::~file_handle() {
  asio::error_code ignored;
  close(ignored);
}

void file_handle::open(const char* path, unsigned flags, asio::error_code& ec) noexcept {
  const auto has = [flags](file_base::flags f) { return (flags & f) != 0; };
  int mode = O_CLOEXEC;
  mode |= has(file_base::read_write) ? O_RDWR : has(file_base::write_only) ? O_WRONLY : O_RDONLY;
  if (has(file_base::append)) mode |= O_APPEND;
  if (has(file_base::create)) mode |= O_CREAT;
  if (has(file_base::exclusive)) mode |= O_EXCL;
  if (has(file_base::truncate)) mode |= O_TRUNC;
  if (has(file_base::sync_all_on_write)) mode |= O_SYNC;
  handle_ = checked(ec, [&] { return ::open(path, mode, 0777); });
}

file_handle::native_type file_handle::release() noexcept {
  return std::exchange(handle_, none);
}

file_handle::native_type file_handle::duplicate(asio::error_code& ec) const noexcept {
  return checked(ec, [&] { return ::fcntl(handle_, F_DUPFD_CLOEXEC, 0); });
}

// After an interruption, too, the descriptor is closed.
void file_handle::close(asio::error_code& ec) noexcept {
  const native_type h = release();
  ec.clear();
  if (h != none && ::close(h) != 0 && errno != EINTR) ec.assign(errno, asio::system_category());
}

std::uint64_t file_handle::size(asio::error_code& ec) const noexcept {
  struct stat s = {};
  checked(ec, [&] { return ::fstat(handle_, &s); });
  return ec ? 0 : static_cast<std::uint64_t>(s.st_size);
}

void file_handle::resize(std::uint64_t n, asio::error_code& ec) noexcept {
  if (too_far(n, ec)) return;
  checked(ec, [&] { return ::ftruncate(handle_, static_cast<off_t>(n)); });
}

void file_handle::sync(bool data_alone, asio::error_code& ec) noexcept {
#if defined(_POSIX_SYNCHRONIZED_IO) && _POSIX_SYNCHRONIZED_IO > 0
  if (data_alone) return static_cast<void>(checked(ec, [&] { return ::fdatasync(handle_); }));
#else
  static_cast<void>(data_alone);  // macOS does not declare fdatasync()
#endif
  checked(ec, [&] { return ::fsync(handle_); });
}

std::uint64_t file_handle::seek(std::int64_t offset, int basis, asio::error_code& ec) noexcept {
  const off_t at = checked(ec, [&] { return ::lseek(handle_, offset, basis); });
  return ec ? 0 : static_cast<std::uint64_t>(at);
}

std::size_t file_handle::read(std::uint64_t offset, std::span<const asio::mutable_buffer> buffers,
                              asio::error_code& ec) noexcept {
  if (offset != own_position && too_far(offset, ec)) return 0;
  std::array<iovec, most_buffers> vectors;
  const int count = static_cast<int>(fill(vectors, buffers));
  const ssize_t n = checked(ec, [&] {
    return offset == own_position
               ? ::readv(handle_, vectors.data(), count)
               : ::preadv(handle_, vectors.data(), count, static_cast<off_t>(offset));
  });
  if (ec) return 0;
  const bool room = std::any_of(vectors.begin(), vectors.begin() + count,
                                [](const iovec& v) { return v.iov_len != 0; });
  if (n == 0 && room) ec = asio::error::eof;
  return static_cast<std::size_t>(n);
}

std::size_t file_handle::write(std::uint64_t offset, std::span<const asio::const_buffer> buffers,
                               asio::error_code& ec) noexcept {
  if (offset != own_position && too_far(offset, ec)) return 0;
  std::array<iovec, most_buffers> vectors;
  const int count = static_cast<int>(fill(vectors, buffers));
  const ssize_t n = checked(ec, [&] {
    return offset == own_position
               ? ::writev(handle_, vectors.data(), count)
               : ::pwritev(handle_, vectors.data(), count, static_cast<off_t>(offset));
  });
  return ec ? 0 : static_cast<std::size_t>(n);
}

static_assert(file_base::seek_set == SEEK_SET && file_base::seek_cur == SEEK_CUR &&
              file_base::seek_end == SEEK_END);

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
