"""SVG plots, drawn by gnuplot.

A benchmark module may list in PLOTS what is to be drawn. Each of Bars and Lines goes along one part of
the load (`along`), and makes a plot for each combination of the others.
"""

import collections
import dataclasses
import math
import re
import shutil
import subprocess

import measure

# One colour a subject on all plots; those that are not here take the others in turn.
COLOURS = {"coio": "#c1121f", "coio-next": "#7b2cbf", "coio-before": "#e5989b",
           "coio-facade": "#f4978e", "tokio": "#0072b2", "go": "#009e73",
           "go-raw": "#009e73", "go-http": "#8fd3bd", "epoll": "#555555", "asio": "#e69f00",
           "asio-shared": "#e69f00", "asio-per-core": "#f0c75e", "asio-thread-pool": "#b8860b",
           "asio::io_context": "#e69f00", "asio::thread_pool": "#b8860b", "onetbb": "#9467bd"}
OTHER_COLOURS = ["#56b4e9", "#cc79a7", "#7f7f7f", "#8c564b"]


@dataclasses.dataclass(frozen=True)
class Bars:
    metric: str
    along: str
    better: str = "less"
    log: bool = False


@dataclasses.dataclass(frozen=True)
class Lines:
    metric: str
    along: str
    better: str = "less"


@dataclasses.dataclass(frozen=True)
class Percentiles:
    """A plot for each load, over the metrics that are percentiles of the latency."""


# Per cent, and where they stand: each nine is as wide as the one before.
PERCENTILES = {"p50_us": ("50", 0.5), "p90_us": ("90", 0.9), "p99_us": ("99", 0.99),
               "p999_us": ("99.9", 0.999), "max_us": ("max", 0.9999)}


def draw(measured, folder):
    """Draws all plots of a benchmark; gives the files. None where gnuplot is missing."""
    if not shutil.which("gnuplot"):
        return []
    files = []
    for number, spec in enumerate(getattr(measured.benchmark, "PLOTS", [])):
        makers = {Bars: bars, Lines: lines, Percentiles: percentiles}
        for title, script in makers[type(spec)](measured, spec):
            name = re.sub(r"[^\w.]+", "-", f"{measured.name}-{number}-{title}").strip("-") + ".svg"
            gnuplot(measured, title, script, folder / name)
            files.append(folder / name)
    return files


