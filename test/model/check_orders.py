"""Checks the pairings of orders.py with herd7: by the language's model (RC11), and as the machine
code of ARM.

check_orders.py correct|broken HERD FOLDER

correct: what must never be seen, is not. broken: if an order is the next weaker one, or the fence
left out, it is seen in one of the two.
"""
import pathlib
import re
import subprocess
import sys

sys.dont_write_bytecode = True
from orders import PAIRINGS  # noqa: E402

ORDERS = ("relaxed", "acquire", "release", "seq_cst")
STEP = re.compile(r"(?:(?P<register>[a-z])|(?P<word>[a-z]\w+)) = "
                  r"(?:(?P<read>[a-z]\w+)(?: <- (?P<exchanged>\d+))?|(?P<value>\d+))"
                  r"(?: (?P<order>\w+))?$")


class Step:
    """A step of a thread: its kind, its word, what it writes, its register, its order."""

    def __init__(self, text):
        self.kind, self.word, self.value, self.register, self.order = "fence", None, None, None, None
        if text == "fence":
            self.order = "seq_cst"
            return
        found = STEP.match(text)
        if not found:
            sys.exit(f"expected a step, found: {text}")
        self.order = found["order"] or "relaxed"
        if self.order not in ORDERS:
            sys.exit(f"expected an order, found {self.order}: {text}")
        self.register = found["register"]
        if found["value"]:
            self.kind, self.word, self.value = "store", found["word"], found["value"]
        elif found["exchanged"]:
            self.kind, self.word, self.value = "exchange", found["read"], found["exchanged"]
        else:
            self.kind, self.word = "load", found["read"]

    def name(self):
        return f"{self.word} {self.order}" if self.word else "fence"

    def in_c(self):
        order = f"memory_order_{self.order}"
        if self.kind == "fence":
            return f"atomic_thread_fence({order});"
        if self.kind == "store":
            return f"atomic_store_explicit({self.word}, {self.value}, {order});"
        if self.kind == "load":
            return f"int {self.register} = atomic_load_explicit({self.word}, {order});"
        return f"int {self.register} = atomic_exchange_explicit({self.word}, {self.value}, {order});"

    def in_arm(self, registers):
        """As compilers translate it. `registers` has that of each word, and of each name."""
        if self.kind == "fence":
            return ["DMB ISH"]
        address = f"[X{registers[self.word]}]"
        acquire = self.order in ("acquire", "acq_rel", "seq_cst")
        release = self.order in ("release", "acq_rel", "seq_cst")
        if self.kind == "load":
            return [f"{'LDAR' if acquire else 'LDR'} W{registers[self.register]},{address}"]
        put = [f"MOV W9,#{self.value}"]
        if self.kind == "store":
            return put + [f"{'STLR' if release else 'STR'} W9,{address}"]
        suffix = "A" * acquire + "L" * release
        return put + [f"SWP{suffix} W9,W{registers[self.register]},{address}"]


def weaker(step):
    """The next weaker orders for a step; None: without it."""
    if step.kind == "fence":
        return [None]
    if step.order == "seq_cst":
        return [{"load": "acquire", "store": "release", "exchange": "acq_rel"}[step.kind]]
    return ["relaxed"]


def steps_of(pairing):
    return [[Step(text) for text in thread.split("; ")] for thread in pairing.threads]


def words_of(threads):
    return sorted({step.word for thread in threads for step in thread if step.word})


def condition(pairing, threads, place):
    """The result, with the place of each name."""
    text = pairing.never
    for t, thread in enumerate(threads):
        for step in thread:
            if step.register:
                text = re.sub(rf"\b{step.register}=", f"{t}:{place(t, step.register)}=", text)
    return f"exists ({text})"


