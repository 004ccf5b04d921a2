"""TCP echo of 1, 4,096 and 65,536 bytes over 128 connections, in a closed and an open loop"""

import functools

import measure
import plot
import report
import server
import tcp_load
from benchmarks import echo

TARGETS = ["tcp_echo_coio", "tcp_echo_asio", "go/tcp_echo", "tokio/tcp_echo", "tcp_load"]
SUBJECT = "server"
REFERENCE = "coio"
METRICS = [
    report.Metric("messages_per_second", "messages/s", ratio=True),
    report.Metric("cpu_us_per_message", "CPU µs/message", 2, ratio=True),
    report.Metric("p50_us", "p50 µs"),
    report.Metric("p90_us", "p90 µs"),
    report.Metric("p99_us", "p99 µs", ratio=True),
    report.Metric("p999_us", "p99.9 µs"),
    report.Metric("max_us", "max µs"),
]
PLOTS = [
    plot.Bars("messages_per_second", "bytes", "more"),
    plot.Bars("cpu_us_per_message", "bytes"),
    plot.Percentiles(),
]
CONNECTIONS = 128
# Bytes, and messages a second and worker in the open loop: a third to a half of what they reach in
# the closed one.
SIZES = {1: 10_000, 4096: 10_000, 65536: 3_000}


def servers(settings, buffer):
    path, workers = settings.programs.path, settings.workers
    return echo.built({
        "coio": [path("tcp_echo_coio"), "--workers", workers, "shared", buffer],
        "asio-shared": [path("tcp_echo_asio"), "--workers", workers, "shared", buffer],
        "asio-per-core": [path("tcp_echo_asio"), "--workers", workers, "per-core", buffer],
        "go": [path("go/tcp_echo"), workers, buffer],
        "tokio": [path("tokio/tcp_echo"), workers, buffer],
    })


def cases(settings):
    return [measure.Case(name, {"bytes": size, "loop": loop},
                         functools.partial(run, settings, command, size, rate))
            for size, rate_each in SIZES.items()
            for loop, rate in {"closed": 0, "open": rate_each * settings.workers}.items()
            for name, command in servers(settings, max(size, 4096)).items()]


def run(settings, command, size, rate):
    seconds = 0.5 if settings.quick else 3
    with server.Server(command) as s, tcp_load.Load(
            settings, s.port, CONNECTIONS, CONNECTIONS, size, seconds, rate) as load:
        return tcp_load.under_load(s, load)
