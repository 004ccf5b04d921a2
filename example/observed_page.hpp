// The page of observed_server: it draws what /events tells, and loads nothing else.
#ifndef COIO_EXAMPLE_OBSERVED_PAGE_HPP
#define COIO_EXAMPLE_OBSERVED_PAGE_HPP

#include <string_view>

inline constexpr std::string_view observed_page = R"html(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>coio: workers</title>
<link rel="icon" href="data:,">
<style>
:root {
  --ground: #f4f5f8; --card: #fff; --line: #dfe2e9; --text: #191d26; --soft: #5a6374;
  --accent: #0a66c9; --fill: #0a66c91f; --good: #1a7f45; --bad: #b3261e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0e1116; --card: #171b23; --line: #2a303c; --text: #e8ebf1; --soft: #98a2b3;
    --accent: #62b0ff; --fill: #62b0ff26; --good: #52cc85; --bad: #ff8a80;
  }
}
* { box-sizing: border-box; margin: 0; }
body {
  background: var(--ground); color: var(--text); font: 15px/1.45 system-ui, sans-serif;
  font-variant-numeric: tabular-nums; max-width: 1180px; margin: 0 auto; padding: 24px 20px 32px;
}
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 16px; }
h1 { font-size: 22px; letter-spacing: -.01em; }
#status { color: var(--soft); margin-left: auto; }
#status::before {
  content: ""; display: inline-block; width: 9px; height: 9px; border-radius: 50%;
  margin-right: 8px; background: var(--soft);
}
#status.live::before { background: var(--good); }
#status.lost::before { background: var(--bad); }
.tiles, .workers { display: grid; gap: 12px; margin-top: 16px; }
.tiles { grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); }
.workers { grid-template-columns: repeat(auto-fit, minmax(min(340px, 100%), 1fr)); }
.tiles > *, .workers > * {
  background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 12px 16px;
}
.label, small { color: var(--soft); font-size: 13px; font-weight: 400; }
.tiles b { display: block; font-size: 22px; font-weight: 600; letter-spacing: -.01em; }
.stuck { border-color: var(--bad) !important; box-shadow: 0 0 0 1px var(--bad); }
.stuck .bar i { background: var(--bad); }
h2 { display: flex; justify-content: space-between; align-items: baseline; font-size: 15px; }
h2 b { font-size: 19px; }
.bar { height: 8px; border-radius: 4px; background: var(--line); margin: 6px 0 12px; }
.bar i {
  display: block; height: 100%; width: 0; border-radius: 4px; background: var(--accent);
  transition: width .3s;
}
.row {
  display: grid; grid-template-columns: 5.2em 1fr 6.2em 5.6em; gap: 12px; align-items: center;
  padding: 4px 0;
}
.row small { white-space: nowrap; }
@media (max-width: 600px) {
  .row { grid-template-columns: 4.2em 1fr 6.2em; }
  .row small { display: none; }
}
.row b { font-weight: 600; text-align: right; white-space: nowrap; }
svg { display: block; width: 100%; height: 24px; }
.load svg { height: 64px; border: solid var(--line); border-width: 1px 0; }
.load { position: relative; margin-bottom: 8px; }
.load small { position: absolute; top: 2px; left: 0; font-size: 11px; }
path { vector-effect: non-scaling-stroke; }
path.line { fill: none; stroke: var(--accent); stroke-width: 1.5; stroke-linejoin: round; }
path.area { fill: var(--fill); }
.more { min-height: 2.6em; border-top: 1px solid var(--line); margin-top: 6px; padding-top: 8px; }
.waits {
  background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 12px 16px;
  margin-top: 12px; overflow-x: auto;
}
.waits table { width: 100%; border-collapse: collapse; margin-top: 6px; font-size: 13px; }
.waits td { border-top: 1px solid var(--line); padding: 5px 12px 5px 0; vertical-align: top; }
.waits td:first-child, .waits td:last-child { white-space: nowrap; }
.waits code { display: block; }
footer { color: var(--soft); font-size: 13px; margin-top: 20px; max-width: 76ch; }
footer p { margin-top: 8px; }
a { color: var(--accent); }
code { color: var(--text); }
button {
  font: inherit; color: var(--text); background: var(--card); border: 1px solid var(--line);
  border-radius: 7px; padding: 4px 12px; cursor: pointer;
}
button:hover, button:focus-visible { border-color: var(--accent); }
</style>
</head>
<body>
<header>
  <h1>What the workers do</h1>
  <span id="status" role="status">connecting</span>
</header>
<section class="tiles" id="totals" aria-label="All workers together"></section>
<section class="workers" id="workers" aria-label="Each worker"></section>
<section class="waits" aria-label="Coroutines">
  <h2>What coroutines wait for <small id="waiting"></small></h2>
  <table id="waits"></table>
