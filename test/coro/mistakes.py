#!/usr/bin/env python3
"""Compiles mistakes.cpp and compares what the compiler says with what the file expects."""
import re
import subprocess
import sys

MESSAGE = re.compile(r"^(?P<file>[^:\n]+):(?P<line>\d+):\d+: (?:error|warning): (?P<text>.*)$", re.M)
# Where a template is instantiated for a line of the file, the message is in a header.
ORIGIN = re.compile(r"^(?P<file>[^:\n]+):(?P<line>\d+):\d+:\s+required from here$", re.M)
EXPECTED = re.compile(r"// mistake: (.*)$")


def messages(said, source):
    """By line of the source, what is said of it."""
    found, origin = {}, None
    for line in said.splitlines():
        if at := ORIGIN.match(line):
            origin = int(at["line"]) if at["file"] == source else None
        elif message := MESSAGE.match(line):
            number = int(message["line"]) if message["file"] == source else origin
            if number is None:
                sys.exit(f"of another file:\n{line}")
            found.setdefault(number, []).append(message["text"])
            origin = None
    return found


def main():
    source, *command = sys.argv[1:]
    with open(source, encoding="utf-8") as f:
        lines = f.read().splitlines()
    expected = {number: match[1] for number, line in enumerate(lines, 1)
                if (match := EXPECTED.search(line))}
    if not expected:
        sys.exit(f"{source}: expected mistakes, found none")
    run = subprocess.run([*command, "-fsyntax-only", "-Wunused-result", source],
                         capture_output=True, text=True, check=False)
    found = messages(run.stderr, source)
    wrong = [f"{source}:{n}: expected \"{words}\", found {found.get(n, 'nothing')}"
             for n, words in expected.items()
             if not any(words in text for text in found.get(n, []))]
    wrong += [f"{source}:{n}: expected nothing, found {texts}"
              for n, texts in found.items() if n not in expected]
    if wrong:
        sys.exit("\n".join(wrong))
    print(f"{len(expected)} mistakes told")


if __name__ == "__main__":
    main()
