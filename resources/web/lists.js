// Everything on the timeline as lists: lanes with their events, figures as tables, the whole on paper.

// From so many events on, lanes that are out of sight are not laid out.
const MANY = 1000;

class EventList {
  // `choose` is called with the number of an event, `changed` when a lane is shown or hidden.
  constructor(box, choose, changed) {
    box.classList.toggle("many", story.events.length > MANY);
    this.choose = choose;
    this.rows = new Map();
    this.lanes = story.lanes.map((lane) => this.laneOf(lane, changed));
    box.append(...this.lanes.map((one) => one.box));
    box.addEventListener("keydown", (event) => this.walk(event));
    this.update();
  }

  laneOf(lane, changed) {
    const tick = el("input", { type: "checkbox", checked: true });
    tick.addEventListener("change", () => {
      if (tick.checked) state.lanes.add(lane.number);
      else state.lanes.delete(lane.number);
      changed();
    });
    const count = el("span", { class: "count" });
    const list = el("ol", { class: "events", "aria-label": lane.name });
    for (const event of lane.events) {
      const row = el("button", { type: "button", class: "row", tabindex: "-1", onclick: () => this.choose(event.number) },
        el("span", { class: "when", text: event.short }), el("span", { class: "what", text: event.name }));
      if (event.doubts) row.append(el("span", { class: "unsure", text: doubtText(event) }));
      const item = el("li", {}, row);
      this.rows.set(event.number, { row, item, event });
      list.append(item);
    }
    const box = el("section", { class: "lane-part" },
      el("h3", {}, el("label", { title: lane.note || null }, tick, swatch(lane.colour), el("span", { text: lane.name })), count), list);
    return { lane, box, tick, count, list };
  }

  // Show what the state says. The list has one stop of the Tab key; the arrow keys go through it.
  update() {
    for (const { lane, tick, count, list, box } of this.lanes) {
      tick.checked = state.lanes.has(lane.number);
      const found = lane.events.filter((event) => listed(event)).length;
      const total = lane.events.length;
      count.textContent = found === total ? String(total) : `${found} of ${total}`;
      list.hidden = found === 0;
      box.hidden = state.hits !== null && found === 0 && tick.checked;
    }
    this.first = null;
    for (const { row, item, event } of this.rows.values()) {
      item.hidden = !listed(event);
      row.tabIndex = -1;
      if (!item.hidden) this.first = this.first || row;
    }
    this.hold();
  }

  // Mark the event in hand, and only it.
  hold() {
    if (this.held) {
      this.held.row.removeAttribute("aria-current");
      this.held.row.tabIndex = -1;
    }
    this.held = state.event === null ? null : this.rows.get(state.event);
    if (this.held) this.held.row.setAttribute("aria-current", "true");
    if (this.first) this.first.tabIndex = -1;
    const stop = this.held && !this.held.item.hidden ? this.held.row : this.first;
    if (stop) stop.tabIndex = 0;
  }

  reveal(number) {
    const found = this.rows.get(number);
    if (found && !found.item.hidden) found.row.scrollIntoView({ block: "nearest" });
    // What was not laid out yet takes its true height only now.
    if (found && story.events.length > MANY) requestAnimationFrame(() => found.row.scrollIntoView({ block: "nearest" }));
  }

  walk(event) {
    const move = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
    if (move === undefined || !event.target.classList.contains("row")) return;
    event.preventDefault();
    event.stopPropagation();
    const rows = [...this.rows.values()].filter((one) => !one.item.hidden).map((one) => one.row);
    const place = rows.indexOf(event.target) + move;
    const next = rows[Math.min(Math.max(place, 0), rows.length - 1)];
    event.target.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }
}

// Which figures are drawn: those of one unit, as they share a scale, and no more than there are colours.
const MOST_SERIES = 4;

