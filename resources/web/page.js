// Joins it all: what the reader does with keys, mouse, fingers and buttons, and what the page shows then.

const byId = (id) => document.getElementById(id);
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const narrow = matchMedia("(max-width: 699px)");

const canvas = byId("canvas");
const frame = byId("frame");
const painter = new Painter(canvas);

byId("title").textContent = story.title;
byId("subtitle").textContent = story.subtitle || "";
canvas.setAttribute("aria-label", `Timeline of ${story.title}, ${story.events.length} events in ${story.lanes.length} lanes`);
byId("foot").append(...[...story.leftOut, story.state, story.about].filter(Boolean).map((text) => el("p", { text })));

// What was said last is said again only after something else.
function say(text) {
  byId("said").textContent = text;
}

// Painting: once a frame, whatever was changed meanwhile.
let waiting = 0;
function repaint() {
  if (!waiting) waiting = requestAnimationFrame(paintNow);
}

function textUnit() {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
}

function paintNow() {
  waiting = 0;
  const box = frame.getBoundingClientRect();
  if (box.width < 40) return;
  // Without the bar of a frame that scrolls.
  painter.paint(frame.clientWidth, narrow.matches ? 0 : frame.clientHeight, textUnit(), devicePixelRatio || 1);
  const count = countInView();
  byId("view").textContent =
    `${count.toLocaleString("en")} of ${story.events.length.toLocaleString("en")} events in view · ${spanText(state.start, state.end)}`;
  byId("sign").hidden = !story.events.some((event) => event.doubts && listed(event) && inView(event));
  const empty = byId("nothing");
  empty.hidden = count > 0;
  if (!count) {
    empty.textContent = story.events.length === 0 ? "There are no events on this page."
      : state.hits !== null && state.hits.size === 0 ? "Nothing has all of these words."
        : state.lanes.size === 0 ? "No lane is shown. Tick one in the list."
          : "No event is in view. Press Home to see everything.";
  }
}

// The view

let flight = 0;
function setView(start, end) {
  let length = Math.min(Math.max(end - start, LEAST_VIEW), MOST_VIEW);
  const middle = (start + end) / 2;
  state.start = middle - length / 2;
  state.end = middle + length / 2;
  // Some of the story always stays in view.
  const over = Math.max(homeStart - (state.end - length * 0.1), 0) - Math.max(state.start + length * 0.1 - homeEnd, 0);
  state.start += over;
  state.end += over;
  repaint();
}

function fly(start, end) {
  cancelAnimationFrame(flight);
  if (calm.matches) {
    setView(start, end);
    sayView();
    return;
  }
  const from = [state.start, state.end];
  const begun = performance.now();
  const move = (now) => {
    const share = Math.min((now - begun) / 300, 1);
    const eased = share < 0.5 ? 2 * share * share : 1 - (2 - 2 * share) ** 2 / 2;
    setView(from[0] + (start - from[0]) * eased, from[1] + (end - from[1]) * eased);
    if (share < 1) flight = requestAnimationFrame(move);
    else sayView();
  };
  flight = requestAnimationFrame(move);
}

let saying = 0;
function sayView() {
  clearTimeout(saying);
  saying = setTimeout(() => say(byId("view").textContent), 400);
}

// Where a zoom by key or button holds: the event in hand while it is in view, else the middle.
function anchor() {
  const event = state.event === null ? null : story.events[state.event];
  return event && event.middle > state.start && event.middle < state.end ? event.middle : (state.start + state.end) / 2;
}

function zoom(factor, day = anchor()) {
  cancelAnimationFrame(flight);
  const length = Math.min(Math.max((state.end - state.start) * factor, LEAST_VIEW), MOST_VIEW);
  const share = (day - state.start) / (state.end - state.start);
  setView(day - share * length, day - share * length + length);
  sayView();
}

function pan(share) {
  const length = state.end - state.start;
  setView(state.start + share * length, state.end + share * length);
  sayView();
}

function everything() {
  fly(homeStart, homeEnd);
}

// Bring an event into view, with the least movement that does it.
function reveal(event) {
  const length = state.end - state.start;
  const at = event.middle;
  if (at < state.start + length * 0.03 || at > state.end - length * 0.03) fly(at - length / 2, at + length / 2);
}

// The event in hand

const eventBox = byId("event");
let cameFrom = null;

const list = new EventList(byId("lanes"), (number) => choose(number, { open: true }), changed);
const figures = story.series.length ? new FigureList(byId("series"), changed) : null;
byId("figures").hidden = !figures;

