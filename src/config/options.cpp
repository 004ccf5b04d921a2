#include "coio/options.hpp"

#include <array>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <system_error>
#include <utility>

#include "config/json_reader.hpp"
#include "config/option_table.hpp"

namespace coio {
inline namespace COIO_ABI {

namespace {

using detail::json;

void merge_text(options& o, std::string_view text, std::string_view origin) {
  o.validate();
  detail::merge_object(o, detail::read_json(text, origin), origin);
}

// Returns the text of a file; of a file that is too long, a part that is too long.
std::string contents(const std::string& path, const std::string& origin) {
  const auto unreadable = [&] {
    detail::place{origin, ""}.fail("cannot be read: " + std::generic_category().message(errno));
  };
  const auto close = [](std::FILE* f) { std::fclose(f); };
  const std::unique_ptr<std::FILE, decltype(close)> file(std::fopen(path.c_str(), "rb"), close);
  if (!file) unreadable();
  std::string text;
  std::array<char, 16384> part;
  while (const std::size_t n = std::fread(part.data(), 1, part.size(), file.get())) {
    text.append(part.data(), n);
    if (text.size() > options::max_json_size) break;
  }
  if (std::ferror(file.get())) unreadable();
  return text;
}

const char* environment(const char* name) {
  const char* value = std::getenv(name);
  return value && *value ? value : nullptr;
}

}  // namespace

void options::merge_json(std::string_view text, std::string_view origin) {
  merge_text(*this, text, origin);
}

void options::merge_file(const std::string& path) {
  merge_text(*this, contents(path, path), path);
}

void options::merge_environment() {
  options merged = *this;
  if (const char* path = environment("COIO_CONFIG")) {
    const std::string origin = std::string("COIO_CONFIG=") + path;
    merge_text(merged, contents(path, origin), origin);
  }
  if (const char* number_or_auto = environment("COIO_WORKERS")) {
    const std::string_view text = number_or_auto;
    std::int64_t n;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    const bool is_number = error == std::errc() && end == text.data() + text.size();
    detail::merge_workers(merged, is_number ? json(n) : json(text), {"COIO_WORKERS", ""});
  }
  if (const char* path = environment("COIO_TRACE"))
    detail::merge_trace(merged, json(std::string(path)), {"COIO_TRACE", ""});
  *this = std::move(merged);
}

options options::from_json(std::string_view text, std::string_view origin) {
  options o;
  o.merge_json(text, origin);
  return o;
}

options options::from_file(const std::string& path) {
  options o;
  o.merge_file(path);
  return o;
}

options options::from_environment() {
  options o;
  o.merge_environment();
  return o;
}

std::string options::to_json() const {
  return detail::to_object(*this).dump(2, ' ', false, json::error_handler_t::replace);
}

// What is wrong says the reader of JSON. Who makes a context does without it: the JSON library's
// destructors allocate memory, and end the program if there is none.
void options::validate() const {
  if (detail::valid(*this)) return;
  options o;
  detail::merge_object(o, detail::to_object(*this), "coio::options");
}

}  // namespace COIO_ABI
}  // namespace coio
