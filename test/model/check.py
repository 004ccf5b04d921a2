"""Checks the model of the scheduler with Spin: the scenarios hold, and each broken copy fails.

check.py correct|broken SPIN COMPILER FOLDER: COMPILER compiles C with the option -x c.
"""

import pathlib
import re
import shutil
import subprocess
import sys

MODEL = pathlib.Path(__file__).with_name("session.pml")
MEMORY = 4000  # MiB, at most
LIMIT = 300    # seconds for one scenario, at most

NOTHING = dict(PUSHES=0, POSTS=0, TASKS=0, BASES=0, IOS=0)


def scenario(**values):
    return NOTHING | values


HOLD = scenario(BASES=2, IOS=1, HOLD=1)
HELP = scenario(PUSHES=1, POSTS=2, HELPS=1)
EITHER = scenario(PLACE=0, PUSHES=1, TASKS=1, IOS=1)
LATE = scenario(POSTS=1, TASKS=1, LATE=1)
ALONE = scenario(W=1, IOS=1, TASKS=1, POSTS=1)
POST = scenario(PUSHES=1, POSTS=1)
SHARED = scenario(PLACE=0, PUSHES=2, BASES=2)

CORRECT = [
    scenario(), HOLD, HELP, EITHER, LATE, ALONE, POST, SHARED,
    scenario(PUSHES=2, TASKS=1),
    scenario(POSTS=1, BASES=1),
    scenario(PUSHES=1, TASKS=1, BASES=1, STOPS=1),
    scenario(PLACE=0, TASKS=1, BASES=1, IOS=1),
    scenario(W=3, BASES=1, IOS=1),
]

# What is left out, and where Spin finds it.
BROKEN = {
    1: ("no wake-up for a task from outside while all workers are busy", ALONE),
    2: ("no second look after the session has begun to ask", HOLD),
    3: ("conclude() without a look", LATE),
    4: ("a worker parks without ending its search", HELP),
    5: ("no look at the queues after parking", POST),
    6: ("a worker that becomes busy does not resume the session", HOLD),
    7: ("parking overwrites notified", EITHER),
    8: ("no wake-up for tasks that the receiver of another's wake-up leaves", SHARED),
    9: ("work that starts in a handler of the base does not resume the session", HOLD),
    10: ("no wake-up for a task from outside", POST),
    11: ("no look when a thread that is no worker finishes work", POST),
}


def verify(values, spin, compiler, folder):
    """Returns what Spin has found, or None."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copy(MODEL, folder)
    defines = [f"-D{name}={value}" for name, value in values.items()]
    generate = subprocess.run([spin, *defines, "-a", MODEL.name], cwd=folder, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if generate.returncode != 0:
        sys.exit(f"{spin} failed:\n{generate.stdout}")
    subprocess.run([compiler, "-x", "c", "-O1", "-w", "-DSAFETY", "-DCOLLAPSE", f"-DMEMLIM={MEMORY}",
                    "-o", "pan", "pan.c"], cwd=folder, check=True)
    output = subprocess.run(["./pan", "-m100000"], cwd=folder, text=True, timeout=LIMIT,
                            stdout=subprocess.PIPE).stdout
    if "Search not completed" in output and "errors: 0" in output:
        sys.exit(f"the search is not complete:\n{output}")
    states = re.search(r"(\d+) states, stored", output)
    errors = re.search(r"errors: (\d+)", output)
    if not states or not errors:
        sys.exit(f"expected a result of Spin, found:\n{output}")
    print(f"{int(states[1]):>10} states, {errors[1]} errors: {' '.join(defines)}", flush=True)
    return None if errors[1] == "0" else output


def main():
    what, spin, compiler, folder = sys.argv[1:]
    folder = pathlib.Path(folder) / what
    if what == "correct":
        for values in CORRECT:
            if found := verify(values, spin, compiler, folder):
                sys.exit(f"{values}: Spin found\n{found}")
    else:
        for n, (text, values) in BROKEN.items():
            print(f"{n}: {text}")
            if not verify(values | dict(BROKEN=n), spin, compiler, folder):
                sys.exit(f"Spin has not found {n}: {text}")


main()
