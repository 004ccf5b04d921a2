"""A server that gets SIGTERM answers every request that has reached it.

draining.py SERVER
"""

import signal
import sys
import unittest

from server import Reader, Server, request

BINARY = sys.argv[1]
COUNT = 50


class Draining(unittest.TestCase):
    def expect_last_answer(self, reader):
        """An answer that says that the connection ends, and its end."""
        status, head, body = reader.answer()
        self.assertEqual((status, body), (200, "hello\n"))
        self.assertIn("\r\nConnection: close", head)
        self.assertIsNone(reader.answer())

    def expect_end(self, server):
        self.assertEqual(server.end(), (0, "Drained\n"))

    def test_open_requests_are_finished(self):
        with Server(BINARY) as server:
            readers = {name: [Reader(server.connect()) for _ in range(COUNT)]
                       for name in ("begun", "working", "kept")}
            # Each connection has been accepted when it has had an answer.
            for r in sum(readers.values(), []):
                r.socket.sendall(request("/health"))
                self.assertEqual(r.answer()[0], 200)
            for r in readers["begun"]:
                r.socket.sendall(request()[:-9])
            for r in readers["working"]:
                r.socket.sendall(request("/work/200"))
            server.drain()
            for r in readers["begun"]:
                r.socket.sendall(request()[-9:])
            for r in readers["begun"] + readers["working"]:
                self.expect_last_answer(r)
            # Idle connections end too, or the process would not.
            for r in readers["kept"]:
                self.assertIsNone(r.answer())
            self.expect_end(server)

    def test_connections_in_the_backlog_are_served(self):
        """The kernel accepts connections for a process that stands still, which then sees them and
        the signal at once."""
        for workers in (1, 2, 4):
            with self.subTest(workers=workers), Server(BINARY, workers=workers) as server:
                server.send(signal.SIGSTOP)
                readers = [Reader(server.connect()) for _ in range(COUNT)]
                for r in readers:
                    r.socket.sendall(request())
                server.send(signal.SIGTERM)
                server.send(signal.SIGCONT)
                for r in readers:
                    status, _, body = r.answer()
                    self.assertEqual((status, body), (200, "hello\n"))
                    r.socket.close()
                self.assertEqual(server.end(), (0, "Draining\nDrained\n"))

    def test_health_and_notice(self):
        """Until the notice is over, the server accepts, and says that it is going to end."""
        with Server(BINARY, notice_ms=1000) as server:
            with server.connect() as s:
                s.sendall(request("/health"))
                self.assertEqual(Reader(s).answer()[::2], (200, "ready\n"))
            server.drain()
            with server.connect() as s:
                s.sendall(request("/health"))
                self.assertEqual(Reader(s).answer()[::2], (503, "draining\n"))
            self.expect_end(server)
            with self.assertRaises(ConnectionRefusedError):
                server.connect()

    def test_two_processes_on_one_port(self):
        """Both get connections; one drains, and the other has the port to itself."""
        with Server(BINARY) as a, Server(BINARY, port=a.port) as b:
            readers = [Reader(a.connect()) for _ in range(200)]
            for r in readers:
                r.socket.sendall(request("/health"))
                self.assertEqual(r.answer()[0], 200)
                r.socket.sendall(request()[:-9])
            a.drain()
            last = 0
            for r in readers:
                r.socket.sendall(request()[-9:])
                status, head, _ = r.answer()
                self.assertEqual(status, 200)
                last += "\r\nConnection: close" in head
            self.assertLess(last, len(readers), "the second process had no connection")
            self.assertGreater(last, 0, "none of the connections was of the first process")
            for r in readers:
                r.socket.close()
            self.expect_end(a)
            with b.connect() as s:
                s.sendall(request(close=True))
                self.assertEqual(Reader(s).answer()[0], 200)
            b.drain()
            self.expect_end(b)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
