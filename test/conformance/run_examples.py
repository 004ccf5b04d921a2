#!/usr/bin/env python3
"""Runs Asio's examples swapped: alone, compared with the unswapped program, and as client and
server on loopback with 1, 2 and 4 workers.

Programs whose handlers share state without a strand or a lock rely on a context with one thread;
these run with one worker (ONE).
"""
import argparse
import concurrent.futures
import contextlib
import fcntl
import itertools
import os
import pathlib
import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time

import programs

LIMIT = 60  # seconds for one program
ALL = (1, 2, 4)
ONE = (1,)
TESTS = []  # (names, workers, function)
# Runs at a time: nearly all of them wait for timers, or for the compiler.
RUNS = 8


class Failure(Exception):
    pass


def expect(condition, what):
    if not condition:
        raise Failure(what)


def test(*names, workers=ALL, shares=None):
    """The function tests each of the programs that end in one of the names, and not while another
    that shares the same thing with it, a port for example, tests one."""
    def register(function):
        function.shares = shares
        TESTS.append((names, workers, function))
        return function
    return register


class Runner:
    """What a test function works with: the programs, built when first asked for."""

    def __init__(self, setup, found):
        self.setup = setup
        self.found = found
        self.flags = setup.precompile(["-DASIO_SEPARATE_COMPILATION"])
        self.objects = setup.library(["-DASIO_SEPARATE_COMPILATION"])
        self.built = {}
        self.lock = threading.Lock()

    def program(self, program, folder):
        """The path of the built program; None if it builds unswapped neither."""
        key = (program.name, folder)
        with self.lock:
            event = self.built.setdefault(key, [threading.Lock(), None])
        with event[0]:
            if event[1] is None:
                event[1] = self.setup.make(program, folder, self.flags, self.objects)
                if isinstance(event[1], str) and folder != self.setup.examples:
                    said = event[1]
                    plain = self.setup.check(program, self.setup.examples, self.flags)
                    expect(plain, f"builds unswapped only:\n{said}")
            return event[1] if isinstance(event[1], pathlib.Path) else None


class Case:
    """One program under test with one number of workers."""

    def __init__(self, runner, program, workers, folder, scratch):
        self.runner, self.name, self.workers, self.scratch = runner, program.name, workers, scratch
        self.program = program
        self.path = runner.program(program, folder)
        self.stack = contextlib.ExitStack()

    def other(self, ending, prefix=None):
        """A swapped program of the same set of examples, the client of this server for example."""
        prefix = prefix or self.name.split("/")[0]
        match = [p for p in self.runner.found if p.name == f"{prefix}/{ending}"]
        expect(match, f"no program {prefix}/{ending}")
        return self.runner.program(match[0], self.runner.setup.swapped)

    def own_port(self):
        """The port that the program has in its source."""
        text = (self.runner.setup.examples / self.program.sources[0]).read_text()
        return int(re.search(rf"\b{programs.OWN_PORTS // 100}\d\d\b", text)[0])

    def start(self, *arguments, path=None, stdin=subprocess.DEVNULL):
        """Starts the program (or another); it is killed when the test ends."""
        environment = dict(os.environ, COIO_WORKERS=str(self.workers))
        process = subprocess.Popen(
            ["stdbuf", "-oL", str(path or self.path), *map(str, arguments)], stdin=stdin,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=self.scratch, env=environment,
            text=True, errors="replace")
        self.stack.callback(self.end, process)
        process.lines = []
        process.reader = threading.Thread(target=lambda: process.lines.extend(process.stdout))
        process.reader.start()
        return process

    @staticmethod
    def end(process):
        if process.poll() is None:
            process.kill()
        process.wait()
        process.reader.join()
        process.stdout.close()
        if process.stdin:
            with contextlib.suppress(OSError):
                process.stdin.close()

    def output(self, process):
        """Waits for the end of a process; returns its output."""
        try:
            process.wait(LIMIT)
        except subprocess.TimeoutExpired:
            raise Failure(f"{process.args} does not end; its output: {process.lines}") from None
        process.reader.join()
        return "".join(process.lines)

    def run(self, *arguments, text="", path=None):
        # All input is there before the program asks: some print what depends on it.
        reading, writing = os.pipe()
        with open(writing, "w") as pipe:
            pipe.write(text)
        with open(reading) as pipe:
            process = self.start(*arguments, path=path, stdin=pipe)
        return self.output(process)

    def wait_for(self, what, condition):
        """Waits until something outside this process is so."""
        end = time.monotonic() + LIMIT
        while not condition():
            expect(time.monotonic() < end, f"no {what}")
            time.sleep(0.01)

    def wait_for_line(self, process, text):
        self.wait_for(f"line with {text!r}", lambda: any(text in l for l in list(process.lines)))

    def wait_for_port(self, port, process, kind="tcp"):
        needle = f":{port:04X} "

        def bound():
            expect(process.poll() is None, f"server ended: {process.lines}")
            for table in (kind, kind + "6"):
                for line in pathlib.Path(f"/proc/net/{table}").read_text().splitlines()[1:]:
                    fields = line.split()
                    if (fields[1] + " ").endswith(needle) and (kind == "udp" or fields[3] == "0A"):
                        return True
            return False
        self.wait_for(f"{kind} port {port} in use", bound)

    def serve(self, *arguments, port, kind="tcp", path=None):
        wait_until_free(port)
        process = self.start(*arguments, path=path)
        self.wait_for_port(port, process, kind)
        return process


