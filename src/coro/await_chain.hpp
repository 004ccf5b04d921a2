// The coroutines that await each other, from the one that the calling thread runs outwards.
#ifndef COIO_SRC_CORO_AWAIT_CHAIN_HPP
#define COIO_SRC_CORO_AWAIT_CHAIN_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <source_location>

#include "coio/asio.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

struct await_chain {
  std::uint64_t coroutine = 0;  // 0: the thread runs none
  std::array<char, 64> name{};  // as much of it as there is room for, and a null
  std::array<std::source_location, 64> at{};
  std::size_t size = 0;
};

// That of the calling thread. It may be called in the handler of a signal.
void note_await_chain(await_chain& c) noexcept;

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
