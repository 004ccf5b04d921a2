"""The metrics of a server that has worked, read and judged by Prometheus' own tool.

promtool.py BINARY PROMTOOL WRK
"""

import pathlib
import re
import subprocess
import sys

from server import LIMIT, Load, Server, eventually

binary, promtool, wrk = sys.argv[1:]


def check(text):
    result = subprocess.run([promtool, "check", "metrics"], input=text, capture_output=True,
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
    # It does complain of what is wrong.
    assert check(text + b"# no help\ncoio_orphan_ms 1\n")[0] != 0
    assert check(text.replace(b'"} ', b'"}x ', 1))[0] != 0