// `open` also goes to it, `quiet` says nothing, `still` leaves view and list as they are, `sheet` is whether
// it may cover the page where that is narrow.
function choose(number, { open = false, quiet = false, still = false, sheet = true } = {}) {
  state.event = number;
  showEvent();
  document.body.classList.toggle("held", number !== null && (sheet || open));
  list.hold();
  repaint();
  if (number === null) return;
  const event = story.events[number];
  if (!still) {
    reveal(event);
    list.reveal(number);
  }
  if (open) openEvent();
  else if (!quiet) {
    const lane = story.lanes[event.lane];
    const place = lane.events.indexOf(event) + 1;
    const doubt = doubtText(event);
    say(`${event.date}. ${event.title}. ${doubt ? `${sentence(doubt)}. ` : ""}${lane.name}, ${place} of ${lane.events.length}.`);
  }
}

function showEvent() {
  if (state.event === null) {
    document.body.classList.remove("held");
    eventBox.replaceChildren(el("div", { class: "hint" },
      el("h2", { class: "small", text: "No event chosen" }),
      el("p", { text: "Choose a mark on the timeline or an event in the list to read what the sources say of it." })));
    return;
  }
  const close = el("button", { type: "button", class: "close", "aria-label": "Close this event", title: "Escape", text: "×", onclick: leaveEvent });
  eventBox.replaceChildren(close, ...eventParts(story.events[state.event], 2, (number) => choose(number, { open: true })));
  eventBox.scrollTop = 0;
}

function openEvent() {
  if (state.event === null) return;
  document.body.classList.add("held");
  if (!eventBox.contains(document.activeElement)) cameFrom = document.activeElement;
  eventBox.querySelector(".title").focus();
}

function leaveEvent() {
  const held = state.event;
  const inside = eventBox.contains(document.activeElement);
  choose(null);
  if (inside || held !== null) (cameFrom && cameFrom.isConnected && cameFrom !== document.body ? cameFrom : canvas).focus();
}

// Lanes, figures, search

function changed() {
  if (state.event !== null && !shown(story.events[state.event])) {
    state.event = null;
    showEvent();
  }
  list.update();
  if (figures) figures.update();
  const narrowed = byId("narrowed");
  const hidden = story.lanes.length - state.lanes.size;
  narrowed.hidden = hidden === 0;
  narrowed.replaceChildren(`${hidden} of ${story.lanes.length} lanes hidden. `,
    el("button", { type: "button", class: "link", text: "Show all lanes", onclick: showAllLanes }));
  repaint();
}

function showAllLanes() {
  state.lanes = new Set(story.lanes.map((_, number) => number));
  changed();
  byId("list").focus();
}

const words = byId("words");
let typing = 0;
function search() {
  state.hits = find(words.value);
  const count = state.hits === null ? "" : state.hits.size === 1 ? "1 event" : `${state.hits.size.toLocaleString("en")} events`;
  byId("hits").textContent = count;
  list.update();
  repaint();
}

words.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(search, 120);
});
byId("search").addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(typing);
  search();
  const first = story.events.find((one) => state.hits && listed(one));
  if (first) {
    choose(first.number, { open: true });
    cameFrom = words;
  }
});

function clearSearch() {
  words.value = "";
  search();
}

// Tours

const tours = new Tours(byId("tour"), byId("tour-list"), { fly, choose: (number) => choose(number, { quiet: true, sheet: false }), open: openEvent, changed, say });
byId("tours").hidden = story.tours.length === 0;

// Look

const LOOKS = ["system", "light", "dark"];
const LOOK_NAMES = { system: "system", light: "light", dark: "dark" };
function kept() {
  try {
    return localStorage.getItem("timeline-explorer-look");
  } catch {
    return null; // A browser may forbid a page from a stick to keep anything.
  }
}

function setLook(name) {
  if (name === "system") delete document.documentElement.dataset.look;
  else document.documentElement.dataset.look = name;
  const button = byId("look");
  button.dataset.name = name;
  button.textContent = `Look: ${LOOK_NAMES[name]}`;
  button.title = "Light, dark, or as the system has it";
  painter.inks = inksOf(canvas);
  repaint();
}