PORTS = itertools.count(20000)


def free_port():
    """Not one that the kernel may give to a client before the server has it."""
    for port in PORTS:
        with socket.socket() as s, contextlib.suppress(OSError):
            s.bind(("127.0.0.1", port))
            return port


def wait_until_free(port):
    """With io_uring the kernel holds the sockets of a process that was killed for a moment more."""
    end = time.monotonic() + LIMIT
    while True:
        try:
            with socket.socket() as tcp, socket.socket(type=socket.SOCK_DGRAM) as udp:
                tcp.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                tcp.bind(("", port))
                tcp.listen()
                udp.bind(("", port))
            return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)


def connect(port):
    s = socket.create_connection(("127.0.0.1", port), timeout=LIMIT)
    s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return s


def read_exactly(s, n):
    data = b""
    while len(data) < n:
        part = s.recv(n - len(data))
        expect(part, f"connection closed after {len(data)} of {n} bytes")
        data += part
    return data


def read_to_end(s):
    data = b""
    while part := s.recv(65536):
        data += part
    return data


def echo(port, size=1000, wrap=lambda s: s):
    """Eight connections at once, thirty messages each, each of its own content."""
    def client(number):
        with wrap(connect(port)) as s:
            for round in range(30):
                message = bytes((number * 31 + round * 7 + i) % 251 for i in range(size - round))
                s.sendall(message)
                expect(read_exactly(s, len(message)) == message, "echo differs")
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        for future in [pool.submit(client, n) for n in range(8)]:
            future.result(LIMIT)


# --- Servers, with clients of Python and of Asio ------------------------------------------------

@test("echo/async_tcp_echo_server", "echo/blocking_tcp_echo_server", "spawn/echo_server",
      "allocation/server", "nonblocking/third_party_lib",
      "handler_tracking/async_tcp_echo_server")
def tcp_echo(case):
    port = free_port()
    case.serve(port, port=port)
    echo(port, size=100)
    if "echo" in case.name and "cpp17" not in case.name and "tracking" not in case.name \
            and "spawn" not in case.name:
        said = case.run("127.0.0.1", port, text="hello\n",
                        path=case.other("echo/blocking_tcp_echo_client"))
        expect(said.endswith("Reply is: hello\n"), said)


