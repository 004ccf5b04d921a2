// The trace of a scheduler, as a file that Perfetto and chrome://tracing open.
#ifndef COIO_SRC_TRACE_TRACER_HPP
#define COIO_SRC_TRACE_TRACER_HPP

#include <cstddef>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "trace/trace_ring.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

class tracer {
 public:
  // Makes the file. If the process has made one with that name before, a number is put into the
  // name.
  // Throws std::system_error if it cannot be written, and std::bad_alloc.
  tracer(const std::string& path, std::size_t workers);

  trace_ring& ring(std::size_t worker) noexcept { return *rings_[worker]; }

  // In the child of a fork: goes on in a file of its own, with the number of the process in its
  // name, or not at all if that cannot be made. No worker runs.
  void renew_after_fork() noexcept;

  // Writes what the rings hold. No worker runs any more. Errors are of no use to anybody by then.
  void write() noexcept;

 private:
  struct closing {
    void operator()(std::FILE* f) const noexcept { std::fclose(f); }
  };

  void write_events() const;

  std::string path_;
  std::unique_ptr<std::FILE, closing> file_;
  std::vector<std::unique_ptr<trace_ring>> rings_;
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
