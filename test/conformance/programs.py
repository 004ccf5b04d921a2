"""Asio's example programs, or Boost.Asio's: which there are, and how one is compiled, swapped or not.

Swapped means: copied, with the words asio::io_context replaced by coio::io_context, and compiled
with coio/coio.hpp included first.
"""
import dataclasses
import gzip
import os
import pathlib
import re
import subprocess
import sys
import threading

SOURCES = {".cpp", ".hpp", ".ipp", ".h"}
DATA = {".pem", ".txt"}
SSL = ("-lssl", "-lcrypto")
# Of the system's version of Boost; beside Boost.Asio's headers, what the caller links.
BOOST = ("-lboost_coroutine", "-lboost_context", "-lboost_serialization")
HAS_MAIN = re.compile(r"\bmain\s*\(")
CONTEXT = re.compile(r"\b(?:boost::)?asio::io_context\b")
# Constructors that ask for one thread.
HINT_OF_ONE = re.compile(r"(\b(?:io_context|ioc|ctx)_?)[({]1[)}]")
# Privileged ports, and their names, give way to others. So do those from which the kernel takes the
# ports of clients.
DAYTIME_PORT = 25013
HTTP_PORT = 25080
WATCHDOG_PORT = 25081
PORTS = ((re.compile(r"::v4\(\), 13\b"), f"::v4(), {DAYTIME_PORT}"),
         (re.compile(r'"daytime"'), f'"{DAYTIME_PORT}"'),
         (re.compile(r'(argv\[1\]|server), "http"'), rf'\1, "{HTTP_PORT}"'),
         (re.compile(r"\b54321\b"), str(WATCHDOG_PORT)))
# The port of many programs that are servers; each gets its own, from this one on.
SHARED_PORT = "55555"
OWN_PORTS = 25100


@dataclasses.dataclass(frozen=True)
class Program:
    name: str     # path of the file with main, below the examples' folder, without its ending
    sources: tuple  # paths below the examples' folder


def write(file, text):
    """Writes a file, unless it is so already."""
    if not file.exists() or file.read_text() != text:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)


def older(file, sources):
    """Whether a file is older than one of its sources, or does not exist."""
    if not file.exists():
        return True
    made = file.stat().st_mtime_ns
    return any(s.stat().st_mtime_ns > made for s in sources)


def find(examples):
    """All programs: every file with a main, with those beside it that have none."""
    programs = []
    for folder in sorted({f.parent for f in examples.rglob("*.cpp")}):
        files = sorted(folder.glob("*.cpp"))
        mains = [f for f in files if HAS_MAIN.search(f.read_text(errors="replace"))]
        others = [f for f in files if f not in mains]
        for main in mains:
            name = str(main.relative_to(examples).with_suffix(""))
            sources = tuple(str(f.relative_to(examples)) for f in [main, *others])
            programs.append(Program(name, sources))
    return programs


def unpack_examples(source, target):
    """Copies the sources, uncompressed: Debian compresses some of a documentation package."""
    own_port = OWN_PORTS
    for file in sorted(source.rglob("*")):
        name = file.relative_to(source)
        packed = file.suffix == ".gz"
        plain = name.with_suffix("") if packed else name
        if not file.is_file() or plain.suffix not in SOURCES | DATA:
            continue
        text = (gzip.decompress(file.read_bytes()) if packed else file.read_bytes()).decode(
            errors="replace")
        for pattern, replacement in PORTS:
            text = pattern.sub(replacement, text)
        if SHARED_PORT in text:
            text = text.replace(SHARED_PORT, str(own_port))
            own_port += 1
        write(target / plain, text)


