#!/usr/bin/env python3
"""Compiles every example of Asio swapped; fails if one compiles only unswapped.

exceptions.txt names those that are excused. It may hold three lines.
"""
import argparse
import concurrent.futures
import pathlib
import sys

import programs

MAX_EXCEPTIONS = 3


def read_exceptions():
    lines = (pathlib.Path(__file__).parent / "exceptions.txt").read_text().splitlines()
    entries = [line.split(":", 1) for line in lines if line and not line.startswith("#")]
    if len(entries) > MAX_EXCEPTIONS:
        sys.exit(f"exceptions.txt: expected at most {MAX_EXCEPTIONS} lines, found {len(entries)}")
    if any(len(e) != 2 or not e[1].strip() for e in entries):
        sys.exit("exceptions.txt: expected NAME: REASON on every line")
    return {name.strip() for name, _ in entries}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    programs.add_arguments(parser)
    arguments = parser.parse_args()
    excused = read_exceptions()
    setup = programs.Setup(arguments)
    setup.prepare()
    flags = setup.precompile()
    found = [p for p in programs.find(setup.examples) if arguments.only in p.name]
    if not found:
        sys.exit(f"no example programs in {arguments.examples}")

    def judge(program):
        said = setup.check(program, setup.swapped, flags)
        if said is None:
            return program, "swapped", ""
        # What does not compile unswapped either (another platform's, a missing library) says
        # nothing about coio.
        unswapped = setup.check(program, setup.examples, flags)
        return program, "neither" if unswapped else "unswapped only", unswapped or said

    results = {"swapped": [], "neither": [], "unswapped only": []}
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        for program, kind, said in pool.map(judge, found):
            results[kind].append(program.name)
            if kind == "neither":
                reason = next((l for l in said.splitlines() if "error" in l), "")
                print(f"does not compile unswapped: {program.name}: {reason}")
            elif kind == "unswapped only":
                print(f"compiles only unswapped: {program.name}\n{said}")
    failed = [n for n in results["unswapped only"] if n not in excused]
    print(f"{len(results['swapped'])} of {len(found)} programs compile swapped, "
          f"{len(results['neither'])} compile in neither form, "
          f"{len(results['unswapped only'])} only unswapped")
    if failed or not results["swapped"]:
        sys.exit("failed: " + ", ".join(failed))


if __name__ == "__main__":
    main()