byId("look").addEventListener("click", () => {
  const next = LOOKS[(LOOKS.indexOf(byId("look").dataset.name) + 1) % LOOKS.length];
  setLook(next);
  try {
    localStorage.setItem("timeline-explorer-look", next);
  } catch {
    // It holds for this time.
  }
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => setLook(byId("look").dataset.name));

// Keys

const KEYS = [
  ["← →", "previous, next event"], ["↑ ↓", "lane above, lane below"], ["Enter", "read the event in hand"],
  ["+ −", "zoom in, zoom out"], ["Shift ← →", "move the view"], ["Home", "show everything"],
  ["/", "search"], ["Page Down, Page Up", "next, previous step of a tour"], ["T", "back to this step of the tour"],
  ["Esc", "leave what is open: search, event, tour"], ["?", "these keys"],
];
byId("keys").append(
  el("h2", { id: "keys-title", text: "Keys" }),
  el("table", {}, el("tbody", {}, KEYS.map(([key, text]) => el("tr", {}, el("th", { scope: "row" }, el("kbd", { text: key })), el("td", { text }))))),
  el("p", { class: "muted", text: "A wheel or two fingers zoom about the pointer, a drag moves the view, a double click zooms in." }),
  el("form", { method: "dialog" }, el("button", { class: "main", text: "Close" })));
const showKeys = () => byId("keys").showModal();
byId("help").addEventListener("click", showKeys);

function escape() {
  if (document.activeElement === words || (state.hits !== null && state.event === null)) {
    clearSearch();
    canvas.focus();
  } else if (state.tour && !eventBox.contains(document.activeElement)) {
    tours.end();
    canvas.focus();
  } else if (state.event !== null) {
    leaveEvent();
  }
}

// Keys of the timeline while it, or nothing else that takes them, has the focus.
const ON_TIMELINE = {
  ArrowRight: () => go(step(1)),
  ArrowLeft: () => go(step(-1)),
  ArrowDown: () => go(stepLane(1)),
  ArrowUp: () => go(stepLane(-1)),
  Enter: openEvent,
  Home: everything,
};
const ANYWHERE = {
  "+": () => zoom(0.6), "=": () => zoom(0.6), "-": () => zoom(1 / 0.6), "−": () => zoom(1 / 0.6),
  "/": () => words.focus(), "?": showKeys, t: () => state.tour && tours.show(true), Escape: escape,
  PageDown: () => tours.go(1), PageUp: () => tours.go(-1),
};

function go(event) {
  if (event) choose(event.number);
  else say("There is no further event this way.");
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || byId("keys").open) return;
  const target = event.target;
  const typed = target.matches("input[type=search], select, textarea");
  let act = null;
  if (event.key === "Escape" || !typed) act = ANYWHERE[event.key];
  if ((event.key === "PageDown" || event.key === "PageUp") && !state.tour) act = null;
  if (target === canvas || target === document.body) {
    act = act || ON_TIMELINE[event.key];
    if (event.shiftKey && event.key === "ArrowRight") act = () => pan(0.2);
    if (event.shiftKey && event.key === "ArrowLeft") act = () => pan(-0.2);
  }
  if (!act) return;
  event.preventDefault();
  act();
});

// Mouse and fingers

const fingers = new Map();
let dragged = 0;
let pinch = 0;

function spot(event) {
  const box = canvas.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

canvas.addEventListener("wheel", (event) => {
  event.preventDefault();
  if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
    pan(event.deltaX / painter.parts.plot);
    return;
  }
  const size = event.deltaMode ? event.deltaY * 30 : event.deltaY;
  zoom(Math.exp(Math.min(Math.max(size, -200), 200) * 0.003), dayAt(spot(event).x, painter.parts));
}, { passive: false });

canvas.addEventListener("pointerdown", (event) => {
  if (event.button) return;
  canvas.setPointerCapture(event.pointerId);
  fingers.set(event.pointerId, spot(event));
  dragged = 0;
  pinch = 0;
  cancelAnimationFrame(flight);
});

canvas.addEventListener("pointermove", (event) => {
  const here = spot(event);
  const before = fingers.get(event.pointerId);
  if (!before) {
    if (event.pointerType === "mouse") showTip(here);
    return;
  }
  const perPixel = 1 / scaleOf(painter.parts);
  if (fingers.size === 2) {
    const [other] = [...fingers].filter(([id]) => id !== event.pointerId).map(([, place]) => place);
    const was = Math.max(Math.abs(before.x - other.x), 20);
    const is = Math.max(Math.abs(here.x - other.x), 20);
    pinch += Math.abs(is - was);
    zoom(was / is, dayAt((here.x + other.x) / 2, painter.parts));
  } else if (inOverview(before.y)) {
    const share = (here.x - painter.parts.left) / painter.parts.plot;
    const day = homeStart + share * (homeEnd - homeStart);
    const half = (state.end - state.start) / 2;
    setView(day - half, day + half);
    dragged += Math.abs(here.x - before.x);
  } else {
    dragged += Math.abs(here.x - before.x);
    if (dragged > 4) setView(state.start - (here.x - before.x) * perPixel, state.end - (here.x - before.x) * perPixel);
  }
  fingers.set(event.pointerId, here);
  hideTip();
});

function inOverview(y) {
  const { overview } = painter.parts;
  return y >= overview.y && y <= overview.y + overview.height;
}

