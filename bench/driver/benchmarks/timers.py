"""A million timers armed together and cancelled; 10,000 expiries a second"""

import functools
import json

import measure
import report
from benchmarks import echo

TARGETS = ["timers_coio", "timers_asio", "go/timers", "tokio/timers"]
SUBJECT = "runtime"
REFERENCE = "coio"
METRICS = [
    report.Metric("ns_per_timer", "ns/timer", 1, ratio=True),
    report.Metric("cpu_us_per_expiry", "CPU µs/expiry", 2, ratio=True),
    report.Metric("late_p50_us", "late p50 µs"),
    report.Metric("late_p99_us", "late p99 µs", ratio=True),
]


def cases(settings):
    path, workers = settings.programs.path, settings.workers
    programs = echo.built({
        "coio": [path("timers_coio"), workers],
        "asio": [path("timers_asio"), workers],
        "go": [path("go/timers"), workers],
        "tokio": [path("tokio/timers"), workers],
    })
    seconds = 1 if settings.quick else 5
    return [measure.Case(name, {"case": case[0]}, functools.partial(run, [*program, *case]))
            for case in (["arm-cancel", 1_000_000], ["expire", seconds])
            for name, program in programs.items()]


def run(command):
    return json.loads(measure.output(command, 60))
