#include "coio/options.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "platform/affinity.hpp"

namespace coio {
inline namespace COIO_ABI {

namespace {

using nlohmann::json;

// ---- Messages ----

// One line of ASCII: the rest is escaped, and what is long loses its middle.
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

// Where a value stands: what the text is called, and the JSON pointer to the value.
struct place {
  std::string_view origin;
  std::string pointer;

  [[noreturn]] void fail(const std::string& what) const {
    std::string line(origin);
    line += ": ";
    if (!pointer.empty()) line += printable(pointer, 90) + ": ";
    throw options_error(line + what);
  }

  [[noreturn]] void fail(const std::string& expected, const json& found) const {
    fail("expected " + expected + ", found " + shown(found));
  }

  place at(const std::string& key) const {
    return {origin, (json::json_pointer(pointer) / key).to_string()};
  }
};

// ---- From text to values ----

// Builds the value of a text, and refuses what json::parse() lets pass: keys that come twice, and
// nesting without bound.
class builder : public json::json_sax_t {
 public:
  builder(std::string_view text, std::string_view origin) : text_(text), origin_(origin) {}

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
    // The position is behind the last byte that was read, which may be the end of the text.
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

  // Of the value that comes next.
  place here() const {
    json::json_pointer p;
    for (const frame& f : frames_) {
      // All but the last container hold the value that leads to the next one already.
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

json parse(std::string_view text, std::string_view origin) {
  const place whole{origin, ""};
  if (text.size() > options::max_json_size)
    whole.fail("expected at most " + std::to_string(options::max_json_size) + " bytes, found more");
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (text.starts_with("\xFE\xFF") || text.starts_with("\xFF\xFE") ||
      text.substr(0, 4).find('\0') != text.npos)
    whole.fail("expected UTF-8, found UTF-16 or UTF-32");
  if (text.find_first_not_of(" \t\r\n") == text.npos)
    whole.fail("expected a JSON object, found nothing");
  builder b(text, origin);
  json::sax_parse(text.begin(), text.end(), &b);
  if (!b.result.is_object()) whole.fail("a JSON object", b.result);
  return std::move(b.result);
}

// ---- From values to settings, and back ----

std::int64_t integer(const json& value, const place& where, std::int64_t least, std::int64_t most,
                     const char* alternative = "") {
  // An unsigned number beyond std::int64_t becomes negative.
  const bool fits =
      value.is_number_integer() && !(value.is_number_unsigned() && value.get<std::int64_t>() < 0);
  const std::int64_t n = fits ? value.get<std::int64_t>() : 0;
  if (!fits || n < least || n > most)
    where.fail(
        "an integer from " + std::to_string(least) + " to " + std::to_string(most) + alternative,
        value);
  return n;
}

bool boolean(const json& value, const place& where) {
  if (!value.is_boolean()) where.fail("true or false", value);
  return value.get<bool>();
}

std::string thread_name(const json& value, const place& where) {
  const auto* name = value.get_ptr<const std::string*>();
  const auto control = [](char c) { return (c >= 0 && c < 0x20) || c == 0x7f; };
  if (!name || name->size() > options::max_thread_name ||
      std::any_of(name->begin(), name->end(), control))
    where.fail("a string of at most " + std::to_string(options::max_thread_name) +
                   " bytes without control characters",
               value);
  return *name;
}

std::vector<std::string> affinity(const json& value, const place& where) {
  if (value == "none") return {};
  if (value == "compact") return compact_affinity();
  if (!value.is_array() || value.empty() || value.size() > options::max_affinity_lists)
    where.fail("\"none\", \"compact\" or an array of 1 to " +
                   std::to_string(options::max_affinity_lists) + " CPU lists",
               value);
  std::vector<std::string> lists;
  for (const json& list : value) {
    const auto* text = list.get_ptr<const std::string*>();
    if (!text || !detail::parse_cpu_list(*text))
      where.at(std::to_string(lists.size()))
          .fail(
              "a CPU list such as \"0-3,8\", of CPUs from 0 to " + std::to_string(options::max_cpu),
              list);
    lists.push_back(*text);
  }
  return lists;
}

std::chrono::microseconds interval(const json& value, const place& where) {
  return std::chrono::microseconds(integer(value, where, 1, options::max_monitor_interval.count()));
}

void read_object(options& o, const json& object, const place& where);

// One key: how to read it into the settings.
struct setting {
  const char* pointer;
  void (*read)(options& o, const json& value, const place& where);
};

void read_workers(options& o, const json& value, const place& where) {
  o.workers = value == "auto" ? 0
                              : static_cast<int>(integer(value, where, options::min_workers,
                                                         options::max_workers, " or \"auto\""));
}

constexpr setting settings[] = {
    {"/$schema",
     [](options&, const json& value, const place& where) {
       if (!value.is_string()) where.fail("the address of a schema", value);
     }},
    {"/workers", read_workers},
    {"/thread_name", [](options& o, const json& value,
                        const place& where) { o.thread_name = thread_name(value, where); }},
    {"/affinity", [](options& o, const json& value,
                     const place& where) { o.affinity = affinity(value, where); }},
    {"/run_queue_capacity",
     [](options& o, const json& value, const place& where) {
       o.run_queue_capacity = static_cast<std::size_t>(
           integer(value, where, 1, std::int64_t(options::max_run_queue_capacity)));
     }},
    {"/monitor",
     [](options& o, const json& value, const place& where) {
       if (value.is_boolean())
         o.monitor = value.get<bool>();
       else if (value.is_object())
         read_object(o, value, where);
       else
         where.fail("true, false or an object", value);
     }},
    {"/monitor/enabled",
     [](options& o, const json& value, const place& where) { o.monitor = boolean(value, where); }},
    {"/monitor/min_interval_us",
     [](options& o, const json& value, const place& where) {
       o.monitor_min_interval = interval(value, where);
     }},
    {"/monitor/max_interval_us",
     [](options& o, const json& value, const place& where) {
       o.monitor_max_interval = interval(value, where);
     }},
    {"/spawn_threads", [](options& o, const json& value,
                          const place& where) { o.spawn_threads = boolean(value, where); }},
    {"/blocking_threads",
     [](options& o, const json& value, const place& where) {
       o.blocking_threads =
           static_cast<int>(integer(value, where, 1, options::max_blocking_threads));
     }},
};

// The number of insertions, deletions and replacements of one character that turn a into b.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j)
    row[j] = j;
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] != b[j]);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, diagonal + 1, row[j] + 1});
    }
  }
  return row.back();
}

