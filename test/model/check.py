"""Checks a model with Spin: its scenarios hold, and each broken copy of it fails.

check.py MODEL correct|broken SPIN COMPILER FOLDER: COMPILER compiles C with the option -x c.

MODEL.py has CORRECT, a list of scenarios, and BROKEN: for each value of the model's macro BROKEN,
what is wrong in that copy, and a scenario in which Spin finds it. A scenario is a dict of macros.
OPTIMISE is what the compiler is told: a model of many inlines compiles for longer than it runs.
"""

import importlib
import pathlib
import re
import shutil
import subprocess
import sys

MEMORY = 4000  # MiB, at most
LIMIT = 300    # seconds for one scenario, at most


def verify(model, optimise, values, spin, compiler, folder):
    """Returns what Spin has found, or None."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copy(model, folder)
    defines = [f"-D{name}={value}" for name, value in values.items()]
    generate = subprocess.run([spin, *defines, "-a", model.name], cwd=folder, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if generate.returncode != 0:
        sys.exit(f"{spin} failed:\n{generate.stdout}")
    subprocess.run([compiler, "-x", "c", optimise, "-w", "-DSAFETY", "-DCOLLAPSE",
                    f"-DMEMLIM={MEMORY}", "-o", "pan", "pan.c"], cwd=folder, check=True)
    output = subprocess.run(["./pan", "-m100000"], cwd=folder, text=True, timeout=LIMIT,
                            stdout=subprocess.PIPE).stdout
    if "Search not completed" in output and "errors: 0" in output:
        sys.exit(f"the search is not complete:\n{output}")
    states = re.search(r"(\d+) states, stored", output)
    errors = re.search(r"errors: (\d+)", output)
    if not states or not errors:
        sys.exit(f"expected a result of Spin, found:\n{output}")
    print(f"{int(states[1]):>10} states, {errors[1]} errors: {' '.join(defines)}", flush=True)
    if errors[1] == "0":
        return None
    # A search that goes too deep counts as an error, too, and is none of the model's.
    found = re.search(r"pan:1: (assertion violated .*|invalid end state)", output)
    if not found:
        sys.exit(f"expected an assertion or an invalid end state, found:\n{output}")
    print(f"{'':>10} {found[1]}", flush=True)
    return output


def main():
    name, what, spin, compiler, folder = sys.argv[1:]
    sys.dont_write_bytecode = True
    model = pathlib.Path(__file__).with_name(f"{name}.pml")
    table = importlib.import_module(name)
    folder = pathlib.Path(folder) / name / what
    if what == "correct":
        for values in table.CORRECT:
            if found := verify(model, table.OPTIMISE, values, spin, compiler, folder):
                sys.exit(f"{values}: Spin found\n{found}")
    else:
        for n, (text, values) in table.BROKEN.items():
            print(f"{n}: {text}")
            if not verify(model, table.OPTIMISE, values | dict(BROKEN=n), spin, compiler,
                          folder):
                sys.exit(f"Spin has not found {n}: {text}")


main()
