"""HTTP echo at 64 connections with 1 worker to one for each CPU, and twice as many"""

import dataclasses
import functools

import measure
import server
from benchmarks import echo

TARGETS = echo.TARGETS
SUBJECT = echo.SUBJECT
REFERENCE = echo.REFERENCE
METRICS = echo.METRICS
CONNECTIONS = 64


def cases(settings):
    seconds = 1 if settings.quick else 3
    numbers, n = [], 1
    while n < settings.workers:
        numbers.append(n)
        n *= 2
    numbers += [settings.workers, settings.workers * 2]
    return [measure.Case(name, {"workers": n, "connections": CONNECTIONS},
                         functools.partial(server.wrk, command, CONNECTIONS, seconds))
            for n in numbers
            for name, command in echo.servers(dataclasses.replace(settings, workers=n)).items()]
