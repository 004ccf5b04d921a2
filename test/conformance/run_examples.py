#!/usr/bin/env python3
"""Runs Asio's examples swapped: alone, compared with the unswapped program, and as client and
server on loopback with 1, 2 and 4 workers.

Programs whose handlers share state without a strand or a lock rely on a context with one thread;
these run with one worker (ONE).
"""
import argparse
import concurrent.futures
import fcntl
import pathlib
import sys
import tempfile

import cases
import programs
from loopback import Failure
# Each adds its tests; the last are the longest.
import example_servers  # noqa: F401
import example_protocols  # noqa: F401
import example_outputs  # noqa: F401

# Runs at a time: nearly all of them wait for timers, or for the compiler.
RUNS = 8


def main():
    parser = argparse.ArgumentParser(description="Runs Asio's examples swapped.")
    programs.add_arguments(parser)
    parser.add_argument("--workers", type=int, action="append", default=[],
                        help="run only with this number")
    arguments = parser.parse_args()
    setup = programs.Setup(arguments)
    setup.prepare()
    found = programs.find(setup.examples)
    runner = cases.Runner(setup, found)
    # The same program in several versions of C++ is run in the newest.
    newest = {p.name.split("/", 1)[1]: p for p in sorted(found, key=lambda p: p.name)}
    if "-DCOIO_BOOST_ASIO" in arguments.flag:
        for name in [n for n in newest if n.startswith("serialization/") or n == "local/connect_pair"]:
            print(f"left out, its library of Boost is not built here: {name}")
            del newest[name]
    if "-DASIO_HAS_IO_URING=1" in arguments.flag:
        for name in [n for n in newest if n.startswith("fork/")]:
            print(f"left out, a fork with io_uring does not work with asio::io_context either: {name}")
            del newest[name]
    jobs = []
    for names, workers, function in cases.TESTS:
        for program in newest.values():
            if program.name.split("/", 1)[1] in names or \
                    ("coroutines" in program.name and program.name.rsplit("/", 1)[1] in names):
                if arguments.only in program.name:
                    jobs.append((function, program, workers))

    def run(job):
        """With each number of workers; returns how many passed, and which failed."""
        function, program, workers = job
        folder = setup.swapped if workers == cases.ONE else setup.all_workers
        passed, failed = 0, []
        for count in workers:
            if arguments.workers and count not in arguments.workers:
                continue
            title = f"{program.name} ({function.__name__}, {count} workers)"
            with tempfile.TemporaryDirectory() as scratch:
                try:
                    case = cases.Case(runner, program, count, folder, pathlib.Path(scratch))
                    if case.path is None:
                        print(f"left out, does not build unswapped: {program.name}")
                        break
                    if hasattr(function, "needs_plain"):
                        case.plain = runner.program(program, setup.examples)
                    with case.stack:
                        function(case)
                    passed += 1
                except (Failure, OSError, concurrent.futures.TimeoutError) as failure:
                    failed.append(title)
                    print(f"failed: {title}: {failure!r}", flush=True)
        return passed, failed

    # Some ports are written in the programs: other build folders on this machine wait.
    lock = open(pathlib.Path(tempfile.gettempdir()) / "coio-conformance.lock", "a")
    fcntl.flock(lock, fcntl.LOCK_EX)

    # Those that share something, one after the other; the longest, which are the last, first.
    sequences = {}
    for number, job in enumerate(jobs):
        sequences.setdefault(job[0].shares or number, []).append(job)
    passed, failed = 0, []
    with concurrent.futures.ThreadPoolExecutor(RUNS) as pool:
        for results in pool.map(lambda s: [run(j) for j in s], reversed(sequences.values())):
            for count, titles in results:
                passed += count
                failed += titles
    print(f"{passed} runs passed, {len(failed)} failed")
    if failed or not passed:
        sys.exit("failed: " + ", ".join(failed))


if __name__ == "__main__":
    main()
