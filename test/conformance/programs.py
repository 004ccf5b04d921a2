"""Asio's example programs: which there are, and how one is compiled, swapped or not.

Swapped means: copied, with the words asio::io_context replaced by coio::io_context, and compiled
with coio/coio.hpp included first.
"""
import dataclasses
import os
import pathlib
import re
import shutil
import subprocess
import sys

SOURCES = {".cpp", ".hpp", ".ipp", ".h"}
DATA = {".pem", ".txt"}
HAS_MAIN = re.compile(r"\bmain\s*\(")
# Constructors that ask for one thread; see Setup.copy().
HINT_OF_ONE = re.compile(r"(\b(?:io_context|ioc|ctx)_?)[({]1[)}]")


@dataclasses.dataclass(frozen=True)
class Program:
    name: str     # path of the file with main, below the examples' folder, without its ending
    sources: tuple  # paths below the examples' folder


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
    if target.exists():
        shutil.rmtree(target)
    for file in source.rglob("*"):
        name = file.relative_to(source)
        packed = file.suffix == ".gz"
        plain = name.with_suffix("") if packed else name
        if not file.is_file() or plain.suffix not in SOURCES | DATA:
            continue
        (target / plain).parent.mkdir(parents=True, exist_ok=True)
        data = file.read_bytes()
        if packed:
            import gzip
            data = gzip.decompress(data)
        (target / plain).write_bytes(data)


class Setup:
    """A compiler, an Asio and a build folder."""

    def __init__(self, arguments):
        self.root = pathlib.Path(__file__).resolve().parents[2]
        self.build = arguments.build.resolve()
        self.compiler = arguments.compiler
        self.examples = self.build / "plain"
        self.swapped = self.build / "swapped"
        self.run_sources = self.build / "run"
        self.flags = [
            "-std=c++20", "-w", "-pthread", f"-I{self.root}/include", "-DASIO_STANDALONE",
            # Many programs use boost::bind.
            "-DASIO_HAS_BOOST_BIND=1",
            f"-I{arguments.asio_headers}", *arguments.flag]
        self.link = ["-pthread", *arguments.link]
        self.build.mkdir(parents=True, exist_ok=True)
        self.given_examples = arguments.examples

    def prepare(self):
        unpack_examples(self.given_examples, self.examples)
        self.copy(self.swapped, False)
        self.copy(self.run_sources, True)

    def copy(self, target, all_workers):
        """Swaps; all_workers also turns io_context(1) into a context of COIO_WORKERS workers."""
        shutil.copytree(self.examples, target, dirs_exist_ok=True)
        for file in target.rglob("*"):
            if file.suffix in SOURCES:
                text = file.read_text(errors="replace")
                text = text.replace("asio::io_context", "coio::io_context")
                if all_workers:
                    text = HINT_OF_ONE.sub(r"\1{}", text)
                file.write_text(text)

    def command(self, *words):
        return subprocess.run([str(w) for w in words], capture_output=True, text=True)

    def precompile(self, flags):
        """A precompiled coio/coio.hpp; returns the flags that include it first."""
        folder = self.build / ("pch-" + "-".join(f.strip("-") for f in flags) if flags else "pch")
        folder.mkdir(exist_ok=True)
        header = folder / "first.hpp"
        header.write_text("#include <coio/coio.hpp>\n")
        result = self.command(self.compiler, *self.flags, *flags, "-x", "c++-header", header, "-o",
                              f"{header}.gch")
        if result.returncode:
            sys.exit(result.stderr)
        return [*self.flags, *flags, "-include", str(header)]

    def check(self, program, folder, flags):
        """Compiles for nothing but errors; returns what the compiler said, or None."""
        for source in program.sources:
            result = self.command(self.compiler, *flags, "-fsyntax-only", folder / source)
            if result.returncode:
                return result.stderr
        return None


def add_arguments(parser):
    parser.add_argument("--examples", type=pathlib.Path, required=True,
                        help="folder of Asio's examples (with cpp11 in it)")
    parser.add_argument("--asio-headers", type=pathlib.Path, required=True,
                        help="folder that holds asio.hpp")
    parser.add_argument("--build", type=pathlib.Path, required=True, help="folder to work in")
    parser.add_argument("--compiler", default=os.environ.get("CXX", "g++"))
    parser.add_argument("--flag", action="append", default=[], help="one more for the compiler")
    parser.add_argument("--link", action="append", default=[], help="one more for the linker")
    parser.add_argument("--jobs", type=int, default=min(2, os.cpu_count() or 1))
    parser.add_argument("--only", default="", help="programs with this in their name")
