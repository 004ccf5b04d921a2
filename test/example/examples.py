"""Runs the example programs and checks what they print.

examples.py BINARIES SOURCES WORKERS
"""

import difflib
import hashlib
import http.client
import json
import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import threading
import unittest

LIMIT = 60  # seconds, for everything that may hang
BINARIES, SOURCES, WORKERS = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]


def run(name, *arguments, stdin="", options=("--workers", WORKERS)):
    result = subprocess.run([BINARIES / name, *options, *arguments], input=stdin,
                            capture_output=True, text=True, timeout=LIMIT)
    if result.returncode:
        raise AssertionError(f"{name}: status {result.returncode}\n{result.stderr}")
    return result


class Server:
    """A server example on a port of its own; its address is in its first line."""

    def __init__(self, name, *arguments):
        self.process = subprocess.Popen(
            [BINARIES / name, "--workers", WORKERS, "127.0.0.1:0", *arguments],
            stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        self.port = int(re.fullmatch(r".* on 127\.0\.0\.1:(\d+)\n", line)[1])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.alive = self.process.poll() is None
        self.process.kill()
        self.rest = self.process.communicate(timeout=LIMIT)[0]

    @property
    def address(self):
        return f"127.0.0.1:{self.port}"

    def connect(self):
        s = socket.create_connection(("127.0.0.1", self.port), timeout=LIMIT)
        s.settimeout(LIMIT)
        return s


def read_all(s):
    parts = []
    while part := s.recv(1 << 20):
        parts.append(part)
    return b"".join(parts)


class Examples(unittest.TestCase):
    def test_basic(self):
        self.assertEqual(run("basic").stdout, "Heil Hydra\n" * 10)

    def test_the_options(self):
        """All examples have the same ones, as all of them use arguments.hpp."""
        programs = [p for p in SOURCES.glob("*.cpp")]
        self.assertGreater(len(programs), 10)
        for p in programs:
            self.assertIn("const arguments args(argc, argv);", p.read_text(), p)
        with tempfile.NamedTemporaryFile("w", suffix=".json") as config:
            config.write('{"workers": %s, "thread_name": "example"}' % WORKERS)
            config.flush()
            out = run("basic", options=("--config", config.name)).stdout
            self.assertEqual(out, "Heil Hydra\n" * 10)
            out = run("basic", options=("--config", config.name, "--workers", "2")).stdout
            self.assertEqual(out, "Heil Hydra\n" * 10)
        expected = '/workers: expected an integer from 1 to 1024 or "auto", found '
        for wrong, message in ((("--workers", "0"), f"--workers: {expected}0"),
                               (("--workers", "four"), f'--workers: {expected}"four"'),
                               (("--config", "nowhere"), "nowhere: cannot be read"),
                               (("--worker", "1"), "--worker: expected --config FILE"),
                               (("--workers",), "--workers: expected --config FILE")):
            result = subprocess.run([BINARIES / "basic", *wrong], capture_output=True, text=True,
                                    timeout=LIMIT)
            self.assertEqual(result.returncode, 2, wrong)
            self.assertIn(message, result.stderr)
            self.assertEqual(result.stdout, "")

    def test_timer(self):
        # The order holds unless the machine stands still for longer than the sleeps differ.
        lines = run("timer").stdout.splitlines()
        self.assertEqual(sorted(lines), ["slept 10 ms", "slept 20 ms", "slept 30 ms"])

    def test_promise(self):
        self.assertEqual(run("promise").stdout,
                         "The answer is 42\nFailed: no answer\nMended: -1\nResolved: 21\n")

    def test_ring(self):
        self.assertEqual(run("ring").stdout, "10000 hops\n")

    def test_main_function(self):
        self.assertEqual(run("main_function").stdout, "main returned 42\n")

    def test_panic(self):
        result = run("panic")
        self.assertEqual(result.stdout, "joined: something went wrong\nall others go on\n")
        self.assertIn("careless", result.stderr)
        self.assertIn("something went wrong", result.stderr)

    def test_where_is_it_stuck(self):
        with tempfile.TemporaryDirectory() as folder:
            trace = os.path.join(folder, "trace.json")
            out = run("where_is_it_stuck", trace).stdout
            slices = [e for e in json.loads(pathlib.Path(trace).read_text())["traceEvents"]
                      if e["ph"] == "X"]
        waits, stuck, deadlock, shard = re.split(
            r"---- (?:A handler|coio::scheduler::run: a deadlock|A shard)", out)
        # The cooks, and the manager who waits for their head.
        for line in ('"cook 0"', '"cook 2"', '"head cook"', '"manager"', "joined by coroutine",
                     "wait in sync::receiver::recv", "next_order (", "cook (",
                     "where_is_it_stuck.cpp:"):
            self.assertIn(line, waits)
        self.assertRegex(stuck, r"has held a worker for \d+ ms")
        if "nanosleep" in stuck:  # where there are stack traces
            for line in ('"customer"', "pay_by_card (", "check_out ("):
                self.assertIn(line, stuck)
        for line in ("waits in sync::mutex::lock at\n    use (", '"baker"', '"washer"',
                     "last locked by coroutine"):
            self.assertIn(line, deadlock)
        served = re.search(r"shard 0 is served by (\d+) workers; others have helped (\d+) times; "
                           r"next_executor\(\) has named it 0 times", shard)
        self.assertTrue(served and (int(served[1]) > 1 or int(served[2]) > 0), shard)
        self.assertTrue(any(e["name"].endswith(" alone") for e in slices))

    def test_udp_echo(self):
        self.assertEqual(run("udp_echo").stdout,
                         "".join(f"Got back: datagram {i}\n" for i in range(5)))

    def test_unix_echo(self):
        with tempfile.TemporaryDirectory() as folder:
            result = run("unix_echo", os.path.join(folder, "echo.sock"))
        self.assertEqual(result.stdout, "Got back: hello\nGot back: from\nGot back: a\n"
                                        "Got back: coroutine\nClient closed\n")

    def test_tcp_echo(self):
        text = "".join(f"line {i}\n" for i in range(20))
        with Server("tcp_echo_server") as server:
            self.assertEqual(run("tcp_echo_client", server.address, stdin=text).stdout, text)
            # A second client, which also sees the server's end of the stream.
            with server.connect() as s:
                s.sendall(b"bye")
                s.shutdown(socket.SHUT_WR)
                self.assertEqual(read_all(s), b"bye")
        self.assertTrue(server.alive)
        self.assertEqual(server.rest.count("Got connection from 127.0.0.1:"), 2)
        self.assertIn("Read 3 bytes, echo back\n", server.rest)
        self.assertIn("EOF\n", server.rest)

    def test_http_echo_server(self):
        with Server("http_echo_server") as server, server.connect() as s:
            s.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\nGET / HT")
            s.sendall(b"TP/1.1\r\n\r\n")
            s.shutdown(socket.SHUT_WR)
            self.assertEqual(read_all(s).count(b"HTTP/1.1 200 OK\r\n"), 2)

    def test_chat(self):
        with Server("chat") as server, server.connect() as a:
            read_a = a.makefile("r")
            self.assertEqual(read_a.readline(), "* 1 has joined\n")
            with server.connect() as b:
                read_b = b.makefile("r")
                self.assertEqual(read_a.readline(), "* 2 has joined\n")
                self.assertEqual(read_b.readline(), "* 2 has joined\n")
                a.sendall(b"hello\n")
                self.assertEqual(read_b.readline(), "1: hello\n")
                b.sendall(b"hi\nthere\n")
                self.assertEqual(read_a.readline(), "2: hi\n")
                self.assertEqual(read_a.readline(), "2: there\n")
                read_b.close()
            self.assertEqual(read_a.readline(), "* 2 has left\n")

    def test_proxy(self):
        """100 MB there, of which the target returns the digest only when the stream has ended:
        each direction ends by itself."""
        block = bytes(range(256)) * 4096
        count = 100
        listener = socket.create_server(("127.0.0.1", 0))
        listener.settimeout(LIMIT)

        def target():
            s, _ = listener.accept()
            with s:
                s.settimeout(LIMIT)
                digest = hashlib.sha256()
                size = 0
                while part := s.recv(1 << 20):
                    digest.update(part)
                    size += len(part)
                s.sendall(f"{size} {digest.hexdigest()}\n".encode() + block)

        thread = threading.Thread(target=target)
        thread.start()
        with listener, Server("proxy", "127.0.0.1:%d" % listener.getsockname()[1]) as server:
            expected = hashlib.sha256()
            with server.connect() as s:
                for i in range(count):
                    part = block[i:] + block[:i]
                    expected.update(part)
                    s.sendall(part)
                s.shutdown(socket.SHUT_WR)
                first, rest = read_all(s).split(b"\n", 1)
            self.assertEqual(first.decode(), f"{len(block) * count} {expected.hexdigest()}")
            self.assertEqual(rest, block)
        thread.join(LIMIT)

    def test_proxy_deadlines(self):
        """A client that says nothing, and a target that says nothing, are given up."""
        with socket.create_server(("127.0.0.1", 0)) as target:
            target.settimeout(LIMIT)
            address = "127.0.0.1:%d" % target.getsockname()[1]
            with Server("proxy", address, "1") as server, server.connect() as client:
                behind, _ = target.accept()
                with behind:
                    behind.settimeout(LIMIT)
                    client.sendall(b"hello")
                    self.assertEqual(behind.recv(5, socket.MSG_WAITALL), b"hello")
                    self.assertEqual(behind.recv(1), b"")
                    self.assertEqual(client.recv(1), b"")

    def test_dns_lookup(self):
        names = ["localhost", "127.0.0.1", "no.such.name.invalid"]
        lines = run("dns_lookup", *names).stdout.splitlines()
        self.assertEqual([line.split(":")[0] for line in lines], names)
        found = {a[4][0] for a in socket.getaddrinfo("localhost", None)}
        self.assertTrue(set(lines[0].split()[1:]) & found, lines[0])
        self.assertEqual(lines[1], "127.0.0.1: 127.0.0.1")
        self.assertNotRegex(lines[2], r"\d")

    def test_file_server(self):
        with tempfile.TemporaryDirectory() as folder:
            big = pathlib.Path(folder) / "files" / "big"
            big.parent.mkdir()
            big.write_bytes(os.urandom(1 << 20) * 200)
            (big.parent / "empty").touch()
            (pathlib.Path(folder) / "secret").write_text("secret")
            with Server("file_server", str(big.parent)) as server:
                for name, status in (("empty", 200), ("nothing", 404), ("../secret", 404), ("", 404)):
                    c = http.client.HTTPConnection(server.address, timeout=LIMIT)
                    c.request("GET", "/" + name)
                    answer = c.getresponse()
                    self.assertEqual((answer.status, answer.read()), (status, b""), name)
                    c.close()
                # By curl, several at a time, on one connection each.
                url = f"http://{server.address}/big"
                clients = [subprocess.Popen(["curl", "-sS", "--max-time", str(LIMIT), url, url],
                                            stdout=subprocess.PIPE) for _ in range(3)]
                twice = hashlib.sha256(big.read_bytes() * 2).hexdigest()
                for c in clients:
                    with c:
                        self.assertEqual(hashlib.file_digest(c.stdout, "sha256").hexdigest(), twice)

    def test_swap(self):
        before, after = run("swap_before").stdout, run("swap_after").stdout
        self.assertEqual(sorted(before.splitlines()), ["task", "task", "task", "tick"])
        self.assertEqual(sorted(after.splitlines()), sorted(before.splitlines()))
        text = {n: (SOURCES / n).read_text().splitlines(keepends=True)
                for n in ("swap_before.cpp", "swap_after.cpp", "swap.diff")}
        self.assertEqual(
            list(difflib.unified_diff(text["swap_before.cpp"], text["swap_after.cpp"],
                                      "swap_before.cpp", "swap_after.cpp")), text["swap.diff"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
