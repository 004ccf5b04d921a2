"""Runs the echo server of README.md, and talks to it with two clients at a time.

echo.py PROGRAM
"""

import re
import socket
import subprocess
import sys

LIMIT = 100  # seconds

with subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE, text=True) as server:
    try:
        line = server.stdout.readline()
        said = re.fullmatch(r"coio echoes on 127\.0\.0\.1:(\d+)\n", line)
        if not said:
            sys.exit(f"The server has printed: {line!r}")
        address = "127.0.0.1", int(said[1])
        with (socket.create_connection(address, LIMIT) as one,
              socket.create_connection(address, LIMIT) as two):
            # More than the server's buffer holds; the first client waits while the second is served.
            texts = {two: b"second" * 2000, one: b"first" * 3000}
            for client, text in texts.items():
                client.sendall(text)
                client.shutdown(socket.SHUT_WR)
                answer = b""
                while part := client.recv(65536):
                    answer += part
                if answer != text:
                    sys.exit(f"{len(text)} bytes sent, {len(answer)} other bytes received")
        if server.poll() is not None:
            sys.exit(f"The server has ended with status {server.returncode}")
    finally:
        server.kill()
