// Enhances pages that work without it: theme, filters without reloading, keys on the timeline, zoom, sources in a drawer, citations.
const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const root = document.documentElement;
const isReport = "report" in document.body.dataset;

// Light or dark
$("#theme")?.addEventListener("click", () => {
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  try { localStorage.setItem("theme", root.dataset.theme); } catch { /* not kept */ }
});

// Filters: the site asks the server for the same page; the report hides rows of its own.
// Another page's style sheet bears another nonce: it is taken out before the page is parsed, and put into ours.
const STYLE = /<style[^>]*>([^<]*)<\/style>/;
const parsed = (text) => new DOMParser().parseFromString(text.replace(STYLE, ""), "text/html");
let asking, drawn = location.pathname + location.search;
async function go(address, push = true) {
  asking?.abort();
  asking = new AbortController();
  try {
    const answer = await fetch(address, { signal: asking.signal });
    const text = await answer.text(), page = parsed(text), fresh = $("#results", page);
    if (!answer.ok || !fresh) { location.href = address; return; }
    $("#marks").textContent = STYLE.exec(text)?.[1] ?? "";
    const stood = document.activeElement?.closest("#results a");
    $("#results").replaceWith(fresh);
    // Who stood on a row or a mark still stands on it, if it is still there.
    const same = (link) => link.getAttribute("href") === stood.getAttribute("href") && link.classList[0] === stood.classList[0];
    if (stood) $$("a", fresh).find(same)?.focus({ preventScroll: true });
    if (push) history.pushState(null, "", address);
    else recall($("#filters", page));
    drawn = location.pathname + location.search;
    layout();
  } catch (error) { if (error.name !== "AbortError") location.href = address; }
}

function address(form) {
  const data = new URLSearchParams(new FormData(form));
  for (const group of ["kind", "party", "state"]) {
    const boxes = $$(`input[name=${group}]`, form);
    if (boxes.length && boxes.every((box) => box.checked)) data.delete(group);
  }
  for (const [key, value] of [...data]) if (!value) data.delete(key);
  const query = data.toString();
  return form.getAttribute("action") + (query ? `?${query}` : "");
}

// After a step back the form tells again what its page shows.
function recall(then) {
  $$("input[name]", then).forEach((field, i) => {
    const now = $$("input[name]", form)[i];
    [now.checked, now.value] = [field.checked, field.value];
  });
  dispatchEvent(new Event("recalled"));
}

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
function filterHere(form) {
  dispatchEvent(new Event("wanted"));
  const data = new FormData(form);
  const [kinds, parties, states] = ["kind", "party", "state"].map((name) => data.getAll(name));
  const words = fold(data.get("q")), from = data.get("from"), to = data.get("to") || "9999";
  let count = 0;
  for (const row of $$("#results [data-kind][data-party]")) {
    const text = row.dataset.words ??= ` ${fold($("div", row).textContent).join(" ")}`;
    const wanted = kinds.includes(row.dataset.kind) && states.includes(row.dataset.state) && row.dataset.party.split(" ").some((key) => parties.includes(key));
    const day = firstDay(row), then = (day >= from && day <= to) || (!from && to === "9999");
    row.hidden = !(wanted && then && words.every((word) => text.includes(` ${word}`)));
    if (!row.hidden) count += 1;
    const mark = $(`.mk[href="#e-${row.dataset.id}"]`);
    if (mark) mark.hidden = row.hidden;
  }
  for (const heading of $$(".year-head")) heading.hidden = !$$("li", heading.nextElementSibling).some((row) => !row.hidden);
  const output = $("#count");
  const [one, several] = output.dataset.text.split("|"), few = root.lang === "fr" ? count < 2 : count === 1;
  output.value = (few ? one : several).replace("{n}", count);
  showPeriod(from, data.get("to"));
}
// The first day of what a row tells, known as a day, a month or a year; NaN, which is in no period, where it is unknown.
const firstDay = (row) => { const told = $("time", row); return told ? `${told.dateTime}-01-01`.slice(0, 10) : NaN; };
function showPeriod(from, to) {
  const chart = timeline();
  if (!chart) return;
  const [begin, end] = chart.dataset.window.split(" ").map(Number), at = (day) => (Date.parse(day) - Date.parse(chart.dataset.since)) / 864e5;
  const a = from ? Math.max(0, at(from)) : to ? 0 : begin, b = to ? Math.min(chart.dataset.length, at(to) + 1) : from ? Number(chart.dataset.length) : end;
  show(chart, a, Math.max(b, a + 5));
}

