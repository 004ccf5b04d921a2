#!/usr/bin/env python3
"""Fetches Autobahn's tests of WebSocket programs, which need Python 2, and a Python 2.

    fetch_autobahn.py FOLDER

unpacks the packages of Debian 11, the last that has it, and those of pip under FOLDER, and prints the
name of a program there that runs wstest. Nothing is installed.
"""
import argparse
import pathlib
import subprocess
import sys
import zipfile

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "conformance"))
import fetch_asio

DEBIAN = ("libffi7", "libssl1.1", "libpython2.7-minimal", "libpython2.7-stdlib", "python2.7-minimal",
          "python-pkg-resources")
WHEELS = ("attrs==21.4.0", "Automat==0.8.0", "cffi==1.14.6", "constantly==15.1.0",
          "cryptography==3.3.2", "enum34==1.1.10", "hyperlink==21.0.0", "idna==2.10",
          "incremental==21.3.0", "ipaddress==1.0.23", "Jinja2==2.11.3", "klein==17.10.0",
          "linecache2==1.0.0", "MarkupSafe==1.1.1", "pyasn1==0.4.8", "pyasn1-modules==0.2.8",
          "pycparser==2.20", "PyHamcrest==1.9.0", "pyOpenSSL==19.1.0", "service_identity==18.1.0",
          "six==1.16.0", "traceback2==1.4.0", "Twisted==20.3.0", "typing==3.10.0.0",
          "unittest2==1.1.0", "Werkzeug==1.0.1", "zope.interface==4.7.2")
SOURCES = ("autobahn==0.10.9", "autobahntestsuite==25.10.1", "txaio==2.1.0")


def fetch(folder):
    program = folder / "wstest"
    if program.exists():
        return program
    root, site, cache = folder / "root", folder / "site", folder / "packages"
    for part in (root, site, cache):
        part.mkdir(parents=True, exist_ok=True)
    options = fetch_asio.newer_releases(folder, ("bullseye",))
    for name in DEBIAN:
        subprocess.run(["apt-get", *options, "-qq", "download", name], check=True, cwd=cache,
                       stdout=sys.stderr)
    for package in cache.glob("*.deb"):
        subprocess.run(["dpkg-deb", "-x", package, root], check=True)
    pip = [sys.executable, "-m", "pip", "-q", "--disable-pip-version-check", "download", "--no-deps",
           "-d", cache]
    subprocess.run([*pip, "--python-version", "2.7", "--implementation", "cp", "--abi", "cp27mu",
                    "--platform", "manylinux2010_x86_64", "--platform", "manylinux1_x86_64",
                    "--only-binary=:all:", *WHEELS], check=True, stdout=sys.stderr)
    subprocess.run([*pip, "--no-binary=:all:", *SOURCES], check=True, stdout=sys.stderr)
    for wheel in cache.glob("*.whl"):
        zipfile.ZipFile(wheel).extractall(site)
    for archive in cache.glob("*.tar.gz"):
        subprocess.run(["tar", "-xf", archive, "-C", site, "--strip-components=1"], check=True)
    (site / "zope/__init__.py").touch()  # as pip does
    part = folder / "part"
    part.write_text(f"""#!/bin/sh
export LD_LIBRARY_PATH={root}/usr/lib/x86_64-linux-gnu PYTHONHOME={root}/usr
export PYTHONPATH={site}:{root}/usr/lib/python2.7/dist-packages:{root}/usr/lib/python3/dist-packages
exec {root}/usr/bin/python2.7 -c 'from autobahntestsuite import wstest; wstest.run()' "$@"
""")
    part.chmod(0o755)
    part.rename(program)  # it marks the end
    return program


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path, help="where to unpack, for example build/autobahn")
    arguments = parser.parse_args()
    try:
        print(fetch(arguments.folder.resolve()))
    except (OSError, subprocess.CalledProcessError) as e:
        sys.exit(f"fetch_autobahn.py: Autobahn cannot be fetched by apt and pip: {e}")


if __name__ == "__main__":
    main()
