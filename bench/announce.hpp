// What a server says to whoever started it.
#ifndef COIO_BENCH_ANNOUNCE_HPP
#define COIO_BENCH_ANNOUNCE_HPP

#include <unistd.h>

#include <cstdio>
#include <thread>

namespace bench {

// Tells whoever started the server its port, and ends the process when they close its standard
// input, be it because they died.
inline void announce(unsigned port) {
  std::printf("%u\n", port);
  std::fflush(stdout);
  std::thread([] {
    char c;
    while (::read(STDIN_FILENO, &c, 1) > 0) {
    }
    ::_exit(0);
  }).detach();
}

}  // namespace bench

#endif
