"""Bytes and CPU time of 1,000 to 1,000,000 coroutines that sleep until the same moment"""

import functools
import json

import measure
import plot
import report
from benchmarks import echo

TARGETS = ["memory", "go/memory", "tokio/memory"]
SUBJECT = "runtime"
REFERENCE = "coio"
METRICS = [
    report.Metric("bytes", "bytes each", ratio=True),
    report.Metric("cpu_ms", "CPU ms", 2, ratio=True),
    report.Metric("wall_s", "wall s", 3),
]
PLOTS = [plot.Lines("bytes", "coroutines"), plot.Lines("cpu_ms", "coroutines")]
NUMBERS = [1000, 100_000, 1_000_000]
QUICK_NUMBERS = [1000, 100_000]


def cases(settings):
    path, workers = settings.programs.path, settings.workers
    programs = echo.built({
        "coio": [path("memory"), "coio", workers],
        "asio": [path("memory"), "asio", workers],
        "go": [path("go/memory"), workers],
        "tokio": [path("tokio/memory"), workers],
    })
    seconds = 3 if settings.quick else 5
    return [measure.Case(name, {"coroutines": n, "seconds": seconds},
                         functools.partial(run, [*program, n, seconds]))
            for n in (QUICK_NUMBERS if settings.quick else NUMBERS)
            for name, program in programs.items()]


def run(command):
    return json.loads(measure.output(command, 120))
