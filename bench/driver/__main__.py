"""Builds the benchmark programs, measures in interleaved rounds, prints medians and ratios."""

import argparse
import contextlib
import dataclasses
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
    parser.add_argument("--workers", type=positives, metavar="N[,M]",
                        help="workers of every server (default: the CPUs of this process; patterns, "
                             "beast: 2,4; fairness: 1,2,4); these alone take more than one number")
    parser.add_argument("--connections", type=positives, metavar="N[,M]",
                        help="echo, patterns, beast: how many connections")
    parser.add_argument("--seconds", type=positive, metavar="S",
                        help="fairness: how long a run takes (default: 10; quick: 1)")
    parser.add_argument("--rounds", type=positive, metavar="R", help="default: 5; quick: 3")
    parser.add_argument("--only", metavar="A,B", type=lambda text: set(text.split(",")),
                        help="measure these servers or runtimes alone, beside the one that ratios "
                             "refer to; also these cases alone: --only callbacks,strand,coio")
    parser.add_argument("--counts", action="store_true",
                        help="patterns, types: instructions a request, under callgrind with 1 "
                             "worker; patterns: system calls a request, too, by perf stat or "
                             "strace; of callbacks, or of what --only names")
    parser.add_argument("--beside-load", action="store_true",
                        help="measure beside two processes that burn the CPUs")
    parser.add_argument("--against", type=pathlib.Path, metavar="DIR",
                        help="measure coio of another build, DIR/bench/..., in the same rounds: "
                             "rows named coio-before")
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE", help="write the medians there")
    parser.add_argument("--report", type=pathlib.Path, metavar="DIR",
                        help="write a page there, index.html, and the plots that are in it")
    parser.add_argument("--asio", type=pathlib.Path, metavar="DIR",
                        help="folder that holds another asio.hpp")
    parser.add_argument("--boost", metavar="VERSION|DIR",
                        help="build with Boost.Asio, as beast needs it: a version, such as 1.92, "
                             "which is fetched from Debian, or the folder that holds boost/asio.hpp")
    return parser.parse_args()


def positive(text):
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"expected a positive number, found {value}")
    return value


def positives(text):
    return [positive(word) for word in text.split(",")]


def load(name):
    return importlib.import_module("benchmarks." + name.replace("-", "_"))


def needs_boost(name):
    return getattr(load(name), "NEEDS_BOOST", False)


def main():
    args = arguments()
    names = [args.name]
    if args.name == "all":
        names = [n for n in all_names() if args.boost or not needs_boost(n)]
    elif needs_boost(args.name) and not args.boost:
        raise build.Failure(f"{args.name}: expected --boost VERSION|DIR")
    programs = build.Programs(args.asio, args.boost and build.boost_headers(args.boost))
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
    settings = make_settings(args, name, programs, benchmark)
    facts = machine.facts(programs, ", ".join(map(str, settings.numbers)))
    if args.beside_load:
        facts["beside"] = f"{machine.BURNERS} processes that burn the CPUs"
    if args.against:
        facts["before"] = str(args.against)
    print(f"\n{name}: {benchmark.__doc__.strip()}\n")
    report.print_facts(facts)
    others = machine.Others()
    cases = benchmark.cases(settings)
    if args.against:
        cases = measure.with_before(cases, benchmark.cases(dataclasses.replace(
            settings, programs=build.Before(args.against, programs))))
    if args.only:
        cases = only(args, benchmark, cases)
    rounds = args.rounds or (3 if args.quick else 5)
    with machine.burners() if args.beside_load else contextlib.nullcontext():
        results, failures = measure.in_turn(cases, rounds, benchmark.REFERENCE)
    facts["load_after"] = machine.load()
    facts["cpu_share_of_others"] = round(others.share(), 3)
    measured = report.Measured(name, benchmark, command(args, name), facts, results, failures)
    report.print_measured(measured)
    return measured


def make_settings(args, name, programs, benchmark):
    several = getattr(benchmark, "SEVERAL_WORKERS", None)
    if hasattr(benchmark, "WORKERS"):
        numbers = [benchmark.WORKERS]
    else:
        numbers = args.workers or (not args.quick and several) or [len(os.sched_getaffinity(0))]
    if len(numbers) > 1 and not several:
        raise measure.Failure(f"--workers: {name} expects one number, found {numbers}")
    return measure.Settings(programs, numbers[0], args.quick, numbers, args.connections,
                            args.seconds, args.counts, args.only)


def only(args, benchmark, cases):
    """The cases of which --only names the subject, or a part of the load."""
    subjects = {c.subject for c in cases}
    loads = {v for c in cases for v in c.load.values() if isinstance(v, str)}
    if args.name != "all" and not args.only <= subjects | loads:
        raise measure.Failure(
            f"--only: expected some of {', '.join(sorted(subjects))}, or of "
            f"{', '.join(sorted(loads))}, found {', '.join(sorted(args.only - subjects - loads))}")
    chosen = args.only & subjects
    kept = {name + suffix for name in chosen | {benchmark.REFERENCE} for suffix in ("", "-before")}
    return [c for c in cases
            if (not chosen or c.subject in kept)
            and (not args.only & loads or args.only & set(c.load.values()))]


def command(args, name):
    """What measures that benchmark again in the same way."""
    words = ["bench/run", name]
    if args.quick:
        words.append("--quick")
    for option in "workers", "connections":
        if getattr(args, option):
            words += [f"--{option}", ",".join(map(str, getattr(args, option)))]
    for option in "seconds", "rounds", "asio", "boost", "against":
        if getattr(args, option):
            words += [f"--{option}", str(getattr(args, option))]
    for option in "counts", "beside_load":
        if getattr(args, option):
            words.append("--" + option.replace("_", "-"))
    if args.only:
        words += ["--only", ",".join(sorted(args.only))]
    return " ".join(words)


try:
    sys.exit(main())
except KeyboardInterrupt:
    sys.exit(130)
except (measure.Failure, build.Failure, OSError) as e:
    sys.exit(f"bench/run: {e}")