class FigureList {
  constructor(box, changed) {
    this.rows = story.series.map((series, number) => {
      const tick = el("input", { type: "checkbox" });
      tick.addEventListener("change", () => {
        const others = state.series.filter((one) => one !== number && story.series[one].unit === series.unit);
        state.series = tick.checked ? [...others, number].slice(-MOST_SERIES) : others;
        changed();
      });
      const key = el("span", { class: "key", "aria-hidden": "true" });
      const table = el("details", { class: "table" }, el("summary", { text: "As a table" }));
      table.addEventListener("toggle", () => {
        if (table.open && table.children.length === 1) table.append(figureTable(series));
      });
      box.append(el("div", { class: "figure" },
        el("label", {}, tick, key, el("span", { text: series.title })),
        el("p", { class: "muted", text: `${series.unit}. ${series.source}` }), table));
      return { tick, key, number };
    });
    this.update();
  }

  update() {
    for (const { tick, key, number } of this.rows) {
      const place = state.series.indexOf(number);
      tick.checked = place >= 0;
      key.className = place >= 0 ? `key series-${place + 1}` : "key";
    }
  }
}

function figureTable(series) {
  const lines = series.rows.some((row) => row[1]);
  const remarks = series.rows.some((row) => row[3] || row[4]);
  const heads = ["Period", ...(lines ? ["Line"] : []), series.unit, ...(remarks ? ["Remark"] : [])];
  return el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": series.title },
    el("table", {},
      el("caption", { text: series.title }),
      el("thead", {}, el("tr", {}, heads.map((text) => el("th", { scope: "col", text })))),
      el("tbody", {}, series.rows.map(([period, line, value, status, remark]) => el("tr", {},
        el("th", { scope: "row", text: period }),
        lines ? el("td", { text: line }) : null,
        el("td", { class: "number", text: value === null ? "–" : value.toLocaleString("en") }),
        remarks ? el("td", { text: [status, remark].filter(Boolean).join("; ") }) : null)))),
    series.note ? el("p", { class: "muted", text: series.note }) : null,
    series.breaks.map(([, note]) => el("p", { class: "muted", text: note })));
}

// Paper: what is in view, by time, with everything that is known of it.
function paperOf(picture) {
  const events = story.events.filter((event) => listed(event) && inView(event));
  const hidden = story.events.length - events.length;
  const used = new Set();
  for (const event of events) {
    for (const one of event.passages || []) used.add(story.passages[one.at].source);
    for (const number of event.records || []) used.add(number);
  }
  const sources = [...used].map((number) => story.sources[number]).sort((a, b) => a.citation.localeCompare(b.citation));
  return [
    el("h1", { text: story.title }),
    el("p", { class: "muted", text: [story.subtitle, `${events.length} of ${story.events.length} events`, spanText(state.start, state.end)].filter(Boolean).join(" · ") }),
    hidden ? el("p", { text: `${hidden} ${hidden === 1 ? "event" : "events"} of the page ${hidden === 1 ? "is" : "are"} not here: what is printed is the time, the lanes and the words chosen on the screen.` }) : null,
    story.leftOut.map((text) => el("p", { text })),
    story.state ? el("p", { text: story.state }) : null,
    picture,
    el("h2", { text: "Events" }),
    events.map((event) => el("article", { class: "entry" }, eventParts(event, 3, null))),
    state.series.length ? el("h2", { text: "Figures" }) : null,
    state.series.map((number) => el("section", { class: "entry" },
      figureTable(story.series[number]), el("p", { class: "muted", text: story.series[number].source }))),
    sources.length ? el("h2", { text: "Sources" }) : null,
    sources.length ? el("ul", { class: "bibliography" }, sources.map((source) =>
      el("li", { class: "cited" }, source.citation,
        (source.doubts || []).map((doubt) => el("span", { class: "doubt", text: ` ${doubt}` }))))) : null,
    el("p", { class: "muted", text: story.about }),
  ].flat().filter(Boolean);
}
