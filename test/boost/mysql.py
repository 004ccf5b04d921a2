"""Boost.MySQL's examples with one word changed, against a MariaDB.

Those that are one chain of operations run with 1, 2 and 4 workers; so does the HTTP server whose
connection pool is made thread-safe. The servers whose pool is not run with one worker.
"""

import os
import shutil
import signal
import subprocess
import sys
import unittest

import peers
from peers import LIBRARIES, LIMIT, PROGRAMS, WORKERS, Server, run

try:
    import requests
except ImportError:
    requests = None

EXAMPLES = LIBRARIES / "mysql/example"
WHO = ("example_user", "example_password", "127.0.0.1")


def server_program():
    return shutil.which("mariadbd") or shutil.which("mariadbd", path="/usr/sbin")


class MySQL(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = peers.scratch("mysql")
        cls.socket = folder / "socket"
        cls.certificate, key = peers.certificate(folder)
        # Read by the server, which may run as another user.
        user = ["--user=root"] if os.geteuid() == 0 else []
        subprocess.run(["mariadb-install-db", "--no-defaults", f"--datadir={folder}/data",
                        "--auth-root-authentication-method=normal", "--skip-test-db",
                        *user], check=True, capture_output=True)
        cls.enterClassContext(Server(
            server_program(), "--no-defaults", f"--datadir={folder}/data",
            f"--socket={cls.socket}", "--bind-address=127.0.0.1", "--port=3306",
            "--skip-name-resolve", f"--ssl-cert={cls.certificate}", f"--ssl-key={key}",
            *user, port=3306, ends_by=signal.SIGTERM))

    def setUp(self):
        for script in ("db_setup.sql", "3_advanced/http_server_cpp20/db_setup.sql",
                       "3_advanced/http_server_cpp14_coroutines/db_setup.sql"):
            if (EXAMPLES / script).exists():
                self.sql((EXAMPLES / script).read_text())
        self.sql("DELETE FROM mysql.global_priv WHERE User = ''; FLUSH PRIVILEGES")

    def sql(self, text):
        subprocess.run(["mariadb", f"--socket={self.socket}", "-uroot", "-BN"], input=text,
                       check=True, capture_output=True, text=True, timeout=LIMIT)

    def test_chains(self):
        for name, arguments, expected in [
                ("1_sync", WHO, "Hello world!"),
                ("2_async", WHO, "Hello world!"),
                ("3_with_params", (*WHO, 1), "Employee's name is:"),
                ("4_static_interface", (*WHO, 1), "Employee's name is:"),
                ("5_updates_transactions", (*WHO, 1, "John"), ""),
                ("inserts", (*WHO, "John", "Doe", "HGS"), ""),
                ("deletes", (*WHO, 20), ""),
                ("callbacks", WHO, ""),
                ("coroutines_cpp11", WHO, ""),
                ("batch_inserts", (*WHO, EXAMPLES / "private/employees_multiple.json"), "Done"),
                ("batch_inserts_generic", (*WHO, EXAMPLES / "private/employees_multiple.json"), "Done"),
                ("patch_updates", (*WHO, 1, "--salary=40000"), ""),
                ("dynamic_filters", (*WHO, "--company-id=HGS"), ""),
                ("disable_tls", WHO, "Hello world!"),
                ("tls_certificate_verification", (*WHO, self.certificate), ""),
                ("metadata", WHO, ""),
                ("prepared_statements", (*WHO, "HGS"), ""),
                ("pipeline", (*WHO, "HGS"), ""),
                ("multi_function", WHO, ""),
                ("source_script", (*WHO, EXAMPLES / "private/test_script.sql"), ""),
                ("unix_socket", (*WHO[:2], self.socket), "Hello world!")]:
            for workers in WORKERS:
                with self.subTest(name=name, workers=workers):
                    self.assertIn(expected, run(f"mysql_{name}", *arguments, workers=workers))

    def their_test(self, script, program, workers, *more):
        done = subprocess.run([sys.executable, EXAMPLES / "private" / script,
                               PROGRAMS / f"mysql_{program}", "127.0.0.1", *more], text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=LIMIT,
                              env=peers.environment(workers))
        self.assertEqual(done.returncode, 0, done.stdout[-3000:])

    def test_servers_of_one_worker(self):
        self.their_test("run_tutorial_connection_pool.py", "6_connection_pool", 1)
        self.their_test("run_tutorial_connection_pool.py", "7_error_handling", 1, "--test-errors")

    @unittest.skipUnless(requests, "needs Python's requests (Debian: python3-requests)")
    def test_http_server_with_stackful_coroutines(self):
        self.their_test("run_notes.py", "http_server_cpp14_coroutines", 1)

    @unittest.skipUnless(requests, "needs Python's requests (Debian: python3-requests)")
    def test_http_server_on_a_pool(self):
        for workers in WORKERS:
            with self.subTest(workers=workers):
                self.their_test("run_orders.py", "http_server_cpp20", workers)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
