#include "config/json_reader.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "coio/options.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

// Returns the text as one line of ASCII. Escapes other bytes, and cuts the middle of a long text.
std::string printable(std::string_view text, std::size_t most) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string line;
  const auto add = [&](std::string_view part) {
    for (const char c : part) {
      if (c >= 0x20 && c < 0x7f) {
        line += c;
        continue;
      }
      const auto byte = static_cast<unsigned char>(c);
      line += "\\x";
      line += digits[byte >> 4];
      line += digits[byte & 15];
    }
  };
  if (text.size() <= most) {
    add(text);
  } else {
    add(text.substr(0, most * 2 / 3));
    line += "...";
    add(text.substr(text.size() - most / 3));
  }
  return line;
}

std::string shown(const json& value) {
  if (value.is_object() && !value.empty()) return "an object";
  if (value.is_array() && !value.empty()) return "an array";
  return printable(value.dump(-1, ' ', true, json::error_handler_t::replace), 60);
}

}  // namespace

void place::fail(const std::string& what) const {
  std::string line(origin);
  std::replace_if(
      line.begin(), line.end(), [](unsigned char c) { return c < 0x20; }, '?');
  line += ": ";
  if (!pointer.empty()) line += printable(pointer, 90) + ": ";
  throw options_error(line + what);
}

void place::fail(const std::string& expected, const json& found) const {
  fail("expected " + expected + ", found " + shown(found));
}

place place::at(const std::string& key) const {
  return {origin, (json::json_pointer(pointer) / key).to_string()};
}

namespace {

// Builds the value of a text.
class json_builder : public json::json_sax_t {
 public:
  json_builder(std::string_view text, std::string_view origin) : text_(text), origin_(origin) {}

  json result;

  bool null() override { return add(nullptr); }
  bool boolean(bool v) override { return add(v); }
  bool number_integer(json::number_integer_t v) override { return add(v); }
  bool number_unsigned(json::number_unsigned_t v) override { return add(v); }
  bool number_float(json::number_float_t v, const std::string&) override { return add(v); }
  bool string(std::string& v) override { return add(std::move(v)); }
  bool binary(json::binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(json::object()); }
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override { return open(json::array()); }
  bool end_array() override { return close(); }

  bool key(std::string& v) override {
    frames_.back().key = std::move(v);
    if (frames_.back().container->contains(frames_.back().key))
      here().fail("expected this key once, found it again");
    return true;
  }

  bool parse_error(std::size_t position, const std::string& token,
                   const json::exception& e) override {
    constexpr int number_overflow = 406;
    if (e.id == number_overflow)
      here().fail("expected a number that fits in a double, found " + printable(token, 60));
    // The position is after the last byte that was read, which may be the end of the text.
    const std::string_view before = text_.substr(0, std::max<std::size_t>(position, 1) - 1);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::string_view in_line = before.substr(before.find_last_of('\n') + 1);
    const auto column = 1 + std::count_if(in_line.begin(), in_line.end(), [](char c) {
                          return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
                        });
    // The library's message is "[its name] parse error at line 1, column 2: what is wrong".
    std::string_view what = e.what();
    for (const std::string_view skip : {"] ", "column ", ": "})
      if (const auto i = what.find(skip); i != what.npos) what.remove_prefix(i + skip.size());
    place{origin_, ""}.fail("line " + std::to_string(line) + ", column " + std::to_string(column) +
                            ": " + printable(what, 200));
  }

 private:
  struct frame {
    json* container;
    std::string key;  // of the value that comes next, in an object
  };

  // Returns the place of the next value.
  place here() const {
    json::json_pointer p;
    for (const frame& f : frames_) {
      // All containers but the last already contain the next container.
      if (f.container->is_object())
        p /= f.key;
      else
        p /= f.container->size() - (&f != &frames_.back());
    }
    return {origin_, p.to_string()};
  }

  bool add(json value) {
    put(std::move(value));
    return true;
  }

  json& put(json value) {
    if (frames_.empty()) return result = std::move(value);
    json& container = *frames_.back().container;
    if (container.is_object()) return container[frames_.back().key] = std::move(value);
    container.push_back(std::move(value));
    return container.back();
  }

  bool open(json empty) {
    if (frames_.size() == options::max_json_depth)
      here().fail("expected at most " + std::to_string(options::max_json_depth) +
                  " levels of nesting, found more");
    // Containers do not move while one of their elements is open.
    json& container = put(std::move(empty));
    frames_.push_back({&container, {}});
    return true;
  }

  bool close() {
    frames_.pop_back();
    return true;
  }

  const std::string_view text_;
  const std::string_view origin_;
  std::vector<frame> frames_;
};

}  // namespace

json read_json(std::string_view text, std::string_view origin) {
  const place whole{origin, ""};
  if (text.size() > options::max_json_size)
    whole.fail("expected at most " + std::to_string(options::max_json_size) + " bytes, found more");
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (text.starts_with("\xFE\xFF") || text.starts_with("\xFF\xFE") ||
      text.substr(0, 4).find('\0') != text.npos)
    whole.fail("expected UTF-8, found UTF-16 or UTF-32");
  if (text.find_first_not_of(" \t\r\n") == text.npos)
    whole.fail("expected a JSON object, found nothing");
  json_builder b(text, origin);
  json::sax_parse(text.begin(), text.end(), &b);
  if (!b.result.is_object()) whole.fail("a JSON object", b.result);
  return std::move(b.result);
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
