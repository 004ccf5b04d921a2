"""Cases, and the rounds in which they take turns."""

import collections
import dataclasses
import statistics
import subprocess
import sys
import typing

import build


class Failure(Exception):
    pass


@dataclasses.dataclass(frozen=True)
class Settings:
    programs: build.Programs
    workers: int  # the first of the numbers
    quick: bool
    numbers: list = ()  # of workers, for benchmarks that take several
    connections: list = None  # what the command line says of them
    seconds: int = None
    counts: bool = False
    only: set = None


@dataclasses.dataclass(frozen=True)
class Case:
    """One subject (a server, a runtime) under one load."""

    subject: str
    load: dict  # what the table is divided by: {"connections": 64}; may be empty
    measure: typing.Callable[[], dict]  # the metrics of one run, by name


def with_before(cases, before):
    """Those cases, and behind each of coio's own the one of another build, under another name."""
    found = {(c.subject, tuple(c.load.items())): c for c in before}
    result = []
    for case in cases:
        result.append(case)
        old = found.get((case.subject, tuple(case.load.items())))
        if old and case.subject in ("coio", "coio-facade"):
            result.append(dataclasses.replace(old, subject=case.subject + "-before"))
    return result


class Result:
    """The runs of one case."""

    def __init__(self, case):
        self.case = case
        self.runs = []

    def values(self, metric):
        return [run[metric] for run in self.runs]

    def median(self, metric):
        return statistics.median(self.values(metric))


def in_turn(cases, rounds, reference):
    """Measures every case once a round; gives the results, and what went wrong.

    What is compared runs back to back, so that a slow minute of the machine hits all subjects
    alike; the first of them changes from round to round. A case that fails is left out, unless it
    is one of the reference's: then all fails.
    """
    groups = collections.defaultdict(list)
    for case in cases:
        groups[tuple(case.load.items())].append(Result(case))
    total = rounds * sum(map(len, groups.values()))
    done = 0
    failures = []
    for r in range(rounds):
        for group in groups.values():
            first = r % len(group)
            for result in group[first:] + group[:first]:
                case = result.case
                done += 1
                name = " ".join([case.subject, *(f"{k} {v}" for k, v in case.load.items())])
                progress(f"[{done}/{total}] {name}")
                try:
                    result.runs.append(case.measure())
                except Failure as e:
                    progress("")
                    if case.subject == reference:
                        raise Failure(f"{name}: {e}") from None
                    group.remove(result)
                    failures.append(f"{name} is left out, for it failed: {e}")
                    print(failures[-1], file=sys.stderr, flush=True)
    progress("")
    return [result for group in groups.values() for result in group], failures


def progress(text):
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)
    elif text:
        print(text, file=sys.stderr, flush=True)


def output(command, timeout):
    """Standard output of a program, which must end well within the time (in seconds)."""
    name = command[0]
    try:
        done = subprocess.run([str(c) for c in command], stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                              timeout=timeout)
    except subprocess.TimeoutExpired:
        raise Failure(f"{name} has not ended after {timeout} s") from None
    if done.returncode:
        raise Failure(f"{name} ended with status {done.returncode}: {done.stderr.strip()}")
    return done.stdout
