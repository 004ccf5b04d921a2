"""Lateness of a 1 ms timer and round trips of an echo pair, beside what never rests"""

import functools
import json

import measure
import plot
import report

TARGETS = ["fairness_coio", "fairness_asio", "go/fairness", "tokio/fairness"]
SEVERAL_WORKERS = [1, 2, 4]
SUBJECT = "runtime"
REFERENCE = "asio-shared"
# Asio's two, of which the better one is what coio is compared with.
ASIO = ["asio-shared", "asio-per-core"]
PARTS = ["first", "last"]
METRICS = [
    *(report.Metric(f"{part}_{name}_us", f"late {name} µs, {part}", 1, ratio=True)
      for name in ("p50", "p99", "max") for part in PARTS),
    *(report.Metric(f"{part}_trips", f"trips/s, {part}", ratio=True) for part in PARTS),
]
RATIO = ("first, last: in the first and in the last quarter of the run;\nlast rows: ratio of coio's "
         "median to the best of Asio's two: the least lateness, the most round trips")
PLOTS = [
    plot.Bars("last_p50_us", "workers", log=True),
    plot.Bars("last_p99_us", "workers", log=True),
    plot.Bars("last_trips", "workers", "more"),
]
BESIDE = ["nothing", "posts", "yields", "posters"]


def cases(settings):
    path = settings.programs.path
    seconds = settings.seconds or (1 if settings.quick else 10)
    found = []
    for beside in BESIDE:
        for workers in settings.numbers:
            commands = {
                "coio": [path("fairness_coio"), workers, "shared"],
                "asio-shared": [path("fairness_asio"), workers, "shared"],
                # With one worker it is the same.
                "asio-per-core": [workers > 1 and path("fairness_asio"), workers, "per-core"],
                "tokio": [path("tokio/fairness"), workers],
                # All that Go runs is a goroutine: there is no outside.
                "go": [beside != "posters" and path("go/fairness"), workers],
            }
            found += [measure.Case(name, {"beside": beside, "workers": workers},
                                   functools.partial(run, [*command, beside, seconds], seconds))
                      for name, command in commands.items() if command[0]]
    return found


def run(command, seconds):
    return json.loads(measure.output(command, seconds + 20))


def tables(results):
    groups = {}
    for result in results:
        groups.setdefault(tuple(result.case.load.items()), []).append(result)
    return [table(load, group) for load, group in groups.items()]


def table(load, group):
    rows = [[r.case.subject, *(report.number(r.median(m.name), m.digits) for m in METRICS)]
            for r in group]
    asio = [r for r in group if r.case.subject in ASIO]
    rows += [[f"{r.case.subject} / best of Asio", *(over_best(r, asio, m) for m in METRICS)]
             for r in group if r.case.subject.startswith("coio")]
    title = ", ".join(f"{name} {value}" for name, value in load)
    return report.Table(title, [SUBJECT, *(m.heading for m in METRICS)], rows, 1)


def over_best(result, asio, metric):
    best = max if metric.name.endswith("trips") else min
    return report.ratio(result, best(asio, key=lambda r: r.median(metric.name)), metric)
