// Looking at the coroutines of a scheduler.
#include "coio/dump.hpp"

#include <algorithm>
#include <functional>
#include <mutex>
#include <unordered_map>
#include <utility>

#include "coio/detail/coro/current.hpp"
#include "core/scheduler.hpp"
#include "core/worker.hpp"
#include "coro/await_chain.hpp"
#include "coro/fiber_reader.hpp"
#include "coro/roster.hpp"
#include "dump/dump_scheduler.hpp"
#include "dump/function_name.hpp"
#include "dump/stack_lines.hpp"
#include "platform/system.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

// Coroutines of a group that are shown.
constexpr std::size_t most_examples = 8;
// Places that are shown of a chain of coroutines that await each other.
constexpr std::size_t most_places = 64;

struct seen_place {
  std::source_location at;
  std::uint64_t coroutine;
};

// What coroutines of one group have in common. The texts of a source_location are literals of the
// program, so their addresses stand for them; a function that is compiled twice may make two
// groups.
struct group_key {
  coroutine_status status;
  const char* what;
  const std::type_info* type;
  std::vector<std::source_location> at;

  friend bool operator==(const group_key& a, const group_key& b) noexcept {
    return a.status == b.status && a.what == b.what && a.type == b.type &&
           std::equal(a.at.begin(), a.at.end(), b.at.begin(), b.at.end(),
                      [](const std::source_location& x, const std::source_location& y) {
                        return x.file_name() == y.file_name() && x.line() == y.line() &&
                               x.column() == y.column();
                      });
  }
};

struct group_hash {
  std::size_t operator()(const group_key& k) const noexcept {
    std::size_t h = std::hash<const void*>()(k.what) ^ static_cast<std::size_t>(k.status);
    for (const std::source_location& at : k.at)
      h = h * 31 + std::hash<const void*>()(at.file_name()) + at.line() * 8191 + at.column();
    return h;
  }
};

// A coroutine before its names are made: of a million only a few are shown.
struct example {
  std::uint64_t id = 0;
  std::string name;
  wait_view view;
  std::uint64_t awaited = 0;
  std::int64_t since = 0;
  std::vector<seen_place> at;
};

struct group {
  std::size_t count = 0;
  std::vector<example> examples;
};

// Without those of this library, between those of the program.
std::vector<await_frame> frames_of(const std::vector<seen_place>& places) {
  std::vector<await_frame> frames;
  for (const auto& [at, coroutine] : places)
    if (std::string function = function_name(at); !function.starts_with("coio::detail::"))
      frames.push_back({std::move(function), at.file_name(), at.line(), coroutine});
  return frames;
}

std::string object_of(const wait_view& v, std::uint64_t awaited) {
  if (v.awaited)
    return awaited ? "coroutine " + std::to_string(awaited) : "a coroutine that has not begun";
  if (!v.object) return v.more;
  return hexadecimal(v.object) + (v.more.empty() ? "" : ", " + v.more);
}

class looker {
 public:
  looker(scheduler& s, const std::vector<worker_info>& workers)
      : scheduler_(s), workers_(workers) {}

  void look(fiber& f, roster::turns& turns) {
    ++seen_;
    key_.at.clear();
    places_.clear();
    key_.what = nullptr;
    key_.type = nullptr;
    wait_view view;
    if (!turns.take(f)) {
      const std::source_location at = fiber_reader::last_at(f);
      // What has begun and has never been suspended runs, also if it is on a thread for blocking
      // calls.
      key_.status =
          running(f.id()) || at.line() == 0 ? coroutine_status::running : coroutine_status::ready;
      add(at, f.id());
    } else if (!fiber_reader::waits(f)) {
      key_.status = coroutine_status::ready;
      add(fiber_reader::last_at(f), f.id());
    } else {
      key_.status = coroutine_status::waiting;
      view = fiber_reader::what(f);
      key_.what = view.what;
      key_.type = view.type;
      add_chain(f, turns);
    }
    for (const seen_place& p : places_)
      key_.at.push_back(p.at);
    const auto g = groups_.find(key_);
    keep(f, g != groups_.end() ? g->second : groups_[key_], std::move(view));
  }

  coroutine_dump result() {
    now_ = std::chrono::steady_clock::now();
    coroutine_dump d;
    d.workers = workers_;
    d.coroutines = std::max(scheduler_.coroutines(), seen_);
    d.not_begun = d.coroutines - seen_;
    for (auto& [key, g] : groups_) {
      coroutine_group& out = d.groups.emplace_back();
      out.count = g.count;
      std::sort(g.examples.begin(), g.examples.end(), [](const example& a, const example& b) {
        return std::pair(a.since, a.id) < std::pair(b.since, b.id);
      });
      for (const example& e : g.examples)
        out.examples.push_back(info(key, e));
    }
    std::sort(d.groups.begin(), d.groups.end(),
              [](const coroutine_group& a, const coroutine_group& b) {
                return a.count != b.count ? a.count > b.count
                                          : a.examples.front().id < b.examples.front().id;
              });
    return d;
  }

