"""A redis-server for the length of a `with` block."""

import shutil
import socket
import subprocess
import tempfile
import time

import measure


def program():
    """Debian has it in the package redis-tools, under another name."""
    return shutil.which("redis-server") or shutil.which("redis-check-rdb")


class Redis:
    def __enter__(self):
        with socket.create_server(("127.0.0.1", 0)) as s:
            self.port = s.getsockname()[1]
        self._folder = tempfile.TemporaryDirectory()
        self._process = subprocess.Popen(
            ["redis-server", "--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--dir",
             self._folder.name], executable=program(), stdout=subprocess.DEVNULL)
        end = time.monotonic() + 10
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return self
            except OSError:
                if time.monotonic() > end:
                    self.__exit__()
                    raise measure.Failure("redis-server does not answer")
                time.sleep(0.01)

    def __exit__(self, *_):
        self._process.terminate()
        self._process.wait()
        self._folder.cleanup()