const form = $("#filters");
if (form) {
  let waiting;
  const changed = () => (isReport ? filterHere(form) : go(address(form)));
  form.addEventListener("submit", (event) => { event.preventDefault(); changed(); });
  form.addEventListener("change", changed);
  form.addEventListener("input", (event) => {
    if (event.target.type !== "search") return;
    clearTimeout(waiting);
    waiting = setTimeout(changed, 250);
  });
  // A step to another part of this page is no other page.
  if (!isReport) addEventListener("popstate", () => { if (drawn !== location.pathname + location.search) go(location.href, false); });
}

// The period: two sliders on the density of entries, or a drag across it; the dates of the form follow them, and they the dates.
const density = $("#density");
if (density && form) {
  const bars = $$("i", density), area = $(".bars", density), [low, high] = $$("input", density), { from, to } = form.elements;
  const words = new Intl.DateTimeFormat(document.documentElement.lang === "en" ? "en-GB" : "fr", { dateStyle: "long", timeZone: "UTC" });
  const paint = (begin, end) => {
    [low.value, high.value] = [begin, end];
    bars.forEach((bar, i) => bar.classList.toggle("in", i >= begin && i < end));
    low.ariaValueText = bars[begin].dataset.text;
    high.ariaValueText = bars[end - 1].dataset.text;
    $("#chosen").value = words.formatRange(new Date(from.value || bars[begin].dataset.since), new Date(to.value || bars[end - 1].dataset.until));
  };
  const choose = (begin, end) => {
    from.value = begin > 0 ? bars[begin].dataset.since : "";
    to.value = end < bars.length ? bars[end - 1].dataset.until : "";
    paint(begin, end);
  };
  const follow = () => {
    const begin = from.value ? bars.findIndex((bar) => bar.dataset.until >= from.value) : 0;
    const end = to.value ? bars.findLastIndex((bar) => bar.dataset.since <= to.value) + 1 : bars.length;
    const first = begin < 0 ? bars.length - 1 : begin;
    paint(first, Math.max(end, first + 1));
  };
  low.addEventListener("input", () => choose(Math.min(low.value, high.value - 1), Number(high.value)));
  high.addEventListener("input", () => choose(Number(low.value), Math.max(high.value, Number(low.value) + 1)));
  form.addEventListener("change", (event) => { if (event.target.type === "date") follow(); });
  addEventListener("recalled", follow);
  const at = ({ clientX }) => {
    const box = area.getBoundingClientRect();
    return Math.min(bars.length - 1, Math.max(0, Math.floor(((clientX - box.left) / box.width) * bars.length)));
  };
  let held;
  area.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    held = at(event);
    area.setPointerCapture(event.pointerId);
    choose(held, held + 1);
  });
  area.addEventListener("pointermove", (event) => {
    if (held !== undefined) choose(Math.min(held, at(event)), Math.max(held, at(event)) + 1);
  });
  area.addEventListener("pointerup", () => { held = undefined; form.dispatchEvent(new Event("change")); });
  area.addEventListener("pointercancel", () => { held = undefined; });
  follow();
}

// On a phone the menu is one row that scrolls: the present page is in sight.
const present = $(".top nav [aria-current]"), menu = present?.closest("ul");
if (menu) menu.scrollLeft = present.offsetLeft - (menu.clientWidth - present.offsetWidth) / 2;

// The timeline: zoom, keys, words of a mark
const timeline = () => $("#tl");
function shownWindow(chart) {
  const style = getComputedStyle(chart);
  return [Number(style.getPropertyValue("--a")), Number(style.getPropertyValue("--b"))];
}

function zoom(factor) {
  const chart = timeline();
  if (!chart) return;
  const length = Number(chart.dataset.length), [a, b] = shownWindow(chart);
  const at = document.activeElement?.closest?.(".mk");
  const middle = at ? Number(getComputedStyle(at).getPropertyValue("--t")) : (a + b) / 2;
  const half = Math.min(Math.max(((b - a) / 2) * factor, 5), length / 2);
  const begin = Math.max(0, Math.min(middle - half, length - 2 * half));
  show(chart, begin, begin + 2 * half);
}

function show(chart, a, b) {
  chart.style.setProperty("--a", a);
  chart.style.setProperty("--b", b);
  chart.dataset.scale = b - a > 5000 ? "era" : b - a > 550 ? "far" : b - a > 130 ? "mid" : "near";
  layout();
}

