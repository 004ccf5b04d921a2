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
import page
import report


def all_names():
    return sorted(m.name.replace("_", "-") for m in pkgutil.iter_modules(benchmarks.__path__))


def arguments():
    names = all_names()
    parser = argparse.ArgumentParser(
        prog="bench/run",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="benchmarks:\n" + "\n".join(f"  {name:12}{load(name).__doc__.strip()}"
                                           for name in names) + "\n  all         each of these")
    parser.add_argument("name", choices=[*names, "all"], metavar="NAME",
                        help="one of: " + ", ".join([*names, "all"]))
    parser.add_argument("--quick", action="store_true", help="3 short rounds")
    parser.add_argument("--workers", type=positive, metavar="N",
                        default=len(os.sched_getaffinity(0)),
                        help="workers of every server (default: the CPUs of this process)")
    parser.add_argument("--rounds", type=positive, metavar="R", help="default: 5; quick: 3")
    parser.add_argument("--only", metavar="A,B", type=lambda text: set(text.split(",")),
                        help="measure these servers or runtimes alone, beside coio")
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE", help="write the medians there")
    parser.add_argument("--report", type=pathlib.Path, metavar="DIR",
                        help="write a page there, index.html, and the plots that are in it")
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
    names = all_names() if args.name == "all" else [args.name]
    programs = build.Programs(args.asio)
    programs.make(dict.fromkeys(target for name in names for target in load(name).TARGETS))
    everything, failures = [], []
    for name in names:
        try:
            everything.append(run(args, name, programs))
        except measure.Failure as e:
            if args.name != "all":
                raise
            # The others are worth measuring all the same.
            failures.append(f"{name} failed: {e}")
            print(failures[-1], file=sys.stderr)
    if args.json:
        rows = [report.as_json(m) for m in everything]
        args.json.write_text(json.dumps(rows if args.name == "all" else rows[0], indent=1) + "\n")
    if args.report:
        print(f"wrote {page.write(args.report, everything, failures)}")
    return 1 if failures else 0


def run(args, name, programs):
    """Measures one benchmark and prints what it gave."""
    benchmark = load(name)
    workers = getattr(benchmark, "WORKERS", args.workers)
    facts = machine.facts(programs, workers)
    print(f"\n{name}: {benchmark.__doc__.strip()}\n")
    report.print_facts(facts)
    others = machine.Others()
    cases = benchmark.cases(measure.Settings(programs, workers, args.quick))
    if args.only:
        cases = [c for c in cases if c.subject in args.only | {benchmark.REFERENCE}]
    rounds = args.rounds or (3 if args.quick else 5)
    results, failures = measure.in_turn(cases, rounds, benchmark.REFERENCE)
    facts["load_after"] = machine.load()
    facts["cpu_share_of_others"] = round(others.share(), 3)
    measured = report.Measured(name, benchmark, command(args, name), facts, results, failures)
    report.print_measured(measured)
    return measured


def command(args, name):
    """What measures that benchmark again in the same way."""
    words = ["bench/run", name]
    if args.quick:
        words.append("--quick")
    words += ["--workers", str(args.workers)]
    for option in "rounds", "asio":
        if getattr(args, option):
            words += [f"--{option}", str(getattr(args, option))]
    if args.only:
        words += ["--only", ",".join(sorted(args.only))]
    return " ".join(words)


try:
    sys.exit(main())
except KeyboardInterrupt:
    sys.exit(130)
except (measure.Failure, build.Failure, OSError) as e:
    sys.exit(f"bench/run: {e}")
