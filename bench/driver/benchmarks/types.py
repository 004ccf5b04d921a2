"""HTTP servers with coio's I/O types, with erased ones, and with a context of Asio's per core"""

import functools

import counts
import measure
import plot
import report
from benchmarks import echo

TARGETS = ["http_types", "http_types_erased", "http_echo_facade", "http_echo_asio",
           "patterns_asio", "epoll_server"]
SUBJECT = "server"
REFERENCE = "asio-callbacks"
METRICS = [
    *echo.METRICS,
    # What --counts gives.
    report.Metric("instructions", "instructions/request", ratio=True),
]
PLOTS = [
    plot.Bars("requests_per_second", "connections", "more"),
    plot.Bars("cpu_us_per_request", "connections"),
]


def servers(settings, workers):
    path = settings.programs.path
    own = [path("http_types"), "--workers", workers]
    erased = [path("http_types_erased"), "--workers", workers]
    return echo.built({
        "types-callbacks": [*own, "callbacks"],
        "types-awaitable": [*own, "awaitable"],
        "types-coroutine": [*own, "coroutine"],
        "facade-streams": [path("http_echo_facade"), "--workers", workers],
        "erased-callbacks": [*erased, "callbacks"],
        "erased-awaitable": [*erased, "awaitable"],
        # Asio's contexts, one for each worker, with erased sockets.
        "asio-callbacks": [path("patterns_asio"), "--workers", workers, "callbacks", "per-core"],
        "asio-awaitable": [path("http_echo_asio"), "--workers", workers, "per-core"],
        "epoll": [path("epoll_server"), "--workers", workers],
    })


def cases(settings):
    if settings.counts:
        return [measure.Case(name, {"workers": 1, "connections": 1},
                             functools.partial(counts.instructions, command))
                for name, command in servers(settings, 1).items()]
    return echo.under_wrk(servers(settings, settings.workers),
                          settings.connections or echo.CONNECTIONS, settings)
