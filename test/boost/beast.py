"""Boost.Beast's examples with one word changed, with 1, 2 and 4 workers.

The HTTP servers answer curl, and wrk where that is to be had, the clients ask Python's http.server;
the WebSocket servers and clients talk to Python's websockets.
"""

import asyncio
import contextlib
import functools
import http.server
import json
import os
import re
import shutil
import signal
import ssl
import subprocess
import sys
import threading
import unittest

import peers
from peers import LIMIT, PROGRAMS, WORKERS, Server, run

try:
    import websockets
except ImportError:
    websockets = None

AUTOBAHN = os.environ.get("COIO_AUTOBAHN")
PAGE = "hello from Beast\n" * 1000


def programs(prefix, *without):
    """The names behind beast_ of those programs that were built and begin so."""
    found = sorted(p.name.removeprefix("beast_") for p in PROGRAMS.glob(f"beast_{prefix}*"))
    return [name for name in found if name not in without]


def tls_of(name):
    return name.endswith("_ssl")


class Beast(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = peers.scratch("beast")
        cls.root = cls.folder / "root"
        cls.root.mkdir()
        (cls.root / "index.html").write_text(PAGE)
        cls.certificate, cls.key = peers.certificate(cls.folder)
        cls.tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        cls.tls.load_cert_chain(cls.certificate, cls.key)

    def each(self, names, check):
        self.assertTrue(names)
        for name in names:
            for workers in WORKERS:
                with self.subTest(name=name, workers=workers):
                    check(name, workers)

    def server(self, name, workers, *arguments, threads=True, ends_by=None, ports=1):
        port = peers.free_port(ports)
        return Server(PROGRAMS / f"beast_{name}", "127.0.0.1", port, *arguments,
                      *([workers] if threads else []), port=port, ends_by=ends_by,
                      env=peers.environment(workers))

    # ---- HTTP ----

    def curl(self, *arguments):
        return subprocess.run(["curl", "-sSk", "--max-time", str(LIMIT), *arguments], check=True,
                              capture_output=True, text=True).stdout

    def pages(self, url, *options, load=True, one_by_one=False):
        if one_by_one:
            self.assertEqual(self.curl(*options, url), PAGE)
            self.assertEqual(self.curl(*options, url + "index.html"), PAGE)
        else:
            self.assertEqual(self.curl(*options, url, url + "index.html"), PAGE * 2)
        self.assertEqual(self.curl(*options, "-o", "/dev/null", "-w", "%{http_code}",
                                   url + "nothing"), "404")
        if load:
            self.load(url)

    def load(self, url):
        if not shutil.which("wrk"):
            return
        said = subprocess.run(["wrk", "-t", "2", "-c", "64", "-d", "1", url], check=True,
                              capture_output=True, text=True).stdout
        self.assertNotIn("Non-2xx", said)
        self.assertNotIn("Socket errors", said)
        self.assertGreater(int(re.search(r"(\d+) requests in", said)[1]), 50)

    def test_http_servers(self):
        others = ["http_server_async_local", "http_server_fast", "http_server_small"]

        def check(name, workers):
            # Those that block have a thread for each connection.
            threads = "_sync" not in name
            with self.server(name, workers, self.root, threads=threads) as s:
                schemes = ["http", "https"] if name.endswith("flex") else \
                    ["https"] if tls_of(name) else ["http"]
                for scheme in schemes:
                    self.pages(f"{scheme}://127.0.0.1:{s.port}/")

        self.each(programs("http_server", *others), check)

    def test_advanced_servers(self):
        def check(name, workers):
            flex = "flex" in name
            with self.server(name, workers, self.root, ends_by=signal.SIGINT) as s:
                for scheme in ["http", "https"] if flex else ["http"]:
                    # Without load: in Boost 1.81 they start a write while another is under way if a
                    # request comes early, with boost::asio::io_context, too, and Beast asserts. And
                    # flex-awaitable answers one request of each connection there, with that, too.
                    self.pages(f"{scheme}://127.0.0.1:{s.port}/", load=False,
                               one_by_one="awaitable" in name)

        self.each(programs("advanced"), check)

    def test_http_server_on_a_local_socket(self):
        def check(name, workers):
            path = self.folder / f"local{workers}"
            with Server(PROGRAMS / f"beast_{name}", path, self.root, workers, path=path,
                        env=peers.environment(workers)):
                self.pages("http://localhost/", "--unix-socket", path, load=False)

        self.each(programs("http_server_async_local"), check)

    def test_http_server_fast(self):
        def check(name, workers):
            with self.server(name, workers, self.root, 64, "block", threads=False) as s:
                # It has no page for "/".
                self.assertEqual(self.curl(f"http://127.0.0.1:{s.port}/index.html"), PAGE)
                self.load(f"http://127.0.0.1:{s.port}/index.html")

        self.each(["http_server_fast"], check)

    def test_http_server_small(self):
        def check(name, workers):
            with self.server(name, workers, threads=False) as s:
                for count in range(1, 6):
                    self.assertIn(f"{count} requests", self.curl(
                        f"http://127.0.0.1:{s.port}/count").replace("There have been ", ""))

        self.each(["http_server_small"], check)

    def test_http_clients(self):
        handler = functools.partial(Pages, directory=str(self.root))

        def check(name, workers):
            with contextlib.ExitStack() as stack:
                server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
                if "_ssl" in name:
                    server.socket = self.tls.wrap_socket(server.socket, server_side=True)
                thread = threading.Thread(target=server.serve_forever)
                thread.start()
                stack.callback(thread.join)
                stack.callback(server.shutdown)
                said = run(f"beast_{name}", "localhost", server.server_port, "/index.html",
                           workers=workers, SSL_CERT_FILE=self.certificate)
                server.server_close()
            self.assertEqual(said.count("hello from Beast"), 1000, said[:3000])

        self.each(programs("http_client", "http_client_async_local"), check)

    # ---- WebSocket ----

    async def echo(self, name, connect):
        async def talk(i):
            async with connect() as s:
                for k in range(20):
                    message = f"{i} {k} " + "x" * (1000 * k)
                    await s.send(message)
                    answer = await asyncio.wait_for(s.recv(), LIMIT)
                    if isinstance(answer, bytes):  # the kind is not kept by all of them
                        answer = answer.decode()
                    if answer != message:
                        return f"{name}: expected {message[:20]}, found {answer[:20]}"
            return None

        # Those that block have a thread for each.
        self.assertEqual(await asyncio.gather(*(talk(i) for i in range(32))), [None] * 32)

    def connect(self, port, tls=False):
        context = None
        if tls:
            context = ssl.create_default_context()
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
        scheme = "wss" if tls else "ws"
        return lambda: websockets.connect(f"{scheme}://127.0.0.1:{port}/", open_timeout=LIMIT,
                                          ssl=context)

    @unittest.skipUnless(websockets, "needs Python's websockets (Debian: python3-websockets)")
    def test_websocket_servers(self):
        others = ["websocket_server_async_local", "websocket_server_chat_multi",
                  "websocket_server_fast"]
        names = programs("websocket_server", *others) + programs("advanced")

        def check(name, workers):
            root = [self.root] if name.startswith("advanced") else []
            with self.server(name, workers, *root, threads="_sync" not in name) as s:
                for tls in [False, True] if "flex" in name else [tls_of(name)]:
                    asyncio.run(self.echo(name, self.connect(s.port, tls)))

        self.each(names, check)

    @unittest.skipUnless(websockets, "needs Python's websockets (Debian: python3-websockets)")
    def test_websocket_server_fast(self):
        def check(name, workers):
            with self.server(name, workers, ports=3) as s:
                for port in range(s.port, s.port + 3):  # blocking, callbacks, stackful coroutines
                    peers.connect(port).close()  # it listens there
                    asyncio.run(self.echo(name, self.connect(port)))

        self.each(["websocket_server_fast"], check)

    @unittest.skipUnless(websockets, "needs Python's websockets (Debian: python3-websockets)")
    def test_websocket_server_on_a_local_socket(self):
        def check(name, workers):
            path = self.folder / f"websocket{workers}"
            with Server(PROGRAMS / f"beast_{name}", path, workers, path=path,
                        env=peers.environment(workers)):
                asyncio.run(self.echo(name, lambda: websockets.unix_connect(
                    str(path), "ws://localhost/", open_timeout=LIMIT)))

        self.each(programs("websocket_server_async_local"), check)

    @unittest.skipUnless(websockets, "needs Python's websockets (Debian: python3-websockets)")
    def test_websocket_chat(self):
        async def chat(port):
            async with contextlib.AsyncExitStack() as stack:
                people = []
                for i in range(16):
                    person = await stack.enter_async_context(self.connect(port)())
                    await person.send(f"{i} has come")  # who hears this is heard by all
                    await hear(person, {f"{i} has come"})
                    people.append(person)
                for i, person in enumerate(people):
                    await person.send(f"I am {i}")
                for person in people:
                    await hear(person, {f"I am {i}" for i in range(16)})

        async def hear(person, messages):
            while messages:
                messages.discard(await asyncio.wait_for(person.recv(), LIMIT))

        def check(name, workers):
            with self.server(name, workers, self.root, ends_by=signal.SIGINT) as s:
                asyncio.run(chat(s.port))

        self.each(["websocket_server_chat_multi"], check)

    @unittest.skipUnless(AUTOBAHN, "needs Autobahn (test/boost/fetch_autobahn.py)")
    def test_websocket_servers_are_conforming(self):
        def check(name, workers):
            with self.server(name, workers) as s:
                shutil.rmtree(self.folder / "reports", ignore_errors=True)
                # Not compression, which these servers do not offer.
                (self.folder / "fuzz.json").write_text(json.dumps({
                    "outdir": "reports", "cases": ["*"], "exclude-cases": ["12.*", "13.*"],
                    "servers": [{"agent": "beast", "url": f"ws://127.0.0.1:{s.port}"}]}))
                subprocess.run([AUTOBAHN, "-m", "fuzzingclient", "-s", "fuzz.json"], check=True,
                               cwd=self.folder, capture_output=True, timeout=300)
            cases = json.loads((self.folder / "reports/index.json").read_text())["beast"]
            self.assertGreater(len(cases), 250)
            wrong = {c: found for c, found in cases.items()
                     if not {found["behavior"], found["behaviorClose"]} <=
                     {"OK", "NON-STRICT", "INFORMATIONAL"}}
            self.assertEqual(wrong, {})

        self.each(["websocket_server_async", "websocket_server_awaitable"], check)

    @unittest.skipUnless(websockets, "needs Python's websockets (Debian: python3-websockets)")
    def test_websocket_clients(self):
        async def answer(s, *_):
            async for message in s:
                await s.send(message)

        async def serve(name, workers):
            tls = self.tls if "_ssl" in name else None
            async with websockets.serve(answer, "127.0.0.1", 0, ssl=tls) as server:
                port = server.sockets[0].getsockname()[1]
                return await asyncio.to_thread(
                    run, f"beast_{name}", "localhost", port, "Hello, coio", workers=workers,
                    SSL_CERT_FILE=self.certificate)

        def check(name, workers):
            self.assertIn("Hello, coio", asyncio.run(serve(name, workers)))

        self.each(programs("websocket_client", "websocket_client_async_local"), check)

    def test_echo_op(self):
        def check(name, workers):
            port = peers.free_port()
            with subprocess.Popen([PROGRAMS / f"beast_{name}", "127.0.0.1", str(port)],
                                  env=peers.environment(workers)) as server:
                with contextlib.closing(peers.connect(port)) as s:  # it serves one connection, and ends
                    s.sendall(b"hello\n")
                    self.assertEqual(s.makefile("rb").read(), b"hello\n")
            self.assertEqual(server.returncode, 0)

        self.each(["echo_op"], check)


class Pages(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
