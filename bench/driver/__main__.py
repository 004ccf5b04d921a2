"""Builds the benchmark programs, measures in interleaved rounds, prints medians and ratios."""

import argparse
import importlib
import json
import os
import pathlib
import pkgutil
import sys

import benchmarks
import build
import machine
import measure
import report


def arguments():
    names = sorted(m.name.replace("_", "-") for m in pkgutil.iter_modules(benchmarks.__path__))
    parser = argparse.ArgumentParser(
        prog="bench/run",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="benchmarks:\n" + "\n".join(f"  {name:12}{load(name).__doc__.strip()}"
                                           for name in names))
    parser.add_argument("name", choices=names, metavar="NAME", help="one of: " + ", ".join(names))
    parser.add_argument("--quick", action="store_true", help="3 short rounds")
    parser.add_argument("--workers", type=positive, metavar="N",
                        default=len(os.sched_getaffinity(0)),
                        help="workers of every server (default: the CPUs of this process)")
    parser.add_argument("--rounds", type=positive, metavar="R", help="default: 5; quick: 3")
    parser.add_argument("--only", metavar="A,B", type=lambda text: set(text.split(",")),
                        help="measure these servers or runtimes alone, beside coio")
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE", help="write the medians there")
    parser.add_argument("--asio", type=pathlib.Path, metavar="DIR",
                        help="folder that holds another asio.hpp")
    return parser.parse_args()


def positive(text):
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"expected a positive number, found {value}")
    return value


def load(name):
    return importlib.import_module("benchmarks." + name.replace("-", "_"))


def main():
    args = arguments()
    benchmark = load(args.name)
    programs = build.Programs(args.asio)
    programs.make(benchmark.TARGETS)
    workers = getattr(benchmark, "WORKERS", args.workers)
    facts = machine.facts(programs, workers)
    report.print_facts(facts)
    settings = measure.Settings(programs, workers, args.quick)
    rounds = args.rounds or (3 if args.quick else 5)
    others = machine.Others()
    cases = benchmark.cases(settings)
    if args.only:
        cases = [c for c in cases if c.subject in args.only | {benchmark.REFERENCE}]
    results = measure.in_turn(cases, rounds)
    facts["load_after"] = machine.load()
    facts["cpu_share_of_others"] = round(others.share(), 3)
    report.print_tables(benchmark, results)
    report.print_warnings(facts, results)
    if args.json:
        args.json.write_text(json.dumps(report.as_json(args.name, facts, benchmark, results),
                                        indent=1) + "\n")


try:
    main()
except KeyboardInterrupt:
    sys.exit(130)
except (measure.Failure, build.Failure, OSError) as e:
    sys.exit(f"bench/run: {e}")
