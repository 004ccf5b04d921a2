#include "coio/file.hpp"

#if !defined(COIO_HAS_ASIOS_FILE)

namespace coio {
inline namespace COIO_ABI {

namespace {

void check(const asio::error_code& ec, const std::string& what) {
  if (ec) throw asio::system_error(ec, what);
}

}  // namespace

basic_file::~basic_file() {
  asio::error_code ignored;
  close(ignored);
}

const std::shared_ptr<detail::file_handle>& basic_file::handle() const {
  static const auto closed = std::make_shared<detail::file_handle>(detail::file_handle::none);
  return file_ ? file_ : closed;
}

void basic_file::open(const std::string& path, flags open_flags) {
  asio::error_code ec;
  open(path, open_flags, ec);
  check(ec, "open " + path);
}

void basic_file::open(const std::string& path, flags open_flags, asio::error_code& ec) {
  if (is_open()) {
    ec = asio::error::already_open;
    return;
  }
  auto file = std::make_shared<detail::file_handle>();
  file->open(path.c_str(), open_flags, ec);
  if (!ec) file_ = std::move(file);
}

void basic_file::assign(native_handle_type h) {
  asio::error_code ec;
  assign(h, ec);
  check(ec, "assign");
}

void basic_file::assign(native_handle_type h, asio::error_code& ec) {
  if (is_open()) {
    ec = asio::error::already_open;
    return;
  }
  ec.clear();
  file_ = std::make_shared<detail::file_handle>(h);
}

void basic_file::close() {
  asio::error_code ec;
  close(ec);
  check(ec, "close");
}

void basic_file::close(asio::error_code& ec) {
  ec.clear();
  const std::shared_ptr<detail::file_handle> f = std::move(file_);
  file_.reset();
  if (!f) return;
  f->cancel();
  if (f.use_count() == 1) f->close(ec);
}

basic_file::native_handle_type basic_file::release() {
  asio::error_code ec;
  const native_handle_type h = release(ec);
  check(ec, "release");
  return h;
}

basic_file::native_handle_type basic_file::release(asio::error_code& ec) {
  const std::shared_ptr<detail::file_handle> f = std::move(file_);
  file_.reset();
  if (!f) {
    ec = asio::error::bad_descriptor;
    return detail::file_handle::none;
  }
  f->cancel();
  ec.clear();
  // An operation that has begun goes on with its own handle.
  return f.use_count() == 1 ? f->release() : f->duplicate(ec);
}

void basic_file::cancel() {
  asio::error_code ec;
  cancel(ec);
  check(ec, "cancel");
}

void basic_file::cancel(asio::error_code& ec) {
  if (!file_) {
    ec = asio::error::bad_descriptor;
    return;
  }
  ec.clear();
  file_->cancel();
}

std::uint64_t basic_file::size() const {
  asio::error_code ec;
  const std::uint64_t n = size(ec);
  check(ec, "size");
  return n;
}

std::uint64_t basic_file::size(asio::error_code& ec) const {
  return handle()->size(ec);
}

void basic_file::resize(std::uint64_t n) {
  asio::error_code ec;
  resize(n, ec);
  check(ec, "resize");
}

void basic_file::resize(std::uint64_t n, asio::error_code& ec) {
  handle()->resize(n, ec);
}

void basic_file::sync_all() {
  asio::error_code ec;
  sync_all(ec);
  check(ec, "sync_all");
}

void basic_file::sync_all(asio::error_code& ec) {
  handle()->sync(false, ec);
}

void basic_file::sync_data() {
  asio::error_code ec;
  sync_data(ec);
  check(ec, "sync_data");
}

void basic_file::sync_data(asio::error_code& ec) {
  handle()->sync(true, ec);
}

std::uint64_t stream_file::seek(std::int64_t offset, seek_basis whence) {
  asio::error_code ec;
  const std::uint64_t at = seek(offset, whence, ec);
  check(ec, "seek");
  return at;
}

std::uint64_t stream_file::seek(std::int64_t offset, seek_basis whence, asio::error_code& ec) {
  return handle()->seek(offset, whence, ec);
}

}  // namespace COIO_ABI
}  // namespace coio

#endif
