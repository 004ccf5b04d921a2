"""Writes the files that the documentation shows.

extract.py OUTPUT DOCUMENT...

A comment before a fenced block names the file that the block is: `<!-- file: hello/main.cpp -->`.
NAME.out is what the program NAME.cpp prints; a program without one has a test of its own, NAME.py,
beside this file. The names of all files go to the standard output.
"""

import pathlib
import re
import sys

BLOCK = re.compile(r"^<!-- file: (\S+) -->\n```[a-z]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MARKER = re.compile(r"^<!-- file:", re.MULTILINE)


def main():
    output = pathlib.Path(sys.argv[1])
    names = set()
    for document in sys.argv[2:]:
        text = pathlib.Path(document).read_text()
        blocks = BLOCK.findall(text)
        if len(blocks) != len(MARKER.findall(text)):
            sys.exit(f"{document}: a marker without a block after it")
        for name, body in blocks:
            if name in names:
                sys.exit(f"{document}: {name} comes twice")
            names.add(name)
            path = output / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists() or path.read_text() != body:
                path.write_text(body)
    print(";".join(sorted(names)), end="")


main()
