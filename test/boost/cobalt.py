"""Boost.Cobalt: a server of its coroutines, and its example of a thread pool with one word changed."""

import signal
import sys
import unittest

import peers
from peers import PROGRAMS, WORKERS, Server, run


class Cobalt(unittest.TestCase):
    def test_thread_pool_example(self):
        for workers in WORKERS:
            with self.subTest(workers=workers):
                said = run("cobalt_thread_pool", workers=workers)
                self.assertEqual(said.count("The CPU intensive result"), 33, said)
                self.assertIn("of adding 60 to -18, is 42", said)

    def test_server(self):
        for workers in WORKERS:
            with self.subTest(workers=workers):
                port = peers.free_port()
                with Server(PROGRAMS / "cobalt_server", port, port=port, ends_by=signal.SIGTERM,
                            env=peers.environment(workers)):
                    peers.all_repeat(port)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
