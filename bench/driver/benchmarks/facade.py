"""Nanoseconds to spawn, to yield, and to use channels and mutexes, with the facade and with Asio"""

import functools
import json

import measure
import report

TARGETS = ["facade", "facade_sync"]
SUBJECT = "runtime"
REFERENCE = "coio"
METRICS = [report.Metric("ns_per_op", "ns", 1, ratio=True),
           report.Metric("bytes", "bytes", 0, ratio=True)]
PROGRAMS = {"spawn-join": "facade", "spawn-500k": "facade", "sched": "facade",
            "channel": "facade_sync", "mutex": "facade_sync", "memory": "facade"}


def cases(settings):
    return [measure.Case(runtime, {"threads": settings.workers, "case": name},
                         functools.partial(run, settings, runtime, name))
            for name in PROGRAMS for runtime in ("coio", "asio")
            if (runtime, name) != ("asio", "mutex")]  # Asio has none


def run(settings, runtime, name):
    program = settings.programs.path(PROGRAMS[name])
    row = json.loads(measure.output([program, runtime, settings.workers, name], 120))
    return {metric: row[metric] for metric in ("ns_per_op", "bytes") if metric in row}
