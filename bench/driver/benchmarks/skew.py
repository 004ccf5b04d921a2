"""Latency of light paced connections beside few that cost much CPU, in two scenes"""

import functools
import json

import measure
import report
import server
from benchmarks import echo

TARGETS = [*echo.TARGETS, "skew_load"]
SUBJECT = echo.SUBJECT
REFERENCE = echo.REFERENCE
METRICS = [
    report.Metric("p50_us", "p50 µs", ratio=True),
    report.Metric("p90_us", "p90 µs", ratio=True),
    report.Metric("p99_us", "p99 µs", ratio=True),
    report.Metric("p999_us", "p99.9 µs"),
    report.Metric("heavy_p50_us", "heavy p50 µs"),
    report.Metric("heavy_per_second", "heavy/s"),
]
# burn: one connection burns 5 ms of CPU every 7 ms, beside 16 light ones.
# hot: 8 of 400 are busy, and share a shard.
SCENES = ["burn", "hot"]


def cases(settings):
    seconds = 2 if settings.quick else 5
    return [measure.Case(name, {"scene": scene},
                         functools.partial(run, settings, command, seconds, scene))
            for scene in SCENES for name, command in echo.servers(settings).items()]


def run(settings, command, seconds, scene):
    with server.Server(command) as s:
        load = [settings.programs.path("skew_load"), s.port, seconds, scene, settings.workers]
        return json.loads(measure.output(load, seconds + 20))
