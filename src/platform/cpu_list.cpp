#include "platform/cpu_list.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <system_error>

#include "coio/options.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

std::optional<std::vector<int>> parse_cpu_list(std::string_view text) {
  std::vector<bool> named;
  const char* at = text.data();
  const char* const end = at + text.size();
  const auto number = [&](int& n) {
    if (at != end && *at == '-') return false;
    const auto [next, error] = std::from_chars(at, end, n);
    if (error != std::errc() || n > options::max_cpu) return false;
    at = next;
    return true;
  };
  for (;;) {
    int first, last;
    if (!number(first)) return std::nullopt;
    last = first;
    if (at != end && *at == '-' && (++at, !number(last) || last < first)) return std::nullopt;
    if (named.size() <= static_cast<std::size_t>(last))
      named.resize(static_cast<std::size_t>(last) + 1);
    std::fill(named.begin() + first, named.begin() + last + 1, true);
    if (at == end) break;
    if (*at++ != ',') return std::nullopt;
  }
  std::vector<int> cpus;
  for (std::size_t i = 0; i < named.size(); ++i)
    if (named[i]) cpus.push_back(static_cast<int>(i));
  return cpus;
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
