// Echo servers in the styles of programs. Each goes on whatever its clients do, and ends when one
// of them sends the farewell.
#ifndef COIO_TEST_HOSTILE_SERVERS_HPP
#define COIO_TEST_HOSTILE_SERVERS_HPP

#include <functional>

namespace coio::test {

// The first byte of the connection that ends the server.
inline constexpr char farewell = '!';

struct style {
  const char* name;
  // Serves; calls the function with its port before it accepts.
  void (*serve)(int workers, const std::function<void(unsigned short)>& ready);
};

extern const style styles[3];

}  // namespace coio::test

#endif
