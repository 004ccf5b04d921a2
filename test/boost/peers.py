"""What the tests of Boost's examples share: the programs, their peers, certificates."""

import concurrent.futures
import contextlib
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

PROGRAMS, LIBRARIES = map(pathlib.Path, sys.argv[1:3])
LIMIT = 60  # seconds, for everything that may hang
WORKERS = (1, 2, 4)


def scratch(name):
    """An empty folder of the test's own."""
    folder = PROGRAMS / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def free_port(count=1):
    """The first of so many ports in a row."""
    while True:
        with contextlib.ExitStack() as taken:
            first = 0
            try:
                for i in range(count):
                    s = taken.enter_context(socket.create_server(("127.0.0.1", first and first + i)))
                    first = first or s.getsockname()[1]
                return first
            except (OSError, OverflowError):
                pass


def connect(port):
    """A connection to a server that is about to listen."""
    end = time.monotonic() + LIMIT
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), LIMIT)
        except ConnectionRefusedError:
            if time.monotonic() > end:
                raise
            time.sleep(0.01)


def repeats(port, i):
    """Whether the server repeats the lines of one client."""
    with connect(port) as s:
        answers = s.makefile("rb")
        for k in range(50):
            line = f"{i} {k} {'x' * k}\n".encode()
            s.sendall(line)
            if answers.readline() != line:
                return False
    return True


def all_repeat(port):
    """32 clients at a time, whose lines the server must repeat."""
    with concurrent.futures.ThreadPoolExecutor(32) as pool:
        if not all(pool.map(lambda i: repeats(port, i), range(32))):
            raise AssertionError(f"port {port}: a line was not repeated")


def certificate(folder):
    """A certificate of localhost, and of the name that Boost.MySQL's example asks for, and its key."""
    names = folder / "certificate.pem", folder / "key.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
                    "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,DNS:mysql,IP:127.0.0.1",
                    "-out", names[0], "-keyout", names[1]], check=True, capture_output=True)
    return names


def environment(workers, **more):
    return {**os.environ, "COIO_WORKERS": str(workers), **{k: str(v) for k, v in more.items()}}


def run(program, *arguments, workers=2, fails=False, **more):
    """What the program writes. It must end by itself and, unless it `fails`, well."""
    done = subprocess.run([PROGRAMS / program, *map(str, arguments)], timeout=LIMIT, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          env=environment(workers, **more))
    if (done.returncode != 0) != fails:
        raise AssertionError(f"{program} {arguments}, {workers} workers: status {done.returncode}\n"
                             f"{done.stdout[-3000:]}")
    return done.stdout


class Server:
    """A server while the block runs. Afterwards it must live still, and end at `ends_by`."""

    def __init__(self, *command, port=None, path=None, ends_by=None, **more):
        self.command = list(map(str, command))
        self.port, self.path, self.ends_by = port, path, ends_by
        if (port or path) and self.answers():
            raise AssertionError(f"{self.command}: another program answers at {port or path}")
        # A file: a pipe that nobody reads would hold up a server that writes much.
        self.said = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(self.command, stdout=self.said, stderr=subprocess.STDOUT,
                                        text=True, **more)

    def __enter__(self):
        end = time.monotonic() + LIMIT
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() > end:
                self.process.kill()
                self.process.wait(LIMIT)
                raise AssertionError(f"{self.command}: did not begin\n{self.text()}")
            time.sleep(0.01)
        return self

    def answers(self):
        try:
            if self.port:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
            else:
                with socket.socket(socket.AF_UNIX) as s:
                    s.connect(str(self.path))
            return True
        except OSError:
            return False

    def __exit__(self, kind, *_):
        alive = self.process.poll() is None
        self.process.send_signal(self.ends_by or signal.SIGKILL)
        try:
            status = self.process.wait(LIMIT)
        except subprocess.TimeoutExpired:
            self.process.kill()
            status = f"{self.process.wait(LIMIT)}, when it did not end"
        text = self.text()
        self.said.close()
        well = status == 0 if self.ends_by else status == -signal.SIGKILL
        if kind is not None:
            print(text)
        elif not (alive and well):
            raise AssertionError(f"{self.command}: alive {alive}, status {status}\n{text}")

    def text(self):
        """The end of what it has written."""
        self.said.seek(0)
        return self.said.read()[-3000:]
