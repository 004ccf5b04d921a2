"""Builds the programs of a benchmark: those of this project with CMake, those of its peers with the
tools of their ecosystems.

A target is a name that CMake knows, or PEER/NAME for a program in bench/peer/PEER.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PEERS = ROOT / "bench" / "peer"
# What builds a peer, and where to get it.
TOOLS = {"go": ("go", "https://go.dev, or Debian's golang-go"),
         "tokio": ("cargo", "https://rustup.rs, or the cargo of Debian 13 and newer")}
# Targets that CMake leaves out when it does not find a package: the name that it looks for, and
# Debian's.
OPTIONAL = {"tasks_onetbb": ("TBB", "libtbb-dev")}


class Failure(Exception):
    pass


class Programs:
    def __init__(self, asio=None, boost=None):
        self._options = ["-DCMAKE_BUILD_TYPE=Release", "-DCOIO_BENCHMARKS=ON", "-DCOIO_TESTS=OFF",
                         "-DCOIO_EXAMPLES=OFF"]
        self._skipped = {}  # by target: why
        self._built = set()  # peers
        self.folder = ROOT / "build" / "bench"
        self._peers = self.folder.with_name("bench-peer")
        if asio:
            asio = asio.resolve()
            self.folder = self.folder.with_name("bench-" + asio_version(asio))
            self._options.append(f"-DCOIO_ASIO_INCLUDE_DIR={asio}")
        if boost:
            self.folder = self.folder.with_name("bench-boost-" + boost_version(boost))
            self._options += ["-DCOIO_BOOST=ON", f"-DCOIO_BOOST_INCLUDE_DIR={boost}"]

    def make(self, targets):
        print(f"building in {self.folder.relative_to(ROOT)} ...", flush=True)
        command("cmake", "-S", ROOT, "-B", self.folder, *self._options)
        own, peers = [], {}
        for target in targets:
            peer, _, name = target.rpartition("/")
            if peer:
                peers.setdefault(peer, []).append(name)
            elif self._has_package(target):
                own.append(target)
        command("cmake", "--build", self.folder, "--parallel", len(os.sched_getaffinity(0)),
                "--target", *own)
        for peer, names in peers.items():
            self._make_peer(peer, names)

    def path(self, target):
        """Of the program; none if it has been skipped."""
        if target in self._skipped:
            return None
        return (self._peers if "/" in target else self.folder / "bench") / target

    def versions(self):
        """Of the peers that have been built."""
        found = []
        if "go" in self._built:
            text = subprocess.run(["go", "version"], stdout=subprocess.PIPE, text=True).stdout
            found.append(text.split()[2])
        if "tokio" in self._built:
            lock = (PEERS / "tokio" / "Cargo.lock").read_text()
            found.append("tokio " + re.search(r'name = "tokio"\nversion = "(.*)"', lock).group(1))
        return found

    def cache(self, name):
        """The value of a variable in CMake's cache."""
        text = (self.folder / "CMakeCache.txt").read_text()
        match = re.search(rf"^{name}:\w+=(.*)$", text, re.MULTILINE)
        return match.group(1) if match else ""

    def asio_version(self):
        headers = pathlib.Path(self.cache("COIO_BENCH_ASIO"))
        if self.cache("COIO_BOOST") == "ON":
            return f"of Boost {boost_version(headers)}"
        return asio_version(headers)

    def _has_package(self, target):
        package, debian = OPTIONAL.get(target, ("", ""))
        if package and not pathlib.Path(self.cache(package + "_DIR")).is_dir():
            self._skip(target, f"CMake does not find {package} (Debian: {debian})")
            return False
        return True

    def _make_peer(self, peer, names):
        tool, source = TOOLS[peer]
        targets = [f"{peer}/{name}" for name in names]
        if not shutil.which(tool):
            for target in targets:
                self._skip(target, f"{tool} is missing ({source})")
            return
        try:
            self._make_go(names) if peer == "go" else self._make_tokio(names)
            self._built.add(peer)
        except Failure as e:
            # An old toolchain, or no way to fetch what it needs: no reason not to measure the rest.
            print(e, flush=True)
            for target in targets:
                self._skip(target, f"{tool} failed (newest: {source})")

    def _make_go(self, names):
        folder = self._peers / "go"
        folder.mkdir(parents=True, exist_ok=True)
        command("go", "build", "-o", folder, *(f"./{name}" for name in names), cwd=PEERS / "go")

    def _make_tokio(self, names):
        folder = self._peers / "tokio"
        target = self._peers / "cargo"
        command("cargo", "build", "--quiet", "--release", "--locked", "--target-dir", target,
                *(a for name in names for a in ("--bin", name)), cwd=PEERS / "tokio")
        folder.mkdir(parents=True, exist_ok=True)
        for name in names:
            shutil.copy2(target / "release" / name, folder / name)

    def _skip(self, target, why):
        self._skipped[target] = why
        print(f"skipping {target}: {why}", flush=True)


