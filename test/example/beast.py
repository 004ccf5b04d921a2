"""Runs the example with Boost.Beast under curl, and under many connections at a time.

beast.py BINARIES SOURCES WORKERS
"""

import http.client
import subprocess
import threading
import unittest

import examples
from examples import LIMIT


class Beast(unittest.TestCase):
    def test_curl(self):
        with examples.Server("beast_server") as server:
            url = f"http://{server.address}/"
            out = subprocess.run(["curl", "-sS", "--max-time", str(LIMIT), "-d", "hello", url + "a",
                                  url + "b"], check=True, capture_output=True, text=True).stdout
            self.assertEqual(out, "POST /a\nhelloPOST /b\nhello")
            # Not HTTP, and half a request.
            for text in (b"\0\1\2\r\n\r\n", b"GET / HTTP/1.1\r\nHo"):
                with server.connect() as s:
                    s.sendall(text)
                    s.shutdown(1)
                    self.assertEqual(examples.read_all(s), b"")
        self.assertTrue(server.alive)

    def test_many_connections(self):
        answers = []

        def talk(address, i):
            c = http.client.HTTPConnection(address, timeout=LIMIT)
            for k in range(50):
                c.request("PUT", f"/{i}/{k}", body=bytes(1000 * k))
                answers.append(c.getresponse().read() == f"PUT /{i}/{k}\n".encode() + bytes(1000 * k))
            c.close()

        with examples.Server("beast_server") as server:
            threads = [threading.Thread(target=talk, args=(server.address, i)) for i in range(16)]
            for t in threads:
                t.start()
            for t in threads:
                t.join(LIMIT)
        self.assertEqual(answers, [True] * 800)
        self.assertTrue(server.alive)


if __name__ == "__main__":
    unittest.main(argv=["beast.py"], verbosity=2)
