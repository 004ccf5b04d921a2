"""Boost.Redis: its examples with one word changed, and a server of ours, against a redis-server.

The examples share one connection among coroutines without a lock, which is right only while one thread
runs the context: they run with one worker. redis_server.cpp is for several.
"""

import shutil
import signal
import subprocess
import sys
import unittest

import peers
from peers import LIMIT, PROGRAMS, WORKERS, Server, run


class Redis(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.port = peers.free_port()
        # Debian has the program in the package redis-tools, under another name.
        program = shutil.which("redis-server") or shutil.which("redis-check-rdb")
        cls.redis = cls.enterClassContext(Server(
            "redis-server", "--port", cls.port, "--bind", "127.0.0.1", "--save", "", "--dir",
            peers.scratch("redis"), port=cls.port, ends_by=signal.SIGTERM,
            executable=program))

    def ask(self, *command):
        return subprocess.run(["redis-cli", "-p", str(self.port), *command], check=True, text=True,
                              capture_output=True, timeout=LIMIT).stdout.strip()

    def test_requests(self):
        for name, expected in [("cpp17_intro", "PING: Hello world"),
                               ("cpp17_intro_sync", "Response: PONG"),
                               ("intro", "PING: Hello world"),
                               ("timeouts", "PING: Hello world"),
                               ("json", "Country: Brazil"),
                               ("containers", "key3")]:
            with self.subTest(name=name):
                self.assertIn(expected, run(f"redis_{name}", "127.0.0.1", self.port, workers=1))

    def test_messages(self):
        for name, channel in [("chat_room", "channel"), ("subscriber", "mychannel")]:
            with self.subTest(name=name):
                with subprocess.Popen(["stdbuf", "-oL", PROGRAMS / f"redis_{name}", "127.0.0.1",
                                       str(self.port)],
                                      stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                      env=peers.environment(1)) as program:
                    while not self.ask("PUBSUB", "NUMSUB", channel).endswith("1"):
                        self.assertIsNone(program.poll())
                    for i in range(10):
                        self.ask("PUBLISH", channel, f"message {i}")
                    for i in range(10):
                        line = program.stdout.readline()
                        while line == "\n":
                            line = program.stdout.readline()
                        self.assertIn(f"channel {channel}: message {i}", line)
                    program.send_signal(signal.SIGINT)
                    # With its input open; chat_room ends by what its canceled wait throws.
                    self.assertIn(program.wait(LIMIT), (0, 1))

    def test_echo_server_example(self):
        with Server(PROGRAMS / "redis_echo_server", "127.0.0.1", self.port, port=55555,
                    env=peers.environment(1)):
            peers.all_repeat(55555)

    def test_server_of_several_workers(self):
        for workers in WORKERS:
            with self.subTest(workers=workers):
                port = peers.free_port()
                with Server(PROGRAMS / "redis_server", self.port, port, port=port,
                            ends_by=signal.SIGTERM, env=peers.environment(workers)):
                    peers.all_repeat(port)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
