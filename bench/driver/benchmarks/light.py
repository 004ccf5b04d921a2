"""CPU of a server with 4 workers under a light load: 10 to 10,000 messages a second"""

import functools

import measure
import plot
import report
import server
import tcp_load
from benchmarks import tcp_echo

TARGETS = tcp_echo.TARGETS
WORKERS = 4
SUBJECT = tcp_echo.SUBJECT
REFERENCE = tcp_echo.REFERENCE
METRICS = [
    report.Metric("cpu_us_per_message", "CPU µs/message", 1, ratio=True),
    report.Metric("p50_us", "p50 µs", ratio=True),
    report.Metric("p99_us", "p99 µs"),
]
PLOTS = [plot.Lines("cpu_us_per_message", "messages/s")]
CONNECTIONS = 16
RATES = [10, 100, 1000, 10_000]
SIZE = 64
BUFFER = 4096


def cases(settings):
    return [measure.Case(name, {"messages/s": rate}, functools.partial(run, settings, command, rate))
            for rate in (RATES[1:] if settings.quick else RATES)
            for name, command in tcp_echo.servers(settings, BUFFER).items()]


def run(settings, command, rate):
    seconds = 0.5 if settings.quick else 3
    with server.Server(command) as s, tcp_load.Load(
            settings, s.port, CONNECTIONS, CONNECTIONS, SIZE, seconds, rate) as load:
        return tcp_load.under_load(s, load)
