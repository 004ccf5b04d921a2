"""HTTP echo under wrk: requests/s, CPU and latency at 2, 64 and 400 connections"""

import functools

import measure
import plot
import report
import server

TARGETS = ["http_echo_coio", "http_echo_facade", "http_echo_asio", "epoll_server", "go/http_raw",
           "go/http_net", "tokio/http_echo"]
SUBJECT = "server"
REFERENCE = "coio"
METRICS = [
    report.Metric("requests_per_second", "requests/s", ratio=True),
    report.Metric("cpu_us_per_request", "CPU µs/request", 2, ratio=True),
    report.Metric("p50_us", "p50 µs"),
    report.Metric("p99_us", "p99 µs"),
]
PLOTS = [
    plot.Bars("requests_per_second", "connections", "more"),
    plot.Bars("cpu_us_per_request", "connections"),
]
CONNECTIONS = [2, 64, 400]


def servers(settings):
    path, workers = settings.programs.path, settings.workers
    return built({
        "coio": [path("http_echo_coio"), "--workers", workers, "shared"],
        "coio-next": [path("http_echo_coio"), "--workers", workers, "next"],
        "coio-facade": [path("http_echo_facade"), "--workers", workers],
        "asio-shared": [path("http_echo_asio"), "--workers", workers, "shared"],
        "asio-per-core": [path("http_echo_asio"), "--workers", workers, "per-core"],
        "asio-thread-pool": [path("http_echo_asio"), "--workers", workers, "thread-pool"],
        "epoll": [path("epoll_server"), "--workers", workers],
        "go-raw": [path("go/http_raw"), workers],
        "go-http": [path("go/http_net"), workers],
        "tokio": [path("tokio/http_echo"), workers],
    })


def built(commands):
    """Without those whose program has been skipped."""
    return {name: command for name, command in commands.items() if command[0]}


def cases(settings):
    return under_wrk(servers(settings), settings.connections or CONNECTIONS, settings)


def under_wrk(commands, connections, settings, seconds=None, threads=server.WRK_THREADS):
    seconds = seconds or (1 if settings.quick else 3)
    return [measure.Case(name, {"connections": n},
                         functools.partial(server.wrk, command, n, seconds, threads))
            for n in connections for name, command in commands.items()]
