"""HTTP servers as people write them, under wrk, beside Asio shared and with a context per core"""

import collections
import functools

import counts
import measure
import plot
import redis
import report
import server

TARGETS = ["patterns_coio", "patterns_asio", "patterns_store"]
SEVERAL_WORKERS = [2, 4]
SUBJECT = "server"
# Not coio, of which a pattern that fails is left out.
REFERENCE = "asio-shared"
METRICS = [
    report.Metric("requests_per_second", "requests/s", ratio=True),
    report.Metric("cpu_us_per_request", "CPU µs/request", 2, ratio=True),
    report.Metric("p99_us", "p99 µs"),
    # What --counts gives.
    report.Metric("instructions", "instructions/request", ratio=True),
    *(report.Metric(name, f"{name}/request", 3) for name in counts.NAMES),
]
RATIO = ("ratio to shared, to per-core: the server's median divided by asio-shared's and by "
         "asio-per-core's")
PLOTS = [
    plot.Bars("requests_per_second", "connections", "more"),
    plot.Bars("cpu_us_per_request", "connections"),
]
CONNECTIONS = [2, 16, 64, 400]
# What patterns/main.cpp says about them; and the protocol of the store behind them.
PATTERNS = {"callbacks": None, "strand": None, "coro": None, "coro-ctx": None, "backend": "lines",
            "store": "resp", "library": None}
# Where it is the acceptor that says where a connection lives.
WITH_NEXT = ["callbacks", "coro", "coro-ctx"]


def servers(settings, pattern, workers):
    path = settings.programs.path
    commands = {
        "coio": [path("patterns_coio"), "--workers", workers, pattern, "shared"],
        "coio-next": [path("patterns_coio"), "--workers", workers, pattern, "next"],
        "asio-shared": [path("patterns_asio"), "--workers", workers, pattern, "shared"],
        "asio-per-core": [path("patterns_asio"), "--workers", workers, pattern, "per-core"],
    }
    return {name: command for name, command in commands.items()
            if command[0] and (name != "coio-next" or pattern in WITH_NEXT)}


def cases(settings, patterns=PATTERNS):
    if settings.counts:
        return counted(settings, patterns)
    connections = settings.connections or (CONNECTIONS[::2] if settings.quick else CONNECTIONS)
    seconds = 1 if settings.quick else 3
    return [measure.Case(name, {"pattern": pattern, "workers": workers, "connections": n},
                         functools.partial(run, settings, pattern, command, n, seconds))
            for pattern in patterns for workers in settings.numbers for n in connections
            for name, command in servers(settings, pattern, workers).items()]


def run(settings, pattern, command, connections, seconds):
    with Store(settings, pattern) as port:
        return server.wrk([*command, *port], connections, seconds)


def counted(settings, patterns):
    named = settings.only and settings.only & set(patterns)
    patterns = [p for p in patterns if p in (named or list(patterns)[:1])]
    seconds = 1 if settings.quick else 3
    loads = [{"count": "instructions", "pattern": p, "workers": 1, "connections": 1}
             for p in patterns]
    loads += [{"count": "system calls", "pattern": p, "workers": workers, "connections": n}
              for p in patterns for workers in settings.numbers
              for n in settings.connections or CONNECTIONS]
    return [measure.Case(name, load, functools.partial(count, settings, command, load, seconds))
            for load in loads
            for name, command in servers(settings, load["pattern"], load["workers"]).items()]


def count(settings, command, load, seconds):
    with Store(settings, load["pattern"]) as port:
        if load["count"] == "instructions":
            return counts.instructions([*command, *port])
        return counts.system_calls([*command, *port], load["connections"], seconds)


class Store:
    """The store behind a pattern, for the length of a `with` block; gives what names its port."""

    def __init__(self, settings, pattern):
        protocol = PATTERNS.get(pattern)
        self._server = protocol and server.Server(
            [settings.programs.path("patterns_store"), protocol])
        if pattern == "beast-redis":
            self._server = redis.Redis()

    def __enter__(self):
        return [self._server.__enter__().port] if self._server else []

    def __exit__(self, *_):
        if self._server:
            self._server.__exit__()


def tables(results):
    """One for each kind of load that is measured in the same figures, and the ratios at a glance."""
    kinds = collections.defaultdict(lambda: collections.defaultdict(list))
    for result in results:
        kinds[tuple(result.runs[0])][tuple(result.case.load.items())].append(result)
    found = [table(groups) for groups in kinds.values()]
    for groups in kinds.values():
        if "requests_per_second" in next(iter(groups.values()))[0].runs[0]:
            found += [glance(groups, name) for name in ("asio-shared", "asio-per-core")]
    return found


def table(groups):
    some_load, some_group = next(iter(groups.items()))
    metrics = [m for m in METRICS if m.name in some_group[0].runs[0]]
    headings = [*(name for name, _ in some_load), SUBJECT]
    for metric in metrics:
        headings.append(metric.heading)
        if metric.ratio:
            headings += ["(spread)", "ratio to shared", "ratio to per-core"]
    rows = []
    for load, group in groups.items():
        for result in group:
            row = [*(str(value) for _, value in load), result.case.subject]
            for metric in metrics:
                row.append(report.number(result.median(metric.name), metric.digits))
                if metric.ratio:
                    row += [report.spread(result, metric)]
                    row += [over(group, name, result, metric)
                            for name in ("asio-shared", "asio-per-core")]
            rows.append(row)
    return report.Table("", headings, rows, len(some_load) + 1)


def glance(groups, name):
    """A row for each pattern and server, a column for each number of workers and connections."""
    metrics = METRICS[:2]
    columns = list(dict.fromkeys(f"{load['workers']} w, {load['connections']}"
                                 for load in map(dict, groups)))
    rows = collections.defaultdict(dict)
    for load, group in groups.items():
        load = dict(load)
        for result in group:
            cell = "/".join(over(group, name, result, m) for m in metrics)
            rows[load["pattern"], result.case.subject][
                f"{load['workers']} w, {load['connections']}"] = cell
    return report.Table(
        f"requests/s and CPU/request over {name}; columns: workers, connections",
        ["pattern", SUBJECT, *columns],
        [[*key, *(row.get(c, "") for c in columns)] for key, row in rows.items()
         if key[1] != name], 2)


def over(group, name, result, metric):
    other = next((r for r in group if r.case.subject == name), None)
    return report.ratio(result, other, metric) if other else ""
