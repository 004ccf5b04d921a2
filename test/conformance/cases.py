"""The tests of Asio's examples, and what their functions work with: programs that are built when
first asked for, and processes of them."""
import contextlib
import os
import pathlib
import re
import subprocess
import threading
import time

import programs
from loopback import LIMIT, Failure, expect, wait_until_free

ALL = (1, 2, 4)
ONE = (1,)
TESTS = []  # (names, workers, function)


def test(*names, workers=ALL, shares=None):
    """The function tests each of the programs that end in one of the names, and not while another
    that shares the same thing with it, a port for example, tests one."""
    def register(function):
        function.shares = shares
        TESTS.append((names, workers, function))
        return function
    return register


class Runner:
    """What a test function works with: the programs, built when first asked for."""

    def __init__(self, setup, found):
        self.setup = setup
        self.found = found
        self.flags = setup.precompile([setup.separate])
        self.objects = setup.library([setup.separate])
        self.built = {}
        self.lock = threading.Lock()

    def program(self, program, folder):
        """The path of the built program; None if it builds unswapped neither."""
        key = (program.name, folder)
        with self.lock:
            event = self.built.setdefault(key, [threading.Lock(), None])
        with event[0]:
            if event[1] is None:
                event[1] = self.setup.make(program, folder, self.flags, self.objects)
                if isinstance(event[1], str) and folder != self.setup.examples:
                    said = event[1]
                    plain = self.setup.check(program, self.setup.examples, self.flags)
                    expect(plain, f"builds unswapped only:\n{said}")
            return event[1] if isinstance(event[1], pathlib.Path) else None


class Case:
    """One program under test with one number of workers."""

    def __init__(self, runner, program, workers, folder, scratch):
        self.runner, self.name, self.workers, self.scratch = runner, program.name, workers, scratch
        self.program = program
        self.path = runner.program(program, folder)
        self.stack = contextlib.ExitStack()

    def other(self, ending, prefix=None):
        """A swapped program of the same set of examples, the client of this server for example."""
        prefix = prefix or self.name.split("/")[0]
        match = [p for p in self.runner.found if p.name == f"{prefix}/{ending}"]
        expect(match, f"no program {prefix}/{ending}")
        return self.runner.program(match[0], self.runner.setup.swapped)

    def own_port(self):
        """The port that the program has in its source."""
        text = (self.runner.setup.examples / self.program.sources[0]).read_text()
        return int(re.search(rf"\b{programs.OWN_PORTS // 100}\d\d\b", text)[0])

    def start(self, *arguments, path=None, stdin=subprocess.DEVNULL):
        """Starts the program (or another); it is killed when the test ends."""
        environment = dict(os.environ, COIO_WORKERS=str(self.workers))
        process = subprocess.Popen(
            ["stdbuf", "-oL", str(path or self.path), *map(str, arguments)], stdin=stdin,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=self.scratch, env=environment,
            text=True, errors="replace")
        self.stack.callback(self.end, process)
        process.lines = []
        process.reader = threading.Thread(target=lambda: process.lines.extend(process.stdout))
        process.reader.start()
        return process

    @staticmethod
    def end(process):
        if process.poll() is None:
            process.kill()
        process.wait()
        process.reader.join()
        process.stdout.close()
        if process.stdin:
            with contextlib.suppress(OSError):
                process.stdin.close()

    def output(self, process):
        """Waits for the end of a process; returns its output."""
        try:
            process.wait(LIMIT)
        except subprocess.TimeoutExpired:
            raise Failure(f"{process.args} does not end; its output: {process.lines}") from None
        process.reader.join()
        return "".join(process.lines)

    def run(self, *arguments, text="", path=None):
        # All input is there before the program asks: some print what depends on it.
        reading, writing = os.pipe()
        with open(writing, "w") as pipe:
            pipe.write(text)
        with open(reading) as pipe:
            process = self.start(*arguments, path=path, stdin=pipe)
        return self.output(process)

    def wait_for(self, what, condition):
        """Waits until something outside this process is so."""
        end = time.monotonic() + LIMIT
        while not condition():
            expect(time.monotonic() < end, f"no {what}")
            time.sleep(0.01)

    def wait_for_line(self, process, text):
        self.wait_for(f"line with {text!r}", lambda: any(text in l for l in list(process.lines)))

    def wait_for_port(self, port, process, kind="tcp"):
        needle = f":{port:04X} "

        def bound():
            expect(process.poll() is None, f"server ended: {process.lines}")
            for table in (kind, kind + "6"):
                for line in pathlib.Path(f"/proc/net/{table}").read_text().splitlines()[1:]:
                    fields = line.split()
                    if (fields[1] + " ").endswith(needle) and (kind == "udp" or fields[3] == "0A"):
                        return True
            return False
        self.wait_for(f"{kind} port {port} in use", bound)

    def serve(self, *arguments, port, kind="tcp", path=None):
        wait_until_free(port)
        process = self.start(*arguments, path=path)
        self.wait_for_port(port, process, kind)
        return process
