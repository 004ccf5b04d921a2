"""Tables and JSON.

A benchmark module says: SUBJECT, the name of what is compared ("server"); METRICS, in order, of
which a case may have some; REFERENCE, the subject that all ratios refer to.
"""

import collections
import dataclasses

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


def print_facts(facts):
    print("\n".join(f"{name + ':':13}{value}" for name, value in facts.items()), "\n", flush=True)


def print_tables(benchmark, results):
    groups = collections.defaultdict(list)
    for result in results:
        groups[tuple(result.case.load.items())].append(result)
    if len(benchmark.METRICS) == 1:
        wide_table(benchmark, groups)
    else:
        for load, group in groups.items():
            long_table(benchmark, load, group)
    print(f"Medians of {len(results[0].runs)} rounds (least..greatest; ± half of that span). "
          f"ratio: {benchmark.REFERENCE}'s median divided by the other's;\n"
          f"~ where the rounds' ratios differ by more than {UNRELIABLE:.0%}: "
          "smaller differences mean nothing there.")


def print_warnings(facts, results):
    if len(results[0].runs) < 3:
        print("Warning: fewer than 3 rounds show no spread. Take no ratio seriously.")
    if facts["cpu_share_of_others"] > QUIET:
        print(f"Warning: other processes had {facts['cpu_share_of_others']:.0%} of the CPU time. "
              "Measure again on a quiet machine.")


def long_table(benchmark, load, group):
    """A row for each subject, a column for each metric."""
    if load:
        print(", ".join(f"{name} {value}" for name, value in load))
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
    print_rows(headings, rows, 1)


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
    print_rows(headings, rows, len(loads))


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


def as_json(name, facts, benchmark, results):
    rows = []
    for result in results:
        row = {benchmark.SUBJECT: result.case.subject, **result.case.load}
        row |= {name: round(result.median(name), 3) for name in result.runs[0]}
        row["spread"] = {m: [round(min(v), 3), round(max(v), 3)]
                         for m in result.runs[0] for v in [result.values(m)]}
        rows.append(row)
    return {"benchmark": name, "machine": facts, "rounds": len(results[0].runs), "rows": rows}
