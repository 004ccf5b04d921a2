"""A million timers armed and cancelled, together or as time limits; 10,000 expiries a second"""

import functools
import json

import measure
import plot
import report
from benchmarks import echo

TARGETS = ["timers_coio", "timers_facade", "timers_asio", "go/timers", "tokio/timers"]
SUBJECT = "runtime"
REFERENCE = "coio"
METRICS = [
    report.Metric("ns_per_timer", "ns/timer", 1, ratio=True),
    report.Metric("cpu_us_per_expiry", "CPU µs/expiry", 2, ratio=True),
    report.Metric("late_p50_us", "late p50 µs"),
    report.Metric("late_p99_us", "late p99 µs", ratio=True),
]
PLOTS = [
    plot.Bars("ns_per_timer", "case"),
    plot.Bars("cpu_us_per_expiry", "case"),
    plot.Bars("late_p99_us", "case"),
]
# The facade has no timers but those of coroutines that wait.
MISSING = {("coio-facade", "arm-cancel")} | {
    ("coio-facade-2ms", case) for case in ("arm-cancel", "timeout", "timeout-ready")}


def cases(settings):
    path, workers = settings.programs.path, settings.workers
    programs = echo.built({
        "coio": [path("timers_coio"), workers],
        "coio-facade": [path("timers_facade"), workers],
        "coio-facade-2ms": [path("timers_facade"), workers],
        "asio": [path("timers_asio"), workers],
        "go": [path("go/timers"), workers],
        "tokio": [path("tokio/timers"), workers],
    })
    arguments = {"arm-cancel": 1_000_000, "timeout": 1_000_000, "timeout-ready": 1_000_000,
                 "expire": 1 if settings.quick else 5}
    # With a slack that makes them as late as those of Tokio.
    slack = {"coio-facade-2ms": "-2ms"}
    return [measure.Case(name, {"case": case},
                         functools.partial(run, [*program, case + slack.get(name, ""), argument]))
            for case, argument in arguments.items() for name, program in programs.items()
            if (name, case) not in MISSING]


def run(command):
    return json.loads(measure.output(command, 60))