canvas.addEventListener("pointerup", (event) => {
  const held = fingers.delete(event.pointerId);
  if (!held || dragged > 4 || pinch > 4) {
    if (held) sayView();
    return;
  }
  const here = spot(event);
  if (inOverview(here.y)) {
    const day = homeStart + ((here.x - painter.parts.left) / painter.parts.plot) * (homeEnd - homeStart);
    const half = (state.end - state.start) / 2;
    fly(day - half, day + half);
    return;
  }
  const hit = painter.at(here.x, here.y, event.pointerType !== "mouse");
  if (hit?.kind === "event") choose(hit.event.number, { open: narrow.matches });
  else if (hit?.kind === "many") enter(hit.events);
  else if (hit?.kind === "figure") say(figureText(hit));
  else if (state.event !== null && !state.tour) choose(null);
});
canvas.addEventListener("pointercancel", (event) => fingers.delete(event.pointerId));
canvas.addEventListener("pointerleave", hideTip);
canvas.addEventListener("dblclick", (event) => {
  if (painter.at(spot(event).x, spot(event).y)?.kind === "many") return;
  const day = dayAt(spot(event).x, painter.parts);
  const quarter = (state.end - state.start) / 4;
  fly(day - quarter, day + quarter);
});

// Zoom into events that stand as one; those of a single day cannot be told apart, and the first is taken.
function enter(events) {
  const from = Math.min(...events.map((event) => event.middle));
  const to = Math.max(...events.map((event) => event.middle));
  if (to - from < LEAST_VIEW * 4) {
    choose(events.reduce((best, event) => (event.weight > best.weight ? event : best)).number, { open: narrow.matches });
    return;
  }
  const margin = (to - from) * 0.15;
  fly(from - margin, to + margin);
}

function figureText({ series, run, point }) {
  const rows = series.rows.filter((row) => row[2] === point.value && row[1] === run.name);
  const period = rows.length ? rows.reduce((best, row) => (row[0].includes(String(civil(point.day).year)) ? row : best))[0] : "";
  const unsure = point.sure ? "" : " (not checked)";
  return `${series.title}, ${period}${run.name ? `, ${run.name}` : ""}: ${point.value.toLocaleString("en")} ${series.unit}${unsure}`;
}

const tip = byId("tip");
function showTip(here) {
  const hit = painter.at(here.x, here.y);
  canvas.style.cursor = hit && hit.kind !== "era" && hit.kind !== "figure" ? "pointer" : "";
  if (!hit) {
    hideTip();
    return;
  }
  const lines = {
    event: () => [hit.event.title, `${hit.event.date} · ${hit.event.exact}`, sentence(doubtText(hit.event))],
    many: () => [`${hit.events.length} events`, spanText(Math.min(...hit.events.map((one) => one.from)), Math.max(...hit.events.map((one) => one.middle + 1))), "Click to zoom in"],
    era: () => [hit.era.title, `${hit.era.band} · ${hit.era.date}`, hit.era.doubt ? "Not checked" : ""],
    figure: () => [figureText(hit)],
  }[hit.kind]();
  tip.replaceChildren(...lines.filter(Boolean).map((text, number) => el(number ? "span" : "strong", { text })));
  tip.hidden = false;
  const room = frame.clientWidth - tip.offsetWidth - 8;
  tip.style.left = `${Math.max(Math.min(here.x + 14, room), 4)}px`;
  const y = here.y + canvas.offsetTop;
  tip.style.top = `${y + 18 + tip.offsetHeight > canvas.offsetHeight ? Math.max(y - tip.offsetHeight - 12, 0) : y + 18}px`;
}

function hideTip() {
  tip.hidden = true;
}

byId("nearer").addEventListener("click", () => zoom(0.6));
byId("farther").addEventListener("click", () => zoom(1 / 0.6));
byId("everything").addEventListener("click", everything);

// Paper: built when it is asked for, and taken away again.

addEventListener("beforeprint", () => {
  const sheet = el("canvas", { role: "img", "aria-label": "The timeline" });
  const paper = byId("paper");
  paper.append(sheet);
  const printer = new Painter(sheet);
  printer.paint(1040, 480, 1, 2);
  const picture = el("img", { alt: "The timeline as it was on the screen", src: sheet.toDataURL() });
  paper.replaceChildren(...paperOf(picture));
});
addEventListener("afterprint", () => byId("paper").replaceChildren());

// The beginning

new ResizeObserver(repaint).observe(frame);
narrow.addEventListener("change", repaint);
setLook(LOOKS.includes(kept()) ? kept() : "system");
changed();
if (story.tour !== null) {
  tours.begin(story.tour, false);
} else {
  choose(narrow.matches ? null : story.start ?? null, { quiet: true, still: true });
}
document.documentElement.dataset.ready = "yes";
