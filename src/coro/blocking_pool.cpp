// The threads of spawn_blocking().
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <list>
#include <mutex>
#include <thread>
#include <utility>

#include "coio/detail/io/file_operation.hpp"
#include "coio/spawn_blocking.hpp"
#include "core/scheduler.hpp"
#include "core/worker.hpp"
#include "platform/helper_thread.hpp"
#include "platform/system.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

constexpr std::chrono::seconds idle_time{10};

class blocking_pool : public asio::execution_context::service {
 public:
  using key_type = blocking_pool;
  static asio::execution_context::id id;

  explicit blocking_pool(asio::execution_context& c) : service(c) {}
  ~blocking_pool() override { shutdown(); }

  // Throws std::system_error if there is no thread and none can be started, and leaves the task
  // where it is.
  void push(const io_context::executor_type& executor, task_ptr& t, std::size_t most_threads) {
    std::list<std::thread> ended;
    const std::lock_guard lock(mutex_);
    ended.swap(ended_);
    for (auto& thread : ended)
      thread.join();  // it does not lock the mutex again
    most_threads_ = most_threads;
    if (jobs_.size() >= idle_ && !ending() && threads_.size() < most_threads) add_thread();
    jobs_.push_back({asio::prefer(executor, asio::execution::outstanding_work.tracked), {}});
    jobs_.back().t = std::move(t);
    has_job_.notify_one();
  }

 private:
  // The executor keeps the scheduler running.
  struct job {
    decltype(asio::prefer(std::declval<io_context::executor_type>(),
                          asio::execution::outstanding_work.tracked)) executor;
    task_ptr t;
  };

  void shutdown() noexcept override {
    std::list<job> jobs;
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
      jobs.swap(jobs_);
    }
    end_threads();
  }

  // The child of a fork has none of the threads. So there are none while the process forks: they
  // end when what they run has ended.
  void notify_fork(asio::execution_context::fork_event e) override {
    if (e == asio::execution_context::fork_prepare) {
      {
        const std::lock_guard lock(mutex_);
        forking_ = true;
      }
      return end_threads();
    }
    const std::lock_guard lock(mutex_);
    forking_ = false;
    for (std::size_t n = std::min(jobs_.size(), most_threads_); n > 0; --n)
      add_thread();
  }

  bool ending() const noexcept { return stopping_ || forking_; }

  void end_threads() noexcept {
    std::list<std::thread> threads;
    {
      const std::lock_guard lock(mutex_);
      threads.swap(ended_);
      threads.splice(threads.end(), threads_);
      has_job_.notify_all();
    }
    for (auto& t : threads)
      t.join();
  }

  // Called with the mutex locked.
  void add_thread() {
    const auto me = threads_.emplace(threads_.end());
    try {
      *me = std::thread([this, me] { serve(me); });
    } catch (...) {
      threads_.erase(me);
      if (threads_.empty()) throw;  // otherwise the other threads run the job
    }
  }

  void serve(std::list<std::thread>::iterator me) noexcept {
    std::unique_lock lock(mutex_);
    for (;;) {
      ++idle_;
      const bool found = [&] {
        const helper_thread waiting;
        return has_job_.wait_for(lock, idle_time, [this] { return ending() || !jobs_.empty(); });
      }();
      --idle_;
      if (ending()) return;
      if (!found) break;
      job j = std::move(jobs_.front());
      jobs_.pop_front();
      lock.unlock();
      j.t.release()->run();
      { const job done = std::move(j); }
      lock.lock();
    }
    ended_.splice(ended_.end(), threads_, me);
  }

  std::mutex mutex_;
  std::condition_variable has_job_;
  std::list<job> jobs_;
  std::list<std::thread> threads_;
  std::list<std::thread> ended_;
  std::size_t idle_ = 0;
  std::size_t most_threads_ = 0;
  bool stopping_ = false;
  bool forking_ = false;
};

asio::execution_context::id blocking_pool::id;

// As blocking_pool::push(), to the set of the executor's scheduler.
void push(const io_context::executor_type& ex, task_ptr& t) {
  scheduler& owner = executor_access::owner(ex);
  asio::use_service<blocking_pool>(owner.context(0))
      .push(ex, t, static_cast<std::size_t>(owner.settings().blocking_threads));
}

}  // namespace

void enqueue_blocking(io_context& c, unstarted s) {
  scheduler& owner = executor_access::owner(c.get_executor());
  s->own(owner);
  owner.count_coroutine(1);
  task_ptr t(s.release());
  push(c.get_executor(), t);
}

#if !defined(COIO_HAS_ASIOS_FILE)
void run_blocking(const io_executor& ex, task* t) {
  task_ptr owned(t);
  try {
    push(ex, owned);
  } catch (const std::exception&) {  // no thread, or no memory
    submit(executor_access::owner(ex), owned.release());
  }
}
#endif

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
