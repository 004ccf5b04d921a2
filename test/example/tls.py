"""Runs the example programs with TLS under curl and under openssl's client.

tls.py BINARIES SOURCES WORKERS
"""

import pathlib
import subprocess
import tempfile
import threading
import unittest

import examples
from examples import LIMIT


def setUpModule():
    global folder, certificate, key
    folder = tempfile.TemporaryDirectory()
    certificate, key = (str(pathlib.Path(folder.name) / n) for n in ("certificate", "key"))
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
                    "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1",
                    "-keyout", key, "-out", certificate], check=True, capture_output=True)


def tearDownModule():
    folder.cleanup()


def curl(*arguments):
    command = ["curl", "-sS", "--cacert", certificate, "--max-time", str(LIMIT), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=LIMIT).stdout


def s_client(server, *arguments, **options):
    return subprocess.Popen(["openssl", "s_client", "-connect", server.address, "-CAfile",
                             certificate, "-verify_return_error", *arguments],
                            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                            stderr=subprocess.DEVNULL, text=True, **options)


class Https(unittest.TestCase):
    def test_curl(self):
        with examples.Server("https_server", certificate, key) as server:
            url = f"https://{server.address}/"
            # Several requests on one connection, then on many at a time.
            self.assertEqual(curl("--tlsv1.3", url, url, url), "TLSv1.3 new\n" * 3)
            self.assertEqual(curl("--tls-max", "1.2", url), "TLSv1.2 new\n")
            self.assertEqual(curl("-H", "Connection: close", url), "TLSv1.3 new\n")
            many = curl("--parallel", "--parallel-max", "30", "-H", "Connection: close",
                        *[url] * 90)
            self.assertRegex(many, r"\A(TLSv1.3 (new|resumed)\n){90}\Z")
        self.assertTrue(server.alive)

    def test_session_resumption(self):
        request = "GET / HTTP/1.1\r\nConnection: close\r\n\r\n"
        session = str(pathlib.Path(folder.name) / "session")
        with examples.Server("https_server", certificate, key) as server:
            for version in ("-tls1_2", "-tls1_3"):
                for option, kind in (("-sess_out", "new"), ("-sess_in", "resumed")):
                    c = s_client(server, version, "-ign_eof", option, session)
                    out, _ = c.communicate(request, timeout=LIMIT)
                    self.assertIn(f" {kind}\n", out, version)


class Echo(unittest.TestCase):
    def test_ends_of_the_connection(self):
        """The client says that it is done; it is killed; it never speaks TLS; it leaves within the
        handshake. The server survives each, and knows which was which."""
        with examples.Server("tls_echo_server", certificate, key) as server:
            c = s_client(server, "-quiet")
            c.stdin.write("hello\n")
            c.stdin.flush()
            self.assertEqual(c.stdout.readline(), "hello\n")
            c.stdin.write("Q\n")  # with -quiet that is text like any other
            c.stdin.flush()
            self.assertEqual(c.stdout.readline(), "Q\n")
            c.kill()
            c.communicate()
            self.assertRegex(server.process.stdout.readline(), "^Lost ")

            c = s_client(server, "-quiet", "-no_ign_eof")
            c.stdin.write("hello\n")
            c.stdin.flush()
            self.assertEqual(c.stdout.readline(), "hello\n")
            c.communicate(timeout=LIMIT)  # the end of its input
            self.assertRegex(server.process.stdout.readline(), "^Goodbye ")

            with server.connect() as s:
                s.sendall(b"GET / HTTP/1.1\r\n\r\n")
                examples.read_all(s)  # an alert, and the end
            self.assertRegex(server.process.stdout.readline(), "^Lost ")

            with server.connect() as s:
                s.sendall(bytes.fromhex("160301"))  # the beginning of a client's greeting
            self.assertRegex(server.process.stdout.readline(), "^Lost ")

            # Many at a time, each with more than fits a record.
            text = "".join(f"line {i}\n" for i in range(20000))
            clients = [s_client(server, "-quiet") for _ in range(8)]
            writers = [threading.Thread(target=c.stdin.write, args=(text,)) for c in clients]
            for w in writers:
                w.start()
            for c, w in zip(clients, writers):
                self.assertEqual(c.stdout.read(len(text)), text)
                w.join(LIMIT)
                c.kill()
                c.communicate()
        self.assertTrue(server.alive)


if __name__ == "__main__":
    unittest.main(argv=["tls.py"], verbosity=2)
