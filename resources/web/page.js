// Joins it all: what the reader does with keys, mouse, fingers and buttons, and what the page shows then.

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
  const inside = eventBox.contains(document.activeElement);
  choose(null);
  if (inside) (cameFrom && cameFrom.isConnected && cameFrom !== document.body ? cameFrom : canvas).focus();
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
  narrowed.hidden = hidden === 0 && state.only === null;
  narrowed.replaceChildren(
    hidden ? `${hidden} of ${story.lanes.length} lanes hidden. ` : "",
    state.only ? `Only: ${state.only.words}. ` : "",
    el("button", { type: "button", class: "link", text: state.only ? "Show all" : "Show all lanes", onclick: showAll }));
  repaint();
}

function showAll() {
  state.lanes = new Set(story.lanes.map((_, number) => number));
  state.only = null;
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
  button.replaceChildren(el("span", { class: "wide", text: "Look: " }), name);
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
const MARKS = [
  ["disc", "known to the day; larger: more important"], ["ring", "known to the month or year only"],
  ["bar", "lasts; it fades where its end is open or about then"], ["many", "so many events close together: a click zooms in"],
  ["doubt", "date or citation not checked"], ["dashes", "figure not checked"],
];
const SIGNS = { many: "5", doubt: "?" };
byId("keys").append(
  el("h2", { id: "keys-title", text: "Keys and marks" }),
  el("table", {}, el("tbody", {}, KEYS.map(([key, text]) => el("tr", {}, el("th", { scope: "row" }, el("kbd", { text: key })), el("td", { text }))))),
  el("p", { class: "muted", text: "A wheel or two fingers zoom about the pointer, a drag moves the view, a double click zooms in." }),
  el("ul", { class: "marks" }, MARKS.map(([sign, text]) => el("li", {}, el("span", { class: `mark ${sign}`, "aria-hidden": "true", text: SIGNS[sign] }), text))),
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
