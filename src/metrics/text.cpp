#include <cstdio>

#include "coio/metrics.hpp"

namespace coio {
inline namespace COIO_ABI {

namespace {

class writer {
 public:
  writer(std::string& out, std::string_view prefix) : out_(out), prefix_(prefix) {}

  // Begins a metric.
  void metric(std::string_view name, std::string_view type, std::string_view help) {
    name_ = name;
    const std::string full = std::string(prefix_) + std::string(name);
    out_ += "# HELP " + full + ' ' + std::string(help) + '\n';
    out_ += "# TYPE " + full + ' ' + std::string(type) + '\n';
  }

  void value(const std::string& number) {
    out_ += prefix_;
    out_ += name_;
    out_ += ' ' + number + '\n';
  }

  void value(std::string_view label, std::size_t i, const std::string& number) {
    out_ += prefix_;
    out_ += name_;
    out_ += '{' + std::string(label) + "=\"" + std::to_string(i) + "\"} " + number + '\n';
  }

  void value(std::string_view label, std::size_t i, const histogram& h, double unit,
             double sum_unit) {
    const std::string which = std::string(label) + "=\"" + std::to_string(i) + '"';
    std::uint64_t sum = 0;
    double most = unit;
    for (std::size_t k = 0; k < h.counts.size(); ++k, most *= 4) {
      sum += h.counts[k];
      line("_bucket", which + ",le=\"" + (k + 1 < h.counts.size() ? number(most) : "+Inf") + '"',
           std::to_string(sum));
    }
    line("_sum", which, number(static_cast<double>(h.sum) * sum_unit));
    line("_count", which, std::to_string(sum));
  }

 private:
  static std::string number(double n) {
    char text[32];
    std::snprintf(text, sizeof text, "%.10g", n);
    return text;
  }

  void line(std::string_view suffix, const std::string& labels, const std::string& number) {
    out_ += prefix_;
    out_ += name_;
    out_ += suffix;
    out_ += '{' + labels + "} " + number + '\n';
  }

  std::string& out_;
  const std::string_view prefix_;
  std::string_view name_;
};

std::string seconds(std::chrono::nanoseconds t) {
  char text[48];
  const auto s = std::chrono::duration_cast<std::chrono::seconds>(t);
  std::snprintf(text, sizeof text, "%lld.%09lld", static_cast<long long>(s.count()),
                static_cast<long long>((t - s).count()));
  return text;
}

std::string count(std::uint64_t n) {
  return std::to_string(n);
}

}  // namespace

std::string metrics_text(const context_metrics& m, std::string_view prefix) {
  std::string out;
  writer w(out, prefix);
  const auto each = [&](std::string_view name, std::string_view type, std::string_view help,
                        auto number) {
    w.metric(name, type, help);
    for (std::size_t i = 0; i < m.workers.size(); ++i)
      w.value("worker", i, number(m.workers[i]));
  };
  const auto counter = [&](std::string_view name, std::string_view help, auto member) {
    each(name, "counter", help, [&](const worker_metrics& x) { return count(x.*member); });
  };
  const auto gauge = [&](std::string_view name, std::string_view help, auto member) {
    each(name, "gauge", help, [&](const worker_metrics& x) { return count(x.*member); });
  };
  // `unit` of the ranges and `sum_unit` of the sum, in what the name says.
  const auto each_histogram = [&](std::string_view name, std::string_view help, double unit,
                                  double sum_unit, auto member) {
    w.metric(name, "histogram", help);
    for (std::size_t i = 0; i < m.workers.size(); ++i)
      w.value("worker", i, m.workers[i].*member, unit, sum_unit);
  };
  using x = worker_metrics;
  gauge("worker_running", "Whether the worker has a thread.", &x::running);
  counter("handlers_total", "Completion handlers that ran inline.", &x::handlers);
  counter("tasks_total", "Tasks that ran.", &x::tasks);
  counter("tasks_posted_total", "Tasks that the worker posted to its run queue.", &x::posted);
  counter("tasks_injected_total", "Tasks that the worker took from the injector.", &x::injected);
  counter("tasks_stolen_total", "Tasks that the worker stole from others.", &x::stolen);
  counter("steal_attempts_total", "Run queues that the worker tried to steal from.",
          &x::steal_attempts);
  counter("steals_total", "Run queues that gave the worker some tasks.", &x::steals);
  counter("parks_total", "Times that the worker had nothing left but to wait.", &x::parks);
  counter("wakes_given_total", "Wake-ups that the worker gave.", &x::wakes_given);
  counter("wakes_got_total", "Wake-ups that the worker received.", &x::wakes_got);
  counter("spurious_wakeups_total", "Wake-ups that led to nothing.", &x::spurious_wakeups);
  counter("assists_given_total", "Times the worker went to help another.", &x::assists_given);
  counter("assists_got_total", "Times another was asked to help the worker.", &x::assists_got);
  gauge("queue_length", "Tasks in the run queue.", &x::queue_length);
  gauge("queue_high_mark", "The most tasks that were in the run queue.", &x::queue_high_mark);
  each_histogram("run_seconds", "How long each 64th handler and task took.", 1e-6, 1e-9,
                 &x::run_time);
  each_histogram("queue_seconds", "How long each 64th task waited in the run queue.", 1e-6, 1e-9,
                 &x::queue_time);
  each_histogram("queue_tasks", "Tasks in the run queue when each 64th was posted.", 1, 1,
                 &x::queue_lengths);
  each("busy_seconds_total", "counter", "CPU time of the worker's thread.",
       [](const x& v) { return seconds(v.busy); });
  each("idle_seconds_total", "counter", "Time in which the worker's thread used no CPU.",
       [](const x& v) { return seconds(v.idle); });
  each("longest_handler_seconds", "gauge", "The longest time seen within one handler.",
       [](const x& v) { return seconds(v.longest_handler); });
  const auto each_shard = [&](std::string_view name, std::string_view type, std::string_view help,
                              auto number) {
    w.metric(name, type, help);
    for (std::size_t i = 0; i < m.shards.size(); ++i)
      w.value("shard", i, number(m.shards[i]));
  };
  each_shard("homes_total", "counter", "Executors that were handed out with the shard as home.",
             [](const shard_metrics& s) { return count(s.homes); });
  each_shard("shard_servers", "gauge", "Workers that serve the shard.",
             [](const shard_metrics& s) { return count(s.servers); });
  each_shard("shard_overloaded_seconds", "gauge", "How long the shard has been overloaded.",
             [](const shard_metrics& s) { return seconds(s.overloaded); });
  each_shard("shard_held_up_seconds", "gauge",
             "How long the worker of the shard has been within one handler.",
             [](const shard_metrics& s) { return seconds(s.held_up); });
  w.metric("outstanding_work", "gauge", "Outstanding work that executors count.");
  w.value(std::to_string(m.outstanding_work));
  w.metric("injector_length", "gauge", "Tasks of other threads that wait for a worker.");
  w.value(count(m.injector_length));
  w.metric("workers_running", "gauge", "Workers that have a thread.");
  w.value(count(m.workers_running));
  return out;
}

}  // namespace COIO_ABI
}  // namespace coio
