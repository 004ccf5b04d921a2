"""The metrics of a server that has worked, read and judged by Prometheus' own tool.

promtool.py BINARY PROMTOOL WRK
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

from server import LIMIT, Load, Server, eventually

binary, promtool, wrk = sys.argv[1:]


def check(text):
    result = subprocess.run([promtool, "check", "metrics"], input=text, capture_output=True,
                            timeout=LIMIT, check=False)
    return result.returncode, (result.stdout + result.stderr).decode()


def check_queries(queries):
    with tempfile.NamedTemporaryFile("w", suffix=".json") as rules:
        json.dump({"groups": [{"name": "dashboard", "rules": [
            {"record": f"query_{i}", "expr": q.replace("$__rate_interval", "1m")}
            for i, q in enumerate(queries)]}]}, rules)
        rules.flush()
        result = subprocess.run([promtool, "check", "rules", rules.name], capture_output=True,
                                timeout=LIMIT, check=False)
    return result.returncode, (result.stdout + result.stderr).decode()


with Server(binary) as server:
    with Load(wrk, server):
        eventually(lambda: sum(server.metrics()["handlers_total"]) > 10_000, "10,000 handlers")
        head, text = server.get("/metrics")
    assert "\r\nContent-Type: text/plain; version=0.0.4" in head, head
    assert text.count(b"# HELP") == text.count(b"# TYPE") > 20, text
    assert check(text) == (0, ""), check(text)
    # The documentation has each of them.
    names = set(re.findall(r"# TYPE coio_(\w+)", text.decode()))
    documented = (pathlib.Path(__file__).parents[2] / "doc/observability.md").read_text()
    assert names == set(re.findall(r"^\| `(\w+)` \|", documented, re.MULTILINE)), names
    # The dashboard asks for what there is, in queries that are right.
    dashboard = json.loads((pathlib.Path(__file__).parents[2] /
                            "example/observed_dashboard.json").read_text())
    queries = [target["expr"] for panel in dashboard["panels"] for target in panel["targets"]]
    assert len(queries) > 10, queries
    asked = {re.sub("_bucket$", "", name) for q in queries for name in re.findall(r"coio_(\w+)", q)}
    assert asked <= names, asked - names
    assert check_queries(queries)[0] == 0, check_queries(queries)
    assert check_queries(["rate(coio_tasks_total"])[0] != 0
    # It does complain of what is wrong.
    assert check(text + b"# no help\ncoio_orphan_ms 1\n")[0] != 0
    assert check(text.replace(b'"} ', b'"}x ', 1))[0] != 0
