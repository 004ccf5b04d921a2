"""Nanoseconds to post, to yield, to spawn and to join, at one thread and at all"""

import functools

import measure
import plot
import report

TARGETS = ["tasks", "tasks_spawn", "tasks_onetbb", "go/tasks", "tokio/tasks"]
SUBJECT = "runtime"
REFERENCE = "coio"
METRICS = [report.Metric("ns_per_op", "ns", 1, ratio=True)]
PLOTS = [plot.Bars("ns_per_op", "case", log=True)]
ON_EXECUTORS = ["post-outside", "chain-1", "chain-64", "tree", "yield", "spawn-detached",
                "spawn-await"]
# With coio::spawn and join(): alone, and beside what an executor does.
JOINING = ["skynet", "fib"]
FACADE = ["yield", "spawn-detached", "spawn-await"]


def cases(settings):
    numbers = {settings.workers} if settings.quick else {1, settings.workers}
    return [measure.Case(name, {"threads": threads, "case": case, "executor": executor},
                         functools.partial(run, command))
            for threads in sorted(numbers)
            for case in ON_EXECUTORS + JOINING for executor in ("any", "typed")
            for name, command in runtimes(settings, threads, case, executor).items()]


def runtimes(settings, threads, case, executor):
    """Commands. The runtimes that have no executors stand beside the typed ones of Asio."""
    path = settings.programs.path
    operations = 2**18 if settings.quick else 2**20
    commands = {}
    if case in ON_EXECUTORS:
        for name in "coio", "asio::io_context", "asio::thread_pool":
            commands[name] = [path("tasks"), name, threads, case, executor, operations]
    elif executor == "typed":
        commands["coio"] = [path("tasks_spawn"), threads, case, operations]
    if executor == "typed":
        if case in FACADE:
            commands["coio-facade"] = [path("tasks_spawn"), threads, case, operations]
        commands["tokio"] = [path("tokio/tasks"), threads, case, operations]
        # All that Go runs is a goroutine: there is no outside.
        if case != "post-outside":
            commands["go"] = [path("go/tasks"), threads, case, operations]
        if case in ("tree", *JOINING):
            commands["onetbb"] = [path("tasks_onetbb"), threads, case, operations]
    return {name: command for name, command in commands.items() if command[0]}


def run(command):
    return {"ns_per_op": float(measure.output(command, 60))}
