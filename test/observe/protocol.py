"""What observed_server answers, also to those who do not behave, and how it ends.

protocol.py BINARY
"""

import os
import re
import signal
import sys
import unittest

from server import LIMIT, Server, eventually, read_all

BINARY = sys.argv.pop(1)
HEAD = b"GET /x HTTP/1.1\r\nHost: test\r\n"


def has_stack_traces():
    library, version = os.confstr("CS_GNU_LIBC_VERSION").split()
    return library == "glibc" and tuple(map(int, version.split(".")[:2])) >= (2, 35)


class Http(unittest.TestCase):
    def setUp(self):
        self.server = self.enterContext(Server(BINARY))

    def answers(self, data):
        """All that comes back until the server closes the connection."""
        s = self.server.connect()
        s.sendall(data)
        return read_all(s)

    def status(self, data):
        return self.answers(data).partition(b"\r\n")[0].decode()

    def test_requests_are_answered_with_themselves(self):
        request = (b"POST /some/where?x=1 HTTP/1.1\r\nHost: test\r\nContent-Length: 5\r\n"
                   b"Connection: close\r\n\r\nhello")
        head, _, body = self.answers(request).partition(b"\r\n\r\n")
        self.assertTrue(head.startswith(b"HTTP/1.1 200 OK\r\n"))
        self.assertIn(b"Content-Length: %d" % len(request), head)
        self.assertEqual(body, request)

    def test_many_requests_at_once(self):
        requests = b"".join(b"GET /%d HTTP/1.1\r\nHost: test\r\n\r\n" % i for i in range(2000))
        answers = self.answers(requests + HEAD + b"Connection: close\r\n\r\n")
        self.assertEqual(answers.count(b"HTTP/1.1 200 OK\r\n"), 2001)
        places = [answers.index(b"GET /%d HTTP" % i) for i in range(2000)]
        self.assertEqual(places, sorted(places))

    def test_a_request_in_small_parts(self):
        s = self.server.connect()
        for byte in HEAD + b"Connection: close\r\n\r\n":
            s.sendall(bytes([byte]))
        self.assertTrue(read_all(s).startswith(b"HTTP/1.1 200 OK\r\n"))

    def test_head_has_no_body(self):
        answer = self.answers(b"HEAD / HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n")
        self.assertTrue(answer.endswith(b"\r\n\r\n"))
        self.assertNotIn(b"<html", answer)

    def test_http_1_0_ends_the_connection(self):
        self.assertEqual(self.status(b"GET / HTTP/1.0\r\n\r\n"), "HTTP/1.1 200 OK")

    def test_bad_requests(self):
        for bad in (b"\r\n\r\n", b"hello\n", b"GET /\r\n\r\n",
                    b"GET  / HTTP/1.1\r\nHost: x\r\n\r\n",
                    b"GET / HTTP/2.0\r\nHost: x\r\n\r\n", b"GET x HTTP/1.1\r\nHost: x\r\n\r\n",
                    b"G@T / HTTP/1.1\r\nHost: x\r\n\r\n", b"GET /\x00 HTTP/1.1\r\nHost: x\r\n\r\n",
                    b"GET / HTTP/1.1\nHost: x\n\n", b"GET / HTTP/1.1\r\n\r\n",
                    HEAD + b"Host: other\r\n\r\n", HEAD + b"no colon\r\n\r\n",
                    HEAD + b"space : x\r\n\r\n", HEAD + b": x\r\n\r\n", HEAD + b"X: a\x01\r\n\r\n",
                    HEAD + b"Content-Length: -1\r\n\r\n", HEAD + b"Content-Length: 1x\r\n\r\n",
                    HEAD + b"Content-Length:\r\n\r\n",
                    HEAD + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\n"):
            self.assertEqual(self.status(bad), "HTTP/1.1 400 Bad Request", bad)
        self.assertEqual(self.status(HEAD + b"Content-Length: 99999999999999999999\r\n\r\n"),
                         "HTTP/1.1 413 Content Too Large")
        self.assertEqual(self.status(HEAD + b"Content-Length: 65537\r\n\r\n"),
                         "HTTP/1.1 413 Content Too Large")
        self.assertEqual(self.status(HEAD + b"X: " + b"x" * 9000),
                         "HTTP/1.1 431 Request Header Fields Too Large")
        self.assertEqual(self.status(HEAD + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                         "HTTP/1.1 501 Not Implemented")
        # What came before it is answered.
        answers = self.answers(HEAD + b"\r\n" + b"nonsense\r\n\r\n")
        self.assertEqual(answers.count(b"200 OK"), 1)
        self.assertEqual(answers.count(b"400 Bad Request"), 2)  # the status and the body

    def test_a_stuck_worker_is_reported(self):
        # Where the threads get no CPU for that long, the handler may end unseen, or the report have
        # no trace: then another one is held.
        report = r"^Worker ([01]) \(thread \d+\) has been in one handler for [1-9]\d{2,} ms\n"
        if has_stack_traces():
            report += r".+ \(.+ 0x[0-9a-f]+\)\n"

        def hold():
            self.status(b"POST /hold HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n")
            return re.search(report, self.server.errors(), re.MULTILINE)

        worker = eventually(hold, "a report")[1]
        self.assertGreaterEqual(max(self.server.metrics()["longest_handler_seconds"]), 0.1)
        self.assertRegex(self.server.get("/metrics")[1].decode(),
                         rf'\nstuck_handlers_total{{worker="{worker}"}} [1-9]')


class Streams(unittest.TestCase):
    def test_slow_readers_hold_no_memory(self):
        # The address sanitizer keeps up to 256 MB of what has been freed, if it is let.
        server = self.enterContext(Server(BINARY, interval_ms=1,
                                          asan_options="quarantine_size_mb=1"))
        request = b"GET /events HTTP/1.1\r\nHost: test\r\n\r\n"
        reader = server.connect()
        reader.sendall(request)
        reader.recv(1)
        slow = [server.connect(receive_buffer=4096) for _ in range(20)]
        for s in slow:
            s.sendall(request)
        # 500 events are about 1 MB, which a server that does not wait would keep for each of them.
        self.read_events(reader, 200)
        before = server.memory()
        self.assertGreater(self.read_events(reader, 500), 500_000)
        self.assertLess(server.memory() - before, 8 << 20)

    def read_events(self, reader, number):
        """Reads that many; returns how many bytes they were."""
        size, events, rest = 0, 0, b""
        while events < number:
            part = reader.recv(1 << 16)
            self.assertTrue(part)
            size += len(part)
            events += (rest + part).count(b"\n\n")
            rest = part[-1:]
        return size

    def test_an_event_is_the_metrics(self):
        server = self.enterContext(Server(BINARY, interval_ms=1))
        s = server.connect()
        s.sendall(b"GET /events HTTP/1.1\r\nHost: test\r\n\r\n")
        text = b""
        while text.count(b"\n\n") < 2:
            text += s.recv(1 << 16)
        head, _, events = text.decode().partition("\r\n\r\n")
        self.assertIn("\r\nContent-Type: text/event-stream\r\n", head)
        lines = events.split("\n\n")[0].splitlines()
        self.assertEqual(lines.pop(0), "retry: 1000")
        names = [line.split()[1] for line in lines]
        self.assertIn('coio_tasks_total{worker="1"}', names)
        metrics = [line.split()[0] for line in server.get("/metrics")[1].decode().splitlines()
                   if not line.startswith("#")]
        self.assertEqual(names, metrics)


class Draining(unittest.TestCase):
    def end_by(self, number):
        server = self.enterContext(Server(BINARY))
        idle = server.connect()
        idle.sendall(HEAD + b"\r\n")
        idle.recv(1 << 16)
        stream = server.connect()
        stream.sendall(b"GET /events HTTP/1.1\r\nHost: test\r\n\r\n")
        stream.recv(1 << 16)
        begun = server.connect()
        begun.sendall(HEAD)
        eventually(lambda: server.metrics()["outstanding_work"] >= 3, "three connections")
        server.process.send_signal(number)
        eventually(lambda: server.output().endswith("\nDraining\n"), "Draining")
        self.assertEqual(read_all(idle), b"")
        begun.sendall(b"\r\n")
        answer = read_all(begun)
        self.assertTrue(answer.startswith(b"HTTP/1.1 200 OK\r\n"))
        self.assertIn(b"\r\nConnection: close\r\n", answer)
        read_all(stream)
        for s in server.clients:
            s.close()
        self.assertEqual(server.process.wait(LIMIT), 0)
        self.assertTrue(server.output().endswith("\nDraining\nDrained\n"), server.output())

    def test_sigterm(self):
        self.end_by(signal.SIGTERM)

    def test_sigint(self):
        self.end_by(signal.SIGINT)


if __name__ == "__main__":
    unittest.main(verbosity=2)
