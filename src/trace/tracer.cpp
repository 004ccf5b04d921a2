#include "trace/tracer.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <set>
#include <system_error>
#include <utility>

#include "dump/function_name.hpp"
#include "platform/system.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

using json = nlohmann::json;

// "trace-2.json" of "trace.json" and 2.
std::filesystem::path with_number(const std::filesystem::path& path, long long n) {
  std::filesystem::path name = path.stem();
  name += '-' + std::to_string(n);
  name += path.extension();
  return path.parent_path() / name;
}

// The first of "trace.json", "trace-2.json", ... that this process has not made yet.
std::string unused(const std::string& path) {
  static std::mutex mutex;
  static std::set<std::filesystem::path> used;
  const std::lock_guard lock(mutex);
  std::filesystem::path p = path;
  for (int n = 2;; p = with_number(path, n++)) {
    std::error_code ec;
    const std::filesystem::path whole = std::filesystem::weakly_canonical(p, ec);
    if (used.insert(ec ? p : whole).second) return p.string();
  }
}

struct entry {
  std::size_t worker;
  const trace_event* event;
};

// The format: "Trace Event Format", of Chrome's. Times are in microseconds.
class writer {
 public:
  explicit writer(std::FILE* f, std::int64_t origin) : file_(f), origin_(origin) {}

  void open() { std::fputs("{\"displayTimeUnit\":\"ns\",\"traceEvents\":[\n", file_); }
  void close(std::uint64_t lost) {
    std::fprintf(file_, "\n],\"otherData\":{\"events that there was no room for\":%llu}}\n",
                 static_cast<unsigned long long>(lost));
  }

  void metadata(const char* what, std::size_t track, const std::string& name) {
    json e = common(what, "M", track);
    e["args"] = {{"name", name}};
    put(e);
  }

  void put(const entry& e, const std::map<std::uint64_t, std::string>& names) {
    const trace_event& t = *e.event;
    switch (t.kind) {
      case trace_kind::handler:
        return span("handler", e);
      case trace_kind::task:
        return span("task", e);
      case trace_kind::waiting:
        return span("waiting", e);
      case trace_kind::assist:
        return span("assist", e, {{"worker", t.number}});
      case trace_kind::coroutine:
        return coroutine(e, names);
      case trace_kind::steal: {
        json o = at("steal", "i", e.worker, t.begin);
        o["s"] = "t";
        o["args"] = {{"tasks", t.number}};
        return put(o);
      }
      case trace_kind::wake:
        queued_[t.number] = ++flows_;
        return flow("s", e.worker, t.begin, flows_);
      case trace_kind::name:
        return;
    }
  }

 private:
  void coroutine(const entry& e, const std::map<std::uint64_t, std::string>& names) {
    const trace_event& t = *e.event;
    // A flow ends in the slice that encloses it.
    const auto queued = queued_.find(t.number);
    const auto name = names.find(t.number);
    json args{{"coroutine", t.number}};
    std::string title = "coroutine " + std::to_string(t.number);
    if (name != names.end()) title += ' ' + name->second;
    if (t.rest.at.line() != 0) {
      args["function"] = function_name(t.rest.at);
      args["suspended at"] = t.rest.at.file_name() + (':' + std::to_string(t.rest.at.line()));
    }
    span(title, e, std::move(args));
    if (queued == queued_.end()) return;
    flow("f", e.worker, t.begin, queued->second);
    queued_.erase(queued);
  }

  void span(const std::string& name, const entry& e, json args = json::object()) {
    json o = at(name, "X", e.worker, e.event->begin);
    o["dur"] = static_cast<double>(e.event->rest.end - e.event->begin) / 1e3;
    if (!args.empty()) o["args"] = std::move(args);
    put(o);
  }

  void flow(const char* phase, std::size_t worker, std::int64_t time, std::uint64_t id) {
    json o = at("queued", phase, worker, time);
    o["id"] = id;
    o["cat"] = "queued";
    if (phase[0] == 'f') o["bp"] = "e";
    put(o);
  }

  json at(const std::string& name, const char* phase, std::size_t worker, std::int64_t time) {
    json o = common(name, phase, worker + 1);
    o["ts"] = static_cast<double>(time - origin_) / 1e3;
    return o;
  }

  static json common(const std::string& name, const char* phase, std::size_t track) {
    return {{"name", name}, {"ph", phase}, {"pid", 1}, {"tid", track}};
  }

  void put(const json& o) {
    std::fputs(std::exchange(first_, false) ? "" : ",\n", file_);
    std::fputs(o.dump(-1, ' ', false, json::error_handler_t::replace).c_str(), file_);
  }

  std::FILE* file_;
  std::int64_t origin_;
  bool first_ = true;
  std::uint64_t flows_ = 0;
  std::map<std::uint64_t, std::uint64_t> queued_;  // coroutines, and the flow that leads to each
};

}  // namespace

constinit std::atomic<bool> tracing{false};

tracer::tracer(const std::string& path, std::size_t workers) : path_(path) {
  const std::string name = unused(path);
  file_.reset(open_to_write(name.c_str()));
  if (!file_)
    throw std::system_error(errno, std::generic_category(),
                            "coio::options::trace: cannot write " + name);
  for (std::size_t i = 0; i < workers; ++i)
    rings_.push_back(std::make_unique<trace_ring>());
  tracing.store(true, std::memory_order_relaxed);
}

void tracer::renew_after_fork() noexcept {
  file_.reset();
  for (const auto& r : rings_)
    r->clear();
  try {
    file_.reset(open_to_write(unused(with_number(path_, process_number()).string()).c_str()));
  } catch (const std::exception&) {
    // No memory: no trace.
  }
}

void tracer::write() noexcept {
  if (!file_) return;
  try {
    write_events();
  } catch (const std::exception&) {
    // No memory: the file breaks off.
  }
  file_.reset();
}

void tracer::write_events() const {
  std::vector<entry> all;
  std::map<std::uint64_t, std::string> names;
  std::uint64_t lost = 0;
  std::int64_t origin = std::numeric_limits<std::int64_t>::max();
  for (std::size_t i = 0; i < rings_.size(); ++i) {
    const trace_ring& r = *rings_[i];
    lost += r.lost();
    for (std::size_t k = 0; k < r.count(); ++k) {
      const trace_event& e = r[k];
      if (e.kind == trace_kind::name)
        names[e.number] = e.text.data();
      else
        all.push_back({i, &e});
      origin = std::min(origin, e.begin);
    }
  }
  // Who is queued is so before it runs, also where a clock shows the same time.
  std::stable_sort(all.begin(), all.end(), [](const entry& a, const entry& b) {
    return std::pair(a.event->begin, a.event->kind != trace_kind::wake) <
           std::pair(b.event->begin, b.event->kind != trace_kind::wake);
  });
  writer out(file_.get(), origin);
  out.open();
  out.metadata("process_name", 0, "coio");
  for (std::size_t i = 0; i < rings_.size(); ++i)
    out.metadata("thread_name", i + 1, "worker " + std::to_string(i));
  for (const entry& e : all)
    out.put(e, names);
  out.close(lost);
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
