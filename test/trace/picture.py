#!/usr/bin/env python3
"""Draws a trace as a picture for the documentation: a track for each worker.

picture.py TRACE.json PICTURE.svg
"""

import json
import sys
from xml.sax.saxutils import escape

WIDTH, ROW, LEFT, TOP = 960, 22, 78, 26
COLOURS = {"waiting": "#dfe2e9", "task": "#9cc4ea", "handler": "#9ad0ae", "assist": "#f0c27b",
           "coroutine": "#0a66c9"}


def main(trace, picture):
    with open(trace) as file:
        events = json.load(file)["traceEvents"]
    tracks = {e["tid"]: e["args"]["name"] for e in events if e["name"] == "thread_name"}
    slices = [e for e in events if e["ph"] == "X"]
    end = max(e["ts"] + e["dur"] for e in slices)
    place = {tid: i for i, tid in enumerate(sorted(tracks))}

    def x(time):
        return LEFT + time / end * (WIDTH - LEFT - 8)

    def y(tid):
        return TOP + place[tid] * 3 * ROW

    height = TOP + len(tracks) * 3 * ROW + 24
    svg = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
           'font-family="sans-serif" font-size="12">',
           f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
           '<marker id="tip" viewBox="0 0 6 6" refX="5" refY="3" markerWidth="5" markerHeight="5" '
           'orient="auto"><path d="M0 0 6 3 0 6z" fill="#b3261e"/></marker>']
    for tid, name in tracks.items():
        svg.append(f'<text x="8" y="{y(tid) + 15}">{escape(name)}</text>')
    for e in slices:
        kind = e["name"].split()[0]
        row = 1 if kind == "coroutine" else 0
        width = max(x(e["ts"] + e["dur"]) - x(e["ts"]), 0.6)
        svg.append(f'<rect x="{x(e["ts"]):.1f}" y="{y(e["tid"]) + row * ROW}" width="{width:.1f}" '
                   f'height="{ROW - 2}" fill="{COLOURS[kind]}">'
                   f'<title>{escape(e["name"])}, {e["dur"]:.0f} us</title></rect>')
    flows = {e["id"]: e for e in events if e["ph"] == "s"}
    for e in events:
        if e["ph"] == "f" and e["id"] in flows:
            s = flows[e["id"]]
            svg.append(f'<line x1="{x(s["ts"]):.1f}" y1="{y(s["tid"]) + 2 * ROW - 2}" '
                       f'x2="{x(e["ts"]):.1f}" y2="{y(e["tid"]) + ROW + 4}" stroke="#b3261e" '
                       'stroke-width="0.7" marker-end="url(#tip)"/>')
        if e["name"] == "steal":
            svg.append(f'<text x="{x(e["ts"]):.1f}" y="{y(e["tid"]) - 2}" fill="#5a6374" '
                       f'font-size="10">steals {e["args"]["tasks"]}</text>')
    for i, (kind, colour) in enumerate(COLOURS.items()):
        svg.append(f'<rect x="{LEFT + i * 110}" y="{height - 18}" width="12" height="12" '
                   f'fill="{colour}"/><text x="{LEFT + 17 + i * 110}" y="{height - 8}">{kind}</text>')
    svg.append(f'<text x="{WIDTH - 8}" y="{height - 8}" text-anchor="end">{end / 1000:.1f} ms</text>')
    svg.append("</svg>\n")
    with open(picture, "w") as file:
        file.write("\n".join(svg))


main(*sys.argv[1:])
