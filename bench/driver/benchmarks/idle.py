"""CPU that 4 workers with 1,000 idle connections use, and their latency after idle seconds"""

import functools
import time

import measure
import report
import server
import tcp_load
from benchmarks import tcp_echo

TARGETS = tcp_echo.TARGETS
WORKERS = 4
SUBJECT = tcp_echo.SUBJECT
REFERENCE = tcp_echo.REFERENCE
METRICS = [
    report.Metric("cpu_percent", "CPU %", 4),
    report.Metric("p50_us", "wake-up p50 µs", ratio=True),
    report.Metric("max_us", "wake-up max µs"),
]
CONNECTIONS = 1000


def cases(settings):
    return [measure.Case(name, {"connections": CONNECTIONS},
                         functools.partial(run, settings, command))
            for name, command in tcp_echo.servers(settings, 4096).items()]


def run(settings, command):
    """cpu_percent is of one CPU."""
    idle, wake_ups = (3, 3) if settings.quick else (30, 10)
    with server.Server(command) as s, tcp_load.Load(
            settings, s.port, CONNECTIONS, 1, 1, wake_ups, rate=1) as load:
        time.sleep(0.1)  # the last message has just been answered
        before = s.cpu_seconds()
        time.sleep(idle)
        used = s.cpu_seconds() - before
        return {"cpu_percent": used / idle * 100, **tcp_load.under_load(s, load)}