class Setup:
    """A compiler, an Asio and a build folder."""

    def __init__(self, arguments):
        self.root = pathlib.Path(__file__).resolve().parents[2]
        self.build = arguments.build.resolve()
        self.compiler = arguments.compiler
        self.examples = self.build / "plain"    # as they are, but for ports
        self.swapped = self.build / "swapped"   # the one word changed
        self.all_workers = self.build / "all"   # and contexts that ask for one thread ask for none
        boost = "-DCOIO_BOOST_ASIO" in arguments.flag
        self.asio = "boost/asio" if boost else "asio"
        self.separate = f"-D{'BOOST_' if boost else ''}ASIO_SEPARATE_COMPILATION"
        self.flags = [
            "-std=c++20", "-w", "-pthread", f"-I{self.root}/include", f"-I{self.root}/src",
            # Many programs use boost::bind.
            "-DASIO_HAS_BOOST_BIND=1",
            f"-I{arguments.asio_headers}", *arguments.flag]
        self.link = [*SSL, *(() if boost else BOOST), "-pthread", *arguments.link]
        self.sources = arguments.source
        self.launcher = [arguments.launcher] if arguments.launcher else []
        self.build.mkdir(parents=True, exist_ok=True)
        self.given_examples = arguments.examples
        self.compiling = threading.Semaphore(arguments.jobs)

    def prepare(self):
        unpack_examples(self.given_examples, self.examples)
        self.copy(self.swapped, False)
        self.copy(self.all_workers, True)

    def copy(self, target, all_workers):
        for file in self.examples.rglob("*"):
            if file.suffix in SOURCES:
                text = CONTEXT.sub("coio::io_context", file.read_text())
                if all_workers:
                    text = HINT_OF_ONE.sub(r"\1{}", text)
                write(target / file.relative_to(self.examples), text)

    def command(self, *words):
        return subprocess.run([str(w) for w in words], capture_output=True, text=True)

    def must(self, *words):
        result = self.command(*words)
        if result.returncode:
            sys.exit(result.stderr)

    def precompile(self, flags=()):
        """Precompiles coio/coio.hpp; returns the flags that include it first."""
        folder = self.build / ("first-" + "-".join(f.strip("-") for f in flags))
        folder.mkdir(exist_ok=True)
        header = folder / "first.hpp"
        write(header, "#include <coio/coio.hpp>\n")
        self.first = folder / "first.hpp.gch"
        if older(self.first, [header, *self.root.glob("include/**/*.hpp")]):
            self.must(self.compiler, *self.flags, *flags, "-x", "c++-header", header, "-o",
                      self.first)
        return [*self.flags, *flags, "-include", str(header)]

    def check(self, program, folder, flags):
        """Compiles for nothing but errors; returns what the compiler said, or None."""
        for source in program.sources:
            result = self.command(self.compiler, *flags, "-fsyntax-only", folder / source)
            if result.returncode:
                return result.stderr
        return None

    def library(self, flags):
        """Compiles coio and Asio once, for programs compiled separately from it."""
        folder = self.build / "library"
        folder.mkdir(exist_ok=True)
        asio = folder / "asio.cpp"
        write(asio, f"#include <{self.asio}/impl/src.hpp>\n#include <{self.asio}/ssl/impl/src.hpp>\n")
        objects = []
        for source in [asio, *(self.root / s for s in self.sources)]:
            objects.append(folder / f"{source.parent.name}_{source.stem}.o")
            self.must(*self.launcher, self.compiler, *self.flags, *flags, "-DCOIO_BUILDING",
                      "-fPIC", "-O1", "-g", "-c", source, "-o", objects[-1])
        self.must(self.compiler, "-shared", *objects, "-o", folder / "libcoio-asio.so",
                  *self.link)
        return [f"-L{folder}", f"-Wl,-rpath,{folder}", "-lcoio-asio"]

    def make(self, program, folder, flags, library):
        """Builds a program; returns its path, or what the compiler said."""
        target = folder / (program.name + ".bin")
        sources = [folder / s for s in program.sources]
        beside = [f for folder in {s.parent for s in sources} for f in folder.iterdir()
                  if f.suffix in SOURCES]
        if not older(target, [self.first, *beside]):
            return target
        with self.compiling:
            result = self.command(self.compiler, *flags, *sources, "-o", target, *library,
                                  "-Wl,--as-needed", *self.link)
        return target if result.returncode == 0 else result.stderr


def add_arguments(parser):
    parser.add_argument("--examples", type=pathlib.Path, required=True,
                        help="folder of the examples (with cpp11 in it)")
    parser.add_argument("--asio-headers", type=pathlib.Path, required=True,
                        help="folder that holds asio.hpp, or boost/asio.hpp")
    parser.add_argument("--build", type=pathlib.Path, required=True, help="folder to work in")
    parser.add_argument("--compiler", default=os.environ.get("CXX", "g++"))
    parser.add_argument("--launcher", default="", help="put before the compiler, as ccache is")
    parser.add_argument("--source", action="append", default=[],
                        help="a source file of coio, below the project's folder")
    parser.add_argument("--flag", action="append", default=[], help="one more for the compiler")
    parser.add_argument("--link", action="append", default=[], help="one more for the linker")
    parser.add_argument("--jobs", type=int, default=min(2, os.cpu_count() or 1))
    parser.add_argument("--only", default="", help="programs with this in their name")
