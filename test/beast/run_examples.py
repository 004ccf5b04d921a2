"""Boost.Beast's example servers with one word changed: compiled, and run with 1, 2 and 4 workers.

run_examples.py EXAMPLES BUILD COMPILER LIBRARY FLAG...

EXAMPLES is the folder of Beast's examples. `net::io_context` becomes `coio::io_context` wherever it
stands in a server's source, and nothing else is changed. The HTTP servers answer curl, and wrk where
that is to be had; the WebSocket servers echo to Python's websockets.
"""

import asyncio
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import time
import unittest

try:
    import websockets
except ImportError:
    websockets = None

EXAMPLES, BUILD, COMPILER, LIBRARY = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), *sys.argv[3:5]
FLAGS = sys.argv[5:]
LIMIT = 60  # seconds, for everything that may hang
# Not the HTTP half of advanced/server of Boost 1.81: it starts a write while another is under way if a
# request comes early, with boost::asio::io_context and two threads, too, and Beast asserts.
HTTP = ["http/server/async", "http/server/awaitable", "http/server/stackless"]
WEBSOCKET = ["websocket/server/async", "websocket/server/awaitable", "websocket/server/stackless",
             "advanced/server"]


def build(example):
    """The program, made from the changed source."""
    source = next((EXAMPLES / example).glob("*.cpp"))
    text, changes = re.subn(r"\b(net|boost::asio)::io_context\b", "coio::io_context",
                            source.read_text())
    if not changes:
        raise AssertionError(f"{source}: expected net::io_context, found none")
    changed, program = BUILD / source.name, BUILD / source.stem
    changed.write_text("#include <coio/io_context.hpp>\n" + text)
    made = subprocess.run([COMPILER, "-std=c++20", "-O0", "-w", *FLAGS, f"-I{EXAMPLES.parents[1]}",
                           f"-I{source.parent}", changed, LIBRARY, "-pthread", "-o", program],
                          capture_output=True, text=True)
    if made.returncode:
        raise AssertionError(f"{example}: {made.stderr[:3000]}")
    return program


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as s:
        return s.getsockname()[1]


class Server:
    def __init__(self, program, *arguments):
        self.port = free_port()
        self.process = subprocess.Popen([program, "127.0.0.1", str(self.port), *map(str, arguments)],
                                        stderr=subprocess.DEVNULL)

    def __enter__(self):
        end = time.monotonic() + LIMIT
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return self
            except OSError:
                if self.process.poll() is not None or time.monotonic() > end:
                    raise
                time.sleep(0.01)

    def __exit__(self, *_):
        self.alive = self.process.poll() is None
        self.process.kill()
        self.process.wait(LIMIT)


async def echo(port):
    async def talk(i):
        async with websockets.connect(f"ws://127.0.0.1:{port}/", open_timeout=LIMIT) as s:
            for k in range(20):
                message = f"{i} {k} " + "x" * (1000 * k)
                await s.send(message)
                if await asyncio.wait_for(s.recv(), LIMIT) != message:
                    return False
        return True

    return await asyncio.gather(*(talk(i) for i in range(32)))


class Beast(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        shutil.rmtree(BUILD, ignore_errors=True)
        (BUILD / "root").mkdir(parents=True)
        (BUILD / "root/index.html").write_text("hello from Beast\n" * 1000)
        cls.programs = {e: build(e) for e in dict.fromkeys(HTTP + WEBSOCKET)}

    def test_http(self):
        for example in HTTP:
            for workers in (1, 2, 4):
                with self.subTest(example=example, workers=workers):
                    with Server(self.programs[example], BUILD / "root", workers) as server:
                        url = f"http://127.0.0.1:{server.port}/"
                        curl = ["curl", "-sS", "--max-time", str(LIMIT)]
                        page = subprocess.run([*curl, url, url + "index.html"], check=True,
                                              capture_output=True, text=True).stdout
                        self.assertEqual(page, (BUILD / "root/index.html").read_text() * 2)
                        code = subprocess.run([*curl, "-o", "/dev/null", "-w", "%{http_code}",
                                               url + "nothing"], check=True, capture_output=True,
                                              text=True).stdout
                        self.assertEqual(code, "404")
                        if shutil.which("wrk"):
                            said = subprocess.run(["wrk", "-t", "2", "-c", "64", "-d", "1", url],
                                                  check=True, capture_output=True, text=True).stdout
                            self.assertNotIn("Non-2xx", said)
                            self.assertNotIn("Socket errors", said)
                            self.assertGreater(int(re.search(r"(\d+) requests in", said)[1]), 100)
                    self.assertTrue(server.alive)

    @unittest.skipUnless(websockets, "needs Python's websockets (Debian: python3-websockets)")
    def test_websocket(self):
        for example in WEBSOCKET:
            for workers in (1, 2, 4):
                with self.subTest(example=example, workers=workers):
                    root = [BUILD / "root"] if example.startswith("advanced") else []
                    with Server(self.programs[example], *root, workers) as server:
                        self.assertEqual(asyncio.run(echo(server.port)), [True] * 32)
                    self.assertTrue(server.alive)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
