"""Loads the HTTP echo server, such as one that runs under Wine, from processes outside.

http_load.py WORKERS COMMAND...
"""

import re
import shutil
import socket
import subprocess
import sys
import unittest

LIMIT = 60  # seconds, for everything that may hang
WORKERS, COMMAND = sys.argv[1], sys.argv[2:]


class HttpLoad(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = subprocess.Popen([*COMMAND, "--workers", WORKERS, "127.0.0.1:0"],
                                      stdout=subprocess.PIPE, text=True)
        line = cls.server.stdout.readline()
        cls.port = int(re.fullmatch(r"Listening on 127\.0\.0\.1:(\d+)\n", line)[1])
        cls.url = f"http://127.0.0.1:{cls.port}/"

    @classmethod
    def tearDownClass(cls):
        alive = cls.server.poll() is None
        cls.server.kill()
        cls.server.communicate(timeout=LIMIT)
        assert alive, "the server has ended"

    def ask(self):
        """Two requests on one connection."""
        out = subprocess.run(["curl", "-sS", "--max-time", str(LIMIT), self.url, self.url],
                             check=True, capture_output=True, text=True).stdout
        self.assertEqual(out, "Hello, world!" * 2)

    def test_curl(self):
        self.ask()

    def test_requests_in_pieces_and_at_once(self):
        with socket.create_connection(("127.0.0.1", self.port), timeout=LIMIT) as s:
            for part in (b"GET / HT", b"TP/1.1\r\n", b"\r\n" + b"GET / HTTP/1.1\r\n\r\n" * 99):
                s.sendall(part)
            s.shutdown(socket.SHUT_WR)
            text = b""
            while part := s.recv(1 << 16):
                text += part
            self.assertEqual(text.count(b"Hello, world!"), 100)

    def test_many_connections(self):
        if not shutil.which("wrk"):
            self.skipTest("needs wrk")
        for connections in (1, 64):
            out = subprocess.run(["wrk", "-t1", f"-c{connections}", "-d2s", self.url], check=True,
                                 capture_output=True, text=True, timeout=LIMIT).stdout
            print(f"{connections} connections:", re.search(r"Requests/sec: .*", out)[0])
            self.assertNotIn("Socket errors", out)
            self.assertNotIn("Non-2xx", out)
            self.assertGreater(int(re.search(r"(\d+) requests in", out)[1]), 100)
        self.ask()


if __name__ == "__main__":
    unittest.main(argv=["http_load.py"], verbosity=2)