@test("fork/process_per_connection", workers=ONE)  # notify_fork() from a handler
def forking_echo(case):
    port = free_port()
    case.serve(port, port=port)
    echo(port, size=100)


@test("echo_server", "refactored_echo_server", "echo_server_with_default",
      "echo_server_with_deferred", "echo_server_with_deferred_default",
      "echo_server_with_as_single_default", "echo_server_with_as_tuple_default")
def coroutine_echo(case):
    if "coroutines" not in case.name:
        return
    port = case.own_port()
    case.serve(port=port)
    echo(port)


@test("coroutines/timeout", workers=ONE)  # two coroutines of a connection share a deadline
def echo_with_watchdog(case):
    case.serve(port=programs.WATCHDOG_PORT)
    echo(programs.WATCHDOG_PORT)


@test("echo/async_udp_echo_server", "echo/blocking_udp_echo_server")
def udp_echo(case):
    port = free_port()
    case.serve(port, port=port, kind="udp")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        s.settimeout(LIMIT)
        for i in range(200):
            s.sendto(b"%d" % i, ("127.0.0.1", port))
            expect(s.recv(100) == b"%d" % i, "datagram differs")
    said = case.run("127.0.0.1", port, text="hello\n",
                    path=case.other("echo/blocking_udp_echo_client"))
    expect(said.endswith("Reply is: hello\n"), said)


@test("buffers/reference_counted", "tutorial/daytime2/server", "tutorial/daytime3/server",
      "tutorial/daytime7/server", "iostreams/daytime_server", shares="daytime")
def tcp_daytime(case):
    fixed = "buffers" not in case.name
    port = programs.DAYTIME_PORT if fixed else free_port()
    case.serve(*(() if fixed else (port,)), port=port)
    for _ in range(50):
        with connect(port) as s:
            expect(re.search(rb"\d\d:\d\d:\d\d", read_to_end(s)), "no time of day")
    if fixed:
        for client in ("tutorial/daytime1/client", "iostreams/daytime_client",
                       "services/daytime_client"):
            if case.name.startswith("cpp11/") or client.startswith("tutorial"):
                said = case.run("127.0.0.1", path=case.other(client))
                expect(re.search(r"\d\d:\d\d:\d\d", said), f"{client}: {said}")


@test("tutorial/daytime5/server", "tutorial/daytime6/server", "tutorial/daytime7/server",
      shares="daytime")
def udp_daytime(case):
    case.serve(port=programs.DAYTIME_PORT, kind="udp")
    for client in ("tutorial/daytime4/client", "futures/daytime_client"):
        if case.name.startswith("cpp11/") or client.startswith("tutorial"):
            said = case.run("127.0.0.1", path=case.other(client))
            expect(re.search(r"\d\d:\d\d:\d\d", said), f"{client}: {said}")


@test("futures/daytime_client", shares="daytime")
def future_daytime(case):
    wait_until_free(programs.DAYTIME_PORT)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        s.bind(("127.0.0.1", programs.DAYTIME_PORT))
        s.settimeout(LIMIT)

        def answer():
            _, client = s.recvfrom(100)
            s.sendto(b"12:34:56\n", client)
        thread = threading.Thread(target=answer)
        thread.start()
        said = case.run("127.0.0.1")
        thread.join()
    expect("12:34:56" in said, said)


@test("fork/daemon", shares="daytime")
def daemon(case):
    def pids():
        for link in pathlib.Path("/proc").glob("[0-9]*/exe"):
            with contextlib.suppress(OSError):
                if os.readlink(link) == str(case.path):
                    yield int(link.parts[2])
    try:
        process = case.start()
        case.output(process)
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
            s.settimeout(LIMIT)
            s.connect(("127.0.0.1", programs.DAYTIME_PORT))
            for _ in range(50):
                s.send(b"?")
                expect(re.search(rb"\d\d:\d\d:\d\d", s.recv(100)), "no time of day")
        for pid in pids():
            os.kill(pid, signal.SIGTERM)
        case.wait_for("end of the daemon by SIGTERM", lambda: not list(pids()))
    finally:
        for pid in pids():
            os.kill(pid, signal.SIGKILL)


