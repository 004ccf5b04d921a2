"""The load generator for servers that send back what they receive (bench/tcp_load.cpp)."""

import json
import select
import subprocess

import measure

PATIENCE = 60  # seconds for opening all connections


class Load:
    """For the length of a `with` block, open connections, over each of which a message has gone."""

    def __init__(self, settings, port, connections, active, size, seconds, rate=0):
        self._command = [settings.programs.path("tcp_load"), port, connections, active, size,
                         round(seconds * 1000), rate]
        self._seconds = seconds

    def __enter__(self):
        self._process = subprocess.Popen([str(c) for c in self._command], stdin=subprocess.PIPE,
                                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if self._line(PATIENCE) != "ready\n":
            self._fail("could not connect")
        return self

    def __exit__(self, *_):
        if self._process.poll() is None:
            self._process.kill()
        if not self._process.stdout.closed:
            self._process.communicate()

    def run(self):
        """Sends; metrics of the messages. The connections stay open until the end of the block."""
        try:
            self._process.stdin.write("\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            self._fail("ended before it was to send")
        line = self._line(self._seconds + 20)
        if not line:
            self._fail("has not ended in time")
        return json.loads(line)

    def _line(self, seconds):
        """What it prints next; nothing if it does not, or has ended."""
        ready, _, _ = select.select([self._process.stdout], [], [], seconds)
        return self._process.stdout.readline() if ready else ""

    def _fail(self, otherwise):
        self._process.kill()
        _, errors = self._process.communicate()
        raise measure.Failure(f"tcp_load: {errors.strip() or otherwise}")


def under_load(server, load):
    """Metrics of a server while a load runs, with its CPU time a message."""
    before = server.cpu_seconds()
    metrics = load.run()
    metrics["cpu_us_per_message"] = (server.cpu_seconds() - before) * 1e6 / metrics.pop("messages")
    return metrics
