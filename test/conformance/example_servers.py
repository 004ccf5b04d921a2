"""Servers of echoes, of the time of day and of pages, with clients of Python and of Asio."""
import contextlib
import os
import pathlib
import re
import signal
import socket
import subprocess
import threading

import programs
from cases import ONE, test
from loopback import LIMIT, connect, echo, expect, free_port, read_to_end, wait_until_free


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
