"""HAProxy before two servers, of which one is drained under load: no request fails.

balancer.py SERVER [HAPROXY]
"""

import csv
import io
import os
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

from server import LIMIT, Reader, Server, request

CONFIGURATION = pathlib.Path(__file__).parent / "haproxy.cfg"
CLIENTS = 8


class Balancer:
    def __init__(self, binary, folder, servers):
        self.admin = os.path.join(folder, "admin")
        listener = socket.create_server(("127.0.0.1", 0), backlog=256)
        self.address = listener.getsockname()
        fd = listener.fileno()
        env = dict(os.environ, LISTENER=f"fd@{fd}", ADMIN=self.admin,
                   SERVER_A=f"127.0.0.1:{servers[0].port}",
                   SERVER_B=f"127.0.0.1:{servers[1].port}")
        self.process = subprocess.Popen([binary, "-db", "-q", "-f", CONFIGURATION], env=env,
                                        pass_fds=[fd])
        listener.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait(LIMIT)

    def server(self, name):
        """HAProxy's statistics of a server."""
        with socket.socket(socket.AF_UNIX) as s:
            s.settimeout(LIMIT)
            s.connect(self.admin)
            s.sendall(b"show stat\n")
            text = s.makefile().read()
        for row in csv.DictReader(io.StringIO(text.removeprefix("# "))):
            if row["svname"] == name:
                return row
        raise AssertionError(f"no server {name} in {text}")

    def wait_for(self, name, condition):
        end = time.monotonic() + LIMIT
        while not (os.path.exists(self.admin) and condition(self.server(name))):
            if time.monotonic() > end or self.process.poll() is not None:
                raise AssertionError(f"in vain: {self.server(name)}")
            time.sleep(0.01)


class Load:
    """Clients that send requests one after the other, on connections that they keep."""

    def __init__(self, address):
        self.address = address
        self.stop = threading.Event()
        self.failures = []
        self.counts = [0] * CLIENTS
        self.threads = [threading.Thread(target=self.client, args=(i,)) for i in range(CLIENTS)]
        for t in self.threads:
            t.start()

    def client(self, i):
        try:
            while not self.stop.is_set():
                with socket.create_connection(self.address, timeout=LIMIT) as s:
                    s.settimeout(LIMIT)
                    reader = Reader(s)
                    for n in range(100):
                        s.sendall(request("/work/5" if (n + i) % 4 == 0 else "/"))
                        result = reader.answer()
                        if result is None or result[0] != 200 or result[2] != "hello\n":
                            raise AssertionError(f"client {i}, request {n}: {result}")
                        self.counts[i] += 1
                        if self.stop.is_set():
                            return
        except Exception as e:
            self.failures.append(e)

    def wait_for_more(self, n):
        target = sum(self.counts) + n
        end = time.monotonic() + LIMIT
        while sum(self.counts) < target and not self.failures:
            if time.monotonic() > end:
                raise AssertionError(f"{sum(self.counts)} answers, expected {target}")
            time.sleep(0.01)

    def end(self):
        self.stop.set()
        for t in self.threads:
            t.join(LIMIT)
        if self.failures:
            raise AssertionError(f"{len(self.failures)} clients failed: {self.failures}")


def main():
    if len(sys.argv) < 3:
        print("Skipped: no haproxy (Debian: haproxy)")
        sys.exit(77)
    with (tempfile.TemporaryDirectory() as folder,
          Server(sys.argv[1], notice_ms=LIMIT * 1000) as a, Server(sys.argv[1]) as b,
          Balancer(sys.argv[2], folder, (a, b)) as balancer):
        for name in "ab":
            balancer.wait_for(name, lambda row: row["status"] == "UP")
        load = Load(balancer.address)
        try:
            load.wait_for_more(500)
            before = {name: int(balancer.server(name)["stot"]) for name in "ab"}
            assert min(before.values()) > 0, f"not both had requests: {before}"
            a.drain()
            balancer.wait_for("a", lambda row: row["status"].startswith("DOWN"))
            a.send(signal.SIGTERM)  # the balancer has seen it: no need to wait any longer
            status, rest = a.end()
            assert (status, rest) == (0, "Drained\n"), (status, rest)
            load.wait_for_more(500)
        finally:
            load.end()
        total = sum(load.counts)
        failed = int(balancer.server("a")["eresp"]) + int(balancer.server("b")["eresp"])
        assert failed == 0, f"{failed} of {total} requests failed between balancer and server"
        print(f"{total} requests, none failed; before, a and b had {before}")


main()
