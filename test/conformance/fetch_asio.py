#!/usr/bin/env python3
"""Fetches a version of Asio, with its examples, from a newer Debian release.

    fetch_asio.py VERSION FOLDER

unpacks libasio-dev and libasio-doc, of the newest package whose version begins with VERSION (for
example 1.30), under FOLDER/VERSION, and prints where the headers are. Nothing is installed: apt
works with sources, lists and an archive folder of its own under FOLDER. The mirror is the one that
the machine's apt uses.
"""
import argparse
import pathlib
import subprocess
import sys

RELEASES = ("trixie", "sid")


def mirrors():
    """The address of each of Debian's repositories in the machine's configuration."""
    text = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(REPO_URI) $(LABEL)", "Created-By: Packages"],
        check=True, capture_output=True, text=True).stdout
    found = [line.split(" ", 1) for line in text.splitlines()]
    return [uri for uri, label in found if label == "Debian"]


def newer_releases(folder, releases=RELEASES, kind="deb"):
    """Options with which apt works with newer releases, and with folders of its own."""
    apt = folder / ("apt" if kind == "deb" else f"apt-{kind}")
    for part in ("lists/partial", "cache/archives/partial"):
        (apt / part).mkdir(parents=True, exist_ok=True)
    uris = mirrors()
    if not uris:
        sys.exit("fetch_asio.py: the machine's apt has no Debian repository")
    sources = apt / "sources.list"
    sources.write_text("".join(f"{kind} {uris[0]} {release} main\n" for release in releases))
    options = [f"Dir::Etc::SourceList={sources}", "Dir::Etc::SourceParts=-",
               f"Dir::State::Lists={apt}/lists", f"Dir::Cache={apt}/cache",
               "APT::Sandbox::User=root", "Acquire::Languages=none"]
    options = [word for option in options for word in ("-o", option)]
    if not any((apt / "lists").glob("*_main_*")):
        subprocess.run(["apt-get", *options, "-qq", "update"], check=True, stdout=sys.stderr)
    return options


def fetch(version, folder):
    target = folder / version
    headers = target / "usr" / "include"
    if (headers / "asio.hpp").exists():
        return headers
    options, apt = newer_releases(folder), folder / "apt"
    listed = subprocess.run(["apt-cache", *options, "madison", "libasio-dev"], check=True,
                            capture_output=True, text=True).stdout
    # A line is "libasio-dev | 1:1.30.2-1 | address release/main amd64 Packages".
    versions = [line.split("|")[1].strip() for line in listed.splitlines()]
    chosen = [v for v in versions if v.split(":")[-1].startswith(version)]
    if not chosen:
        sys.exit(f"fetch_asio.py: expected one of {', '.join(sorted(set(versions)))}, "
                 f"found {version}")
    packages = [f"{name}={chosen[0]}" for name in ("libasio-dev", "libasio-doc")]
    subprocess.run(["apt-get", *options, "-qq", "download", *packages], check=True,
                   cwd=apt / "cache", stdout=sys.stderr)
    escaped = chosen[0].replace(":", "%3a")
    for name in ("libasio-doc", "libasio-dev"):  # the headers last: they mark the end
        subprocess.run(["dpkg-deb", "-x", apt / "cache" / f"{name}_{escaped}_all.deb", target],
                       check=True)
    return headers


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("version", help="for example 1.30")
    parser.add_argument("folder", type=pathlib.Path, help="where to unpack, for example build/asio")
    arguments = parser.parse_args()
    try:
        print(fetch(arguments.version, arguments.folder.resolve()))
    except (OSError, subprocess.CalledProcessError) as e:
        sys.exit(f"fetch_asio.py: Asio {arguments.version} cannot be fetched by apt: {e}. Unpack it "
                 "by other means, and give the folder of asio.hpp to test/run: --asio DIR")


if __name__ == "__main__":
    main()