</section>
<footer>
  <p><button id="hold">Hold a worker for 300 ms</button> with a handler that does not return: its
  card turns red, and the monitor has another worker serve its connections meanwhile. The program
  also reports it on its standard error stream.</p>
  <p>Busy is the CPU time of the worker's thread. Handlers are completions of I/O that ran where
  they arrived; tasks are functions that came by a run queue, from which idle workers steal. Run is
  how long each 64th of them took, wait how long each 64th task was queued. Each kind
  of chart has one scale for all workers, from 0 to what stands at its right. Figures for Prometheus are at
  <a href="/metrics">/metrics</a>, all that is known of coroutines is at <a href="/coroutines">/coroutines</a>. No load yet? <code id="load"></code></p>
</footer>
<script>
"use strict";
const kept = 120;  // points of a chart
const $ = id => document.getElementById(id);
const number = (x, digits = x > 0 && x < 10 ? 1 : 0) =>
  x.toLocaleString("en", {minimumFractionDigits: digits, maximumFractionDigits: digits});
const times = n => number(n, 0) + " ×";
const time = s => s >= 1 ? number(s, 1) + " s" : number(s * 1e3) + " ms";

const fine = s => s >= 1e-3 ? time(s) : number(s * 1e6) + " µs";

const rows = {  // of a worker's card
  handlers: ["Handlers", x => number(x) + " /s"],
  tasks: ["Tasks", x => number(x) + " /s"],
  steals: ["Stolen", x => number(x) + " /s"],
  queue: ["Queue", x => number(x, 0) + (x === 1 ? " task" : " tasks")],
  run: ["Mean run", x => fine(x)],
  wait: ["Mean wait", x => fine(x)],
};
const tiles = {
  busy: ["Busy", "CPUs"], handlers: ["Handlers", "per second"], tasks: ["Tasks", "per second"],
  steals: ["Stolen tasks", "per second"], injector: ["Injector", "tasks of other threads"],
  work: ["Outstanding work", "keeps run() going"],
};

function make(parent, html) {
  parent.insertAdjacentHTML("beforeend", html);
  return parent.lastElementChild;
}

