"""Configures with CMake and builds the programs of a benchmark."""

import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Failure(Exception):
    pass


class Programs:
    def __init__(self, asio=None):
        self._options = ["-DCMAKE_BUILD_TYPE=Release", "-DCOIO_BENCHMARKS=ON", "-DCOIO_TESTS=OFF",
                         "-DCOIO_EXAMPLES=OFF"]
        self.folder = ROOT / "build" / "bench"
        if asio:
            asio = asio.resolve()
            self.folder = self.folder.with_name("bench-" + asio_version(asio))
            self._options.append(f"-DCOIO_ASIO_INCLUDE_DIR={asio}")

    def make(self, targets):
        print(f"building in {self.folder.relative_to(ROOT)} ...", flush=True)
        self._cmake("-S", ROOT, "-B", self.folder, *self._options)
        self._cmake("--build", self.folder, "--parallel", "--target", *targets)

    def path(self, target):
        return self.folder / "bench" / target

    def cache(self, name):
        """The value of a variable in CMake's cache."""
        text = (self.folder / "CMakeCache.txt").read_text()
        match = re.search(rf"^{name}:\w+=(.*)$", text, re.MULTILINE)
        return match.group(1) if match else ""

    def asio_version(self):
        return asio_version(pathlib.Path(self.cache("COIO_BENCH_ASIO")))

    @staticmethod
    def _cmake(*arguments):
        done = subprocess.run(["cmake", *map(str, arguments)], stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True)
        if done.returncode:
            raise Failure(f"{' '.join(map(str, done.args))} failed:\n{done.stdout}")


def asio_version(folder):
    header = folder / "asio" / "version.hpp"
    if not header.exists():
        raise Failure(f"{folder}: expected a folder that holds asio.hpp and asio/version.hpp")
    number = int(re.search(r"#define ASIO_VERSION (\d+)", header.read_text()).group(1))
    return f"{number // 100000}.{number // 100 % 1000}.{number % 100}"
