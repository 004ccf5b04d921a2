"""Looks at the page of observed_server in headless Chromium while the server is under load.

page.py BINARY CHROMEDRIVER WRK SCREENSHOTS
"""

import base64
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.request

from server import LIMIT, Load, Server, eventually

binary, chromedriver, wrk, screenshots = sys.argv[1:]
screenshots = pathlib.Path(screenshots)


class Browser:
    """Chromium by way of the WebDriver protocol."""

    def __init__(self):
        self.output = tempfile.NamedTemporaryFile("r")
        self.driver = subprocess.Popen([chromedriver, "--port=0"], stdout=self.output)
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.session = None

    def __enter__(self):
        port = eventually(lambda: re.search(r"started successfully on port (\d+)",
                                            pathlib.Path(self.output.name).read_text()),
                          "the port of chromedriver")[1]
        self.base = f"http://127.0.0.1:{port}/session"
        self.session = self.call("", {"capabilities": {"alwaysMatch": {"goog:chromeOptions": {
            "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                     "--no-first-run", "--disable-background-networking",
                     f"--user-data-dir={self.profile.name}"]},
            "goog:loggingPrefs": {"browser": "ALL"}}}})["sessionId"]
        self.base += "/" + self.session
        return self

    def __exit__(self, *_):
        try:
            if self.session:
                urllib.request.urlopen(
                    urllib.request.Request(self.base, method="DELETE"), timeout=LIMIT).close()
        finally:
            self.driver.terminate()
            self.driver.wait(LIMIT)
            self.output.close()
            self.profile.cleanup()

    def call(self, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data,
                                         {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=LIMIT) as answer:
            return json.load(answer)["value"]

    def devtools(self, command, **parameters):
        return self.call("/goog/cdp/execute", {"cmd": command, "params": parameters})

    def run(self, script):
        return self.call("/execute/sync", {"script": script, "args": []})

    def look(self, name, scheme, width, height):
        """Keeps a screenshot of the whole page."""
        self.devtools("Emulation.setEmulatedMedia",
                      features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.devtools("Emulation.setDeviceMetricsOverride", width=width, height=height,
                      deviceScaleFactor=1, mobile=width < 600)
        wide = self.run("return document.documentElement.scrollWidth")
        assert wide <= width, f"{name}: {wide} wide on a screen of {width}"
        (screenshots / name).write_bytes(base64.b64decode(self.call("/screenshot")))


def figures(browser):
    """What the page shows of each worker, and the paths of its charts."""
    return browser.run("""
      return [...document.querySelectorAll("[data-worker]")].map((card, worker) => ({
        worker,
        ...Object.fromEntries([...card.querySelectorAll("[data-figure]")].map(
            e => [e.dataset.figure, e.textContent])),
        charts: [...card.querySelectorAll("path.line")].map(e => e.getAttribute("d")),
        bar: card.querySelector(".bar i").getBoundingClientRect().width,
      }))""")


def number(text):
    return float(re.match(r"[\d,.]+", text)[0].replace(",", ""))


def hold(browser, server):
    """Holds a worker until the page has its answer; finds the report, which may be missing where
    threads get no CPU."""
    answers = f"return performance.getEntriesByName('{server.url}/hold').length"
    before, reported = browser.run(answers), len(server.errors())
    browser.run("document.getElementById('hold').click()")
    eventually(lambda: browser.run(answers) > before, "an answer to /hold")
    return re.search(r"^Worker ([01]) ", server.errors()[reported:], re.MULTILINE)


def eventually_shown(browser, what, holds):
    """Waits until something holds of what is shown of each worker, and returns that."""
    def look():
        shown = figures(browser)
        return shown if len(shown) == 2 and all(holds(w) for w in shown) else None
    return eventually(look, what)


with Server(binary, interval_ms=200) as server, Browser() as browser:
    browser.call("/url", {"url": server.url + "/"})
    eventually_shown(browser, "figures", lambda w: "–" not in w.values())
    with Load(wrk, server):
        under_load = eventually_shown(browser, "load on both workers", lambda w: (
            number(w["handlers"]) > 100 and number(w["busy"]) > 0 and w["bar"] > 0))
        later = eventually_shown(browser, "figures that move", lambda w: (
            w["handlers"] != under_load[w["worker"]]["handlers"] and
            w["charts"] != under_load[w["worker"]]["charts"]))
        # Enough points for the charts to look like something.
        eventually_shown(browser, "charts", lambda w: w["charts"][0].count("L") > 40)
        total = number(browser.run(
            "return document.querySelector('[data-total=handlers]').textContent"))
        assert total > 200, total
        browser.look("page-light.png", "light", 1180, 760)
        browser.look("page-dark.png", "dark", 1180, 760)
        browser.look("page-narrow.png", "dark", 400, 1100)
    # Without load they go back: they are of now, not sums.
    eventually_shown(browser, "rest", lambda w: number(w["handlers"]) < 100)

    held = eventually(lambda: hold(browser, server), "a report")[1]
    eventually(lambda: re.search(" stuck [1-9]", browser.run(
        f"return document.querySelector('[data-worker=\"{held}\"] .more').textContent")),
        "a word about the handler")
    assert re.search(r"its shard: \d+ homes, served by \d+, overloaded for", browser.run(
        f"return document.querySelector('[data-worker=\"{held}\"] .more').textContent"))
    # Red, unless the browser came to say so late.
    browser.look("page-held.png", "light", 1180, 760)

    # What the coroutines wait for, each with a place in the program.
    (count, names, _, where, since), *_ = eventually(lambda: browser.run(
        "return [...document.querySelectorAll('#waits tr')].map("
        "r => [...r.children].map(c => c.textContent))"), "coroutines")
    assert (count, set(names.split(", "))) == ("3 ×", {"acceptor", "signals", "janitor"}), names
    assert re.search(r"\(observed_server\.cpp:\d+\)", where), where
    assert since.startswith("for "), since

    # One connection for the figures, and nothing from elsewhere.
    loaded = browser.run("return performance.getEntriesByType('resource').map(e => e.name)")
    assert set(loaded) <= {server.url + p for p in ("/events", "/hold", "/coroutines")}, loaded
    log = browser.call("/se/log", {"type": "browser"})
    assert not log, log

    # It says when the server is gone.
    server.process.terminate()
    eventually(lambda: "does not answer" in browser.run(
        "return document.getElementById('status').textContent"), "a word about the end")

print("before:", under_load[0]["handlers"], "after:", later[0]["handlers"])
for picture in sorted(screenshots.glob("*.png")):
    print("kept", picture)