// Words of the axis that would run into one another: a year is told rather than a month. The first month tells its year.
function layoutAxis(chart, pixel, a) {
  const ticks = $$(".tick", chart);
  for (const tick of ticks) tick.classList.remove("mute", "dated");
  const told = ticks.map((tick) => [tick, getComputedStyle(tick)]).filter(([, style]) => style.display !== "none" && style.color !== "rgba(0, 0, 0, 0)");
  const placed = told.map(([tick, style]) => ({ tick, left: (Number(style.getPropertyValue("--t")) - a) * pixel, year: tick.matches(".year, .decade") }));
  const first = placed.find(({ left }) => left >= 0), wide = (one) => (one.tick.textContent.length + (one === first && !one.year ? 5 : 0)) * 7 + 12;
  first?.tick.classList.add("dated");
  let last;
  for (const one of placed) {
    const room = !last || one.left >= last.left + wide(last);
    if (!room && (last.year || !one.year)) { one.tick.classList.add("mute"); continue; }
    if (!room) last.tick.classList.add("mute");
    last = one;
  }
}

// Stacks the marks that would cover one another, and keeps the labels that find room; the server did so for one width.
function layout() {
  const chart = timeline();
  if (!chart) return;
  const [a, b] = shownWindow(chart);
  layoutAxis(chart, $(".plot", chart).clientWidth / (b - a), a);
  for (const lane of $$(".marks", chart)) {
    if ($(".week", lane)) continue;
    const pixel = lane.clientWidth / (b - a), width = 13, free = [], labels = [-1e9, -1e9, -1e9], placed = [];
    let most = 0, floors = 0;
    for (const mark of $$(".mk", lane)) {
      const style = getComputedStyle(mark), at = Number(style.getPropertyValue("--t"));
      const out = mark.hidden || at < a || at > b;
      mark.classList.toggle("out", out);
      if (!out) placed.push({ mark, left: (at - a) * pixel, wide: mark.classList.contains("bar-mark") ? Math.max(width, Number(style.getPropertyValue("--d")) * pixel) : width });
    }
    placed.sort((one, other) => one.left - other.left);
    for (const { mark, left, wide } of placed) {
      let row = free.findIndex((end) => end <= left);
      if (row < 0) row = free.length;
      free[row] = left + wide;
      most = Math.max(most, row);
      mark.style.setProperty("--k", row);
      const flag = $(".flag", mark);
      if (!flag) continue;
      const long = flag.dataset.text.length * 6.8 + 12, flip = left + long > lane.clientWidth, begin = flip ? left - long : left;
      const floor = row > 0 || begin < 0 ? -1 : labels.findIndex((end) => end <= begin);
      flag.hidden = floor < 0;
      mark.classList.toggle("stem", floor >= 0);
      flag.classList.toggle("left", flip);
      if (floor < 0) continue;
      labels[floor] = begin + long;
      floors = Math.max(floors, floor + 1);
      mark.style.setProperty("--f", floor + 1);
    }
    const step = (most + 1) * 13 <= 104 ? 13 : Math.max(3, 104 / (most + 1));
    lane.parentElement.style.setProperty("--step", step);
    lane.parentElement.style.setProperty("--base", most * step);
    lane.parentElement.style.setProperty("--h", Math.round((most + 1) * step + 14 + floors * 19));
  }
  for (const lane of $$(".marks", chart)) {
    const marks = $$(".mk:not(.out)", lane);
    marks.forEach((mark, i) => { mark.tabIndex = i ? -1 : 0; });
  }
}

function step(mark, key) {
  const lanes = $$(".marks", timeline()), lane = mark.closest(".marks"), marks = inOrder(lane);
  const i = marks.indexOf(mark);
  const next = { ArrowRight: marks[i + 1], ArrowLeft: marks[i - 1], Home: marks[0], End: marks.at(-1) }[key];
  if (next) return next;
  const other = lanes[lanes.indexOf(lane) + (key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : NaN)];
  if (!other) return null;
  const x = mark.getBoundingClientRect().left;
  return inOrder(other).sort((one, two) => Math.abs(one.getBoundingClientRect().left - x) - Math.abs(two.getBoundingClientRect().left - x))[0] ?? null;
}
const inOrder = (lane) => $$(".mk:not(.out)", lane).sort((one, two) => one.getBoundingClientRect().left - two.getBoundingClientRect().left);

