#!/usr/bin/env python3
"""Fetches a version of Boost's headers, with Boost.Test and the libraries' examples, from this Debian release or a newer one.

    fetch_boost.py VERSION FOLDER

unpacks libboost's development packages of that version (for example 1.81) under FOLDER/VERSION, and
prints where the headers are. Nothing is installed.
"""
import argparse
import pathlib
import subprocess
import sys

import fetch_asio


def fetch(version, folder):
    target = folder / version
    headers = target / "usr" / "include"
    if (headers / "boost" / "asio.hpp").exists():
        return headers
    names = [f"libboost{version}-doc", f"libboost-test{version}-dev", f"libboost{version}-dev"]
    cache = folder / "packages"
    cache.mkdir(parents=True, exist_ok=True)
    options = ["-o", "APT::Sandbox::User=root"]
    if subprocess.run(["apt-cache", "show", names[-1]], capture_output=True).returncode:
        options = fetch_asio.newer_releases(folder)
    subprocess.run(["apt-get", *options, "-qq", "download", *names], check=True, cwd=cache,
                   stdout=sys.stderr)
    for name in names:  # the headers last: they mark the end
        for package in cache.glob(f"{name}_*.deb"):
            subprocess.run(["dpkg-deb", "-x", package, target], check=True)
    return headers


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("version", help="for example 1.81")
    parser.add_argument("folder", type=pathlib.Path, help="where to unpack, for example build/boost")
    arguments = parser.parse_args()
    try:
        print(fetch(arguments.version, arguments.folder.resolve()))
    except (OSError, subprocess.CalledProcessError) as e:
        sys.exit(f"fetch_boost.py: Boost {arguments.version} cannot be fetched by apt: {e}. Unpack it "
                 "by other means, and give the folder of boost/asio.hpp to test/run: --boost DIR")


if __name__ == "__main__":
    main()
