"""Ports and connections on loopback, and how a test says what it expects of them."""
import concurrent.futures
import contextlib
import itertools
import socket
import time

LIMIT = 60  # seconds for one program


class Failure(Exception):
    pass


def expect(condition, what):
    if not condition:
        raise Failure(what)


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
