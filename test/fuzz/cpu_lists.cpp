// Any text is a list of CPUs or is refused; what was read is in order, and the same when written
// and read again.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "coio/options.hpp"
#include "fuzz/require.hpp"
#include "platform/cpu_list.hpp"

extern "C" int COIO_FUZZ_TARGET(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto cpus = coio::detail::parse_cpu_list(text);
  if (!cpus) return 0;
  require(!cpus->empty(), "a list is empty");
  require(text.find_first_not_of("0123456789,-") == text.npos, "a list has other characters");
  int last = -1;
  std::string again;
  for (const int cpu : *cpus) {
    require(cpu > last && cpu <= coio::options::max_cpu, "a list is not in order");
    again += (last == -1 ? "" : ",") + std::to_string(cpu);
    last = cpu;
  }
  require(coio::detail::parse_cpu_list(again) == cpus, "a list changed when written and read");
  return 0;
}
