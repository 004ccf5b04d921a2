"""HTTP echo at 400 connections with every socket constructed from the context"""

from benchmarks import echo

TARGETS = ["http_echo_coio", "http_echo_asio"]
SUBJECT = echo.SUBJECT
REFERENCE = echo.REFERENCE
METRICS = echo.METRICS
PLOTS = echo.PLOTS


def cases(settings):
    path, workers = settings.programs.path, settings.workers
    commands = {
        "coio": [path("http_echo_coio"), "--workers", workers, "old-style"],
        "asio-shared": [path("http_echo_asio"), "--workers", workers, "old-style"],
    }
    return echo.under_wrk(commands, [400], settings)
