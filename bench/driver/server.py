"""Servers under measurement, and wrk."""

import os
import re
import select
import subprocess

import measure

TICK = 1 / os.sysconf("SC_CLK_TCK")


class Server:
    """A server process for the length of a `with` block.

    It prints its port as its first line, and ends when its standard input closes.
    """

    def __init__(self, command):
        self._command = [str(c) for c in command]

    def __enter__(self):
        self._process = subprocess.Popen(self._command, stdin=subprocess.PIPE,
                                         stdout=subprocess.PIPE, text=True)
        ready, _, _ = select.select([self._process.stdout], [], [], 10)
        line = self._process.stdout.readline() if ready else ""
        if not line.strip().isdigit():
            self.__exit__()
            raise measure.Failure(f"{self._command[0]}: expected a port, found {line!r}")
        self.port = int(line)
        return self

    def __exit__(self, *_):
        process = self._process
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdin.close()
        process.stdout.close()

    def cpu_seconds(self):
        """User and system time so far, as the operating system counts it."""
        if self._process.poll() is not None:
            raise measure.Failure(f"the server ended with status {self._process.returncode}")
        with open(f"/proc/{self._process.pid}/stat") as f:
            fields = f.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) * TICK


def wrk(command, connections, seconds):
    """Metrics of a server under wrk."""
    with Server(command) as server:
        before = server.cpu_seconds()
        text = measure.output(
            ["wrk", "-c", connections, "-t", 2, "-d", f"{seconds}s", "--latency",
             f"http://127.0.0.1:{server.port}/"], seconds + 20)
        cpu = server.cpu_seconds() - before
    errors = re.search(r"(Socket errors|Non-2xx or 3xx responses):.*", text)
    if errors:
        raise measure.Failure(f"wrk saw errors: {errors.group(0)}")
    requests = int(find(r"(\d+) requests in", text))
    if not requests:
        raise measure.Failure("no request was answered")
    return {
        "requests_per_second": float(find(r"Requests/sec:\s+([\d.]+)", text)),
        "cpu_us_per_request": cpu * 1e6 / requests,
        "p50_us": microseconds(find(r"^ +50% +(\S+)", text)),
        "p99_us": microseconds(find(r"^ +99% +(\S+)", text)),
    }


def find(pattern, text):
    match = re.search(pattern, text, re.MULTILINE)
    if not match:
        raise measure.Failure(f"expected {pattern!r} in the output of wrk, found:\n{text}")
    return match.group(1)


def microseconds(text):
    value, unit = re.fullmatch(r"([\d.]+)(us|ms|s|m)", text).groups()
    return float(value) * {"us": 1, "ms": 1e3, "s": 1e6, "m": 60e6}[unit]
