"""Boost.Process: children of a context of 1, 2 and 4 workers."""

import sys
import unittest

from peers import WORKERS, run


class Process(unittest.TestCase):
    def test_examples(self):
        for name in ("intro", "intro_popen"):
            for workers in WORKERS:
                with self.subTest(name=name, workers=workers):
                    self.assertIn("Free Software Foundation", run(f"process_{name}", workers=workers))

    def test_many_children(self):
        for workers in WORKERS:
            with self.subTest(workers=workers):
                self.assertEqual(run("process_children", 500, workers=workers), "500 children\n")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