function show(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

for (const [id, [label, unit]] of Object.entries(tiles))
  make($("totals"), `<div><span class="label">${label}</span><b data-total="${id}">–</b>` +
                    `<small data-unit="${id}">${unit}</small></div>`);

let workers = [];
let before = null;

function build(n) {
  $("workers").replaceChildren();
  workers = Array.from({length: n}, (_, i) => {
    const svg = `<svg viewBox="0 0 ${kept - 1} 100" preserveAspectRatio="none" aria-hidden="true">
      <path class="area"/><path class="line"/></svg>`;
    const card = make($("workers"), `<article data-worker="${i}">
      <h2>Worker ${i} <span><b data-figure="busy">–</b> <small>busy</small></span></h2>
      <div class="bar"><i></i></div><div class="load">${svg}<small>100 %</small></div></article>`);
    const chart = (value, box) => ({points: [], value, line: box.querySelector(".line"),
                                    area: box.querySelector(".area")});
    const charts = {busy: chart(card.querySelector("b"), card.querySelector(".load"))};
    for (const [id, [label]] of Object.entries(rows)) {
      const row = make(card, `<div class="row"><span class="label">${label}</span>${svg}
        <b data-figure="${id}">–</b><small title="the top of the chart"></small></div>`);
      charts[id] = {...chart(row.querySelector("b"), row), top: row.querySelector("small")};
    }
    return {card, charts, bar: card.querySelector(".bar i"), stuck: Infinity, shown: 0,
            more: make(card, '<div class="more label"></div>')};
  });
}

// A card is red for some seconds after a handler has been found to hold its worker.
function mark(worker, stuck) {
  if (stuck > worker.stuck) worker.shown = performance.now();
  worker.stuck = stuck;
  worker.card.classList.toggle("stuck", worker.shown > 0 && performance.now() - worker.shown < 5000);
}

// The lines of the metrics: those of a worker and its shard under their number, the others under
// "all".
function parse(text) {
  const m = {all: {}, workers: []};
  for (const line of text.split("\n")) {
    const [, name, worker, value] = /^(?:coio_)?(\w+?)(?:\{(?:worker|shard)="(\d+)"\})? (\S+)$/.exec(line) ?? [];
    if (worker !== undefined) (m.workers[worker] ??= {})[name] = Number(value);
    else if (name) m.all[name] = Number(value);
  }
  return m;
}

function draw(chart, top) {
  const {points, line, area} = chart;
  const x = kept - points.length;
  const d = points.map((y, i) => `${x + i} ${(100 - 100 * y / top).toFixed(1)}`).join("L");
  line.setAttribute("d", "M" + d);
  area.setAttribute("d", `M${x} 100L${d}L${kept - 1} 100Z`);
}

function update(now) {
  const n = now.workers.length;
  if (n !== workers.length) build(n);
  const last = before;
  before = now;
  if (!last || last.workers.length !== n) return;
  const sum = {busy: 0, handlers: 0, tasks: 0, steals: 0};
  let step = 0;
  now.workers.forEach((w, i) => {
    const rate = name => (w[name] - last.workers[i][name]) / seconds;
    // The worker's own clock: what it had, busy or idle, since the last event.
    const age = v => v.busy_seconds_total + v.idle_seconds_total;
    const seconds = age(w) - age(last.workers[i]);
    if (!(seconds > 0)) return;
    step = Math.max(step, seconds);
    // Of those that were measured since the last event; the same as before if none was.
    const mean = name => {
      const n = w[name + "_count"] - last.workers[i][name + "_count"];
      const sum = w[name + "_sum"] - last.workers[i][name + "_sum"];
      return n > 0 ? sum / n : workers[i].charts[name === "run_seconds" ? "run" : "wait"].points.at(-1) ?? 0;
    };
    const figures = {
      busy: Math.min(rate("busy_seconds_total"), 1), handlers: rate("handlers_total"),
      tasks: rate("tasks_total"), steals: rate("tasks_stolen_total"), queue: w.queue_length,
      run: mean("run_seconds"), wait: mean("queue_seconds"),
    };
    for (const [id, value] of Object.entries(figures)) {
      const chart = workers[i].charts[id];
      chart.points = [...chart.points, value].slice(-kept);
      show(chart.value, id === "busy" ? number(value * 100, 0) + " %" : rows[id][1](value));
      if (id in sum) sum[id] += value;
    }
    workers[i].bar.style.width = figures.busy * 100 + "%";
    show(workers[i].more, `Longest queue ${number(w.queue_high_mark, 0)} · longest handler ` +
         `${time(w.longest_handler_seconds)} · stuck ${times(w.stuck_handlers_total)} · ` +
         `helped others ${times(w.assists_given_total)} · was helped ${times(w.assists_got_total)} · ` +
         `its shard: ${number(w.homes_total, 0)} homes, served by ${number(w.shard_servers, 0)}, ` +
         `overloaded for ${time(w.shard_overloaded_seconds)}`);
    mark(workers[i], w.stuck_handlers_total);
  });
  for (const id of ["busy", ...Object.keys(rows)]) {
    const most = id === "busy" ? 1 :
      Math.max(id === "run" || id === "wait" ? 1e-5 : 1,
               ...workers.map(w => Math.max(...w.charts[id].points, 0)));
    for (const w of workers) {
      if (w.charts[id].points.length > 0) draw(w.charts[id], most);
      if (w.charts[id].top) show(w.charts[id].top, "of " + (most < 1 ? fine(most) : number(most, 0)));
    }
  }
  const total = (id, text) => show(document.querySelector(`[data-total=${id}]`), text);
  total("busy", number(sum.busy, 2));
  show(document.querySelector("[data-unit=busy]"), `CPUs, of ${n} ${n === 1 ? "worker" : "workers"}`);
  for (const id of ["handlers", "tasks", "steals"]) total(id, number(sum[id]));
  total("injector", number(now.all.injector_length, 0));
  total("work", number(now.all.outstanding_work, 0));
  status(`live, every ${number(step, 1)} s · charts show ${number(kept * step, 0)} s`, "live");
}

// A row for each group of a dump: how many, for what, where, and how long already.
async function look() {
  const dump = await (await fetch("/coroutines")).json();
  show($("waiting"), `${number(dump.coroutines, 0)} alive`);
  $("waits").replaceChildren(...dump.groups.map(({count, examples}) => {
    const first = examples[0];
    const row = document.createElement("tr");
    const cell = () => row.appendChild(document.createElement("td"));
    cell().textContent = times(count);
    cell().textContent = examples.map(e => e.name || e.id).join(", ") +
                         (count > examples.length ? ", …" : "");
    cell().textContent = first.waits_for ?? first.status;
    const where = cell();
    for (const f of first.at) {
      const line = document.createElement("code");
      line.textContent = `${f.function} (${f.file.split("/").at(-1)}:${f.line})`;
      where.append(line);
    }
    cell().textContent = first.waited === undefined ? "" : "for " + time(first.waited);
    return row;
  }));
}

function status(text, state) {
  show($("status"), text);
  $("status").className = state;
}

const events = new EventSource("/events");
events.onmessage = e => update(parse(e.data));
events.onerror = () => {
  before = null;
  status("the server does not answer; trying again", "lost");
};
setInterval(() => look().catch(() => {}), 1000);
look().catch(() => {});
$("hold").onclick = () => fetch("/hold", {method: "POST"});
$("load").textContent = `wrk -t 1 -c 64 -d 60 http://${location.host}/hello`;
</script>
</body>
</html>
)html";

#endif
