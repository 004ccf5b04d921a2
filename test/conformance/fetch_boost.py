#!/usr/bin/env python3
"""Fetches a version of Boost's headers from this Debian release or a newer one.

    fetch_boost.py VERSION FOLDER [--sources]

unpacks libboost's development package of that version (for example 1.81) under FOLDER/VERSION, and
prints where the headers are. With --sources there is FOLDER/VERSION/usr/src/libs beside them: the
libraries that test/boost and test/conformance run, with their sources and examples. Nothing is
installed.
"""
import argparse
import pathlib
import shutil
import subprocess
import sys

import fetch_asio

LIBRARIES = ("asio", "beast", "charconv", "cobalt", "context", "coroutine", "mysql", "process", "redis",
             "url")


def fetch(version, folder):
    target = folder / version
    headers = target / "usr" / "include"
    if (headers / "boost" / "asio.hpp").exists():
        return headers
    name = f"libboost{version}-dev"
    cache = folder / "packages"
    cache.mkdir(parents=True, exist_ok=True)
    options = ["-o", "APT::Sandbox::User=root"]
    if subprocess.run(["apt-cache", "show", name], capture_output=True).returncode:
        options = fetch_asio.newer_releases(folder)
    subprocess.run(["apt-get", *options, "-qq", "download", name], check=True, cwd=cache,
                   stdout=sys.stderr)
    for package in cache.glob(f"{name}_*.deb"):
        subprocess.run(["dpkg-deb", "-x", package, target], check=True)
    return headers


def fetch_sources(version, folder):
    target = folder / version / "usr" / "src"
    if (target / "libs" / LIBRARIES[0]).exists():
        return
    cache = folder / "packages"
    name = f"boost{version}"
    options = fetch_asio.newer_releases(folder, ("bookworm", *fetch_asio.RELEASES), "deb-src")
    listed = subprocess.run(["apt-get", *options, "-qq", "source", "--print-uris", "--download-only",
                             name], check=True, capture_output=True, text=True).stdout
    # A line is "'address' name size algorithm:sum". What Debian has added is not needed.
    address, archive, _, sum = next(line.split() for line in listed.splitlines()
                                    if ".orig.tar." in line)
    archive = cache / archive
    subprocess.run(["/usr/lib/apt/apt-helper", *options, "download-file", address.strip("'"), archive,
                    sum], check=True, stdout=sys.stderr)
    unpacked = target.with_name("src.part")
    unpacked.mkdir(parents=True, exist_ok=True)
    subprocess.run(["tar", "-xf", archive, "-C", unpacked, "--strip-components=1", "--wildcards",
                    *(f"*/libs/{library}/{part}" for library in LIBRARIES
                      for part in ("src", "example", "include"))], stderr=subprocess.DEVNULL)
    for library in "asio", "beast":
        if not (unpacked / "libs" / library / "example").exists():
            raise OSError(f"{archive}: expected libs/{library}/example in it")
    shutil.rmtree(target, ignore_errors=True)
    unpacked.rename(target)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("version", help="for example 1.81")
    parser.add_argument("folder", type=pathlib.Path, help="where to unpack, for example build/boost")
    parser.add_argument("--sources", action="store_true", help="with sources and examples")
    arguments = parser.parse_args()
    try:
        headers = fetch(arguments.version, arguments.folder.resolve())
        if arguments.sources:
            fetch_sources(arguments.version, arguments.folder.resolve())
        print(headers)
    except (OSError, subprocess.CalledProcessError) as e:
        sys.exit(f"fetch_boost.py: Boost {arguments.version} cannot be fetched by apt: {e}. Unpack it "
                 "by other means, and give the folder of boost/asio.hpp to test/run: --boost DIR")


if __name__ == "__main__":
    main()