document.addEventListener("keydown", (event) => {
  const mark = event.target.closest?.(".mk");
  if (mark && ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Home", "End"].includes(event.key)) {
    event.preventDefault();
    const next = step(mark, event.key);
    if (next) { mark.tabIndex = -1; next.tabIndex = 0; next.focus(); }
  } else if (mark && (event.key === "+" || event.key === "-")) {
    zoom(event.key === "+" ? 0.5 : 2);
  }
});

const tip = document.createElement("div");
tip.className = "tip";
tip.setAttribute("aria-hidden", "true");
function showTip(mark) {
  tip.replaceChildren();
  const when = document.createElement("b");
  when.textContent = mark.dataset.day;
  tip.append(when, mark.dataset.what);
  document.body.append(tip);
  const box = mark.getBoundingClientRect();
  tip.style.left = `${Math.max(8, Math.min(box.left + scrollX, innerWidth - tip.offsetWidth - 16))}px`;
  tip.style.top = `${box.top + scrollY - tip.offsetHeight - 6}px`;
}
for (const name of ["mouseover", "focusin"]) document.addEventListener(name, (event) => { const mark = event.target.closest?.(".mk"); if (mark) showTip(mark); else if (name === "mouseover") tip.remove(); });
document.addEventListener("focusout", () => tip.remove());

// Sources in a drawer
const drawer = $("#drawer");
let chain = [], place = 0, came;
// What the drawer was opened from; it may have been drawn anew meanwhile.
const origin = () => (came?.isConnected ? came : $$("#results a.what").find((one) => one.getAttribute("href") === came?.getAttribute("href")));
// An entry of the report: it may stand as text that is drawn when it is wanted.
function standing(id) {
  const kept = $(`noscript[data-entry="${CSS.escape(id)}"]`);
  return kept ? $("article", new DOMParser().parseFromString(kept.textContent, "text/html")) : document.getElementById(id)?.cloneNode(true);
}

async function open(link) {
  const id = link.getAttribute("href");
  let found;
  if (isReport) found = standing(id.slice(1));
  else {
    const answer = await fetch(link.href).catch(() => null);
    const page = answer?.ok ? parsed(await answer.text()) : null;
    found = page && $("#entry", page);
  }
  if (!found) { location.href = link.href; return; }
  fill(found);
  chain = $$("#results a.what");
  place = chain.findIndex((one) => one.getAttribute("href") === id);
  $("#place").textContent = place >= 0 ? `${place + 1} / ${chain.length}` : "";
  $("#before").disabled = place <= 0;
  $("#after").disabled = place < 0 || place >= chain.length - 1;
  $("#whole").hidden = isReport;
  $("#whole").href = link.href;
  if (!drawer.open) { came = link; drawer.showModal(); }
}

// An entry of another page into the drawer: its ids may stand in ours already, and its title is not that of our page.
function fill(found) {
  found.removeAttribute("id");
  for (const named of $$("[id]", found)) named.removeAttribute("id");
  for (const title of $$("h1", found)) { const h2 = document.createElement("h2"); h2.className = title.className; h2.append(...title.childNodes); h2.lang = title.lang; title.replaceWith(h2); }
  $(".db", drawer).replaceChildren(found);
  drawer.scrollTop = 0;
}
if (drawer) {
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("#results a.what, #results a.cites, .mk:not(.week)");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    open(link);
  });
  $("#before").addEventListener("click", () => open(chain[place - 1]));
  $("#after").addEventListener("click", () => open(chain[place + 1]));
  $("#close").addEventListener("click", () => drawer.close());
  drawer.addEventListener("close", () => origin()?.focus());
  drawer.addEventListener("click", (event) => { if (event.target === drawer) drawer.close(); });
}

// Zoom buttons, citations
document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("button");
  if (button?.dataset.zoom) zoom(Number(button.dataset.zoom));
  if (button?.dataset.window) show(timeline(), ...button.dataset.window.split(" ").map(Number));
  if (button?.classList.contains("copy")) {
    const words = `« ${$("mark", button.closest(".source")).textContent} » ${button.dataset.from}`.replace(/\s+/g, " ");
    await navigator.clipboard?.writeText(words).catch(() => {});
    const before = button.textContent;
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = before; }, 1600);
  }
});

addEventListener("resize", layout);
layout();

export { $, $$, drawer, fill, go, parsed };
