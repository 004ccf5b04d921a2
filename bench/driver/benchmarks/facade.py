"""Nanoseconds to spawn, to yield, and to use channels and mutexes, with the facade and its peers"""

import functools
import json

import measure
import report
from benchmarks import echo

TARGETS = ["facade", "facade_sync", "go/facade", "tokio/facade"]
SUBJECT = "runtime"
REFERENCE = "coio"
METRICS = [report.Metric("ns_per_op", "ns", 1, ratio=True)]
PROGRAMS = {"spawn-join": "facade", "spawn-500k": "facade", "sched": "facade",
            "channel-bounded": "facade_sync", "channel-unbounded": "facade_sync",
            "mutex": "facade_sync", "mutex-4": "facade_sync"}
# What a runtime does not have.
MISSING = {("asio", "mutex"), ("asio", "mutex-4"), ("go", "channel-unbounded")}


def cases(settings):
    return [measure.Case(runtime, {"threads": settings.workers, "case": name},
                         functools.partial(run, command))
            for name in PROGRAMS for runtime, command in runtimes(settings, name).items()
            if (runtime, name) not in MISSING]


def runtimes(settings, name):
    path, workers = settings.programs.path, settings.workers
    return echo.built({
        "coio": [path(PROGRAMS[name]), "coio", workers, name],
        "asio": [path(PROGRAMS[name]), "asio", workers, name],
        "go": [path("go/facade"), workers, name],
        "tokio": [path("tokio/facade"), workers, name],
    })


def run(command):
    return {"ns_per_op": json.loads(measure.output(command, 120))["ns_per_op"]}
