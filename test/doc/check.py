"""Runs a program and compares what it prints with what the documentation says.

check.py EXPECTED PROGRAM [ARGUMENT...]
"""

import difflib
import pathlib
import subprocess
import sys

expected = pathlib.Path(sys.argv[1]).read_text()
result = subprocess.run(sys.argv[2:], stdout=subprocess.PIPE, text=True, timeout=100)
if result.returncode != 0:
    sys.exit(f"status {result.returncode}\n{result.stdout}")
if result.stdout != expected:
    sys.exit("".join(difflib.unified_diff(expected.splitlines(True), result.stdout.splitlines(True),
                                          "documentation", "program")))