def fetch_pages(case, port):
    root = case.scratch / "root"
    urls = []
    for i in range(20):
        urls += ["-o", case.scratch / f"got{i}", f"http://127.0.0.1:{port}/{i}.txt"]
    result = subprocess.run(["curl", "-sS", "--fail", "--parallel", *map(str, urls)],
                            capture_output=True, text=True, timeout=LIMIT)
    expect(result.returncode == 0, result.stderr)
    for i in range(20):
        expect((case.scratch / f"got{i}").read_bytes() == (root / f"{i}.txt").read_bytes(),
               "page differs")
    missing = subprocess.run(["curl", "-s", "-o", os.devnull, "-w", "%{http_code}",
                              f"http://127.0.0.1:{port}/none"], capture_output=True, text=True,
                             timeout=LIMIT)
    expect(missing.stdout == "404", f"expected 404, found {missing.stdout}")


def document_root(case):
    root = case.scratch / "root"
    root.mkdir(exist_ok=True)
    for i in range(20):
        (root / f"{i}.txt").write_bytes(bytes(range(256)) * (i * 40) + b"%d" % i)
    return root


@test("http/server/main", workers=ONE)  # all connections share a connection manager
def http_server(case):
    case.server = case.serve("127.0.0.1", programs.HTTP_PORT, document_root(case),
                             port=programs.HTTP_PORT)
    fetch_pages(case, programs.HTTP_PORT)
    for client in ("http/client/sync_client", "http/client/async_client"):
        if any(p.name == case.name.split("/")[0] + "/" + client for p in case.runner.found):
            said = case.run("127.0.0.1", "/0.txt", path=case.other(client))
            expect(said.rstrip().endswith("0"), f"{client}: {said}")
    case.server.send_signal(signal.SIGTERM)
    expect(case.output(case.server) == "" and case.server.returncode == 0, "no clean end")


@test("http/server2/main", "http/server3/main")
def http_server_with_threads(case):
    port = free_port()
    case.server = case.serve("127.0.0.1", port, 2, document_root(case), port=port)
    fetch_pages(case, port)
    case.server.send_signal(signal.SIGTERM)
    expect(case.output(case.server) == "" and case.server.returncode == 0, "no clean end")


@test("http/server4/main")
def http_server_coroutine(case):
    port = free_port()
    case.server = case.serve("127.0.0.1", port, document_root(case), port=port)
    fetch_pages(case, port)
    case.server.send_signal(signal.SIGTERM)
    expect(case.output(case.server) == "" and case.server.returncode == 0, "no clean end")


@test("chat/chat_server", workers=ONE)  # the participants share a room
def chat(case):
    port = free_port()
    case.serve(port, port=port)
    clients = [case.start("127.0.0.1", port, path=case.other("chat/chat_client"),
                          stdin=subprocess.PIPE) for _ in range(3)]
    for i, client in enumerate(clients):
        client.stdin.write(f"line of {i}\n")
        client.stdin.flush()
    for client in clients:
        for i in range(3):
            case.wait_for_line(client, f"line of {i}")
    for client in clients:
        client.stdin.close()
        case.output(client)


@test("coroutines_ts/chat_server", "coroutines/chat_server", workers=ONE)  # the same
def coroutine_chat(case):
    port = free_port()
    case.serve(port, port=port)
    clients = [connect(port) for _ in range(4)]
    for i, client in enumerate(clients):
        client.sendall(b"line of %d\n" % i)
    for client in clients:
        got = b""
        while len(got) < 4 * len(b"line of 0\n"):
            part = client.recv(1000)
            expect(part, "server closed the connection")
            got += part
        expect(sorted(got.splitlines()) == [b"line of %d" % i for i in range(4)], f"got {got}")
        client.close()


