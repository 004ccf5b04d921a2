"""Instructions and system calls that a server takes for a request."""

import pathlib
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time

import measure
import server

# The system calls that are told apart, by what the kernel calls them, and what is told beside them.
CALLS = {"futex": ["futex"], "epoll_wait": ["epoll_wait", "epoll_pwait", "epoll_pwait2"],
         "epoll_ctl": ["epoll_ctl"], "receive": ["recvfrom", "recvmsg", "read", "readv"],
         "send": ["sendto", "sendmsg", "write", "writev"]}
NAMES = ["calls", *CALLS, "context_switches"]
FEW, MANY = 1000, 4000


def instructions(command):
    """What a request takes under callgrind: what many of them take more than few, one by one."""
    few, many = (collected(command, requests) for requests in (FEW, MANY))
    return {"instructions": (many - few) / (MANY - FEW)}


def collected(command, requests):
    if not shutil.which("valgrind"):
        raise measure.Failure("valgrind is missing (Debian: valgrind)")
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "callgrind"
        valgrind = ["valgrind", "-q", "--tool=callgrind", f"--callgrind-out-file={file}"]
        with server.Server([*valgrind, *command]) as s:
            ask(s.port, requests)
        text = file.read_text()
    found = re.search(r"^(?:summary|totals): (\d+)", text, re.MULTILINE)
    if not found:
        raise measure.Failure("callgrind gave no sum")
    return int(found.group(1))


def ask(port, requests):
    try:
        with socket.create_connection(("127.0.0.1", port), 5) as s:
            s.settimeout(5)
            for _ in range(requests):
                s.sendall(server.REQUEST)
                left = len(server.ANSWER)
                while left:
                    received = len(s.recv(left))
                    if not received:
                        raise measure.Failure("the server has closed the connection")
                    left -= received
    except OSError as e:
        raise measure.Failure(f"the server does not answer: {e}") from None


def system_calls(command, connections, seconds):
    """What a request takes under wrk."""
    with server.Server(command) as s:
        server.check_answers(s.port)
        counter = Perf if perf_counts() else Strace
        with counter(s.pid) as found:
            _, requests = server.run_wrk(s, connections, seconds)
    numbers = found.counts()
    result = {"calls": numbers["calls"]}
    for name, kernel in CALLS.items():
        result[name] = sum(numbers.get(k, 0) for k in kernel)
    result["context_switches"] = numbers.get("context_switches", 0)
    return {name: value / requests for name, value in result.items()}


def perf_counts():
    """Whether perf is there and may count system calls, which costs the server next to nothing."""
    return bool(shutil.which("perf")) and not subprocess.run(
        ["perf", "stat", "-x,", "-e", "raw_syscalls:sys_enter", "true"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode


class Counter:
    """Counts the system calls of a process for the length of a `with` block."""

    def __init__(self, *command):
        self._folder = tempfile.TemporaryDirectory()
        self._file = pathlib.Path(self._folder.name) / "counts"
        self._command = [c.format(file=self._file) for c in command]

    def __enter__(self):
        self._process = subprocess.Popen(self._command, stdout=subprocess.DEVNULL,
                                         stderr=subprocess.DEVNULL)
        time.sleep(0.3)  # it does not say when it has begun
        return self

    def __exit__(self, *_):
        self._process.send_signal(signal.SIGINT)
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._text = self._file.read_text() if self._file.exists() else ""
        self._folder.cleanup()

    def counts(self):
        found = self.parse(self._text)
        if "calls" not in found:
            raise measure.Failure(f"{self._command[0]} has counted nothing")
        return found


class Perf(Counter):
    def __init__(self, pid):
        events = ["raw_syscalls:sys_enter", "context-switches",
                  *(f"syscalls:sys_enter_{k}" for kernel in CALLS.values() for k in kernel)]
        super().__init__("perf", "stat", "-x,", "-o", "{file}", "-e", ",".join(events), "-p",
                         str(pid))

    @staticmethod
    def parse(text):
        names = {"raw_syscalls:sys_enter": "calls", "context-switches": "context_switches"}
        found = re.findall(r"^(\d+),[^,]*,([\w:-]+)", text, re.MULTILINE)
        return {names.get(name, name.removeprefix("syscalls:sys_enter_")): int(number)
                for number, name in found}


class Strace(Counter):
    """Slows the server down by much, and does not see context switches."""

    def __init__(self, pid):
        if not shutil.which("strace"):
            raise measure.Failure("neither perf nor strace can count system calls here")
        super().__init__("strace", "-f", "-c", "-o", "{file}", "-p", str(pid))

    @staticmethod
    def parse(text):
        rows = re.findall(r"^ *[\d.]+ +[\d.]+ +\d+ +(\d+) +(?:\d+ +)?(\w+)$", text, re.MULTILINE)
        return {"calls" if name == "total" else name: int(number) for number, name in rows}
