"""The example server draining_server, and clients of it."""

import re
import select
import signal
import socket
import subprocess
import time

LIMIT = 60  # seconds, for everything that may hang


class Server:
    """One process; its port is in its first line."""

    def __init__(self, binary, port=0, notice_ms=0, workers=2):
        self.process = subprocess.Popen(
            [binary, "--workers", str(workers), f"127.0.0.1:{port}", str(notice_ms)],
            stdout=subprocess.PIPE)
        self.printed = ""
        self.clients = []
        self.port = int(re.fullmatch(r"Listening on 127\.0\.0\.1:(\d+)\n", self.line())[1])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for s in self.clients:
            s.close()
        self.process.kill()
        self.process.wait(LIMIT)
        self.process.stdout.close()

    def connect(self):
        s = socket.create_connection(("127.0.0.1", self.port), timeout=LIMIT)
        s.settimeout(LIMIT)
        self.clients.append(s)
        return s

    def send(self, number):
        self.process.send_signal(number)

    def read(self, enough):
        """Reads what the server prints, until that is enough or it has ended."""
        end = time.monotonic() + LIMIT
        while not enough():
            left = max(0, end - time.monotonic())
            if not select.select([self.process.stdout], [], [], left)[0]:
                raise AssertionError(f"in {LIMIT} s the server printed only {self.printed!r}")
            part = self.process.stdout.read1()
            if not part:
                break
            self.printed += part.decode()

    def line(self):
        """The next line that the server prints."""
        self.read(lambda: "\n" in self.printed)
        line, end, self.printed = self.printed.partition("\n")
        return line + end

    def drain(self):
        """Returns once the server has taken note of the signal."""
        self.send(signal.SIGTERM)
        line = self.line()
        assert line == "Draining\n", line

    def end(self):
        """What the process returns, and what it has printed since it began to drain."""
        self.read(lambda: False)
        return self.process.wait(LIMIT), self.printed


def request(path="/", close=False):
    return (f"GET {path} HTTP/1.1\r\nHost: test\r\n" + ("Connection: close\r\n" if close else "") +
            "\r\n").encode()


class Reader:
    """Reads answers from a connection."""

    def __init__(self, s):
        self.socket = s
        self.text = b""

    def more(self):
        part = self.socket.recv(65536)
        self.text += part
        return bool(part)

    def answer(self):
        """Status, headers and body, or None at the end of the stream."""
        while b"\r\n\r\n" not in self.text:
            if not self.more():
                if self.text:
                    raise AssertionError(f"the stream ended within an answer: {self.text!r}")
                return None
        head, self.text = self.text.split(b"\r\n\r\n", 1)
        size = int(re.search(rb"(?i)\r\ncontent-length: (\d+)", head)[1])
        while len(self.text) < size:
            if not self.more():
                raise AssertionError("the stream ended within a body")
        body, self.text = self.text[:size], self.text[size:]
        return int(head.split()[1]), head.decode(), body.decode()
