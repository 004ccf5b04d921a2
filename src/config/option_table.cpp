#include "config/option_table.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/cpu_list.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

bool is_word(const json& value, std::string_view word) {
  const auto* text = value.get_ptr<const std::string*>();
  return text && *text == word;
}

bool within(std::int64_t n, std::int64_t least, std::int64_t most) {
  return n >= least && n <= most;
}

bool is_thread_name(std::string_view name) {
  const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
  return name.size() <= options::max_thread_name && std::none_of(name.begin(), name.end(), control);
}

bool is_cpu_list(const std::string& list) {
  return parse_cpu_list(list).has_value();
}

std::int64_t integer(const json& value, const place& where, std::int64_t least, std::int64_t most,
                     const char* alternative = "") {
  // An unsigned number beyond std::int64_t becomes negative.
  const bool fits =
      value.is_number_integer() && !(value.is_number_unsigned() && value.get<std::int64_t>() < 0);
  const std::int64_t n = fits ? value.get<std::int64_t>() : 0;
  if (!fits || !within(n, least, most))
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
  if (!name || !is_thread_name(*name))
    where.fail("a string of at most " + std::to_string(options::max_thread_name) +
                   " bytes without control characters",
               value);
  return *name;
}

bool is_path(std::string_view text) noexcept {
  return text.size() <= options::max_trace && std::none_of(text.begin(), text.end(), [](char c) {
           return static_cast<unsigned char>(c) < 0x20;
         });
}

std::string trace(const json& value, const place& where) {
  const auto* path = value.get_ptr<const std::string*>();
  if (!path || !is_path(*path))
    where.fail("the name of a file: a string of at most " + std::to_string(options::max_trace) +
                   " bytes without control characters",
               value);
  return *path;
}

std::vector<std::string> affinity(const json& value, const place& where) {
  if (is_word(value, "none")) return {};
  if (is_word(value, "compact")) return compact_affinity();
  if (!value.is_array() || value.empty() || value.size() > options::max_affinity_lists)
    where.fail("\"none\", \"compact\" or an array of 1 to " +
                   std::to_string(options::max_affinity_lists) + " CPU lists",
               value);
  std::vector<std::string> lists;
  for (const json& list : value) {
    const auto* text = list.get_ptr<const std::string*>();
    if (!text || !is_cpu_list(*text))
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

// A key, and the function that reads its value into the settings.
struct setting {
  const char* pointer;
  void (*read)(options& o, const json& value, const place& where);
};

constexpr setting settings[] = {
    {"/$schema",
     [](options&, const json& value, const place& where) {
       if (!value.is_string()) where.fail("the address of a schema", value);
     }},
    {"/workers", merge_workers},
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
    {"/deadlock_detection",
     [](options& o, const json& value, const place& where) {
       o.deadlock_detection = boolean(value, where);
     }},
    {"/trace",
     [](options& o, const json& value, const place& where) { o.trace = trace(value, where); }},
    {"/timer_slack_us",
     [](options& o, const json& value, const place& where) {
       o.timer_slack =
           std::chrono::microseconds(integer(value, where, 0, options::max_timer_slack.count()));
     }},
};

// Returns the number of insertions, deletions and replacements of a character that turn a into b.
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

// Returns the known key whose name is nearest; of several, the one in the same object.
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

}  // namespace

void merge_workers(options& o, const json& value, const place& where) {
  o.workers = is_word(value, "auto")
                  ? 0
                  : static_cast<int>(integer(value, where, options::min_workers,
                                             options::max_workers, " or \"auto\""));
}

void merge_trace(options& o, const json& value, const place& where) {
  o.trace = trace(value, where);
}

void merge_object(options& o, const json& object, std::string_view origin) {
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

bool valid(const options& o) {
  const auto longest = options::max_monitor_interval.count();
  return (o.workers == 0 || within(o.workers, options::min_workers, options::max_workers)) &&
         is_thread_name(o.thread_name) && o.affinity.size() <= options::max_affinity_lists &&
         std::all_of(o.affinity.begin(), o.affinity.end(), is_cpu_list) &&
         o.run_queue_capacity >= 1 && o.run_queue_capacity <= options::max_run_queue_capacity &&
         within(o.monitor_min_interval.count(), 1, longest) &&
         within(o.monitor_max_interval.count(), o.monitor_min_interval.count(), longest) &&
         within(o.blocking_threads, 1, options::max_blocking_threads) &&
         within(o.timer_slack.count(), 0, options::max_timer_slack.count()) && is_path(o.trace);
}

json to_object(const options& o) {
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
      {"timer_slack_us", o.timer_slack.count()},
      {"deadlock_detection", o.deadlock_detection},
      {"trace", o.trace},
  };
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
