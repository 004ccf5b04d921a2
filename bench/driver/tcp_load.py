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
                         seconds, rate]
        self._seconds = seconds

    def __enter__(self):
        self._process = subprocess.Popen([str(c) for c in self._command], stdin=subprocess.PIPE,
                                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        ready, _, _ = select.select([self._process.stdout], [], [], PATIENCE)
        if not ready or self._process.stdout.readline() != "ready\n":
            self._process.kill()
            _, errors = self._process.communicate()
            raise measure.Failure(f"tcp_load: {errors.strip() or 'could not connect'}")
        return self

    def __exit__(self, *_):
        if self._process.poll() is None:
            self._process.kill()
        self._process.communicate()

    def run(self):
        """Sends; metrics of the messages."""
        try:
            text, errors = self._process.communicate("\n", timeout=self._seconds + 20)
        except subprocess.TimeoutExpired:
            raise measure.Failure("tcp_load has not ended in time") from None
        if self._process.returncode:
            raise measure.Failure(errors.strip())
        return json.loads(text)


def under_load(server, load):
    """Metrics of a server while a load runs, with its CPU time a message."""
    before = server.cpu_seconds()
    metrics = load.run()
    metrics["cpu_us_per_message"] = (server.cpu_seconds() - before) * 1e6 / metrics.pop("messages")
    return metrics
