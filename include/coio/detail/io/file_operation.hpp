// An operation on a file: it blocks a thread of the scheduler's set for blocking work.
#ifndef COIO_DETAIL_IO_FILE_OPERATION_HPP
#define COIO_DETAIL_IO_FILE_OPERATION_HPP

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>
#include <vector>

#include "coio/asio.hpp"
#include "coio/detail/core/task.hpp"
#include "coio/detail/coro/current.hpp"
#include "coio/detail/coro/resume.hpp"
#include "coio/detail/export.hpp"
#include "coio/detail/io/file_handle.hpp"
#include "coio/io_executor.hpp"

#if !defined(COIO_HAS_ASIOS_FILE)

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// Runs the task on a thread of the set of the executor's scheduler; on a worker, if the system has
// no thread to give.
COIO_API void run_blocking(const io_executor& ex, task* t);

// The completion handler with its arguments. Its memory is the handler's affair.
template <typename Handler>
struct file_completion {
  using allocator_type = asio::associated_allocator_t<Handler>;

  Handler handler;
  asio::error_code ec;
  std::size_t n;

  allocator_type get_allocator() const noexcept { return asio::get_associated_allocator(handler); }
  void operator()() { std::move(handler)(ec, n); }
};

// Whether an operation has been cancelled, by its file or by its slot.
class file_cancellation {
 public:
  template <typename Handler>
  file_cancellation(const file_handle& f, const Handler& h) : before_(f.cancelled()) {
    auto slot = asio::get_associated_cancellation_slot(h);
    if (!slot.is_connected()) return;
    // relaxed, here and below: a hint of the time.
    called_ = std::make_shared<std::atomic<bool>>(false);
    slot.assign([called = called_](auto) { called->store(true, std::memory_order_relaxed); });
  }

  bool called(const file_handle& f) const noexcept {
    return f.cancelled() != before_ || (called_ && called_->load(std::memory_order_relaxed));
  }

 private:
  unsigned before_;
  std::shared_ptr<std::atomic<bool>> called_;
};

// `transfer(file, ec)` reads or writes, and returns how much.
template <typename Transfer, typename Handler>
class file_operation {
  using executor_type = asio::associated_executor_t<Handler, io_executor>;

 public:
  file_operation(std::shared_ptr<file_handle> f, Transfer t, Handler h, const io_executor& ex)
      : file_(std::move(f)),
        transfer_(std::move(t)),
        cancellation_(*file_, h),
        owner_(executor_access::owner(ex)),
        work_(asio::get_associated_executor(h, ex)),
        handler_(std::move(h)) {}

  void operator()() {
    asio::error_code ec = asio::error::operation_aborted;
    std::size_t n = 0;
    if (!cancellation_.called(*file_)) try {
        n = transfer_(*file_, ec);
      } catch (const std::bad_alloc&) {
        ec = asio::error::no_memory;
      }
    file_.reset();
    // The context may be at its end.
    begin_foreign_wake(owner_);
    try {
      post_to(work_.get_executor(), file_completion<Handler>{std::move(handler_), ec, n});
    } catch (const std::bad_alloc&) {
      // The handler is destroyed, as if the context were.
    }
    end_foreign_wake(owner_);
  }

 private:
  std::shared_ptr<file_handle> file_;
  Transfer transfer_;
  file_cancellation cancellation_;
  const scheduler& owner_;
  asio::executor_work_guard<executor_type> work_;
  Handler handler_;
};

template <typename Transfer>
class initiate_file_operation {
 public:
  using executor_type = io_executor;
  // The handler is called once, at the end: see single_operation.hpp.
  static constexpr bool single_handler = true;

  explicit initiate_file_operation(const io_executor& ex) : executor_(ex) {}

  executor_type get_executor() const noexcept { return executor_; }

  template <typename Handler>
  void operator()(Handler&& h, std::shared_ptr<file_handle> f, Transfer t) const {
    run_blocking(executor_,
                 make_task(file_operation<Transfer, std::decay_t<Handler>>(
                               std::move(f), std::move(t), std::forward<Handler>(h), executor_),
                           std::allocator<void>()));
  }

 private:
  io_executor executor_;
};

// Reads or writes by way of a sequence of buffers, which it keeps.
template <typename Buffer, typename Buffers>
class file_transfer {
 public:
  file_transfer(std::uint64_t offset, const Buffers& b) : offset_(offset), buffers_(b) {}

  std::size_t operator()(file_handle& f, asio::error_code& ec) const {
    const auto transfer = [&](std::span<const Buffer> s) {
      if constexpr (std::is_same_v<Buffer, asio::mutable_buffer>)
        return f.read(offset_, s, ec);
      else
        return f.write(offset_, s, ec);
    };
    if constexpr (std::is_convertible_v<const Buffers&, Buffer>) {
      const Buffer one(buffers_);
      return transfer({&one, 1});
    } else {
      const std::vector<Buffer> all(asio::buffer_sequence_begin(buffers_),
                                    asio::buffer_sequence_end(buffers_));
      return transfer(all);
    }
  }

 private:
  std::uint64_t offset_;
  Buffers buffers_;
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
#endif
