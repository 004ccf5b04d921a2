"""Tables and JSON.

A benchmark module says: SUBJECT, the name of what is compared ("server"); METRICS, in order;
REFERENCE, the subject that all ratios refer to.
"""

import collections
import dataclasses

# Above this, what the rounds say about a ratio is marked as unreliable: differences that matter
# here are a few per cent.
UNRELIABLE = 0.10


@dataclasses.dataclass(frozen=True)
class Metric:
    name: str
    heading: str
    digits: int = 0
    ratio: bool = False  # whether the table compares it with the reference


def print_facts(facts):
    print("\n".join(f"{name + ':':13}{value}" for name, value in facts.items()), "\n", flush=True)


def ratio(reference, other, metric):
    """Reference over other: of the medians, and the least and the greatest of any round."""
    rounds = [a / b for a, b in zip(reference.values(metric), other.values(metric)) if b]
    middle = other.median(metric)
    if not rounds or not middle:
        return None
    return reference.median(metric) / middle, min(rounds), max(rounds)


def print_tables(benchmark, results):
    groups = collections.defaultdict(list)
    for result in results:
        groups[tuple(result.case.load.items())].append(result)
    notes = []
    if len(benchmark.METRICS) == 1:
        wide_table(benchmark, groups, notes)
    else:
        for load, group in groups.items():
            long_table(benchmark, load, group, notes)
    rounds = len(results[0].runs)
    print(f"Medians of {rounds} rounds, (least..greatest); "
          f"ratio: {benchmark.REFERENCE} divided by this row's.")
    if rounds < 3:
        print("Warning: fewer than 3 rounds show no spread; take no ratio seriously.")
    if notes:
        print("Warning: ratios marked ~ differ between the rounds by more than "
              f"{UNRELIABLE:.0%} of the median; smaller differences mean nothing:")
        print("\n".join("  " + n for n in notes))


def long_table(benchmark, load, group, notes):
    """A row for each subject, a column for each metric."""
    if load:
        print(", ".join(f"{value} {name}" for name, value in load))
    reference = find_reference(benchmark, group)
    headings = [benchmark.SUBJECT]
    for metric in benchmark.METRICS:
        headings.append(metric.heading)
        if metric.ratio:
            headings += ["(spread)", "ratio"]
    rows = []
    for result in group:
        row = [result.case.subject]
        for metric in benchmark.METRICS:
            row.append(number(result.median(metric.name), metric.digits))
            if metric.ratio:
                row += [spread(result, metric),
                        ratio_text(reference, result, metric, load, notes)]
        rows.append(row)
    print_rows(headings, rows, 1)


def wide_table(benchmark, groups, notes):
    """A row for each load, a column for each subject: for a single metric."""
    metric, = benchmark.METRICS
    first = next(iter(groups))
    headings = [name for name, _ in first]
    for result in groups[first]:
        headings += [f"{result.case.subject} {metric.heading}", "(spread)"]
        if result.case.subject != benchmark.REFERENCE:
            headings.append("ratio")
    rows = []
    for load, group in groups.items():
        reference = find_reference(benchmark, group)
        row = [str(value) for _, value in load]
        for result in group:
            row += [number(result.median(metric.name), metric.digits), spread(result, metric)]
            if result is not reference:
                row.append(ratio_text(reference, result, metric, load, notes))
        rows.append(row)
    print_rows(headings, rows, len(first))


def find_reference(benchmark, group):
    return next(r for r in group if r.case.subject == benchmark.REFERENCE)


def ratio_text(reference, result, metric, load, notes):
    if result is reference:
        return ""
    found = ratio(reference, result, metric.name)
    if not found:
        return "?"
    value, least, greatest = found
    if greatest - least <= UNRELIABLE * value:
        return f"{value:.2f}"
    where = " ".join(f"{k} {v}" for k, v in load)
    notes.append(f"{metric.heading} against {result.case.subject}"
                 f"{', ' + where if where else ''}: {least:.2f} to {greatest:.2f}")
    return f"~{value:.2f}"


def spread(result, metric):
    values = result.values(metric.name)
    return f"({number(min(values), metric.digits)}..{number(max(values), metric.digits)})"


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
