"""Takes the library into other projects, in each way that is documented, and runs them."""

import argparse
import functools
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
CONSUMER = pathlib.Path(__file__).resolve().parent / "consumer"
LIMIT = 1500  # seconds, for everything that may hang

VERSION = ".".join(
    re.search(rf"COIO_VERSION_{part} (\d+)", (SOURCE / "include/coio/version.hpp").read_text())[1]
    for part in ("MAJOR", "MINOR", "PATCH"))
EXPECTED = f"coio {VERSION}: 55 42\n"


def run(*command, env=None, fails=False):
    """What a command writes to both streams."""
    result = subprocess.run([str(c) for c in command], stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT, text=True, timeout=LIMIT, env=env)
    if (result.returncode != 0) != fails:
        sys.exit(f"{shlex.join(map(str, command))}: status {result.returncode}\n{result.stdout}")
    return result.stdout


def configure(source, build, *settings, **how):
    return run("cmake", "-G", ARGS.generator, "-S", source, "-B", build,
               f"-DCMAKE_CXX_COMPILER={ARGS.compiler}",
               f"-DCMAKE_CXX_COMPILER_LAUNCHER={ARGS.launcher}", "-DCMAKE_UNITY_BUILD=ON",
               f"-DBUILD_SHARED_LIBS={'ON' if ARGS.kind == 'shared' else 'OFF'}", *settings, **how)


def joined(text):
    """A message of CMake's, which breaks lines, as one line."""
    return " ".join(text.split())


def with_boost(test):
    @functools.wraps(test)
    def skip_without(self):
        if not ARGS.boost:
            self.skipTest("needs Boost 1.78 or newer: --boost")
        test(self)

    return skip_without


