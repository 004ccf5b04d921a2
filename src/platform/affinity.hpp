// CPU affinity: which CPUs the process may use, and threads that are pinned to some of them.
#ifndef COIO_SRC_PLATFORM_AFFINITY_HPP
#define COIO_SRC_PLATFORM_AFFINITY_HPP

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "coio/asio.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// Returns the CPUs of a list such as "0-3,8" in rising order, or nothing if the text is no list of
// CPUs.
std::optional<std::vector<int>> parse_cpu_list(std::string_view text);

// Returns the CPUs that the calling thread may use, in rising order. Empty on platforms without CPU
// affinity.
std::vector<int> allowed_cpus();

// Pins a thread to the CPUs of a list. Throws std::system_error whose message contains the list.
void pin(std::thread& thread, const std::string& cpus);

// Pins the calling thread until the object is destroyed. The constructor throws as pin() does.
class scoped_pin {
 public:
  explicit scoped_pin(const std::string& cpus);
  ~scoped_pin();
  scoped_pin(const scoped_pin&) = delete;
  scoped_pin& operator=(const scoped_pin&) = delete;

 private:
  struct mask;
  std::unique_ptr<mask> old_;
};

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