@test("timeouts/server", workers=ONE)  # the subscribers share a channel
def line_server(case):
    port = free_port()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        s.bind(("127.0.0.1", 0))
        s.settimeout(LIMIT)
        case.serve(port, "127.0.0.1", s.getsockname()[1], port=port)
        with connect(port) as a:
            def say(word, sender, receivers):
                sender.sendall(word + b"\n")
                for client in receivers:
                    expect(read_exactly(client, len(word) + 1) == word + b"\n", "line differs")
                expect(s.recv(100) == word, "broadcast differs")
            say(b"one", a, (a,))  # who has its own line back takes part
            with connect(port) as b:
                say(b"two", b, (a, b))
                say(b"three", a, (a, b))


@test("timeouts/async_tcp_client")
def client_with_deadline(case):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        process = case.start("127.0.0.1", listener.getsockname()[1])
        connection, _ = listener.accept()
        with connection:
            connection.sendall(b"hello\n")
            case.wait_for_line(process, "Received: hello")
            connection.settimeout(LIMIT)
            expect(connection.recv(1) == b"\n", "no heartbeat")
        case.output(process)


@test("timeouts/blocking_tcp_client", "timeouts/blocking_token_tcp_client")
def blocking_client(case):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        def answer():
            connection, _ = listener.accept()
            with connection:
                connection.sendall(read_exactly(connection, 6))
        thread = threading.Thread(target=answer)
        thread.start()
        said = case.run("127.0.0.1", listener.getsockname()[1], "hello")
        thread.join()
    expect("Round trip time" in said, said)


@test("timeouts/blocking_udp_client")
def blocking_udp_client(case):
    port = free_port()
    process = case.serve("127.0.0.1", port, port=port, kind="udp")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        s.sendto(b"hello", ("127.0.0.1", port))
        case.wait_for_line(process, "Received: hello")


@test("local/stream_server")
def local_stream(case):
    path = case.scratch / "socket"
    process = case.start(path)
    case.wait_for("socket", path.exists)

    def client(number):
        with socket.socket(socket.AF_UNIX) as s:
            s.settimeout(LIMIT)
            s.connect(str(path))
            for round in range(30):
                message = b"%d %d" % (number, round)
                s.sendall(message)
                expect(read_exactly(s, len(message)) == message, "echo differs")
    case.wait_for("listening", lambda: str(path) in pathlib.Path("/proc/net/unix").read_text())
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        for future in [pool.submit(client, n) for n in range(8)]:
            future.result(LIMIT)
    for name in ("local/stream_client", "local/iostream_client"):
        said = case.start(path, path=case.other(name), stdin=subprocess.PIPE)
        said.stdin.write("hello\n")
        said.stdin.flush()
        case.wait_for_line(said, "hello")
    expect(process.poll() is None, "server ended")


@test("local/fd_passing_stream_server")
def descriptor_passing(case):
    path = case.scratch / "socket"
    case.start(path)
    case.wait_for("socket", lambda: str(path) in pathlib.Path("/proc/net/unix").read_text())
    file = case.scratch / "file"
    said = case.run(path, text=f"{file}\n", path=case.other("local/fd_passing_stream_client"))
    expect("File descriptor received is" in said, said)
    expect("writing to received fd" in file.read_text(), "nothing written")


@test("local/connect_pair")
def connected_pair(case):
    process = case.start(stdin=subprocess.PIPE)
    for word in ("one", "two", "three"):
        process.stdin.write(word + "\n")
        process.stdin.flush()
        case.wait_for_line(process, f"Result: {word.upper()}")


@test("multicast/receiver")
def multicast(case):
    process = case.serve("0.0.0.0", "239.255.0.1", port=30001, kind="udp")
    # Whether this machine passes multicast to itself is not coio's affair.
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        try:
            s.sendto(b"probe", ("239.255.0.1", 30001))
        except OSError as error:
            print(f"multicast is left out: {error}")
            return
    case.start("239.255.0.1", path=case.other("multicast/sender"))
    case.wait_for_line(process, "Message 2")