def settings(folder):
    """What both builds of a comparison must have the same, as far as a folder says."""
    file = folder / "CMakeCache.txt"
    cache = file.read_text(encoding="utf-8") if file.exists() else ""
    return {name: value for name, value in re.findall(r"^(\w+):\w+=(.*)$", cache, re.M)
            if name in ("CMAKE_BUILD_TYPE", "CMAKE_CXX_COMPILER", "CMAKE_CXX_FLAGS",
                        "COIO_ASIO_INCLUDE_DIR", "COIO_BOOST_INCLUDE_DIR", "COIO_METRICS",
                        "COIO_SANITIZE", "COIO_TEST_SEAMS")}


class Before:
    """The programs of another build folder; those that make the load are of this build."""

    def __init__(self, folder, programs):
        self.folder = folder
        self._programs = programs
        if not (folder / "bench").is_dir():
            raise Failure(f"{folder}: expected a build folder that holds bench/")
        # One that an older build does not know has no effect there.
        before = settings(folder)
        for name, expected in settings(programs.folder).items():
            if (found := before.get(name, expected)) != expected:
                raise Failure(f"{folder}: expected {name}={expected}, as in {programs.folder}, "
                              f"found {found}")

    def path(self, target):
        """Of the program; none if that build does not have it."""
        if "/" in target or target.endswith(("_load", "_store")):
            return self._programs.path(target)
        program = (self.folder / "bench" / target).absolute()
        return program if program.exists() else None


def command(*arguments, cwd=None):
    done = subprocess.run(list(map(str, arguments)), stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, cwd=cwd)
    if done.returncode:
        raise Failure(f"{' '.join(map(str, done.args))} failed:\n{done.stdout}")


def boost_headers(which):
    """The folder that holds boost/asio.hpp, of a version, which is fetched, or a folder's name."""
    if not re.fullmatch(r"[\d.]+", which):
        return pathlib.Path(which).resolve()
    done = subprocess.run([sys.executable, ROOT / "test/conformance/fetch_boost.py", which,
                           ROOT / "build" / "boost"], stdout=subprocess.PIPE, text=True)
    if done.returncode:
        raise Failure(f"--boost {which}: see above")
    return pathlib.Path(done.stdout.strip())


def boost_version(folder):
    header = folder / "boost" / "version.hpp"
    if not header.exists():
        raise Failure(f"{folder}: expected a folder that holds boost/asio.hpp and boost/version.hpp")
    return re.search(r'#define BOOST_LIB_VERSION "(\w+)"', header.read_text()).group(1).replace("_", ".")


def asio_version(folder):
    header = folder / "asio" / "version.hpp"
    if not header.exists():
        raise Failure(f"{folder}: expected a folder that holds asio.hpp and asio/version.hpp")
    number = int(re.search(r"#define ASIO_VERSION (\d+)", header.read_text()).group(1))
    return f"{number // 100000}.{number // 100 % 1000}.{number % 100}"