// The known key whose name is nearest; among equals, the one in the same object.
std::string_view nearest(std::string_view name, std::string_view object) {
  std::string_view best;
  std::pair least{static_cast<std::size_t>(-1), true};
  for (const setting& s : settings) {
    const std::string_view known = s.pointer;
    const auto slash = known.find_last_of('/');
    const std::pair distance{edit_distance(name, known.substr(slash + 1)),
                             known.substr(0, slash) != object};
    if (distance < least) {
      least = distance;
      best = known;
    }
  }
  return best;
}

void read_object(options& o, const json& object, const place& where) {
  for (const auto& [name, value] : object.items()) {
    const place at = where.at(name);
    const auto known = std::find_if(std::begin(settings), std::end(settings),
                                    [&](const setting& s) { return at.pointer == s.pointer; });
    if (known == std::end(settings))
      at.fail("unknown key; the nearest known one is " + std::string(nearest(name, where.pointer)));
    known->read(o, value, at);
  }
}

// Reads an object, all of it or nothing.
void merge(options& o, const json& object, std::string_view origin) {
  options merged = o;
  const place whole{origin, ""};
  read_object(merged, object, whole);
  if (merged.monitor_min_interval > merged.monitor_max_interval)
    whole.at("monitor")
        .at("min_interval_us")
        .fail("at most /monitor/max_interval_us, which is " +
                  std::to_string(merged.monitor_max_interval.count()),
              merged.monitor_min_interval.count());
  o = std::move(merged);
}

json value_of(const options& o) {
  return {
      {"workers", o.workers == 0 ? json("auto") : json(o.workers)},
      {"thread_name", o.thread_name},
      {"affinity", o.affinity.empty() ? json("none") : json(o.affinity)},
      {"run_queue_capacity", o.run_queue_capacity},
      {"monitor",
       {{"enabled", o.monitor},
        {"min_interval_us", o.monitor_min_interval.count()},
        {"max_interval_us", o.monitor_max_interval.count()}}},
      {"spawn_threads", o.spawn_threads},
      {"blocking_threads", o.blocking_threads},
  };
}

// ---- Sources ----

void merge_text(options& o, std::string_view text, std::string_view origin) {
  o.validate();
  merge(o, parse(text, origin), origin);
}

// As much of a file as is needed to see that it is too long.
std::string contents(const std::string& path, const std::string& origin) {
  const auto unreadable = [&] {
    place{origin, ""}.fail("cannot be read: " + std::generic_category().message(errno));
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
    read_workers(merged, is_number ? json(n) : json(text), {"COIO_WORKERS", ""});
  }
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
  return value_of(*this).dump(2, ' ', false, json::error_handler_t::replace);
}

// Settings are in their range if they could have been read.
void options::validate() const {
  options o;
  merge(o, value_of(*this), "coio::options");
}

}  // namespace COIO_ABI
}  // namespace coio
