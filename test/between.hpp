// Something else that happens at a seam of the library (core/seam.hpp).
#ifndef COIO_TEST_BETWEEN_HPP
#define COIO_TEST_BETWEEN_HPP

#include "core/seam.hpp"

#if defined(COIO_TEST_SEAMS)
#include <functional>
#include <string_view>
#include <utility>

namespace coio::test {

// For the scope: at the next seam of a function this thread does something else in between.
class between {
 public:
  between(std::string_view function, std::function<void()> f) : its_{function, std::move(f)} {
    next_interruption() = &its_;
  }
  ~between() { next_interruption() = nullptr; }
  between(const between&) = delete;
  between& operator=(const between&) = delete;

  // Whether it has come.
  bool came() const { return !next_interruption(); }

 private:
  interruption its_;
};

}  // namespace coio::test

#endif

#endif
