"""Servers under measurement, and wrk."""

import os
import re
import resource
import select
import socket
import subprocess
import time

import measure

REQUEST = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
# What every HTTP server answers, byte for byte.
ANSWER = (b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 13\r\n\r\n"
          b"Hello, world!")


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
        self.pid = self._process.pid
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
        """User and system time so far, as the operating system counts it, to the nanosecond."""
        if self._process.poll() is not None:
            raise measure.Failure(f"the server ended with status {self._process.returncode}")
        # The number of that process's CPU clock, as clock_getcpuclockid() makes it on Linux.
        return time.clock_gettime(~self._process.pid << 3 | 2)

    def resident_bytes(self):
        with open(f"/proc/{self._process.pid}/statm") as f:
            return int(f.read().split()[1]) * resource.getpagesize()


def may_open(connections):
    """Whether a process that is started from now on may have so many connections."""
    needed = connections + 100
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft >= needed:
        return True
    try:
        # More than the hard limit is for privileged users alone.
        resource.setrlimit(resource.RLIMIT_NOFILE, (needed, max(hard, needed)))
    except (OSError, ValueError):
        print(f"skipping {connections:,} connections: a process may open {hard:,} files")
        return False
    return True


def check_answers(port):
    """Compares the answers to three requests, of which two come at once and the last in halves."""
    found = b""
    try:
        with socket.create_connection(("127.0.0.1", port), 5) as s:
            s.settimeout(5)
            for part in [REQUEST + REQUEST + REQUEST[:20], REQUEST[20:]]:
                s.sendall(part)
                expected = len(ANSWER) * (3 if found else 2)
                while len(found) < expected:
                    more = s.recv(4096)
                    if not more:
                        break
                    found += more
    except OSError as e:
        raise measure.Failure(f"the server does not answer: {e}") from None
    if found != ANSWER * 3:
        raise measure.Failure(f"expected three times the answer {ANSWER!r}, found {found!r}")


# Half of the CPUs, so that the load is not what is measured on a machine with many.
WRK_THREADS = max(2, len(os.sched_getaffinity(0)) // 2)


def wrk(command, connections, seconds, threads=WRK_THREADS):
    """Metrics of a server under wrk."""
    with Server(command) as server:
        check_answers(server.port)
        before = server.cpu_seconds()
        text, requests = run_wrk(server, connections, seconds, threads)
        cpu = server.cpu_seconds() - before
    return {
        "requests_per_second": float(find(r"Requests/sec:\s+([\d.]+)", text)),
        "cpu_us_per_request": cpu * 1e6 / requests,
        "p50_us": microseconds(find(r"^ +50% +(\S+)", text)),
        "p99_us": microseconds(find(r"^ +99% +(\S+)", text)),
    }


def run_wrk(server, connections, seconds, threads=WRK_THREADS):
    """What wrk says, and how many requests it has made."""
    text = measure.output(
        ["wrk", "-c", connections, "-t", min(threads, connections), "-d", f"{seconds}s", "--latency",
         f"http://127.0.0.1:{server.port}/"], seconds + 20)
    errors = re.search(r"(Socket errors|Non-2xx or 3xx responses):.*", text)
    if errors:
        raise measure.Failure(f"wrk saw errors: {errors.group(0)}")
    requests = int(find(r"(\d+) requests in", text))
    if not requests:
        raise measure.Failure("no request was answered")
    return text, requests


def find(pattern, text):
    match = re.search(pattern, text, re.MULTILINE)
    if not match:
        raise measure.Failure(f"expected {pattern!r} in the output of wrk, found:\n{text}")
    return match.group(1)


def microseconds(text):
    value, unit = re.fullmatch(r"([\d.]+)(us|ms|s|m)", text).groups()
    return float(value) * {"us": 1, "ms": 1e3, "s": 1e6, "m": 60e6}[unit]
