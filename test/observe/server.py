"""The example server observed_server, load for it, and clients of it."""

import os
import re
import socket
import subprocess
import sys
import tempfile
import time

LIMIT = 60  # seconds, for everything that may hang


def eventually(condition, what):
    """Waits until a condition holds, and returns what it is then."""
    end = time.monotonic() + LIMIT
    while not (result := condition()):
        if time.monotonic() > end:
            raise AssertionError(f"never: {what}")
        time.sleep(0.02)
    return result


class Server:
    """One process; its port is in its first line.

    It writes to files: a pipe that nobody reads would halt the server, and a read of a pipe that it
    does not write would halt the test.
    """

    def __init__(self, binary, *, workers=2, interval_ms=500, asan_options=""):
        asan = ":".join(filter(None, (os.environ.get("ASAN_OPTIONS"), asan_options)))
        self.files = [tempfile.TemporaryFile() for _ in range(2)]
        self.process = subprocess.Popen(
            [binary, "--workers", str(workers), "127.0.0.1:0", str(interval_ms)],
            stdout=self.files[0], stderr=self.files[1],
            env=dict(os.environ, ASAN_OPTIONS=asan))
        self.clients = []
        try:
            self.port = int(eventually(lambda: re.fullmatch(
                r"Listening on 127\.0\.0\.1:(\d+)\n", self.output()), "the server's address")[1])
        except AssertionError:
            self.__exit__()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for s in self.clients:
            s.close()
        self.process.kill()
        self.process.wait(LIMIT)
        sys.stderr.write(self.errors())
        for f in self.files:
            f.close()

    def output(self):
        """What it has written to its standard output."""
        return self.written(self.files[0])

    def errors(self):
        """What it has written to its standard error."""
        return self.written(self.files[1])

    @staticmethod
    def written(file):
        # The server writes at the offset that it shares with this file.
        return os.pread(file.fileno(), os.fstat(file.fileno()).st_size, 0).decode()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def connect(self, receive_buffer=None):
        s = socket.socket()
        if receive_buffer:
            s.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        s.settimeout(LIMIT)
        s.connect(("127.0.0.1", self.port))
        self.clients.append(s)
        return s

    def memory(self):
        """Bytes of the process that are in memory."""
        with open(f"/proc/{self.process.pid}/statm", encoding="ascii") as f:
            return int(f.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    def get(self, path):
        s = self.connect()
        s.sendall(f"GET {path} HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n".encode())
        head, _, body = read_all(s).partition(b"\r\n\r\n")
        return head.decode(), body

    def metrics(self):
        """The metrics of all workers: name to list, or number."""
        found = {}
        for line in self.get("/metrics")[1].decode().splitlines():
            if m := re.fullmatch(r'coio_(\w+?)(\{(?:worker|shard)="\d+"\})? (\S+)', line):
                if m[2]:
                    found.setdefault(m[1], []).append(float(m[3]))
                else:
                    found[m[1]] = float(m[3])
        return found


class Load:
    """wrk on a server, until the end of the block."""

    def __init__(self, wrk, server, connections=16):
        self.process = subprocess.Popen(
            [wrk, "-t", "1", "-c", str(connections), "-d", str(2 * LIMIT), server.url + "/hello"],
            stdout=subprocess.DEVNULL)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait(LIMIT)


def read_all(s):
    parts = []
    while part := s.recv(1 << 16):
        parts.append(part)
    return b"".join(parts)