@test("ssl/server")
def ssl_pair(case):
    # Asio's own certificates have an end; these are made alike.
    for words in (["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost",
                   "-days", "2", "-keyout", "key.pem", "-out", "ca.pem"],):
        subprocess.run(["openssl", *words], cwd=case.scratch, check=True, capture_output=True)
    (case.scratch / "server.pem").write_text(
        (case.scratch / "key.pem").read_text() + (case.scratch / "ca.pem").read_text())
    shutil.copy(case.runner.setup.examples / case.name.rsplit("/", 1)[0] / "dh4096.pem",
                case.scratch)
    port = free_port()
    case.serve(port, port=port)
    context = ssl.create_default_context(cafile=str(case.scratch / "ca.pem"))
    echo(port, wrap=lambda s: context.wrap_socket(s, server_hostname="localhost"))
    said = case.run("127.0.0.1", port, text="hello\n", path=case.other("ssl/client"))
    expect("Reply: hello" in said, said)


@test("serialization/server")
def serialization(case):
    port = free_port()
    case.serve(port, port=port)
    for _ in range(5):
        said = case.run("127.0.0.1", port, path=case.other("serialization/client"))
        expect("Stock number 0" in said and "Stock number 1" in said, said)


@test("porthopper/server", workers=ONE)  # control and frames share the set of ports
def porthopper(case):
    port = free_port()
    case.serve(port, port=port)
    client = case.start("127.0.0.1", port, path=case.other("porthopper/client"))
    case.wait_for_line(client, "Starting renegotiation")


@test("channels/throttling_proxy")
def proxy(case):
    port, listening = free_port(), free_port()
    case.serve(port, port=port, path=case.other("echo/async_tcp_echo_server", "cpp11"))
    case.serve("127.0.0.1", listening, "127.0.0.1", port, port=listening)
    with connect(listening) as s:
        s.sendall(b"hello")
        expect(read_exactly(s, 5) == b"hello", "echo differs")


@test("channels/mutual_exclusion_1", "channels/mutual_exclusion_2", workers=ONE)
def mutual_exclusion(case):  # two coroutines share a channel
    port = free_port()
    case.serve("127.0.0.1", port, port=port)
    with connect(port) as s:
        got = b""
        for i in range(20):
            s.sendall(b"%d\n" % i)
        while b"<heartbeat>" not in got or b"<line>19\n" not in got:
            part = s.recv(1000)
            expect(part, "server closed the connection")
            got += part
        lines = [line for line in got.splitlines() if line != b"<heartbeat>"]
        expect(lines == [b"<line>%d" % i for i in range(20)], f"got {got}")


# --- Programs that end by themselves, compared with the unswapped ones --------------------------

def compare(*names, workers=ALL, text="", serves=False, ordered=True, arguments=(), blur=None):
    """blur: a regular expression of what differs from run to run of the unswapped program, too."""
    def compared(case):
        outputs = []
        for path in (case.plain, case.path):
            if not serves:
                outputs.append(case.run(*arguments, text=text, path=path))
            else:
                # Such a program accepts one connection after the other, and ends.
                port = case.own_port()
                process = case.serve(port=port, path=path)
                data = ""
                while process.poll() is None:
                    with contextlib.suppress(OSError), connect(port) as s:
                        data += read_to_end(s).decode()
                outputs.append(case.output(process) + data)
        if blur:
            outputs = [re.sub(blur, "", o) for o in outputs]
        plain, swapped = (o if ordered else sorted(o.splitlines()) for o in outputs)
        expect(plain == swapped, f"unswapped: {plain}\nswapped: {swapped}")
        expect(plain, "no output")
    compared.needs_plain = True
    compared.shares = None
    TESTS.append((names, workers, compared))


