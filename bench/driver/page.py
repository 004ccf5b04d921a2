"""One HTML page of all that was measured, with everything in it."""

import base64
import html

import plot
import report

STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; color: #222; max-width: 75rem; margin: 2rem auto;
       padding: 0 1rem; }
h2 { margin-top: 3rem; border-top: 1px solid #ddd; padding-top: 1rem; }
img { max-width: 100%; display: block; margin: 1rem 0; }
div.table { overflow-x: auto; }
table { border-collapse: collapse; margin: 1rem 0; font-size: .85rem;
        font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; }
th, td { padding: .15rem .6rem; text-align: right; white-space: nowrap; }
th { border-bottom: 1px solid #888; vertical-align: bottom; }
tr:nth-child(even) td { background: #f6f6f6; }
td.name, th.name { text-align: left; }
.warning { background: #fff3cd; padding: .3rem .6rem; }
.machine { color: #555; font-size: .85rem; }
code { background: #f2f2f2; padding: .1rem .3rem; }
"""


def write(folder, everything, failures):
    """Writes index.html and the plots; gives the path of the page."""
    folder.mkdir(parents=True, exist_ok=True)
    sections = [section(measured, plot.draw(measured, folder)) for measured in everything]
    links = " · ".join(f'<a href="#{m.name}">{m.name}</a>' for m in everything)
    page = folder / "index.html"
    page.write_text(f"""<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>coio: benchmarks</title>
<style>{STYLE}</style>
<h1>coio beside its peers</h1>
<p>Everything on this page was measured in turns on one machine. Only ratios within one table mean
anything elsewhere. Bars and points are medians; their whiskers reach from the least round to the
greatest.</p>
<p>{links}</p>
{warnings(failures)}
{"".join(sections)}
</html>
""")
    return page


def section(measured, plots):
    images = "".join(image(p) for p in plots)
    if not plots:
        images = "<p>gnuplot is missing: no plots.</p>"
    tables = "".join(as_table(t) for t in report.tables(measured.benchmark, measured.results))
    return f"""
<h2 id="{measured.name}">{measured.name}</h2>
<p>{html.escape(measured.benchmark.__doc__.strip())}: <code>{html.escape(measured.command)}</code></p>
<p class="machine">{"<br>".join(map(html.escape, measured.machine()))}</p>
{warnings(report.warnings(measured))}
{images}
{tables}
<p class="machine">{html.escape(report.legend(measured.benchmark, measured.results))}</p>
"""


def warnings(texts):
    return "".join(f'<p class="warning">{html.escape(t)}</p>' for t in texts)


def image(file):
    data = base64.b64encode(file.read_bytes()).decode()
    return f'<img alt="{html.escape(file.stem)}" src="data:image/svg+xml;base64,{data}">\n'


def as_table(table):
    def row(tag, cells):
        return "<tr>" + "".join(
            f'<{tag}{" class=name" if i < table.left else ""}>{html.escape(cell)}</{tag}>'
            for i, cell in enumerate(cells)) + "</tr>"

    caption = f"<caption>{html.escape(table.title)}</caption>" if table.title else ""
    rows = "\n".join([row("th", table.headings), *(row("td", r) for r in table.rows)])
    return f'<div class="table"><table>{caption}\n{rows}\n</table></div>\n'
