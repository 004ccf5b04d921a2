"""Programs with a protocol of their own: chat, deadlines, local sockets, multicast, TLS, proxies."""
import concurrent.futures
import pathlib
import shutil
import socket
import ssl
import subprocess
import threading

from cases import ONE, test
from loopback import LIMIT, connect, echo, expect, free_port, read_exactly


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
