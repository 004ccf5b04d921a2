"""TCP echo of 64 bytes with 10 to 20,000 open connections of which 1 % are active"""

import functools

import measure
import report
import server
import tcp_load
from benchmarks import tcp_echo

TARGETS = tcp_echo.TARGETS
SUBJECT = tcp_echo.SUBJECT
REFERENCE = tcp_echo.REFERENCE
METRICS = [
    report.Metric("messages_per_second", "messages/s", ratio=True),
    report.Metric("cpu_us_per_message", "CPU µs/message", 2, ratio=True),
    report.Metric("bytes_per_connection", "bytes/connection", ratio=True),
    report.Metric("p99_us", "p99 µs"),
]
NUMBERS = [10, 100, 1000, 10_000, 20_000]
SIZE = 64
BUFFER = 4096


def cases(settings):
    return [measure.Case(name, {"connections": n}, functools.partial(run, settings, command, n))
            for n in NUMBERS if server.may_open(n)
            for name, command in tcp_echo.servers(settings, BUFFER).items()]


def run(settings, command, connections):
    """The memory is what the server grew by when the connections came, each with one message."""
    active = max(connections // 100, 1)
    seconds = 1 if settings.quick else 3
    with server.Server(command) as s:
        before = s.resident_bytes()
        with tcp_load.Load(settings, s.port, connections, active, SIZE, seconds) as load:
            grown = s.resident_bytes() - before
            return {**tcp_load.under_load(s, load), "bytes_per_connection": grown / connections}
