// A dump as text and as JSON.
#include <cstdint>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

#include "coio/dump.hpp"
#include "dump/quoted.hpp"

namespace coio {
inline namespace COIO_ABI {

namespace {

using nlohmann::ordered_json;

std::string text_of(std::chrono::nanoseconds t) {
  const double s = std::chrono::duration<double>(t).count();
  char text[32];
  if (s < 1)
    std::snprintf(text, sizeof text, "%.0f ms", s * 1e3);
  else if (s < 120)
    std::snprintf(text, sizeof text, "%.1f s", s);
  else if (s < 7200)
    std::snprintf(text, sizeof text, "%.0f min", s / 60);
  else
    std::snprintf(text, sizeof text, "%.1f h", s / 3600);
  return text;
}

// As in JSON, so that no name looks like a line of the dump.
std::string in_json(const std::string& text) {
  return ordered_json(text).dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

// Without the quotation marks.
std::string printable(const std::string& text) {
  const std::string whole = in_json(text);
  return whole.substr(1, whole.size() - 2);
}

const char* text_of(coroutine_status s) {
  switch (s) {
    case coroutine_status::running:
      return "running";
    case coroutine_status::ready:
      return "ready";
    case coroutine_status::waiting:
      break;
  }
  return "waiting";
}

void print(std::ostream& out, const await_frame& f) {
  if (f.line == 0)
    out << "    (it has not awaited anything yet)\n";
  else
    out << "    " << f.function << " (" << f.file << ':' << f.line << ")\n";
}

void print(std::ostream& out, const worker_info& w) {
  out << "\nworker " << w.worker;
  if (w.thread == 0) {
    out << " has no thread\n";
    return;
  }
  out << " (thread " << w.thread << ") ";
  if (!w.busy) {
    out << "is idle\n";
    return;
  }
  if (w.coroutine == 0)
    out << "is busy\n";
  else
    out << "runs coroutine " << w.coroutine << detail::quoted(w.name)
        << ", which awaited last at\n";
  for (const await_frame& f : w.at)
    print(out, f);
  if (w.stack.empty()) return;
  out << "  its stack:\n";
  for (const std::string& line : w.stack)
    out << "    " << line << '\n';
}

void print(std::ostream& out, const coroutine_group& g) {
  const coroutine_info& first = g.examples.front();
  out << '\n' << g.count << (g.count == 1 ? " coroutine" : " coroutines");
  switch (first.status) {
    case coroutine_status::running:
      out << (g.count == 1 ? " runs" : " run") << "; before, at\n";
      break;
    case coroutine_status::ready:
      out << (g.count == 1 ? " is" : " are") << " ready to run; before, at\n";
      break;
    case coroutine_status::waiting:
      out << (g.count == 1 ? " waits" : " wait") << " in " << first.waits_for << " at\n";
      break;
  }
  std::uint64_t of = first.id;
  for (const await_frame& f : first.at) {
    if (f.coroutine != of)
      out << "  joined by" << (g.count == 1 ? " coroutine " + std::to_string(f.coroutine) : "")
          << " at\n";
    of = f.coroutine;
    print(out, f);
  }
  for (const coroutine_info& i : g.examples) {
    out << "  coroutine " << i.id << detail::quoted(i.name);
    if (i.waited) out << ": for " << text_of(*i.waited);
    if (i.time_left) out << ", " << text_of(*i.time_left) << " left";
    if (!i.object.empty()) out << ": " << printable(i.object);
    out << '\n';
  }
  if (g.count > g.examples.size()) out << "  and " << g.count - g.examples.size() << " more\n";
}

double in_seconds(std::chrono::nanoseconds t) {
  return std::chrono::duration<double>(t).count();
}

ordered_json to_object(const std::vector<await_frame>& frames) {
  ordered_json all = ordered_json::array();
  for (const await_frame& f : frames)
    all.push_back(
        {{"function", f.function}, {"file", f.file}, {"line", f.line}, {"coroutine", f.coroutine}});
  return all;
}

ordered_json to_object(const coroutine_info& i) {
  ordered_json o{{"id", i.id}, {"name", i.name}, {"status", text_of(i.status)}};
  if (!i.waits_for.empty()) o["waits_for"] = i.waits_for;
  if (!i.object.empty()) o["object"] = i.object;
  if (i.waited) o["waited"] = in_seconds(*i.waited);
  if (i.time_left) o["time_left"] = in_seconds(*i.time_left);
  o["at"] = to_object(i.at);
  return o;
}

}  // namespace

namespace detail {

std::string quoted(const std::string& name) {
  return name.empty() ? name : ' ' + in_json(name);
}

}  // namespace detail

std::ostream& operator<<(std::ostream& out, const coroutine_dump& d) {
  out << d.coroutines << (d.coroutines == 1 ? " coroutine" : " coroutines");
  if (d.not_begun != 0)
    out << ", of which " << d.not_begun << (d.not_begun == 1 ? " has" : " have") << " not begun";
  out << '\n';
  for (const worker_info& w : d.workers)
    print(out, w);
  for (const coroutine_group& g : d.groups)
    print(out, g);
  return out;
}

std::string to_json(const coroutine_dump& d) {
  ordered_json o{{"coroutines", d.coroutines}, {"not_begun", d.not_begun}};
  ordered_json& workers = o["workers"] = ordered_json::array();
  for (const worker_info& w : d.workers)
    workers.push_back({{"worker", w.worker},
                       {"thread", w.thread},
                       {"busy", w.busy},
                       {"coroutine", w.coroutine},
                       {"name", w.name},
                       {"at", to_object(w.at)},
                       {"stack", w.stack}});
  ordered_json& groups = o["groups"] = ordered_json::array();
  for (const coroutine_group& g : d.groups) {
    ordered_json examples = ordered_json::array();
    for (const coroutine_info& i : g.examples)
      examples.push_back(to_object(i));
    groups.push_back({{"count", g.count}, {"examples", std::move(examples)}});
  }
  // A name may be any bytes.
  return o.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace COIO_ABI
}  // namespace coio
