"""Looks at a core dump with the commands for gdb.

gdb.py GDB SCRIPT PROGRAM
"""

import os
import re
import subprocess
import sys
import tempfile
import unittest

GDB, SCRIPT, PROGRAM = sys.argv[1:]
LIMIT = 100  # seconds


def gdb(*arguments):
    result = subprocess.run([GDB, "-batch", "-nx", *arguments], capture_output=True, text=True,
                            timeout=LIMIT, stdin=subprocess.DEVNULL)
    return result.stdout + result.stderr


class Commands(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        core = os.path.join(cls.folder.name, "core")
        output = gdb("-ex", "run", "-ex", f"generate-core-file {core}", PROGRAM)
        if not os.path.exists(core):
            raise AssertionError("no core dump:\n" + output)
        cls.core = core

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def ask(self, *commands):
        answer = gdb("-x", SCRIPT, PROGRAM, self.core, *(a for c in commands for a in ("-ex", c)))
        self.assertNotIn("Python Exception", answer)
        return answer

    def test_info_groups_what_waits(self):
        answer = self.ask("info coio")
        self.assertRegex(answer, r"scheduler at 0x\w+: 2 workers \(threads \d+, \d+\), 306 coroutines")
        self.assertRegex(answer, r"301 x waits in sync::recv at\n"
                                 r"    inner\(coio::sync::receiver<int>\) \(.*crashing\.cpp:11\)\n"
                                 r"    outer\(coio::sync::receiver<int>\) \(.*crashing\.cpp:15\)\n"
                                 r"  coroutine \d+.* and 293 more")
        self.assertRegex(answer, r'1 x waits in sync::mutex::lock at\n.*\n  coroutine \d+ "locker"')
        self.assertRegex(answer, r'1 x waits in join at\n.*\n  coroutine \d+ "joiner"')
        self.assertRegex(answer, r"1 x waits in accept at\n")
        self.assertRegex(answer, r'1 x runs, or is ready to run at\n    crashes\(\) .*\n'
                                 r'  coroutine \d+ "culprit"')

    def test_bt_is_the_chain_of_the_thread_that_crashed(self):
        self.assertRegex(self.ask("coio bt"),
                         r'coroutine \d+ "culprit" runs, or is ready to run at\n'
                         r"    crashes\(\) \(.*crashing\.cpp:19\)\n"
                         r"  joined by coroutine 1 at\n"
                         r"    main::.* \(.*crashing\.cpp:\d+\)\n")

    def test_bt_of_a_number_follows_joins(self):
        head = re.search(r'coroutine (\d+) "head"', self.ask(
            "python coio_of_name = lambda n: [c.title() for s in Scheduler.all() "
            "for c in s.coroutines() if c.name == n]",
            "python print(coio_of_name('head'))"))[1]
        self.assertRegex(self.ask("coio bt " + head),
                         r'coroutine \d+ "head" waits in sync::recv at\n'
                         r"    inner.*\n    outer.*\n"
                         r'  joined by coroutine \d+ "joiner" at\n    main::.*crashing\.cpp:\d+')

    def test_bt_of_nobody_says_so(self):
        self.assertIn("coio bt: expected the number of a coroutine that is alive, found 99999",
                      self.ask("coio bt 99999"))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
