// The part of HTTP/1.1 that a server of small requests needs.
#ifndef COIO_EXAMPLE_HTTP_REQUEST_HPP
#define COIO_EXAMPLE_HTTP_REQUEST_HPP

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>
#include <string_view>

// What a request is answered with that is not one.
struct bad_request {
  std::string_view status = "400 Bad Request";
};

struct http_request {
  static constexpr std::size_t most_head = 8192, most_body = 65536;

  std::string_view method, target;
  std::size_t size;  // of all of it
  bool close;

  // The request that the input begins with, if all of it is there. Throws bad_request.
  static std::optional<http_request> parse(std::string_view input) {
    constexpr std::string_view blank_line = "\r\n\r\n";
    const auto end = input.find(blank_line);
    std::string_view head = input.substr(0, end);
    if (head.size() > most_head) throw bad_request{"431 Request Header Fields Too Large"};
    for (auto i = head.find('\n'); i != head.npos; i = head.find('\n', i + 1))
      if (i == 0 || head[i - 1] != '\r') throw bad_request();
    if (end == input.npos) return {};

    http_request r{};
    const std::string_view first = line(head);
    const auto a = first.find(' '), b = first.rfind(' ');
    if (a == first.npos || a == b) throw bad_request();
    r.method = first.substr(0, a);
    r.target = first.substr(a + 1, b - a - 1);
    const std::string_view version = first.substr(b + 1);
    if (!is_token(r.method) || !r.target.starts_with('/') ||
        !std::ranges::all_of(r.target, is_visible) ||
        (version != "HTTP/1.0" && version != "HTTP/1.1"))
      throw bad_request();
    r.close = version == "HTTP/1.0";

    std::optional<std::size_t> length;
    std::size_t hosts = 0;
    while (!head.empty()) {
      const std::string_view field = line(head);
      const auto colon = field.find(':');
      const std::string_view name = field.substr(0, colon);
      if (colon == field.npos || !is_token(name)) throw bad_request();
      const std::string_view value = trimmed(field.substr(colon + 1));
      if (std::ranges::any_of(value, is_control)) throw bad_request();
      if (same(name, "host")) ++hosts;
      if (same(name, "connection") && same(value, "close")) r.close = true;
      if (same(name, "transfer-encoding")) throw bad_request{"501 Not Implemented"};
      if (same(name, "content-length")) {
        std::size_t n = 0;
        const auto [p, ec] = std::from_chars(value.begin(), value.end(), n);
        if (ec == std::errc::result_out_of_range)
          n = most_body + 1;
        else if (ec != std::errc() || p != value.end() || (length && n != *length))
          throw bad_request();
        length = n;
      }
    }
    if (hosts > 1 || (hosts == 0 && version == "HTTP/1.1")) throw bad_request();
    if (length > most_body) throw bad_request{"413 Content Too Large"};
    r.size = end + blank_line.size() + length.value_or(0);
    if (input.size() < r.size) return {};
    return r;
  }

 private:
  // Takes the first line off.
  static std::string_view line(std::string_view& text) {
    const std::string_view first = text.substr(0, text.find("\r\n"));
    text.remove_prefix(std::min(first.size() + 2, text.size()));
    return first;
  }

  static std::string_view trimmed(std::string_view s) {
    const auto blank = [](char c) { return c == ' ' || c == '\t'; };
    while (!s.empty() && blank(s.front()))
      s.remove_prefix(1);
    while (!s.empty() && blank(s.back()))
      s.remove_suffix(1);
    return s;
  }

  static bool is_visible(char c) { return c > ' ' && c != '\x7f'; }
  static bool is_control(char c) { return (c >= 0 && c < ' ' && c != '\t') || c == '\x7f'; }
  static bool is_token(std::string_view s) {
    return !s.empty() && std::ranges::all_of(s, [](char c) {
      return is_visible(c) &&
             std::string_view("\"(),/:;<=>?@[\\]{}").find(c) == std::string_view::npos;
    });
  }
  static char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
  static bool same(std::string_view a, std::string_view lower_case) {
    return std::ranges::equal(a, lower_case, {}, lower);
  }
};

#endif
