"""Tables and JSON.

A benchmark module says: SUBJECT, the name of what is compared ("server"); METRICS, in order, of
which a case may have some; REFERENCE, the subject that all ratios refer to, in every load.
"""

import collections
import dataclasses
import types

# Differences that matter are a few per cent. A ratio whose rounds are further apart than this, in
# parts of their median, is marked.
UNRELIABLE = 0.10
# The share of the machine's CPU time that other processes may have had.
QUIET = 0.03


@dataclasses.dataclass(frozen=True)
class Metric:
    name: str
    heading: str
    digits: int = 0
    ratio: bool = False  # whether the table compares it with the reference


@dataclasses.dataclass(frozen=True)
class Measured:
    """What a benchmark gave."""

    name: str
    benchmark: types.ModuleType
    command: str  # that measures it again
    facts: dict
    results: list
    failures: list  # what is missing from the results, and why

    def machine(self):
        """The facts that judge the figures, in two lines."""
        f = self.facts
        peers = f"{f['peers']}, " if f["peers"] else ""
        return [f"{f['cpus']} × {f['cpu']}, governor {f['governor']}, {f['kernel']}, "
                f"load {f['load_before']} before and {f['load_after']} after, "
                f"others had {f['cpu_share_of_others']:.0%} of the CPU time",
                f"{f['compiler']}, Asio {f['asio']}, {peers}commit {f['commit']}, {f['date']}"]


@dataclasses.dataclass(frozen=True)
class Table:
    title: str
    headings: list
    rows: list
    left: int  # columns that are names


def print_facts(facts):
    print("\n".join(f"{name + ':':13}{value}" for name, value in facts.items()), "\n", flush=True)


def print_measured(measured):
    for table in tables(measured.benchmark, measured.results):
        if table.title:
            print(table.title)
        print_rows(table.headings, table.rows, table.left)
    print(legend(measured.benchmark, measured.results))
    for warning in warnings(measured):
        print(warning)


def tables(benchmark, results):
    if hasattr(benchmark, "tables"):
        return benchmark.tables(results)
    groups = collections.defaultdict(list)
    for result in results:
        groups[tuple(result.case.load.items())].append(result)
    if len(benchmark.METRICS) == 1:
        return [wide_table(benchmark, groups)]
    return [long_table(benchmark, load, group) for load, group in groups.items()]


def legend(benchmark, results):
    rule = getattr(benchmark, "RATIO",
                   f"ratio: {benchmark.REFERENCE}'s median divided by the other's")
    return (f"Medians of {len(results[0].runs)} rounds (least..greatest; ± half of that span). "
            f"{rule};\n~ where the rounds' ratios differ by more than {UNRELIABLE:.0%}: "
            "smaller differences mean nothing there.")


def warnings(measured):
    found = [f"Warning: {failure}" for failure in measured.failures]
    if len(measured.results[0].runs) < 3:
        found.append("Warning: fewer than 3 rounds show no spread. Take no ratio seriously.")
    share = measured.facts["cpu_share_of_others"]
    if share > QUIET:
        found.append(f"Warning: other processes had {share:.0%} of the CPU time. "
                     "Measure again on a quiet machine.")
    ratios = [cell for table in tables(measured.benchmark, measured.results) for row in table.rows
              for heading, cell in zip(table.headings, row) if "ratio" in heading and cell]
    unreliable = sum(cell.startswith(("~", "?")) for cell in ratios)
    if unreliable:
        found.append(f"Warning: of {len(ratios)} ratios, {unreliable} are marked ~: "
                     "their rounds differ too much.")
    return found


def long_table(benchmark, load, group):
    """A row for each subject, a column for each metric."""
    reference = find_reference(benchmark, group)
    metrics = [m for m in benchmark.METRICS if m.name in reference.runs[0]]
    headings = [benchmark.SUBJECT]
    for metric in metrics:
        headings.append(metric.heading)
        if metric.ratio:
            headings += ["(spread)", "ratio"]
    rows = []
    for result in group:
        row = [result.case.subject]
        for metric in metrics:
            row.append(number(result.median(metric.name), metric.digits))
            if metric.ratio:
                row += [spread(result, metric), ratio(reference, result, metric)]
        rows.append(row)
    return Table(", ".join(f"{name} {value}" for name, value in load), headings, rows, 1)


def wide_table(benchmark, groups):
    """A row for each load, columns for each subject: for a single metric."""
    metric, = benchmark.METRICS
    subjects = list(dict.fromkeys(r.case.subject for group in groups.values() for r in group))
    loads = [name for name, _ in next(iter(groups))]
    headings = list(loads)
    for subject in subjects:
        headings += [f"{subject} {metric.heading}", "±"]
        if subject != benchmark.REFERENCE:
            headings.append("ratio")
    rows = []
    for load, group in groups.items():
        reference = find_reference(benchmark, group)
        row = [str(value) for _, value in load]
        for subject in subjects:
            result = next((r for r in group if r.case.subject == subject), None)
            row += [number(result.median(metric.name), metric.digits) if result else "",
                    relative_spread(result, metric) if result else ""]
            if subject != benchmark.REFERENCE:
                row.append(ratio(reference, result, metric) if result else "")
        rows.append(row)
    return Table("", headings, rows, len(loads))


def find_reference(benchmark, group):
    return next(r for r in group if r.case.subject == benchmark.REFERENCE)


def ratio(reference, result, metric):
    if result is reference:
        return ""
    other = result.median(metric.name)
    rounds = [a / b for a, b in
              zip(reference.values(metric.name), result.values(metric.name)) if b]
    if not other or not rounds:
        return "?"
    value = reference.median(metric.name) / other
    mark = "~" if max(rounds) - min(rounds) > UNRELIABLE * value else ""
    return f"{mark}{value:.2f}"


def spread(result, metric):
    values = result.values(metric.name)
    return f"({number(min(values), metric.digits)}..{number(max(values), metric.digits)})"


def relative_spread(result, metric):
    values = result.values(metric.name)
    median = result.median(metric.name)
    return f"{(max(values) - min(values)) / 2 / median:.0%}" if median else "?"


def number(value, digits):
    return f"{value:,.{digits}f}"


def print_rows(headings, rows, left):
    widths = [max(len(row[i]) for row in [headings, *rows]) for i in range(len(headings))]
    for row in [headings, *rows]:
        print("  ".join(cell.ljust(w) if i < left else cell.rjust(w)
                        for i, (cell, w) in enumerate(zip(row, widths))).rstrip())
    print(flush=True)


def as_json(measured):
    subject = measured.benchmark.SUBJECT
    rows = []
    for result in measured.results:
        row = {subject: result.case.subject, **result.case.load}
        row |= {name: round(result.median(name), 3) for name in result.runs[0]}
        row["spread"] = {m: [round(min(v), 3), round(max(v), 3)]
                         for m in result.runs[0] for v in [result.values(m)]}
        rows.append(row)
    return {"benchmark": measured.name, "machine": measured.facts,
            "rounds": len(measured.results[0].runs), "rows": rows}
