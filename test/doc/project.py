"""Builds and runs the project of doc/getting-started.md with the library as it is installed.

project.py PROJECT EXPECTED LIBRARY_BUILD SCRATCH [ARGUMENT OF CMAKE...]
"""

import pathlib
import shutil
import subprocess
import sys

project, expected, library, scratch = map(pathlib.Path, sys.argv[1:5])
shutil.rmtree(scratch, ignore_errors=True)
for command in (["cmake", "--install", library, "--prefix", scratch / "prefix"],
                ["cmake", "-S", project, "-B", scratch / "build",
                 f"-DCMAKE_PREFIX_PATH={scratch / 'prefix'}", *sys.argv[5:]],
                ["cmake", "--build", scratch / "build"],
                [sys.executable, pathlib.Path(__file__).with_name("check.py"), expected,
                 scratch / "build/hello"]):
    subprocess.run(command, check=True, timeout=300)