def gnuplot(measured, title, script, file):
    foot = "\\n".join([measured.command, *measured.machine()])
    head = f"""
        set terminal svg size 960,500 font 'sans-serif,14' background 'white' noenhanced
        set output {quoted(str(file))}
        set title {quoted(title)} font ',16'
        set label 1 {quoted(foot)} at screen 0.01,0.085 font ',11' textcolor '#555555'
        set bmargin at screen 0.22
        set lmargin at screen 0.09
        set rmargin at screen 0.78
        set key outside right top reverse Left samplen 1.5
        set grid y linecolor '#dddddd'
        set border 3 linecolor '#888888'
        set tics nomirror textcolor '#333333'
        set format y '%.10g'
        set datafile missing '?'
        """
    done = subprocess.run(["gnuplot"], input=head + script, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        raise measure.Failure(f"gnuplot: {done.stdout.strip()}")


def bars(measured, spec):
    for rest, groups in along(measured, spec):
        subjects = subjects_of(groups)
        rows = [[quoted(str(at))] + [column for subject in subjects
                                     for column in with_spread(group.get(subject), spec.metric)]
                for at, group in groups.items()]
        plots = ", ".join(
            f"$data using {3 * i + 2}:{3 * i + 3}:{3 * i + 4}:xtic(1) "
            f"title {quoted(subject)} linecolor rgb '{colour(subject, subjects)}'"
            for i, subject in enumerate(subjects))
        yield headline(measured, spec, rest), f"""
            {block(rows)}
            set style data histograms
            set style histogram errorbars gap 1.5 linewidth 1
            set style fill solid 0.9 noborder
            set errorbars 0.4 linecolor '#333333'
            set xtics font ',{10 if len(groups) > 5 else 14}'
            set xlabel {quoted(spec.along)} offset 0,0.4
            {"set logscale y" if spec.log else "set yrange [0:*]"}
            plot {plots}
            """


def lines(measured, spec):
    for rest, groups in along(measured, spec):
        subjects = subjects_of(groups)
        rows = [[str(at)] + [column for subject in subjects
                             for column in with_spread(group.get(subject), spec.metric)]
                for at, group in groups.items()]
        plots = ", ".join(
            f"$data using 1:{3 * i + 2}:{3 * i + 3}:{3 * i + 4} with yerrorlines "
            f"linewidth 2 pointtype 7 pointsize 0.5 linecolor rgb '{colour(subject, subjects)}' "
            f"title {quoted(subject)}" for i, subject in enumerate(subjects))
        tics = ", ".join(f"'{at:,}' {at}" for at in groups)
        yield headline(measured, spec, rest), f"""
            {block(rows)}
            set logscale x
            set xrange [{min(groups) / 1.3}:{max(groups) * 1.3}]
            set xtics ({tics})
            set xlabel {quoted(spec.along)} offset 0,0.4
            set yrange [0:*]
            plot {plots}
            """


def percentiles(measured, _):
    groups = collections.defaultdict(dict)
    for result in measured.results:
        groups[tuple(result.case.load.items())][result.case.subject] = result
    for load, group in groups.items():
        subjects = list(group)
        found = [m for m in PERCENTILES if m in group[measured.benchmark.REFERENCE].runs[0]]
        place = {m: -math.log10(1 - PERCENTILES[m][1]) for m in found}
        rows = [[f"{place[m]:.3f}"] + [c for s in subjects for c in with_spread(group[s], m)]
                for m in found]
        plots = ", ".join(
            f"$data using 1:{3 * i + 2}:{3 * i + 3}:{3 * i + 4} with yerrorlines "
            f"linewidth 2 pointtype 7 pointsize 0.5 linecolor rgb '{colour(subject, subjects)}' "
            f"title {quoted(subject)}" for i, subject in enumerate(subjects))
        tics = ", ".join(f"'{PERCENTILES[m][0]}' {place[m]:.3f}" for m in found)
        title = ", ".join([f"{measured.name}: latency in µs by percentile (less is better)",
                           *(f"{name} {value}" for name, value in load)])
        yield title, f"""
            {block(rows)}
            set xtics ({tics})
            set xlabel 'per cent of the requests' offset 0,0.4
            set logscale y
            plot {plots}
            """


def along(measured, spec):
    """The results with that metric: for each of the other loads, by place, by subject."""
    plots = collections.defaultdict(lambda: collections.defaultdict(dict))
    for result in measured.results:
        if spec.metric in result.runs[0]:
            rest = tuple((k, v) for k, v in result.case.load.items() if k != spec.along)
            place = result.case.load.get(spec.along, "")
            plots[rest][place][result.case.subject] = result
    return plots.items()


def headline(measured, spec, rest):
    heading = next(m.heading for m in measured.benchmark.METRICS if m.name == spec.metric)
    return ", ".join([f"{measured.name}: {heading} ({spec.better} is better)",
                      *(f"{name} {value}" for name, value in rest)])


def subjects_of(groups):
    return list(dict.fromkeys(subject for group in groups.values() for subject in group))


def with_spread(result, metric):
    if not result:
        return ["?"] * 3
    values = result.values(metric)
    return [f"{v:.6g}" for v in (result.median(metric), min(values), max(values))]


def colour(subject, subjects):
    others = [s for s in subjects if s not in COLOURS]
    return COLOURS.get(subject) or OTHER_COLOURS[others.index(subject) % len(OTHER_COLOURS)]


def block(rows):
    return "\n".join(["$data << EOD", *(" ".join(row) for row in rows), "EOD"])


def quoted(text):
    return '"' + text.replace('"', "'") + '"'
