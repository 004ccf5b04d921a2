// How a target of the fuzzer says that a promise is broken.
#ifndef COIO_TEST_FUZZ_REQUIRE_HPP
#define COIO_TEST_FUZZ_REQUIRE_HPP

#include <cstdio>
#include <cstdlib>

inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "fuzz: %s\n", what);
  std::abort();
}

#endif