class Install(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        shutil.rmtree(ARGS.build, ignore_errors=True)
        build, first = ARGS.build / "library", ARGS.build / "first"
        configure(SOURCE, build, f"-DCMAKE_INSTALL_PREFIX={first}",
                  f"-DCOIO_ASIO_INCLUDE_DIR={ARGS.asio}", "-DCOIO_TESTS=OFF", "-DCOIO_EXAMPLES=OFF")
        run("cmake", "--build", build, "--parallel", os.cpu_count())
        run("cmake", "--install", build)
        # What is installed holds no path of its own, so that it can be moved.
        cls.prefix = ARGS.build / "prefix"
        first.rename(cls.prefix)
        if ARGS.boost:  # beside it
            boost = ARGS.build / "boost"
            configure(SOURCE, boost, f"-DCMAKE_INSTALL_PREFIX={cls.prefix}", "-DCOIO_BOOST=ON",
                      f"-DCOIO_BOOST_INCLUDE_DIR={ARGS.boost}", "-DCOIO_TESTS=OFF",
                      "-DCOIO_EXAMPLES=OFF")
            run("cmake", "--build", boost, "--parallel", os.cpu_count())
            run("cmake", "--install", boost)

    def test_the_schema_is_installed(self):
        name = "include/coio/options.schema.json"
        self.assertEqual((self.prefix / name).read_text(), (SOURCE / name).read_text())

    def consume(self, method, *settings, name=None):
        build = ARGS.build / (name or method)
        configure(CONSUMER, build, f"-DMETHOD={method}", *settings)
        run("cmake", "--build", build, "--parallel", os.cpu_count())
        self.assertEqual(run(build / "consumer"), EXPECTED)

    def test_package(self):
        self.consume("package", f"-DCMAKE_PREFIX_PATH={self.prefix}")

    @with_boost
    def test_boost(self):
        """Both flavours are installed in the same place."""
        self.consume("package", f"-DCMAKE_PREFIX_PATH={self.prefix}", "-DFLAVOURS=boost",
                     name="boost-consumer")

    @with_boost
    def test_boost_by_fetch_content(self):
        self.consume("fetch", f"-DCOIO_SOURCE={SOURCE}", "-DFLAVOURS=boost", "-DCOIO_BOOST=ON",
                     f"-DCOIO_BOOST_INCLUDE_DIR={ARGS.boost}", name="boost-fetch")

    @with_boost
    @unittest.skipUnless(shutil.which("pkg-config"), "needs pkg-config")
    def test_boost_by_pkg_config(self):
        file = next(self.prefix.rglob("coio_boost.pc"))
        env = dict(os.environ, PKG_CONFIG_PATH=str(file.parent))
        flags = run("pkg-config", "--cflags", "--libs", "coio_boost", env=env).split()
        program = ARGS.build / "pkg-config-boost"
        run(ARGS.compiler, "-std=c++20", CONSUMER / "main.cpp", "-o", program, *flags)
        env["LD_LIBRARY_PATH"] = str(file.parent.parent)
        self.assertEqual(run(program, env=env), EXPECTED)

    @with_boost
    def test_both_in_one_target(self):
        text = joined(configure(CONSUMER, ARGS.build / "both", "-DMETHOD=package",
                                f"-DCMAKE_PREFIX_PATH={self.prefix}", "-DFLAVOURS=coio;boost",
                                fails=True))
        self.assertRegex(text, "COIO_FLAVOUR.*does not agree")

    def test_optional_component_may_be_missing(self):
        """With one that is installed; and one that is required is still missed."""
        for name, components, fails in (
                ("optional", "COMPONENTS standalone OPTIONAL_COMPONENTS boost", False),
                ("required", "COMPONENTS standalone boost", True)):
            project, prefix = ARGS.build / f"components-{name}", ARGS.build / "standalone-prefix"
            if not prefix.exists():
                shutil.copytree(self.prefix, prefix, symlinks=True)
                for file in prefix.rglob("coio-boost*.cmake"):
                    file.unlink()
            project.mkdir()
            (project / "CMakeLists.txt").write_text(
                "cmake_minimum_required(VERSION 3.25)\nproject(p CXX)\n"
                f"find_package(coio REQUIRED {components})\n"
                'message(STATUS "found: ${coio_standalone_FOUND}, ${coio_boost_FOUND}.")\n')
            text = joined(configure(project, project / "build", f"-DCMAKE_PREFIX_PATH={prefix}",
                                    f"-DCOIO_ASIO_INCLUDE_DIR={ARGS.asio}", fails=fails))
            self.assertIn("coio is not installed for the component boost" if fails
                          else "found: TRUE, .", text)

    def test_subdirectory(self):
        self.consume("subdirectory", f"-DCOIO_SOURCE={SOURCE}",
                     f"-DCOIO_ASIO_INCLUDE_DIR={ARGS.asio}")

    def test_fetch_content(self):
        self.consume("fetch", f"-DCOIO_SOURCE={SOURCE}", f"-DCOIO_ASIO_INCLUDE_DIR={ARGS.asio}")

    @unittest.skipUnless(shutil.which("pkg-config"), "needs pkg-config")
    def test_pkg_config(self):
        file = next(self.prefix.rglob("coio.pc"))
        env = dict(os.environ, PKG_CONFIG_PATH=str(file.parent))
        self.assertEqual(run("pkg-config", "--modversion", "coio", env=env), VERSION + "\n")
        flags = run("pkg-config", "--cflags", "--libs", "coio", env=env).split()
        program = ARGS.build / "pkg-config-consumer"
        run(ARGS.compiler, "-std=c++20", CONSUMER / "main.cpp", "-o", program, *flags)
        env["LD_LIBRARY_PATH"] = str(file.parent.parent)
        self.assertEqual(run(program, env=env), EXPECTED)

    def test_other_version(self):
        for wanted in ("0.2", "1", "0.0"):
            build = ARGS.build / f"wants-{wanted}"
            build.mkdir()
            (build / "CMakeLists.txt").write_text(
                f"cmake_minimum_required(VERSION 3.25)\nproject(p LANGUAGES CXX)\n"
                f"find_package(coio {wanted} REQUIRED)\n")
            self.assertIn(f'compatible with requested version "{wanted}"', joined(configure(
                build, build, f"-DCMAKE_PREFIX_PATH={self.prefix}", fails=True)))

    def test_other_asio(self):
        """The package wants the Asio with which the library was built."""
        other = self.fake_asio("other", "199901")
        text = joined(configure(CONSUMER, ARGS.build / "other-asio", "-DMETHOD=package",
                                f"-DCMAKE_PREFIX_PATH={self.prefix}",
                                f"-DCOIO_ASIO_INCLUDE_DIR={other}", fails=True))
        self.assertRegex(text, r"coio was built with Asio \d+ .* found 199901 in " +
                         re.escape(str(other)))

    def test_other_asio_does_not_link(self):
        """Code compiled with another Asio than the library was fails at the linker."""
        other = ARGS.build / "asio" / "same-but-for-the-number"
        shutil.copytree(pathlib.Path(ARGS.asio) / "asio", other / "asio")
        shutil.copy(pathlib.Path(ARGS.asio) / "asio.hpp", other)
        header = other / "asio/version.hpp"
        text, found = re.subn(r"(#define ASIO_VERSION) \d+", r"\1 199901", header.read_text())
        self.assertEqual(found, 1)
        header.write_text(text)
        library = next(self.prefix.rglob("libcoio." + ("a" if ARGS.kind == "static" else "so")))
        build = ARGS.build / "other-asio-program"
        build.mkdir()
        run(ARGS.compiler, "-std=c++20", f"-I{other}",
            f"-I{self.prefix}/include", *ARGS.flag, "-c", CONSUMER / "main.cpp", "-o",
            build / "main.o")
        said = run(ARGS.compiler, build / "main.o", library, "-o", build / "main", "-pthread",
                   fails=True)
        self.assertRegex(said, r"undefined reference to `coio::asio_199901::")

    def test_library(self):
        libraries = sorted(p.name for p in self.prefix.rglob("libcoio*"))
        if ARGS.boost:
            self.assertTrue(any("libcoio_boost." in name for name in libraries), libraries)
            libraries = [name for name in libraries if "boost" not in name]
        if ARGS.kind == "static":
            self.assertEqual(libraries, ["libcoio.a"])
            return
        minor = VERSION.rsplit(".", 1)[0]
        self.assertEqual(libraries,
                         ["libcoio.so", f"libcoio.so.{minor}", f"libcoio.so.{VERSION}"])
        library = next(self.prefix.rglob("libcoio.so"))
        self.assertIn(f"[libcoio.so.{minor}]", run("readelf", "-d", library))
        names = run("nm", "--dynamic", "--defined-only", "--demangle", library)
        self.assertIn("coio::", names)
        # What it uses inside is nobody else's.
        self.assertNotRegex(names, r"(?i)nlohmann|boost|coio::[^:]*(::)?detail::worker::")

    # ---- Where Asio is found ----

    def fake_asio(self, name, version):
        folder = ARGS.build / "asio" / name
        (folder / "asio").mkdir(parents=True)
        (folder / "asio.hpp").write_text("")
        (folder / "asio/version.hpp").write_text(f"#define ASIO_VERSION {version} // x\n")
        return folder

    def find_asio(self, name, *settings, **how):
        return joined(configure(SOURCE, ARGS.build / f"find-{name}", "-DCOIO_TESTS=OFF",
                                "-DCOIO_EXAMPLES=OFF", *settings, **how))

    def test_asio_is_missing(self):
        text = self.find_asio("none", f"-DCOIO_ASIO_INCLUDE_DIR={ARGS.build}/nowhere", fails=True)
        self.assertIn(f"coio needs standalone Asio 1.22 or newer, and found none in {ARGS.build}"
                      "/nowhere. Install it (Debian: libasio-dev), or set COIO_ASIO_INCLUDE_DIR to "
                      "the folder that holds asio.hpp.", text)
        self.assertEqual(text.count("CMake Error"), 1)

    def test_asio_is_old(self):
        old = self.fake_asio("old", "102100")
        text = self.find_asio("old", f"-DCOIO_ASIO_INCLUDE_DIR={old}", fails=True)
        self.assertIn(f"Asio 1.22 or newer, and found an older one in {old}. Install", text)

    def test_asio_by_setting(self):
        self.assertIn(f"(COIO_ASIO_INCLUDE_DIR: {ARGS.asio})",
                      self.find_asio("setting", f"-DCOIO_ASIO_INCLUDE_DIR={ARGS.asio}"))

    def test_asio_by_setting_in_a_cross_build(self):
        """Whose toolchain looks for headers below its own root."""
        root = ARGS.build / "root"
        root.mkdir()
        toolchain = ARGS.build / "toolchain.cmake"
        toolchain.write_text(f"set(CMAKE_FIND_ROOT_PATH {root})\n"
                             "set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)\n")
        self.assertIn(f"(COIO_ASIO_INCLUDE_DIR: {ARGS.asio})",
                      self.find_asio("cross", f"-DCOIO_ASIO_INCLUDE_DIR={ARGS.asio}",
                                     f"-DCMAKE_TOOLCHAIN_FILE={toolchain}"))

    def test_asio_is_not_hidden_by_that_beside_boost(self):
        """As in Homebrew and conda, where one folder has both."""
        if ARGS.kind != "static":
            self.skipTest("the same with both kinds")
        both = ARGS.build / "both-headers"
        both.mkdir()
        (both / "asio.hpp").write_text("#error this is not the Asio that was named\n")
        named = ARGS.build / "named-asio"
        named.mkdir()
        for name in ("asio", "asio.hpp"):
            (named / name).symlink_to(pathlib.Path(ARGS.asio) / name)
        boost = run("cmake", "-LA", "-N", ARGS.build / "library")
        folder = re.search(r"Boost_INCLUDE_DIR:PATH=(.*)", boost)
        (both / "boost").symlink_to(pathlib.Path(folder[1] if folder else "/usr/include") / "boost")
        build = ARGS.build / "find-beside"
        self.find_asio("beside", f"-DCOIO_ASIO_INCLUDE_DIR={named}", "-DBoost_NO_BOOST_CMAKE=ON",
                       f"-DBoost_INCLUDE_DIR={both}", "-DCMAKE_POLICY_DEFAULT_CMP0167=OLD")
        run("cmake", "--build", build, "--parallel", os.cpu_count())

    def test_asio_as_cmake_package(self):
        """Targets as Conan writes them: folders depend on the configuration."""
        folder = self.fake_asio("package", "103300")
        (folder / "asio-config.cmake").write_text(
            "add_library(asio::asio INTERFACE IMPORTED)\n"
            "set_target_properties(asio::asio PROPERTIES INTERFACE_INCLUDE_DIRECTORIES "
            f"$<$<CONFIG:Release>:{folder}>)\n")
        text = self.find_asio("package", f"-Dasio_DIR={folder}", "-DCMAKE_BUILD_TYPE=Release")
        self.assertIn(f"coio: Asio 1.33.0 (CMake package: {folder})", text)

    @unittest.skipUnless(shutil.which("pkg-config"), "needs pkg-config")
    def test_asio_as_module(self):
        folder = self.fake_asio("module", "103401")
        (folder / "asio.pc").write_text(
            f"Name: asio\nDescription: x\nVersion: 1.34.1\nCflags: -I{folder}\n")
        text = self.find_asio("module", env=dict(os.environ, PKG_CONFIG_PATH=str(folder)))
        self.assertIn(f"coio: Asio 1.34.1 (pkg-config module: {folder})", text)
        self.assertIn("Requires: asio", (ARGS.build / "find-module/coio.pc").read_text())

    def test_asio_as_headers(self):
        folder = self.fake_asio("headers", "102201")
        text = self.find_asio("headers", f"-DCMAKE_INCLUDE_PATH={folder}")
        self.assertIn(f"coio: Asio 1.22.1 (headers: {folder})", text)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kind", choices=("static", "shared"), required=True)
    parser.add_argument("--build", type=pathlib.Path, required=True, help="a folder of its own")
    parser.add_argument("--asio", required=True, help="the folder that holds asio.hpp")
    parser.add_argument("--boost", default="", help="the folder that holds boost/asio.hpp")
    parser.add_argument("--generator", required=True, help="of CMake")
    parser.add_argument("--compiler", default="c++")
    parser.add_argument("--launcher", default="")
    parser.add_argument("--flag", action="append", default=[], help="one more for the compiler")
    ARGS, rest = parser.parse_known_args()
    ARGS.build = ARGS.build.absolute()
    unittest.main(argv=sys.argv[:1] + rest, verbosity=2)