compare("tutorial/timer1/timer", "tutorial/timer2/timer", "tutorial/timer4/timer",
        "tutorial/timer3/timer", "timers/time_t_timer")
compare("tutorial/timer5/timer", blur="Timer [12]")
compare("invocation/prioritised_handlers", workers=ONE)
compare("invocation/completion_executor", ordered=False)
compare(*(f"deferred/deferred_{i}" for i in range(1, 8)))
compare("parallel_group/wait_for_all", "parallel_group/wait_for_one_error",
        "parallel_group/wait_for_one_success", "parallel_group/wait_for_one", text="hello\n")
compare("parallel_group/ranged_wait_for_all", ordered=False)  # in the order of their ends
compare("operations/callback_wrapper", "operations/c_callback_wrapper", text="hello\n")
compare(*(f"operations/composed_{i}" for i in range(1, 9)), serves=True)
compare("type_erasure/main", text="".join(f"{i}\n" for i in range(10)), workers=ONE)
compare("spawn/parallel_grep", arguments=("root", "/etc/passwd", "/etc/group"), ordered=False)


def main():
    parser = argparse.ArgumentParser(description="Runs Asio's examples swapped.")
    programs.add_arguments(parser)
    parser.add_argument("--workers", type=int, action="append", default=[],
                        help="run only with this number")
    arguments = parser.parse_args()
    setup = programs.Setup(arguments)
    setup.prepare()
    found = programs.find(setup.examples)
    runner = Runner(setup, found)
    # The same program in several versions of C++ is run in the newest.
    newest = {p.name.split("/", 1)[1]: p for p in sorted(found, key=lambda p: p.name)}
    if "-DASIO_HAS_IO_URING=1" in arguments.flag:
        for name in [n for n in newest if n.startswith("fork/")]:
            print(f"left out, a fork with io_uring does not work with asio::io_context either: {name}")
            del newest[name]
    jobs = []
    for names, workers, function in TESTS:
        for program in newest.values():
            if program.name.split("/", 1)[1] in names or \
                    ("coroutines" in program.name and program.name.rsplit("/", 1)[1] in names):
                if arguments.only in program.name:
                    jobs.append((function, program, workers))

    def run(job):
        """With each number of workers; returns how many passed, and which failed."""
        function, program, workers = job
        folder = setup.swapped if workers == ONE else setup.all_workers
        passed, failed = 0, []
        for count in workers:
            if arguments.workers and count not in arguments.workers:
                continue
            title = f"{program.name} ({function.__name__}, {count} workers)"
            with tempfile.TemporaryDirectory() as scratch:
                try:
                    case = Case(runner, program, count, folder, pathlib.Path(scratch))
                    if case.path is None:
                        print(f"left out, does not build unswapped: {program.name}")
                        break
                    if hasattr(function, "needs_plain"):
                        case.plain = runner.program(program, setup.examples)
                    with case.stack:
                        function(case)
                    passed += 1
                except (Failure, OSError, concurrent.futures.TimeoutError) as failure:
                    failed.append(title)
                    print(f"failed: {title}: {failure!r}", flush=True)
        return passed, failed

    # Some ports are written in the programs: other build folders on this machine wait.
    lock = open(pathlib.Path(tempfile.gettempdir()) / "coio-conformance.lock", "a")
    fcntl.flock(lock, fcntl.LOCK_EX)

    # Those that share something, one after the other; the longest, which are the last, first.
    sequences = {}
    for number, job in enumerate(jobs):
        sequences.setdefault(job[0].shares or number, []).append(job)
    passed, failed = 0, []
    with concurrent.futures.ThreadPoolExecutor(RUNS) as pool:
        for results in pool.map(lambda s: [run(j) for j in s], reversed(sequences.values())):
            for count, titles in results:
                passed += count
                failed += titles
    print(f"{passed} runs passed, {len(failed)} failed")
    if failed or not passed:
        sys.exit("failed: " + ", ".join(failed))


if __name__ == "__main__":
    main()
