// What the HTTP servers share: requests out of a stream of bytes, and the answer to each.
#ifndef COIO_BENCH_HTTP_HPP
#define COIO_BENCH_HTTP_HPP

#include <time.h>

#include <array>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include "announce.hpp"

namespace bench {

inline constexpr std::string_view status = "HTTP/1.1 200 OK\r\n";
inline constexpr std::string_view body = "Hello, world!";
inline constexpr std::string_view reply =
    "HTTP/1.1 200 OK\r\n"
    "Content-Type: text/plain\r\n"
    "Content-Length: 13\r\n"
    "\r\n"
    "Hello, world!";

// Cuts the bytes of one connection into requests, which have no body.
class request_reader {
 public:
  // Where to receive to. Throws std::length_error if a request does not fit.
  std::span<char> space() {
    if (begin_ == end_) begin_ = end_ = 0;
    if (end_ == bytes_.size()) {
      if (begin_ == 0) throw std::length_error("request too long");
      std::memmove(bytes_.data(), bytes_.data() + begin_, end_ - begin_);
      end_ -= begin_;
      begin_ = 0;
    }
    return std::span(bytes_).subspan(end_);
  }

  void received(std::size_t n) noexcept { end_ += n; }

  // The next complete request.
  std::optional<std::string_view> next() noexcept {
    constexpr std::string_view blank_line = "\r\n\r\n";
    const std::string_view rest(bytes_.data() + begin_, end_ - begin_);
    const auto n = rest.find(blank_line);
    if (n == rest.npos) return {};
    begin_ += n + blank_line.size();
    return rest.substr(0, n);
  }

 private:
  std::array<char, 4096> bytes_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

inline long long thread_cpu_ns() noexcept {
  timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return t.tv_sec * 1'000'000'000LL + t.tv_nsec;
}

// Appends the answer to every complete request. `/burn?us=N` costs N microseconds of CPU time.
inline void answer(request_reader& requests, std::string& answers) {
  while (const auto request = requests.next()) {
    constexpr std::string_view burn = "GET /burn?us=";
    if (request->starts_with(burn)) {
      long long us = 0;
      std::from_chars(request->data() + burn.size(), request->data() + request->size(), us);
      const auto end = thread_cpu_ns() + us * 1000;
      while (thread_cpu_ns() < end) {
      }
    }
    answers += reply;
  }
}

}  // namespace bench

#endif
