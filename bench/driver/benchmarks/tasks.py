"""Nanoseconds to post, to yield and to spawn, at one thread and at all"""

import functools

import measure
import report

TARGETS = ["tasks"]
SUBJECT = "runtime"
REFERENCE = "coio"
METRICS = [report.Metric("ns_per_op", "ns", 1, ratio=True)]
RUNTIMES = ["coio", "asio::io_context", "asio::thread_pool"]
CASES = ["post-outside", "chain-1", "chain-64", "tree", "yield", "spawn-detached", "spawn-await"]


def cases(settings):
    operations = 2**18 if settings.quick else 2**20
    return [measure.Case(runtime, {"threads": threads, "case": name, "executor": executor},
                         functools.partial(run, settings,
                                           [runtime, threads, name, executor, operations]))
            for threads in sorted({1, settings.workers}) for name in CASES
            for executor in ("any", "typed") for runtime in RUNTIMES]


def run(settings, arguments):
    return {"ns_per_op": float(measure.output([settings.programs.path("tasks"), *arguments], 60))}
