#!/usr/bin/env python3
"""Makes herd7 available, which Debian has in its newest release alone.

    fetch_herd.py FOLDER

unpacks herdtools7, and the libraries that it needs, under FOLDER, and prints the path of a program
that runs it. Nothing is installed: see test/conformance/fetch_asio.py.
"""
import pathlib
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "conformance"))
from fetch_asio import newer_releases  # noqa: E402


def fetch(folder):
    program = folder / "herd7"
    if program.exists():
        return program
    root = folder / "root"
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["apt-get", *newer_releases(folder), "-qq", "download", "herdtools7/sid",
                    "libc6/sid", "libgmp10/sid"], check=True, cwd=folder, stdout=sys.stderr)
    for package in folder.glob("*.deb"):
        subprocess.run(["dpkg-deb", "-x", package, root], check=True)
        package.unlink()
    loader = next((root / "usr/lib").glob("*/ld-linux*.so.*"))
    text = (f'#!/bin/sh\nexec "{loader}" --library-path "{loader.parent}" "{root}/usr/bin/herd7" '
            f'-set-libdir "{root}/usr/share/herdtools7/herd" "$@"\n')
    unfinished = folder / "herd7.new"
    unfinished.write_text(text)
    unfinished.chmod(0o755)
    return unfinished.rename(program)


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: fetch_herd.py FOLDER")
    try:
        print(fetch(pathlib.Path(sys.argv[1]).resolve()))
    except (OSError, StopIteration, subprocess.CalledProcessError) as e:
        sys.exit(f"fetch_herd.py: herd7 cannot be fetched by apt: {e}")


if __name__ == "__main__":
    main()
