// Starting coroutines with options, one call an option.
#ifndef COIO_BUILDER_HPP
#define COIO_BUILDER_HPP

#include <cstddef>
#include <string>
#include <utility>

#include "coio/spawn.hpp"

namespace coio {
inline namespace COIO_ABI {

/// Collects the options of a coroutine: `builder{}.name("writer").spawn(f)`.
/**
 * Thread safety: Distinct objects: Safe. Shared objects: Unsafe.
 */
class builder {
 public:
  /// The name of the coroutine, for messages.
  builder& name(std::string n) & {
    options_.name = std::move(n);
    return *this;
  }
  builder&& name(std::string n) && { return std::move(name(std::move(n))); }

  /// Has no meaning; see spawn_options::stack_size.
  builder& stack_size(std::size_t bytes) & {
    options_.stack_size = bytes;
    return *this;
  }
  builder&& stack_size(std::size_t bytes) && { return std::move(stack_size(bytes)); }

  /// As coio::spawn(options, f, args...); also with a coroutine that has been made already.
  template <typename F, typename... Args>
  auto spawn(F&& f, Args&&... args) const {
    return coio::spawn(options_, std::forward<F>(f), std::forward<Args>(args)...);
  }

 private:
  spawn_options options_;
};

}  // namespace COIO_ABI
}  // namespace coio

#endif