 private:
  void add(const std::source_location& at, std::uint64_t coroutine) {
    if (places_.size() < most_places) places_.push_back({at, coroutine});
  }

  // Where it waits, and where those wait that join it, as long as these can be looked at.
  void add_chain(fiber& f, roster::turns& turns) {
    for (fiber* k = &f; k && places_.size() < most_places; k = fiber_reader::joiner(*k)) {
      if (k != &f && !turns.take(*k)) return;
      fiber_reader::each_place(*k, [&](const std::source_location& at) { add(at, k->id()); });
    }
  }

  bool running(std::uint64_t id) const noexcept {
    return std::any_of(workers_.begin(), workers_.end(),
                       [id](const worker_info& w) { return w.coroutine == id; });
  }

  // If it is one of those that have waited longest.
  void keep(const fiber& f, group& g, wait_view&& view) {
    ++g.count;
    const std::int64_t since =
        key_.status == coroutine_status::waiting ? fiber_reader::since(f) : 0;
    if (g.examples.size() == most_examples) {
      const auto youngest =
          std::max_element(g.examples.begin(), g.examples.end(),
                           [](const example& a, const example& b) { return a.since < b.since; });
      if (youngest->since <= since) return;
      g.examples.erase(youngest);
    }
    const std::uint64_t awaited = view.awaited ? view.awaited->id() : 0;
    g.examples.push_back({f.id(), f.name(), std::move(view), awaited, since, places_});
  }

  coroutine_info info(const group_key& key, const example& e) const {
    coroutine_info i;
    i.id = e.id;
    i.name = e.name;
    i.status = key.status;
    i.at = frames_of(e.at);
    if (key.status != coroutine_status::waiting) return i;
    i.waits_for = key.what ? key.what : type_name(*key.type);
    i.object = object_of(e.view, e.awaited);
    const std::chrono::nanoseconds now = now_.time_since_epoch();
    i.waited = std::max(now - std::chrono::nanoseconds(e.since), std::chrono::nanoseconds(0));
    if (e.view.until != std::chrono::steady_clock::time_point::max())
      i.time_left = std::max<std::chrono::nanoseconds>(e.view.until - now_, {});
    return i;
  }

  scheduler& scheduler_;
  const std::vector<worker_info>& workers_;
  std::chrono::steady_clock::time_point now_;
  std::size_t seen_ = 0;
  group_key key_;
  std::vector<seen_place> places_;
  std::unordered_map<group_key, group, group_hash> groups_;
};

worker_info look_at(scheduler& s, std::size_t i) {
  const worker& w = s.worker_at(i);
  worker_info info;
  info.worker = i;
  info.thread = w.thread.load(std::memory_order_relaxed);
  info.busy = w.busy() || s.idle().state(i) == worker_state::awake;
  if (!info.busy || info.thread == 0) return info;
  await_chain chain;
  if (info.thread == thread_number())
    note_await_chain(chain);
  else
    info.stack = stack_lines(info.thread, chain);
  info.coroutine = chain.coroutine;
  info.name = chain.name.data();
  std::vector<seen_place> places;
  for (std::size_t k = 0; k < chain.size; ++k)
    places.push_back({chain.at[k], chain.coroutine});
  info.at = frames_of(places);
  return info;
}

}  // namespace

std::string hexadecimal(const void* p) {
  std::string digits;
  for (auto n = reinterpret_cast<std::uintptr_t>(p); n != 0; n /= 16)
    digits.insert(digits.begin(), "0123456789abcdef"[n % 16]);
  return "0x" + (digits.empty() ? "0" : digits);
}

coroutine_dump dump(scheduler& s) {
  std::vector<worker_info> workers;
  for (std::size_t i = 0; i < s.worker_count(); ++i)
    workers.push_back(look_at(s, i));
  looker l(s, workers);
  s.its_roster().read([&l](fiber& f, roster::turns& t) { l.look(f, t); });
  return l.result();
}

}  // namespace detail

coroutine_dump dump(io_context& c) {
  // Whoever has the context sees to it that it lives.
  return detail::dump(detail::executor_access::owner(c.get_executor()));
}

coroutine_dump dump() {
  coroutine_dump d;
  detail::with_current([&d](io_context& c) { d = dump(c); });
  return d;
}

}  // namespace COIO_ABI
}  // namespace coio