def c_test(name, pairing, threads):
    words = words_of(threads)
    begin = " ".join(f"{w}={pairing.begin.get(w, 0)};" for w in words)
    parameters = ", ".join(f"atomic_int* {w}" for w in words)
    text = f"C {name}\n{{ {begin} }}\n"
    for t, thread in enumerate(threads):
        text += f"P{t}({parameters}) {{\n" + "".join(f"  {s.in_c()}\n" for s in thread) + "}\n"
    return text + condition(pairing, threads, lambda t, r: r) + "\n"


def arm_test(name, pairing, threads):
    words = words_of(threads)
    begin = " ".join(f"{w}={pairing.begin.get(w, 0)};" for w in words)
    registers, columns = [], []
    for t, thread in enumerate(threads):
        names = words + [s.register for s in thread if s.register]
        registers.append({n: k if k < 9 else k + 1 for k, n in enumerate(names)})
        begin += " " + " ".join(f"{t}:X{registers[t][w]}={w};" for w in words)
        columns.append([line for s in thread for line in s.in_arm(registers[t])])
    height = max(map(len, columns))
    rows = [[f"P{t}" for t in range(len(columns))]]
    rows += [[c[k] if k < len(c) else "" for c in columns] for k in range(height)]
    text = "".join(" " + " | ".join(f"{cell:<20}" for cell in row) + " ;\n" for row in rows)
    return (f"AArch64 {name}\n{{ {begin} }}\n{text}" +
            condition(pairing, threads, lambda t, r: f"X{registers[t][r]}") + "\n")


def seen(herd, folder, tests):
    """Runs herd7 on all tests at once; returns the names of those whose result is seen."""
    files = []
    for name, text in tests.items():
        files.append(folder / f"{name}.litmus")
        files[-1].write_text(text)
    model = ["-model", "rc11.cat"] if next(iter(tests.values())).startswith("C ") else []
    run = subprocess.run([herd, *model, *files], text=True, stdout=subprocess.PIPE,
                         stderr=subprocess.STDOUT)
    found = dict(re.findall(r"^Observation (\S+) (Never|Sometimes|Always)", run.stdout, re.M))
    if run.returncode != 0 or found.keys() != tests.keys():
        missing = ", ".join(tests.keys() - found.keys())
        sys.exit(f"herd7 has no answer for {missing}:\n{run.stdout[-3000:]}")
    return {name for name, answer in found.items() if answer != "Never"}


def seen_by_either(herd, folder, pairings):
    """`pairings`: for each name the pairing and its threads."""
    return {how: seen(herd, folder, {n: test(n, p, t) for n, (p, t) in pairings.items()})
            for how, test in (("RC11", c_test), ("AArch64", arm_test))}


def main():
    what, herd, folder = sys.argv[1:]
    folder = pathlib.Path(folder) / "orders" / what
    folder.mkdir(parents=True, exist_ok=True)
    if what == "correct":
        tests = {name: (p, steps_of(p)) for name, p in PAIRINGS.items()}
        wrong = seen_by_either(herd, folder, tests)
        for how, names in wrong.items():
            for name in sorted(names):
                print(f"{name}: {PAIRINGS[name].what}: not so, by {how}")
        print(f"{len(tests)} pairings, each by RC11 and AArch64")
        sys.exit(any(wrong.values()))
    copies, texts = {}, {}
    for name, p in PAIRINGS.items():
        for t, thread in enumerate(steps_of(p)):
            for s, step in enumerate(thread):
                if step.order == "relaxed" or step.word in p.keep or step.name() in p.keep:
                    continue
                for order in weaker(step):
                    threads = steps_of(p)
                    if order:
                        threads[t][s].order = order
                    else:
                        del threads[t][s]
                    copy = f"{name}_{t}_{s}_{order}"
                    copies[copy] = (p, threads)
                    texts[copy] = (f"{name}: {step.name()} of thread {t} can be "
                                   f"{order or 'left out'}")
    either = set().union(*seen_by_either(herd, folder, copies).values())
    for copy in copies:
        if copy not in either:
            print(texts[copy])
    print(f"{len(copies)} weaker copies, of which {len(either)} fail")
    sys.exit(len(either) != len(copies))


main()
