#include "coio/stack_trace.hpp"

#include <cstdio>

#include "dump/function_name.hpp"
#include "dump/quoted.hpp"
#include "dump/stack_lines.hpp"
#include "platform/call_stack.hpp"

namespace coio {
inline namespace COIO_ABI {

namespace detail {

std::vector<std::string> stack_lines(long thread, await_chain& chain) {
  chain = {};
  std::vector<std::string> lines;
  const auto note = [](void* with) { note_await_chain(*static_cast<await_chain*>(with)); };
  for (const call_frame& f : call_stack(thread, note, &chain)) {
    char offset[24];
    std::snprintf(offset, sizeof offset, "%#zx", f.offset);
    lines.push_back(f.function + " (" + f.file + ' ' + offset + ')');
  }
  return lines;
}

}  // namespace detail

std::string stack_trace(const stuck_worker& s) {
  std::string text;
  detail::await_chain chain;
  for (const std::string& line : detail::stack_lines(s.thread, chain))
    text += line + '\n';
  if (chain.coroutine == 0) return text;
  text += "in coroutine " + std::to_string(chain.coroutine);
  text += detail::quoted(chain.name.data());
  text += '\n';
  for (std::size_t i = 0; i < chain.size; ++i)
    if (const std::source_location& at = chain.at[i]; at.line() != 0)
      text += detail::function_name(at) + " (awaited last at " + at.file_name() + ':' +
              std::to_string(at.line()) + ")\n";
  return text;
}

}  // namespace COIO_ABI
}  // namespace coio
